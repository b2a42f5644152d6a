"""Why a rating is another one: the fewest changes that alone bring the new one about.

Each change is made to the old plan alone, and the record rated again; where none alone is enough,
more are made together until some are, and of these what is not needed is left out again.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
# So many changes are tried one at a time; of more those that the rating rests on, and then halves.
FEW = 24


def cause(enough: Callable[[Sequence[T]], bool], candidates: Sequence[T]) -> tuple[T, ...]:
    """Answer the fewest candidates that are enough, the likeliest standing first among them.

    () where not even all together are.
    """
    for one in candidates[:FEW]:
        if enough((one,)):
            return (one,)
    if not enough(candidates):
        return ()
    return _needed(enough, _narrowed(enough, candidates))


def _narrowed(enough: Callable[[Sequence[T]], bool], candidates: Sequence[T]) -> tuple[T, ...]:
    """Answer a few candidates that are enough: each the last of the first so many that are."""
    found: list[T] = []
    left = tuple(candidates)
    while left and not enough(found):
        low, high = 0, len(left)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if enough((*found, *left[:middle])) else (middle, high)
        found.append(left[high - 1])
        left = left[: high - 1]
    return tuple(found)


def _needed(enough: Callable[[Sequence[T]], bool], found: Sequence[T]) -> tuple[T, ...]:
    kept = list(found)
    for one in found:
        rest = [other for other in kept if other is not one]
        if rest and enough(rest):
            kept = rest
    return tuple(kept)
