"""Where tables are written, and how: each file whole or not at all, and none over somebody's own.

A file that is in the place of a table is replaced where it is an earlier export: of the same
columns, or a workbook or Parquet file that says so. A sheet that somebody filled in is left alone.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from fjdex.exchange.lines import csv_lines, json_lines
from fjdex.exchange.table import Table
from fjdex.plan.failures import Failure, Refused
from fjdex.store.folder import reason
from fjdex.store.lock import locked
from fjdex.store.parquet import MARK as PARQUET_MARK
from fjdex.store.parquet import write_parquet
from fjdex.store.workbook import MARK as WORKBOOK_MARK
from fjdex.store.workbook import write_workbook
from fjdex.store.write import clear_leftovers, fill_file, folder_made

# What Excel needs to take a text file for UTF-8.
_BOM = "\ufeff".encode()
_WINDOWS_END = "\r\n"
_TAIL = 1 << 16
_LONGEST = 1 << 24


def write_export(
    files: Mapping[Path, Sequence[Table]], form: str, heads: Mapping[Path, Sequence[Table]]
) -> None:
    """Write each file with its tables; only a workbook has several. Raises `Failure`.

    `heads` are tables with all the heads under which an earlier export may have written a file.
    """
    for path in files:
        _expect_ours(path, heads[path], form)
    for path, tables in files.items():
        with folder_made(path.parent), locked(path.parent):
            clear_leftovers(path.parent)
            fill_file(path, partial(_FORMS[form], tables))


def _csv(tables: Sequence[Table], file: BinaryIO) -> None:
    file.write(_BOM)
    file.writelines(line.encode() for line in csv_lines(tables[0], _WINDOWS_END))


def _jsonl(tables: Sequence[Table], file: BinaryIO) -> None:
    file.writelines(line.encode() for line in json_lines(tables[0]))


def _parquet(tables: Sequence[Table], file: BinaryIO) -> None:
    write_parquet(file, tables[0])


def _xlsx(tables: Sequence[Table], file: BinaryIO) -> None:
    write_workbook(file, tables)


_FORMS: Mapping[str, Callable[[Sequence[Table], BinaryIO], None]] = {
    "csv": _csv,
    "jsonl": _jsonl,
    "parquet": _parquet,
    "xlsx": _xlsx,
}


def _expect_ours(path: Path, heads: Sequence[Table], form: str) -> None:
    """Raise `Refused` where something is in the place of a file that no export wrote."""
    if path.is_dir():
        raise Failure("file-unwritable", path=str(path), why="folder")
    try:
        ours = not path.is_file() or not path.stat().st_size or _OURS[form](path, heads)
    except OSError as error:
        raise Failure("file-unwritable", path=str(path), why=reason(error)) from error
    if not ours:
        raise Refused("export-taken", path=str(path))


def _is_our_csv(path: Path, heads: Sequence[Table]) -> bool:
    with path.open("rb") as file:
        first = file.readline(_LONGEST)
    return any(first == _BOM + next(csv_lines(one, _WINDOWS_END)).encode() for one in heads)


def _is_our_jsonl(path: Path, heads: Sequence[Table]) -> bool:
    with path.open("rb") as file, suppress(ValueError):
        found = json.loads(file.readline(_LONGEST))
        names = [[column.name for column in one.columns] for one in heads]
        return isinstance(found, dict) and list(found) in names
    return False


def _is_our_parquet(path: Path, _heads: Sequence[Table]) -> bool:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL))
        return PARQUET_MARK in file.read()


def _is_our_workbook(path: Path, _heads: Sequence[Table]) -> bool:
    with suppress(BadZipFile, KeyError), ZipFile(path) as book:
        if book.getinfo("docProps/core.xml").file_size < _TAIL:
            return WORKBOOK_MARK.encode() in book.read("docProps/core.xml")
    return False


_OURS: Mapping[str, Callable[[Path, Sequence[Table]], bool]] = {
    "csv": _is_our_csv,
    "jsonl": _is_our_jsonl,
    "parquet": _is_our_parquet,
    "xlsx": _is_our_workbook,
}
