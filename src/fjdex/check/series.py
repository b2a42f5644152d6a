"""Rules about a record's readings among each other: order, doubles, contradictions."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from functools import partial
from operator import attrgetter

from fjdex.check.view import View, answered, told
from fjdex.plan.agreement import contradictions
from fjdex.plan.findings import Finding
from fjdex.plan.readings import Reading
from fjdex.plan.records import Record, Target
from fjdex.plan.terms import Comparability, Kind, State, Status


def series_faults(view: View) -> Iterator[Finding]:
    """Readings stand oldest first, each key once, and do not contradict each other."""
    for record, readings in view.series():
        for rule in (_order, _doubles, _contradictions, _falling):
            yield from told(rule(view, record, readings))


def _order(view: View, record: Record, readings: Sequence[Reading]) -> Iterator[Finding]:
    """One date that is wrong is told at its own line, and not at all that stand below it."""
    dated = list(answered(attrgetter("date"), readings))
    days = [day for _, day in dated]
    risen = _risen(days)
    for at, (reading, day) in enumerate(dated):
        # The readings beside it that stand in order, above and below.
        below = bisect_right(risen, at)
        if below and risen[below - 1] == at:
            continue
        after = below > 0 and days[risen[below - 1]] > day
        other = days[risen[below - 1 if after else below]]
        arguments = {"text": day.isoformat(), "above": other.isoformat()}
        arguments |= {"why": "" if after else "before"}
        yield Finding("reading-order", view.reading(record.id, reading, "date"), arguments)


def _risen(days: Sequence[date]) -> Sequence[int]:
    """Answer where the longest run of days stands of which none is before the one above it.

    Of several that are as long, it is the one whose days stand higher.
    """
    ends: list[int] = []
    longest = [0] * len(days)
    for at in range(len(days) - 1, -1, -1):
        late = -days[at].toordinal()
        length = bisect_right(ends, late)
        ends[length : length + 1] = [late]
        longest[at] = length + 1
    risen: list[int] = []
    left, last = len(ends), date.min
    for at, day in enumerate(days):
        if longest[at] >= left > 0 and day >= last:
            risen.append(at)
            left, last = left - 1, day
    return risen


def _doubles(view: View, record: Record, readings: Sequence[Reading]) -> Iterator[Finding]:
    first: dict[object, Reading] = {}
    for reading, key in answered(partial(_key, view, record), readings):
        if key in first:
            place = view.reading(record.id, reading, "date")
            arguments = {"text": reading.date.isoformat(), "first": str(first[key].line)}
            yield Finding("reading-duplicated", place, arguments)
        first.setdefault(key, reading)


def _key(view: View, record: Record, reading: Reading) -> object:
    return reading.key(view.plan.area_read(record, reading))


def _contradictions(view: View, record: Record, readings: Sequence[Reading]) -> Iterator[Finding]:
    """Two sources may not say, of the same thing, what cannot both be true after rounding."""
    about = Fraction(view.plan.header.about)
    groups: dict[object, list[Reading]] = {}
    # Of two readings of one key one is to be deleted: the other is judged.
    once = {key: one for one, key in answered(partial(_key, view, record), readings[::-1])}
    kept = sorted(once.values(), key=lambda one: one.line)
    for reading, subject in answered(partial(_subject, view, record), kept):
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
    # What else is asked of two readings of one thing is to be known too.
    _ = reading.qualifier, reading.printed, reading.within, reading.unit, reading.measure
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
    for reading, subject in answered(partial(_total, view, record), readings):
        if subject is not None:
            totals.setdefault(subject, []).append(reading)
    for series in totals.values():
        for before, after in _steps(sorted(series, key=_period_end)):
            if (after.value or 0) < (before.value or 0):
                place = view.reading(record.id, after, "value")
                arguments = {"text": _said(after), "before": _said(before)}
                yield Finding("total-falling", place, arguments)


def _total(view: View, record: Record, reading: Reading) -> object:
    """Answer what a reading is a running total of, None where it is none."""
    counted = reading.comparability is Comparability.SAME and reading.value is not None
    if not counted or reading.period is None or not reading.period.from_new_year:
        return None
    # What else is asked of a running total is to be known too.
    _ = reading.status, reading.printed
    return (reading.period.start, view.plan.area_read(record, reading), reading.part)


def _steps(series: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Answer each reading after the last final one whose period ends before its own does."""
    final = [one for one in series if one.status is not Status.PROVISIONAL]
    for after in series:
        ended = bisect_left(final, _period_end(after), key=_period_end)
        if ended:
            yield final[ended - 1], after


def _period_end(reading: Reading) -> date:
    return reading.period.end if reading.period else reading.date
