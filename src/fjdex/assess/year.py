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
    before = [one for one in case.readings if case.start.date <= day_of(case, one) <= begin]
    base = before[-1] if before else None
    ends = _Ends(value_of(reading), value_of(base) if base else None)
    ratio = _ratio(case, case.start, begin, day, ends)
    return None if ratio is None else YearPace(ratio, _lean(case, begin, reading, base, ratio))


@dataclass(frozen=True, slots=True)
class _Ends:
    """The value at the year's start (None: what was due then) and the one now."""

    value: Fraction
    base: Fraction | None


def _ratio(case: Case, start: Start, begin: date, day: date, ends: _Ends) -> Fraction | None:
    points = due_points(start, case.goal)
    due_then, due_now = due_on(points, begin), due_on(points, day)
    if due_then is None or due_now is None:
        return None
    due = due_now.value - due_then.value
    base = due_then.value if ends.base is None else ends.base
    toward = due if case.aim.operator.rising else -due
    return (ends.value - base) / due if toward > 0 else None


def _lean(
    case: Case, begin: date, reading: Reading, base: Reading | None, ratio: Fraction
) -> Lean | None:
    """Answer which way the year's pace would move with every bounded figure that entered it."""
    assert case.start is not None  # noqa: S101 (the caller has looked)
    value, then = value_of(reading), value_of(base) if base else None
    step = (abs(case.aim.value - case.start.value) or Fraction(1)) / 1_000_000
    ways = [(case.start, _Ends(value + way * step, then)) for way in ways_of(reading.qualifier)]
    if base is not None and then is not None:
        ways += [(case.start, _Ends(value, then + way * step)) for way in ways_of(base.qualifier)]
    for way in ways_of(case.start.qualifier):
        ways.append((replace(case.start, value=case.start.value + way * step), _Ends(value, then)))
    day = day_of(case, reading)
    moved = (_ratio(case, start, begin, day, ends) for start, ends in ways)
    return lean_of(ratio, moved)


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
