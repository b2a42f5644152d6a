"""What came on file for a period: figures observed or published in it, goals decided in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fjdex.assess.item import Item
from fjdex.assess.series import counts, rates_record
from fjdex.plan.period import Period
from fjdex.plan.plan import Plan, part_of
from fjdex.plan.readings import Reading
from fjdex.plan.records import Goal, Target


@dataclass(frozen=True, slots=True)
class Figure:
    """A reading with its item; `counts` is whether it may rate the item or one of its parts."""

    item: Item
    reading: Reading
    counts: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """A goal that was decided in the period, and the one for the same area that it replaces."""

    item: Item
    before: Goal | None
    goal: Goal


def new_figures(plan: Plan, period: Period, items: Iterable[Item]) -> tuple[Figure, ...]:
    """Answer the readings observed in a period, and earlier ones that were published in it."""
    return tuple(
        Figure(item, one, may_count(plan, item, one))
        for item in items
        for one in plan.readings.get(item.id, ())
        if one.date <= period.end and (period.covers(one.date) or _published_in(plan, period, one))
    )


def _published_in(plan: Plan, period: Period, reading: Reading) -> bool:
    source = plan.source.get(reading.source or "")
    return source is not None and source.published is not None and period.covers(source.published)


def may_count(plan: Plan, item: Item, reading: Reading) -> bool:
    """Whether a reading is of its record's own measure and area, and of the whole or of a part."""
    record = plan.records[item.id]
    part = part_of(record, reading.part)
    return rates_record(plan, record, reading) or (
        part is not None and counts(plan, record, reading, part)
    )


def decisions(plan: Plan, period: Period, items: Iterable[Item]) -> tuple[Decision, ...]:
    """Answer the goals decided in a period, but for those with which the plan began."""
    return tuple(
        Decision(item, before, goal)
        for item in items
        for before, goal in _successions(plan, item)
        if period.covers(goal.decided) and (before or goal.decided > plan.header.start)
    )


def _successions(plan: Plan, item: Item) -> Iterator[tuple[Goal | None, Goal]]:
    """Answer each goal of a target after the one for the same area that stood before it."""
    target, last = plan.records[item.id], dict[str, Goal]()
    if not isinstance(target, Target):
        return
    for goal in target.goals:
        area = goal.area or plan.area_of(target)
        yield last.get(area), goal
        last[area] = goal


def aside(plan: Plan, period: Period, items: Iterable[Item]) -> tuple[Figure, ...]:
    """Answer the readings that rate nothing: of each measure, area and part the latest."""
    found: dict[tuple[str, str, str, str], Figure] = {}
    for item in items:
        record = plan.records[item.id]
        for one in plan.readings.get(item.id, ()):
            if one.date > period.end or may_count(plan, item, one):
                continue
            measure = one.measure.zh if one.measure else ""
            key = (item.id, plan.area_read(record, one), one.part or "", measure)
            if key not in found or found[key].reading.date <= one.date:
                found[key] = Figure(item, one, counts=False)
    return tuple(found.values())
