"""The value that was due on a day: baseline, planned values, goal, straight between by days."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from fjdex.assess.bounds import value_of
from fjdex.assess.series import Series
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Goal, Target
from fjdex.plan.terms import Kind, Qualifier


@dataclass(frozen=True, slots=True)
class Start:
    """Where a target started: its own baseline, or the reading that stands for it."""

    value: Fraction
    date: date
    reading: Reading | None = None

    @property
    def derived(self) -> bool:
        """Whether it is the last reading before the plan rather than a baseline on file."""
        return self.reading is not None

    @property
    def qualifier(self) -> Qualifier:
        """How exact it is; a baseline on file is taken as exact."""
        return self.reading.qualifier if self.reading else Qualifier.EXACT


class Origin(StrEnum):
    """What a point of the due path comes from."""

    BASELINE = "baseline"
    PATH = "path"
    GOAL = "goal"


@dataclass(frozen=True, slots=True)
class Point:
    """A value that is due on a day; `index` is the path point's place in its goal's path."""

    date: date
    value: Fraction
    origin: Origin
    index: int = 0


def start_of(plan: Plan, target: Target, series: Series) -> Start | None:
    """Answer a target's baseline: its own, else the last counting reading up to the plan's start.

    A flow starts from a full year's value, never from a running total.
    """
    if target.baseline is not None:
        return Start(Fraction(target.baseline.value), target.baseline.date)
    early = [one for one in series.values if one.date <= plan.header.start]
    if target.kind is Kind.FLOW:
        early = [one for one in early if one.period is not None and one.period.full_year]
    return Start(value_of(early[-1]), early[-1].date, early[-1]) if early else None


def due_points(start: Start | None, goal: Goal) -> tuple[Point, ...]:
    """Answer the points of the due path, oldest first; without a baseline it begins later."""
    points = [Point(start.date, start.value, Origin.BASELINE)] if start else []
    points += [
        Point(point.date, Fraction(point.value), Origin.PATH, index)
        for index, point in enumerate(goal.path)
        if point.value is not None
        and point.date < goal.due
        and (start is None or point.date > start.date)
    ]
    if goal.value is not None:
        points.append(Point(goal.due, Fraction(goal.value), Origin.GOAL))
    return tuple(sorted(points, key=lambda point: point.date))


@dataclass(frozen=True, slots=True)
class Due:
    """The value due on a day, and the two points between which it lies (or the one it is)."""

    value: Fraction
    before: Point
    after: Point


def due_on(points: tuple[Point, ...], day: date) -> Due | None:
    """Answer what was due on a day, or None outside the path."""
    at = bisect_left(points, day, key=lambda point: point.date)
    if at < len(points) and points[at].date == day:
        return Due(points[at].value, points[at], points[at])
    if at in {0, len(points)}:
        return None
    before, after = points[at - 1], points[at]
    elapsed = Fraction((day - before.date).days, (after.date - before.date).days)
    return Due(before.value + (after.value - before.value) * elapsed, before, after)


def elapsed_share(day: date, last: date) -> Fraction:
    """Answer the share of the time from a year's start to its `last` day that has elapsed."""
    before = date(day.year, 1, 1) - timedelta(days=1)
    return Fraction((day - before).days, (last - before).days)
