"""Which records a change can move, and as much of a plan as is needed to rate them.

A rating rests on the record's own readings and goals, or on the records that name it; so a change
of one record moves that one and what it belongs to, and nothing else needs to be rated, or read.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from fjdex.plan.plan import Plan
from fjdex.plan.records import Outcome, Record, Target
from fjdex.review.change import RATED, READING, Change
from fjdex.review.shelf import Shelf

# What of plan.yaml and of the register of sources enters a rating.
_RULES = frozenset({"plan", "band", "about", "start"})
_WEIGHT = "published"


def touched(before: Plan, after: Plan, changes: Iterable[Change]) -> frozenset[str]:
    """Answer the records that changes can move by themselves, by their ids of now."""
    found: set[str] = set()
    sources: set[str] = set()
    for change in changes:
        if change.table == "areas" or (change.table == "plan" and change.thing in _RULES):
            return frozenset((*before.records, *after.records))
        if change.table in RATED or change.thing == READING:
            found.add(change.id)
        if change.table == "sources" and (change.whole or change.thing == _WEIGHT):
            sources |= {change.id, change.subject.former}
    return frozenset(found | _citing(before, sources) | _citing(after, sources))


def _citing(plan: Plan, sources: Collection[str]) -> set[str]:
    if not sources:
        return set()
    readings = plan.readings.items()
    return {id_ for id_, given in readings if any(one.source in sources for one in given)}


def family(plan: Plan, ids: Collection[str]) -> frozenset[str]:
    """Answer records with what they belong to, and everything that all of these rest on."""
    above = set(ids)
    for target in plan.targets:
        if target.id in above:
            above |= {*target.outcomes, *target.tasks}
    for outcome in plan.outcomes:
        if outcome.id in above:
            above |= set(outcome.tasks)
    return below(plan, above)


def below(plan: Plan, ids: Collection[str]) -> frozenset[str]:
    """Answer records with everything that they rest on."""
    found = set(ids)
    for task in plan.tasks:
        if task.id in found:
            found |= {one.id for one in plan.children_of(task)}
    for outcome in plan.outcomes:
        if outcome.id in found:
            found |= {one.id for one in plan.targets_of(outcome)}
    return frozenset(found)


def only(plan: Plan, ids: Collection[str]) -> Plan:
    """Answer a plan with no other records than these, and no other readings than theirs."""
    readings = {id_: given for id_ in sorted(ids) if (given := plan.readings.get(id_))}
    return replace(
        plan,
        targets=tuple(one for one in plan.targets if one.id in ids),
        outcomes=tuple(one for one in plan.outcomes if one.id in ids),
        tasks=tuple(one for one in plan.tasks if one.id in ids),
        readings=readings,
    )


def about(changes: Iterable[Change], ids: Collection[str]) -> Iterator[Change]:
    """Answer the changes that can move any of some records: theirs, and those of all."""
    for change in changes:
        rated = change.table in RATED or change.thing == READING
        if change.id in ids if rated else change.table in {"plan", "areas", "sources"}:
            yield change


def dated_within(plan: Plan, first: date, last: date) -> frozenset[str]:
    """Answer the records with a day of their own, or a reading, between two days."""
    found = {
        record.id
        for records in plan.lists.values()
        for record in records
        if any(first <= day <= last for day in _days(record))
    }
    return frozenset(found | {id_ for id_ in plan.readings if _last_day(plan, id_) >= first})


def _days(record: Record) -> Iterator[date]:
    """Answer the days on which a record's rating may turn: due, decided and planned ones."""
    goals = record.goals if isinstance(record, Target) else ()
    for goal in goals:
        yield from (goal.due, goal.decided, *(point.date for point in goal.path))
    if not isinstance(record, Target) and record.due.date:
        yield record.due.date
    if isinstance(record, Outcome):
        yield from (point.date for point in record.path)


def _last_day(plan: Plan, id_: str) -> date:
    readings = plan.readings
    if isinstance(readings, Shelf):
        return readings.last_day(id_)
    return max((one.date for one in readings[id_]), default=date.min)
