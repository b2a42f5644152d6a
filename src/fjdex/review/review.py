"""Two states of a folder reviewed: what changed, which ratings moved because of it, and why."""

from dataclasses import dataclass
from datetime import date

from fjdex.load import Loaded
from fjdex.review.compare import Comparison, compare
from fjdex.review.ratings import Moved, moved, moved_by_time


@dataclass(frozen=True)
class Review:
    """A comparison, with the ratings that moved as of a day.

    `rated` is whether they could be compared at all: nothing is rated from a folder of which
    something cannot be read, or before its plan begins. `by_time` are those that only the time
    since the day `since` moved.
    """

    comparison: Comparison
    as_of: date
    rated: bool
    moved: tuple[Moved, ...] = ()
    since: date | None = None
    by_time: tuple[Moved, ...] = ()


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
    rated = all(_ratable(one, as_of) for one in (before, after))
    if not rated or not comparison.changes:
        return Review(comparison, as_of, rated)
    was, now = before.draft, after.draft
    moves = moved(was, now, comparison.changes, comparison.renames, as_of)
    late = moved_by_time(was, since, as_of) if since else ()
    told = {one.former for one in moves}
    by_time = tuple(one for one in late if one.id not in told)
    return Review(comparison, as_of, rated, moves, since, by_time)


def _ratable(loaded: Loaded, as_of: date) -> bool:
    """Whether a side can be rated on a day; one that is not there has nothing to be rated."""
    return loaded.plan is not None and loaded.sound and loaded.plan.header.start <= as_of
