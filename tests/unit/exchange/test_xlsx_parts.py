"""What a workbook says of its sheets, texts and formats."""

import pytest

from fjdex.exchange.grid import Broken
from fjdex.exchange.xlsx_parts import (
    Relation,
    Workbook,
    read_relations,
    read_strings,
    read_styles,
    read_workbook,
)


def test_a_workbook_names_its_sheets() -> None:
    """With what hides them, whatever prefix the elements have."""
    data = (
        '<x:workbook xmlns:x="m" xmlns:r="o"><x:workbookPr date1904="1"/><x:sheets>'
        '<x:sheet name="一" sheetId="1" r:id="rId1"/>'
        '<x:sheet name="二" sheetId="2" state="veryHidden" r:id="rId2"/></x:sheets></x:workbook>'
    )
    wanted = Workbook((("一", "rId1", False), ("二", "rId2", True)), from_1904=True)
    assert read_workbook([data.encode()]) == wanted


def test_relations_name_parts() -> None:
    """By the last word of their type."""
    one = b'<Relationship Id="a" Type="http://x/y/styles" Target="/s.xml"/>'
    assert read_relations([b"<Relationships>", one, b"</Relationships>"]) == (
        Relation("a", "styles", "/s.xml"),
    )


def test_texts_are_put_together_of_their_runs() -> None:
    """Without how they are pronounced."""
    runs = "<r><t>乙</t></r><r><t> 丙</t></r><rPh><t>yǐ</t></rPh>"
    data = f"<sst><si><t>甲</t></si><si>{runs}</si><si/></sst>"
    assert read_strings([data.encode()]) == ["甲", "乙 丙", ""]


FORMATS = (
    ("14", "", "date"),
    ("31", "", "date"),
    ("58", "", "date"),
    ("57", "", "month"),
    ("17", "", "month"),
    ("165", "yyyy&quot;年&quot;m&quot;月&quot;", "month"),
    ("165", "mmm-yy", "month"),
    ("165", "0.0&quot;万架&quot;", '"万架'),
    ("165", "0&quot;month&quot;", '"month'),
    ("165", "&quot;¥&quot;0.00", ""),
    ("9", "", "percent"),
    ("0", "", ""),
    ("165", "yyyy-mm-dd", "date"),
    ("165", "[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", "date"),
    ("165", "0.0%", "percent"),
    ("165", "h:mm:ss", ""),
    ("165", "mmm", "date"),
    ("165", "#,##0.00&quot;万吨/day&quot;", '"万吨/day'),
    ("165", "[Red]0.0", ""),
    ("165", "General", ""),
)


@pytest.mark.parametrize(("number", "code", "wanted"), FORMATS)
def test_a_format_shows_days_or_percentages(number: str, code: str, wanted: str) -> None:
    """By its number where no code is given, East Asian ones too; words beside say nothing."""
    codes = f'<numFmts><numFmt numFmtId="{number}" formatCode="{code}"/></numFmts>' if code else ""
    data = f'<styleSheet>{codes}<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    data += f'<cellXfs><xf numFmtId="{number}"/></cellXfs></styleSheet>'
    assert read_styles([data.encode()]) == [wanted]


def test_a_part_that_goes_too_deep_is_refused() -> None:
    """As soon as it does, before what follows is remembered."""
    assert read_strings([b"<a>" * 64 + b"</a>" * 64]) == []
    with pytest.raises(Broken):
        read_strings([b"<a>" * 65 + b"</a>" * 65])


@pytest.mark.parametrize("data", [b"", b"<a", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", b"\0"])
def test_what_is_no_part_is_told(data: bytes) -> None:
    """A document that defines entities of its own too: they can grow without end."""
    with pytest.raises(Broken):
        read_strings([data])
