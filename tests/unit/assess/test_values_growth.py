"""Growth: at the goal on schedule, below it behind, below zero reversing; no baseline, no pace."""

import pytest

import builders as b

GROWTH = b.target(b.goal("15"), kind="growth", unit='"%"')
MORE = b.target(b.goal("15", ">"), kind="growth", unit='"%"')


@pytest.mark.parametrize(
    ("value", "rating"),
    [
        ("40", "on-schedule"),
        ("15", "on-schedule"),
        ("14.9", "behind"),
        ("0", "behind"),
        ("-0.1", "reversing"),
    ],
)
def test_before_the_due_date_growth_is_compared_with_its_goal(value: str, rating: str) -> None:
    """Growth is never ahead: it has no path, only a level."""
    item = b.rate(GROWTH, b.lines(f"date: 2021-12-31, period: 2021, value: {value}"), "2022-06-30")
    assert (item.rating, item.pace, item.start) == (rating, None, None)


def test_growth_above_a_strict_goal_is_on_schedule() -> None:
    """More than 15 is asked, and 15.1 is more."""
    item = b.rate(MORE, b.lines("date: 2021-12-31, period: 2021, value: 15.1"), "2022-06-30")
    assert item.rating == "on-schedule"


@pytest.mark.parametrize(
    ("qualifier", "rating"),
    [("at-least", "on-schedule"), ("from", "on-schedule"), ("just-under", "behind")],
)
def test_a_bounded_growth_at_the_goals_number(qualifier: str, rating: str) -> None:
    """近15% is below 15, 超15% is above it."""
    given = b.lines(f"date: 2021-12-31, period: 2021, value: 15, qualifier: {qualifier}")
    item = b.rate(GROWTH, given, "2022-06-30")
    assert (item.rating, b.flags(item)) == (rating, ["stale", "bounded"])


@pytest.mark.parametrize(
    ("period", "value", "rating"),
    [
        ("2022", "15", "met"),
        ("2022", "14.9", "missed"),
        ("2021-01/2022-12", "15", "met"),
        ("2022Q4", "14.9", "missed"),
        ("2021", "15", "unconfirmed"),
        ("2022-01/2022-11", "15", "unconfirmed"),
    ],
)
def test_growth_is_met_or_missed_only_over_the_due_date(
    period: str, value: str, rating: str
) -> None:
    """A rate over a period that leaves the due date out neither meets nor misses."""
    given = b.lines(f"date: 2022-12-31, period: {period}, value: {value}")
    assert b.rate(GROWTH, given, "2022-12-31").rating == rating


def test_growth_without_a_period_settles_nothing() -> None:
    """What a rate without a period covers is not known, so once due it stays unconfirmed."""
    assert b.rate(GROWTH, b.lines("date: 2022-12-31, value: 20"), "2022-12-31").rating == (
        "unconfirmed"
    )


def test_growth_read_after_the_due_date_for_a_period_that_covers_it() -> None:
    """A later reading that covers the due date reaches the goal, the date itself unproven."""
    given = b.lines("date: 2023-03-31, period: 2022-01/2023-03, value: 15")
    assert b.rate(GROWTH, given, "2023-03-31").rating == "met-undated"


def test_growth_that_fell_short_and_was_reached_later() -> None:
    """Short at the due date and reached by a later period over it is met late."""
    given = b.lines(
        "date: 2022-12-31, period: 2022, value: 14",
        "date: 2023-03-31, period: 2022-01/2023-03, value: 15",
    )
    assert b.rate(GROWTH, given, "2023-03-31").rating == "met-late"


def test_growth_without_readings() -> None:
    """No reading, no rating."""
    assert b.rate(GROWTH, "[]", "2022-06-30").rating == "no-reading"


@pytest.mark.parametrize(
    ("value", "rating"), [("-20", "on-schedule"), ("-15", "on-schedule"), ("-14", "behind")]
)
def test_shrinking_as_a_goal(value: str, rating: str) -> None:
    """To shrink by 15 percent or more a year is the mirror of growing by it."""
    written = b.target(b.goal("-15", "<="), kind="growth")
    item = b.rate(written, b.lines(f"date: 2021-12-31, period: 2021, value: {value}"), "2022-01-31")
    assert item.rating == rating
