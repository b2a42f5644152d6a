"""Periods are read in every form that the docs name and in no other."""

from datetime import date

import pytest

from fjdex.plan.period import next_end, parse_period, quarter_of
from fjdex.plan.scalars import Malformed
from fjdex.plan.terms import Interval

# text, first day, last day, a whole year, from a year's first day
FORMS = [
    ("2022", "2022-01-01", "2022-12-31", True, True),
    ("2022H1", "2022-01-01", "2022-06-30", False, True),
    ("2022H2", "2022-07-01", "2022-12-31", False, False),
    ("2022Q1", "2022-01-01", "2022-03-31", False, True),
    ("2022Q3", "2022-07-01", "2022-09-30", False, False),
    ("2022Q4", "2022-10-01", "2022-12-31", False, False),
    ("2022-09", "2022-09-01", "2022-09-30", False, False),
    ("2022-12", "2022-12-01", "2022-12-31", False, False),
    ("2024-02", "2024-02-01", "2024-02-29", False, False),
    ("2023-02", "2023-02-01", "2023-02-28", False, False),
    ("2022-01/2022-09", "2022-01-01", "2022-09-30", False, True),
    ("2022-01/2022-12", "2022-01-01", "2022-12-31", True, True),
    ("2022-03/2022-03", "2022-03-01", "2022-03-31", False, False),
    ("2021-01/2022-12", "2021-01-01", "2022-12-31", False, False),
    ("1900", "1900-01-01", "1900-12-31", True, True),
]


@pytest.mark.parametrize(("text", "start", "end", "full", "from_new_year"), FORMS)
def test_what_a_period_covers(
    *, text: str, start: str, end: str, full: bool, from_new_year: bool
) -> None:
    """Both ends are included, and the text stays as it was written."""
    period = parse_period(text)
    found = (period.start.isoformat(), period.end.isoformat(), str(period))
    assert (found, period.full_year, period.from_new_year) == (
        (start, end, text),
        full,
        from_new_year,
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "22",
        "2022H0",
        "2022H3",
        "2022Q0",
        "2022Q5",
        "2022q3",
        "2022-00",
        "2022-13",
        "2022-9",
        "2022-09-30",
        "2022/2023",
        "2022Q1/2022Q2",
        "2022-01/2022",
        "2022-09/2022-01",
        "2022-01/2022-09/2022-10",
        "2022-01/",
        "2022/",
        "/2022-01",
        "/",
        " 2022",
        "2022 ",
        "2022\n",
        "２０２２",
        "٢٠٢٢",
        "2022年",
        "1899",
        "0000",
        "9999",
    ],
)
def test_what_is_no_period(text: str) -> None:
    """Anything else is malformed, and quoted as it stands."""
    with pytest.raises(Malformed) as raised:
        parse_period(text)
    assert raised.value.code == "period-malformed"


@pytest.mark.parametrize("value", [None, [], {}, 2022])
def test_what_is_no_text_is_no_period(value: object) -> None:
    """A list or nothing at all is malformed like a wrong text."""
    with pytest.raises(Malformed) as raised:
        parse_period(value)
    assert (raised.value.code, raised.value.arguments) == ("period-malformed", {"text": ""})


@pytest.mark.parametrize(
    ("day", "covered"),
    [("2022-06-30", False), ("2022-07-01", True), ("2022-09-30", True), ("2022-10-01", False)],
)
def test_the_days_that_a_quarter_covers(day: str, *, covered: bool) -> None:
    """From its first day to its last."""
    assert parse_period("2022Q3").covers(date.fromisoformat(day)) is covered


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        ("2022-01-01", "2022Q1"),
        ("2022-03-31", "2022Q1"),
        ("2022-04-01", "2022Q2"),
        ("2022-09-30", "2022Q3"),
        ("2022-12-31", "2022Q4"),
    ],
)
def test_the_quarter_of_a_day(day: str, quarter: str) -> None:
    """Every day lies in the quarter of its month."""
    assert str(quarter_of(date.fromisoformat(day))) == quarter


@pytest.mark.parametrize(
    ("day", "every", "end"),
    [
        ("2022-03-30", "quarter", "2022-03-31"),
        ("2022-03-31", "quarter", "2022-06-30"),
        ("2022-12-31", "quarter", "2023-03-31"),
        ("2022-03-31", "half-year", "2022-06-30"),
        ("2022-06-30", "half-year", "2022-12-31"),
        ("2022-06-30", "year", "2022-12-31"),
        ("2022-12-31", "year", "2023-12-31"),
        ("2024-02-29", "quarter", "2024-03-31"),
    ],
)
def test_the_end_of_the_period_that_ends_next(day: str, every: str, end: str) -> None:
    """A day that is itself an end leads to the end after it."""
    assert next_end(date.fromisoformat(day), Interval(every)).isoformat() == end
