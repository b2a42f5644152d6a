"""What moved between two days, and why: a reading, a goal, both, or time alone."""

from datetime import date

import pytest

import builders as b
from fjdex.assess.assessment import assess
from fjdex.bulletin.moves import moves

OLD = "date: 2021-06-30, value: 200, source: s"
SINCE, DAY = date(2021, 6, 30), date(2022, 12, 31)
EARLY, LATE = "date: 2021-01-01, value: 0, source: s", "date: 2022-12-31, value: {}, source: s"
HARDER = b.goal("900", decided="2022-06-30")

# What is on file besides a reading of 200 (on schedule) at the start, and what comes of it.
CASES = {
    "nothing": ([], [], "unconfirmed", "time"),
    "a reading": ([LATE.format(730)], [], "met", "reading"),
    "a goal that is not read yet": ([], [HARDER], "unconfirmed", "time"),
    "both": ([LATE.format(800)], [HARDER], "missed", "both"),
    "a reading that meets both goals": ([LATE.format(900)], [HARDER], "met", "reading"),
    "a reading that misses both goals": ([LATE.format(100)], [HARDER], "missed", "reading"),
}


def moved(readings: list[str], goals: list[str]) -> list[tuple[str, str, str, str]]:
    """Answer what moved in a plan of one target."""
    target = b.target(", ".join([b.goal(), *goals]))
    texts = b.folder(
        targets=target, readings={"t": b.lines(EARLY, OLD, *readings)}, sources=b.source("s")
    )
    plan = b.plan_of(texts)
    found = moves(assess(plan, SINCE), assess(plan, DAY))
    return [
        (one.after.id, one.before.rating.value, one.after.rating.value, one.cause.value)
        for one in found
    ]


@pytest.mark.parametrize(("readings", "goals", "rating", "cause"), CASES.values(), ids=CASES)
def test_a_move_has_its_cause(
    readings: list[str], goals: list[str], rating: str, cause: str
) -> None:
    """The least that by itself gives the new rating."""
    assert moved(readings, goals) == [("t", "ahead", rating, cause)]


def test_a_goal_alone_moves_what_was_read_before() -> None:
    """The same reading, measured by another goal."""
    goals = f"{b.goal()}, {b.goal('5000', decided='2021-12-31')}"
    plan = b.plan_of(b.folder(b.target(goals), readings={"t": b.lines(EARLY, OLD)}))
    found = moves(assess(plan, SINCE), assess(plan, date(2022, 3, 31)))
    assert [(one.after.rating.value, one.cause.value) for one in found] == [("far-behind", "goal")]


def test_what_stays_is_no_move() -> None:
    """The same day has none, and neither has a rating that is the same on both days."""
    plan = b.plan_of(b.folder(targets=b.target(b.goal()), readings={"t": b.lines(EARLY, OLD)}))
    same, later = assess(plan, SINCE), assess(plan, date(2021, 7, 1))
    assert (moves(same, same), moves(same, later)) == ((), ())
