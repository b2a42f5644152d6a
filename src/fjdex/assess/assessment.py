"""The assessment of a whole plan as of a day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from fjdex.assess.flags import early
from fjdex.assess.flags import overdue as past_due
from fjdex.assess.forecast import forecast_of
from fjdex.assess.item import Flag, Forecast, Item
from fjdex.assess.rate import rate_by_states, rate_target
from fjdex.assess.rollup import counted, worst_of
from fjdex.plan.plan import Plan
from fjdex.plan.records import Outcome, Target, Task
from fjdex.plan.terms import ListName, Rating


@dataclass(frozen=True, slots=True)
class Assessment:
    """Every record of a plan as of a day, by id, in the order of the plan's lists."""

    plan: Plan
    as_of: date
    items: Mapping[str, Item]

    def of(self, name: ListName) -> tuple[Item, ...]:
        """Answer the items of one list."""
        return tuple(item for item in self.items.values() if item.list is name)

    def forecast(self, item: Item) -> Forecast | None:
        """Answer where an item's readings point; every one of them is read for it."""
        return forecast_of(self.plan, item, self.as_of)

    def counts(self) -> Mapping[ListName, Mapping[Rating, int]]:
        """Count ratings for each list apart; they are never added up across lists."""
        return {name: counted([item.rating for item in self.of(name)]) for name in ListName}


def assess(plan: Plan, as_of: date) -> Assessment:
    """Rate every record of a plan as of the end of a day; raises as `rate_alone` does."""
    return roll_up(plan, as_of, rate_alone(plan, as_of))


def rate_alone(
    plan: Plan, as_of: date, known: Mapping[str, Item] = MappingProxyType({})
) -> Mapping[str, Item]:
    """Rate each record by its own readings alone, but for those that are `known` already.

    Raises `ValueError` for a day before the plan's start: there is nothing to rate then.
    """
    if as_of < plan.header.start:
        raise ValueError(as_of)
    rated = {one.id: known.get(one.id) or rate_target(plan, one, as_of) for one in plan.targets}
    others: tuple[Outcome | Task, ...] = (*plan.outcomes, *plan.tasks)
    return rated | {one.id: known.get(one.id) or rate_by_states(plan, one, as_of) for one in others}


def roll_up(plan: Plan, as_of: date, alone: Mapping[str, Item]) -> Assessment:
    """Answer the assessment that follows from each record's own: parents are as their children."""
    targets = {one.id: alone[one.id] for one in plan.targets}
    outcomes = {one.id: _outcome(plan, one, alone, as_of) for one in plan.outcomes}
    leaves = targets | outcomes
    tasks = {one.id: _task(plan, one, alone[one.id], leaves, as_of) for one in plan.tasks}
    return Assessment(plan, as_of, targets | outcomes | tasks)


def _outcome(plan: Plan, outcome: Outcome, alone: Mapping[str, Item], as_of: date) -> Item:
    own = alone[outcome.id]
    children = [alone[one.id] for one in plan.targets_of(outcome)]
    if not children or own.rating is Rating.CANCELLED:
        return own
    return _rolled_up(own, children, children, as_of)


def _task(plan: Plan, task: Task, own: Item, below: Mapping[str, Item], as_of: date) -> Item:
    """Rate a task as its worst child; the targets of a cancelled outcome step aside with it."""
    outcomes = [one for one in plan.children_of(task) if isinstance(one, Outcome)]
    cancelled = [one for one in outcomes if below[one.id].rating is Rating.CANCELLED]
    gone = {target.id for one in cancelled for target in plan.targets_of(one)}
    direct = [one for one in plan.children_of(task) if isinstance(one, Target)]
    ids = [*(one.id for one in direct), *(one.id for one in outcomes)]
    children = [below[id_] for id_ in ids if id_ not in gone]
    if not children:
        return own
    leaves = {one.id: one for one in children if one.list is ListName.TARGETS}
    for outcome in outcomes:
        targets = () if outcome in cancelled else plan.targets_of(outcome)
        under = [one.id for one in targets] or [outcome.id]
        leaves |= {id_: below[id_] for id_ in under}
    if own.due is None or own.rating is Rating.CANCELLED:
        return replace(own, children=counted([one.rating for one in leaves.values()]))
    return _rolled_up(own, children, list(leaves.values()), as_of)


def _rolled_up(own: Item, children: list[Item], leaves: list[Item], as_of: date) -> Item:
    """Make an item as its worst child is."""
    worst, rating = worst_of([(one.id, one.rating) for one in children])
    overdue = past_due(own.due, rating, as_of)
    held = {Flag.OVERDUE: overdue is not None, Flag.EARLY: early(own.due, rating, as_of)}
    return replace(
        own,
        rating=rating,
        worst=worst,
        children=counted([one.rating for one in leaves]),
        flags=tuple(flag for flag, on in held.items() if on),
        overdue=overdue,
    )
