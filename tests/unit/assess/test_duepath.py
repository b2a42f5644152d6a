"""The due path: baseline, planned values after it, the goal; straight between, by days."""

from fractions import Fraction

import pytest

import builders as b

BASELINE = "{value: 10, date: 2020-12-31}"
PATH = "[{date: 2020-06-30, value: 5}, {date: 2021-12-31, value: 30}]"
WITH_PATH = b.target(b.goal("100", path=PATH), baseline=BASELINE)


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2021-03-14", Fraction(14)),  # 73 of 365 days: a fifth of the way from 10 to 30
        ("2021-12-31", Fraction(30)),
        ("2022-01-01", 30 + Fraction(70, 365)),
        ("2022-12-30", 30 + Fraction(70 * 364, 365)),
    ],
)
def test_what_is_due_runs_straight_between_the_points(day: str, value: Fraction) -> None:
    """Planned values on the way bend the line; those before the baseline do not count."""
    item = b.rate(WITH_PATH, b.lines(f"date: {day}, value: 11"), day)
    assert item.pace is not None
    assert (item.pace.expected, item.pace.ratio) == (value, 1 / (value - 10))


def test_without_a_path_the_line_runs_to_the_goal() -> None:
    """On the middle day half of the way is due."""
    written = b.target(b.goal("100"), baseline=BASELINE)
    item = b.rate(written, b.lines("date: 2021-12-31, value: 55"), "2021-12-31")
    assert item.pace is not None
    assert (item.pace.expected, item.pace.ratio) == (Fraction(55), Fraction(1))


def test_the_baseline_of_the_record_comes_first() -> None:
    """A reading before the plan's start does not replace a baseline on file."""
    readings = b.lines("date: 2020-12-31, value: 20", "date: 2021-12-31, value: 55")
    item = b.rate(b.target(b.goal("100"), baseline=BASELINE), readings, "2021-12-31")
    assert item.start is not None
    assert (item.start.value, item.start.derived) == (Fraction(10), False)


def test_the_last_reading_up_to_the_plans_start_stands_for_a_baseline() -> None:
    """A reading on the very day on which the plan starts is the derived baseline."""
    readings = b.lines(
        "date: 2020-12-31, value: 20",
        "date: 2021-01-01, value: 30",
        "date: 2021-01-02, value: 40",
    )
    item = b.rate(b.target(b.goal("100")), readings, "2021-01-02")
    assert item.start is not None
    assert (item.start.value, item.start.date.isoformat(), item.start.derived) == (
        Fraction(30),
        "2021-01-01",
        True,
    )


def test_only_a_reading_that_counts_stands_for_a_baseline() -> None:
    """A proxy, another measure or another area before the start is no baseline."""
    readings = b.lines(
        "date: 2020-12-29, value: 1, comparability: proxy",
        "date: 2020-12-30, value: 2, measure: {zh: 别, en: other}, unit: 个, comparability: near",
        "date: 2020-12-31, area: 东市, value: 3",
        "date: 2021-06-30, value: 40",
    )
    item = b.rate(b.target(b.goal("100")), readings, "2021-06-30")
    assert (item.rating, item.start, item.share) == ("no-baseline", None, Fraction(40, 100))


def test_a_path_is_no_baseline() -> None:
    """Planned values alone are nothing to measure progress from."""
    path = "[{date: 2021-06-30, value: 20}]"
    item = b.rate(
        b.target(b.goal("100", path=path)), b.lines("date: 2021-09-30, value: 40"), "2021-09-30"
    )
    assert (item.rating, item.pace) == ("no-baseline", None)


def test_a_path_belongs_to_its_own_goal() -> None:
    """The path of an earlier goal says nothing once another goal is in force."""
    old = b.goal("100", path="[{date: 2021-06-30, value: 90}]")
    new = b.goal("100", decided="2021-02-01")
    written = b.target(f"{old}, {new}", baseline="{value: 0, date: 2020-12-31}")
    item = b.rate(written, b.lines("date: 2021-12-31, value: 50"), "2021-12-31")
    assert b.pace(item) == Fraction(1)
