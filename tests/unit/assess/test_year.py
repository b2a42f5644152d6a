"""The year's pace, and what each remaining month must bring."""

from datetime import date
from fractions import Fraction

import pytest

import builders as b
from fjdex.assess.year import months

STOCK = b.target(b.goal("730"), baseline=b.FROM_ZERO)
FALLING = b.target(b.goal("0", "<="), baseline="{value: 730, date: 2020-12-31}")
FLOW = b.target(b.goal("365"), kind="flow", baseline="{value: 100, date: 2020-12-31}")
BEFORE = "date: 2021-12-31, value: 400"


def read(written: str, *readings: str, day: str = "") -> tuple[str, Fraction | None, list[str]]:
    """Answer rating, year's pace and flags as of a day, else of the last reading's day."""
    as_of = day or readings[-1].removeprefix("date: ")[:10]
    item = b.rate(written, b.lines(*readings), as_of)
    return item.rating.value, b.year(item), b.flags(item)


def test_the_year_is_measured_from_the_reading_at_its_start() -> None:
    """Of the 181 due by June 160 came: behind the year's schedule, and on the plan's."""
    found = read(STOCK, BEFORE, "date: 2022-06-30, value: 560")
    assert found == ("on-schedule", Fraction(160, 181), ["year-behind"])


def test_the_reading_last_before_the_year_stands_for_its_start() -> None:
    """A reading of November is where the year began, as nothing later was read."""
    found = read(STOCK, "date: 2021-11-30, value: 400", "date: 2022-06-30, value: 560")
    assert found == ("on-schedule", Fraction(160, 181), ["year-behind"])


def test_without_a_reading_before_it_the_year_starts_from_what_was_due() -> None:
    """365 were due at the end of the first year."""
    assert read(STOCK, "date: 2022-06-30, value: 546") == ("on-schedule", Fraction(1), [])


def test_a_derived_baseline_is_a_reading_before_the_year() -> None:
    """In the plan's first year the reading that stands for the baseline is the start."""
    readings = ("date: 2020-12-31, value: 10", "date: 2021-06-30, value: 191")
    assert read(b.target(b.goal("740")), *readings) == ("on-schedule", Fraction(1), [])


@pytest.mark.parametrize("value", ["100", "181", "200"])
def test_in_the_first_year_the_years_pace_is_the_pace(value: str) -> None:
    """Where the plan's line and the year's begin at one point, they are one."""
    item = b.rate(STOCK, b.lines(f"date: 2021-06-30, value: {value}"), "2021-06-30")
    assert (b.year(item), b.pace(item)) == (Fraction(int(value), 181),) * 2


def test_a_leap_day_is_one_of_the_years_days() -> None:
    """By 2024-02-29 sixty of the year's days have passed."""
    written = b.target(b.goal("731", due="2024-12-31"), baseline="{value: 0, date: 2022-12-31}")
    readings = ("date: 2023-12-31, value: 365", "date: 2024-02-29, value: 425")
    assert read(written, *readings)[:2] == ("on-schedule", Fraction(1))


def test_a_baseline_within_the_year_leaves_the_year_without_a_start() -> None:
    """Nothing was due at a new year before the baseline."""
    written = b.target(b.goal("730"), baseline="{value: 0, date: 2021-03-31}")
    assert read(written, "date: 2021-06-30, value: 200") == ("ahead", None, [])


def test_a_reading_of_last_year_says_nothing_of_this_year() -> None:
    """Before the year's first reading there is no progress of the year to measure."""
    assert read(STOCK, "date: 2021-12-31, value: 400", day="2022-01-31") == ("ahead", None, [])


def test_without_a_baseline_there_is_no_years_pace() -> None:
    """Nothing was due that anybody could know."""
    assert read(b.target(b.goal()), BEFORE, "date: 2022-06-30, value: 560") == (
        "no-baseline",
        None,
        [],
    )


def test_where_nothing_is_due_in_the_year_there_is_no_years_pace() -> None:
    """A path that stands still over the year asks nothing of it."""
    path = "[{date: 2021-12-31, value: 400}, {date: 2022-06-30, value: 400}]"
    written = b.target(b.goal("730", path=path), baseline=b.FROM_ZERO)
    assert read(written, BEFORE, "date: 2022-06-30, value: 399") == ("behind", None, [])


def test_a_falling_goal_has_the_same_years_pace() -> None:
    """Down from 330 to 170 is what up from 400 to 560 is."""
    readings = ("date: 2021-12-31, value: 330", "date: 2022-06-30, value: 170")
    assert read(FALLING, *readings) == ("on-schedule", Fraction(160, 181), ["year-behind"])


def test_going_back_within_the_year_is_below_zero() -> None:
    """Ahead of the plan, and yet less than at the new year."""
    readings = ("date: 2021-12-31, value: 600", "date: 2022-03-31, value: 500")
    assert read(STOCK, *readings) == ("ahead", Fraction(-100, 90), ["year-behind"])


@pytest.mark.parametrize(
    ("value", "flags"), [("580.999", ["year-behind"]), ("581", []), ("545", [])]
)
def test_the_warning_is_for_what_is_on_schedule_and_behind_its_year(
    value: str, flags: list[str]
) -> None:
    """At a year's pace of 1 there is no warning, and none where the pace itself is below 1."""
    assert read(STOCK, BEFORE, f"date: 2022-06-30, value: {value}")[2] == flags


def test_a_running_total_is_counted_within_its_year() -> None:
    """Its pace is the year's already."""
    item = b.rate(FLOW, b.lines("date: 2022-06-30, period: 2022H1, value: 150"), "2022-06-30")
    assert (b.year(item), b.pace(item)) == (Fraction(150, 181),) * 2


def test_a_full_year_of_a_flow_is_measured_from_the_year_before() -> None:
    """From 240 in the first year, the 132.5 that were due in the second came."""
    written = b.target(
        b.goal("497.5", due="2023-12-31"), kind="flow", baseline="{value: 100, date: 2020-12-31}"
    )
    readings = (
        "date: 2021-12-31, period: 2021, value: 240",
        "date: 2022-12-31, period: 2022, value: 372.5",
    )
    assert read(written, *readings) == ("on-schedule", Fraction(1), [])


def test_a_running_total_of_last_year_says_nothing_of_this_year() -> None:
    """As with any other reading: in January the total of last November is not this year's."""
    written = b.target(b.goal("730", due="2023-12-31"), kind="flow", baseline=b.FROM_ZERO)
    item = b.rate(
        written, b.lines("date: 2022-11-30, period: 2022-01/2022-11, value: 500"), "2023-01-31"
    )
    assert b.year(item) is None


def test_last_years_value_of_a_flow_says_nothing_of_this_year_however_late_it_is_dated() -> None:
    """A flow is measured at the end of its period, and that lies in last year."""
    written = b.target(b.goal("730", due="2023-12-31"), kind="flow", baseline=b.FROM_ZERO)
    item = b.rate(written, b.lines("date: 2023-01-20, period: 2022, value: 500"), "2023-02-28")
    assert (b.pace(item), b.year(item)) == (Fraction(75, 73), None)


def test_a_bounded_start_of_the_year_makes_the_years_pace_bounded() -> None:
    """The direction of the doubt is told wherever a bounded figure enters a pace."""
    found = read(STOCK, BEFORE + ", qualifier: at-least", "date: 2022-06-30, value: 560")
    assert found[2] == ["bounded", "year-behind"]


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        ("2021-12-31", "2022-12-31", Fraction(12)),
        ("2022-06-30", "2022-12-31", Fraction(6)),
        ("2024-01-31", "2024-02-29", Fraction(1)),
        ("2023-01-31", "2023-02-28", Fraction(1)),
        ("2022-06-15", "2022-06-30", Fraction(1, 2)),
        ("2024-02-28", "2024-02-29", Fraction(1, 29)),
        ("2022-06-30", "2022-06-30", Fraction(0)),
        ("2022-12-31", "2022-11-30", Fraction(-1)),
    ],
)
def test_months_are_whole_from_one_months_end_to_anothers(
    first: str, last: str, count: Fraction
) -> None:
    """A day within a month is its share of that month."""
    assert months(date.fromisoformat(first), date.fromisoformat(last)) == count


def test_what_is_needed_each_month_stands_beside_what_each_month_brought() -> None:
    """After a year with 240 there are twelve months for the other 490."""
    item = b.rate(STOCK, b.lines("date: 2021-12-31, value: 240"), "2021-12-31")
    assert b.needed(item) == (Fraction(490, 12), Fraction(20))


def test_the_remaining_months_count_from_the_day_asked_about() -> None:
    """Half a year later the same reading leaves twice as much to each month."""
    item = b.rate(STOCK, b.lines("date: 2021-12-31, value: 240"), "2022-06-30")
    assert b.needed(item) == (Fraction(490, 6), Fraction(20))


def test_what_a_falling_goal_needs_is_below_zero() -> None:
    """Each month has to take 30 away."""
    item = b.rate(FALLING, b.lines("date: 2021-12-31, value: 360"), "2021-12-31")
    assert b.needed(item) == (Fraction(-30), Fraction(-370, 12))


def test_a_running_total_needs_the_rest_of_its_year() -> None:
    """185 are left for the second half of the due year."""
    item = b.rate(FLOW, b.lines("date: 2022-06-30, period: 2022H1, value: 180"), "2022-06-30")
    assert b.needed(item) == (Fraction(185, 6), Fraction(30))


@pytest.mark.parametrize(
    "reading",
    [
        "date: 2021-06-30, period: 2021H1, value: 180",
        "date: 2021-12-31, period: 2021, value: 180",
    ],
)
def test_a_flow_before_its_due_year_has_nothing_to_share_out(reading: str) -> None:
    """What came in another year is no part of what the due year must bring."""
    item = b.rate(FLOW, b.lines(reading), "2021-12-31")
    assert (item.pace is None, b.needed(item)) == (False, None)


@pytest.mark.parametrize(
    ("reading", "day"),
    [
        ("date: 2021-12-31, value: 730", "2021-12-31"),
        ("date: 2022-12-30, value: 700", "2022-12-31"),
        ("date: 2022-12-31, value: 700", "2022-12-31"),
    ],
)
def test_once_met_or_due_nothing_is_looked_ahead_to(reading: str, day: str) -> None:
    """Neither a year's pace nor what is needed nor a projection."""
    assert b.rate(STOCK, b.lines(reading), day).outlook is None
