"""Where the readings so far point: the least-squares line through them, carried on.

One counting reading a date since the baseline, the baseline included; the line is exact.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from fjdex.assess.bounds import Interval, reaches, value_of
from fjdex.assess.item import Forecast, Item
from fjdex.assess.pace import lean_of, ways_of
from fjdex.assess.rate import case_of
from fjdex.assess.values import Case
from fjdex.plan.plan import Plan
from fjdex.plan.records import Target
from fjdex.plan.scalars import LAST_YEAR
from fjdex.plan.terms import Operator

Point = tuple[int, Fraction]
Ways = tuple[int, ...]


def forecast_of(plan: Plan, item: Item, as_of: date) -> Forecast | None:
    """Answer where a record's readings point; None where it is met or due, of growth, or none."""
    record = plan.records[item.id]
    if item.outlook is None or not isinstance(record, Target):
        return None
    case = case_of(plan, record, as_of)
    return None if case is None or case.growth else _forecast(case)


def _forecast(case: Case) -> Forecast | None:
    bounded = _points(case)
    line = _line([point for point, _ in bounded])
    if line is None:
        return None
    due = case.goal.due.toordinal()
    projected = line.on(due)
    enough = reaches(Interval(projected, projected), case.aim.operator, case.aim.value)
    lean = lean_of(projected, _moved(line, bounded, due))
    return Forecast(projected, _meets(line, case, bounded[0][0][0]), enough, lean)


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


@dataclass(frozen=True, slots=True)
class _Line:
    """The line through `count` points; `days` and `spread` are sums over them, of whole numbers.

    `spread` is the sum of the squared distances from the mean day, times `count`.
    """

    slope: Fraction
    level: Fraction
    count: int
    days: int
    spread: int

    def on(self, day: int) -> Fraction:
        """Answer the line's value on a day."""
        return self.level + self.slope * day

    def pull(self, day: int, on: int) -> Fraction:
        """Answer by how much the value on a day moves when that of a point moves by one."""
        apart = (self.count * day - self.days) * (self.count * on - self.days)
        return Fraction(self.spread + apart, self.count * self.spread)


def _moved(line: _Line, bounded: Sequence[tuple[Point, Ways]], due: int) -> Iterator[Fraction]:
    """Answer the projection with each bounded figure moved by one."""
    for (day, _), ways in bounded:
        for way in ways:
            yield line.on(due) + way * line.pull(due, day)


def _line(points: Sequence[Point]) -> _Line | None:
    """Answer the least-squares line, with days as ordinals.

    In whole numbers: adding a thousand fractions takes a hundred times as long.
    """
    count = len(points)
    if count < 2:  # noqa: PLR2004 (a line has two points)
        return None
    scale = math.lcm(*(value.denominator for _, value in points))
    values = [value.numerator * (scale // value.denominator) for _, value in points]
    days = [day for day, _ in points]
    of_days, of_values = sum(days), sum(values)
    spread = count * sum(day * day for day in days) - of_days**2
    if spread == 0:
        return None
    both = sum(day * value for day, value in zip(days, values, strict=True))
    slope = Fraction(count * both - of_days * of_values, spread * scale)
    level = (Fraction(of_values, scale) - slope * of_days) / count
    return _Line(slope, level, count, of_days, spread)


def _meets(line: _Line, case: Case, first: int) -> date | None:
    """Answer the first day from the first point on when the line is at the goal, going its way.

    A line that goes the other way, or nowhere, is at the goal from its start or never.
    """
    aim, operator = case.aim.value, case.aim.operator
    if line.slope == 0 or (line.slope > 0) != operator.rising:
        value = line.on(case.goal.due.toordinal())
        there = reaches(Interval(value, value), operator, aim)
        return date.fromordinal(first) if there else None
    exact = (aim - line.level) / line.slope
    strict = operator in {Operator.MORE, Operator.LESS}
    day = max(first, math.floor(exact) + 1 if strict else math.ceil(exact))
    return date.fromordinal(day) if day < date(LAST_YEAR, 1, 1).toordinal() else None
