"""How a document for Word looks: the page, its styles, its header and footer.

Measures are those of office papers (GB/T 9704): A4, 156 by 225 mm of text. Needs python-docx.
"""

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from fjdex.messages import Voice
from fjdex.render.markup import Writing

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import CharacterStyle, ParagraphStyle
    from docx.text.paragraph import Paragraph

LATIN, _LATIN_TAG = "Times New Roman", "en-GB"
TEXT, HEADING, TABLE = "仿宋", "黑体", "宋体"
TABLE_TEXT, PICTURE, LINK = "Table Text", "Picture", "Hyperlink"
# Left, right, top and bottom, in millimetres.
_PAGE, _MARGINS = (210, 297), (28, 26, 37, 35)
WIDTH, HEIGHT = Mm(156), Mm(225)
TABLE_SIZE, TABLE_LINE = 9, 13
_HEADINGS = {1: 18, 2: 14, 3: 12, 4: 12, 5: 12, 6: 12}
_KEPT_TABLES = frozenset({"Normal Table", "Table Grid"})


def element(tag: str, **attributes: str) -> "BaseOxmlElement":
    """Make an element of the document; its attributes are named without their `w:`."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def lay_out(document: "Document", writing: Writing, voice: Voice) -> None:
    """Set up the page, the styles, the header and the footer."""
    _page(document)
    _defaults(document)
    _body_styles(document, voice)
    _own_styles(document)
    _headings(document, voice)
    _drop_table_styles(document)
    _header(document, writing)
    _footer(document, voice)


def _page(document: "Document") -> None:
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(one) for one in _PAGE)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = (
        Mm(one) for one in _MARGINS
    )
    section.header_distance, section.footer_distance = Mm(20), Mm(20)


def _defaults(document: "Document") -> None:
    """Name the language and the fonts that hold where no style says otherwise."""
    properties = document.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:rPr')}")
    for child in list(properties):
        if child.tag in {qn("w:rFonts"), qn("w:lang")}:
            properties.remove(child)
    properties.insert(0, _fonts(TEXT))
    # `val` is what Latin letters are in: as Chinese, they would be broken anywhere.
    properties.append(element("w:lang", val=_LATIN_TAG, eastAsia="zh-CN", bidi="ar-SA"))
    theme = document.settings.element.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), _LATIN_TAG)
        theme.set(qn("w:eastAsia"), "zh-CN")


def _fonts(east: str) -> "BaseOxmlElement":
    return element("w:rFonts", ascii=LATIN, hAnsi=LATIN, eastAsia=east, cs=LATIN)


def _set_fonts(style: "CharacterStyle | ParagraphStyle", east: str, size: float) -> None:
    properties = style.element.get_or_add_rPr()
    for child in properties.findall(qn("w:rFonts")):
        properties.remove(child)
    properties.insert(0, _fonts(east))
    style.font.size = Pt(size)
    style.font.color.rgb = RGBColor(0, 0, 0)


def _body_styles(document: "Document", voice: Voice) -> None:
    normal: ParagraphStyle = document.styles["Normal"]
    _set_fonts(normal, TEXT, 12)
    normal.paragraph_format.space_after = Pt(0 if voice.language == "zh" else 6)
    normal.paragraph_format.line_spacing = 1.4
    normal.paragraph_format.widow_control = True
    for name in ("Header", "Footer"):
        _set_fonts(document.styles[name], TABLE, 9)
        document.styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _own_styles(document: "Document") -> None:
    table: ParagraphStyle = document.styles.add_style(TABLE_TEXT, WD_STYLE_TYPE.PARAGRAPH)
    table.base_style = document.styles["Normal"]
    _set_fonts(table, TABLE, TABLE_SIZE)
    table.paragraph_format.space_after = Pt(0)
    # Lines of one height, so that digits alone stand level with digits among Chinese.
    table.paragraph_format.line_spacing = Pt(TABLE_LINE)
    # Room between Chinese and digits would let dates break in narrow columns.
    for at, space in enumerate(("w:autoSpaceDE", "w:autoSpaceDN")):
        table.element.get_or_add_pPr().insert(at, element(space, val="0"))
    picture: ParagraphStyle = document.styles.add_style(PICTURE, WD_STYLE_TYPE.PARAGRAPH)
    picture.base_style = document.styles["Normal"]
    picture.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    picture.paragraph_format.space_before = picture.paragraph_format.space_after = Pt(6)
    picture.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    link: CharacterStyle = document.styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb = RGBColor(0x0B, 0x57, 0xA4)
    link.font.underline = True


def close_up(paragraph: "Paragraph", *, first: bool, last: bool) -> None:
    """Leave no room between the pieces of one picture, nor under the line that each stands in."""
    room = paragraph.paragraph_format
    if not first:
        room.space_before = Pt(0)
    if not last:
        room.space_after = Pt(0)
    if not (first and last):
        marks = element("w:rPr")
        marks.append(element("w:sz", val="2"))
        paragraph._p.get_or_add_pPr().append(marks)  # noqa: SLF001 (none in the library)


def _headings(document: "Document", voice: Voice) -> None:
    for level, size in _HEADINGS.items():
        style: ParagraphStyle = document.styles[f"Heading {level}"]
        _set_fonts(style, HEADING, size)
        # 黑体 is heavy as it is; the Latin letters of a heading need the weight.
        style.font.bold = voice.language == "en"
        style.font.italic = False
        style.paragraph_format.keep_with_next = True
        style.paragraph_format.space_before = Pt(0 if level == 1 else 14)
        style.paragraph_format.space_after = Pt(14 if level == 1 else 6)
        style.paragraph_format.line_spacing = 1.2
    document.styles["Heading 1"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _drop_table_styles(document: "Document") -> None:
    tables = [one for one in document.styles if one.type == WD_STYLE_TYPE.TABLE]
    for style in tables:
        if style.name not in _KEPT_TABLES:
            style.delete()


def _header(document: "Document", writing: Writing) -> None:
    """Name the bulletin and, where its title does not, the plan on every page."""
    words = [writing.title, writing.front.get("plan", "")]
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.add_run("  ·  ".join(filter(None, words)))


def _footer(document: "Document", voice: Voice) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    for key, field in (("pages.page", "PAGE"), ("pages.page-of", "NUMPAGES")):
        paragraph.add_run(voice(key))
        _field(paragraph, field)
    paragraph.add_run(voice("pages.page-end"))


def _field(paragraph: "Paragraph", instruction: str) -> None:
    """Add what the reading program counts: 1 stands there until it has."""
    simple = element("w:fldSimple", instr=instruction)
    run, shown = element("w:r"), element("w:t")
    shown.text = "1"
    run.append(shown)
    simple.append(run)
    paragraph._p.append(simple)  # noqa: SLF001 (the library has no fields)
