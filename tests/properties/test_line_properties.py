"""Readings: written and read back the same, by the pattern and by the full parser."""

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

import builders as b
from fjdex.load import load
from fjdex.plan.period import parse_period
from fjdex.plan.readings import Reading
from fjdex.plan.scalars import Malformed
from fjdex.plan.terms import Comparability, Qualifier, State, Status
from fjdex.plan.words import Words
from fjdex.yamlio.lines import read_lines, write_flow, write_line

ALPHABET = st.sampled_from("aZ09 指标😀,:#{}[]\"'\\&*!|>%@`<=-?~_/（）“”·é\u3000\u00a0.")
text = st.text(ALPHABET, min_size=1, max_size=12).filter(str.strip)
text |= st.sampled_from(["null", "true", "no", "1", "2022-09-30", "~", "- a", "a: b", "a #b", "<<"])
words = st.builds(Words, text, text)
slug = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True).filter(
    lambda one: one != "null"
)
day = st.dates(date(1900, 1, 1), date(2200, 12, 31))
period = st.sampled_from(["2022", "2022H1", "2022Q3", "2022-09", "2022-01/2022-09"]).map(
    parse_period
)
number = st.from_regex(r"-?(0|[1-9][0-9]{0,9})(\.[0-9]{1,6})?", fullmatch=True).map(Decimal)


T = TypeVar("T")


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """Answer nothing or a value."""
    return st.none() | strategy


readings = st.builds(
    Reading,
    date=day,
    within=maybe(period),
    period=maybe(period),
    area=maybe(st.sampled_from(["东市", "平潭（实验区）", "a·b"])),
    part=maybe(slug),
    value=maybe(number),
    state=maybe(st.sampled_from(State)),
    qualifier=st.sampled_from(Qualifier),
    status=st.sampled_from(Status),
    printed=maybe(text),
    measure=maybe(words),
    unit=maybe(text),
    comparability=st.sampled_from(Comparability),
    source=maybe(slug),
    note=maybe(words),
)


@given(readings)
def test_a_line_reads_back_as_the_reading_that_was_written(reading: Reading) -> None:
    """Writing and reading are each other's inverse."""
    line = write_line(reading)
    assert read_lines(line) == (reading,)
    assert [write_line(one) for one in read_lines(line) or ()] == [line]


def loaded(body: str) -> tuple[Reading, ...]:
    """Read a file of readings in which nothing is wrong."""
    return tuple(b.plan_of(b.folder(readings={"t": body})).readings["t"])


@given(readings)
@settings(max_examples=60)
def test_the_full_parser_reads_the_same_line_the_same(reading: Reading) -> None:
    """A space more makes the line canonical no longer, and the reading is the same."""
    line = write_line(reading)
    spaced = line.removesuffix("}") + " }"
    assert read_lines(spaced) is None
    assert loaded(spaced) == loaded(line) == (reading,)


@given(readings)
@settings(max_examples=60)
def test_block_style_reads_the_same(reading: Reading) -> None:
    """One key a line, each written as the canonical line writes it."""
    keys = [one.name for one in fields(Reading) if one.name != "line"]
    bare = Reading(date=reading.date)
    pairs = []
    for key in keys:
        value = getattr(reading, key)
        if key != "date" and value != getattr(bare, key):
            alone = write_flow(Reading(date=reading.date, **{key: value}))
            pairs.append(alone.removesuffix("}").split(", ", 1)[1])
    block = "\n  ".join([f"- date: {reading.date}", *pairs])
    assert loaded(block + "\n") == (reading,)


PIECES = ["- {date: 2022-09-30", ", value: 1", ", source: null", ", source: a", ", part: null", "}"]
PIECES += [
    "\n",
    "\r\n",
    "\t",
    " ",
    "\u3000",
    "# x",
    ", printed: null",
    ", printed: a b",
    ", note: ",
    '"x"',
]
PIECES += [
    "- {date: 2022-09-30}\n",
    "- {date: 2022-02-30}\n",
    "~",
    ", period: 2022-01/",
    ", line: 1",
]


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
@settings(max_examples=300)
def test_whatever_the_pattern_reads_the_full_parser_reads_the_same(body: str) -> None:
    """A file is the same readings whichever way it goes."""
    fast = read_lines(body)
    if fast is not None:
        flow = "- {date: 2000-01-01 }"
        slow = load(b.folder(readings={"t": f"{body.rstrip(' ')}\n{flow}\n"}))
        assert slow.findings == ()
        assert slow.plan is not None
        assert slow.plan.readings["t"][:-1] == fast


@given(readings, st.text(max_size=8))
def test_a_line_that_was_written_is_one_that_loads(reading: Reading, note: str) -> None:
    """Whatever the note holds, the line is refused or the folder with it is sound."""
    noted = Reading(date=reading.date, printed=note)
    try:
        line = write_line(noted)
    except Malformed:
        return
    assert loaded(line + "\n") == (noted,)
