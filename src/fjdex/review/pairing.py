"""Which thing of one list is which of another, whatever the order.

Keys are tried one after the other. What shares a key is paired, the first with the first, so that
the answer is the same from either side.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
# What a thing is known by; None where it cannot be known this way.
Key = Callable[[T], Hashable | None]
Pair = tuple[int | None, int | None]


def paired(
    before: Sequence[T], after: Sequence[T], surely: Sequence[Key[T]], perhaps: Sequence[Key[T]]
) -> tuple[Pair, ...]:
    """Answer the indices of things that are the same, in the order of `after`, then what is gone.

    A key of `perhaps` counts only where no other thing that is left has it too.
    """
    was, now = dict(enumerate(before)), dict(enumerate(after))
    pairs: list[tuple[int, int]] = []
    for keys, alone in ((surely, False), (perhaps, True)):
        for key in keys:
            found = list(_matched(_by(key, was), _by(key, now), alone=alone))
            pairs += found
            for was_at, now_at in found:
                del was[was_at], now[now_at]
    came: list[Pair] = [(None, at) for at in now]
    both = sorted((*pairs, *came), key=lambda pair: pair[1] or 0)
    return (*both, *((at, None) for at in was))


def chosen(things: Sequence[T], at: int | None) -> T | None:
    """Answer the thing of a pair's index, None where there is none."""
    return None if at is None else things[at]


def _by(key: Key[T], things: dict[int, T]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = {}
    for at, thing in things.items():
        known = key(thing)
        if known is not None:
            found.setdefault(known, []).append(at)
    return found


def _matched(
    was: dict[Hashable, list[int]], now: dict[Hashable, list[int]], *, alone: bool
) -> Iterator[tuple[int, int]]:
    for known, befores in was.items():
        afters = now.get(known, ())
        if not alone or (len(befores), len(afters)) == (1, 1):
            yield from zip(befores, afters, strict=False)
