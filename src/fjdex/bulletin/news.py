"""What came on file for a period: figures observed or published in it, goals decided in it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

from fjdex.assess.item import Item
from fjdex.assess.series import counts, rates_record
from fjdex.bulletin.crowds import MANY, Crowd, Far, Others, crowd_of, parted
from fjdex.plan.period import Period
from fjdex.plan.plan import Plan, part_of
from fjdex.plan.preference import preference
from fjdex.plan.readings import Reading
from fjdex.plan.records import Goal, Target


@dataclass(frozen=True, slots=True)
class Figure:
    """A reading with its item; `counts` is whether it may rate the item or one of its parts.

    `copy` is whether a better source gives the very same, `beaten` whether another counting value
    of the same day is preferred to it.
    """

    item: Item
    reading: Reading
    counts: bool
    copy: bool = False
    beaten: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """A goal that was decided in the period, and the one for the same area that it replaces."""

    item: Item
    before: Goal | None
    goal: Goal


Parted = Mapping[str, tuple[Sequence[Reading], Others]]


def parted_of(plan: Plan, items: Iterable[Item]) -> Parted:
    """Answer for each item its readings, those of its own area and the many others'."""
    return {item.id: parted(plan, item) for item in items}


def new_figures(
    plan: Plan, period: Period, items: Collection[Item], readings: Parted | None = None
) -> tuple[Figure | Crowd, ...]:
    """Answer the readings observed in a period."""
    held = readings or parted_of(plan, items)
    start, end = period.start.isoformat(), period.end.isoformat()

    def takes(one: Reading) -> bool:
        return period.covers(one.date)

    return _figures(plan, items, held, Wanted(takes, lambda others: others.between(start, end)))


def earlier_figures(
    plan: Plan, period: Period, items: Collection[Item], readings: Parted | None = None
) -> tuple[Figure | Crowd, ...]:
    """Answer the readings of days before a period that were published in it."""
    held, start = readings or parted_of(plan, items), period.start.isoformat()
    published = {one.id for one in plan.sources if one.published and period.covers(one.published)}

    def takes(one: Reading) -> bool:
        return one.date < period.start and one.source in published

    wanted = Wanted(takes, lambda others: others.published(start, published))
    return _figures(plan, items, held, wanted)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which readings are wanted: of those of a record's own area, and of the others."""

    takes: Callable[[Reading], bool]
    of: Callable[[Others], Far]


def _figures(
    plan: Plan, items: Iterable[Item], held: Parted, wanted: Wanted
) -> tuple[Figure | Crowd, ...]:
    return tuple(one for item in items for one in _of(plan, item, *held[item.id], wanted))


def _of(
    plan: Plan, item: Item, near: Sequence[Reading], far: Others, wanted: Wanted
) -> Iterator[Figure | Crowd]:
    """Answer the wanted readings of one item, those of very many areas as one."""
    others = wanted.of(far)
    crowded = len(others) > MANY
    every = near if crowded else (*near, *others.made())
    asked = list(map(wanted.takes, every))
    days = {one.date for one in compress(every, asked)}
    pool = [one for one in every if one.date in days]
    for one in compress(every, asked):
        yield _figure(plan, item, one, [other for other in pool if other.date == one.date])
    if crowded:
        yield crowd_of(item, others)


def _figure(plan: Plan, item: Item, reading: Reading, same_day: Sequence[Reading]) -> Figure:
    """Answer a reading with its standing among all of its day."""
    counting = may_count(plan, item, reading)
    own, told = preference(plan, reading), _told(plan, item, reading)
    better = [one for one in same_day if preference(plan, one) < own]
    values = (one for one in better if one.value is not None)
    return Figure(
        item,
        reading,
        counting,
        copy=any(_told(plan, item, one) == told for one in better),
        beaten=counting
        and reading.value is not None
        and any(may_count(plan, item, one) for one in values),
    )


def _told(plan: Plan, item: Item, reading: Reading) -> tuple[object, ...]:
    """Answer all that a reading says but for who says it: two that agree are one figure."""
    measure = reading.measure.zh if reading.measure else None
    area = plan.area_read(plan.records[item.id], reading)
    of = (reading.date, reading.period, reading.within, area, reading.part, measure)
    return (*of, reading.unit, reading.value, reading.state, reading.qualifier)


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


def aside(
    plan: Plan, period: Period, items: Collection[Item], readings: Parted | None = None
) -> tuple[Figure | Crowd, ...]:
    """Answer the readings that rate nothing: of each measure, area and part the latest."""
    held = readings or parted_of(plan, items)
    return tuple(one for item in items for one in _aside(plan, period, item, *held[item.id]))


def _aside(
    plan: Plan, period: Period, item: Item, near: Sequence[Reading], far: Others
) -> Iterator[Figure | Crowd]:
    latest = far.latest(period.end.isoformat())
    crowded = len(latest) > MANY
    others = () if crowded else latest.made()
    record = plan.records[item.id]
    found: dict[tuple[str, str, str], Figure] = {}
    for one in (*near, *others):
        if one.date > period.end or may_count(plan, item, one):
            continue
        measure = one.measure.zh if one.measure else ""
        key = (plan.area_read(record, one), one.part or "", measure)
        if key not in found or found[key].reading.date <= one.date:
            found[key] = Figure(item, one, counts=False)
    yield from found.values()
    if crowded:
        yield crowd_of(item, latest)
