"""The bulletin as a document for Word."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from fjdex.messages import Voice
from fjdex.plan.failures import Failure
from fjdex.plan.words import LANGUAGES, Language
from fjdex.render import word_blocks
from fjdex.render.markup import grid, read
from fjdex.render.word import word_document
from papers import written_bulletin

FRONT = """\
---
title: "An invented plan: bulletin"
plan: invented-plan
as_of: 2024-09-30
data: sha256:00ff
---

"""
TABLE = "| a | 数 |\n| --- | ---: |\n| **b** | 1 |\n| c | 2 |\n"
DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">\
<style>@media (prefers-color-scheme:dark){rect{fill:#000}} .x{fill:#00ff00} rect{fill:#ff0000}\
</style><rect width="40" height="20"/><g><rect class="x" width="20" height="20"/></g></svg>"""
PICTURES = {"p/a.svg": DRAWING}
ORDER = {
    "tblPr": ["tblStyle", "tblW", "jc", "tblLayout", "tblCellMar", "tblLook", "tblCaption"],
    "pPr": ["pStyle", "keepNext", "numPr", "spacing", "ind", "jc"],
    "tcPr": ["tcW", "shd"],
    "lvl": ["start", "numFmt", "lvlText", "lvlJc", "pPr"],
}
BUILD = """
import hashlib, sys
from fjdex.render import word_blocks
from fjdex.render.word import word_document
drawing, text = sys.argv[1:]
made = word_document(text, {"p/a.svg": drawing}, "zh")
print(hashlib.sha256(made).hexdigest())
"""


@pytest.fixture(autouse=True)
def _fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the machine has Chinese fonts decides nothing here."""
    monkeypatch.setattr(word_blocks, "signs_lacking", lambda _: "")


def made(markdown: str, language: Language = "en") -> Document:
    """Make a document of a text and read it back."""
    return docx.Document(BytesIO(word_document(markdown, PICTURES, language)))


@cache
def bulletin(plan: str, language: Language) -> bytes:
    """Make the document of a shipped plan's bulletin."""
    markdown, pictures = written_bulletin(plan, language)
    return word_document(markdown, pictures, language)


def parts(document: bytes) -> dict[str, bytes]:
    """Answer the files that a document is packed of."""
    with ZipFile(BytesIO(document)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def trees(document: bytes) -> Iterator[ET.Element]:
    """Answer the elements of every text of a document."""
    for name, part in parts(document).items():
        if name.startswith("word/") and name.endswith(".xml"):
            yield from ET.fromstring(part).iter()  # noqa: S314 (made by the test)


def plain(tag: str) -> str:
    """Name an element without its namespace."""
    return tag.rpartition("}")[2]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("plan", ["fujian", "invented"])
def test_a_bulletin_is_there_whole(plan: str, language: Language) -> None:
    """Every heading, table, row and picture of the Markdown is in the document, once."""
    markdown, pictures = written_bulletin(plan, language)
    lines = markdown.split("\n")
    document = docx.Document(BytesIO(bulletin(plan, language)))
    headings = [
        ("#" * int(one.style.name[-1]), one.text)
        for one in document.paragraphs
        if one.style is not None and (one.style.name or "").startswith("Heading ")
    ]
    rows = [line for line in lines if line.startswith("|") and not line.startswith("| ---")]
    widths = [line.count("---") for line in lines if line.startswith("| ---")]

    assert [" ".join(one) for one in headings] == [line for line in lines if line.startswith("#")]
    assert [len(one.columns) for one in document.tables] == widths
    assert sum(len(one.rows) for one in document.tables) == len(rows)
    said = [one._inline.docPr.get("descr") for one in document.inline_shapes]  # noqa: SLF001
    whole = [one for one in said if one != Voice(language)("pages.continued")]
    assert len(whole) == len(pictures) > 0


def test_tables_repeat_their_heads_and_keep_their_rows_whole() -> None:
    """The first row is the head, no row is cut in two, cells say what the Markdown says."""
    (table,) = made("## T\n\n" + TABLE).tables

    assert table.style is not None
    assert table.style.name == "Table Grid"
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["a", "数"],
        ["b", "1"],
        ["c", "2"],
    ]
    properties = [[plain(one.tag) for one in row._tr.trPr] for row in table.rows]  # noqa: SLF001
    assert properties == [["cantSplit", "tblHeader"], ["cantSplit"], ["cantSplit"]]
    bold = [[cell.paragraphs[0].runs[0].bold for cell in row.cells] for row in table.rows]
    assert bold == [[True, True], [True, None], [None, None]]
    assert [one.paragraphs[0].alignment for one in table.rows[1].cells] == [None, 2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_are_as_wide_as_the_text(language: Language) -> None:
    """Whatever the columns hold, together they are 156 mm, and none has no room."""
    document = docx.Document(BytesIO(bulletin("invented", language)))
    widths = [[column.width or 0 for column in one.columns] for one in document.tables]

    assert {sum(one) // 635 for one in widths} == {Mm(156).twips}
    assert min(min(one) for one in widths) > Mm(8)


def test_lists_are_numbered_as_written() -> None:
    """Each numbered list begins where it says; bullets within stand one level further in."""
    document = made("1. a\n2. b\n   - c\n\ntext\n\n5. d\n")
    numbering = document.part.numbering_part.element
    lists = {one.get(qn("w:numId")): one for one in numbering.findall(qn("w:num"))}
    found = []
    for paragraph in document.paragraphs:
        for one in paragraph._p.xpath("./w:pPr/w:numPr"):  # noqa: SLF001
            number, level = one.numId.val, one.ilvl.val
            start = lists[str(number)].xpath(".//w:startOverride/@w:val")
            found.append((paragraph.text, level, start))

    assert found == [("a", 0, ["1"]), ("b", 0, ["1"]), ("c", 1, []), ("d", 0, ["5"])]


@pytest.mark.parametrize(("language", "counted"), [("zh", "第1页，共1页"), ("en", "Page 1 of 1")])
def test_pages_are_numbered_and_named(language: Language, counted: str) -> None:
    """The footer counts pages, the header names the bulletin and the plan."""
    section = made(FRONT + "# H\n", language).sections[0]
    footer = section.footer.paragraphs[0]._p  # noqa: SLF001

    assert footer.xpath(".//w:fldSimple/@w:instr") == ["PAGE", "NUMPAGES"]
    assert "".join(one.text or "" for one in footer.iter(qn("w:t"))) == counted
    assert [one.text for one in section.header.paragraphs] == [
        "An invented plan: bulletin  ·  invented-plan"
    ]


def test_the_page_is_an_office_page() -> None:
    """A4, with the margins of GB/T 9704."""
    section = made("text").sections[0]
    measures = [
        section.page_width,
        section.page_height,
        section.left_margin,
        section.right_margin,
        section.top_margin,
        section.bottom_margin,
    ]

    assert [round((one or 0) / Mm(1)) for one in measures] == [210, 297, 28, 26, 37, 35]


def test_styles_name_chinese_and_latin_fonts() -> None:
    """Text, headings and tables each have a font for both scripts, and no theme overrules it."""
    document = made("text")
    names = ["Normal", "Heading 1", "Heading 2", "Table Text"]
    fonts = {name: dict(document.styles[name].element.rPr.rFonts.attrib) for name in names}

    def both(east: str) -> dict[str, str]:
        latin = {qn(f"w:{one}"): "Times New Roman" for one in ("ascii", "hAnsi", "cs")}
        return {**latin, qn("w:eastAsia"): east}

    assert fonts == {
        "Normal": both("仿宋"),
        "Heading 1": both("黑体"),
        "Heading 2": both("黑体"),
        "Table Text": both("宋体"),
    }
    language = document.styles.element.xpath(".//w:docDefaults//w:lang")[0]
    assert (language.get(qn("w:val")), language.get(qn("w:eastAsia"))) == ("en-GB", "zh-CN")


@pytest.mark.parametrize(("language", "tag"), [("zh", "zh-CN"), ("en", "en-GB")])
def test_a_document_says_what_it_is(language: Language, tag: str) -> None:
    """Its title, plan, language and the data's version are its properties; its day is as_of."""
    properties = made(FRONT + "# H\n", language).core_properties

    assert properties.title == "An invented plan: bulletin"
    assert (properties.subject, properties.language, properties.version) == (
        "invented-plan",
        tag,
        "sha256:00ff",
    )
    days = {str(one)[:19] for one in (properties.created, properties.modified)}
    assert days == {"2024-09-30 00:00:00"}


def test_pictures_are_there_twice() -> None:
    """A bitmap at twice the size, the drawing beside it, and the words for both."""
    document = word_document("![what *it* says](p/a.svg)\n", PICTURES, "en")
    inside = parts(document)
    (shape,) = docx.Document(BytesIO(document)).inline_shapes
    inline = shape._inline  # noqa: SLF001
    relations = {
        one.get("Id"): one.get("Target")
        for one in ET.fromstring(inside["word/_rels/document.xml.rels"])  # noqa: S314
    }
    embedded = [
        relations[value]
        for one in inline.iter()
        for key, value in one.attrib.items()
        if key == qn("r:embed")
    ]

    assert embedded == ["media/image1.png", "media/drawing1.svg"]
    png = inside["word/media/image1.png"]
    assert [int.from_bytes(png[at : at + 4], "big") for at in (16, 20)] == [80, 40]
    assert (shape.width, shape.height) == (40 * 9525, 20 * 9525)
    assert inline.docPr.get("descr") == "what it says"
    assert b'Extension="png"' in inside["[Content_Types].xml"]
    assert b"image/svg+xml" in inside["[Content_Types].xml"]


def test_a_drawing_needs_no_style_sheet() -> None:
    """Each shape says its own colour, as the stronger rule has it, and never that of the dark."""
    inside = parts(word_document("![a](p/a.svg)\n", PICTURES, "en"))

    assert inside["word/media/drawing1.svg"].decode() == (
        '<svg width="40" height="20" xmlns="http://www.w3.org/2000/svg">'
        '<rect width="40" height="20" fill="#ff0000" />'
        '<g><rect class="x" width="20" height="20" fill="#00ff00" /></g></svg>'
    )


def test_a_picture_fits_the_page() -> None:
    """What is wider or higher than the text is made smaller; of those lying down three fit."""
    sizes = []
    for width, height in ((720, 386), (1440, 1600), (100, 2000)):
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"/>'
        document = word_document("![a](p/a.svg)\n", {"p/a.svg": svg}, "en")
        (shape,) = docx.Document(BytesIO(document)).inline_shapes
        sizes.append((round(shape.width / Mm(1)), round(shape.height / Mm(1))))

    assert sizes == [(128, 69), (156, 173), (11, 225)]


def test_a_long_picture_goes_on_upon_the_next_page() -> None:
    """In pieces as wide as the text, none cut but where it may be; together they are the whole."""
    rows = " ".join(str(120 + row * 44) for row in range(20))
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="720" height="1000" '
        f'data-breaks="{rows}" viewBox="0 0 720 1000"/>'
    )
    document = word_document("![what it says](p/a.svg)\n", {"p/a.svg": svg}, "en")
    inside = parts(document)
    shapes = docx.Document(BytesIO(document)).inline_shapes
    drawings = [inside[f"word/media/drawing{one + 1}.svg"].decode() for one in range(len(shapes))]

    assert [re.findall('viewBox="([^"]*)"', one) for one in drawings] == [
        ["0 0 720 208"],
        ["0 208 720 220"],
        ["0 428 720 220"],
        ["0 648 720 220"],
        ["0 868 720 132"],
    ]
    assert {round(one.width / Mm(1)) for one in shapes} == {156}
    assert [one._inline.docPr.get("descr") for one in shapes] == [  # noqa: SLF001
        "what it says",
        *["(continues the picture above)"] * (len(shapes) - 1),
    ]


def test_only_addresses_of_the_web_are_links() -> None:
    """Other links are their text, and data is text whatever it looks like."""
    document = made(
        "<https://example.org/?a=1&b=2> [x](ftp://example.org/) [y](javascript:z) <b>&amp;\x07"
    )
    targets = [one.target_ref for one in document.part.rels.values() if one.is_external]

    assert targets == ["https://example.org/?a=1&b=2"]
    assert [one.text for one in document.paragraphs] == [
        "https://example.org/?a=1&b=2 x [y](javascript:z) <b>&\ufffd"
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_elements_stand_in_the_order_of_the_format(language: Language) -> None:
    """Word refuses a file whose properties stand in another order than the schema's."""
    for node in trees(bulletin("invented", language)):
        order = ORDER.get(plain(node.tag))
        if order is not None and node.tag.startswith("{http://schemas.openxmlformats.org/word"):
            found = [plain(one.tag) for one in node if plain(one.tag) in order]
            assert found == sorted(found, key=order.index)


def test_the_same_bytes_in_another_place_and_hour() -> None:
    """Neither the process nor its time zone, locale or hash seed leaves a trace."""
    text = FRONT + "# H\n\n" + TABLE + "\n1. <https://example.org/>\n\n![a](p/a.svg)\n"
    places = [("UTC", "C", "0"), ("Asia/Shanghai", "C.UTF-8", "1")]
    digests = set()
    for zone, locale, seed in places:
        changed = {"TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        done = subprocess.run(  # noqa: S603 (ourselves)
            [sys.executable, "-c", BUILD, DRAWING, text],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **changed},
            capture_output=True,
            text=True,
            check=True,
        )
        digests.add(done.stdout)

    assert len(digests) == 1


def test_nothing_is_left_of_the_librarys_template() -> None:
    """No picture of another document, no second set of styles, no word of who made it."""
    inside = parts(word_document("text", {}, "en"))

    assert [name for name in inside if "thumbnail" in name or "Effects" in name] == []
    assert [name for name, part in inside.items() if b"python-docx" in part] == []
    with ZipFile(BytesIO(word_document("text", {}, "en"))) as packed:
        assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("missing", ["docx", "resvg_py", "markdown_it"])
def test_without_a_library_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    """The failure names the extra."""
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(Failure) as failed:
        word_document("text", {}, "en")

    assert (failed.value.code, failed.value.arguments) == ("extra-missing", {"name": "docx"})


def test_a_day_in_a_table_has_room_for_the_gaps_in_it() -> None:
    """Where digits and Chinese are set apart, a day still stands in one line."""
    table = f"| 期限 | 说明 |\n| --- | --- |\n| 2022年12月31日 | {'字' * 60} |\n"
    measured = grid(read(table, {}, "docx").root.children[0])

    assert measured.gaps == (3, 0)
    assert measured.widths(60)[0] >= len("2022-12-31") + 4 + 3


def test_a_column_of_days_has_room_for_each_beside_longer_words() -> None:
    """What else is said in the column may fold, the days do not."""
    rows = "| 2022年12月31日 | a |\n| 页面无日期（约2022年4月：文中报道） | b |\n"
    table = f"| 公布日期 | 说明 |\n| --- | --- |\n{rows}| x | {'字' * 200} |\n"
    measured = grid(read(table, {}, "docx").root.children[0])

    assert measured.gaps == (3, 0)
    assert measured.widths(40)[0] >= len("2022-12-31") + 4 + 3


def test_what_belongs_together_stays_on_a_page() -> None:
    """The words above a table with it, and the lines at the end where somebody signs."""
    end = "After.\n\n- First\n- Last\n\n---\n\nIssued by\n\nSigned\n"
    document = made(f"Before.\n\nAbove.\n\n{TABLE}\n{end}")
    kept = {one.text: one.paragraph_format.keep_with_next for one in document.paragraphs}

    # What has no words stands below the table, and where the line is drawn.
    assert kept == {
        "": True,
        "Before.": None,
        "Above.": True,
        "After.": None,
        "First": None,
        "Last": True,
        "Issued by": True,
        "Signed": True,
    }
