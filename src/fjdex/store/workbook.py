"""A workbook of tables, one sheet each, row by row: nothing is held that was written.

A spreadsheet counts in doubles. A number of more than 15 significant digits is written as text, so
that no digit of it is lost; every other one comes back as it was.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, BinaryIO

from fjdex.exchange.cells import fits_a_double, written
from fjdex.exchange.table import Row, Table, Type, Value
from fjdex.plan.failures import Failure

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_576
MOST_SIGNS = 32_767
# By which a workbook of ours is known; its day is the first that such a file can have.
MARK = "fjdex export"
_DAY = datetime(1980, 1, 1, tzinfo=UTC)
_FONT = {"font_name": "等线", "font_size": 11}
_WIDTHS: Mapping[Type, int] = {
    Type.ID: 24,
    Type.TEXT: 28,
    Type.LIST: 24,
    Type.NUMBER: 14,
    Type.COUNT: 9,
    Type.TRUTH: 9,
}
_WIDTH = 13


def write_workbook(file: BinaryIO, tables: Sequence[Table], mark: str = MARK) -> None:
    """Write tables as a workbook that says what it is; the same tables give the same bytes.

    Raises `Failure` where its library is missing, and for what no sheet can hold.
    """
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415 (an extra)
        from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415
    except ImportError as missing:
        raise Failure("extra-missing", name="xlsx") from missing
    with TemporaryDirectory() as folder:
        options = {
            "constant_memory": True,
            "tmpdir": folder,
            "default_format_properties": dict(_FONT),
            "use_zip64": True,
        }
        book = Workbook(file, options)
        book.set_properties({"comments": mark, "created": _DAY})
        try:
            for table in tables:
                _Sheet(book, table).write()
        finally:
            try:
                book.close()
            except FileCreateError as error:
                # It wraps what the system said, which is all that can be said.
                raise OSError(*_cause(error)) from error


def _cause(error: Exception) -> tuple[object, ...]:
    inner = error.args[0] if error.args else None
    return inner.args if isinstance(inner, OSError) else ()


class _Sheet:
    """Writes one table."""

    def __init__(self, book: "Workbook", table: Table) -> None:
        self.table = table
        self._book = book
        self._sheet: Worksheet = book.add_worksheet(table.name)
        self._formats: dict[str, Format] = {}
        self._writers: Mapping[type, Callable[[int, int, Any], None]] = {
            Decimal: self._number,
            date: self._day,
            bool: self._sheet.write_boolean,
            int: self._sheet.write_number,
        }

    def write(self) -> None:
        """Write the head and the rows; raises `Failure` where they do not fit on a sheet."""
        self._lay_out()
        number = 0
        for number, row in enumerate(self.table.rows(), 1):
            if number == MOST_ROWS:
                most = f"{MOST_ROWS - 1:,}"
                raise Failure("sheet-full", name=self.table.name, most=most)
            self._row(number, row)
        self._sheet.autofilter(0, 0, number, max(0, len(self.table.columns) - 1))

    def _lay_out(self) -> None:
        head = self._format(bold=True)
        for at, column in enumerate(self.table.columns):
            self._sheet.set_column(at, at, _WIDTHS.get(column.type, _WIDTH))
            self._sheet.write_string(0, at, column.name, head)
        self._sheet.freeze_panes(1, 0)

    def _row(self, number: int, row: Row) -> None:
        for at, value in enumerate(row):
            if value is not None and value != ():
                self._writers.get(type(value), self._text)(number, at, value)

    def _text(self, row: int, at: int, value: Value) -> None:
        text = written(value)
        if len(text) > MOST_SIGNS:
            where = {"name": self.table.name, "column": self.table.columns[at].name}
            raise Failure("cell-full", row=str(row + 1), most=f"{MOST_SIGNS:,}", **where)
        self._sheet.write_string(row, at, text)

    def _number(self, row: int, at: int, value: Decimal) -> None:
        if not fits_a_double(value):
            self._text(row, at, value)
            return
        exponent = value.as_tuple().exponent
        places = max(0, -exponent) if isinstance(exponent, int) else 0
        shown = self._format(num_format="0." + "0" * places if places else "0")
        self._sheet.write_number(row, at, value, shown)

    def _day(self, row: int, at: int, value: date) -> None:
        self._sheet.write_datetime(row, at, value, self._format(num_format="yyyy-mm-dd"))

    def _format(self, **properties: object) -> "Format":
        key = repr(properties)
        if key not in self._formats:
            self._formats[key] = self._book.add_format(properties)
        return self._formats[key]
