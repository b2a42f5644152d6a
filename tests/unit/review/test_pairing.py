"""Which thing of one list is which of another."""

import pytest

from fjdex.review.pairing import Pair, chosen, paired


def whole(thing: str) -> str:
    """Know a thing by all of it."""
    return thing


def first(thing: str) -> str | None:
    """Know a thing by its first letter, if it has one."""
    return thing[:1] or None


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([], [], ()),
        (["a", "b"], ["b", "a"], ((1, 0), (0, 1))),
        (["a"], ["a", "b"], ((0, 0), (None, 1))),
        (["a", "b"], ["b"], ((1, 0), (0, None))),
        (["a", "a"], ["a"], ((0, 0), (1, None))),
        (["a1"], ["a2"], ((0, 0),)),
        (["a1", "a2"], ["a3"], ((None, 0), (0, None), (1, None))),
        (["a1", "a2"], ["a2", "a3"], ((1, 0), (0, 1))),
        ([""], ["", "x"], ((0, 0), (None, 1))),
        (["x"], ["y"], ((None, 0), (0, None))),
    ],
)
def test_things_are_paired_by_the_first_key_they_share(
    before: list[str], after: list[str], expected: tuple[Pair, ...]
) -> None:
    """Surely by the whole, perhaps by the first letter where only one on either side has it."""
    assert paired(before, after, (whole,), (first,)) == expected


def test_the_other_way_round_the_same_are_paired() -> None:
    """Neither list goes before the other."""
    before, after = ["a1", "b", "c", "c", "d1"], ["d2", "c", "b", "a2", "e"]

    there = paired(before, after, (whole,), (first,))
    here = paired(after, before, (whole,), (first,))

    assert {(b, a) for a, b in here} == set(there)


def test_a_pair_without_one_side_has_nothing_there() -> None:
    """An index chooses, none chooses nothing."""
    assert (chosen("abc", 1), chosen("abc", None)) == ("b", None)
