"""Numbers as spreadsheets store them."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fjdex.exchange.numbers import day_of_serial, hundredfold, plain_digits, without_noise

PLAIN = (
    ("71000", "71000"),
    ("7.1E4", "71000"),
    ("71000.0", "71000"),
    ("1e-3", "0.001"),
    ("-0.40", "-0.4"),
    ("0", "0"),
    ("-0.0", "0"),
    (".5", "0.5"),
    ("1E400", "1E400"),
    ("", None),
    (".", None),
    ("1,000", None),
    ("nan", None),
    ("１", None),
)


@pytest.mark.parametrize(("stored", "wanted"), PLAIN)
def test_a_stored_number_is_written_plainly(stored: str, wanted: str | None) -> None:
    """No exponent, no zeros that say nothing, and nothing else is a number."""
    assert plain_digits(stored) == wanted


NOISE = (
    ("0.30000000000000004", "0.3"),
    ("7.1000000000000005", "7.1"),
    ("2.6", "2.6"),
    ("123456789012345", "123456789012345"),
    ("1234567890123456", "1234567890123460"),
    ("0.99999999999999989", "1"),
)


@pytest.mark.parametrize(("digits", "wanted"), NOISE)
def test_noise_lies_behind_the_fifteenth_digit(digits: str, wanted: str) -> None:
    """What a spreadsheet shows is what was meant."""
    assert without_noise(digits) == wanted


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=6, min_value=-(10**8), max_value=10**8
    )
)
@settings(max_examples=100, deadline=None)
def test_a_figure_of_fifteen_digits_is_the_same_after_it_was_a_double(value: Decimal) -> None:
    """So that what is typed is what is read, whatever program stored it."""
    stored = format(value.__float__(), ".17g")
    digits = plain_digits(stored)
    assert digits is not None
    assert Decimal(without_noise(digits)) == value


DAYS = (
    ("44834", False, "2022-09-30"),
    ("44834.75", False, "2022-09-30"),
    ("44833.999999", False, "2022-09-30"),
    ("43372", True, "2022-09-30"),
    ("0", True, "1904-01-01"),
    ("1", False, "1900-01-01"),
    ("59", False, "1900-02-28"),
    ("60", False, "1900-02-29"),
    ("61", False, "1900-03-01"),
    ("0.5", False, None),
    ("-1", False, None),
    ("2999999", False, None),
    ("1E9", False, None),
)


@pytest.mark.parametrize(("digits", "from_1904", "wanted"), DAYS)
def test_a_count_of_days_is_a_day(digits: str, *, from_1904: bool, wanted: str | None) -> None:
    """In both counts; the older one has a day that never was."""
    assert day_of_serial(digits, from_1904=from_1904) == wanted


def test_a_percentage_is_shown_hundredfold() -> None:
    """Exactly, with no digit more."""
    assert [hundredfold(one) for one in ("0.476", "1", "0.005")] == ["47.6", "100", "0.5"]
