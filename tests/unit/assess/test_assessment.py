"""The whole plan as of a day: goals in force, flags, and nothing before the plan begins."""

from datetime import date

import pytest

import builders as b
from fjdex.assess.assessment import assess
from fjdex.assess.rate import goal_in_force
from fjdex.plan.terms import ListName

STOCK = b.target(b.goal("730"), baseline=b.FROM_ZERO)


def test_before_the_plan_begins_there_is_nothing_to_rate() -> None:
    """The day before the start is refused, the first day is rated."""
    plan = b.plan_of(b.folder(STOCK))
    with pytest.raises(ValueError, match="2020-12-31"):
        assess(plan, date(2020, 12, 31))
    assert assess(plan, date(2021, 1, 1)).items["t"].rating == "no-reading"


def test_items_come_in_the_order_of_the_lists() -> None:
    """Targets, outcomes, tasks, each as the file has them."""
    texts = b.folder(
        b.target(b.goal(), key="z") + b.target(b.goal(), key="a"), b.outcome("o"), b.task("k")
    )
    found = b.assessed(texts, "2021-06-30")
    assert (list(found.items), [one.id for one in found.of(ListName.TARGETS)]) == (
        ["z", "a", "o", "k"],
        ["z", "a"],
    )


REVISED = b.target(
    f"{b.goal('365', due='2021-12-31')}, {b.goal('730', decided='2021-07-01')}",
    baseline=b.FROM_ZERO,
)


@pytest.mark.parametrize(
    ("day", "due"), [("2021-06-30", "2021-12-31"), ("2021-07-01", "2022-12-31")]
)
def test_a_revised_goal_is_in_force_from_the_day_it_was_decided(day: str, due: str) -> None:
    """Asked about a day before the decision, the old goal still rates."""
    item = b.rate(REVISED, "[]", day)
    assert item.due == date.fromisoformat(due)


def test_a_goal_raised_after_it_was_met_is_not_met() -> None:
    """What met the old goal is measured against the new one, on its new line."""
    written = b.target(
        f"{b.goal('300')}, {b.goal('730', decided='2022-01-01')}", baseline=b.FROM_ZERO
    )
    given = b.lines("date: 2021-12-31, value: 300")
    assert [b.rate(written, given, day).rating for day in ("2021-12-31", "2022-01-01")] == [
        "met",
        "behind",
    ]


def test_no_goal_is_in_force_before_the_first_is_decided() -> None:
    """Nothing had been decided, so nothing had a date."""
    plan = b.plan_of(b.folder(b.target(b.goal(decided="2021-06-01"))))
    target = plan.targets[0]
    assert (goal_in_force(target, date(2021, 5, 31)), goal_in_force(target, date(2021, 6, 1))) == (
        None,
        target.goals[0],
    )


def test_a_later_plans_goal_is_never_in_force() -> None:
    """`next` is shown only."""
    written = b.target(b.goal("100"), baseline=b.FROM_ZERO, next="{value: 999, due: 2025-12-31}")
    item = b.rate(written, b.lines("date: 2022-12-31, value: 100"), "2024-01-01")
    assert (item.rating, item.due) == ("met", date(2022, 12, 31))


@pytest.mark.parametrize(
    ("read", "keys", "last_fresh"),
    [
        ("2021-03-31", {}, "2021-08-29"),  # next 2021-06-30, and 60 days
        ("2021-03-30", {}, "2021-05-30"),  # next 2021-03-31
        ("2021-03-31", {"lag": "0"}, "2021-06-30"),
        ("2021-03-31", {"every": "half-year"}, "2021-08-29"),
        ("2021-06-30", {"every": "half-year"}, "2022-03-01"),
        ("2021-03-31", {"every": "year", "lag": "10"}, "2022-01-10"),
        ("2021-12-31", {"every": "year", "lag": "0"}, "2022-12-31"),
    ],
)
def test_a_reading_grows_stale_when_the_next_ones_lag_has_passed(
    read: str, keys: dict[str, str], last_fresh: str
) -> None:
    """The next reading's day is the end of the period that ends next; the lag counts from it."""
    written = b.target(b.goal("9999", due="2025-12-31"), baseline=b.FROM_ZERO, **keys)
    fresh = date.fromisoformat(last_fresh)
    after = date.fromordinal(fresh.toordinal() + 1)
    given = b.lines(f"date: {read}, value: 1")
    found = [b.flags(b.rate(written, given, day.isoformat())) for day in (fresh, after)]
    assert found == [[], ["stale"]]


def test_what_is_met_never_grows_stale() -> None:
    """Nobody need report what is done."""
    item = b.rate(STOCK, b.lines("date: 2021-03-31, value: 730"), "2024-06-30")
    assert (item.rating, b.flags(item)) == ("met", [])


def test_without_a_reading_nothing_is_stale() -> None:
    """What was never read has no next reading's day; it is overdue, though."""
    item = b.rate(STOCK, "[]", "2023-01-31")
    assert (item.rating, b.flags(item), item.overdue) == ("no-reading", ["overdue"], 31)


def test_a_provisional_reading_is_flagged() -> None:
    """The rating stands and says that the figure may change."""
    given = b.lines("date: 2021-06-30, value: 181, status: provisional")
    assert b.flags(b.rate(STOCK, given, "2021-06-30")) == ["provisional"]


@pytest.mark.parametrize(("day", "overdue"), [("2022-12-31", None), ("2023-01-01", 1)])
def test_overdue_counts_the_days_after_the_due_date(day: str, overdue: int | None) -> None:
    """On the due date itself an item is due and not yet overdue."""
    item = b.rate(STOCK, b.lines("date: 2022-12-31, value: 729"), day)
    assert (item.rating, item.overdue, "overdue" in b.flags(item)) == (
        "missed",
        overdue,
        overdue is not None,
    )


@pytest.mark.parametrize(
    ("reading", "rating"),
    [
        ("date: 2022-12-31, value: 729", "missed"),
        ("date: 2022-12-31, value: 700, qualifier: at-least", "undecided"),
        ("date: 2022-12-30, value: 729", "unconfirmed"),
    ],
)
def test_what_is_open_after_its_due_date_is_overdue(reading: str, rating: str) -> None:
    """Missed, undecided and unconfirmed alike."""
    item = b.rate(STOCK, b.lines(reading), "2023-01-10")
    assert (item.rating, item.overdue) == (rating, 10)


@pytest.mark.parametrize("day", ["2022-12-31", "2023-01-31"])
def test_what_is_done_late_is_not_overdue(day: str) -> None:
    """Once reached, nothing is overdue any more."""
    item = b.rate(STOCK, b.lines(f"date: {day}, value: 730"), "2023-06-30")
    assert (item.overdue, b.flags(item)) == (None, [])


def test_flags_stand_in_one_order() -> None:
    """Stale, provisional, bounded, fell-back, overdue."""
    given = b.lines("date: 2022-06-30, value: 500, qualifier: about, status: provisional")
    item = b.rate(STOCK, given, "2023-12-31")
    assert b.flags(item) == ["stale", "provisional", "bounded", "overdue"]


def test_the_assessment_of_a_target_called_off() -> None:
    """A state of cancelled takes a target of numbers out of the ratings."""
    given = b.lines("date: 2021-06-30, value: 999", "date: 2021-09-30, state: cancelled")
    before, after = (b.rate(STOCK, given, day).rating for day in ("2021-09-29", "2021-09-30"))
    assert (before, after) == ("met", "cancelled")


def test_the_longest_lag_outlasts_the_plan() -> None:
    """A reading is stale only after its lag, up to the longest that may be written."""
    written = b.target(b.goal(), baseline=b.FROM_ZERO, lag="3660")
    assert b.flags(b.rate(written, b.lines("date: 2021-06-30, value: 181"), "2022-06-30")) == []


def test_the_last_day_of_the_calendar_does_no_harm() -> None:
    """A reading on the last day that may be written is rated like any other."""
    written = b.target(b.goal("1", due="2200-12-31"), baseline=b.FROM_ZERO)
    item = b.rate(written, b.lines("date: 2200-12-31, value: 0"), "2200-12-31")
    assert item.rating == "missed"


@pytest.mark.parametrize(("day", "flags"), [("2021-12-31", ["itself-not-due"]), ("2022-12-31", [])])
def test_what_follows_from_others_says_that_it_is_not_due_itself(
    day: str, flags: list[str]
) -> None:
    """Missed as its child is, a year before its own day; on that day it is due like any other."""
    due = b.outcome("o", due="2021-06-30", tasks="[task-1]")
    late = b.lines("date: 2021-07-01, state: started, source: s")
    texts = b.folder(
        outcomes=due, tasks=b.task("task-1"), sources=b.source("s"), readings={"o": late}
    )
    item = assess(b.plan_of(texts), date.fromisoformat(day)).items["task-1"]

    assert (item.rating, b.flags(item)) == ("missed", flags)
