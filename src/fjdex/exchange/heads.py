"""Where a sheet's heads stand, which fields its columns are, and what it says above them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fjdex.exchange.columns import bare, field_of, statement_of
from fjdex.exchange.grid import CellPlace, Problem, Remarked, Row, Sheet, column_letters

# Titles, instructions and what a sheet says of itself may stand above the heads.
_MOST_ABOVE = 100
ITEM = frozenset({"id", "name"})
# Tables of an export that are no readings, by the heads that no sheet of readings has.
_TABLES = (
    ("goals", ("decided", "operator")),
    ("goals", ("确定日", "比较方式")),
    ("path", ("decided", "date")),
    ("path", ("确定日", "日期")),
    ("remarks", ("reason(chinese)", "reason(english)")),
    ("remarks", ("原因(中文)", "原因(英文)")),
)
# What a sheet is sent in for; a row without any of them says nothing.
SAID = ("value", "state", "reason", "action")


@dataclass(frozen=True)
class Heads:
    """The columns of a sheet by field, the unit that a value's head names, and what is above.

    `known` holds every column with a known head; `statements` are texts by what they say, with
    the row and column of each.
    """

    columns: Mapping[str, int]
    unit: str
    known: Mapping[int, str]
    statements: Mapping[str, tuple[str, int, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Places:
    """The places of a sheet."""

    file: str
    sheet: Sheet

    def at(self, row: int = 0, column: int = 0) -> CellPlace:
        """Answer the place of a cell, of a row, or of the sheet."""
        key = self.sheet.keys.get(column)
        name = f":{key}" if key else column_letters(column)
        return CellPlace(self.file, self.sheet.name, row, name)


def find_heads(rows: Iterator[Row]) -> tuple[Heads | None, Row | None]:
    """Read down to the heads of a sheet; answer them with their row, or None and any row seen."""
    statements: dict[str, tuple[str, int, int]] = {}
    seen = None
    for row, _ in zip(rows, range(_MOST_ABOVE), strict=False):
        seen = row
        heads = _heads_in(row)
        if heads is not None:
            return Heads(heads.columns, heads.unit, heads.known, statements), row
        statements |= _statements_in(row)
    return None, seen


def table_of(row: Row) -> str:
    """Answer the table of an export, other than readings, whose heads a row is; "" for none."""
    heads = {bare(cell.text) for cell in row.cells.values()}
    return next((name for name, own in _TABLES if heads.issuperset(own)), "")


def _heads_in(row: Row) -> Heads | None:
    columns: dict[str, int] = {}
    known: dict[int, str] = {}
    unit = ""
    for column, cell in sorted(row.cells.items()):
        found, behind = field_of(cell.text)
        if found is None:
            continue
        known[column] = found
        if found:
            columns.setdefault(found, column)
        if found == "value" and columns[found] == column:
            unit = behind
    fits = ITEM & columns.keys() and columns.keys() & set(SAID)
    return Heads(columns, unit, known) if fits else None


def _statements_in(row: Row) -> dict[str, tuple[str, int, int]]:
    """Answer what a row above the heads says: a label with a text beside it or behind a colon."""
    found: dict[str, tuple[str, int, int]] = {}
    label = None
    for column, cell in sorted(row.cells.items()):
        before, _, behind = cell.text.replace(":", "：", 1).partition("：")
        if statement_of(cell.text) is not None:
            label = statement_of(cell.text)
        elif (said := statement_of(before)) is not None:
            found[said], label = (behind.strip(), row.number, column), None
        elif label is not None:
            found[label], label = (cell.text.strip(), row.number, column), None
    return found


def head_faults(heads: Heads, row: Row, places: Places) -> Iterator[Problem | Remarked]:
    """Tell fields that two columns claim to be, and columns that nobody knows."""
    for column, name in heads.known.items():
        first = heads.columns.get(name, column)
        if first != column:
            arguments = {"text": row.cells[column].text.strip(), "other": column_letters(first)}
            yield Problem("column-twice", places.at(row.number, column), arguments)
    unknown = [cell.text.strip() for at, cell in row.cells.items() if at not in heads.known]
    if unknown:
        yield Remarked("column-unknown", places.at(row.number), {"text": "、".join(unknown)})
