"""Cells of text files: no text is run as a formula, and every one comes back."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fjdex.exchange.cells import cell, fits_a_double, guarded, plainly, written
from fjdex.exchange.table import Value
from tables import numbers


@given(st.text())
@settings(deadline=None)
def test_a_guarded_text_comes_back(text: str) -> None:
    """Whatever a text begins with, its cell is read back as that very text."""
    assert plainly(guarded(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "＝1",
        "＋1",
        "－1",
        "＠a",
        "\ttab",
    ],
)
def test_nothing_that_could_be_run_stands_first(text: str) -> None:
    """A spreadsheet sees an apostrophe where a formula would begin."""
    assert guarded(text) == "'" + text


@pytest.mark.parametrize("text", ["", "5G", "7.1万", "a=b", "3-2", "约50%", "（=1）"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    """What cannot be run needs no guard."""
    assert guarded(text) == text


def test_an_apostrophe_of_somebody_elses_stays() -> None:
    """Only what `guarded` puts in front is taken away; a text that begins with one gets another."""
    assert [plainly("'tis"), guarded("'tis"), plainly("''tis")] == ["'tis", "''tis", "'tis"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (Decimal("-3.50"), "-3.50"),
        (Decimal("1E+3"), "1000"),
        (date(2024, 9, 30), "2024-09-30"),
        (True, "true"),
        (False, "false"),
        (7, "7"),
        (-7, "-7"),
        ("-3.5", "'-3.5"),
        (("甲局", "乙局"), "甲局; 乙局"),
        (("-a",), "'-a"),
        ((), ""),
    ],
)
def test_each_value_has_one_way_to_be_written(value: Value, text: str) -> None:
    """A number is never guarded, a text of the same signs is."""
    assert cell(value) == text


@given(numbers)
@settings(deadline=None)
def test_a_number_is_written_with_all_its_digits(value: Decimal) -> None:
    """No exponent, and no digit more or less."""
    again = Decimal(written(value))

    assert (again, again.as_tuple().exponent) == (value, value.as_tuple().exponent)


@given(numbers)
@settings(deadline=None)
def test_what_fits_a_double_comes_back_from_one(value: Decimal) -> None:
    """Of a number of up to 15 significant digits a spreadsheet shows the very digits."""
    if fits_a_double(value):
        assert Decimal(f"{float(value):.15g}") == value


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("0", True),
        ("0.00", True),
        ("123456789012345", True),
        ("1234567890123456", False),
        ("1234567890123450", True),
        ("0.000000000000000123456789012345", True),
        ("1.234567890123456", False),
        ("-99999999999999.9", True),
    ],
)
def test_fifteen_digits_fit(text: str, fits: bool) -> None:  # noqa: FBT001 (a table's column)
    """Zeros at either end count for nothing."""
    assert fits_a_double(Decimal(text)) is fits
