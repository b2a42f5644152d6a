"""What is owed on a day: what is past due or falls due, readings that are waited for, remarks.

A reading is owed once the record's lag after its reporting period has passed without one. A remark
is owed for the last complete quarter by what was behind at its end, unless that only was as
something that it rests on, which is explained by theirs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fjdex.assess.assessment import Assessment, assess
from fjdex.assess.flags import reading_due
from fjdex.assess.item import Flag, Item
from fjdex.plan.period import Period, quarter_of
from fjdex.plan.plan import Plan
from fjdex.plan.records import Remark, Target
from fjdex.plan.terms import Kind, Rating

# What is late for certain, worst first.
BEHIND = (Rating.MISSED, Rating.REVERSING, Rating.FAR_BEHIND, Rating.BEHIND)
# What no due date can make late any more, unless something that it rests on is still to come.
_OVER = frozenset({Rating.MET, Rating.MET_LATE, Rating.MET_UNDATED, Rating.CANCELLED})


class Matter(StrEnum):
    """What is owed, in the order in which it is told."""

    OVERDUE = "overdue"
    DUE = "due"
    READING = "reading"
    REMARK = "remark"


_ORDER = tuple(Matter)


@dataclass(frozen=True, slots=True)
class Obligation:
    """One thing that is owed on an item, by a day: the due date, the reading's, the quarter's last.

    `left` are the days until then, less than none where it is late. `quarter` is a remark's.
    """

    item: Item
    matter: Matter
    day: date
    left: int
    quarter: Period | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """What one agency owes as the one that leads, and what it shares; the id is None for no one."""

    id: str | None
    led: tuple[Obligation, ...]
    shared: tuple[Obligation, ...]


def remarks_on(plan: Plan, id_: str, quarter: Period) -> tuple[Remark, ...]:
    """Answer the remarks on an item for a quarter."""
    return tuple(one for one in plan.remarks if one.id == id_ and one.quarter == quarter)


def owes_remark(item: Item, remarks: Sequence[Remark]) -> bool:
    """Whether an item that has these remarks owes one."""
    return item.rating in BEHIND and item.worst is None and not remarks


def is_over(item: Item) -> bool:
    """Whether an item is done with, and so is everything that it rests on."""
    return item.rating in _OVER and not item.children.get(Rating.NOT_DUE)


def last_quarter(day: date) -> Period:
    """Answer the last quarter that is over at a day's end."""
    quarter = quarter_of(day)
    return quarter if quarter.end == day else quarter_of(quarter.start - timedelta(days=1))


def obligations(assessment: Assessment, until: date) -> tuple[Obligation, ...]:
    """Answer what is owed as of an assessment's day, and what falls due up to another."""
    plan, today = assessment.plan, assessment.as_of
    items = tuple(assessment.items.values())
    found = (*_dated(items, today, until), *_readings(plan, items, today), *_remarks(plan, today))
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one.matter), one.day)))


def _dated(items: Iterable[Item], today: date, until: date) -> Iterable[Obligation]:
    for item in items:
        if item.due is None or is_over(item) or item.due > until:
            continue
        left = (item.due - today).days
        if left >= 0:
            yield Obligation(item, Matter.DUE, item.due, left)
        elif item.overdue is not None:
            yield Obligation(item, Matter.OVERDUE, item.due, left)


def _readings(plan: Plan, items: Iterable[Item], today: date) -> Iterable[Obligation]:
    for item in items:
        last = _last_reported(plan, item)
        day = None if last is None else reading_due(plan, item.id, last)
        if day is not None and day < today:
            yield Obligation(item, Matter.READING, day, (day - today).days)


def _last_reported(plan: Plan, item: Item) -> date | None:
    """Answer the day from which the next reading is waited for; None where none is.

    Of a target of numbers that has none at all that is the day before the plan.
    """
    if item.reading is not None:
        return item.reading.date if Flag.STALE in item.flags else None
    record = plan.records[item.id]
    counted = isinstance(record, Target) and record.kind is not Kind.DELIVERABLE
    waiting = counted and item.rating is Rating.NO_READING
    return plan.header.start - timedelta(days=1) if waiting else None


def _remarks(plan: Plan, today: date) -> Iterable[Obligation]:
    quarter = last_quarter(today)
    if quarter.end < plan.header.start:
        return
    left = (quarter.end - today).days
    for item in assess(plan, quarter.end).items.values():
        if owes_remark(item, remarks_on(plan, item.id, quarter)):
            yield Obligation(item, Matter.REMARK, quarter.end, left, quarter)


def by_agency(plan: Plan, found: Sequence[Obligation]) -> tuple[Duty, ...]:
    """Answer what each agency owes, in the plan's order; each thing is led by one, the first."""
    leads = {one.item.id: plan.records[one.item.id].leads for one in found}
    named = dict.fromkeys(id_ for ids in leads.values() for id_ in ids)
    known = [one.id for one in plan.agencies if one.id in named]
    duties = [
        Duty(
            id_,
            tuple(one for one in found if leads[one.item.id][:1] == (id_,)),
            tuple(one for one in found if id_ in leads[one.item.id][1:]),
        )
        for id_ in dict.fromkeys((*known, *named))
    ]
    nobody = tuple(one for one in found if not leads[one.item.id])
    return (*duties, Duty(None, nobody, ())) if nobody else tuple(duties)
