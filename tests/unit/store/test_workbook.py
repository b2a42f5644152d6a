"""Workbooks, read back with two libraries that have nothing to do with the one that writes."""

import sys
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from fjdex.exchange.cells import fits_a_double
from fjdex.exchange.table import Column, Row, Table, Type
from fjdex.plan.failures import Failure
from fjdex.store import workbook
from fjdex.store.workbook import MARK, write_workbook
from tables import days, numbers, table_of, texts

TYPES = (Type.TEXT, Type.NUMBER, Type.DAY, Type.TRUTH, Type.COUNT, Type.LIST)


def written(*tables: Table) -> bytes:
    """Answer tables as a workbook."""
    file = BytesIO()
    write_workbook(file, tables)
    return file.getvalue()


def sheet_of(data: bytes, name: str = "invented") -> Worksheet:
    """Open a sheet of a workbook."""
    sheet = openpyxl.load_workbook(BytesIO(data))[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_each_value_has_its_type() -> None:
    """Numbers as numbers with the digits they had, days as days, texts as texts."""
    rows: list[Row] = [("=1+1", Decimal("-3.50"), date(2024, 9, 30), True, 7, ("甲", "乙"))]
    sheet = sheet_of(written(table_of(TYPES, rows)))

    assert [cell.value for cell in sheet[1]] == [f"column_{number}" for number in range(6)]
    assert [(cell.value, cell.data_type) for cell in sheet[2]] == [
        ("=1+1", "s"),
        (-3.5, "n"),
        (datetime(2024, 9, 30), "d"),  # noqa: DTZ001 (a day of a sheet has no zone)
        (True, "b"),
        (7, "n"),
        ("甲; 乙", "s"),
    ]
    assert [sheet["B2"].number_format, sheet["C2"].number_format] == ["0.00", "yyyy-mm-dd"]
    assert (sheet.freeze_panes, sheet["A1"].font.b, sheet["A2"].font.name) == ("A2", True, "等线")
    assert sheet.auto_filter.ref == "A1:F2"


def test_a_second_library_reads_the_same() -> None:
    """Not only the one that the import uses."""
    rows: list[Row] = [("-1", Decimal("0.1"), date(1999, 12, 31), False, 0, ()), (None,) * 6]
    book = CalamineWorkbook.from_filelike(BytesIO(written(table_of(TYPES, rows))))

    read = book.get_sheet_by_name("invented").to_python()
    assert read[1:] == [["-1", 0.1, date(1999, 12, 31), False, 0.0, ""]]


@given(st.lists(st.tuples(texts, numbers, days), max_size=8))
@settings(deadline=None, max_examples=60)
def test_every_row_comes_back(rows: list[tuple[str, Decimal, date]]) -> None:
    """Texts sign by sign, numbers digit by digit, days as the same days."""
    types = (Type.TEXT, Type.NUMBER, Type.DAY)
    sheet = sheet_of(written(table_of(types, rows)))

    read = [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=2)]
    again = [(text, Decimal(str(number)), day.date()) for text, number, day in read]
    assert again == rows


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("123456789012345", "n"),
        ("0.1", "n"),
        ("9.95", "n"),
        ("-0.000001", "n"),
        ("1234567890123456", "s"),
        ("1.2345678901234567", "s"),
    ],
)
def test_what_a_double_does_not_hold_is_text(text: str, kind: str) -> None:
    """Beyond 15 significant digits a sheet would round; a text keeps every digit."""
    cell = sheet_of(written(table_of((Type.NUMBER,), [(Decimal(text),)])))["A2"]

    assert (Decimal(str(cell.value)), cell.data_type) == (Decimal(text), kind)
    assert fits_a_double(Decimal(text)) == (kind == "n")


def test_the_same_tables_give_the_same_bytes() -> None:
    """No time of making stands in it, and it says that it is an export."""
    table = table_of(TYPES, [("a", Decimal(1), date(2024, 1, 1), None, None, None)])
    first, second = written(table), written(table)
    properties = openpyxl.load_workbook(BytesIO(first)).properties

    assert first == second
    assert (properties.created, properties.description) == (datetime(1980, 1, 1), MARK)  # noqa: DTZ001


def test_a_sheet_a_table() -> None:
    """Each under its own name, in their order."""
    tables = [table_of(TYPES, [], name) for name in ("乙", "甲")]

    assert openpyxl.load_workbook(BytesIO(written(*tables))).sheetnames == ["乙", "甲"]


def test_what_no_sheet_can_hold_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many rows, too long a text: a failure that says which, and nothing is cut off."""
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    fits, full = ([(None,)] * count for count in (2, 3))
    long = Table("t", (Column("note", Type.TEXT),), lambda: iter([("a",), ("长" * 32_768,)]))

    written(table_of((Type.TEXT,), fits))
    told = []
    for table in (table_of((Type.TEXT,), full), long):
        with pytest.raises(Failure) as failed:
            written(table)
        told.append((failed.value.code, failed.value.arguments))

    assert told == [
        ("sheet-full", {"name": "invented", "most": "2"}),
        ("cell-full", {"name": "t", "row": "3", "column": "note", "most": "32,767"}),
    ]


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The failure names the extra to install."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    with pytest.raises(Failure) as failed:
        written()

    assert (failed.value.code, failed.value.arguments) == ("extra-missing", {"name": "xlsx"})
