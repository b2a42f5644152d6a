"""Sheets that are text."""

import pytest

from fjdex.exchange.grid import Broken, Cell, CellKind, CellPlace, Problem, Row
from fjdex.exchange.text import decoded, objects, separated

TEXT = "编号,数值\n甲,1\n"
ENCODED = (
    (TEXT.encode(), "utf-8"),
    (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
    (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
    (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
    (TEXT.encode("gb18030"), "gb18030"),
)


@pytest.mark.parametrize(("data", "encoding"), ENCODED)
def test_an_encoding_is_known_by_its_mark_or_as_a_whole(data: bytes, encoding: str) -> None:
    """Each of the five reads as the same text."""
    assert decoded(data) == (TEXT, encoding)


@pytest.mark.parametrize("data", [b"\x81", b"\xff\xfe\x00", b"a\0b", b"\xef\xbb\xbf\x81"])
def test_what_fits_none_is_in_none(data: bytes) -> None:
    """A mark binds; a zero is in no text without one."""
    assert decoded(data) is None


def cells(text: str) -> list[tuple[int, dict[int, str]]]:
    """Answer the rows of a text with the texts of their cells."""
    rows = separated(text).rows
    return [(row.number, {at: one.text for at, one in row.cells.items()}) for row in rows]


SEPARATED: tuple[tuple[str, list[tuple[int, dict[int, str]]]], ...] = (
    ("a,b\n1,2\n", [(1, {1: "a", 2: "b"}), (2, {1: "1", 2: "2"})]),
    ("a\tb\n1\t2,5\n", [(1, {1: "a", 2: "b"}), (2, {1: "1", 2: "2,5"})]),
    ("a;b\r\n1;2\r\n", [(1, {1: "a", 2: "b"}), (2, {1: "1", 2: "2"})]),
    ('a,"b\nc"\n\n,2\n', [(1, {1: "a", 2: "b\nc"}), (3, {2: "2"})]),
    ("a,b\r1,2", [(1, {1: "a", 2: "b"}), (2, {1: "1", 2: "2"})]),
    ("'=1+1,'-x,-3.5,it's", [(1, {1: "=1+1", 2: "-x", 3: "-3.5", 4: "it's"})]),
    ("a\u2028b,c\n", [(1, {1: "a\u2028b", 2: "c"})]),
    ("", []),
)


@pytest.mark.parametrize(("text", "wanted"), SEPARATED)
def test_rows_are_those_that_a_spreadsheet_counts(
    text: str, wanted: list[tuple[int, dict[int, str]]]
) -> None:
    """Whatever parts the cells; what guards a text against being run is taken away."""
    assert cells(text) == wanted


@pytest.mark.parametrize("text", ['a,b\n"x,1\ny,2\n', 'a,b\n"x" y,1\n'])
def test_a_quotation_mark_that_is_not_closed_swallows_no_rows(text: str) -> None:
    """It is told at its row."""
    with pytest.raises(Broken) as told:
        cells(text)
    assert (told.value.code, told.value.row) == ("quote-unclosed", 2)


def test_a_cell_without_end_is_told() -> None:
    """No spreadsheet holds as much in one."""
    with pytest.raises(Broken) as told:
        cells("a,b\nx," + "y" * 200_000)
    assert (told.value.code, told.value.row) == ("cell-too-long", 2)


def test_objects_have_the_columns_of_their_keys() -> None:
    """Numbers as they are written, both languages of a text, nothing for nothing."""
    lines = (
        '{"id": "a", "value": 0.10}\n\n{"note": {"zh": "注", "en": null}, "value": true, "x": ""}\n'
    )
    sheet, problems = objects(lines, "a.jsonl")

    assert problems == ()
    assert list(sheet.rows) == [
        Row(0, {1: Cell("id"), 2: Cell("value"), 3: Cell("note_zh")}),
        Row(1, {1: Cell("a"), 2: Cell("0.10")}),
        Row(3, {3: Cell("注"), 2: Cell("true", CellKind.BOOLEAN)}),
    ]
    assert sheet.keys == {1: "id", 2: "value", 3: "note_zh"}


@pytest.mark.parametrize("line", ["{", "[1]", "1", '{"a": 1, "a": 2}', "[" * 100_000])
def test_a_line_that_is_no_object_is_told(line: str) -> None:
    """The lines around it are read."""
    sheet, problems = objects(f'{{"id": "a"}}\n{line}\n{{"id": "b"}}', "a.jsonl")

    assert problems == (Problem("line-malformed", CellPlace("a.jsonl", None, 2)),)
    assert [row.number for row in sheet.rows] == [0, 1, 3]
