"""Rolling up: an outcome or a task is as its worst child is; nothing is averaged."""

from collections import Counter
from collections.abc import Mapping, Sequence

from fjdex.plan.terms import Rating

# Worst first. What is not in it counts only where there is nothing else.
_WORST_FIRST = (
    Rating.MISSED,
    Rating.REVERSING,
    Rating.FAR_BEHIND,
    Rating.BEHIND,
    Rating.UNCONFIRMED,
    Rating.UNDECIDED,
    Rating.NO_BASELINE,
    Rating.NO_READING,
    Rating.ON_SCHEDULE,
    Rating.AHEAD,
    Rating.MET_LATE,
    Rating.MET_UNDATED,
    Rating.MET,
    Rating.NOT_DUE,
    Rating.ONGOING,
    Rating.CANCELLED,
)
_RANK = {rating: rank for rank, rating in enumerate(_WORST_FIRST)}


def rank_of(rating: Rating) -> int:
    """Answer how bad a rating is: 0 is the worst."""
    return _RANK[rating]


def worst_of(leaves: Sequence[tuple[str, Rating]]) -> tuple[str, Rating]:
    """Answer the worst of some leaves by id and rating; of equals the first."""
    return min(leaves, key=lambda leaf: rank_of(leaf[1]))


def counted(ratings: Sequence[Rating]) -> Mapping[Rating, int]:
    """Count ratings, in the order in which ratings are shown."""
    count = Counter(ratings)
    return {rating: count[rating] for rating in Rating if count[rating]}
