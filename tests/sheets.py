"""Sheets for tests, made with other libraries than those that the program uses."""

import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook

Value = str | int | float | bool | date | None


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[Value]]]) -> Path:
    """Save a workbook with these rows by sheet, as openpyxl writes it."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


_CONTENT = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def relations(**targets: str) -> str:
    """Write a part of relations: the kind of each and its target."""
    lines = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_CONTENT}">{lines}</Relationships>'


def parts(
    data: str, workbook_properties: str = "", strings: str = "", styles: str = ""
) -> dict[str, str]:
    """Write the parts of a workbook with one sheet, by hand: what stands within its `worksheet`."""
    book = f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{workbook_properties}'
    book += '<sheets><sheet name="表" sheetId="1" r:id="worksheet"/></sheets></workbook>'
    related = {"worksheet": "worksheets/sheet1.xml"}
    made = {
        "_rels/.rels": relations(officeDocument="xl/workbook.xml"),
        "xl/workbook.xml": book,
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}">{data}</worksheet>',
    }
    if strings:
        related["sharedStrings"] = "sharedStrings.xml"
        made["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{strings}</sst>'
    if styles:
        related["styles"] = "styles.xml"
        made["xl/styles.xml"] = f'<styleSheet xmlns="{_MAIN}">{styles}</styleSheet>'
    return {**made, "xl/_rels/workbook.xml.rels": relations(**related)}


def zipped(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """Save a zip archive of these files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path
