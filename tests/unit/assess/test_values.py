"""The rating table, row by row, for stocks and ratios."""

from fractions import Fraction

import pytest

import builders as b

STOCK = b.target(b.goal("100"), baseline=b.FROM_ZERO)
RATIO = b.target(b.goal("100"), kind="ratio", unit='"%"', baseline=b.FROM_ZERO)
CAP = b.target(b.goal("-100", "<="), baseline=b.FROM_ZERO)

# day asked about, readings (date and value), rating, fell back
ROWS = [
    # met: the last reading on or before the due date reaches the goal
    ("2021-02-01", "2021-01-31 100", "met", False),
    ("2022-12-31", "2022-12-31 100", "met", False),
    ("2023-06-30", "2022-12-31 100", "met", False),
    ("2023-06-30", "2022-12-30 100", "met", False),
    ("2023-06-30", "2022-06-30 99, 2022-12-31 100", "met", False),
    # … and only the last one
    ("2022-12-30", "2022-06-30 100, 2022-09-30 99", "ahead", False),
    ("2022-12-31", "2022-06-30 100, 2022-09-30 99", "unconfirmed", False),
    # later falls leave it met
    ("2023-06-30", "2022-12-31 100, 2023-03-31 99", "met", True),
    ("2023-03-30", "2022-12-31 100, 2023-03-31 99", "met", False),
    # met-late: fell short on or after the due date and reached it later
    ("2023-06-30", "2022-12-31 99, 2023-03-31 100", "met-late", False),
    ("2023-06-30", "2023-01-31 99, 2023-03-31 100", "met-late", False),
    ("2023-06-30", "2023-01-31 99, 2023-03-31 100, 2023-06-30 98", "met-late", True),
    # fallen and back again: no flag
    ("2023-06-30", "2022-12-31 100, 2023-01-31 99, 2023-03-31 100", "met", False),
    # met-undated: a later reading reaches it, nothing says whether the date was kept
    ("2023-06-30", "2023-03-31 100", "met-undated", False),
    ("2023-06-30", "2022-12-30 99, 2023-03-31 100", "met-undated", False),
    ("2023-06-30", "2023-03-31 100, 2023-06-30 99", "met-undated", True),
    # missed: a reading on or after the due date falls short
    ("2022-12-31", "2022-12-31 99", "missed", False),
    ("2023-06-30", "2023-01-01 99", "missed", False),
    ("2023-03-30", "2022-12-31 99, 2023-03-31 100", "missed", False),
    # unconfirmed: due, and all readings are older
    ("2022-12-31", "2022-12-30 99", "unconfirmed", False),
    ("2023-06-30", "2022-12-30 99", "unconfirmed", False),
    ("2023-06-30", "2020-12-30 50", "unconfirmed", False),
    # the day before it is due
    ("2022-12-30", "2022-12-30 99", "behind", False),
    # no reading
    ("2021-06-30", "", "no-reading", False),
    ("2022-12-31", "", "no-reading", False),
    ("2021-06-30", "2020-12-31 1", "no-reading", False),
]


def as_lines(readings: str, sign: str = "", keys: str = "") -> str:
    """Write readings given as day and value, with a sign before each value."""
    pairs = (one.split() for one in readings.split(", ") if one)
    return b.lines(*(f"date: {day}, value: {sign}{value}{keys}" for day, value in pairs))


@pytest.mark.parametrize(("day", "readings", "rating", "fell_back"), ROWS)
@pytest.mark.parametrize(
    ("written", "sign"), [(STOCK, ""), (RATIO, ""), (CAP, "-")], ids=["stock", "ratio", "cap"]
)
def test_the_first_row_that_fits(  # noqa: PLR0913 (a row of the table)
    *, written: str, sign: str, day: str, readings: str, rating: str, fell_back: bool
) -> None:
    """Stocks and ratios have the same rows, and a falling goal mirrors them."""
    item = b.rate(written, as_lines(readings, sign), day)
    assert (item.rating, "fell-back" in b.flags(item)) == (rating, fell_back)


BOUNDED = [
    ("2022-12-31 100", "at-least", "met"),
    ("2022-12-31 100", "from", "met"),
    ("2022-12-31 100", "just-under", "missed"),
    ("2022-12-31 90", "at-least", "undecided"),
    ("2022-12-31 90", "from", "undecided"),
    ("2022-12-31 101", "just-under", "undecided"),
    ("2022-12-31 100", "about", "undecided"),
    ("2022-12-31 106", "about", "met"),
    ("2022-12-31 95", "about", "missed"),
    ("2022-12-30 90", "at-least", "unconfirmed"),
]


@pytest.mark.parametrize(("readings", "qualifier", "rating"), BOUNDED)
def test_bounds_decide_whether_a_goal_is_reached(
    readings: str, qualifier: str, rating: str
) -> None:
    """近100 does not meet 100, 超100 does; what straddles the goal leaves it undecided once due."""
    item = b.rate(STOCK, as_lines(readings, keys=f", qualifier: {qualifier}"), "2023-01-31")
    assert (item.rating, "bounded" in b.flags(item)) == (rating, True)


def test_a_figure_that_straddles_the_goal_before_it_is_due_is_paced() -> None:
    """Before the due date a bounded figure is rated by the number as printed."""
    readings = as_lines("2021-12-31 90", keys=", qualifier: at-least")
    item = b.rate(STOCK, readings, "2022-06-30")
    assert (item.rating, b.pace(item)) == ("ahead", Fraction(9, 5))


def test_after_an_undecided_reading_a_later_one_meets_without_a_date() -> None:
    """A straddling reading on the due date did not fall short, so nothing says it was late."""
    readings = b.lines(
        "date: 2022-12-31, value: 90, qualifier: at-least", "date: 2023-03-31, value: 100"
    )
    assert b.rate(STOCK, readings, "2023-06-30").rating == "met-undated"


def test_more_than_the_goal_is_asked() -> None:
    """Exactly 50,000 does not meet 超5万件, one more does."""
    written = b.target(b.goal("50000", ">"), baseline=b.FROM_ZERO)
    given = [as_lines(f"2022-12-31 {value}") for value in ("50000", "50001")]
    assert [b.rate(written, one, "2022-12-31").rating for one in given] == ["missed", "met"]


def test_without_a_baseline_the_share_is_shown_as_what_it_is() -> None:
    """Nothing to measure from: no pace, and the reading over the goal."""
    item = b.rate(b.target(b.goal("100")), as_lines("2021-06-30 40"), "2021-06-30")
    assert (item.rating, item.pace, item.share) == ("no-baseline", None, Fraction(2, 5))


def test_without_a_baseline_a_goal_can_still_be_met() -> None:
    """Being met needs nothing to measure from."""
    item = b.rate(b.target(b.goal("100")), as_lines("2021-06-30 100"), "2021-06-30")
    assert (item.rating, item.share) == ("met", Fraction(1))


def test_a_derived_baseline_alone_is_no_reading() -> None:
    """The reading that stands for the baseline says nothing about progress."""
    item = b.rate(b.target(b.goal("100")), as_lines("2020-12-31 40"), "2021-06-30")
    assert (item.rating, item.pace) == ("no-reading", None)


def test_the_bands_are_the_plans_own() -> None:
    """A plan with other bands rates by them."""
    header = b.HEADER.replace("behind: 0.60", "behind: 0.9")
    written = b.target(b.goal("730"), baseline=b.FROM_ZERO)
    texts = b.folder(written, header=header, readings={"t": as_lines(f"{b.day_number(100)} 89")})
    assert b.ratings(texts, b.day_number(100)) == {"t": "far-behind"}


def test_about_is_as_wide_as_the_plan_says() -> None:
    """With 左右 of 10 percent 109 leaves a goal of 100 undecided."""
    texts = b.folder(
        STOCK,
        header=b.HEADER.replace("about: 5", "about: 10"),
        readings={"t": as_lines("2022-12-31 109", keys=", qualifier: about")},
    )
    assert b.ratings(texts, "2022-12-31") == {"t": "undecided"}
