"""Rules about areas: the cities' goals and readings beside the province's own.

A sum is compared, never used: only the province's own figure rates the province.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial

from fjdex.check.clean import SUMMED
from fjdex.check.view import At, View, answered, told
from fjdex.plan.agreement import rounding_of
from fjdex.plan.findings import Finding
from fjdex.plan.period import Period
from fjdex.plan.preference import preference
from fjdex.plan.quantities import plain
from fjdex.plan.readings import Reading
from fjdex.plan.records import Goal, Target
from fjdex.plan.terms import Comparability, Qualifier, Status

Moment = tuple[date, Period | None]


def area_faults(view: View) -> Iterator[Finding]:
    """Goals split a goal that exists, and sums agree with the whole's own figures."""
    for target, at in zip(view.plan.targets, view.at("targets.yaml"), strict=True):
        yield from told(_splits(view, target, at))
        if target.id not in view.clean.records:
            yield from told(_sums(view, target))


def _splits(view: View, target: Target, at: At) -> Iterator[Finding]:
    wholes = {goal.decided: goal for goal in target.goals if goal.area in {None, target.area}}
    for index, goal in enumerate(target.goals):
        if goal.of is not None and (goal.area is None or goal.of not in wholes):
            known = ", ".join(day.isoformat() for day in wholes)
            arguments = {"text": goal.of.isoformat(), "known": known}
            yield Finding("goal-unknown", at("goals", index, "of"), arguments)
    for day, whole in wholes.items():
        last = {goal.area: goal for goal in target.goals if goal.of == day and goal.area}
        if whole.value is not None and _complete(view, {area for area in last if area}):
            yield from _split(target, at, whole, list(last.values()))


def _split(target: Target, at: At, whole: Goal, parts: list[Goal]) -> Iterator[Finding]:
    total = sum((goal.value or Decimal(0) for goal in parts), Decimal(0))
    if target.kind in SUMMED and total != whole.value:
        arguments = {"text": plain(total), "whole": plain(whole.value or Decimal(0))}
        yield Finding("goal-sum", at("goals", target.goals.index(whole), "value"), arguments)


def _complete(view: View, areas: set[str]) -> bool:
    """Whether these are all the areas that make up the whole."""
    return bool(view.plan.constituents) and areas == view.plan.constituents


def _sums(view: View, target: Target) -> Iterator[Finding]:
    if target.kind not in SUMMED:
        return
    moments: dict[Moment, dict[str, Reading]] = {}
    given = answered(_may_be_summed, view.plan.readings.get(target.id, ()))
    summed = answered(lambda one: preference(view.plan, one), (one for one, may in given if may))
    for reading, _ in sorted(summed, key=lambda one: one[1]):
        for area in told(map(partial(view.plan.area_read, target), (reading,))):
            moments.setdefault((reading.date, reading.period), {}).setdefault(area, reading)
    for by_area in moments.values():
        own = by_area.pop(view.plan.whole, None)
        if own is not None and _complete(view, set(by_area)):
            yield from _sum(view, target, own, by_area)


def _may_be_summed(reading: Reading) -> bool:
    return (
        reading.comparability is Comparability.SAME
        and reading.measure is None
        and reading.part is None
        and reading.value is not None
        and reading.qualifier is Qualifier.EXACT
        and reading.status is Status.FINAL
    )


def _sum(
    view: View, target: Target, own: Reading, by_area: Mapping[str, Reading]
) -> Iterator[Finding]:
    total = sum((one.value or Decimal(0) for one in by_area.values()), Decimal(0))
    slack = sum((rounding_of(one) for one in (own, *by_area.values())), Fraction(0))
    if abs(Fraction(total) - Fraction(own.value or 0)) > slack:
        arguments = {"text": plain(total), "whole": plain(own.value or Decimal(0))}
        yield Finding("area-sum", view.reading(target.id, own, "value"), arguments)
