"""What moved between two days, and why: a new reading, a revised goal, or time alone.

The later day is rated again with less: without the readings observed since, without the goals
decided since, without both. What of these alone gives the new rating is its cause.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from fjdex.assess.assessment import Assessment, assess
from fjdex.assess.item import Item
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
    plan, since, day = after.plan, before.as_of, after.as_of
    alone = {
        Cause.TIME: assess(_without_readings(_without_goals(plan, since), since), day),
        Cause.READING: assess(_without_goals(plan, since), day),
        Cause.GOAL: assess(_without_readings(plan, since), day),
    }
    for id_, item in after.items.items():
        if item.rating is before.items[id_].rating:
            continue
        enough = (cause for cause, of in alone.items() if of.items[id_].rating is item.rating)
        yield Move(before.items[id_], item, next(enough, Cause.BOTH))


def _without_readings(plan: Plan, since: date) -> Plan:
    kept = {
        id_: tuple(one for one in readings if one.date <= since)
        for id_, readings in plan.readings.items()
    }
    return replace(plan, readings=kept)


def _without_goals(plan: Plan, since: date) -> Plan:
    targets = tuple(
        replace(one, goals=tuple(goal for goal in one.goals if goal.decided <= since))
        for one in plan.targets
    )
    return replace(plan, targets=targets)
