"""Many areas' readings of one record, told together: a page cannot list a county each."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from fjdex.assess.item import Item
from fjdex.plan.ledger import Ledger, Line, area_of, day_of
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Outcome

# So many readings of other areas are listed one by one.
MANY = 12


@dataclass(frozen=True, slots=True)
class Crowd:
    """Readings of one record for other areas than its own: how many, of how many, of when."""

    item: Item
    count: int
    areas: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Far:
    """Some of a record's readings for other areas than its own, made when they are asked for."""

    days: Sequence[str]
    areas: Sequence[str]
    made: Callable[[], Sequence[Reading]]

    def __len__(self) -> int:
        return len(self.days)


class Others(Protocol):
    """A record's readings for other areas than its own; days are texts."""

    def between(self, first: str, last: str) -> Far:
        """Answer those of some days."""

    def published(self, before: str, sources: AbstractSet[str]) -> Far:
        """Answer those of days before one that some sources published."""

    def latest(self, until: str) -> Far:
        """Answer the last one of each area up to a day."""


@dataclass(frozen=True, slots=True)
class _InLines:
    ledger: Ledger
    own: str
    # There are no more areas than these.
    areas: int

    def between(self, first: str, last: str) -> Far:
        return self._far(self.ledger.others(self.own, first, last))

    def published(self, before: str, sources: AbstractSet[str]) -> Far:
        cited = (one for source in sources for one in self.ledger.others_citing(self.own, source))
        return self._far(sorted(one for one in cited if day_of(one) < before))

    def latest(self, until: str) -> Far:
        return self._far(self.ledger.latest_of_others(self.own, until, self.areas))

    def _far(self, lines: Sequence[Line]) -> Far:
        days, areas = list(map(day_of, lines)), list(map(area_of, lines))
        return Far(days, areas, lambda: self.ledger.of(lines))


@dataclass(frozen=True, slots=True)
class _InReadings:
    """Readings with the area of each."""

    pairs: Sequence[tuple[str, Reading]] = ()

    def between(self, first: str, last: str) -> Far:
        return self._far(one for one in self.pairs if first <= one[1].date.isoformat() <= last)

    def published(self, before: str, sources: AbstractSet[str]) -> Far:
        early = (one for one in self.pairs if one[1].date.isoformat() < before)
        return self._far(one for one in early if one[1].source in sources)

    def latest(self, until: str) -> Far:
        known = (one for one in self.pairs if one[1].date.isoformat() <= until)
        by_day = sorted(known, key=lambda one: one[1].date)
        return self._far((area, one) for area, one in dict(by_day).items())

    def _far(self, pairs: Iterable[tuple[str, Reading]]) -> Far:
        held = list(pairs)
        readings = [one for _, one in held]
        days = [one.date.isoformat() for one in readings]
        return Far(days, [area for area, _ in held], lambda: readings)


def parted(plan: Plan, item: Item) -> tuple[Sequence[Reading], Others]:
    """Answer a record's readings for its own area, and the others.

    Of a record with parts, and where there are few others, all count as its own.
    """
    record, given = plan.records[item.id], plan.readings.get(item.id, ())
    if len(given) <= MANY or (isinstance(record, Outcome) and record.parts):
        return given, _InReadings()
    own = plan.area_of(record)
    if isinstance(given, Ledger):
        near: Sequence[Reading] = given.of_area(own)
        others: Others = _InLines(given, own, len(plan.area) - 1)
    else:
        pairs = [(plan.area_read(record, one), one) for one in given]
        near = [one for area, one in pairs if area == own]
        others = _InReadings([one for one in pairs if one[0] != own])
    return (near, others) if len(given) - len(near) > MANY else (given, _InReadings())


def crowd_of(item: Item, far: Far) -> Crowd:
    """Answer many readings as one."""
    first, last = date.fromisoformat(min(far.days)), date.fromisoformat(max(far.days))
    return Crowd(item, len(far), len(set(far.areas)), first, last)
