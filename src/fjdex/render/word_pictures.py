"""Charts in a document for Word: a bitmap for every program, the drawing beside it for newer ones.

Needs python-docx and resvg.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import resvg_py
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Emu, Mm

from fjdex.messages import Voice
from fjdex.render.markup import Picture
from fjdex.render.svg_pieces import pieces_of
from fjdex.render.svg_still import still_svg
from fjdex.render.word_layout import HEIGHT, WIDTH

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_SCALE = 2
# How wide a picture of a series is, so that three of them fill a page.
_THIRD = int(Mm(128))
_EMU_OF_PIXEL = 9525
# A bitmap's width and height stand in its first chunk, four bytes each.
_PNG_WIDTH, _PNG_HEIGHT = slice(16, 20), slice(20, 24)
_DRAWING = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
    ' r:embed="{relation}"/></a:ext></a:extLst>'
)


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in one line of the document: a drawing, or what fits of a long one."""

    svg: str
    alt: str
    # Whether it is part of a drawing that is higher than wide, and so as wide as the text.
    parted: bool = False


def parted(picture: Picture, voice: Voice) -> Iterator[Piece]:
    """Answer a drawing in pieces; the first says in words what all of them show."""
    pieces = pieces_of(picture.svg)
    for number, svg in enumerate(pieces):
        alt = voice("pages.continued") if number else picture.alt
        yield Piece(svg, alt, parted=len(pieces) > 1)


def add_picture(document: "Document", paragraph: "Paragraph", picture: Piece, voice: Voice) -> None:
    """Put a drawing into a paragraph, no wider and no higher than the text of a page."""
    svg = still_svg(picture.svg)
    png = resvg_py.svg_to_bytes(
        svg_string=svg, zoom=_SCALE, background="#ffffff", languages=[voice.language]
    )
    width, height = _size(png, parted=picture.parted)
    shape = paragraph.add_run().add_picture(BytesIO(png), Emu(width), Emu(height))
    inline = shape._inline  # noqa: SLF001 (the library has no words for pictures)
    number = inline.docPr.id
    for properties in inline.xpath("./wp:docPr | .//pic:cNvPr"):
        properties.set("descr", picture.alt)
        properties.set("name", f"{number}")
    part = Part(
        PackURI(f"/word/media/drawing{number}.svg"),
        "image/svg+xml",
        svg.encode(),
        document.part.package,
    )
    relation = document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    inline.xpath(".//a:blip")[0].append(parse_xml(_DRAWING.format(relation=relation)))


def _size(png: bytes, *, parted: bool) -> tuple[int, int]:
    """Answer how large a bitmap stands on the page, in the document's own measure.

    One that is wider than high, and no part of another, is so wide that three stand on a page.
    """
    wide, high = (
        int.from_bytes(png[part], "big") * _EMU_OF_PIXEL // _SCALE
        for part in (_PNG_WIDTH, _PNG_HEIGHT)
    )
    most = _THIRD if high < wide and not parted else int(WIDTH)
    if wide > most:
        wide, high = most, high * most // wide
    if high > HEIGHT:
        wide, high = wide * HEIGHT // high, int(HEIGHT)
    return wide, high
