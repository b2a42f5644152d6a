"""Pace: progress made over progress due, at the reading's own day.

`pace = (y - b) / (e(t) - b)`; for a running total of a flow `y` over what was due of the year so
far, from zero. Where no progress was due there is no ratio: at or beyond what was due is on
schedule, short of it is reversing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from fjdex.assess.bounds import value_of
from fjdex.assess.duepath import Due, Start, due_on, due_points, elapsed_share
from fjdex.plan.readings import Reading
from fjdex.plan.records import Goal
from fjdex.plan.terms import Operator, Qualifier, Rating


class Lean(StrEnum):
    """Where the true pace lies when a bounded figure entered it."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Pace:
    """What was due, and how far the reading comes of it.

    `ratio` is None where no progress was due or none can be measured; `beyond` then says whether
    the reading is at or beyond what was due. `elapsed` is the share of its year that a running
    total covers, None for any other reading.
    """

    expected: Fraction
    due: Due
    ratio: Fraction | None
    beyond: bool
    elapsed: Fraction | None = None
    lean: Lean | None = None


def running_total(reading: Reading) -> bool:
    """Whether a reading accumulates from its year's start and the year is not over."""
    return reading.period is not None and not reading.period.full_year


def pace_of(start: Start | None, goal: Goal, reading: Reading, *, flow: bool) -> Pace | None:
    """Answer the pace of a reading towards a goal; None where nothing can be measured from.

    A reading dated on or before the baseline's day has no pace.
    """
    if goal.operator is None or (start and reading.date <= start.date):
        return None
    pace = _measure(start, goal, value_of(reading), reading, flow=flow)
    return replace(pace, lean=_lean(pace, start, goal, reading, flow=flow)) if pace else None


def _measure(
    start: Start | None, goal: Goal, value: Fraction, reading: Reading, *, flow: bool
) -> Pace | None:
    operator = goal.operator or Operator.AT_LEAST
    points = due_points(start, goal)
    if flow and running_total(reading) and reading.period:
        end = reading.period.end
        if end > goal.due:
            return None
        last = min(date(end.year, 12, 31), goal.due)
        due = due_on(points, last)
        if due is None:
            return None
        return _of_total(due, value, elapsed_share(end, last), rising=operator.rising)
    day = reading.period.end if flow and reading.period else reading.date
    due = due_on(points, day)
    if due is None or start is None:
        return None
    return _of_line(due, value, start.value, rising=operator.rising)


def _of_line(due: Due, value: Fraction, base: Fraction, *, rising: bool) -> Pace:
    expected = due.value
    progress_due = expected - base if rising else base - expected
    beyond = value >= expected if rising else value <= expected
    ratio = (value - base) / (expected - base) if progress_due > 0 else None
    return Pace(expected, due, ratio, beyond)


def _of_total(due: Due, value: Fraction, elapsed: Fraction, *, rising: bool) -> Pace:
    """Rate a running total from zero; of a cap, what was allowed over what was used."""
    expected = due.value * elapsed
    beyond = value >= expected if rising else value <= expected
    toward = (expected > 0) == rising
    over, under = (value, expected) if toward else (expected, value)
    used = value if rising else -value
    measurable = expected != 0 and (toward or used < 0)
    ratio = over / under if measurable and under != 0 else None
    return Pace(expected, due, ratio, beyond, elapsed)


_WAYS = {
    Qualifier.AT_LEAST: (1,),
    Qualifier.FROM: (1,),
    Qualifier.JUST_UNDER: (-1,),
    Qualifier.ABOUT: (1, -1),
}


def _lean(
    pace: Pace, start: Start | None, goal: Goal, reading: Reading, *, flow: bool
) -> Lean | None:
    """Answer the way in which a pace would move if each bounded figure moved to its true value.

    A pace is one linear function of a figure over another, so it moves one way all the way to its
    pole, where nothing would be due: half of that way tells, and there is nothing to round.
    """
    if pace.ratio is None:
        return None
    value, step = value_of(reading), _half_way(pace, start, reading)
    ways = [(start, value + way * step) for way in ways_of(reading.qualifier)]
    if start is not None:
        moved = (start.value + way * step for way in ways_of(start.qualifier))
        ways += [(replace(start, value=base), value) for base in moved]
    paces = (_measure(base, goal, figure, reading, flow=flow) for base, figure in ways)
    return lean_of(pace.ratio, (one.ratio if one else None for one in paces))


def _half_way(pace: Pace, start: Start | None, reading: Reading) -> Fraction:
    """Answer half the distance of baseline and reading to where the pace has its pole."""
    if pace.elapsed is None:
        return abs(pace.expected - (start.value if start else 0)) / 2
    return min(filter(None, (abs(pace.due.value), abs(value_of(reading))))) / 2


def lean_of(ratio: Fraction, moved: Iterable[Fraction | None]) -> Lean | None:
    """Answer where a ratio truly lies, from what it is with each bounded figure moved a little."""
    moves = {one > ratio for one in moved if one is not None and one != ratio}
    if not moves:
        return None
    return Lean.EITHER if len(moves) > 1 else (Lean.AT_LEAST if True in moves else Lean.AT_MOST)


def ways_of(qualifier: Qualifier) -> tuple[int, ...]:
    """Answer the ways in which the true value of a printed one may lie: up, down, both, none."""
    return _WAYS.get(qualifier, ())


def rating_of(pace: Pace, bands: tuple[tuple[Rating, Fraction], ...]) -> Rating:
    """Answer the band in which a pace lies; `bands` are in falling order of their least pace."""
    if pace.ratio is None:
        unspent = pace.elapsed is not None and pace.expected != 0
        at_ease = Rating.AHEAD if unspent else Rating.ON_SCHEDULE
        return at_ease if pace.beyond else Rating.REVERSING
    return next((rating for rating, least in bands if pace.ratio >= least), Rating.REVERSING)
