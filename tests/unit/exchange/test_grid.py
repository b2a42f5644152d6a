"""Cells, and how a place of one is written."""

import pytest

from fjdex.exchange.grid import CellPlace, column_letters, column_number

PLACES = (
    (CellPlace("a.xlsx"), "a.xlsx"),
    (CellPlace("a.xlsx", "一季度"), "a.xlsx[一季度]"),
    (CellPlace("a.xlsx", "一季度", 7, "C"), "a.xlsx[一季度]!C7"),
    (CellPlace("a.xlsx", "一季度", 0, "C"), "a.xlsx[一季度]!C"),
    (CellPlace("a.csv", None, 7, "AB"), "a.csv!AB7"),
    (CellPlace("a.csv", None, 7), "a.csv!7"),
    (CellPlace("a.jsonl", None, 7, ":value"), "a.jsonl!7:value"),
)


@pytest.mark.parametrize(("place", "written"), PLACES)
def test_a_place_is_written_as_spreadsheets_write_it(place: CellPlace, written: str) -> None:
    """Whole file, sheet, row, column or cell."""
    assert str(place) == written


COLUMNS = ((1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD"))


@pytest.mark.parametrize(("number", "letters"), COLUMNS)
def test_a_column_has_a_number_and_letters(number: int, letters: str) -> None:
    """Either says the other."""
    assert (column_letters(number), column_number(f"{letters}7")) == (letters, number)


def test_what_is_no_reference_names_no_column() -> None:
    """Neither does nothing."""
    assert [column_number(one) for one in ("", "7", "c7")] == [0, 0, 0]
