"""`fjdex sheet`: what an agency is asked, in a sheet that comes back as it was meant."""

import sys
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from stage import Stage

LEAD, QUARTER = "群岛数字局", "2025Q4"
ASKED = ("sheet", "--lead", LEAD, "--quarter", QUARTER)


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Stand before the invented plan."""
    return Stage.of("invented", tmp_path, lang="zh")


def data_of(stage: Stage) -> dict[str, bytes]:
    """Answer the files of the data folder."""
    return {name: data for name, data in stage.files().items() if name.startswith("data/")}


def grid(path: Path) -> list[list[object]]:
    """Read the first sheet of a workbook with another library, without what is empty behind."""
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    return [list(row) for row in rows]


def filled(path: Path, *cells: tuple[str, str, str | float]) -> None:
    """Fill in a sheet as an agency does: the item, the head, what is typed."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    at = next(row for row in range(1, 20) if sheet.cell(row, 1).value in {"编号", "id"})
    heads = {sheet.cell(at, column).value: column for column in range(1, sheet.max_column + 1)}
    items = {sheet.cell(row, 1).value: row for row in range(at + 1, sheet.max_row + 1)}
    for item, head, value in cells:
        sheet.cell(items[item], heads[head]).value = value
    book.save(path)


def test_a_sheet_says_what_is_asked(stage: Stage) -> None:
    """Title, whose it is, how to fill it in, heads, and a row for each item."""
    result = stage.run(*ASKED, "-o", "a.xlsx")

    rows = grid(stage.folder / "a.xlsx")
    heads = next(row for row in rows if row[0] == "编号")
    assert (result.code, result.out) == (0, "a.xlsx\n")
    assert rows[0][0] == "乌有群岛数字海岛三年行动方案（虚构示例）2025年第四季度进展填报表"
    assert rows[1][:5] == ["填报单位", LEAD, "季度", QUARTER, "报送日期"]
    assert heads == [
        *("编号", "名称", "计量单位", "目标", "期限", "上次填报值", "上次日期"),
        *("填报值", "数值性质", "日期", "所属期间", "来源", "备注", "原因", "下一步措施"),
    ]
    row = rows[rows.index(heads) + 1]
    assert row == [
        *("fibre-homes", "光纤到户数", "户", "120,000以上", "2025-12-31", "107,000", "2025-03-31"),
        *[""] * 8,
    ]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("plan", ["invented", "fujian"])
def test_an_unedited_sheet_changes_nothing(tmp_path: Path, plan: str, lang: str, name: str) -> None:
    """In either language and format, of every agency that leads anything."""
    stage = Stage.of(plan, tmp_path, lang=lang)
    stage.run(
        "sheet",
        "--all-leads",
        "--quarter",
        "2022Q4" if plan == "fujian" else QUARTER,
        "--format",
        Path(name).suffix[1:],
        "-o",
        "out",
    )
    before = data_of(stage)
    files = sorted(f"out/{path.name}" for path in (stage.folder / "out").iterdir())

    result = stage.run("import", *files)

    assert (result.code, result.out, data_of(stage)) == (0, "", before)
    assert len(files) > 1


def test_a_filled_sheet_comes_back_as_it_was_meant(stage: Stage) -> None:
    """What names no source cites the return, which goes onto the register; then nothing is new."""
    stage.run(*ASKED, "-o", "a.xlsx")
    filled(
        stage.folder / "a.xlsx",
        ("fibre-homes", "填报值", 115000),
        ("base-stations", "填报值", 19500),
        ("base-stations", "数值性质", "超"),
        ("value-added", "填报值", 150.5),
        ("data-hub", "填报值", "已完成"),
        ("data-hub", "日期", "2025年11月30日"),
        ("data-hub", "原因", "设备到货晚"),
        ("data-hub", "下一步措施", "明年三月前验收"),
    )

    result = stage.run("import", "a.xlsx", "--received", "2026-01-10")
    again = stage.run("import", "a.xlsx")

    source = "return-office-wuyou-leading-group-coordination-digital-2025q4"
    assert [
        stage.text(f"readings/{id_}.yaml").splitlines()[-1]
        for id_ in ("fibre-homes", "base-stations", "value-added", "data-hub")
    ] == [
        f"- {{date: 2025-12-31, value: 115000, source: {source}}}",
        f"- {{date: 2025-12-31, value: 19500, qualifier: at-least, source: {source}}}",
        f"- {{date: 2025-12-31, period: 2025-01/2025-12, value: 150.5, source: {source}}}",
        f"- {{date: 2025-11-30, state: delivered, source: {source}}}",
    ]
    assert stage.text("sources.yaml").endswith(
        f"- id: {source}\n  kind: return\n"
        f"  title: {{zh: {LEAD}2025Q4填报表, en: Return of Office of the Wuyou Leading Group for "
        "the Coordination of the Digital Economy and Ocean Informatisation for 2025Q4}\n"
        f"  publisher: {LEAD}\n  published: 2026-01-10\n"
    )
    assert stage.text("remarks.yaml").endswith(
        "- id: data-hub\n  quarter: 2025Q4\n  reason: 设备到货晚\n  action: 明年三月前验收\n"
        f"  by: {LEAD}\n  date: 2026-01-10\n"
    )
    assert (result.code, again.code) == (0, 0)
    assert again.err == "已有记录、未变动的5条。\n没有新内容，未写入。\n"
    assert stage.run("check").code == 0


def test_what_rests_on_a_return_is_marked(stage: Stage) -> None:
    """In the status of the item that was reported."""
    stage.run(*ASKED, "-o", "a.xlsx")
    filled(stage.folder / "a.xlsx", ("fibre-homes", "填报值", 115000))
    stage.run("import", "a.xlsx", "--received", "2026-01-10")

    assert "自报" in stage.run("status", "fibre-homes", "--as-of", "2025-12-31").out


def test_the_same_sheet_has_the_same_bytes(stage: Stage) -> None:
    """On any day, so that it can be made again."""
    made = []
    for name in ("a.xlsx", "b.xlsx", "a.csv", "b.csv"):
        stage.run(*ASKED, "-o", name, FJDEX_TODAY="2026-01-05")
        made.append((stage.folder / name).read_bytes())

    assert (made[0], made[2]) == (made[1], made[3])


def test_text_opens_rightly_in_a_chinese_spreadsheet(stage: Stage) -> None:
    """UTF-8 with its mark, lines that end as Windows ends them."""
    stage.run(*ASKED, "-o", "a.csv")
    data = (stage.folder / "a.csv").read_bytes()

    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n") > 0


def test_only_what_is_to_be_filled_in_can_be(stage: Stage) -> None:
    """The sheet is protected; input cells are open, and take what their column is for."""
    stage.run(*ASKED, "-o", "a.xlsx")
    sheet = openpyxl.load_workbook(stage.folder / "a.xlsx").worksheets[0]
    heads = next(row for row in sheet.iter_rows() if row[0].value == "编号")
    below = {head.value: sheet.cell(head.row + 1, head.column) for head in heads}
    kinds = {
        rule.type
        for rule in sheet.data_validations.dataValidation
        for cell in below.values()
        if cell.coordinate in rule.sqref
    }

    assert sheet.protection.sheet
    assert {name for name, cell in below.items() if not cell.protection.locked} == {
        *("填报值", "数值性质", "日期", "所属期间", "来源", "备注", "原因", "下一步措施")
    }
    assert {"decimal", "date", "list"} <= kinds
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.freeze_panes, below["名称"].font.name) == (f"C{heads[0].row + 1}", "宋体")


def test_the_day_of_a_return_takes_a_day(stage: Stage) -> None:
    """Its cell above the heads too."""
    stage.run(*ASKED, "-o", "a.xlsx")
    sheet = openpyxl.load_workbook(stage.folder / "a.xlsx").worksheets[0]
    rules = sheet.data_validations.dataValidation
    assert [rule.type for rule in rules if "F2" in rule.sqref] == ["date"]


def test_a_part_has_a_row_of_its_own(stage: Stage) -> None:
    """And its reading names it."""
    stage.run("sheet", "--lead", "群岛海洋局", "--quarter", "2025Q2", "-o", "a.csv")
    text = (stage.folder / "a.csv").read_bytes().decode("utf-8-sig").splitlines()
    at = next(
        at for at, line in enumerate(text) if line.startswith("outcome-04,") and "北礁" in line
    )
    text[at] = text[at].rstrip(",") + ",已完成"
    heads = next(line for line in text if line.startswith("编号,")).split(",")
    cells = text[at].split(",")[: heads.index("上次日期")]
    row = [*cells, *[""] * (heads.index("填报值") - len(cells)), "已完成"]
    text[at] = ",".join(row)
    (stage.folder / "a.csv").write_text("\r\n".join(text), encoding="utf-8-sig")

    result = stage.run("import", "a.csv", "--received", "2025-07-10")

    assert result.code == 0
    assert "part: north-light, state: delivered" in stage.text("readings/outcome-04.yaml")


def test_a_sheet_that_may_be_filled_in_is_not_overwritten(stage: Stage) -> None:
    """Unless it is asked for."""
    (stage.folder / "a.csv").write_bytes(b"mine")

    refused = stage.run(*ASKED, "-o", "a.csv")
    kept = (stage.folder / "a.csv").read_bytes()
    replaced = stage.run(*ASKED, "-o", "a.csv", "--replace")

    assert (refused.code, kept, replaced.code) == (1, b"mine", 0)
    assert "--replace" in refused.err


REFUSED: tuple[tuple[Sequence[str], int, str], ...] = (
    (
        ("--quarter", QUARTER),
        2,
        "error: name the agency with --lead, or take --all-leads for a sheet each\n",
    ),
    (
        ("--lead", LEAD, "--quarter", "soon"),
        2,
        "error: `soon` is not a quarter. Write it as 2022Q3\n",
    ),
    (
        ("--lead", LEAD, "--quarter", QUARTER, "-o", "a.pdf"),
        2,
        "error: `pdf` is no format. Take one of: xlsx, csv\n",
    ),
    (
        ("--lead", "各市岛政府", "--quarter", QUARTER),
        2,
        "error: 各市岛政府 leads nothing; what it shares comes with --shared\n",
    ),
    (
        ("--all-leads", "--lead", LEAD, "--quarter", QUARTER),
        2,
        "error: --all-leads and --lead do not go together\n",
    ),
)


@pytest.mark.parametrize(("options", "code", "sentence"), REFUSED)
def test_what_cannot_be_made_is_told(
    stage: Stage, options: Sequence[str], code: int, sentence: str
) -> None:
    """In one sentence that says what to type."""
    result = stage.run("sheet", *options, "--lang", "en")
    assert (result.code, result.out, result.err) == (code, "", sentence)


def test_without_the_library_it_is_named(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Text needs none; a workbook says what to install."""
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)

    workbook = stage.run(*ASKED, "-o", "a.xlsx", "--lang", "en")
    text = stage.run(*ASKED, "-o", "a.csv")

    assert (workbook.code, text.code) == (2, 0)
    install = f'{sys.executable} -m pip install "fjdex[xlsx]"'
    assert workbook.err == f"error: this needs the extra `xlsx`. To install it: {install}\n"
