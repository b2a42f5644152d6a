"""Tables as lines of text: comma-separated values, and one JSON object a line."""

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from fjdex.exchange.cells import cell, guarded
from fjdex.exchange.table import Table, Value


class _Echo:
    """Takes what the writer of the standard library writes, and gives it back."""

    def write(self, text: str) -> str:
        return text


def csv_lines(table: Table, end: str) -> Iterator[str]:
    """Answer the head and the rows as comma-separated values, each closed by `end`."""
    writer = csv.writer(_Echo(), lineterminator=end)
    heads: Iterable[str] = (guarded(column.name) for column in table.columns)
    yield str(writer.writerow(heads))
    for row in table.rows():
        yield str(writer.writerow([cell(value) for value in row]))


def json_lines(table: Table) -> Iterator[str]:
    """Answer each row as an object of its own: decimals as texts, days as ISO dates."""
    names = [column.name for column in table.columns]
    for row in table.rows():
        pairs = zip(names, map(_plain, row), strict=True)
        yield json.dumps(dict(pairs), ensure_ascii=False) + "\n"


def _plain(value: Value) -> object:
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else value
