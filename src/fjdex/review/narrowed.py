"""A review of only some records: what changed of them, which of their ratings moved, and why."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from fjdex.review.change import Change
from fjdex.review.ratings import UNKNOWN, Moved
from fjdex.review.review import Review


def narrowed(review: Review, ids: Collection[str]) -> Review:
    """Answer a review with only what is about records with one of some ids, of now or of before.

    A change of another record stays where it moved a rating of these, or what that rests on.
    A folder that came or went as a whole is told as a whole.
    """
    comparison = review.comparison
    if comparison.whole:
        return review
    moved = tuple(one for one in review.moved if _is_of(one, ids))
    causes = _causes(review, moved)
    kept = (one for one in comparison.changes if _is_about(one, ids) or id(one) in causes)
    return replace(
        review,
        comparison=replace(comparison, changes=tuple(kept), reshaped=()),
        moved=moved,
        by_time=tuple(one for one in review.by_time if _is_of(one, ids)),
        part=True,
    )


def _causes(review: Review, moved: Iterable[Moved]) -> frozenset[int]:
    """Answer which changes moved some ratings, be it through what these rest on."""
    rows = {one.id: one for one in review.moved}
    reached = {one.id for one in moved}
    while below := {id_ for one in reached for id_ in rows[one].cause.children} - reached:
        reached |= below
    found = [rows[id_].cause for id_ in reached]
    if any(one.kind == UNKNOWN for one in found):
        return frozenset(map(id, review.comparison.changes))
    return frozenset(id(change) for one in found for change in one.changes)


def _is_of(moved: Moved, ids: Collection[str]) -> bool:
    return moved.id in ids or moved.former in ids


def _is_about(change: Change, ids: Collection[str]) -> bool:
    return change.id in ids or change.subject.former in ids
