"""The year's pace, which is how offices judge (序时进度), and what each remaining month must bring.

The year's pace is progress since the year's start over what is due this year up to the reading's
day. An item can be on the plan's schedule and behind its year's.
"""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from fjdex.assess.bounds import value_of
from fjdex.assess.duepath import Start, due_on, due_points
from fjdex.assess.item import Needed, YearPace
from fjdex.assess.pace import Lean, Pace, lean_of, ways_of
from fjdex.assess.values import Case
from fjdex.plan.readings import Reading


def year_pace(case: Case, reading: Reading, pace: Pace) -> YearPace | None:
    """Answer the year's pace of a reading, None where the year has no start to measure from.

    The start is the counting reading on or last before the year's first day, else the value that
    was due then. A running total counts from the year's start already.
    """
    begin = date(case.as_of.year, 1, 1) - timedelta(days=1)
    day = day_of(case, reading)
    if day <= begin:
        return None
    if pace.elapsed is not None:
        return YearPace(pace.ratio, pace.lean) if pace.ratio is not None else None
    if case.start is None or case.start.date > begin:
        return None
    year = _due_of_year(case, case.start, begin, day)
    if year is None:
        return None
    before = [one for one in case.readings if case.start.date <= day_of(case, one) <= begin]
    base = before[-1] if before else None
    then = value_of(base) if base else year.then
    ratio = (value_of(reading) - then) / year.due
    since = day_of(case, base) if base else begin
    return YearPace(ratio, _lean(case, begin, reading, base, year), then, since, year.due)


@dataclass(frozen=True, slots=True)
class _Year:
    """What was due at the year's start, and what is due of it by the reading's day."""

    then: Fraction
    due: Fraction


def _due_of_year(case: Case, start: Start, begin: date, day: date) -> _Year | None:
    """Answer what the year asks up to a day; None where it asks for no progress."""
    points = due_points(start, case.goal)
    then, now = due_on(points, begin), due_on(points, day)
    if then is None or now is None:
        return None
    due = now.value - then.value
    toward = due if case.aim.operator.rising else -due
    return _Year(then.value, due) if toward > 0 else None


def _lean(
    case: Case, begin: date, reading: Reading, base: Reading | None, year: _Year
) -> Lean | None:
    """Answer which way the year's pace moves with each bounded figure that entered it.

    As with pace, half the way to where nothing would be due tells.
    """
    assert case.start is not None  # noqa: S101 (the caller has looked)
    value, step = value_of(reading), abs(year.due) / 2
    then = value_of(base) if base else year.then
    moved = [(value + way * step - then) / year.due for way in ways_of(reading.qualifier)]
    if base is not None:
        moved += [(value - then - way * step) / year.due for way in ways_of(base.qualifier)]
    for way in ways_of(case.start.qualifier):
        start = replace(case.start, value=case.start.value + way * step)
        other = _due_of_year(case, start, begin, day_of(case, reading))
        if other is not None:
            moved.append((value - (then if base else other.then)) / other.due)
    return lean_of((value - then) / year.due, moved)


def day_of(case: Case, reading: Reading) -> date:
    """Answer the day that a reading speaks of: of a flow its period's last."""
    return reading.period.end if case.flow and reading.period else reading.date


def needed(case: Case, reading: Reading, pace: Pace) -> Needed | None:
    """Answer what each month from the day asked about to the due day must bring.

    For a running total, of its own year; else since the baseline.
    """
    start = _start(case, reading, pace)
    if start is None or (case.flow and pace.elapsed is None):
        return None
    left, gone = months(case.as_of, case.goal.due), months(start.date, reading.date)
    if left <= 0 or gone <= 0:
        return None
    value = value_of(reading)
    if case.aim.reached_by(reading):
        return None
    return Needed((case.aim.value - value) / left, (value - start.value) / gone)


def _start(case: Case, reading: Reading, pace: Pace) -> Start | None:
    if pace.elapsed is None:
        return case.start
    if reading.date.year != case.goal.due.year:
        return None
    return Start(Fraction(0), date(reading.date.year, 1, 1) - timedelta(days=1))


def months(first: date, last: date) -> Fraction:
    """Answer the months from the end of one day to the end of another.

    Each day is its share of its own month, so that from one month's end to another's they are
    whole.
    """
    return _month(last) - _month(first)


def _month(day: date) -> Fraction:
    length = calendar.monthrange(day.year, day.month)[1]
    return day.year * 12 + day.month + Fraction(day.day, length)
