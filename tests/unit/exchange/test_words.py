"""What a cell says, and what a spreadsheet may have made of it."""

import pytest

from fjdex.exchange.grid import Cell, CellKind, CellPlace, Problem
from fjdex.exchange.words import said_in

PLACE = CellPlace("a.xlsx", "表", 2, "B")
TEXT, NUMBER, DATE = CellKind.TEXT, CellKind.NUMBER, CellKind.DATE


def said(cell: Cell, field: str, *, typed: bool = True) -> list[str]:
    """Answer what a cell says: codes of what is told of it, then the words."""
    found = said_in(cell, field, PLACE, typed=typed)
    return [
        f"{one.code}{'?' if one.doubt else ''}" if isinstance(one, Problem) else f"={one}"
        for one in found
    ]


VALUES = (
    (Cell("71000", NUMBER), ["=71000"]),
    (Cell("0.30000000000000004", NUMBER), ["number-noise?", "=0.3"]),
    (Cell("0.476", NUMBER, percent=True), ["=47.6%"]),
    (Cell("71,000"), ["number-text?", "=71,000"]),
    (Cell("1234567890123456"), ["=1234567890123456"]),
    (Cell("７１０００"), ["=７１０００"]),
    (Cell(" 近50% "), ["=近50%"]),
    (Cell("2022-07-01", DATE), ["value-date"]),
    (Cell("true", CellKind.BOOLEAN), ["value-boolean"]),
    (Cell("#REF!", CellKind.ERROR), ["cell-error"]),
    (Cell("", CellKind.ABSENT, formula=True), ["formula-unstored"]),
    (Cell("5", NUMBER, formula=True), ["=5"]),
)


@pytest.mark.parametrize(("cell", "wanted"), VALUES)
def test_a_value_is_what_is_stored(cell: Cell, wanted: list[str]) -> None:
    """And what may have been meant otherwise is a doubt with what it would be."""
    assert said(cell, "value") == wanted


def test_in_a_text_file_every_number_is_text() -> None:
    """So none is in doubt for it."""
    assert said(Cell("71,000"), "value", typed=False) == ["=71,000"]


DATES = (
    (Cell("2022-09-30", DATE), ["=2022-09-30"]),
    (Cell("2022年9月30日"), ["=2022-09-30"]),
    (Cell("2022.9.30"), ["=2022-09-30"]),
    (Cell("2022/9/30"), ["=2022-09-30"]),
    (Cell("20220930", NUMBER), ["=2022-09-30"]),
    (Cell("2022Q3"), ["=2022Q3"]),
    (Cell("2022年三季度"), ["=2022Q3"]),
    (Cell("2022", NUMBER), ["=2022"]),
    (Cell("44834", NUMBER), ["date-number"]),
    (Cell("44834"), ["date-serial"]),
    (Cell("2022-13-01"), ["date-malformed"]),
    (Cell("someday"), ["date-malformed"]),
    (Cell("2022-09-30T15:30:00", DATE), ["date-malformed"]),
    (Cell("1900-02-29", DATE), ["date-malformed"]),
    (Cell("2022-09-01", DATE, month=True), ["date-month?", "=2022-09"]),
    (Cell("2024.1", NUMBER), ["month-number"]),
    (Cell("2024.1"), ["=2024-01"]),
)


@pytest.mark.parametrize(("cell", "wanted"), DATES)
def test_a_day_may_be_written_as_people_do(cell: Cell, wanted: list[str]) -> None:
    """A bare number is no day: it may be one of two counts."""
    assert said(cell, "date") == wanted


PERIODS = (
    (Cell("2022-01/2022-09"), ["=2022-01/2022-09"]),
    (Cell("2022年1—9月"), ["=2022-01/2022-09"]),
    (Cell("2022", NUMBER), ["=2022"]),
    (Cell("2022-09-01", DATE), ["period-date?", "=2022-09"]),
    (Cell("前三季度"), ["=前三季度"]),
)


@pytest.mark.parametrize(("cell", "wanted"), PERIODS)
def test_a_period_may_be_written_as_people_do(cell: Cell, wanted: list[str]) -> None:
    """A month that the spreadsheet took for a day is told."""
    assert said(cell, "period") == wanted


def test_a_text_of_several_lines_is_one_line() -> None:
    """In every field of words but a note, which may have as many as it needs."""
    cell = Cell("一\n 二\r\n三")
    assert (said(cell, "reason"), said(cell, "note")) == (["=一 二 三"], ["=一\n二\n三"])


@pytest.mark.parametrize("field", ["period", "within"])
def test_a_month_that_is_a_number_is_told_in_periods_too(field: str) -> None:
    """January and October are stored alike."""
    assert said(Cell("2024.1", NUMBER), field) == ["month-number"]
