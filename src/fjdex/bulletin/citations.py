"""Which readings a page tells, and from which sources: what it says it rests on."""

from collections.abc import Iterable, Iterator

from fjdex.assess.item import Item
from fjdex.bulletin.crowds import Crowd
from fjdex.bulletin.news import Decision, Figure
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Source


def cited(
    plan: Plan,
    items: Iterable[Item],
    figures: Iterable[Figure | Crowd],
    decided: Iterable[Decision],
    beside: Iterable[Figure | Crowd],
) -> tuple[Source, ...]:
    """Answer the sources that a page cites, as they are first met on it."""
    ids = dict.fromkeys(_ids(tuple(items), figures, decided, beside))
    return tuple(plan.source[id_] for id_ in ids if id_ in plan.source)


def _ids(
    items: tuple[Item, ...],
    figures: Iterable[Figure | Crowd],
    decided: Iterable[Decision],
    beside: Iterable[Figure | Crowd],
) -> Iterator[str]:
    taken = (one for item in items for one in _own(item))
    readings = (*taken, *readings_told((), figures))
    yield from (one.source for one in readings if one.source)
    yield from (one.goal.source for one in decided if one.goal.source)
    yield from (one.source for one in readings_told(items, beside) if one.source)


def readings_told(items: Iterable[Item], figures: Iterable[Figure | Crowd]) -> Iterator[Reading]:
    """Answer the readings that a page tells of some items, and those of some figures."""
    for item in items:
        yield from (*_own(item), *item.disputing)
    yield from (one.reading for one in figures if isinstance(one, Figure))


def _own(item: Item) -> Iterator[Reading]:
    """Answer the readings that an item's rating rests on; where another item decides, none."""
    if item.worst is None:
        yield from (one for one in (item.reading, item.latest) if one)
