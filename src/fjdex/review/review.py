"""Two states of a folder reviewed: what changed, which ratings moved because of it, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from fjdex.load import Loaded
from fjdex.plan.findings import Finding, in_order
from fjdex.review.compare import Comparison, compare
from fjdex.review.ratings import Moved, moved, moved_by_time
from fjdex.review.shelf import Shelf


@dataclass(frozen=True)
class Review:
    """A comparison, with the ratings that moved as of a day.

    `rated` is whether they could be compared at all: nothing is rated from a folder of which
    something cannot be read, or before its plan begins. `by_time` are those that only the time
    since the day `since` moved. A `part` is of some records alone, and says nothing of others.
    """

    comparison: Comparison
    as_of: date
    rated: bool
    moved: tuple[Moved, ...] = ()
    since: date | None = None
    by_time: tuple[Moved, ...] = ()
    part: bool = False


def review(
    before: Loaded,
    after: Loaded,
    as_of: date,
    since: date | None = None,
    same: frozenset[str] = frozenset(),
) -> Review:
    """Answer what lies between two states of a folder, both rated as of one day.

    `since` is the day of the earlier one; `same` are files that are known to be equal.
    """
    comparison = compare(before, after, same)
    if not comparison.changes:
        return Review(comparison, as_of, comparison.same)
    if not all(_ratable(one, as_of) for one in (before, after)):
        return Review(comparison, as_of, rated=False)
    was, now = before.draft, after.draft
    moves = moved(was, now, comparison.changes, comparison.renames, as_of)
    late = moved_by_time(was, since, as_of) if since else ()
    faults = _faults(now.readings)
    if faults:
        found = replace(comparison, after=in_order((*comparison.after, *faults)))
        return Review(found, as_of, rated=False)
    told = {one.former for one in moves}
    by_time = tuple(
        replace(one, id=comparison.renames.new("rated", one.id))
        for one in late
        if one.former not in told
    )
    return Review(comparison, as_of, rated=True, moved=moves, since=since, by_time=by_time)


def _faults(readings: Mapping[str, object]) -> tuple[Finding, ...]:
    """Answer what is wrong with the readings that were needed though they are equal."""
    return tuple(readings.faults) if isinstance(readings, Shelf) else ()


def _ratable(loaded: Loaded, as_of: date) -> bool:
    """Whether a side can be rated on a day; one that is not there has nothing to be rated."""
    return loaded.plan is not None and loaded.sound and loaded.plan.header.start <= as_of
