"""The fewest candidates that are enough, found with few trials."""

from collections.abc import Sequence

from fjdex.review.causes import FEW, cause


def test_one_that_is_enough_alone_is_the_cause() -> None:
    """The likeliest, where several are."""
    assert cause(lambda given: bool({"b", "c"} & {*given}), "abcd") == ("b",)


def test_several_that_need_each_other_are_named_together() -> None:
    """All that are needed and none that is not, in their order."""
    assert cause(lambda given: {"a", "c"} <= {*given}, "abcd") == ("a", "c")


def test_what_one_hides_another_brings_out() -> None:
    """Though neither is enough alone: one goes too far, the other takes some of it back."""
    worth = {"a": 5, "b": -2, "c": 0}

    assert cause(lambda given: sum(worth[one] for one in given) == 3, "abc") == ("a", "b")


def test_nothing_is_a_cause_where_all_are_not_enough() -> None:
    """What moved the rating is none of the candidates."""
    assert cause(lambda _given: False, "abc") == ()
    assert cause(lambda _given: False, "") == ()


def test_one_among_many_is_found_in_few_trials() -> None:
    """So many are tried one by one, then halves."""
    trials: list[int] = []

    def enough(given: Sequence[int]) -> bool:
        trials.append(len(given))
        return 7000 in given

    assert cause(enough, range(10_000)) == (7000,)
    assert len(trials) < FEW + 20


def test_two_among_many_are_found_in_few_trials() -> None:
    """And nothing of what stands between them is kept."""
    trials: list[int] = []

    def enough(given: Sequence[int]) -> bool:
        trials.append(len(given))
        return {300, 9000} <= {*given}

    assert cause(enough, range(10_000)) == (300, 9000)
    assert len(trials) < FEW + 50
