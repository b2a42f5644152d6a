"""Tables of a document for Word: the head is repeated, no row is cut in two. Needs python-docx."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt, Twips

from fjdex.render.markup import Grid, grid, to_right
from fjdex.render.word_layout import TABLE_TEXT, WIDTH, element

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph
    from markdown_it.tree import SyntaxTreeNode as Node

Inline = Callable[["Paragraph", "Node", bool], None]

# In points: the text of a table, and that of one with so many columns or more.
_SIZE, _SMALL, _MANY = 9, 8, 6
# In twentieths of a point: what is left free at both sides of a cell.
_PADDING = 60
_SHADE = "F1F3F6"


def add_table(document: "Document", node: "Node", name: str, inline: Inline) -> None:
    """Write a table as wide as the text; `inline` writes a cell, heavy or not."""
    measured = grid(node)
    size = _SMALL if len(measured.natural) >= _MANY else _SIZE
    widths = _widths(measured, size)
    table = document.add_table(0, len(widths), document.styles["Table Grid"])
    _lay_out(table, name, widths)
    for number, cells in enumerate(measured.rows):
        row = table.add_row()
        _keep_whole(row, head=number == 0)
        for cell, shown, width in zip(row.cells, cells, widths, strict=True):
            cell.width = Twips(width)
            paragraph = cell.paragraphs[0]
            paragraph.style = document.styles[TABLE_TEXT]
            if to_right(shown):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            # The head does not stay behind alone at the foot of a page.
            paragraph.paragraph_format.keep_with_next = True if number == 0 else None
            inline(paragraph, shown, number == 0)
            if paragraph._p.xpath(".//w:drawing"):  # noqa: SLF001 (none in the library)
                paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
            if number == 0:
                shade = element("w:shd", val="clear", color="auto", fill=_SHADE)
                cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 (none in the library)
            for run in paragraph.runs if size == _SMALL else ():
                run.font.size = Pt(_SMALL)
    # Two tables without a paragraph between them would become one.
    document.add_paragraph(style=document.styles[TABLE_TEXT])


def _widths(measured: Grid, size: int) -> list[int]:
    """Answer the columns' widths in twentieths of a point; together they are the text's."""
    whole = WIDTH.twips
    # A half-width letter is half as wide as the text is high.
    letter = size * 10
    room = (whole - 2 * _PADDING * len(measured.natural)) // letter
    widths = [one * letter + 2 * _PADDING for one in measured.widths(room)]
    widths[-1] += whole - sum(widths)
    return widths


def _lay_out(table: "Table", name: str, widths: list[int]) -> None:
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Twips(width)
    properties = table._tbl.tblPr  # noqa: SLF001 (the library has neither margins nor captions)
    for look in properties.xpath("./w:tblLook"):
        properties.remove(look)
    (whole,) = properties.xpath("./w:tblW")
    whole.set(qn("w:type"), "dxa")
    whole.set(qn("w:w"), str(sum(widths)))
    margins = element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w=str(_PADDING), type="dxa"))
    properties.append(margins)
    properties.append(element("w:tblLook", val="0020", firstRow="1"))
    properties.append(element("w:tblCaption", val=name))


def _keep_whole(row: "_Row", *, head: bool) -> None:
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 (none in the library)
    properties.append(element("w:cantSplit"))
    if head:
        properties.append(element("w:tblHeader"))
