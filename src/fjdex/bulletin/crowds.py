"""Many areas' readings of one record, told together: a page cannot list a county each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress

from fjdex.assess.item import Item
from fjdex.plan.ledger import Ledger
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Outcome, Record

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
    """A record's readings for other areas than its own, by their places among all; days as text."""

    indices: Sequence[int] = ()
    days: Sequence[str] = ()
    areas: Sequence[str] = ()
    sources: Sequence[str] = ()

    def __len__(self) -> int:
        return len(self.indices)

    def only(self, wanted: Sequence[bool]) -> "Far":
        """Answer those that are wanted."""
        return Far(
            list(compress(self.indices, wanted)),
            list(compress(self.days, wanted)),
            list(compress(self.areas, wanted)),
            list(compress(self.sources, wanted)),
        )


def parted(plan: Plan, item: Item) -> tuple[Sequence[Reading], Far]:
    """Answer a record's readings for its own area, and what is known of the others.

    Of a record with parts, and where there are few others, all count as its own.
    """
    record, given = plan.records[item.id], plan.readings.get(item.id, ())
    if len(given) <= MANY or (isinstance(record, Outcome) and record.parts):
        return given, Far()
    far = _far(plan, record, given)
    if len(far) <= MANY:
        return given, Far()
    others = frozenset(far.indices)
    near = (
        given.of_area(plan.area_of(record))
        if isinstance(given, Ledger)
        else [one for at, one in enumerate(given) if at not in others]
    )
    return near, far


def _far(plan: Plan, record: Record, given: Sequence[Reading]) -> Far:
    own = plan.area_of(record)
    if isinstance(given, Ledger):
        return Far(*given.elsewhere(own))
    areas = [plan.area_read(record, one) for one in given]
    days, sources = [one.date.isoformat() for one in given], [one.source or "" for one in given]
    every = Far(range(len(given)), days, areas, sources)
    return every.only([area != own for area in areas])


def picked_from(plan: Plan, item: Item, far: Far) -> Sequence[Reading]:
    """Answer the readings themselves."""
    given = plan.readings.get(item.id, ())
    if isinstance(given, Ledger):
        return given.picked(far.indices)
    return [given[at] for at in far.indices]


def crowd_of(item: Item, far: Far) -> Crowd:
    """Answer many readings as one."""
    first, last = date.fromisoformat(min(far.days)), date.fromisoformat(max(far.days))
    return Crowd(item, len(far), len(set(far.areas)), first, last)
