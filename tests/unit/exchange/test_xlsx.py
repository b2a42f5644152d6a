"""The rows of a sheet, from its XML."""

import pytest

from fjdex.exchange.grid import Broken, Cell, CellKind, Row
from fjdex.exchange.xlsx import SheetReader

NUMBER, DATE, ABSENT = CellKind.NUMBER, CellKind.DATE, CellKind.ABSENT
STRINGS, STYLES = ["甲", "乙 丙"], ["", "date", "percent", "month", '"万架']


def rows(data: str, *, from_1904: bool = False) -> list[Row]:
    """Read what stands within the sheet's data, piece by piece."""
    written = f'<x:worksheet xmlns:x="m"><sheetData>{data}</sheetData></x:worksheet>'.encode()
    reader = SheetReader(STRINGS, STYLES, from_1904=from_1904)
    return list(reader.rows(written[at : at + 7] for at in range(0, len(written), 7)))


def cell(inside: str, attributes: str = "") -> Cell | None:
    """Read one cell."""
    found = rows(f'<row r="1"><c r="A1" {attributes}>{inside}</c></row>')
    return found[0].cells[1] if found else None


CELLS = (
    ("<v>71000</v>", "", Cell("71000", NUMBER)),
    ("<v>7.1E4</v>", "", Cell("71000", NUMBER)),
    ("<v>0.30000000000000004</v>", "", Cell("0.30000000000000004", NUMBER)),
    ("<v>44834</v>", 's="1"', Cell("2022-09-30", DATE)),
    ("<v>0.476</v>", 's="2"', Cell("0.476", NUMBER, percent=True)),
    ("<v>1</v>", 's="99"', Cell("1", NUMBER)),
    ("<v>1</v>", 't="s"', Cell("乙 丙")),
    ("<is><t>甲</t></is>", 't="inlineStr"', Cell("甲")),
    (
        "<is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>jiǎ</t></rPh></is>",
        't="inlineStr"',
        Cell("甲乙"),
    ),
    ("<v>一_x000D_二</v>", 't="str"', Cell("一\r二")),
    ("<f>A2</f><v>5</v>", "", Cell("5", NUMBER, formula=True)),
    ("<f>A2</f><v>x</v>", 't="str"', Cell("x", formula=True)),
    ("<f>A2</f>", "", Cell("", ABSENT, formula=True)),
    ("<f>A2</f><v></v>", "", Cell("", ABSENT, formula=True)),
    ("<f>A2</f><v></v>", 't="str"', None),
    ("<v>#DIV/0!</v>", 't="e"', Cell("#DIV/0!", CellKind.ERROR)),
    ("<v>1</v>", 't="b"', Cell("1", CellKind.BOOLEAN)),
    ("<v>2022-09-30</v>", 't="d"', Cell("2022-09-30", DATE)),
    ("<v>2022-09-30T00:00:00</v>", 't="d"', Cell("2022-09-30", DATE)),
    ("<v>2022-09-30T15:30:00</v>", 't="d"', Cell("2022-09-30T15:30:00", DATE)),
    ("<v>44834</v>", 's="3"', Cell("2022-09-30", DATE, month=True)),
    ("<v>10.5</v>", 's="4"', Cell("10.5", NUMBER, unit="万架")),
    ("", 's="1"', None),
    ("<v> </v>", 't="str"', None),
)


@pytest.mark.parametrize(("inside", "attributes", "wanted"), CELLS)
def test_a_cell_is_what_the_file_stores(inside: str, attributes: str, wanted: Cell | None) -> None:
    """In its own digits; a formula by its value; what is blank is no cell."""
    assert cell(inside, attributes) == wanted


def test_days_may_be_counted_from_1904() -> None:
    """As workbooks of older Macintoshes do."""
    found = rows('<row><c s="1"><v>43372</v></c></row>', from_1904=True)
    assert found == [Row(1, {1: Cell("2022-09-30", DATE)})]


def test_places_that_are_not_written_follow_those_before() -> None:
    """A row below a row, a cell right of a cell."""
    found = rows('<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>')
    assert found == [
        Row(3, {2: Cell("1", NUMBER), 3: Cell("2", NUMBER)}),
        Row(4, {1: Cell("3", NUMBER)}),
    ]


def test_what_is_hidden_is_known() -> None:
    """Rows each by itself, columns before any row comes."""
    reader = SheetReader((), (), from_1904=False)
    data = b'<w><cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/></cols>'
    data += b'<row hidden="true"><c><v>1</v></c></row><row><c><v>2</v></c></row></w>'

    assert [row.hidden for row in reader.rows([data])] == [True, False]
    assert reader.hidden_columns == {2, 3, 5}


BROKEN = (
    '<row r="x"/>',
    "<row><c><v>many</v></c></row>",
    '<row><c t="s"><v>2</v></c></row>',
    '<row><c t="new"><v>2</v></c></row>',
    "<row>",
)


@pytest.mark.parametrize("data", BROKEN)
def test_a_part_that_is_none_is_told(data: str) -> None:
    """Instead of being read as something else."""
    with pytest.raises(Broken):
        rows(data)
