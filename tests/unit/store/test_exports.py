"""Files of tables: whole or not at all, an earlier export replaced, anything else left alone."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from fjdex.exchange.table import Row, Table, Type
from fjdex.plan.failures import Failure, Refused
from fjdex.store.exports import write_export
from fjdex.store.workbook import write_workbook
from tables import table_of

FORMS = ("csv", "jsonl", "parquet", "xlsx")
TYPES = (Type.TEXT, Type.NUMBER)
TABLE = table_of(TYPES, [("=甲", Decimal("1.50"))])
OTHER = table_of(TYPES, [("乙", Decimal(2)), (None, None)])


def write(path: Path, table: Table, form: str) -> bytes:
    """Write a table and answer the bytes of its file."""
    write_export({path: [table]}, form, {path: [table]})
    return path.read_bytes()


def test_a_text_file_is_one_that_excel_reads(tmp_path: Path) -> None:
    """With the mark of UTF-8 and Windows' line ends; JSON lines have neither."""
    found = {form: write(tmp_path / "a" / f"t.{form}", TABLE, form) for form in ("csv", "jsonl")}

    assert found == {
        "csv": b"\xef\xbb\xbfcolumn_0,column_1\r\n" + "'=甲,1.50\r\n".encode(),
        "jsonl": '{"column_0": "=甲", "column_1": "1.50"}\n'.encode(),
    }


@pytest.mark.parametrize("form", FORMS)
def test_an_earlier_export_is_replaced(form: str, tmp_path: Path) -> None:
    """Twice the same gives the same bytes; other rows take the place of the old ones."""
    path = tmp_path / f"t.{form}"
    first, again = write(path, TABLE, form), write(path, TABLE, form)
    other = write(path, OTHER, form)

    assert (again, other == first) == (first, False)
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "data", [b"id,name\r\n1,2\r\n", b"\x00\xff", b"{}\n", b"PK\x03\x04", b"[1]"]
)
def test_what_somebody_made_is_left_alone(form: str, data: bytes, tmp_path: Path) -> None:
    """Of several files none is written where one is not an export's."""
    taken, free = tmp_path / f"t.{form}", tmp_path / f"a.{form}"
    taken.write_bytes(data)

    with pytest.raises(Refused) as refused:
        write_export({free: [TABLE], taken: [TABLE]}, form, {free: [TABLE], taken: [TABLE]})

    assert (refused.value.code, refused.value.arguments) == ("export-taken", {"path": str(taken)})
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {taken.name: data}


def test_a_workbook_that_is_no_export_is_left_alone(tmp_path: Path) -> None:
    """A sheet that was filled in has no mark of an export."""
    path = tmp_path / "t.xlsx"
    with path.open("wb") as file:
        write_workbook(file, [TABLE], mark="a sheet")
    before = path.read_bytes()

    with pytest.raises(Refused):
        write(path, TABLE, "xlsx")

    assert path.read_bytes() == before


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_file_is_nobodys(form: str, tmp_path: Path) -> None:
    """There is nothing in it to lose."""
    path = tmp_path / f"t.{form}"
    path.touch()

    assert write(path, TABLE, form)


@pytest.mark.parametrize("form", FORMS)
def test_what_cannot_be_made_whole_is_not_made(form: str, tmp_path: Path) -> None:
    """The old file stays, and nothing is left beside it."""
    path = tmp_path / f"t.{form}"
    before = write(path, TABLE, form)

    def rows() -> Iterator[Row]:
        yield ("a", Decimal(1))
        raise Failure("invented")

    with pytest.raises(Failure, match="invented"):
        write(path, Table("invented", TABLE.columns, rows), form)

    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {path.name: before}


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder of the file's name is said to be one."""
    with pytest.raises(Failure) as failed:
        write(tmp_path, TABLE, "csv")

    assert failed.value.arguments == {"path": str(tmp_path), "why": "folder"}
