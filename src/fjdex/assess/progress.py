"""How far a target has come, as a share: what a picture of many targets beside each other shows.

Most have a way to go, from the baseline to the goal, whichever of the two is larger: none of it is
0, all of it is 1, and going backwards is below 0. A running total is a share of what its year is to
bring, or may use. Without a way only more-is-better leaves a share of the goal; of a cap that
nobody measured from there is none.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from fjdex.assess.bounds import value_of
from fjdex.assess.duepath import Start, due_on, due_points
from fjdex.assess.item import Item
from fjdex.assess.pace import Lean, Pace, lean_of, pace_of, ways_of
from fjdex.plan.readings import Reading
from fjdex.plan.records import Goal, Target
from fjdex.plan.terms import Kind


class Way(StrEnum):
    """What a share is one of."""

    BASELINE = "baseline"
    YEAR = "year"
    CAP = "cap"
    GOAL = "goal"


@dataclass(frozen=True, slots=True)
class Progress:
    """A share of some way, what was due of it on the reading's day, and where the true one lies.

    `whole` is what the year of a running total is to bring, or may use.
    """

    way: Way
    share: Fraction
    due: Fraction | None = None
    lean: Lean | None = None
    whole: Fraction | None = None


def progress_of(target: Target, item: Item) -> Progress | None:
    """Answer how far a target of numbers has come by the reading that rates it; None if unknown."""
    reading, goal, start = item.reading, item.goal, item.start
    if reading is None or reading.value is None or goal is None or goal.operator is None:
        return None
    if start is not None and reading.date <= start.date:
        return None
    flow = target.kind is Kind.FLOW
    pace = pace_of(start, goal, reading, flow=flow)
    if pace is not None and pace.elapsed is not None:
        return _of_year(pace, goal, reading)
    if flow and reading.period is not None and not reading.period.full_year:
        return None
    if start is not None and _has_way(start, goal):
        return _of_way(start, goal, reading, pace)
    return _of_goal(goal, reading)


def _of_year(pace: Pace, goal: Goal, reading: Reading) -> Progress | None:
    """Answer a running total's share of its whole year's; a year of nothing has no shares."""
    whole, value = pace.due.value, value_of(reading)
    rising = goal.operator is None or goal.operator.rising
    if whole <= 0:
        return None
    way = Way.YEAR if rising else Way.CAP
    return _leaning(Progress(way, value / whole, pace.elapsed, whole=whole), reading, whole)


def _has_way(start: Start, goal: Goal) -> bool:
    """Whether the goal lies beyond the baseline, on the side to which it is to go."""
    rising = goal.operator is None or goal.operator.rising
    way = Fraction(goal.value or 0) - start.value
    return way > 0 if rising else way < 0


def _of_way(start: Start, goal: Goal, reading: Reading, pace: Pace | None) -> Progress:
    value, aim = value_of(reading), Fraction(goal.value or 0)
    due = _part(start.value, aim, pace.expected) if pace else None
    half = abs(aim - start.value) / 2
    share = _part(start.value, aim, value)
    moved = [_part(start.value, aim, value + way * half) for way in ways_of(reading.qualifier)]
    moved += [_part(start.value + way * half, aim, value) for way in ways_of(start.qualifier)]
    return Progress(Way.BASELINE, share, due, lean_of(share, moved))


def _part(start: Fraction, aim: Fraction, value: Fraction) -> Fraction:
    return (value - start) / (aim - start)


def _of_goal(goal: Goal, reading: Reading) -> Progress | None:
    """Answer a reading's share of a goal of which more is better."""
    aim = Fraction(goal.value or 0)
    if aim <= 0 or goal.operator is None or not goal.operator.rising:
        return None
    due = due_on(due_points(None, goal), reading.date)
    progress = Progress(Way.GOAL, value_of(reading) / aim, due.value / aim if due else None)
    return _leaning(progress, reading, aim)


def _leaning(progress: Progress, reading: Reading, whole: Fraction) -> Progress:
    """Answer a share of some whole with where the true one lies."""
    moved = [progress.share + way / whole for way in map(Fraction, ways_of(reading.qualifier))]
    return replace(progress, lean=lean_of(progress.share, moved))
