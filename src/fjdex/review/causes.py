"""Why a rating is another one: the fewest changes that alone bring the new one about.

Each change is made to the old plan alone, and the record rated again; where none alone is enough,
more are made together until some are, and of these what is not needed is left out again.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
# Whether some candidates, by their numbers, are enough.
_Enough = Callable[[Sequence[int]], bool]
# So many changes are tried one at a time; of more those that the rating rests on, and then halves.
FEW = 24
# Of so many each is left out once, to see whether it is needed.
MANY = 200


def cause(enough: Callable[[Sequence[T]], bool], candidates: Sequence[T]) -> tuple[T, ...]:
    """Answer the fewest candidates that are enough; the likeliest are to stand first among them.

    () where not even all together are.
    """

    def suffice(numbers: Sequence[int]) -> bool:
        return enough([candidates[number] for number in numbers])

    numbers = range(len(candidates))
    alone = next((number for number in numbers[:FEW] if suffice((number,))), None)
    if alone is not None:
        return (candidates[alone],)
    if not suffice(numbers):
        return ()
    needed = _missed(suffice, numbers) if len(numbers) <= MANY else []
    if not needed or not suffice(needed):
        needed = _needed(suffice, _narrowed(suffice, numbers))
    return tuple(candidates[number] for number in sorted(needed))


def _missed(enough: _Enough, numbers: Sequence[int]) -> list[int]:
    """Answer the candidates without each of which the others are not enough."""
    return [one for one in numbers if not enough([other for other in numbers if other != one])]


def _narrowed(enough: _Enough, numbers: Sequence[int]) -> list[int]:
    """Answer a few candidates that are enough: each the last of the first so many that are."""
    found: list[int] = []
    left = numbers
    while left and not enough(found):
        low, high = 0, len(left)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if enough((*found, *left[:middle])) else (middle, high)
        found.append(left[high - 1])
        left = left[: high - 1]
    return found


def _needed(enough: _Enough, found: Sequence[int]) -> list[int]:
    kept = list(found)
    for one in found:
        rest = [other for other in kept if other != one]
        if rest and enough(rest):
            kept = rest
    return kept
