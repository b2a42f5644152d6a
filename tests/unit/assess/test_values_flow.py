"""Flows: running totals against the share of their year, full years on the line."""

from fractions import Fraction

import pytest

import builders as b

BASELINE = "{value: 100, date: 2020-12-31}"
FLOW = b.target(b.goal("365"), kind="flow", baseline=BASELINE)
CAP = b.target(b.goal("365", "<="), kind="flow", baseline="{value: 400, date: 2020-12-31}")


def total(day: str, period: str, value: str) -> str:
    """Write a reading over a period."""
    return f"date: {day}, period: {period}, value: {value}"


@pytest.mark.parametrize(
    ("day", "period", "due"),
    [
        ("2022-01-31", "2022-01", 31),
        ("2022-03-31", "2022Q1", 90),
        ("2022-06-30", "2022H1", 181),
        ("2022-09-30", "2022-01/2022-09", 273),
        ("2022-11-30", "2022-01/2022-11", 334),
    ],
)
def test_a_running_total_is_due_the_elapsed_share_of_its_year(
    day: str, period: str, due: int
) -> None:
    """Of 365 due in the year, one is due a day, from zero and whatever the baseline."""
    item = b.rate(FLOW, b.lines(total(day, period, "90")), day)
    assert item.pace is not None
    assert (item.pace.expected, item.pace.ratio) == (Fraction(due), Fraction(90, due))


@pytest.mark.parametrize(
    ("value", "rating"),
    [
        ("287.7", "ahead"),
        ("287.6", "on-schedule"),
        ("274", "on-schedule"),
        ("273.9", "behind"),
        ("164.4", "behind"),
        ("164.3", "far-behind"),
        ("0", "far-behind"),
        ("-1", "reversing"),
    ],
)
def test_a_running_total_has_the_same_bands(value: str, rating: str) -> None:
    """By the end of September 274 of a leap year's 366 days have elapsed, and so much is due."""
    written = b.target(b.goal("366", due="2024-12-31"), kind="flow")
    item = b.rate(written, b.lines(total("2024-09-30", "2024-01/2024-09", value)), "2024-09-30")
    assert (item.rating, b.pace(item)) == (rating, Fraction(value) / 274)


def test_a_running_total_of_an_earlier_year_runs_to_what_was_due_at_its_end() -> None:
    """At the end of 2021 half of the way from 100 to 365 is due; by June half of that."""
    item = b.rate(FLOW, b.lines(total("2021-06-30", "2021H1", "100")), "2021-06-30")
    assert item.pace is not None
    assert item.pace.expected == Fraction(465, 2) * Fraction(181, 365)


def test_a_running_total_follows_the_goals_path() -> None:
    """Where a value was planned for the year's end, that is what its months are due a share of."""
    path = "[{date: 2021-12-31, value: 365}]"
    written = b.target(b.goal("500", path=path), kind="flow", baseline=BASELINE)
    item = b.rate(written, b.lines(total("2021-06-30", "2021H1", "181")), "2021-06-30")
    assert (item.rating, b.pace(item)) == ("on-schedule", Fraction(1))


def test_a_full_year_runs_on_the_line() -> None:
    """The year 2021 is measured from the baseline: 232.5 was due at its end."""
    item = b.rate(FLOW, b.lines(total("2021-12-31", "2021", "166.25")), "2022-01-31")
    assert (item.rating, b.pace(item)) == ("far-behind", Fraction(1, 2))


def test_a_running_total_needs_no_baseline_in_the_due_year() -> None:
    """From zero to the goal: nothing else is needed to measure the due year."""
    written = b.target(b.goal("365"), kind="flow")
    item = b.rate(written, b.lines(total("2022-06-30", "2022H1", "181")), "2022-06-30")
    assert (item.rating, b.pace(item)) == ("on-schedule", Fraction(1))


def test_without_a_baseline_an_earlier_year_has_no_pace() -> None:
    """What was due at the end of 2021 is not known then."""
    written = b.target(b.goal("365"), kind="flow")
    given = [total("2021-06-30", "2021H1", "181"), total("2021-12-31", "2021", "300")]
    items = [b.rate(written, b.lines(one), "2022-01-31") for one in given]
    assert [(one.rating, one.pace) for one in items] == [("no-baseline", None)] * 2


def test_a_full_year_stands_for_a_baseline_a_running_total_does_not() -> None:
    """A total up to November would start the line too low."""
    given = b.lines(
        total("2019-12-31", "2019", "90"),
        total("2020-11-30", "2020-01/2020-11", "50"),
        total("2022-06-30", "2022H1", "181"),
    )
    item = b.rate(b.target(b.goal("365"), kind="flow"), given, "2022-06-30")
    assert item.start is not None
    assert (item.start.value, item.start.derived) == (Fraction(90), True)


ROWS = [
    # only the due year's own reading meets or misses
    ("2022-12-31", [("2022-12-31", "2022", "365")], "met"),
    ("2022-12-31", [("2022-12-31", "2022", "364")], "missed"),
    ("2022-12-31", [("2021-12-31", "2021", "400")], "unconfirmed"),
    ("2022-06-30", [("2021-12-31", "2021", "400")], "ahead"),
    # a running total that has reached the goal cannot lose it again
    ("2022-10-31", [("2022-09-30", "2022-01/2022-09", "365")], "met"),
    # but one that has not yet, says nothing of the year
    ("2023-01-31", [("2022-11-30", "2022-01/2022-11", "360")], "unconfirmed"),
    # a later year shows that the level was reached, not when
    ("2024-01-31", [("2023-12-31", "2023", "365")], "met-undated"),
    ("2024-01-31", [("2023-12-31", "2023", "364")], "unconfirmed"),
    ("2024-01-31", [("2022-12-31", "2022", "364"), ("2023-12-31", "2023", "365")], "met-late"),
    ("2023-12-30", [("2022-12-31", "2022", "364"), ("2023-12-31", "2023", "365")], "missed"),
]


@pytest.mark.parametrize(("day", "readings", "rating"), ROWS)
def test_which_years_readings_meet_or_miss(
    day: str, readings: list[tuple[str, str, str]], rating: str
) -> None:
    """The goal is the due year's; later years can only show that it was reached since."""
    item = b.rate(FLOW, b.lines(*(total(*one) for one in readings)), day)
    assert item.rating == rating


@pytest.mark.parametrize(
    ("value", "rating"), [("170", "ahead"), ("181", "on-schedule"), ("182", "behind")]
)
def test_a_running_total_below_a_cap_has_room_left(value: str, rating: str) -> None:
    """Of a cap of 365 a year, 181 may be used by June; using less is better."""
    item = b.rate(CAP, b.lines(total("2022-06-30", "2022H1", value)), "2022-06-30")
    assert item.rating == rating


def test_a_cap_holds_only_when_the_year_is_over() -> None:
    """A running total under the cap does not meet it; the whole year does."""
    part = b.lines(total("2022-11-30", "2022-01/2022-11", "100"))
    whole = b.lines(total("2022-12-31", "2022", "365"))
    assert [b.rate(CAP, one, "2022-12-31").rating for one in (part, whole)] == [
        "unconfirmed",
        "met",
    ]


def test_a_period_that_lies_after_its_reading_does_no_harm() -> None:
    """A slip in the period of a running total is for check to tell: rating must not fail on it."""
    given = b.lines(total("2022-10-01", "2023-01/2023-03", "5"))
    assert b.rate(FLOW, given, "2022-10-02").id == "t"
