"""Flags of dispute and of bounds, and in which order flags stand."""

from datetime import date

import pytest

import builders as b
from fjdex.assess.flags import overdue
from fjdex.assess.item import Flag
from fjdex.plan.terms import Rating

STOCK = b.target(b.goal("730"), baseline=b.FROM_ZERO)
SOURCES = b.source("first", "2021-07-10") + b.source("second", "2021-07-20") + b.source("undated")
DAY = "2021-06-30"
OPEN = {
    Rating.MISSED,
    Rating.UNDECIDED,
    Rating.UNCONFIRMED,
    Rating.NO_READING,
    Rating.NO_BASELINE,
}


def disputing(*readings: str, written: str = STOCK) -> tuple[bool, list[str | None]]:
    """Answer whether an item is flagged as disputed, and by which sources."""
    item = b.rate(written, b.lines(*readings), DAY, SOURCES)
    return Flag.DISPUTED in item.flags, [one.source for one in item.disputing]


ONE = f"date: {DAY}, value: 71000, printed: 7.1万个, source: second"


@pytest.mark.parametrize(
    ("other", "disputed"),
    [
        ("value: 71500, printed: 71500个", False),
        ("value: 71501, printed: 71501个", True),
        ("value: 70500, printed: 70500个", False),
        ("value: 70400, printed: 7.04万个", True),
        ("value: 72000, printed: 7.2万个", False),
        ("value: 73000, printed: 7.3万个", True),
        ("value: 70000, qualifier: at-least", False),
        ("value: 72000, qualifier: at-least", True),
        ("value: 70000, qualifier: just-under", True),
        ("value: 74000, qualifier: about", False),
        ("value: 80000, qualifier: about", True),
        ("value: 1, comparability: near", False),
        ("value: 1, area: 东市", False),
        ("value: 1, part: north", False),
        ("value: 1, measure: {zh: 别的, en: Another}, unit: 个, comparability: near", False),
    ],
)
def test_sources_dispute_when_more_than_rounding_parts_them(other: str, *, disputed: bool) -> None:
    """7.1万 is anything from 70,500 to 71,500; only readings of the same thing can dispute it."""
    given = f"date: {DAY}, {other}, source: first"
    wanted = (True, ["first"]) if disputed else (False, [])
    assert disputing(given, ONE) == wanted


def test_readings_of_other_days_do_not_dispute() -> None:
    """A figure may change from one day to the next."""
    assert disputing("date: 2021-06-29, value: 1, source: first", ONE) == (False, [])


def test_every_disputing_source_is_named_best_first() -> None:
    """In the order in which they would have been believed."""
    given = (f"date: {DAY}, value: 1, source: undated", f"date: {DAY}, value: 2, source: first")
    assert disputing(*given, ONE) == (True, ["first", "undated"])


@pytest.mark.parametrize(
    ("one", "other"),
    [("2021H1", "2021-01/2021-06"), ("2021", "2021-01/2021-12"), ("2021Q1", "2021-01/2021-03")],
)
def test_a_period_is_the_same_however_it_is_written(one: str, other: str) -> None:
    """Two sources that speak of the same months disagree, whichever way they name them."""
    given = b.lines(
        f"date: 2021-12-31, period: {one}, value: 100, source: first",
        f"date: 2021-12-31, period: {other}, value: 300, source: second",
    )
    written = b.target(b.goal(), kind="flow", baseline=b.FROM_ZERO)
    item = b.rate(written, given, "2021-12-31", SOURCES)
    assert [reading.source for reading in item.disputing] == ["first"]


def test_totals_of_different_stretches_do_not_dispute() -> None:
    """What a half-year brought is no rival of what nine months brought."""
    written = b.target(b.goal(), kind="flow", baseline=b.FROM_ZERO)
    given = (
        f"date: {DAY}, period: 2021Q1, value: 100, source: first",
        f"date: {DAY}, period: 2021H1, value: 300, source: second",
    )
    assert disputing(*given, written=written) == (False, [])


def test_flags_are_told_in_one_order() -> None:
    """However they come about, they stand in the order of the list."""
    given = b.lines(
        "date: 2021-12-31, value: 500, source: first",
        "date: 2022-03-31, value: 510, qualifier: about, status: provisional, source: first",
        "date: 2022-03-31, value: 600, qualifier: about, status: provisional, source: second",
        "date: 2022-03-31, value: 100, qualifier: from, status: provisional, source: undated",
    )
    item = b.rate(STOCK, given, "2022-12-01", SOURCES)
    assert b.flags(item) == ["stale", "provisional", "bounded", "disputed"]


@pytest.mark.parametrize("rating", list(Rating))
def test_only_what_is_open_after_its_day_is_overdue(rating: Rating) -> None:
    """What is done, called off, under way or without a date is not past due."""
    found = overdue(date(2022, 12, 31), rating, date(2023, 1, 10))
    assert found == (10 if rating in OPEN else None)


@pytest.mark.parametrize(
    ("due", "as_of"), [(None, date(2023, 1, 1)), (date(2022, 12, 31), date(2022, 12, 31))]
)
def test_nothing_is_overdue_without_a_day_or_on_it(due: date | None, as_of: date) -> None:
    """On its due date an item is due, and not past it."""
    assert overdue(due, Rating.MISSED, as_of) is None


def test_an_outcome_called_off_provisionally_says_so() -> None:
    """The flag stands beside the rating of an outcome as beside a target's."""
    given = b.lines(f"date: {DAY}, state: cancelled, status: provisional")
    items = (b.rate(STOCK, given, DAY), b.rate_outcome(b.outcome("o"), given, DAY))
    assert [(one.rating.value, b.flags(one)) for one in items] == [
        ("cancelled", ["provisional"])
    ] * 2
