"""Which known words are most like one that is unknown, however many are known."""

import difflib
from collections.abc import Iterable
from functools import lru_cache
from heapq import nlargest

# How long a word may be to be likened to others, and to how many in the end.
MAX_WORD = 128
MANY = 20


def likest(word: str, known: Iterable[str], count: int) -> list[str]:
    """Answer up to so many of the known words, the most like first; none where none is like it.

    Of many known words only those that share the most pairs of letters with it are compared: a
    folder may lack a register of thousands that thousands of lines cite.
    """
    if len(word) > MAX_WORD:
        return []
    pairs = _pairs(word)
    nearest = nlargest(MANY, sorted(set(known)), key=lambda one: len(pairs & _pairs(one)))
    return difflib.get_close_matches(word, nearest, n=count, cutoff=0.5)


@lru_cache(maxsize=100_000)
def _pairs(word: str) -> frozenset[str]:
    return frozenset(map(str.__add__, word, word[1:]))
