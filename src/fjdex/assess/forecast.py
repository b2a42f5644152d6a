"""Where the readings so far point: the least-squares line through them, carried on.

One counting reading a date since the baseline, the baseline included; the line is exact.
"""

import math
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from fjdex.assess.bounds import Interval, reaches, value_of
from fjdex.assess.item import Forecast
from fjdex.assess.pace import lean_of, ways_of
from fjdex.assess.values import Case
from fjdex.plan.scalars import LAST_YEAR
from fjdex.plan.terms import Operator

Point = tuple[int, Fraction]
Ways = tuple[int, ...]


def forecast(case: Case) -> Forecast | None:
    """Answer the forecast of a case that is neither met nor due; None with under two points."""
    bounded = _points(case)
    points = [point for point, _ in bounded]
    line = _line(points)
    if line is None:
        return None
    slope, level = line
    due = case.goal.due.toordinal()
    projected = level + slope * due
    enough = reaches(Interval(projected, projected), case.aim.operator, case.aim.value)
    lean = lean_of(projected, _moved(bounded, due))
    return Forecast(projected, _meets(slope, level, case, points[0][0]), enough, lean)


def _points(case: Case) -> list[tuple[Point, Ways]]:
    """Answer the points of the line, each with the ways in which its true value may lie."""
    start = case.start
    points = []
    if start is not None:
        points.append(((start.date.toordinal(), start.value), ways_of(start.qualifier)))
    for one in case.readings:
        day = one.period.end if case.flow and one.period else one.date
        whole = not case.flow or (one.period is not None and one.period.full_year)
        if whole and (start is None or day > start.date):
            points.append(((day.toordinal(), value_of(one)), ways_of(one.qualifier)))
    return points


def _moved(bounded: Sequence[tuple[Point, Ways]], due: int) -> Iterator[Fraction]:
    """Answer the projection with each bounded figure moved by one: a line moves evenly."""
    points = [point for point, _ in bounded]
    for at, ((day, value), ways) in enumerate(bounded):
        for way in ways:
            line = _line([*points[:at], (day, value + way), *points[at + 1 :]])
            if line is not None:
                yield line[1] + line[0] * due


def _line(points: Sequence[Point]) -> tuple[Fraction, Fraction] | None:
    """Answer slope and level of the least-squares line, with days as ordinals."""
    count = len(points)
    if count < 2:  # noqa: PLR2004 (a line has two points)
        return None
    middle = Fraction(sum(day for day, _ in points), count)
    mean = sum((value for _, value in points), Fraction(0)) / count
    spread = sum(((day - middle) ** 2 for day, _ in points), Fraction(0))
    if spread == 0:
        return None
    slope = sum(((day - middle) * (value - mean) for day, value in points), Fraction(0)) / spread
    return slope, mean - slope * middle


def _meets(slope: Fraction, level: Fraction, case: Case, first: int) -> date | None:
    """Answer the first day from the first point on when the line is at the goal, going its way.

    A line that goes the other way, or nowhere, is at the goal from its start or never.
    """
    aim, operator = case.aim.value, case.aim.operator
    if slope == 0 or (slope > 0) != operator.rising:
        value = level + slope * case.goal.due.toordinal()
        there = reaches(Interval(value, value), operator, aim)
        return date.fromordinal(first) if there else None
    exact = (aim - level) / slope
    strict = operator in {Operator.MORE, Operator.LESS}
    day = max(first, math.floor(exact) + 1 if strict else math.ceil(exact))
    return date.fromordinal(day) if day < date(LAST_YEAR, 1, 1).toordinal() else None
