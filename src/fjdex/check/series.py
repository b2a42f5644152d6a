"""Rules about a record's readings among each other: order, doubles, contradictions."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise

from fjdex.check.view import View
from fjdex.plan.findings import Finding
from fjdex.plan.readings import Reading
from fjdex.plan.records import Record, Target
from fjdex.plan.terms import Comparability, Kind, Qualifier, State, Status

Span = tuple[Fraction | None, Fraction | None]

_number = re.compile(r"-?[0-9]+(?:,[0-9]{3})*(?:\.([0-9]+))?").search


def series_faults(view: View) -> Iterator[Finding]:
    """Readings stand oldest first, each key once, and do not contradict each other."""
    for record, readings in view.series():
        yield from _order(view, record, readings)
        yield from _doubles(view, record, readings)
        yield from _contradictions(view, record, readings)
        yield from _falling(view, record, readings)


def _order(view: View, record: Record, readings: Sequence[Reading]) -> Iterator[Finding]:
    latest = date.min
    for reading in readings:
        if reading.date < latest:
            arguments = {"text": reading.date.isoformat(), "above": latest.isoformat()}
            yield Finding("reading-order", view.reading(record.id, reading, "date"), arguments)
        latest = max(latest, reading.date)


def _doubles(view: View, record: Record, readings: Sequence[Reading]) -> Iterator[Finding]:
    first: dict[object, Reading] = {}
    for reading in readings:
        key = reading.key(view.plan.area_read(record, reading))
        if key in first:
            place = view.reading(record.id, reading, "date")
            arguments = {"text": reading.date.isoformat(), "first": str(first[key].line)}
            yield Finding("reading-duplicated", place, arguments)
        first.setdefault(key, reading)


def _contradictions(view: View, record: Record, readings: Sequence[Reading]) -> Iterator[Finding]:
    """Two sources may not say, of the same thing, what cannot both be true after rounding."""
    groups: dict[object, list[Reading]] = {}
    for reading in readings:
        subject = _subject(view, record, reading)
        if subject is not None:
            groups.setdefault(subject, []).append(reading)
    for group in groups.values():
        for index, reading in enumerate(group):
            other = next((one for one in group[:index] if _disjoint(one, reading)), None)
            if other is not None:
                place = view.reading(
                    record.id, reading, "date" if reading.value is None else "value"
                )
                arguments = {"text": _said(reading), "other": _said(other), "line": str(other.line)}
                yield Finding("reading-contradicted", place, arguments)


def _subject(view: View, record: Record, reading: Reading) -> object:
    """Answer what a reading speaks of; None where it is not to be compared."""
    if reading.comparability is not Comparability.SAME or reading.status is Status.PROVISIONAL:
        return None
    area = view.plan.area_read(record, reading)
    if reading.value is not None:
        return (reading.date, reading.period, area, reading.part)
    events = {State.STARTED, State.DELIVERED}
    return (reading.state, area, reading.part) if reading.state in events else None


def _disjoint(one: Reading, other: Reading) -> bool:
    (low, high), (other_low, other_high) = _span(one), _span(other)
    below = high is not None and other_low is not None and high < other_low
    above = other_high is not None and low is not None and other_high < low
    return below or above


def _span(reading: Reading) -> Span:
    """Answer where a reading's true value may lie (of a state, its day as a number)."""
    if reading.value is None:
        first = reading.within.start if reading.within else reading.date
        low = None if reading.qualifier is Qualifier.BY else Fraction(first.toordinal())
        return low, Fraction(reading.date.toordinal())
    value = Fraction(reading.value)
    half = rounding_of(reading)
    if reading.qualifier in {Qualifier.AT_LEAST, Qualifier.FROM}:
        return value, None
    if reading.qualifier is Qualifier.JUST_UNDER:
        return None, value
    if reading.qualifier is Qualifier.ABOUT:
        return None, None
    return value - half, value + half


def rounding_of(reading: Reading) -> Fraction:
    """Answer half of the last digit that a source printed, in the reading's unit.

    7.1万 may stand for anything from 70,500 to 71,500; without a printed figure, the value's own
    digits are the source's.
    """
    value = Fraction(reading.value or 0)
    printed = _number(reading.printed or str(reading.value))
    if printed is None:
        return Fraction(0)
    shown = Fraction(printed[0].replace(",", ""))
    scale = value / shown if shown else Fraction(1)
    return abs(scale) * Fraction(1, 10 ** len(printed[1] or "")) / 2


def _said(reading: Reading) -> str:
    if reading.value is None:
        return reading.date.isoformat()
    return reading.printed or format(reading.value, "f")


def _falling(view: View, record: Record, readings: Sequence[Reading]) -> Iterator[Finding]:
    """A running total does not fall within its year."""
    if not isinstance(record, Target) or record.kind is not Kind.FLOW:
        return
    totals: dict[object, list[Reading]] = {}
    for reading in readings:
        counted = reading.comparability is Comparability.SAME and reading.value is not None
        if counted and reading.period is not None and reading.period.from_new_year:
            subject = (reading.period.start, view.plan.area_read(record, reading), reading.part)
            totals.setdefault(subject, []).append(reading)
    for series in totals.values():
        for before, after in pairwise(sorted(series, key=_period_end)):
            if (after.value or 0) < (before.value or 0) and _period_end(after) > _period_end(
                before
            ):
                place = view.reading(record.id, after, "value")
                arguments = {"text": _said(after), "before": _said(before)}
                yield Finding("total-falling", place, arguments)


def _period_end(reading: Reading) -> date:
    return reading.period.end if reading.period else reading.date
