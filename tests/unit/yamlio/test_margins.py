"""Tabs and wide blanks before keys and dashes: told once a run, and read as they were meant."""

import pytest

from fjdex.yamlio.margins import MAX_TOLD, margins
from fjdex.yamlio.mended import Mended
from fjdex.yamlio.tree import compose
from fjdex.yamlio.typed import plain

TARGETS = """\
# 虚构
- id: a
  name: {zh: 甲, en: A}
  goals:
    - value: 1
      due: 2025-12-31
    - {value: 2, due: 2026-12-31}
  clause:
    ref: 一
    text: 甲
- id: b
  kind: stock
"""
# What each sign is written for: two blanks, or one.
SIGNS = {"\t": 2, "\u3000": 2, "\u00a0": 1}


def told(file: str, text: str, sound: str) -> list[tuple[int, int, dict[str, str]]]:
    """Answer the places and arguments of what is told; what is read is what the sound text says."""
    node, findings = compose(file, text)
    right, _ = compose(file, sound)
    assert node is not None
    assert right is not None
    assert plain(node) == plain(right)
    codes = {"\t" in text: "yaml-syntax", "\t" not in text: "sign-fullwidth"}
    assert {one.code for one in findings} <= {codes[True]}
    return [(one.place.line, one.place.column, dict(one.arguments)) for one in findings]


def _why(sign: str, how: str) -> str:
    return f"{'tab' if sign == chr(9) else 'wide'}-{how}"


def _of_sign(sign: str) -> dict[str, str]:
    return {} if sign == "\t" else {"sign": f"U+{ord(sign):04X}"}


@pytest.mark.parametrize("sign", SIGNS)
def test_a_file_is_told_once(sign: str) -> None:
    """However many records it has; how many blanks a sign stands for is said."""
    width = SIGNS[sign]
    lines = TARGETS.split("\n")
    blanks = [len(line) - len(line.lstrip(" ")) for line in lines]
    text = "\n".join(
        sign * (one // width) + line.lstrip(" ") for one, line in zip(blanks, lines, strict=True)
    )
    numbers = {"first": "3", "last": "12", "count": str(width), "text": "3"}
    whole = {"why": _why(sign, "lines"), **_of_sign(sign), **numbers}
    assert told("targets.yaml", text, TARGETS) == [(3, 1, whole)]


@pytest.mark.parametrize("sign", SIGNS)
def test_a_record_with_its_dash_is_told_once(sign: str) -> None:
    """All of it stands right of where it belongs."""
    head, record, rest = TARGETS.partition("- id: a\n")
    body, last, end = rest.partition("- id: b\n")
    lines = f"{record}{body}".splitlines(keepends=True)
    text = head + "".join(f"{sign}{line}" for line in lines) + last + end
    numbers = {"first": "2", "last": "10", "count": "2", "text": "1"}
    whole = {"why": _why(sign, "shifted"), **_of_sign(sign), **numbers}
    assert told("targets.yaml", text, TARGETS) == [(2, 1, whole)]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("- id: a", 1),
        ("- id: b", 1),
        ("  kind: stock", 3),
        ("    - {value: 2, due: 2026-12-31}", 5),
        ("      due: 2025-12-31", 7),
        ("    ref: 一", 5),
    ],
)
def test_a_line_begins_where_those_it_belongs_to_do(sign: str, line: str, column: int) -> None:
    """Whether one such sign was written for a blank, for two or for four."""
    number = TARGETS.split("\n").index(line) + 1
    for count in (1, 2, 4):
        if column - 1 > 4 * count:
            continue
        text = TARGETS.replace(f"{line}\n", f"{sign * count}{line.strip()}\n")
        (found,) = told("targets.yaml", text, TARGETS)
        assert (found[0], found[2]["why"], found[2]["text"]) == (
            number,
            _why(sign, "column"),
            str(column),
        )


def test_an_entry_that_has_an_id_is_no_record() -> None:
    """A part stands below its outcome's `parts`, whether it is the first or another."""
    sound = "- id: a\n  parts:\n    - {id: x}\n    - {id: y}\n- id: b\n"
    for part in ("    - {id: x}", "    - {id: y}"):
        text = sound.replace(part, f"\t{part.strip()}")
        (found,) = told("outcomes.yaml", text, sound)
        assert (found[2]["why"], found[2]["text"]) == ("tab-column", "5")


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("\t# 注\n- id: a\n", 1, ["tab-column"]),
        ("- id: a\n \t# 注\n  kind: k\n", 2, ["tab-column"]),
        ("- id: a\n\tkind: k\n\t# 注\n\tunit: u\n", 2, ["tab-lines"]),
    ],
)
def test_tabs_before_a_comment(text: str, line: int, why: list[str]) -> None:
    """Are told too, with those of the lines around it where they have them."""
    sound = text.replace("\t# 注\n", "").replace("\t", "  ")
    found = told("targets.yaml", text, sound)
    assert [(one[0], one[2]["why"]) for one in found] == [(line, one) for one in why]


@pytest.mark.parametrize(
    "text",
    [
        "- {\n\tid: a,\n\tkind: k\n  }\n",
        "- id: a\n  note: |\n    甲\n    \tkind: k\n    \t# 注\n",
        '- id: a\n  note: "甲\n\tkind: k\n\t# 注"\n',
        "- id: a\n  note: |\n    甲\n    \u3000\n    乙\n",
    ],
)
def test_where_such_signs_are_right(text: str) -> None:
    """Within braces, in texts and on a line of its own they say nothing of where a line begins."""
    assert compose("targets.yaml", text)[1] == ()


@pytest.mark.parametrize("blanks", ["\u3000\u3000", " \u00a0"])
def test_wide_blanks_alone_on_a_line(blanks: str) -> None:
    """Are a word to YAML; they are to go."""
    sound = "- id: a\n  note: 甲\n"
    (found,) = told("targets.yaml", sound.replace("\n", f"\n{blanks}\n", 1), sound)
    assert (found[0], found[2]["why"]) == (2, "wide-alone")


def test_the_keys_of_a_plan_begin_in_the_first_column() -> None:
    """It is no list, and has no records."""
    sound = "id: x\nstart: 2023-01-01\nclasses:\n  - {id: a}\n  - {id: b}\n"
    text = sound.replace("start", "\tstart").replace("  - {id: b}", "\t- {id: b}")
    found = told("plan.yaml", text, sound)
    assert [(one[0], one[2]["text"]) for one in found] == [(2, "1"), (5, "3")]


def test_places_are_those_of_what_was_written() -> None:
    """A text whose tabs are blanks is mended, and says where everything stood."""
    node, _ = compose("targets.yaml", "- id: a\n\tkind: k\n")
    assert node is not None
    entry = node.items[0].get("kind")  # type: ignore[union-attr]  # a list of records
    assert entry is not None
    assert (entry[0].place.line, entry[0].place.column) == (2, 2)
    assert Mended("\tkind", ()).text == "\tkind"


@pytest.mark.parametrize("junk", ["+", "> ", "12 "])
@pytest.mark.parametrize(
    ("line", "column"),
    [("  kind: stock", 3), ("      due: 2025-12-31", 7), ("    - {value: 2, due: 2026-12-31}", 5)],
)
def test_what_a_copy_brings_along(junk: str, line: str, column: int) -> None:
    """Is no part of the line, which begins where those it belongs to do."""
    node, (found,) = compose("targets.yaml", TARGETS.replace(line, f"{junk}{line}"))
    right, _ = compose("targets.yaml", TARGETS)
    assert node is not None
    assert right is not None
    assert plain(node) == plain(right)
    number = str(TARGETS.split("\n").index(line) + 1)
    numbers = {"column": str(column), "first": number, "last": number}
    assert dict(found.arguments) == {"why": "pasted-column", "text": junk.strip(), **numbers}


@pytest.mark.parametrize("junk", ["+", "> ", "+ "])
def test_a_record_copied_from_a_difference_or_a_mail_is_told_once(junk: str) -> None:
    """With its dash, which it still has."""
    head, record, rest = TARGETS.partition("- id: b\n")
    text = head + "".join(f"{junk}{line}" for line in f"{record}{rest}".splitlines(keepends=True))
    node, (found,) = compose("targets.yaml", text)
    right, _ = compose("targets.yaml", TARGETS)
    assert node is not None
    assert right is not None
    assert plain(node) == plain(right)
    numbers = {"column": "1", "first": "11", "last": "12"}
    assert dict(found.arguments) == {"why": "pasted-lines", "text": junk.strip(), **numbers}


def test_many_such_lines_are_told_up_to_a_bound() -> None:
    """In one record too, however long it is; that no more are told is said."""
    text = "- id: a\n" + "+  kind: s\n  unit: a\n" * (MAX_TOLD + 9)
    slips, told = margins("targets.yaml", text)
    assert (len(slips), len(told)) == (MAX_TOLD + 9, MAX_TOLD + 1)
    assert [one.code for one in told[MAX_TOLD:]] == ["file-too-large"]
