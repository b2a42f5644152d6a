"""Writing into readings files of any shape: one line more, one other, one less, and no other byte.

The files are made of readings in every legal shape, with comments and blank lines between them.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import builders as b
from fjdex.load import load
from fjdex.plan.readings import Reading
from fjdex.yamlio.brackets import Unsplicable
from fjdex.yamlio.lines import write_flow
from fjdex.yamlio.splice import insert_reading, insert_readings, remove_item, replace_item

DAYS = [date(2021, month, 28) for month in range(1, 13)]
NOTES = ("甲", "two words", "😀　乙", "12：30", "a#b")


@dataclass(frozen=True)
class Piece:
    """A stretch of whole lines: a reading in some shape (`reading` set), or what lies between."""

    lines: tuple[str, ...]
    reading: Reading | None = None


SHAPES = (
    "- {{date: {day}, value: {value}, note: {note}}}",
    "- {{date: {day}, value: {value}, note: {note}}} # 旁",
    "- {{ value: {value} ,  date: {day},note: {note} }}  ",
    '-  {{"date": \'{day}\', \'value\': "{value}", note: "{note}"}}',
    "- {{date: {day}, # 日\n   value: {value},\n\n   note: {note}}} # 旁",
    "- date: {day}\n  value: {value}\n  note: {note}",
    "-   date: {day} # 日\n    # 值\n    value: {value}\n\n    note:\n      '{note}' # 旁",
    "- note: >-\n    {note}\n  value: {value}\n  date: {day}",
    "- date: {day}\n  note: |-\n    {note}\n  value: {value}",
    '- date: {day}\n  value: {value}\n  note: "{note}"',
    "- date: {day}\n  value: {value}\n  note: {{zh: {note}, en: {note}}} # 旁",
)
BETWEEN = ("# 注", "", "   ", "      # 深", "# - {date: 2021-01-01, value: 1}")


def reading_of(day: date, value: Decimal, note: str) -> Reading:
    """Answer the reading that a shape writes."""
    written = f"date: {day}, value: {value}, note: {note}"
    return b.reading_of(written)


@st.composite
def pieces(draw: st.DrawFn) -> tuple[Piece, ...]:
    """Make the pieces of a file, its readings oldest first."""
    days = sorted(draw(st.lists(st.sampled_from(DAYS), max_size=5)))
    made: list[Piece] = []
    for number, day in enumerate(days):
        note, value = draw(st.sampled_from(NOTES)), Decimal(number)
        shape = draw(st.sampled_from(SHAPES)).format(day=day, value=value, note=note)
        made += [Piece((line,)) for line in draw(st.lists(st.sampled_from(BETWEEN), max_size=2))]
        made.append(Piece(tuple(shape.split("\n")), reading_of(day, value, note)))
    made += [Piece((line,)) for line in draw(st.lists(st.sampled_from(BETWEEN), max_size=2))]
    return tuple(made)


@dataclass(frozen=True)
class Style:
    """How a file is laid out around its pieces."""

    margin: str
    newline: str
    final: bool
    head: tuple[str, ...]
    foot: tuple[str, ...]

    def text(self, lines: tuple[str, ...]) -> str:
        """Put lines together as a file."""
        whole = (*self.head, *lines, *self.foot)
        return self.newline.join(whole) + (self.newline if self.final and whole else "")

    def indented(self, made: tuple[Piece, ...]) -> tuple[str, ...]:
        """Answer the lines of pieces at the list's margin."""
        return tuple(
            self.margin + line if line.strip() else line for one in made for line in one.lines
        )


styles = st.builds(
    Style,
    margin=st.sampled_from(["", "  "]),
    newline=st.sampled_from(["\n", "\r\n"]),
    final=st.booleans(),
    head=st.sampled_from([(), ("# 头",), ("---",), ("# 头", "", "---", "# 头")]),
    foot=st.sampled_from([(), ("# 尾",), ("...",), ("", "# 尾", "")]),
).filter(lambda one: "---" in one.head or "..." not in one.foot)
new_readings = st.builds(
    Reading,
    date=st.sampled_from(DAYS),
    value=st.sampled_from([Decimal(70), Decimal("0.10")]),
    note=st.none(),
)


def read(text: str) -> list[Reading]:
    """Answer the readings of a text in which nothing may be wrong."""
    return list(b.plan_of(b.folder(readings={"t": text})).readings["t"])


def held(made: tuple[Piece, ...]) -> list[Reading]:
    """Answer the readings of pieces."""
    return [one.reading for one in made if one.reading is not None]


def lines_of(text: str) -> list[str]:
    """Answer a file's lines without their ends; those are judged by themselves."""
    return [line.removesuffix("\r") for line in text.split("\n")]


def ends_alike(text: str, style: Style) -> bool:
    """Whether every line of a file ends as its style says, the last one too."""
    bare = text.replace("\r\n", "") if style.newline == "\r\n" else text.replace("\n", "")
    return "\r" not in bare and "\n" not in bare and text.endswith(style.newline) == style.final


usual = settings(max_examples=100)


@usual
@given(pieces().filter(held), styles)
def test_the_files_are_what_they_are_meant_to_be(made: tuple[Piece, ...], style: Style) -> None:
    """Whatever its shape, a file reads as the readings that it was made of."""
    assert read(style.text(style.indented(made))) == held(made)


@usual
@given(pieces().filter(held), styles, new_readings)
def test_a_reading_goes_in_and_comes_out(
    made: tuple[Piece, ...], style: Style, reading: Reading
) -> None:
    """One line more; old plus new is read back; taken out again, no byte is left changed."""
    text = style.text(style.indented(made))
    assume(style.newline in text)  # one bare line does not say how lines end
    new = insert_reading(text, reading)
    old_lines, new_lines = lines_of(text), lines_of(new)
    line = f"{style.margin}- {write_flow(reading)}"
    at = new_lines.index(line)
    before = [one for one in held(made) if one.date <= reading.date]
    after = held(made)[len(before) :]
    assert new_lines[:at] + new_lines[at + 1 :] == old_lines
    assert (read(new), ends_alike(new, style)) == (
        [*before, reading, *after],
        ends_alike(text, style),
    )
    assert remove_item(new, len(before)) == text


@usual
@given(pieces().filter(held), styles, new_readings, st.data())
def test_a_reading_is_replaced(
    made: tuple[Piece, ...], style: Style, reading: Reading, data: st.DataObject
) -> None:
    """The lines before and after it stay, and so does what stands beside its end."""
    at, start, end = chosen(made, style, data)
    text = style.text(style.indented(made))
    lines = lines_of(text)
    flow = write_flow(reading)
    if len(made_of := one_of(made, at).lines) > 1 and "# " in "".join(made_of[:-1]):
        with pytest.raises(Unsplicable):
            replace_item(text, at, flow)
        return
    new = replace_item(text, at, flow)
    new_lines = lines_of(new)
    beside = " # 旁" if lines[end - 1].endswith("# 旁") else ""
    assert (new_lines[:start], new_lines[start + 1 :]) == (lines[:start], lines[end:])
    written = new_lines[start].strip()
    assert (written.removeprefix("-").strip(), written.endswith(beside)) == (flow + beside, True)
    given_ = held(made)
    assert read(new) == [*given_[:at], reading, *given_[at + 1 :]]


@usual
@given(pieces().filter(held), styles, st.data())
def test_a_reading_is_removed(made: tuple[Piece, ...], style: Style, data: st.DataObject) -> None:
    """Its lines are gone and no other."""
    at, start, end = chosen(made, style, data)
    text = style.text(style.indented(made))
    lines = lines_of(text)
    new = remove_item(text, at)
    given_ = held(made)
    assert lines_of(new) == lines[:start] + lines[end:] or not new
    assert read(new) == [*given_[:at], *given_[at + 1 :]] or not new.strip()


def chosen(made: tuple[Piece, ...], style: Style, data: st.DataObject) -> tuple[int, int, int]:
    """Choose a reading: its number, the index of its first line and that after its last."""
    at = data.draw(st.integers(0, len(held(made)) - 1))
    start, number = len(style.head), -1
    for one in made:
        number += one.reading is not None
        if number == at:
            return at, start, start + len(one.lines)
        start += len(one.lines)
    raise AssertionError


def one_of(made: tuple[Piece, ...], at: int) -> Piece:
    """Answer the piece of a reading, by its number."""
    return [one for one in made if one.reading is not None][at]


@usual
@given(pieces().filter(held), styles)
def test_a_file_is_found_sound_however_it_is_written(made: tuple[Piece, ...], style: Style) -> None:
    """No legal shape is a finding."""
    texts = b.folder(readings={"t": style.text(style.indented(made))})
    assert load(texts).findings == ()


@given(
    made=pieces(),
    new=st.lists(st.tuples(st.sampled_from(DAYS), st.integers(100, 999)), min_size=1, max_size=4),
    end=st.sampled_from(["", "\n"]),
)
@settings(max_examples=60, deadline=None)
def test_several_go_in_as_they_would_one_by_one(
    made: tuple[Piece, ...], new: list[tuple[date, int]], end: str
) -> None:
    """The oldest first, into a file of any shape, which is read but once."""
    text = "\n".join(line for piece in made for line in piece.lines) + end
    readings = [Reading(date=day, value=Decimal(value), source="new") for day, value in new]
    one_by_one = text
    for reading in sorted(readings, key=lambda one: one.date):
        one_by_one = insert_reading(one_by_one, reading)

    assert insert_readings(text, readings) == one_by_one
