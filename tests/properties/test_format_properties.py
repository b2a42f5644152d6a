"""Bringing any file into canonical form keeps what it says, and is done once.

Documents are built of pieces as people write them: block and flow, quotes, texts of several lines,
comments and blank lines, margins. What they say is read by another parser than ours.
"""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fjdex.plan.readings import Reading
from fjdex.yamlio.brackets import Unsplicable
from fjdex.yamlio.canonical import (
    format_readings,
    format_records,
    is_canonical,
    rewrite_readings,
)
from fjdex.yamlio.lines import read_lines, write_flow
from fjdex.yamlio.splice import insert_reading, remove_item, replace_item
from properties.test_splice_properties import (
    Piece,
    Style,
    held,
    new_readings,
    pieces,
    read,
    styles,
)
from readers import comments_of, typed, words_of

usual = settings(max_examples=100)

# Scalars as they are written in a block mapping, and within brackets.
PLAIN = ("a", "two words", "甲", "1", "0.60", "2022-06-30", "7.1万", "~", "true", "010", "it's")
QUOTED = (
    "'1'", '"2022"', "'no'", "'~'", '"a: b"', "'# c'", "'it''s'", '"\\u4e2d"', "''", '" a"',
    "'+.5'",
    "'.inf'", "'2022-06-30'", '"x\\ny"', "'0x1f'", "'- a'", "'a  b'", '"[a]"', "'y'", "'1_0'",
)  # fmt: skip
BLOCK_ONLY = ("12:30", "http://x.cn/?a=1#b", "a, b", "a [b]", "-1至5")
TEXTS = (
    "|\n{0}one\n{0}two",
    "|-\n{0}one\n\n{0}two",
    "|+\n{0}one\n\n",
    "|\n{0}# no comment\n{0}two # nor here",
    ">\n{0}one\n{0}two",
    ">-\n{0}one\n\n{0}two",
    "| # 旁\n{0}one",
    "one\n{0}two",
    "'one\n{0}two'",
    '"one\n\n{0}two"',
    "|\n{0}one\n{0}  two",
)
# None is a key of ours: where those stand the reader asks for more than YAML does.
NAMES = ("is", "名", "'nota'", '"zz"', "a b", "k-1", "2022")
COMMENTS = ("# 注", "#", "#- {a: 1}", "# a: b # c", "")
BESIDE = ("", "", "", " # 旁", "   # - x", "  ")

words = st.sampled_from(PLAIN + QUOTED)


@st.composite
def flows(draw: st.DrawFn, depth: int = 2) -> str:
    """Make a value within brackets, on one line or over several, with comments."""
    kind = draw(st.sampled_from(["word", "word", "list", "mapping"] if depth else ["word"]))
    if kind == "word":
        word: str = draw(words)
        return word
    inner = draw(st.lists(flows(depth - 1), max_size=3))
    gap = draw(
        st.sampled_from([" ", "", "  ", "\n      ", " # 内\n      ", "\n      # 内\n      "])
    )
    close = draw(st.sampled_from(["", " ", ",", "\n      ", ", # 末\n      "])) if inner else ""
    if kind == "list":
        return "[" + f",{gap or ' '}".join(inner) + close + "]"
    keys = draw(st.permutations(["a", "'b'", "丙"]))
    pairs = [f"{key}: {value}" for key, value in zip(keys, inner, strict=False)]
    return "{" + f",{gap or ' '}".join(pairs) + (close if pairs else "") + "}"


@dataclass(frozen=True)
class Layout:
    """How deep a document's collections are indented."""

    margin: str
    step: int
    dashes: bool  # whether lists stand at the column of their key


@st.composite
def between(draw: st.DrawFn, indent: int) -> list[str]:
    """Make comments and blank lines, as deep as what follows or deeper."""
    given_ = draw(st.lists(st.sampled_from(COMMENTS), max_size=2))
    deeper = st.sampled_from([0, 0, 2, 5])
    return [" " * (indent + draw(deeper)) + one if one else "" for one in given_]


@st.composite
def mappings(draw: st.DrawFn, layout: Layout, indent: int, depth: int) -> list[str]:
    """Make the lines of a block mapping."""
    lines: list[str] = []
    for name in draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True)):
        lines += draw(between(indent)) if lines else []
        head = f"{' ' * indent}{name}{draw(st.sampled_from(['', '', ' ']))}:"
        kind = draw(st.sampled_from(["word", "word", "flow", "text", "nothing", "list", "mapping"]))
        beside = draw(st.sampled_from(BESIDE))
        deeper = " " * (indent + layout.step)
        if kind == "nothing":
            lines.append(head + beside)
        elif kind == "flow":
            value = draw(flows()).replace("\n      ", f"\n{deeper}  ")
            lines += f"{head} {value}{beside}".split("\n")
        elif kind == "text":
            lines += f"{head} {draw(st.sampled_from(TEXTS)).format(deeper)}".split("\n")
        elif kind == "list" and depth:
            own = indent if layout.dashes else indent + layout.step
            lines += [head + beside, *draw(lists(layout, own, depth - 1))]
        elif kind == "mapping" and depth:
            lines += [head + beside, *draw(mappings(layout, indent + layout.step, depth - 1))]
        else:
            space = draw(st.sampled_from([" ", "   ", f"\n{deeper}"]))
            value = draw(words | st.sampled_from(BLOCK_ONLY))
            lines += f"{head}{space}{value}{beside}".split("\n")
    return lines


@st.composite
def lists(draw: st.DrawFn, layout: Layout, indent: int, depth: int) -> list[str]:
    """Make the lines of a block list."""
    lines: list[str] = []
    margin = " " * indent
    for _ in range(draw(st.integers(1, 3))):
        lines += draw(between(indent)) if lines else []
        kind = draw(st.sampled_from(["mapping", "mapping", "flow", "word", "own line"]))
        beside = draw(st.sampled_from(BESIDE))
        if kind in {"mapping", "own line"}:
            inner = draw(mappings(layout, indent + layout.step, depth - 1 if depth else 0))
            if kind == "own line":
                lines += [f"{margin}-{beside}", *inner]
            else:
                first = inner[0].removeprefix(margin + " " * layout.step)
                lines += [f"{margin}-{' ' * (layout.step - 1)}{first}", *inner[1:]]
        elif kind == "flow":
            value = draw(flows()).replace("\n      ", f"\n{margin}   ")
            lines += f"{margin}- {value}{beside}".split("\n")
        else:
            lines.append(f"{margin}- {draw(words)}{beside}")
    return lines


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Make a file of records, or a mapping such as plan.yaml."""
    indent = draw(st.sampled_from([0, 0, 2]))
    layout = Layout(" " * indent, draw(st.sampled_from([2, 2, 3, 4])), draw(st.booleans()))
    body = draw(st.one_of(lists(layout, indent, 2), mappings(layout, indent, 2)))
    head = draw(st.sampled_from([[], ["# 头"], ["---"], ["# 头", "", "--- # 起"], ["", "#!"]]))
    foot = draw(st.sampled_from([[], ["# 尾"], ["", "  # 尾", ""], ["..."], ["...", "# 尾"]]))
    newline = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    if "---" not in "".join(head):
        foot = [one for one in foot if one != "..."]
    return newline.join([*head, *body, *foot]) + draw(st.sampled_from([newline, newline, ""]))


@usual
@given(documents())
def test_records_keep_what_they_say(text: str) -> None:
    """Read by another parser, a formatted file says the same, in texts and numbers."""
    new = format_records(text)

    assert words_of(new) == words_of(text)
    assert repr(typed(new, (1, 2))) == repr(typed(text, (1, 2)))
    assert repr(typed(new, (1, 1))) == repr(typed(text, (1, 1)))


@usual
@given(documents())
def test_records_keep_their_comments(text: str) -> None:
    """Every comment is kept, letter for letter."""
    assert comments_of(format_records(text)) == comments_of(text)


@usual
@given(documents())
def test_records_are_formatted_once(text: str) -> None:
    """A formatted file is in form, and its outside is as it should be."""
    new = format_records(text)

    assert format_records(new) == new
    assert [line for line in new.split("\n") if line != line.rstrip()] == []
    assert (new.startswith("\n"), new.endswith("\n"), "\r" in new) == (False, True, False)


def said(made: tuple[Piece, ...]) -> list[Reading]:
    """Answer the readings of pieces, oldest first."""
    return sorted(held(made), key=lambda one: one.date)


@usual
@given(pieces(), styles, st.booleans())
def test_readings_keep_what_they_say(made: tuple[Piece, ...], style: Style, turned: bool) -> None:  # noqa: FBT001
    """A formatted file holds the same readings, oldest first, and the same comments."""
    if turned:
        made = made[::-1]
    text = style.text(style.indented(made))

    new = format_readings(text)

    assert read(new) == said(made)
    assert comments_of(new) == comments_of(text)
    assert format_readings(new) == new


@usual
@given(pieces(), styles)
def test_formatted_readings_are_read_line_by_line(made: tuple[Piece, ...], style: Style) -> None:
    """After `fmt` the fast reader reads the file, with or without comments beside its lines."""
    new = format_readings(style.text(style.indented(made)))

    fast = read_lines(new)

    assert fast is not None
    assert list(fast) == read(new)


@usual
@given(pieces(), styles)
def test_what_is_told_canonical_line_by_line_is(made: tuple[Piece, ...], style: Style) -> None:
    """The full parser would write the same; in canonical form only indented comments need it."""
    text = style.text(style.indented(made))
    new = rewrite_readings(text)
    for one in (text, new):
        assert not is_canonical(one) or rewrite_readings(one) == one
    indented = any(line.startswith(" ") for line in new.split("\n"))
    assert is_canonical(new) == (bool(new) and not indented)


@usual
@given(pieces(), styles, new_readings)
def test_a_formatted_file_takes_every_reading(
    made: tuple[Piece, ...], style: Style, reading: Reading
) -> None:
    """In canonical form a line goes in at its day, and the file stays in form; out again too."""
    text = format_readings(style.text(style.indented(made)))
    before = [one for one in said(made) if one.date <= reading.date]

    new = insert_reading(text, reading)

    assert read(new) == [*before, reading, *said(made)[len(before) :]]
    assert format_readings(new) == new
    assert remove_item(new, len(before)) == text


@usual
@given(pieces().filter(held), styles, new_readings, st.data())
def test_a_formatted_reading_is_replaced(
    made: tuple[Piece, ...], style: Style, reading: Reading, data: st.DataObject
) -> None:
    """In canonical form every reading can be corrected, and what stands beside it stays."""
    text = format_readings(style.text(style.indented(made)))
    old = said(made)
    at = data.draw(st.integers(0, len(old) - 1))

    new = replace_item(text, at, write_flow(reading))

    assert read(new) == [*old[:at], reading, *old[at + 1 :]]
    assert comments_of(new) == comments_of(text)
    assert len(new.split("\n")) == len(text.split("\n"))


@usual
@given(
    st.lists(st.sampled_from(["a", "{b: 1}", "'c, d'", "[e]"]), min_size=1, max_size=4),
    st.sampled_from([", ", ",", ",\n  ", "\n  , ", " ,  "]),
    st.sampled_from(["", " ", ",", ",\n", "\n"]),
    st.integers(0, 3),
)
def test_a_list_in_brackets_gives_back_its_bytes(
    items: list[str], separator: str, end: str, index: int
) -> None:
    """Whatever separates the items of a list, one that comes out leaves the others as they are."""
    text = f"[{separator.join(items)}{end}]\n"
    at = index % len(items)

    rest = remove_item(text, at)

    assert rest == f"[{separator.join([*items[:at], *items[at + 1 :]])}{end}]\n"


@usual
@given(documents(), st.sampled_from(["&x ", "!!str ", "*x ", "<<<<<<< a\n"]), st.data())
def test_what_is_no_data_file_has_no_form(text: str, put: str, data: st.DataObject) -> None:
    """With something put in anywhere a file is left as it is, or it still says what it says."""
    at = data.draw(st.integers(0, len(text)))
    other = text[:at] + put + text[at:]

    try:
        new = format_records(other)
    except Unsplicable:
        return
    assert repr(typed(new, (1, 2))) == repr(typed(other, (1, 2)))


def test_the_documents_are_many() -> None:
    """The pieces make block and flow, comments and texts of several lines: nothing is left out."""
    made: list[str] = []

    @settings(max_examples=100, database=None, derandomize=True)
    @given(documents())
    def collect(text: str) -> None:
        made.append(text)

    collect()
    signs = ["# 旁", "|", ">\n", "[", "{", "\r\n", "---", "\n- ", "\n  - ", "# 内", "''"]
    assert [sign for sign in signs if not any(sign in one for one in made)] == []
    with pytest.raises(Unsplicable):
        format_records("a: [")
