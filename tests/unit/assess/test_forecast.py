"""The least-squares line through the readings: exact, and silent where it has nothing to say."""

from datetime import date
from fractions import Fraction

import pytest

import builders as b
from fjdex.assess.item import Forecast
from fjdex.assess.pace import Lean
from fjdex.plan.terms import Rating

STOCK = b.target(b.goal("730"), baseline=b.FROM_ZERO)
NO_LINE = [
    Rating.MET,
    Rating.MET_UNDATED,
    Rating.MET_LATE,
    Rating.MISSED,
    Rating.UNDECIDED,
    Rating.UNCONFIRMED,
    Rating.NOT_DUE,
    Rating.ONGOING,
    Rating.NO_BASELINE,
    Rating.NO_READING,
    Rating.CANCELLED,
]


def on(count: int, value: str, keys: str = "") -> str:
    """Write a reading so many days after the usual baseline."""
    return f"date: {b.day_number(count)}, value: {value}{keys}"


def day(count: int) -> date:
    """Answer the day so many days after the usual baseline."""
    return date.fromisoformat(b.day_number(count))


def ahead(written: str, *readings: str, count: int = 200) -> Forecast | None:
    """Answer the forecast as of a day."""
    return b.forecast(written, b.lines(*readings), b.day_number(count))


def test_two_points_make_a_line() -> None:
    """From 0, 200 after 100 days are 1460 after 730, and 730 after 365."""
    assert ahead(STOCK, on(100, "200")) == Forecast(Fraction(1460), day(365), enough=True)


@pytest.mark.parametrize(
    ("readings", "lean"),
    [
        ([on(100, "200")], None),
        ([on(100, "200", ", qualifier: at-least")], Lean.AT_LEAST),
        ([on(100, "200", ", qualifier: from")], Lean.AT_LEAST),
        ([on(100, "200", ", qualifier: just-under")], Lean.AT_MOST),
        ([on(100, "200", ", qualifier: about")], Lean.EITHER),
        ([on(50, "200", ", qualifier: at-least"), on(200, "300")], Lean.AT_MOST),
        (
            [on(50, "200", ", qualifier: at-least"), on(200, "300", ", qualifier: from")],
            Lean.EITHER,
        ),
    ],
)
def test_a_line_through_bounded_figures_says_where_the_true_one_lies(
    readings: list[str], lean: Lean | None
) -> None:
    """A figure before the middle of the line pulls its end the other way."""
    found = ahead(STOCK, *readings)

    assert found is not None
    assert found.lean is lean


def test_the_line_is_that_of_least_squares_and_exact() -> None:
    """Through (0, 0), (100, 100), (200, 300): 1.5 a day, 400/3 on the hundredth day."""
    found = ahead(STOCK, on(100, "100"), on(200, "300"))
    assert found == Forecast(Fraction(3235, 3), day(498), enough=True)


def test_a_line_meets_the_goal_on_the_first_day_that_is_far_enough() -> None:
    """At 7 a day 730 is reached in the hundred and fifth day, not the hundred and fourth."""
    found = ahead(STOCK, on(10, "70"))
    assert found == Forecast(Fraction(5110), day(105), enough=True)


def test_the_due_date_itself_is_in_time() -> None:
    """One a day meets 730 on the very last day."""
    assert ahead(STOCK, on(100, "100")) == Forecast(Fraction(730), day(730), enough=True)


def test_a_line_may_meet_the_goal_too_late() -> None:
    """Half a unit a day gets half way."""
    assert ahead(STOCK, on(100, "50")) == Forecast(Fraction(365), day(1460), enough=False)


def test_a_falling_goal_is_the_mirror() -> None:
    """From 730 down by two a day."""
    written = b.target(b.goal("0", "<="), baseline="{value: 730, date: 2020-12-31}")
    assert ahead(written, on(100, "530")) == Forecast(Fraction(-730), day(365), enough=True)


@pytest.mark.parametrize(("value", "projected"), [("0", "0"), ("-10", "-73")])
def test_a_line_that_does_not_go_the_goals_way_never_meets_it(value: str, projected: str) -> None:
    """Flat or backwards, there is no day on which it arrives."""
    assert ahead(STOCK, on(100, value)) == Forecast(Fraction(projected), None, enough=False)


def test_a_line_that_would_take_longer_than_the_calendar_has_no_day() -> None:
    """A thousandth a day takes two thousand years."""
    found = ahead(STOCK, on(100, "0.1"))
    assert found == Forecast(Fraction(73, 100), None, enough=False)


def test_one_reading_a_date_is_counted() -> None:
    """Of two for one day only the one that is believed pulls the line."""
    provisional = on(100, "700", ", status: provisional")
    assert ahead(STOCK, on(100, "200"), provisional) == ahead(STOCK, on(100, "200"))


def test_nothing_before_the_baseline_is_counted() -> None:
    """Nor on its own day: the baseline is the first point."""
    early = (on(-100, "500"), on(0, "600"))
    assert ahead(STOCK, *early, on(100, "200")) == ahead(STOCK, on(100, "200"))


def test_a_derived_baseline_is_the_first_point() -> None:
    """The last reading before the plan's start and one since make a line."""
    found = ahead(b.target(b.goal("730")), on(-100, "500"), on(0, "0"), on(100, "200"))
    assert found == Forecast(Fraction(1460), day(365), enough=True)


def test_readings_after_the_day_asked_about_are_not_known_yet() -> None:
    """The line of an earlier day stays as it was."""
    assert ahead(STOCK, on(100, "200"), on(201, "900")) == ahead(STOCK, on(100, "200"))


@pytest.mark.parametrize("readings", [(), (on(0, "0"),)])
def test_with_fewer_than_two_points_there_is_no_line(readings: tuple[str, ...]) -> None:
    """The baseline alone points nowhere."""
    assert ahead(STOCK, *readings) is None


def test_without_a_baseline_two_readings_make_a_line() -> None:
    """There is no projection with fewer than two points or once met or due, and here are two."""
    found = ahead(b.target(b.goal("730")), on(100, "100"), on(200, "200"))
    assert found == Forecast(Fraction(730), day(730), enough=True)


def test_a_flows_line_runs_through_its_full_years() -> None:
    """A running total is no point of it."""
    written = b.target(
        b.goal("300", due="2023-12-31"), kind="flow", baseline="{value: 100, date: 2020-12-31}"
    )
    readings = (
        "date: 2021-12-31, period: 2021, value: 173",
        "date: 2022-06-30, period: 2022H1, value: 40",
    )
    found = b.forecast(written, b.lines(*readings), "2022-06-30")
    assert found == Forecast(Fraction(319), date(2023, 9, 27), enough=True)


def test_at_exactly_the_goal_a_line_does_not_meet_more_than_it() -> None:
    """Where more than 730 is asked, one a day gets there the day after the due date."""
    written = b.target(b.goal("730", ">"), baseline=b.FROM_ZERO)
    assert ahead(written, on(100, "100")) == Forecast(Fraction(730), day(731), enough=False)


def test_a_line_that_is_at_the_goal_on_the_due_date_is_not_said_never_to_meet_it() -> None:
    """Falling, but still above the goal when it is due: there is a day on which it meets it."""
    written = b.target(
        b.goal("50", due=b.day_number(121)), baseline="{value: 60, date: 2020-12-31}"
    )
    found = ahead(written, on(59, "70"), on(120, "49"), count=120)
    assert found is not None
    assert (found.enough, found.reaches is not None) == (True, True)


def test_a_line_that_promises_what_the_rating_denies() -> None:
    """Behind an early path, and yet on the way to the goal."""
    path = f"[{{date: {b.day_number(200)}, value: 400}}]"
    written = b.target(b.goal("730", path=path), baseline=b.FROM_ZERO)
    reading = on(200, "300")
    item = b.rate(written, b.lines(reading), b.day_number(200))
    found = b.forecast(written, b.lines(reading), b.day_number(200))
    assert found is not None
    assert (item.rating, found.projected, found.contradicts(item.rating)) == (
        "behind",
        Fraction(1095),
        True,
    )


def test_a_line_that_denies_what_the_rating_promises() -> None:
    """Ahead of a late path, and not on the way to the goal."""
    path = f"[{{date: {b.day_number(200)}, value: 50}}]"
    written = b.target(b.goal("730", path=path), baseline=b.FROM_ZERO)
    reading = on(200, "60")
    item = b.rate(written, b.lines(reading), b.day_number(200))
    found = b.forecast(written, b.lines(reading), b.day_number(200))
    assert found is not None
    assert (item.rating, found.projected, found.contradicts(item.rating)) == (
        "ahead",
        Fraction(219),
        True,
    )


@pytest.mark.parametrize(
    ("rating", "enough", "contradicts"),
    [
        *((rating, True, False) for rating in (Rating.AHEAD, Rating.ON_SCHEDULE)),
        *((rating, False, True) for rating in (Rating.AHEAD, Rating.ON_SCHEDULE)),
        *((one, True, True) for one in (Rating.BEHIND, Rating.FAR_BEHIND, Rating.REVERSING)),
        *((one, False, False) for one in (Rating.BEHIND, Rating.FAR_BEHIND, Rating.REVERSING)),
        *((rating, enough, False) for rating in NO_LINE for enough in (True, False)),
    ],
)
def test_which_ratings_a_line_contradicts(
    *, rating: Rating, enough: bool, contradicts: bool
) -> None:
    """Those that say on schedule where it falls short, and behind where it arrives."""
    assert Forecast(Fraction(1), None, enough).contradicts(rating) == contradicts
