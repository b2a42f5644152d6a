"""The rows of a sheet of an XLSX workbook, from its XML, in one pass and in little memory.

A cell keeps the file's own digits, and whether it is a formula, with the value that was stored for
it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from fjdex.exchange.grid import Broken, Cell, CellKind, Row, column_number
from fjdex.exchange.numbers import day_of_serial, plain_digits
from fjdex.exchange.xlsx_parts import BESIDE, Attributes, PartReader, truth, unescaped


class SheetReader(PartReader):
    """Reads the part of one sheet; `hidden_columns` are known before the first row comes."""

    def __init__(self, strings: Sequence[str], styles: Sequence[str], *, from_1904: bool) -> None:
        super().__init__()
        self.hidden_columns: set[int] = set()
        self._strings, self._styles, self._from_1904 = strings, styles, from_1904
        self._rows: list[Row] = []
        self._number, self._column = 0, 0
        self._hidden = self._said = False
        self._cells: dict[int, Cell] = {}
        self._cell: Attributes = {}
        self._value: str | None = None
        self._formula = False

    def rows(self, chunks: Iterable[bytes]) -> Iterator[Row]:
        """Answer the rows that hold anything, from top to bottom; raises `Broken`."""
        for _ in self.feed(chunks):
            yield from self._rows
            self._rows = []

    def start(self, name: str, attributes: Attributes) -> None:
        """Do what the beginning of an element asks for."""
        action = _STARTS.get(name)
        if action:
            action(self, attributes)

    def end(self, name: str) -> None:
        """Do what the end of an element asks for."""
        action = _ENDS.get(name)
        if action:
            action(self)

    def hide(self, attributes: Attributes) -> None:
        """Note columns that are hidden, or so narrow that nobody sees them."""
        if truth(attributes.get("hidden")) or attributes.get("width") == "0":
            first, last = (_whole(attributes.get(key, "0")) for key in ("min", "max"))
            self.hidden_columns.update(range(first, min(last, _MOST_COLUMNS) + 1))

    def begin_row(self, attributes: Attributes) -> None:
        """Come to a row; one without a number follows the one above."""
        self._number = _whole(attributes.get("r", str(self._number + 1)))
        self._column, self._cells = 0, {}
        self._hidden = truth(attributes.get("hidden"))

    def end_row(self) -> None:
        """Put a row aside that holds anything."""
        if self._cells:
            self._rows.append(Row(self._number, self._cells, self._hidden))

    def begin_cell(self, attributes: Attributes) -> None:
        """Come to a cell; one without a reference follows the one before."""
        self._column = column_number(attributes.get("r", "")) or self._column + 1
        self._cell, self._value, self._formula = attributes, None, False

    def end_cell(self) -> None:
        """Put a cell aside that holds anything."""
        cell = self._understood()
        if cell is not None:
            self._cells[self._column] = cell

    def begin_formula(self, _attributes: Attributes) -> None:
        """Note that a cell is worked out."""
        self._formula = True

    def begin_text(self, _attributes: Attributes) -> None:
        """Listen to a value or a text."""
        if not self._said:
            self.listen()

    def end_text(self) -> None:
        """Take a value, or one more run of a text."""
        if not self._said:
            self._value = (self._value or "") + self.heard()

    def begin_said(self, _attributes: Attributes) -> None:
        """Pass over how a text is pronounced."""
        self._said = True

    def end_said(self) -> None:
        """Read on after how a text is pronounced."""
        self._said = False

    def _understood(self) -> Cell | None:
        value, formula = self._value, self._formula
        kind = self._cell.get("t", "n")
        if not value and formula and kind != "str":
            return Cell("", CellKind.ABSENT, formula=True)
        if value is None:
            return None
        if kind == "s":
            value = self._string(value)
        elif kind in {"str", "inlineStr"}:
            value = unescaped(value)
        if not value.strip():
            return None
        if kind == "d":
            value = _midnight.sub("", value.strip())
        return self._number_in(value) if kind == "n" else Cell(value, _KINDS[kind], formula)

    def _string(self, value: str) -> str:
        at = _whole(value)
        if at >= len(self._strings):
            raise Broken
        return self._strings[at]

    def _number_in(self, value: str) -> Cell:
        style = _whole(self._cell.get("s", "0"))
        shows = self._styles[style] if style < len(self._styles) else ""
        digits = plain_digits(value)
        if digits is None:
            raise Broken
        counts = shows in {"date", "month"}
        day = day_of_serial(digits, from_1904=self._from_1904) if counts else None
        if day is not None:
            return Cell(day, CellKind.DATE, self._formula, month=shows == "month")
        unit = shows.removeprefix(BESIDE) if shows.startswith(BESIDE) else ""
        return Cell(digits, CellKind.NUMBER, self._formula, percent=shows == "percent", unit=unit)


class _ByType(dict[str, CellKind]):
    def __missing__(self, key: str) -> CellKind:
        raise Broken


_KINDS = _ByType(
    s=CellKind.TEXT,
    str=CellKind.TEXT,
    inlineStr=CellKind.TEXT,
    e=CellKind.ERROR,
    b=CellKind.BOOLEAN,
    d=CellKind.DATE,
)
_MOST_COLUMNS = 16_384
# A day may be stored with the time at which it begins.
_midnight = re.compile(r"T00:00(?::00(?:\.0+)?)?Z?$")
_STARTS: Mapping[str, Callable[[SheetReader, Attributes], None]] = {
    "col": SheetReader.hide,
    "row": SheetReader.begin_row,
    "c": SheetReader.begin_cell,
    "f": SheetReader.begin_formula,
    "v": SheetReader.begin_text,
    "t": SheetReader.begin_text,
    "rPh": SheetReader.begin_said,
}
_ENDS: Mapping[str, Callable[[SheetReader], None]] = {
    "row": SheetReader.end_row,
    "c": SheetReader.end_cell,
    "v": SheetReader.end_text,
    "t": SheetReader.end_text,
    "rPh": SheetReader.end_said,
}


def _whole(text: str) -> int:
    if not text.isdecimal() or len(text) > 9:  # noqa: PLR2004 (digits of any row or style)
        raise Broken
    return int(text)
