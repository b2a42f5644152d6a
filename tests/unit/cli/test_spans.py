"""How far ahead is looked, in days, weeks, months, quarters and years."""

from datetime import date

import pytest

from fjdex.cli.spans import day_within
from fjdex.plan.failures import Failure

START = date(2024, 1, 31)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("90d", "2024-04-30"),
        ("90", "2024-04-30"),
        ("0d", "2024-01-31"),
        ("２w", "2024-02-14"),
        ("2 周", "2024-02-14"),
        ("1m", "2024-02-29"),
        ("13M", "2025-02-28"),
        ("3个月", "2024-04-30"),
        ("1q", "2024-04-30"),
        ("2季度", "2024-07-31"),
        ("1y", "2025-01-31"),
        ("10年", "2034-01-31"),
        ("30天", "2024-03-01"),
    ],
)
def test_each_unit_counts_from_the_day(text: str, day: str) -> None:
    """Months end on the same day of a later one, or on its last."""
    assert day_within(text, START) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "start", "day"),
    [
        ("1q", "2024-06-30", "2024-09-30"),
        ("1m", "2024-02-29", "2024-03-31"),
        ("1y", "2023-02-28", "2024-02-29"),
        ("1q", "2024-06-29", "2024-09-29"),
    ],
)
def test_from_the_end_of_a_month_it_is_to_the_end_of_one(text: str, start: str, day: str) -> None:
    """On a quarter's last day the next quarter is looked at whole."""
    assert day_within(text, date.fromisoformat(start)) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text", ["", "d", "3x", "-5d", "1.5m", "9999d", "11y", "200m", "m3", "一季"]
)
def test_what_is_no_span_is_said(text: str) -> None:
    """A word that is not understood, and more than ten years."""
    with pytest.raises(Failure) as failed:
        day_within(text, START)

    assert (failed.value.code, failed.value.arguments) == ("within-malformed", {"text": text})


def test_no_day_lies_beyond_the_calendar() -> None:
    """Where a plan's last year ends there is nothing further to look at."""
    assert day_within("5y", date(2198, 3, 1)) == date(2200, 12, 31)
