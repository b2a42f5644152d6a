"""Pace is progress made over progress due at the reading's own day, and gives the bands."""

from fractions import Fraction

import pytest

import builders as b

RISING = b.target(b.goal("730"), baseline=b.FROM_ZERO)
FALLING = b.target(b.goal("270", "<="), baseline="{value: 1000, date: 2020-12-31}")
STILL = b.target(b.goal("50"), baseline="{value: 50, date: 2020-12-31}")
BETTER_AT_START = b.target(b.goal("50"), baseline="{value: 60, date: 2020-12-31}")

BANDS = [
    ("210", "ahead"),
    ("209.999", "on-schedule"),
    ("200", "on-schedule"),
    ("199.999", "behind"),
    ("120", "behind"),
    ("119.999", "far-behind"),
    ("0", "far-behind"),
    ("-0.001", "reversing"),
]


@pytest.mark.parametrize(("value", "rating"), BANDS)
def test_every_band_begins_at_its_least_pace(value: str, rating: str) -> None:
    """With 200 due on the reading's day, each band holds from 1.05, 1, 0.60 and 0 of it on."""
    day = b.day_number(200)
    item = b.rate(RISING, b.lines(f"date: {day}, value: {value}"), day)
    assert (item.rating, b.pace(item)) == (rating, Fraction(value) / 200)


@pytest.mark.parametrize(("value", "rating"), BANDS)
def test_a_falling_goal_is_the_mirror_of_a_rising_one(value: str, rating: str) -> None:
    """Going down from 1000 as far as the rising target goes up has the same rating and pace."""
    day = b.day_number(200)
    mirrored = Fraction(1000) - Fraction(value)
    readings = b.lines(f"date: {day}, value: {float_free(mirrored)}")
    item = b.rate(FALLING, readings, day)
    assert (item.rating, b.pace(item)) == (rating, Fraction(value) / 200)


def float_free(value: Fraction) -> str:
    """Write a fraction of thousandths as a decimal."""
    whole, rest = divmod(int(value * 1000), 1000)
    return f"{whole}.{rest:03}" if rest else str(whole)


def test_the_pace_is_taken_at_the_readings_own_day() -> None:
    """Time that passes after the reading does not lower its pace."""
    readings = b.lines(f"date: {b.day_number(100)}, value: 100")
    early = b.rate(RISING, readings, b.day_number(100))
    late = b.rate(RISING, readings, b.day_number(729))
    assert [(one.rating, b.pace(one)) for one in (early, late)] == [
        ("on-schedule", Fraction(1))
    ] * 2


def test_a_leap_day_is_a_day() -> None:
    """From 2023-12-31 to 2024-12-31 there are 366 days, and 2024-02-29 is the sixtieth."""
    written = b.target(b.goal("366", due="2024-12-31"), baseline="{value: 0, date: 2023-12-31}")
    item = b.rate(written, b.lines("date: 2024-02-29, value: 60"), "2024-02-29")
    assert b.pace(item) == Fraction(1)


def test_the_first_day_after_the_baseline_has_a_pace() -> None:
    """One day after the baseline one day's progress is due."""
    item = b.rate(RISING, b.lines("date: 2021-01-01, value: 1"), "2021-01-01")
    assert (item.rating, b.pace(item)) == ("on-schedule", Fraction(1))


def test_the_last_day_before_the_due_date_has_a_pace() -> None:
    """On the eve of the due date the target is still under way."""
    item = b.rate(RISING, b.lines("date: 2022-12-30, value: 364.5"), "2022-12-30")
    assert (item.rating, b.pace(item)) == ("far-behind", Fraction(1, 2))


@pytest.mark.parametrize("day", ["2020-12-31", "2020-12-30"])
def test_a_reading_up_to_the_baselines_date_gives_no_pace(day: str) -> None:
    """A reading dated on or before the baseline's date is nothing after the baseline."""
    item = b.rate(RISING, b.lines(f"date: {day}, value: 10"), "2021-06-30")
    assert (item.rating, item.pace) == ("no-reading", None)


@pytest.mark.parametrize(("value", "rating"), [("50", "met"), ("51", "met"), ("49", "reversing")])
def test_a_baseline_equal_to_the_goal(value: str, rating: str) -> None:
    """Where no progress is ever due, the goal is reached or the target goes backwards."""
    item = b.rate(STILL, b.lines(f"date: 2021-06-30, value: {value}"), "2021-06-30")
    assert (item.rating, b.pace(item)) == (rating, None)


@pytest.mark.parametrize(("value", "rating"), [("10", "on-schedule"), ("9.9", "reversing")])
def test_no_progress_due_yet(value: str, rating: str) -> None:
    """Where e(t) = b, at or beyond it is on schedule and short of it reversing."""
    path = "[{date: 2021-06-30, value: 10}]"
    written = b.target(b.goal("100", path=path), baseline="{value: 10, date: 2020-12-31}")
    item = b.rate(written, b.lines(f"date: 2021-03-31, value: {value}"), "2021-03-31")
    assert (item.rating, b.pace(item)) == (rating, None)


@pytest.mark.parametrize(("value", "rating"), [("55", "met"), ("49", "reversing")])
def test_a_goal_that_the_baseline_had_met(value: str, rating: str) -> None:
    """A ratio of two steps back would look like progress, so there is none."""
    item = b.rate(BETTER_AT_START, b.lines(f"date: 2021-06-30, value: {value}"), "2021-06-30")
    assert (item.rating, b.pace(item)) == (rating, None)


def test_a_goal_of_zero() -> None:
    """Zero is a goal like any other: half way down on the middle day."""
    written = b.target(b.goal("0", "<="), baseline="{value: 730, date: 2020-12-31}")
    item = b.rate(written, b.lines("date: 2021-12-31, value: 365"), "2021-12-31")
    assert (item.rating, b.pace(item), item.share) == ("on-schedule", Fraction(1), None)


def test_negative_values() -> None:
    """From -730 up to a goal of -365 the half-way mark is -547.5."""
    written = b.target(b.goal("-365"), baseline="{value: -730, date: 2020-12-31}")
    item = b.rate(written, b.lines("date: 2021-12-31, value: -547.5"), "2021-12-31")
    assert (item.rating, b.pace(item)) == ("on-schedule", Fraction(1))


LEANS = [
    ("at-least", RISING, "at-least"),
    ("from", RISING, "at-least"),
    ("just-under", RISING, "at-most"),
    ("about", RISING, "either"),
    ("at-least", FALLING, "at-most"),
    ("from", FALLING, "at-most"),
    ("just-under", FALLING, "at-least"),
    ("about", FALLING, "either"),
]


@pytest.mark.parametrize(("qualifier", "written", "lean"), LEANS)
def test_a_bounded_reading_says_where_the_true_pace_lies(
    qualifier: str, written: str, lean: str
) -> None:
    """More than the printed figure is better where the goal is rising, worse where it falls."""
    readings = b.lines(f"date: 2021-06-30, value: 500, qualifier: {qualifier}")
    item = b.rate(written, readings, "2021-06-30")
    assert item.pace is not None
    assert (item.pace.lean, b.flags(item)) == (lean, ["bounded"])


@pytest.mark.parametrize(
    ("qualifier", "lean"), [("at-least", "at-most"), ("just-under", "at-least")]
)
def test_a_bounded_derived_baseline_makes_the_pace_bounded(qualifier: str, lean: str) -> None:
    """A start that was truly higher leaves less progress made, whatever the exact reading says."""
    readings = b.lines(
        f"date: 2020-12-31, value: 100, qualifier: {qualifier}",
        "date: 2021-12-31, value: 300",
    )
    item = b.rate(b.target(b.goal("730")), readings, "2021-12-31")
    assert item.pace is not None
    assert (item.pace.lean, b.flags(item)) == (lean, ["bounded"])


def test_two_bounds_that_pull_apart_leave_the_pace_open() -> None:
    """A start that may be higher and a reading that may be higher too lean either way."""
    readings = b.lines(
        "date: 2020-12-31, value: 100, qualifier: at-least",
        "date: 2021-12-31, value: 300, qualifier: at-least",
    )
    item = b.rate(b.target(b.goal("730")), readings, "2021-12-31")
    assert item.pace is not None
    assert item.pace.lean == "either"


def test_an_exact_pace_leans_nowhere() -> None:
    """Exact figures give an exact pace and no flag."""
    item = b.rate(RISING, b.lines("date: 2021-06-30, value: 100"), "2021-06-30")
    assert item.pace is not None
    assert (item.pace.lean, b.flags(item)) == (None, [])
