"""What a bulletin says of a quarter, a year or another span: a pure function of plan and period.

Everything is as of the period's last day, so that the same data give the same bulletin on any day
that it is made. What it was before is as of the day before the period.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fjdex.assess.assessment import Assessment
from fjdex.assess.item import Item
from fjdex.assess.known import Known
from fjdex.assess.obligations import BEHIND, is_over, owes_remark, remarks_on
from fjdex.bulletin.citations import cited, readings_told
from fjdex.bulletin.crowds import Crowd
from fjdex.bulletin.moves import Move
from fjdex.bulletin.news import (
    Decision,
    Figure,
    aside,
    decisions,
    earlier_figures,
    new_figures,
    parted_of,
)
from fjdex.bulletin.rated import Rated, rated
from fjdex.plan.ledger import count_until, sources_of
from fjdex.plan.period import Period, quarter_of
from fjdex.plan.plan import Plan
from fjdex.plan.records import Agency, RatingClass, Remark, Source
from fjdex.plan.terms import ListName, Rating

# What is due and cannot be settled by what is on file, and what has nothing on file at all.
OPEN = (Rating.UNDECIDED, Rating.UNCONFIRMED, Rating.NO_READING)


@dataclass(frozen=True)
class Count:
    """How many items there are of a kind, and how many there were before the period, if any day."""

    now: int
    before: int | None


@dataclass(frozen=True)
class ListPart:
    """One list in the bulletin: its items, and two ways of counting them that each add up."""

    name: ListName
    items: tuple[Item, ...]
    classes: tuple[tuple[RatingClass, Count], ...]
    ratings: Mapping[Rating, Count]

    @property
    def cancelled(self) -> Count:
        """How many of its items are cancelled: in the list, but outside the shares."""
        return self.ratings.get(Rating.CANCELLED, Count(0, 0))

    def standing(self, of: RatingClass, count: Count) -> Count:
        """Answer a class's count without what is cancelled."""
        if Rating.CANCELLED not in of.ratings:
            return count
        gone = self.cancelled
        before = None if count.before is None else count.before - (gone.before or 0)
        return Count(count.now - gone.now, before)


@dataclass(frozen=True)
class BehindPart:
    """An item that is behind, with the period's remarks on it.

    `owed` is whether one is missing: what rests on others is explained by theirs.
    """

    item: Item
    remarks: tuple[Remark, ...]

    @property
    def owed(self) -> bool:
        """Whether the item owes a remark."""
        return owes_remark(self.item, self.remarks)


@dataclass(frozen=True)
class AgencyPart:
    """What one agency leads and shares, and which of what it leads is behind."""

    agency: Agency
    leads: Mapping[ListName, int]
    shares: Mapping[ListName, int]
    behind: tuple[Item, ...]


@dataclass(frozen=True)
class Bulletin:
    """A bulletin, of the whole plan or, with `lead`, of what one agency leads.

    `before` is the plan as of the day before the period, None where that lies before the plan;
    `known` says what was left out, where only what was known by a day counts; `figures` are of the
    period, `earlier` were published in it and are of a day before; `decided` came in the period,
    `aside` rates nothing; `upcoming` falls due in what follows of the quarter after the period;
    `shared` is what the agency shares, whose figures and goals are told too.
    """

    plan: Plan
    period: Period
    known: Known | None
    lead: Agency | None
    assessment: Assessment
    before: Assessment | None
    items: tuple[Item, ...]
    lists: tuple[ListPart, ...]
    figures: tuple[Figure | Crowd, ...]
    earlier: tuple[Figure | Crowd, ...]
    decided: tuple[Decision, ...]
    moved: tuple[Move, ...]
    aside: tuple[Figure | Crowd, ...]
    behind: tuple[BehindPart, ...]
    open: Mapping[ListName, tuple[Item, ...]]
    upcoming: tuple[Item, ...]
    shared: tuple[Item, ...]
    agencies: tuple[AgencyPart, ...]
    sources: tuple[Source, ...]

    @property
    def as_of(self) -> date:
        """The day for which it speaks."""
        return self.assessment.as_of

    @property
    def known_by(self) -> date | None:
        """The day up to which everything counts, None where nothing was left out for its day."""
        return self.known.day if self.known else None

    @property
    def next_quarter(self) -> Period:
        """The quarter in which `upcoming` falls due, or what is left of it after the period."""
        first = self.as_of + timedelta(days=1)
        whole = quarter_of(first)
        rest = Period(first, whole.end, f"{first:%Y-%m}/{whole.end:%Y-%m}")
        return whole if whole.start == first else rest

    @property
    def owed(self) -> tuple[Item, ...]:
        """The items that are behind and have no remark."""
        return tuple(one.item for one in self.behind if one.owed)

    @property
    def published_until(self) -> date | None:
        """The latest day on which a source was published from which a figure is cited."""
        figures = (*self.figures, *self.earlier, *self.aside)
        read = {one.source for one in readings_told((*self.items, *self.shared), figures)}
        days = (one.published for one in self.sources if one.id in read)
        return max((day for day in days if day), default=None)

    @property
    def interim(self) -> bool:
        """Whether nothing that counts speaks of the period's last day or was published after it.

        So it is with every period that is not over yet, and it does not depend on today.
        """
        until, every = self.as_of, self.plan.readings.values()
        before = until - timedelta(days=1)
        later = {one.id for one in self.plan.sources if one.published and one.published > until}
        return all(
            count_until(one, before.isoformat()) == len(one)
            and (not later or later.isdisjoint(sources_of(one)))
            for one in every
        )

    def of(self, name: ListName) -> tuple[Item, ...]:
        """Answer the bulletin's items of one list."""
        return tuple(item for item in self.items if item.list is name)

    def remarks_on(self, item: Item) -> tuple[Remark, ...]:
        """Answer the remarks on an item for the quarter with which the period ends."""
        return remarks_on(self.plan, item.id, quarter_of(self.period.end))

    def number_of(self, source: str | None) -> int | None:
        """Answer the number under which a source is cited."""
        ids = [one.id for one in self.sources]
        return ids.index(source) + 1 if source in ids else None


def bulletin(
    plan: Plan, period: Period, known: Known | None = None, lead: Agency | None = None
) -> Bulletin:
    """Answer the bulletin of a period; `known` is what `plan` was taken from, if from anything.

    Raises `ValueError` for a period that ends before the plan begins.
    """
    return page_of(rated(plan, period), known, lead)


def page_of(of: Rated, known: Known | None = None, lead: Agency | None = None) -> Bulletin:
    """Answer the bulletin of a plan that is rated already, or one agency's page of it."""
    plan, period = of.plan, of.period
    every = tuple(of.assessment.items.values())
    items = every if lead is None else _led(plan, lead, every)
    shared = () if lead is None else _shared(plan, lead, every)
    ids = {item.id for item in items}
    told = (*items, *shared)
    readings, decided = parted_of(plan, told), decisions(plan, period, told)
    figures = new_figures(plan, period, told, readings)
    earlier = earlier_figures(plan, period, told, readings)
    beside = aside(plan, period, items, readings)
    return Bulletin(
        plan=plan,
        period=period,
        known=known,
        lead=lead,
        assessment=of.assessment,
        before=of.before,
        items=items,
        lists=tuple(_list_part(plan, name, items, of.before) for name in ListName),
        figures=figures,
        earlier=earlier,
        decided=decided,
        moved=tuple(one for one in of.moved if one.after.id in ids),
        aside=beside,
        behind=_behind(plan, period, items),
        open={name: _open(name, items, period.end) for name in ListName},
        upcoming=_upcoming(items, period.end),
        shared=shared,
        agencies=tuple(_agency_part(plan, one, every) for one in plan.agencies),
        sources=cited(plan, told, (*figures, *earlier), decided, beside),
    )


def _led(plan: Plan, agency: Agency, items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(item for item in items if plan.records[item.id].leads[:1] == (agency.id,))


def _shared(plan: Plan, agency: Agency, items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(item for item in items if agency.id in plan.records[item.id].leads[1:])


def _list_part(
    plan: Plan, name: ListName, items: Iterable[Item], before: Assessment | None
) -> ListPart:
    listed = tuple(item for item in items if item.list is name)
    now = [item.rating for item in listed]
    then = [before.items[item.id].rating for item in listed] if before else None
    classes = tuple((one, _count(now, then, one.ratings)) for one in plan.header.classes)
    ratings = {rating: _count(now, then, (rating,)) for rating in Rating}
    seen = {rating: one for rating, one in ratings.items() if one.now or one.before}
    return ListPart(name, listed, classes, seen)


def _count(
    now: Sequence[Rating], then: Sequence[Rating] | None, ratings: Sequence[Rating]
) -> Count:
    before = None if then is None else sum(one in ratings for one in then)
    return Count(sum(one in ratings for one in now), before)


def _behind(plan: Plan, period: Period, items: Sequence[Item]) -> tuple[BehindPart, ...]:
    return tuple(
        BehindPart(item, remarks_on(plan, item.id, quarter_of(period.end)))
        for rating in BEHIND
        for item in items
        if item.rating is rating
    )


def _open(name: ListName, items: Sequence[Item], day: date) -> tuple[Item, ...]:
    """Answer the items that are due and not settled, those with something on file first."""
    due = [item for item in items if item.list is name and item.due and item.due <= day]
    return tuple(item for rating in OPEN for item in due if item.rating is rating)


def _upcoming(items: Sequence[Item], day: date) -> tuple[Item, ...]:
    """Answer what falls due in the quarter after a day and is not done yet."""
    last = quarter_of(day + timedelta(days=1)).end
    due = [one for one in items if one.due and day < one.due <= last and not is_over(one)]
    return tuple(sorted(due, key=lambda one: one.due or day))


def _agency_part(plan: Plan, agency: Agency, items: Sequence[Item]) -> AgencyPart:
    leads, shares = _led(plan, agency, items), _shared(plan, agency, items)
    behind = tuple(item for item in leads if item.rating in BEHIND)
    return AgencyPart(agency, _by_list(leads), _by_list(shares), behind)


def _by_list(items: Sequence[Item]) -> Mapping[ListName, int]:
    return {name: sum(item.list is name for item in items) for name in ListName}
