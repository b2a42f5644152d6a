"""Sheets as values: rows of cells with what a spreadsheet says of each, and places to point at.

A sheet's rows may come from a file as it is read, so they can be gone through once.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import Enum

_LETTERS = 26


class CellKind(Enum):
    """What a cell holds; ABSENT is a formula that no value was stored for."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"
    ERROR = "error"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that is not empty.

    `text` is a number in plain digits (of a percentage, before it is multiplied by 100), a day as
    YYYY-MM-DD, an error as it is shown; `formula` says whether it was worked out. `month` says of a
    day that only its month is shown, `unit` is what is shown beside a number.
    """

    text: str
    kind: CellKind = CellKind.TEXT
    formula: bool = False
    percent: bool = False
    month: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with cells by column, both counted from 1."""

    number: int
    cells: Mapping[int, Cell]
    hidden: bool = False


@dataclass(frozen=True)
class Sheet:
    """A sheet; `name` is None where a file has but one and no name for it.

    `hidden_columns` is complete once the first row is there; `typed` is whether its cells tell
    numbers and days from text; `keys` names the columns of a file whose rows name their own.
    """

    name: str | None
    rows: Iterable[Row]
    hidden: bool = False
    hidden_columns: AbstractSet[int] = frozenset()
    typed: bool = False
    keys: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, order=True)
class CellPlace:
    """Where something stands: a file, a sheet of it, a row, a cell; 0 and "" name the whole.

    `column` is what a spreadsheet calls it, or a key of the row with a colon in front.
    """

    file: str
    sheet: str | None = None
    row: int = 0
    column: str = ""

    def __str__(self) -> str:
        """Answer it as spreadsheets write a reference: report.xlsx[一季度]!C7."""
        sheet = f"[{self.sheet}]" if self.sheet is not None else ""
        row = str(self.row) if self.row else ""
        at = row + self.column if self.column.startswith(":") else self.column + row
        return f"{self.file}{sheet}!{at}" if at else f"{self.file}{sheet}"


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps a sheet from being taken, at its place; `messages` has the sentence.

    A doubt is waived by whoever says that it is right.
    """

    code: str
    place: CellPlace
    arguments: Mapping[str, str] = field(default_factory=dict)
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class Remarked:
    """What is said of a sheet beside what was taken from it, and keeps nothing from being taken."""

    code: str
    place: CellPlace
    arguments: Mapping[str, str] = field(default_factory=dict)


class Broken(ValueError):  # noqa: N818 (it says what the file is)
    """A file, or from a row on the rest of one, that is not what it should be."""

    def __init__(self, code: str = "file-corrupt", row: int = 0, **arguments: str) -> None:
        super().__init__(code)
        self.code = code
        self.row = row
        self.arguments = arguments


def column_letters(number: int) -> str:
    """Answer how spreadsheets name a column, counted from 1: A, Z, AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(reference: str) -> int:
    """Answer the column of a reference such as C7, counted from 1; 0 where it names none."""
    number = 0
    for letter in reference:
        if not "A" <= letter <= "Z":
            break
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number
