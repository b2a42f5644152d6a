"""What moved between two days, and why: a new reading, a revised goal, or time alone.

The later day is rated again with less: without the readings observed since, without the goals
decided since, without both. What of these alone gives the new rating is its cause.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from fjdex.assess.assessment import Assessment, assess
from fjdex.assess.item import Item
from fjdex.plan.ledger import until
from fjdex.plan.plan import Plan


class Cause(StrEnum):
    """What brought a new rating about."""

    READING = "reading"
    GOAL = "goal"
    BOTH = "both"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Move:
    """An item that is rated otherwise than before, and why."""

    before: Item
    after: Item
    cause: Cause


def moves(before: Assessment, after: Assessment) -> tuple[Move, ...]:
    """Answer the items of one plan whose rating changed from one day to a later one."""
    return tuple(_moves(before, after))


def _moves(before: Assessment, after: Assessment) -> Iterator[Move]:
    since, day = before.as_of, after.as_of
    then = {id_: item.rating for id_, item in before.items.items()}
    moved = [id_ for id_, item in after.items.items() if item.rating is not then[id_]]
    plan = _about(after.plan, moved)
    earlier = _without_readings(plan, since)
    alone = {
        Cause.TIME: assess(_without_goals(earlier, since), day),
        Cause.READING: assess(_without_goals(plan, since), day),
        Cause.GOAL: assess(earlier, day),
    }
    for id_ in moved:
        item = after.items[id_]
        enough = (cause for cause, of in alone.items() if of.items[id_].rating is item.rating)
        yield Move(before.items[id_], item, next(enough, Cause.BOTH))


def _about(plan: Plan, ids: Collection[str]) -> Plan:
    """Answer what of a plan some records are rated from: themselves, and all that is below."""
    below = {id_ for record in ids for id_ in plan.concerned(plan.records[record])}
    return replace(
        plan,
        tasks=tuple(one for one in plan.tasks if one.id in below),
        outcomes=tuple(one for one in plan.outcomes if one.id in below),
        targets=tuple(one for one in plan.targets if one.id in below),
    )


def _without_readings(plan: Plan, since: date) -> Plan:
    rated = (id_ for id_ in plan.records if id_ in plan.readings)
    return replace(plan, readings={id_: until(plan.readings[id_], since) for id_ in rated})


def _without_goals(plan: Plan, since: date) -> Plan:
    targets = tuple(
        replace(one, goals=tuple(goal for goal in one.goals if goal.decided <= since))
        for one in plan.targets
    )
    return replace(plan, targets=targets)
