"""Roll-up: an outcome or a dated task is as its worst child is."""

from itertools import pairwise

import pytest

import builders as b
from fjdex.assess.rollup import counted, rank_of, worst_of
from fjdex.plan.terms import Rating

# docs/methodology.md: worst first
ORDER = [
    "missed",
    "reversing",
    "far-behind",
    "behind",
    "unconfirmed",
    "undecided",
    "no-baseline",
    "no-reading",
    "on-schedule",
    "ahead",
    "met-late",
    "met-undated",
    "met",
]
ASIDE = ["not-due", "ongoing", "cancelled"]


def test_the_order_and_what_stands_aside_cover_every_rating() -> None:
    """No rating is left without a rank."""
    assert sorted([*ORDER, *ASIDE]) == sorted(rating.value for rating in Rating)


@pytest.mark.parametrize(("worse", "better"), list(pairwise(ORDER)))
def test_of_two_neighbours_in_the_order_the_first_is_worse(worse: str, better: str) -> None:
    """Every rating in the order yields to the one before it, wherever the two stand."""
    pair = [("good", Rating(better)), ("bad", Rating(worse))]
    assert [worst_of(pair), worst_of(pair[::-1])] == [("bad", Rating(worse))] * 2


@pytest.mark.parametrize("aside", ASIDE)
def test_what_stands_aside_counts_only_where_there_is_nothing_else(aside: str) -> None:
    """Even a met child decides beside one that is not due, ongoing or cancelled."""
    children = [("aside", Rating(aside)), ("met", Rating.MET)]
    alone = worst_of(children[:1])
    assert (worst_of(children), alone) == (("met", Rating.MET), ("aside", Rating(aside)))


def test_of_equals_the_first_is_named() -> None:
    """Two children equally bad: the plan's order decides."""
    assert worst_of([("a", Rating.BEHIND), ("b", Rating.BEHIND)]) == ("a", Rating.BEHIND)


def test_counts_come_in_the_order_in_which_ratings_are_shown() -> None:
    """Best first, and only what occurs."""
    given = [Rating.MISSED, Rating.MET, Rating.MISSED]
    assert list(counted(given).items()) == [(Rating.MET, 1), (Rating.MISSED, 2)]


def member(key: str, value: str, **keys: str) -> tuple[str, dict[str, str]]:
    """Write a target that reads a value half way, with a goal of 730."""
    written = b.target(b.goal(), key=key, baseline=b.FROM_ZERO, **keys)
    return written, {key: b.lines(f"date: 2021-12-31, value: {value}")}


GOOD, GOOD_READ = member("good", "365", outcomes="[o]", tasks="[k]")
BAD, BAD_READ = member("bad", "100", outcomes="[o]")
DAY = "2021-12-31"


def test_an_outcome_with_targets_is_as_its_worst_target() -> None:
    """Its own states are shown and do not rate it."""
    readings = GOOD_READ | BAD_READ | {"o": b.lines("date: 2021-06-30, state: delivered")}
    texts = b.folder(GOOD + BAD, b.outcome("o"), readings=readings)
    item = b.assessed(texts, DAY).items["o"]
    assert (item.rating, item.worst, dict(item.children), item.reading and item.reading.state) == (
        "far-behind",
        "bad",
        {"on-schedule": 1, "far-behind": 1},
        "delivered",
    )


def test_a_dated_task_counts_each_leaf_once() -> None:
    """A target under the task and under the task's outcome is one leaf."""
    texts = b.folder(
        GOOD + BAD, b.outcome("o", tasks="[k]"), b.task("k"), readings=GOOD_READ | BAD_READ
    )
    item = b.assessed(texts, DAY).items["k"]
    assert (item.rating, dict(item.children)) == (
        "far-behind",
        {"on-schedule": 1, "far-behind": 1},
    )


def test_the_worst_child_of_a_task_is_named() -> None:
    """The task's own child is named, here the outcome; the leaf below it is the outcome's."""
    texts = b.folder(BAD, b.outcome("o", tasks="[k]"), b.task("k"), readings=BAD_READ)
    items = b.assessed(texts, DAY).items
    assert (items["k"].worst, items["o"].worst) == ("o", "bad")


def test_an_undated_task_is_ongoing_and_counts_its_leaves() -> None:
    """A task without a date is never late, whatever its children are."""
    texts = b.folder(BAD, b.outcome("o", tasks="[k]"), b.task("k", due=""), readings=BAD_READ)
    item = b.assessed(texts, DAY).items["k"]
    assert (item.rating, item.worst, dict(item.children)) == ("ongoing", None, {"far-behind": 1})


def test_a_task_with_nothing_below_it_is_a_deliverable() -> None:
    """Its own states rate it."""
    texts = b.folder(
        tasks=b.task("k"), readings={"k": b.lines("date: 2021-12-31, state: delivered")}
    )
    assert b.ratings(texts, DAY) == {"k": "met"}


def test_a_cancelled_outcome_steps_aside_in_its_task() -> None:
    """What is called off counts in its task only where there is nothing else."""
    outcomes = b.outcome("o", tasks="[k]") + b.outcome("p", tasks="[k]")
    readings = {
        "o": b.lines("date: 2021-06-30, state: cancelled"),
        "p": b.lines("date: 2021-06-30, state: delivered"),
    }
    texts = b.folder(outcomes=outcomes, tasks=b.task("k"), readings=readings)
    assert b.ratings(texts, DAY) == {"o": "cancelled", "p": "met", "k": "met"}


def test_the_targets_of_a_cancelled_outcome_step_aside_with_it() -> None:
    """A task is not held back by a target of an outcome that was called off."""
    outcomes = b.outcome("o", tasks="[k]") + b.outcome("p", tasks="[k]")
    readings = BAD_READ | {
        "o": b.lines("date: 2021-06-30, state: cancelled"),
        "p": b.lines("date: 2021-06-30, state: delivered"),
    }
    texts = b.folder(BAD, outcomes, b.task("k"), readings=readings)
    assert b.ratings(texts, DAY) == {
        "bad": "far-behind",
        "o": "cancelled",
        "p": "met",
        "k": "met",
    }


def test_totals_are_kept_for_each_list_apart() -> None:
    """Targets, outcomes and tasks are never added up."""
    texts = b.folder(GOOD + BAD, b.outcome("o"), b.task("k", due=""), readings=GOOD_READ | BAD_READ)
    counts = {name.value: dict(found) for name, found in b.assessed(texts, DAY).counts().items()}
    assert counts == {
        "targets": {"on-schedule": 1, "far-behind": 1},
        "outcomes": {"far-behind": 1},
        "tasks": {"ongoing": 1},
    }


def test_ranks_go_from_the_worst_to_what_counts_last() -> None:
    """Every rating has a rank of its own, from what was missed to what was cancelled."""
    ranks = [rank_of(rating) for rating in Rating]

    assert sorted(ranks) == list(range(len(Rating)))
    assert (rank_of(Rating.MISSED), rank_of(Rating.CANCELLED)) == (0, len(Rating) - 1)
