"""From what a row says to a reading, understood as `fjdex record` understands its options."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from fjdex.cli.entry import Asked, reading_asked
from fjdex.exchange.grid import CellPlace, Problem
from fjdex.exchange.rows import Entry, Word
from fjdex.plan.failures import Failure
from fjdex.plan.period import Period, parse_period
from fjdex.plan.plan import Plan
from fjdex.plan.quantities import parse_quantity, parse_state
from fjdex.plan.readings import Reading
from fjdex.plan.records import Record, Target
from fjdex.plan.scalars import MAX_TEXT, Malformed, parse_day
from fjdex.plan.terms import Comparability, Kind
from fjdex.plan.words import Words
from fjdex.yamlio.scan import holds_forbidden

# What `fjdex record` has an option for, one judged apart from the other.
_OPTIONS = (
    *("value", "date", "source", "area", "part", "period"),
    *("qualifier", "comparability", "status", "printed"),
)
_NOTES = ("note", "note_zh", "note_en")
_MEASURES = ("measure", "measure_zh", "measure_en")


def asked_in(entry: Entry, day: date | None, source: str | None) -> Asked:
    """Answer the options that a row amounts to; `day` and `source` stand in for what it lacks."""
    given = dict.fromkeys((*_OPTIONS, "note")) | {name: _text(entry, name) for name in _OPTIONS}
    if day_in(given["date"]) is None:
        spans = (span_in(entry), _period(given["period"]))
        last = next((one.end for one in spans if one), day)
        given["date"] = last.isoformat() if last else None
    given["source"] = given["source"] or source
    return Asked(**given)


def span_in(entry: Entry) -> Period | None:
    """Answer the period that a row names in the place of a day, or beside it as within."""
    return _period(_text(entry, "within")) or _period(_text(entry, "date"))


def _text(entry: Entry, name: str) -> str | None:
    return entry.words[name].text if name in entry.words else None


def _period(text: str | None) -> Period | None:
    try:
        return parse_period(text) if text else None
    except Malformed:
        return None


def reading_in(plan: Plan, entry: Entry, asked: Asked, today: date) -> Reading | list[Problem]:
    """Answer the reading that a row says, or everything that is wrong with its words."""
    problems = list(_text_faults(entry))
    if entry.faulty:
        # What was told already is put aside, so that the other words can be judged.
        sound = asked.value or _harmless(entry.record)
        asked = replace(asked, value=sound, period=asked.period or str(today.year - 1))
    asked = replace(asked, date=asked.date or today.isoformat())
    measured = [name for name in _MEASURES if name in entry.words]
    other = asked.comparability or Comparability.NEAR.value
    plain = replace(asked, value=_harmless(entry.record), comparability=other)
    try:
        reading = reading_asked(plan, entry.record, plain if measured else asked, today)
        if measured:
            reading = _of_measure(entry, asked, reading)
    except Failure as failure:
        faults = list(_faults(plan, entry, asked, today, measured=bool(measured)))
        return problems + (faults or [_problem(failure, entry, "")])
    if problems:
        return problems
    within, note = span_in(entry) or reading.within, _both(entry, _NOTES) or reading.note
    return replace(reading, within=within, note=note)


def _text_faults(entry: Entry) -> Iterator[Problem]:
    for name in (*_NOTES, *_MEASURES, "unit"):
        word = entry.words.get(name)
        if word is None:
            continue
        sign = holds_forbidden(word.text)
        if sign is not None:
            yield Problem("sign-forbidden", word.place, {"text": sign})
        elif len(word.text) > MAX_TEXT:
            yield Problem("text-too-long", word.place, {"limit": f"{MAX_TEXT:,}"})


def _harmless(record: Record) -> str:
    """Answer a value that a record takes for certain."""
    numeric = isinstance(record, Target) and record.kind is not Kind.DELIVERABLE
    return "0" if numeric else "planned"


def _faults(
    plan: Plan, entry: Entry, asked: Asked, today: date, *, measured: bool
) -> Iterator[Problem]:
    """Judge each word by itself, the others being such as nobody would doubt."""
    value = _harmless(entry.record)
    safe = Asked(value, today.isoformat(), *[None] * 9)
    safe = replace(safe, period=str(today.year - 1), part=asked.part)
    try:
        reading_asked(plan, entry.record, safe, today)
    except Failure as failure:
        # The part alone is what is wrong with these; it goes with every other word.
        yield _problem(failure, entry, "part")
        safe = replace(safe, part=None)
        asked = replace(asked, part=None)
    for name in _OPTIONS:
        word = getattr(asked, name)
        if word is None or (name == "value" and measured):
            continue
        try:
            reading_asked(plan, entry.record, replace(safe, **{name: word}), today)
        except Failure as failure:
            yield _problem(failure, entry, name)
        if name == "part":
            safe = replace(safe, part=None)


def _problem(failure: Failure, entry: Entry, name: str) -> Problem:
    return Problem(failure.code, place_in(entry, name), failure.arguments)


def place_in(entry: Entry, name: str) -> CellPlace:
    """Answer the cell of a word, or that of the value where a row leaves the word out."""
    return entry.words[name].place if name in entry.words else entry.value_place


def _of_measure(entry: Entry, asked: Asked, reading: Reading) -> Reading:
    """Put in the value of another measure, in its own unit; raises `Failure`."""
    unit, text = _text(entry, "unit"), asked.value or ""
    measure = _both(entry, _MEASURES)
    state = parse_state(text)
    code = asked.comparability or ("same" if measure is None else "proxy")
    own = replace(
        reading, measure=measure, unit=unit, comparability=type(reading.comparability)(code)
    )
    if state is not None:
        return replace(own, value=None, state=state)
    try:
        entered = parse_quantity(text, unit or "")
    except Malformed as error:
        raise Failure(error.code, **{"unit": unit or "", **error.arguments}) from error
    qualifier = reading.qualifier if asked.qualifier else entered.qualifier
    printed = asked.printed or entered.printed
    return replace(own, value=entered.value, state=None, qualifier=qualifier, printed=printed)


def _both(entry: Entry, names: tuple[str, str, str]) -> Words | None:
    """Answer what is worded once, or in each language; one language stands for both."""
    words: Mapping[str, Word] = entry.words
    one, zh, en = (words[name].text if name in words else None for name in names)
    first = one or zh or en
    return Words(zh or first, en or first) if first else None


def day_in(text: str | None) -> date | None:
    """Answer the day that a word writes as a file does, None for anything else."""
    try:
        return parse_day(text)
    except Malformed:
        return None
