"""Parquet files, read back with the library of the format."""

import sys
from datetime import date
from decimal import Decimal
from io import BytesIO

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet as pq

from fjdex.exchange.table import Row, Table, Type
from fjdex.plan.failures import Failure
from fjdex.store import parquet
from fjdex.store.parquet import write_parquet
from tables import days, numbers, table_of, texts


def written(table: Table) -> bytes:
    """Answer a table as a Parquet file."""
    file = BytesIO()
    write_parquet(file, table)
    return file.getvalue()


def read(data: bytes) -> pa.Table:
    """Read a file back."""
    return pq.read_table(BytesIO(data))


def test_each_column_has_its_type() -> None:
    """Codes as dictionaries, decimals exact, days as dates, lists as lists."""
    types = tuple(Type)
    row: Row = ("a", "met", "=1", Decimal("-3.50"), 7, date(2024, 9, 30), "2024Q3", True, ("甲",))
    table = read(written(table_of(types, [row, (None,) * 9])))

    assert [str(field.type) for field in table.schema] == [
        "string",
        "dictionary<values=string, indices=int32, ordered=0>",
        "string",
        "decimal128(38, 10)",
        "int64",
        "date32[day]",
        "string",
        "bool",
        "list<element: string>",
    ]
    lists = list(row[:-1])
    assert [list(one.values()) for one in table.to_pylist()] == [[*lists, ["甲"]], [None] * 9]
    assert table.schema.metadata == {b"fjdex.table": b"invented"}


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([], "decimal128(38, 10)"),
        (["1" * 28, "0.0000000001"], "decimal128(38, 10)"),
        (["0.12345678901"], "decimal128(38, 19)"),
        (["1" * 29], "decimal256(76, 38)"),
        (["1" * 38, "0." + "1" * 38], "decimal256(76, 38)"),
        (["1" * 39], "string"),
    ],
)
def test_a_column_of_decimals_holds_every_one(values: list[str], kind: str) -> None:
    """The first type in which all of them fit; text where there is none."""
    rows: list[Row] = [(Decimal(one),) for one in values]
    column = read(written(table_of((Type.NUMBER,), rows))).column(0)

    assert str(column.type) == kind
    assert [Decimal(one) for one in column.to_pylist()] == [Decimal(one) for one in values]


@given(st.lists(st.tuples(texts, numbers, days), max_size=8))
@settings(deadline=None, max_examples=60)
def test_every_row_comes_back(rows: list[tuple[str, Decimal, date]]) -> None:
    """Texts sign by sign, numbers digit by digit, days as the same days."""
    table = read(written(table_of((Type.TEXT, Type.NUMBER, Type.DAY), rows)))

    assert [tuple(one.values()) for one in table.to_pylist()] == rows


def test_pieces_make_one_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many rows are written at once, and whichever codes they hold."""
    rows: list[Row] = [(code, Decimal(number)) for number, code in enumerate("abcba")]
    whole = read(written(table_of((Type.CODE, Type.NUMBER), rows))).to_pylist()

    monkeypatch.setattr(parquet, "_PIECE", 2)

    table = read(written(table_of((Type.CODE, Type.NUMBER), rows)))
    assert table.to_pylist() == whole
    assert [tuple(one.values()) for one in whole] == rows


def test_the_same_table_gives_the_same_bytes() -> None:
    """No time of making stands in it."""
    table = table_of((Type.CODE, Type.NUMBER), [("a", Decimal("1.5"))])

    assert written(table) == written(table)


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The failure names the extra to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(Failure) as failed:
        written(table_of((), []))

    assert (failed.value.code, failed.value.arguments) == ("extra-missing", {"name": "parquet"})
