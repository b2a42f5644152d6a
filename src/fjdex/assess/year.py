"""The year's pace, which is how offices judge (序时进度), and what each remaining month must bring.

The year's pace is progress since the year's start over what is due this year up to the reading's
day. An item can be on the plan's schedule and behind its year's.
"""

import calendar
from datetime import date, timedelta
from fractions import Fraction

from fjdex.assess.bounds import value_of
from fjdex.assess.duepath import Start, due_on, due_points
from fjdex.assess.item import Needed
from fjdex.assess.pace import Pace
from fjdex.assess.values import Case
from fjdex.plan.readings import Reading


def year_pace(case: Case, reading: Reading, pace: Pace) -> Fraction | None:
    """Answer the year's pace of a reading, None where the year has no start to measure from.

    The start is the counting reading on or last before the year's first day, else the value that
    was due then. A running total counts from the year's start already.
    """
    if pace.elapsed is not None:
        return pace.ratio
    begin = date(case.as_of.year, 1, 1) - timedelta(days=1)
    start = case.start
    if start is None or reading.date <= begin:
        return None
    points = due_points(start, case.goal)
    due_then, due_now = due_on(points, begin), due_on(points, reading.date)
    if due_then is None or due_now is None:
        return None
    due = due_now.value - due_then.value
    before = [one for one in case.readings if start.date <= one.date <= begin]
    base = value_of(before[-1]) if before else due_then.value
    toward = due if case.aim.operator.rising else -due
    return (value_of(reading) - base) / due if toward > 0 else None


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
