"""What a quarter's bulletin says: a pure function of the plan and the quarter.

Everything is as of the quarter's last day, so that the same data give the same bulletin on any
day that it is made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fjdex.assess.assessment import Assessment, assess
from fjdex.assess.item import Item
from fjdex.plan.period import Period
from fjdex.plan.plan import Plan
from fjdex.plan.records import Agency, RatingClass, Remark, Source
from fjdex.plan.terms import ListName, Rating

# What is late for certain, worst first.
BEHIND = (Rating.MISSED, Rating.REVERSING, Rating.FAR_BEHIND, Rating.BEHIND)
# What is due and cannot be settled by what is on file, and what has nothing on file at all.
OPEN = (Rating.UNDECIDED, Rating.UNCONFIRMED, Rating.NO_READING)


@dataclass(frozen=True)
class ClassCount:
    """How many items of one list fall into one class."""

    of: RatingClass
    count: int


@dataclass(frozen=True)
class ListPart:
    """One list in the bulletin: its items, and the counts that add up to their number."""

    name: ListName
    items: tuple[Item, ...]
    classes: tuple[ClassCount, ...]
    ratings: Mapping[Rating, int]


@dataclass(frozen=True)
class BehindPart:
    """An item that is behind, with the quarter's remarks on it."""

    item: Item
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class AgencyPart:
    """What one agency leads and shares, and which of what it leads is behind."""

    agency: Agency
    leads: Mapping[ListName, int]
    shares: Mapping[ListName, int]
    behind: tuple[Item, ...]


@dataclass(frozen=True)
class Bulletin:
    """A quarter's bulletin."""

    plan: Plan
    quarter: Period
    known_by: date | None
    assessment: Assessment
    lists: tuple[ListPart, ...]
    behind: tuple[BehindPart, ...]
    open: Mapping[ListName, tuple[Item, ...]]
    agencies: tuple[AgencyPart, ...]
    sources: tuple[Source, ...]

    @property
    def as_of(self) -> date:
        """The day for which it speaks."""
        return self.assessment.as_of

    @property
    def published_until(self) -> date | None:
        """The latest day on which a source was published that a rating rests on."""
        return max((one.published for one in self.sources if one.published), default=None)

    def number_of(self, source: str | None) -> int | None:
        """Answer the number under which a source is cited."""
        ids = [one.id for one in self.sources]
        return ids.index(source) + 1 if source in ids else None


def bulletin(plan: Plan, quarter: Period, known_by: date | None = None) -> Bulletin:
    """Answer the bulletin of a quarter; `known_by` is the day up to which `plan` was known.

    Raises `ValueError` for a quarter that ends before the plan begins.
    """
    assessment = assess(plan, quarter.end)
    items = tuple(assessment.items.values())
    return Bulletin(
        plan=plan,
        quarter=quarter,
        known_by=known_by,
        assessment=assessment,
        lists=tuple(_list_part(plan, name, assessment.of(name)) for name in ListName),
        behind=_behind(plan, quarter, items),
        open={name: _open(assessment.of(name), quarter.end) for name in ListName},
        agencies=tuple(_agency_part(plan, agency, items) for agency in plan.agencies),
        sources=_sources(plan, items),
    )


def _list_part(plan: Plan, name: ListName, items: tuple[Item, ...]) -> ListPart:
    ratings = [item.rating for item in items]
    classes = tuple(
        ClassCount(one, sum(rating in one.ratings for rating in ratings))
        for one in plan.header.classes
    )
    counts = {rating: ratings.count(rating) for rating in Rating if rating in ratings}
    return ListPart(name, items, classes, counts)


def _behind(plan: Plan, quarter: Period, items: Sequence[Item]) -> tuple[BehindPart, ...]:
    return tuple(
        BehindPart(item, tuple(one for one in plan.remarks if _is_on(one, item, quarter)))
        for rating in BEHIND
        for item in items
        if item.rating is rating
    )


def _open(items: Sequence[Item], day: date) -> tuple[Item, ...]:
    """Answer the items that are due and not settled, those with something on file first."""
    due = [item for item in items if item.due is not None and item.due <= day]
    return tuple(item for rating in OPEN for item in due if item.rating is rating)


def _is_on(remark: Remark, item: Item, quarter: Period) -> bool:
    return remark.id == item.id and (remark.quarter.start, remark.quarter.end) == (
        quarter.start,
        quarter.end,
    )


def _agency_part(plan: Plan, agency: Agency, items: Sequence[Item]) -> AgencyPart:
    leads = [item for item in items if plan.records[item.id].leads[:1] == (agency.id,)]
    shares = [item for item in items if agency.id in plan.records[item.id].leads[1:]]
    behind = tuple(item for item in leads if item.rating in BEHIND)
    return AgencyPart(agency, _by_list(leads), _by_list(shares), behind)


def _by_list(items: Sequence[Item]) -> Mapping[ListName, int]:
    return {name: sum(item.list is name for item in items) for name in ListName}


def _sources(plan: Plan, items: Sequence[Item]) -> tuple[Source, ...]:
    """Answer the sources of the readings that ratings rest on, as they are first met."""
    readings = (item.reading for item in items)
    cited = dict.fromkeys(one.source for one in readings if one is not None and one.source)
    return tuple(plan.source[id_] for id_ in cited if id_ in plan.source)
