"""Rules about a record's readings among each other: order, doubles, contradictions."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from fjdex.check.view import View
from fjdex.plan.agreement import contradictions
from fjdex.plan.findings import Finding
from fjdex.plan.readings import Reading
from fjdex.plan.records import Record, Target
from fjdex.plan.terms import Comparability, Kind, State, Status


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
    about = Fraction(view.plan.header.about)
    groups: dict[object, list[Reading]] = {}
    # Of two readings of one key one is to be deleted: the other is judged.
    once = {
        reading.key(view.plan.area_read(record, reading)): reading for reading in readings[::-1]
    }
    for reading in sorted(once.values(), key=lambda one: one.line):
        subject = _subject(view, record, reading)
        if subject is not None:
            groups.setdefault(subject, []).append(reading)
    for group in groups.values():
        for reading, other in contradictions(group, about):
            key = "date" if reading.value is None else "value"
            arguments = {"text": _said(reading), "other": _said(other), "line": str(other.line)}
            place = view.reading(record.id, reading, key)
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


def _said(reading: Reading) -> str:
    if reading.value is None:
        return reading.date.isoformat()
    return reading.printed or format(reading.value, "f")


def _falling(view: View, record: Record, readings: Sequence[Reading]) -> Iterator[Finding]:
    """A running total does not fall within its year, except where it was provisional before."""
    if not isinstance(record, Target) or record.kind is not Kind.FLOW:
        return
    totals: dict[object, list[Reading]] = {}
    for reading in readings:
        counted = reading.comparability is Comparability.SAME and reading.value is not None
        if counted and reading.period is not None and reading.period.from_new_year:
            subject = (reading.period.start, view.plan.area_read(record, reading), reading.part)
            totals.setdefault(subject, []).append(reading)
    for series in totals.values():
        for before, after in _steps(sorted(series, key=_period_end)):
            if (after.value or 0) < (before.value or 0):
                place = view.reading(record.id, after, "value")
                arguments = {"text": _said(after), "before": _said(before)}
                yield Finding("total-falling", place, arguments)


def _steps(series: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Answer each reading after the last final one whose period ends before its own does."""
    final = [one for one in series if one.status is not Status.PROVISIONAL]
    for after in series:
        ended = bisect_left(final, _period_end(after), key=_period_end)
        if ended:
            yield final[ended - 1], after


def _period_end(reading: Reading) -> date:
    return reading.period.end if reading.period else reading.date
