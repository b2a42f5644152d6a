"""A line that is no YAML is told where it stands, and hides nothing else in a file of readings."""

import pytest

from fjdex.plan.findings import Finding, Place
from fjdex.yamlio.edits import CUT
from fjdex.yamlio.mending import MAX_BAD
from fjdex.yamlio.nodes import Entries, Items, Scalar
from fjdex.yamlio.tree import compose
from fjdex.yamlio.typed import plain

GOOD = "- {date: 2021-06-30, value: 1, source: s}\n"


def read(text: str) -> tuple[int, list[tuple[int, int, str, str]]]:
    """Answer how many records can be read; line, column, slip and word of what is told."""
    node, findings = compose("readings/x.yaml", text)
    told = [
        (one.place.line, one.place.column, one.arguments["why"], one.arguments.get("text", ""))
        for one in findings
    ]
    return len(node.items) if isinstance(node, Items) else 0, sorted(told)


ROW = "- {date: 2021-07-30, value: 71000, source: s-1}"


@pytest.mark.parametrize(
    ("line", "column", "why", "text"),
    [
        ("2021-07-30\t71000\ts-1", 1, "table", ROW),
        ("2021-07-30,71000,s-1", 1, "table", ROW),
        ('"2021/7/30"\t"71000"\t个\ts-1', 1, "table", ROW),
        ("2021年7月30日，71000，s-1", 1, "table", ROW),
        ("2021-07-30\t7.1万", 1, "table", "- {date: 2021-07-30, value: …, source: …}"),
        ("日期\t数值\t来源", 1, "heading", ""),
        ("|---|:--:|", 1, "heading", ""),
        ("{date: 2021-07-30, value: 1, source: s}", 1, "dash", ""),
        ("-{date: 2021-07-30, value: 1, source: s}", 2, "dash-blank", "{"),
        ("-\t{date: 2021-07-30, value: 1, source: s}", 2, "dash-blank", "{"),
        (" - {date: 2021-07-30, value: 1, source: s}", 1, "indented", ""),
        ("- {date: 2021-07-30 value: 1, source: s}", 21, "comma", "value"),
        ("- {date: 2021-07-30, value: 1 source: s}", 31, "comma", "source"),
        ("- {date: 2021-07-30, value: 1, source: s", 41, "unclosed", "}"),
        ("- {date: 2021-07-30, note: {zh: 甲, en: A}, source: s", 53, "unclosed", "}"),
        ("- {date: 2021-07-30, value: 1, source: s}}", 42, "unopened", "}"),
        ("- date: 2021-07-30, value: 1}", 3, "open", "{"),
        ("- date: 2021-07-30, note: {zh: 甲, en: A}, source: s}", 3, "open", "{"),
        ("> - {date: 2021-07-30, value: 1}", 1, "pasted", ">"),
        (" 10 | - {date: 2021-07-30, value: 1}", 2, "pasted", "10 |"),
        ("```yaml", 1, "litter", ""),
        ("@@ -7,3 +7,4 @@", 1, "litter", ""),
        ("// 注", 1, "litter", ""),
        ('"2021-07-30","71,000","s-1"', 1, "table", ROW),
        ("- {'value: 1', date: 2021-07-30}", 4, "quoted-pair", "value: 1"),
        ("- {'date: 2021-07-30, value: 1, source: s}", 4, "stray-quote", ""),
        ('- {date: 2021-07-30, "value: 1, source: s}', 22, "stray-quote", ""),
        ('- {date: 2021-07-30, note: "甲, source: s}', 28, "unquoted", 'note: "甲"'),
        ("- {date: 2021-07-30, note: 甲: 乙, source: s}", 28, "text", 'note: "甲: 乙"'),
        ("nothing", 1, "stray", "- {date: …, value: …, source: …}"),
        ("- {date: 2021-07-30, note: @甲}", 28, "sign", 'note: "@甲"'),
        ("- {date: 2021-07-30} - {date: 2021-08-30}", 22, "second", "- {date: 2021-08-30}"),
        ("- {date: 2021-07-30}{date: 2021-08-30}", 21, "second", "{date: 2021-08-30}"),
    ],
)
def test_one_bad_line_is_told_and_the_others_are_read(
    line: str, column: int, why: str, text: str
) -> None:
    """At its own place, first, in the middle or last in the file."""
    for before, after in ((0, 2), (1, 1), (2, 0)):
        written = GOOD * before + line + "\n" + GOOD * after
        # What a line shows to be meant is read as well.
        count = 2 if why in {"table", "heading", "stray", "litter"} else 3
        assert read(written) == (count, [(before + 1, column, why, text)])


def test_two_records_in_one_pair_of_braces() -> None:
    """Are two, told where the second begins; a key that merely stands twice is told as that."""
    text = "- {date: 2021-07-30, value: 1, date: 2021-08-30, value: 2}\n"
    assert read(text) == (2, [(1, 32, "joined", "")])
    _, found = compose("readings/x.yaml", "- {date: 2021-07-30, value: 1, value: 2}\n")
    assert [one.code for one in found] == ["key-duplicated"]


def test_every_bad_line_is_told() -> None:
    """And comments, blank lines and records in several lines stand as they are."""
    bad = "- {date: 2021-07-30 value: 1}\n"
    block = "- date: 2021-06-30\n  # 注\n  value: 1\n\n"
    text = f"# 注\n{bad}{block}{GOOD}\n{bad}- date: 2021-06-30\n\tvalue: 1\n"
    assert read(text) == (
        5,
        [(2, 21, "comma", "value"), (9, 21, "comma", "value"), (11, 1, "tab-column", "3")],
    )


def test_places_of_the_lines_that_are_read() -> None:
    """They are where they were, below a line that is not read."""
    node, _ = compose("readings/x.yaml", "- {\n" + GOOD)
    assert isinstance(node, Items)
    assert [item.place.line for item in node.items] == [1, 2]


@pytest.mark.parametrize(
    "text", ["a: 1\n", "word\n", "two\nwords\n", "[1, 2]\n", "~\n", "", "- {a: 1}\n- {a: 2}\n"]
)
def test_what_is_yaml_is_read_as_it_is(text: str) -> None:
    """Even where it is no list of readings: that is for others to tell."""
    here, elsewhere = compose("readings/x.yaml", text), compose("x", text)
    assert (here[1], str(here[0])) == ((), str(elsewhere[0]).replace("'x'", "'readings/x.yaml'"))


def test_a_list_is_read_on_after_a_slip() -> None:
    """What cannot be said of a record is lost, and its other keys are there, as are all records."""
    text = "- {id: a, leads: [甲}\n- id: b\n  kind: @x\n  unit: 个\n- {id: c section: d}\n"
    node, findings = compose("tasks.yaml", text)
    lost = Scalar(CUT, plain=True, place=Place("tasks.yaml", 3, 9, 3, 11), lost=True)
    assert isinstance(node, Items)
    assert [plain(one) for one in node.items] == [
        {"id": "a", "leads": ["甲"]},
        {"id": "b", "kind": CUT, "unit": "个"},
        {"id": "c", "section": "d"},
    ]
    assert isinstance(node.items[1], Entries)
    assert node.items[1].entries[1][1] == lost
    assert [(one.place.line, one.place.column, one.arguments["why"]) for one in findings] == [
        (1, 20, "unclosed"),
        (3, 9, "sign"),
        (5, 10, "comma"),
    ]


def test_the_keys_of_a_plan_are_read_on_after_a_slip() -> None:
    """Each key of plan.yaml stands for itself."""
    text = "id: x\ntitle {zh: 甲, en: A}\nabout: 5: 6\nlag: 60\n"
    node, findings = compose("plan.yaml", text)
    assert node is not None
    assert plain(node) == {"id": "x", "title": {"zh": "甲", "en": "A"}, "about": CUT, "lag": "60"}
    assert [(one.place.line, one.arguments["why"]) for one in findings] == [
        (2, "key"),
        (3, "colon"),
    ]


def test_many_bad_lines_are_told_up_to_a_bound_and_that_is_said() -> None:
    """After so many it is said where the rest begins."""
    bad = "- {date: 2021-07-30 value: 1}\n"
    told = compose("readings/x.yaml", bad * (MAX_BAD + 9))[1]
    assert len(compose("readings/x.yaml", bad * MAX_BAD)[1]) == MAX_BAD
    assert sorted({one.code for one in told}) == ["file-too-large", "yaml-syntax"]
    assert [one for one in told if one.code == "file-too-large"] == [
        Finding(
            "file-too-large",
            Place("readings/x.yaml", MAX_BAD + 2, 1, MAX_BAD + 2, 1),
            {"limit": "2,000", "why": "faults"},
        )
    ]


MANY = "".join(f" - id: t{at}\n  kind: stock\n  unit: 个\n" for at in range(MAX_BAD + 2))


def test_a_dash_one_column_too_far_right_is_told_of_each_record() -> None:
    """Once, and at last that no more are told."""
    _, findings = compose("targets.yaml", MANY)
    told = sorted((one.place.line, one.place.column, one.arguments["why"]) for one in findings)
    indented = [(1 + 3 * at, 2, "too-deep") for at in range(MAX_BAD)]
    assert told[: len(indented)] == indented
    assert [why for _, _, why in told[len(indented) :]] == ["faults"]


def test_rows_alone_in_a_file_are_told_each() -> None:
    """Also below their heading, and parted by commas or blanks."""
    for sign in ("\t", ",", "  "):
        rows = [f"2021-0{month}-30{sign}{month}{sign}s" for month in (7, 8)]
        text = "\n".join([sign.join(("日期", "数值", "来源")), *rows, ""])
        typed = [f"- {{date: 2021-0{month}-30, value: {month}, source: s}}" for month in (7, 8)]
        told = [(1, 1, "heading", ""), (2, 1, "table", typed[0]), (3, 1, "table", typed[1])]
        assert read(text) == (0, told)


def test_a_stray_line_names_the_keys_of_its_file() -> None:
    """A register's record has others than a reading."""
    _, (found,) = compose("areas.yaml", "- id: 甲\nx y\n- id: 乙\n")
    assert found.arguments["text"] == "- {id: …, name: …}"


def test_each_row_of_a_table_is_told() -> None:
    """The last of them too, with the line to type."""
    rows = [f"2021-0{month}-30\t{month}\ts" for month in (7, 8, 9)]
    count, told = read(GOOD + "\n".join(rows) + "\n")
    assert (count, told) == (
        1,
        [
            (line, 1, "table", f"- {{date: 2021-0{month}-30, value: {month}, source: s}}")
            for line, month in ((2, 7), (3, 8), (4, 9))
        ],
    )
