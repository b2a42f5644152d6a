"""`fjdex import`: all of what sheets say goes onto file, or nothing, and every fault is told."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from sheets import Value, parts, workbook, zipped
from stage import Result, Stage

HEADS = ("编号", "数值", "日期", "来源", "备注")
SOURCE = "statistics-2024"
DAY = date(2024, 12, 31)


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Stand before the invented plan."""
    return Stage.of("invented", tmp_path)


def taken(stage: Stage, *rows: Sequence[Value], options: Sequence[str] = (), **kind: str) -> Result:
    """Import a sheet with these rows below the usual heads."""
    heads: Sequence[Value] = HEADS
    workbook(stage.folder / "a.xlsx", {"表": [heads, *rows]})
    return stage.run("import", "a.xlsx", *options, **kind)


def codes(stage: Stage, *rows: Sequence[Value], options: Sequence[str] = ()) -> list[list[str]]:
    """Answer the problems of a sheet: code and cell of each, nothing being written."""
    before = data_of(stage)
    result = taken(stage, *rows, options=[*options, "--json"])
    told = json.loads(result.out)
    assert (data_of(stage), told["written"]) == (before, False)
    assert result.code == int(bool(told["problems"]))
    return [[one["code"], f"{one['column'] or ''}{one['row'] or ''}"] for one in told["problems"]]


def data_of(stage: Stage) -> dict[str, bytes]:
    """Answer the files of the data folder."""
    return {name: data for name, data in stage.files().items() if name.startswith("data/")}


_JUST_UNDER = (
    "- {date: 2024-12-31, value: 102000, qualifier: just-under, printed: 10.2万户, "
    "source: statistics-2024}"
)


def test_a_sheet_goes_onto_file(stage: Stage) -> None:
    """A line for each row, in the place that `record` would give it."""
    before = data_of(stage)

    result = taken(
        stage,
        ("ocean-sensors", 70000, DAY, SOURCE, "三岛合计"),
        ("fibre-homes", "近10.2万户", "2024年12月31日", SOURCE),
        ("数据中枢", None),
        ("data-hub", "已完成", "2024.12.20", SOURCE),
    )

    assert result.code == 0
    new = {name for name, data in data_of(stage).items() if data != before.get(name)}
    assert new == {
        f"data/readings/{id_}.yaml" for id_ in ("ocean-sensors", "fibre-homes", "data-hub")
    }
    assert [
        line
        for id_ in ("ocean-sensors", "fibre-homes", "data-hub")
        for line in stage.text(f"readings/{id_}.yaml").splitlines()
        if line.encode() not in before[f"data/readings/{id_}.yaml"].splitlines()
    ] == [
        "- {date: 2024-12-31, value: 70000, source: statistics-2024, note: 三岛合计}",
        _JUST_UNDER,
        "- {date: 2024-12-20, state: delivered, source: statistics-2024}",
    ]


def test_the_same_sheet_twice_changes_nothing(stage: Stage) -> None:
    """And says so."""
    row = ("ocean-sensors", 70000, DAY, SOURCE)
    taken(stage, row)
    after = data_of(stage)

    result = taken(stage, row)

    assert (result.code, result.out, data_of(stage)) == (0, "", after)
    assert result.err == "On file already: 1.\nThere is nothing new; nothing was written.\n"


def test_what_is_on_file_is_replaced_only_when_asked(stage: Stage) -> None:
    """With a reason, which goes into the commit that is proposed."""
    row = ("ocean-sensors", 70000, DAY, SOURCE)
    other = ("ocean-sensors", 70500, DAY, SOURCE)
    taken(stage, row)

    assert codes(stage, other) == [["key-taken", "B2"]]
    result = taken(stage, other, options=("--correct", "--reason", "misread"))

    assert result.code == 0
    assert "value: 70500" in stage.text("readings/ocean-sensors.yaml")
    assert "value: 70000" not in stage.text("readings/ocean-sensors.yaml")
    assert "misread" in result.err


def test_a_reason_and_a_correction_go_together(stage: Stage) -> None:
    """One without the other is asked for."""
    told = [
        stage.run("import", "a.xlsx", *options).err
        for options in (("--correct",), ("--reason", "x"))
    ]
    why = "say why with --reason TEXT; the commit message will have it"
    assert told == [f"error: {why}\n", "error: --correct is needed here\n"]


FAULTS: tuple[tuple[tuple[Value, ...], list[list[str]]], ...] = (
    (("no-such", 1, DAY, SOURCE), [["item-unknown", "A2"]]),
    ((None, 1, DAY, SOURCE), [["item-missing", "2"]]),
    (("ocean-sensors", "many", DAY, SOURCE), [["quantity-malformed", "B2"]]),
    (("ocean-sensors", "7万亿元", DAY, SOURCE), [["quantity-of-another-unit", "B2"]]),
    (("ocean-sensors", DAY, DAY, SOURCE), [["value-date", "B2"]]),
    (("ocean-sensors", True, DAY, SOURCE), [["value-boolean", "B2"]]),
    (("ocean-sensors", "#REF!", DAY, SOURCE), [["cell-error", "B2"]]),
    (("ocean-sensors", "=1+1", DAY, SOURCE), [["formula-unstored", "B2"]]),
    (("ocean-sensors", "70000", DAY, SOURCE), [["number-text", "B2"]]),
    (("ocean-sensors", 70000, 45657, SOURCE), [["date-number", "C2"]]),
    (
        ("ocean-sensors", "#REF!", 45657, "no"),
        [["cell-error", "B2"], ["date-number", "C2"], ["source-unknown", "D2"]],
    ),
    (("ocean-sensors", 70000, "someday", SOURCE), [["date-malformed", "C2"]]),
    (("ocean-sensors", 70000, date(2027, 1, 1), SOURCE), [["day-ahead", "C2"]]),
    (("ocean-sensors", 70000, None, SOURCE), [["date-missing", "B2"]]),
    (("ocean-sensors", 70000, DAY, "unknown"), [["source-unknown", "D2"]]),
    (("ocean-sensors", 70000, DAY, None), [["source-missing", "B2"]]),
    (("ocean-sensors", None, None, None, "late"), [["value-missing", "E2"]]),
    (("ocean-sensors", 700000, DAY, SOURCE), [["doubt-jump", "B2"]]),
    (("value-added", 150, DAY, SOURCE), [["period-needed", "B2"]]),
    (("data-hub", 5, DAY, SOURCE), [["state-malformed", "B2"]]),
    (("ocean-sensors", 70000, date(2025, 6, 30), SOURCE), [["rule-broken", "B2"]]),
    (
        ("ocean-sensors", "many", "someday", "unknown"),
        [["date-malformed", "C2"], ["quantity-malformed", "B2"], ["source-unknown", "D2"]],
    ),
)


@pytest.mark.parametrize(("row", "wanted"), FAULTS, ids=lambda one: str(one)[:40])
def test_a_fault_is_told_at_its_cell(
    stage: Stage, row: tuple[Value, ...], wanted: list[list[str]]
) -> None:
    """Every one of a row, and nothing is written."""
    assert codes(stage, row) == wanted


def test_every_fault_of_every_sheet_is_told_in_one_run(stage: Stage) -> None:
    """A good row among them is not written either."""
    good = ("fibre-homes", 102000, DAY, SOURCE)
    workbook(stage.folder / "a.xlsx", {"一": [HEADS, good, ("x", 1)], "二": [HEADS, ("y", 2)]})
    (stage.folder / "b.csv").write_bytes(b"id,value\nz,3\n")
    before = data_of(stage)

    result = stage.run("import", "a.xlsx", "b.csv")

    places = [line.split(": ")[0] for line in result.out.splitlines() if "item-unknown" in line]
    assert (result.code, data_of(stage)) == (1, before)
    assert places == ["a.xlsx[一]!A3", "a.xlsx[二]!A2", "b.csv!A2"]


def test_a_key_that_two_rows_give_is_told(stage: Stage) -> None:
    """Even where they say the same: one of them was meant otherwise."""
    row = ("ocean-sensors", 70000, DAY, SOURCE)
    assert codes(stage, row, row) == [["row-twice", "B3"]]


SPANS = (
    ("2024年1—11月", "period: 2024-01/2024-11, value: 140"),
    ("前三季度", "period: 2024-01/2024-09, value: 140"),
    ("autumn", "error[period-malformed]"),
)


@pytest.mark.parametrize(("span", "wanted"), SPANS)
def test_a_period_may_lean_on_the_day_beside_it(stage: Stage, span: str, wanted: str) -> None:
    """As it may in `record`."""
    heads = ("编号", "数值", "日期", "期间", "来源")
    row = ("value-added", 140, date(2024, 11, 30), span, SOURCE)
    workbook(stage.folder / "a.xlsx", {"表": [heads, row]})

    result = stage.run("import", "a.xlsx", "--yes", "-n")

    assert wanted in result.out


def test_what_is_hidden_is_told(stage: Stage) -> None:
    """A row, a column or a sheet that nobody sees says nothing by itself."""
    row = '<c r="A{0}" t="str"><v>{1}</v></c><c r="B{0}"><v>70000</v></c>'
    row += '<c r="C{0}" t="str"><v>2024-12-31</v></c><c r="D{0}" t="str"><v>statistics-2024</v></c>'
    heads = "".join(
        f'<c r="{at}1" t="str"><v>{head}</v></c>' for at, head in zip("ABCD", HEADS, strict=False)
    )
    data = '<cols><col min="4" max="4" hidden="1"/></cols><sheetData>'
    data += f'<row r="1">{heads}</row><row r="2" hidden="1">{row.format(2, "ocean-sensors")}</row>'
    zipped(stage.folder / "a.xlsx", parts(f"{data}</sheetData>"))

    result = stage.run("import", "a.xlsx")
    sure = stage.run("import", "a.xlsx", "--yes")

    assert [line.split(" ")[1] for line in result.out.splitlines()] == [
        "error[row-hidden]",
        "error[column-hidden]",
    ]
    assert (result.code, sure.code) == (1, 0)
    assert "note[row-hidden] the row is hidden, and was read" in sure.err


NOISE = (("0.30000000000000004", "0.3"), ("7.1000000000000005", "7.1"), ("47.6", "47.6"))


@pytest.mark.parametrize(("stored", "meant"), NOISE)
def test_the_noise_of_a_spreadsheet_is_told_with_what_is_meant(
    stage: Stage, stored: str, meant: str
) -> None:
    """Never written as it is stored, and taken as it is shown only by whoever says so."""
    cells = "".join(f'<c t="str"><v>{head}</v></c>' for head in HEADS[:4])
    row = f'<c t="str"><v>paper-forms</v></c><c><v>{stored}</v></c>'
    row += '<c t="str"><v>2024-12-31</v></c><c t="str"><v>statistics-2024</v></c>'
    zipped(
        stage.folder / "a.xlsx",
        parts(f"<sheetData><row>{cells}</row><row>{row}</row></sheetData>"),
    )

    told = stage.run("import", "a.xlsx")
    sure = stage.run("import", "a.xlsx", "--yes")

    assert (f"{meant} is what it shows" in told.out) == (stored != meant)
    assert sure.code == 0
    assert f"value: {meant}, source" in stage.text("readings/paper-forms.yaml")


def test_a_percentage_is_what_it_shows(stage: Stage) -> None:
    """0.476 that is formatted as a percentage is 47.6%, to the digit."""
    heads = "".join(f'<c t="str"><v>{head}</v></c>' for head in HEADS[:4])
    row = '<c t="str"><v>cloud-share</v></c><c s="1"><v>0.576</v></c>'
    row += '<c t="str"><v>2025-01-31</v></c><c t="str"><v>bulletin-2025q1</v></c>'
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs>'
    data = f"<sheetData><row>{heads}</row><row>{row}</row></sheetData>"
    zipped(stage.folder / "a.xlsx", parts(data, styles=styles))

    result = stage.run("import", "a.xlsx")

    assert result.code == 0
    assert 'value: 57.6, printed: "57.6%"' in stage.text("readings/cloud-share.yaml")


def test_totals_are_named_and_passed_over(stage: Stage) -> None:
    """A total is no item."""
    result = taken(stage, ("ocean-sensors", 70000, DAY, SOURCE), ("合计", 70000), ("Total", 1))

    assert result.code == 0
    assert [line for line in result.err.splitlines() if "total" in line] == [
        "a.xlsx[表]!3: note[total-passed] a row of totals, not read: 合计",
        "a.xlsx[表]!4: note[total-passed] a row of totals, not read: Total",
    ]


def test_an_ordinary_sheet_may_have_a_title_and_its_heads_in_any_order(stage: Stage) -> None:
    """Items by their names, units other than the plan's, columns that nobody knows."""
    text = (
        "2024年进展情况表\r\n填报单位：群岛海洋局,,季度：2024年四季度,报送日期,2025/1/10\r\n"
        "序号,指标名称,责任处室,完成值,计量单位\r\n1,在网海洋传感器数,一处,7,万个\r\n,,,,\r\n"
    )
    (stage.folder / "a.csv").write_bytes(text.encode("gb18030"))

    result = stage.run("import", "a.csv")

    assert result.code == 0
    assert result.err.splitlines()[:2] == [
        "a.csv: note[encoding] read as GB18030",
        "a.csv!3: note[column-unknown] not read, as their heads are not known: 责任处室",
    ]
    assert stage.text("readings/ocean-sensors.yaml").splitlines()[-2:][0] == (
        "- {date: 2024-12-31, value: 70000, printed: 7万个, "
        "source: return-wuyou-bureau-sea-its-fairways-2024q4}"
    )
    assert "published: 2025-01-10" in stage.text("sources.yaml")


def test_objects_a_line_are_taken(stage: Stage) -> None:
    """With the keys of an export; numbers keep their digits."""
    first = {"id": "ocean-sensors", "value": 70000, "date": "2024-12-31", "source": SOURCE}
    lines = [json.dumps(first | {"note": {"zh": "合计", "en": "in all"}}, ensure_ascii=False), ""]
    (stage.folder / "a.jsonl").write_text("\n".join(lines))

    assert stage.run("import", "a.jsonl").code == 0
    assert "note: {zh: 合计, en: in all}}" in stage.text("readings/ocean-sensors.yaml")


def test_a_dry_run_shows_the_lines_and_writes_nothing(stage: Stage) -> None:
    """As `record -n` does."""
    before = data_of(stage)

    result = taken(stage, ("ocean-sensors", 70000, DAY, SOURCE), options=("-n",))

    assert (result.code, data_of(stage)) == (0, before)
    assert "+- {date: 2024-12-31, value: 70000, source: statistics-2024}\n" in result.out
    assert result.err.endswith("Nothing written.\n")


def test_a_reason_and_a_next_step_become_a_remark(stage: Stage) -> None:
    """Both are needed, and the quarter that they are about."""
    heads = ("编号", "数值", "原因", "下一步措施")
    row = ("data-hub", None, "设备晚到", "一月补齐")
    workbook(stage.folder / "a.xlsx", {"表": [heads, row]})
    told = stage.run("import", "a.xlsx")
    done = stage.run("import", "a.xlsx", "--quarter", "2024Q4", "--received", "2025-01-10")
    again = stage.run("import", "a.xlsx", "--quarter", "2024Q4")

    assert (told.code, done.code, again.code) == (1, 0, 0)
    assert "quarter-missing" in told.out
    assert stage.text("remarks.yaml").endswith(
        "- id: data-hub\n  quarter: 2024Q4\n  reason: 设备晚到\n  action: 一月补齐\n"
        "  date: 2025-01-10\n"
    )
    assert "nothing was written" in again.err


RETURN = "填报单位,群岛海洋局,季度,2025Q2,报送日期,{}\n编号,填报值,分项,备注\n{}\n"


def test_a_return_of_a_day_to_come_is_told_at_its_cell(stage: Stage) -> None:
    """Nobody can have handed it in yet."""
    (stage.folder / "a.csv").write_text(RETURN.format("2027-06-20", "ocean-sensors,74000,,"))
    result = stage.run("import", "a.csv")
    assert result.code == 1
    assert result.out.startswith("a.csv!F1: error[day-ahead] ")


def test_a_wrong_part_is_told_once(stage: Stage) -> None:
    """At its cell, in words for a sheet."""
    row = "outcome-04,建成,东礁灯塔,"
    (stage.folder / "a.csv").write_text(RETURN.format("2025-07-10", row))
    result = stage.run("import", "a.csv")
    assert [line.split(" ")[:2] for line in result.out.splitlines()] == [
        ["a.csv!C3:", "error[part-unknown]"]
    ]
    assert "--part" not in result.out


def test_a_correction_says_that_its_return_keeps_its_day(stage: Stage) -> None:
    """What it says now was not known then."""
    for day, value, options in (
        ("2025-07-10", 74000, ()),
        ("2025-08-20", 74500, ("--correct", "--reason", "misread")),
    ):
        (stage.folder / "a.csv").write_text(RETURN.format(day, f"ocean-sensors,{value},,"))
        result = stage.run("import", "a.csv", *options)
        assert (result.code, "stays dated 2025-07-10" in result.err) == (0, bool(options))


def test_scripts_are_told_the_line(stage: Stage) -> None:
    """On which a reading stands once it is on file."""
    told = json.loads(taken(stage, ("ocean-sensors", 70000, DAY, SOURCE), options=("--json",)).out)
    lines = stage.text("readings/ocean-sensors.yaml").splitlines()
    wanted = "- {date: 2024-12-31, value: 70000, source: statistics-2024}"
    assert told["readings"][0]["reading"]["line"] == lines.index(wanted) + 1


def test_no_more_than_a_thousand_problems_are_listed(stage: Stage) -> None:
    """And how many more there are is said."""
    (stage.folder / "a.csv").write_text("id,value\n" + "no-such,1\n" * 1003)
    lines = stage.run("import", "a.csv").out.splitlines()
    assert (len(lines), lines[-1]) == (1001, "and 3 more, not listed")


UNREADABLE = (("none.xlsx", "it is not there"), (".", "it is a folder"))


@pytest.mark.parametrize(("name", "why"), UNREADABLE)
def test_a_file_that_cannot_be_read_is_told(stage: Stage, name: str, why: str) -> None:
    """Exit 2, and what is wrong with the others is told all the same."""
    (stage.folder / "b.csv").write_bytes(b"id,value\nz,3\n")

    result = stage.run("import", name, "b.csv")

    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines() == [
        f"{name}: error[file-unreadable] it cannot be read ({why})",
        *[line for line in result.err.splitlines() if "item-unknown" in line],
        "Nothing was written. Problems: 2.",
    ]


def test_chinese_is_spoken(stage: Stage) -> None:
    """Every sentence in the run's language; places and codes are the same."""
    result = taken(stage, ("no-such", 1, DAY, SOURCE), options=("--lang", "zh"))

    assert result.out.startswith(
        "a.xlsx[表]!A2: error[item-unknown] 没有任务、成果或指标“no-such”。"
    )
    assert result.err == "未写入：须全部无误才写入。问题1处。\n"
