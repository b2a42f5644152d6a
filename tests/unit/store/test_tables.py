"""Opening what somebody sent: told by what it holds, and refused with a word for what it is."""

import os
from datetime import date
from pathlib import Path

import pytest

from fjdex.exchange.grid import Broken, Cell, CellKind, Row
from fjdex.store import tables
from fjdex.store.tables import opened
from sheets import Value, parts, workbook, zipped

HEADS = ("id", "value", "date")
TEXT, NUMBER = CellKind.TEXT, CellKind.NUMBER


def rows_of(path: Path) -> list[Row]:
    """Read the rows of the first sheet of a file."""
    with opened(path, path.name) as book:
        return list(book.sheets[0].rows)


def why(path: Path) -> str:
    """Answer the code with which a file is refused."""
    try:
        with opened(path, path.name) as book:
            return str([list(sheet.rows) for sheet in book.sheets])
    except Broken as broken:
        return broken.code


def test_a_workbook_is_read_as_another_library_wrote_it(tmp_path: Path) -> None:
    """Texts, numbers in their own digits, days; blanks are no cells."""
    given: list[tuple[Value, ...]] = [
        HEADS,
        ("a", 71000, date(2022, 9, 30)),
        ("b", 2.6, None),
        ("c", None, "2022Q3"),
    ]

    rows = rows_of(workbook(tmp_path / "a.xlsx", {"一": given}))

    assert rows == [
        Row(1, {1: Cell("id"), 2: Cell("value"), 3: Cell("date")}),
        Row(2, {1: Cell("a"), 2: Cell("71000", NUMBER), 3: Cell("2022-09-30", CellKind.DATE)}),
        Row(3, {1: Cell("b"), 2: Cell("2.6", NUMBER)}),
        Row(4, {1: Cell("c"), 3: Cell("2022Q3")}),
    ]


def test_a_workbook_is_known_whatever_its_name_is(tmp_path: Path) -> None:
    """A sheet that was renamed to .csv or .xls is still a workbook."""
    made = workbook(tmp_path / "a.xlsx", {"一": [HEADS]})
    renamed = made.rename(tmp_path / "a.csv")

    assert rows_of(renamed) == [Row(1, {1: Cell("id"), 2: Cell("value"), 3: Cell("date")})]


def test_sheets_are_told_apart(tmp_path: Path) -> None:
    """Each has its name, in the order of the workbook."""
    made = workbook(tmp_path / "a.xlsx", {"一": [HEADS], "二": [("id",)]})

    with opened(made, "a.xlsx") as book:
        found = [(one.name, one.hidden, len(list(one.rows))) for one in book.sheets]

    assert found == [("一", False, 1), ("二", False, 1)]


ENCODED = (
    ("utf-8", "utf-8"),
    ("utf-8-sig", "utf-8"),
    ("utf-16", "utf-16-le"),
    ("gb18030", "gb18030"),
)


@pytest.mark.parametrize(("written", "told"), ENCODED)
def test_a_text_is_read_in_its_encoding(tmp_path: Path, written: str, told: str) -> None:
    """And which one that was is told."""
    path = tmp_path / "a.csv"
    path.write_bytes("编号,数值\r\n甲,１２\r\n".encode(written))

    with opened(path, "a.csv") as book:
        rows = [[cell.text for cell in row.cells.values()] for row in book.sheets[0].rows]
        assert (rows, book.encoding) == ([["编号", "数值"], ["甲", "１２"]], told)


PAGES = (
    "<html><table>",
    "<!DOCTYPE html>",
    "\n<table>",
    "MIME-Version: 1.0",
    "<?xml version='1.0'?>",
)


@pytest.mark.parametrize("text", PAGES)
def test_a_web_page_with_a_sheets_name_is_told(tmp_path: Path, text: str) -> None:
    """Many systems save a page as .xls."""
    path = tmp_path / "a.xls"
    path.write_text(text)

    assert why(path) == "file-page"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BYTES = (
    (b"", "file-empty"),
    (OLE + b"\0" * 600, "file-old"),
    (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "file-locked"),
    (b"PK\x03\x04 and then nothing", "file-corrupt"),
    (b"PK\x05\x06" + b"\0" * 18, "file-not-sheet"),
    (b"%PDF-1.7\0\xff\xfe", "file-not-sheet"),
    (b"\x81", "file-not-sheet"),
    (b'[{"id": "a"}]', "file-json-list"),
)


@pytest.mark.parametrize(("data", "code"), BYTES)
def test_what_is_no_sheet_is_told_for_what_it_is(tmp_path: Path, data: bytes, code: str) -> None:
    """By its first bytes, with a word of its own."""
    path = tmp_path / "a.json"
    path.write_bytes(data)

    assert why(path) == code


SHEET = parts("<sheetData/>")
PACKED = (
    ({**SHEET, "xl/vbaProject.bin": "x"}, "file-macros"),
    ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "file-ods"),
    ({"word/document.xml": "<a/>"}, "file-not-sheet"),
    ({**SHEET, "xl/workbook.xml": "<workbook"}, "file-corrupt"),
    ({**SHEET, "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row r='x'/>"}, "file-corrupt"),
    (parts("<sheetData><row><c t='s'><v>7</v></c></row></sheetData>"), "file-corrupt"),
    ({name: one for name, one in SHEET.items() if "sheet1" not in name}, "file-corrupt"),
    ({**SHEET, "xl/workbook.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><workbook/>"}, "file-corrupt"),
)


@pytest.mark.parametrize(("files", "code"), PACKED)
def test_an_archive_that_is_no_plain_workbook_is_told(
    tmp_path: Path, files: dict[str, str], code: str
) -> None:
    """Macros, other formats, parts that are damaged, missing, or define entities of their own."""
    assert why(zipped(tmp_path / "a.xlsx", files)) == code


def test_a_binary_workbook_is_told(tmp_path: Path) -> None:
    """It is packed the same way and its parts are none that are read."""
    files = {**SHEET, "_rels/.rels": SHEET["_rels/.rels"].replace("workbook.xml", "workbook.bin")}
    assert why(zipped(tmp_path / "a.xlsx", files)) == "file-binary"


def test_what_would_burst_is_not_unpacked(tmp_path: Path) -> None:
    """The archive's own list of sizes is enough to know."""
    files: dict[str, str | bytes] = {**SHEET, "xl/worksheets/sheet2.xml": b" " * (tables.MOST_TEXT)}
    assert why(zipped(tmp_path / "a.xlsx", files)) == "file-bomb"


def test_a_part_that_hides_its_size_is_damaged(tmp_path: Path) -> None:
    """The list of sizes says a few bytes, the part holds more: no more than said is read."""
    path = zipped(tmp_path / "a.xlsx", parts("<sheetData>" + " " * 100_000 + "</sheetData>"))
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"PK\x01\x02", 0, data.rindex(b"xl/worksheets/sheet1.xml"))
    data[entry + 24 : entry + 28] = (500).to_bytes(4, "little")
    path.write_bytes(data)

    assert why(path) == "file-corrupt"


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    """A folder, a pipe that nobody writes into, a name that nothing has."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    found = []
    for path in (tmp_path, pipe, tmp_path / "none"):
        with pytest.raises(Broken) as told, opened(path, path.name):
            pass
        found.append((told.value.code, told.value.arguments["why"]))

    assert found == [
        ("file-unreadable", "folder"),
        ("file-unreadable", "special"),
        ("file-unreadable", "missing"),
    ]


def test_a_large_text_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its size is asked first."""
    monkeypatch.setattr(tables, "MOST_TEXT", 8)
    path = tmp_path / "a.csv"
    path.write_text("id,value\n")

    assert why(path) == "file-too-large"


def test_a_million_empty_rows_are_passed_over(tmp_path: Path) -> None:
    """Rows that hold nothing cost nothing, whatever dimension a sheet claims."""
    rows = "".join(f'<row r="{at}"/>' for at in range(1, 200_000))
    last = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    data = f'<dimension ref="A1:XFD1048576"/><sheetData>{rows}{last}</sheetData>'

    assert rows_of(zipped(tmp_path / "a.xlsx", parts(data))) == [
        Row(1_048_576, {1: Cell("1", NUMBER)})
    ]


def test_formulas_that_look_elsewhere_are_noted(tmp_path: Path) -> None:
    """What is stored is taken, and whoever reads it knows that it may be old."""
    files = {**SHEET, "xl/externalLinks/externalLink1.xml": "<a/>"}
    with opened(zipped(tmp_path / "a.xlsx", files), "a.xlsx") as book:
        assert book.linked
