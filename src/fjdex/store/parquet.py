"""A table as a Parquet file: typed columns, exact decimals, written piece by piece.

A column of decimals takes the first of a few types that holds each of its values; one for which
there is none, with more than 38 digits before or behind the point, is text.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import Any, BinaryIO

from fjdex.exchange.cells import written
from fjdex.exchange.table import Row, Table, Type, Value
from fjdex.plan.failures import Failure

# Digits in all, and those of them that stand behind the point. Few programs read more than 38.
DECIMALS = ((38, 10), (38, 19), (76, 38))
# Under which a file of ours names its table.
MARK = b"fjdex.table"
_PIECE = 50_000


def write_parquet(file: BinaryIO, table: Table) -> None:
    """Write a table; the same table gives the same bytes. Raises `Failure` without its library."""
    try:
        import pyarrow as pa  # noqa: PLC0415 (an extra)
        from pyarrow import parquet as pq  # noqa: PLC0415
    except ImportError as missing:
        raise Failure("extra-missing", name="parquet") from missing
    types = _types(pa, table)
    fields = [pa.field(column.name, types[at]) for at, column in enumerate(table.columns)]
    schema = pa.schema(fields, metadata={MARK: table.name})
    as_text = [pa.types.is_string(one) for one in types]
    with pq.ParquetWriter(file, schema) as writer:
        for piece in _pieces(table):
            columns = zip(*piece, strict=True)
            arrays = [
                pa.array(map(_text, values) if as_text[at] else values, type=types[at])
                for at, values in enumerate(columns)
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))


def _pieces(table: Table) -> Iterator[list[Row]]:
    rows = table.rows()
    while piece := list(islice(rows, _PIECE)):
        yield piece


def _text(value: Value) -> str | None:
    return None if value is None else written(value)


def _types(pa: Any, table: Table) -> list[Any]:
    """Answer the type of each column."""
    known = {
        Type.CODE: pa.dictionary(pa.int32(), pa.string()),
        Type.COUNT: pa.int64(),
        Type.DAY: pa.date32(),
        Type.TRUTH: pa.bool_(),
        Type.LIST: pa.list_(pa.string()),
    }
    numbers = [at for at, one in enumerate(table.columns) if one.type is Type.NUMBER]
    sizes = dict(zip(numbers, _sizes(table, numbers), strict=True))
    return [
        _decimal(pa, *sizes[at]) if at in sizes else known.get(column.type, pa.string())
        for at, column in enumerate(table.columns)
    ]


def _sizes(table: Table, numbers: list[int]) -> list[tuple[int, int]]:
    """Answer how many digits some columns need at most before and behind the point."""
    sizes = [(0, 0)] * len(numbers)
    if not numbers:
        return sizes
    for row in table.rows():
        for place, at in enumerate(numbers):
            value = row[at]
            if isinstance(value, Decimal):
                before, behind = _size(value)
                sizes[place] = (max(sizes[place][0], before), max(sizes[place][1], behind))
    return sizes


def _size(value: Decimal) -> tuple[int, int]:
    whole, _, fraction = written(value.copy_abs()).partition(".")
    return len(whole), len(fraction)


def _decimal(pa: Any, before: int, behind: int) -> Any:
    fitting = (
        (digits, places)
        for digits, places in DECIMALS
        if before <= digits - places and behind <= places
    )
    digits, places = next(fitting, (0, 0))
    if not digits:
        return pa.string()
    most = pa.decimal128 if digits <= DECIMALS[0][0] else pa.decimal256
    return most(digits, places)
