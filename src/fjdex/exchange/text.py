"""Sheets that are text: comma- or tab-separated rows, or a JSON object a line.

In which encoding a text stands is never guessed from what would look likely: a mark at its
beginning says so, or it is UTF-8, or it is GB18030 whole, as older Chinese spreadsheets write it.
"""

import csv
import json
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from fjdex.exchange.cells import plainly
from fjdex.exchange.grid import Broken, Cell, CellKind, CellPlace, Problem, Row, Sheet

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_TRIED = ("utf-8", "gb18030")
# One cell of a text file; beyond it a quote was opened and never closed.
_MOST_OF_A_CELL = 131_072
# By how many rows it is judged what parts the cells.
_JUDGED = 50
_SEPARATORS = ("\t", ",", ";")

Json: TypeAlias = "str | bool | list[Json] | dict[str, Json] | None"


def decoded(data: bytes) -> tuple[str, str] | None:
    """Answer a text and its encoding; None where it is in none that is known here."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], (encoding,))
    return None if b"\0" in data else _decoded(data, _TRIED)


def _decoded(data: bytes, encodings: Sequence[str]) -> tuple[str, str] | None:
    for encoding in encodings:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return None


def separated(text: str) -> Sheet:
    """Answer the sheet of a text whose cells are parted by tabs, commas or semicolons."""
    return Sheet(None, _rows(text, _separator(text)))


def _separator(text: str) -> str:
    """Answer the sign that the most of the first rows hold; a comma may stand within a cell too."""
    head = text[:_MOST_OF_A_CELL].split("\n")[:_JUDGED]
    rows = {sign: sum(sign in line for line in head) for sign in _SEPARATORS}
    return max(_SEPARATORS, key=lambda sign: rows[sign])


def _rows(text: str, separator: str) -> Iterator[Row]:
    """Answer the rows as a spreadsheet counts them: a cell may hold several lines."""
    number = 0
    # Strict: without it a quote that is never closed swallows every row below it.
    reader = csv.reader(_lines(text), delimiter=separator, strict=True)
    while True:
        number += 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            long = "limit" in str(error)
            raise Broken("cell-too-long" if long else "quote-unclosed", number) from error
        cells = {at: Cell(plainly(one)) for at, one in enumerate(row, start=1) if one.strip()}
        if cells:
            yield Row(number, cells)


def _lines(text: str) -> Iterator[str]:
    """Answer lines with their ends; a sign that only Unicode takes for an end is none here."""
    end, at = "\n" if "\n" in text else "\r", 0
    while at < len(text):
        after = text.find(end, at) + 1 or len(text)
        yield text[at:after]
        at = after


class _Doubled(ValueError):  # noqa: N818 (it says what is wrong)
    """An object that names a key twice."""


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Doubled
    return found


def objects(text: str, file: str) -> tuple[Sheet, tuple[Problem, ...]]:
    """Answer the sheet of a text of JSON objects, one a line, and the lines that are none.

    Its first row holds the keys, as the heads of its columns.
    """
    columns: dict[str, int] = {}
    rows: list[Row] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        found = _parsed(line)
        if found is None:
            problems.append(Problem("line-malformed", CellPlace(file, None, number)))
            continue
        cells = {
            columns.setdefault(key, len(columns) + 1): cell
            for key, value in _flat(found)
            if (cell := _cell(value)) is not None
        }
        rows.append(Row(number, cells))
    head = Row(0, {at: Cell(key) for key, at in columns.items()})
    keys = {at: key for key, at in columns.items()}
    return Sheet(None, (head, *rows), keys=keys), tuple(problems)


def _parsed(line: str) -> dict[str, Json] | None:
    """Answer an object with its numbers as they are written."""
    try:
        found = json.loads(
            line, parse_float=str, parse_int=str, object_pairs_hook=_object, parse_constant=str
        )
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _flat(found: dict[str, Json]) -> Iterator[tuple[str, Json]]:
    """Answer keys and values; what is worded in both languages has a key for each."""
    for key, value in found.items():
        if isinstance(value, dict):
            yield from ((f"{key}_{inner}", one) for inner, one in value.items())
        else:
            yield key, value


def _cell(value: Json) -> Cell | None:
    if value is None or value in ("", []):
        return None
    if isinstance(value, str):
        return Cell(value) if value.strip() else None
    kind = CellKind.BOOLEAN if isinstance(value, bool) else CellKind.ERROR
    return Cell(json.dumps(value, ensure_ascii=False), kind)
