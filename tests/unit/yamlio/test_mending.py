"""A line that is no YAML is told where it stands, and hides nothing else in a file of readings."""

import pytest

from fjdex.yamlio.mending import MAX_BAD
from fjdex.yamlio.nodes import Items
from fjdex.yamlio.tree import compose

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
        ("日期\t数值\t来源", 1, "table", "- {date: …, value: …, source: …}"),
        ("{date: 2021-07-30, value: 1, source: s}", 1, "dash", ""),
        ("-{date: 2021-07-30, value: 1, source: s}", 2, "dash-blank", ""),
        ("-\t{date: 2021-07-30, value: 1, source: s}", 2, "dash-blank", ""),
        (" - {date: 2021-07-30, value: 1, source: s}", 1, "indented", ""),
        ("- {date: 2021-07-30 value: 1, source: s}", 21, "comma", "value"),
        ("- {date: 2021-07-30, value: 1 source: s}", 31, "comma", "source"),
        ("- {date: 2021-07-30, value: 1, source: s", 41, "unclosed", "}"),
        ("- {date: 2021-07-30, note: {zh: 甲, en: A}, source: s", 53, "unclosed", "}"),
        ("- {date: 2021-07-30, value: 1, source: s}}", 42, "unopened", "}"),
        ("- date: 2021-07-30, value: 1}", 29, "unopened", "}"),
        ('- {date: 2021-07-30, note: "甲, source: s}', 28, "unquoted", ""),
        ("- {date: 2021-07-30, note: 甲: 乙, source: s}", 28, "text", 'note: "甲: 乙"'),
        ("nothing", 1, "stray", ""),
        ("- {date: 2021-07-30, note: @甲}", 28, "sign", ""),
    ],
)
def test_one_bad_line_is_told_and_the_others_are_read(
    line: str, column: int, why: str, text: str
) -> None:
    """At its own place, first, in the middle or last in the file."""
    for before, after in ((0, 2), (1, 1), (2, 0)):
        written = GOOD * before + line + "\n" + GOOD * after
        assert read(written) == (2, [(before + 1, column, why, text)])


def test_every_bad_line_is_told() -> None:
    """And comments, blank lines and records in several lines stand as they are."""
    bad = "- {date: 2021-07-30 value: 1}\n"
    block = "- date: 2021-06-30\n  # 注\n  value: 1\n\n"
    text = f"# 注\n{bad}{block}{GOOD}\n{bad}- date: 2021-06-30\n\tvalue: 1\n"
    assert read(text) == (
        2,
        [(2, 21, "comma", "value"), (9, 21, "comma", "value"), (11, 1, "tab", "")],
    )


def test_places_of_the_lines_that_are_read() -> None:
    """They are where they were, below a line that is not read."""
    node, _ = compose("readings/x.yaml", "- {\n" + GOOD)
    assert isinstance(node, Items)
    assert [item.place.line for item in node.items] == [2]


@pytest.mark.parametrize(
    "text", ["a: 1\n", "word\n", "two\nwords\n", "[1, 2]\n", "~\n", "", "- {a: 1}\n- {a: 2}\n"]
)
def test_what_is_yaml_is_read_as_it_is(text: str) -> None:
    """Even where it is no list of readings: that is for others to tell."""
    here, elsewhere = compose("readings/x.yaml", text), compose("x", text)
    assert (here[1], str(here[0])) == ((), str(elsewhere[0]).replace("'x'", "'readings/x.yaml'"))


def test_other_files_are_told_where_the_slip_is() -> None:
    """No record of theirs is left out, because what names it would then be wrong."""
    node, (finding,) = compose("tasks.yaml", "- {id: a, leads: [甲}\n- {id: b}\n")
    assert (node, finding.code, finding.place.line) == (None, "yaml-syntax", 1)
    node, (finding,) = compose("tasks.yaml", "- {id: a section: b}\n- {id: b}\n")
    place = finding.place
    assert (node, finding.arguments["why"], place.line, place.column) == (None, "comma", 1, 10)


def test_many_bad_lines_are_not_told_one_by_one() -> None:
    """After so many the file is told as a whole: it is another thing than readings."""
    bad = "- {date: 2021-07-30 value: 1}\n"
    assert len(read(bad * MAX_BAD)[1]) == MAX_BAD
    assert read(bad * (MAX_BAD + 1))[0] == 0
    assert len(read(bad * (MAX_BAD + 1))[1]) == 1
