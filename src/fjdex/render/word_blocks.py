"""The tree of a bulletin, written node by node into a document for Word. Needs python-docx."""

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt

from fjdex.messages import Voice
from fjdex.render.markup import Picture, Writing, address, said, versions_said
from fjdex.render.word_fonts import signs_lacking
from fjdex.render.word_layout import LINK, PICTURE, close_up, element
from fjdex.render.word_lists import Lists
from fjdex.render.word_pictures import Piece, add_picture, parted
from fjdex.render.word_tables import add_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run
    from markdown_it.tree import SyntaxTreeNode as Node

_DEEPEST_HEADING = 6
# What does not begin a page without the words above it.
_HELD = frozenset({"table", "hr"})


@dataclass(frozen=True, slots=True)
class Manner:
    """How a piece of text is written: heavy, slanted, or as a link to somewhere."""

    strong: bool = False
    em: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class _Item:
    """The list that a paragraph stands in: its number in the document, and how deep it is."""

    number: int
    level: int


class Blocks:
    """Writes a bulletin into a document."""

    def __init__(self, document: "Document", writing: Writing, voice: Voice) -> None:
        self._document = document
        self._writing = writing
        self._voice = voice
        self._lists = Lists(document)
        self._under = writing.title
        self._last: Paragraph | None = None
        self._writers: Mapping[str, Callable[[Node], None]] = {
            "heading": self._heading,
            "paragraph": self._paragraph,
            "table": self._table,
            "bullet_list": self._list,
            "ordered_list": self._list,
        }

    def write(self) -> None:
        """Write all of it, and below it from which data it is."""
        nodes = self._writing.root.children
        signing = False
        for node, after in zip_longest(nodes, nodes[1:]):
            # A table is not parted from the words above it, nor who signs from what is signed.
            signing = signing or node.type == "hr"
            last = self._written(node)
            if last is not None and (signing or (after is not None and after.type in _HELD)):
                last.paragraph_format.keep_with_next = True
        for number, version in enumerate(versions_said(self._writing, self._voice)):
            paragraph = self._document.add_paragraph()
            paragraph.paragraph_format.space_before = Pt(0 if number else 12)
            self.run(paragraph, version, Manner())

    def _written(self, node: "Node") -> "Paragraph | None":
        """Write a node; answer the last paragraph of text or of a list in it."""
        self._last = None
        self._block(node)
        return self._last

    def _block(self, node: "Node") -> None:
        writer = self._writers.get(node.type)
        if writer is not None:
            writer(node)
        elif any(one.type in self._writers for one in node.children):
            for child in node.children:
                self._block(child)
        else:
            self._last = self._document.add_paragraph()
            self.run(self._last, said(node) or node.content, Manner())

    def _heading(self, node: "Node") -> None:
        self._under = said(node)
        level = min(int(node.tag[1:]), _DEEPEST_HEADING)
        self.inline(self._document.add_paragraph(style=f"Heading {level}"), node, Manner())

    def _paragraph(self, node: "Node") -> None:
        shown = node.children[0].children if node.children else []
        drawn = self._drawn(shown[0]) if len(shown) == 1 else None
        if drawn is not None:
            self._picture(drawn)
            return
        paragraph = self._last = self._document.add_paragraph()
        if self._voice.language == "zh":
            # Two characters, as every paragraph of a Chinese paper begins.
            indent = element("w:ind", firstLineChars="200", firstLine="480")
            paragraph._p.get_or_add_pPr().append(indent)  # noqa: SLF001 (none in the library)
        self.inline(paragraph, node, Manner())

    def _picture(self, picture: Picture) -> None:
        """Let a drawing stand alone, a long one in pieces between which a page may end."""
        pieces = list(parted(picture, self._voice))
        for number, piece in enumerate(pieces):
            paragraph = self._document.add_paragraph(style=PICTURE)
            close_up(paragraph, first=not number, last=number == len(pieces) - 1)
            add_picture(self._document, paragraph, piece, self._voice)

    def _drawn(self, node: "Node") -> Picture | None:
        """Answer the drawing of an image; None where some sign in it would be a box."""
        picture = self._writing.picture(node) if node.type == "image" else None
        return None if picture is None or signs_lacking([picture.svg]) else picture

    def _table(self, node: "Node") -> None:
        name = self._voice("pages.table", heading=self._under)
        add_table(self._document, node, name, self._cell)

    def _cell(self, paragraph: "Paragraph", node: "Node", strong: bool) -> None:  # noqa: FBT001
        self.inline(paragraph, node, Manner(strong=strong))

    def _list(self, node: "Node", level: int = 0) -> None:
        number = self._lists.number(node, level)
        for item in node.children:
            marked = True
            for child in item.children:
                if child.type in {"bullet_list", "ordered_list"}:
                    self._list(child, level + 1)
                elif child.type == "paragraph":
                    self._list_paragraph(child, _Item(number, level), marked=marked)
                    marked = False
                else:
                    self._block(child)

    def _list_paragraph(self, node: "Node", item: _Item, *, marked: bool) -> None:
        paragraph = self._last = self._document.add_paragraph(style="List Paragraph")
        self._lists.put(paragraph, item.number if marked else None, item.level)
        self.inline(paragraph, node, Manner())

    def inline(self, paragraph: "Paragraph", node: "Node", manner: Manner) -> None:
        """Write what stands in a paragraph, a heading or a cell."""
        for child in node.children:
            if child.type == "strong":
                self.inline(paragraph, child, replace(manner, strong=True))
            elif child.type == "em":
                self.inline(paragraph, child, replace(manner, em=True))
            elif child.type == "link":
                self.inline(paragraph, child, replace(manner, url=address(child) or ""))
            elif child.type == "hardbreak":
                paragraph.add_run().add_break(WD_BREAK.LINE)
            elif child.type == "image":
                self._image(paragraph, child, manner)
            elif child.children:
                self.inline(paragraph, child, manner)
            else:
                self.run(paragraph, said(child), manner)

    def _image(self, paragraph: "Paragraph", node: "Node", manner: Manner) -> None:
        picture = self._drawn(node)
        # Boxes in the place of words would say nothing: the words for the picture say it all.
        if picture is None:
            self.run(paragraph, said(node), manner)
        else:
            piece = Piece(picture.svg, picture.alt)
            add_picture(self._document, paragraph, piece, self._voice)

    def run(self, paragraph: "Paragraph", text: str, manner: Manner) -> None:
        """Write a piece of text in one manner; of nothing, nothing."""
        if not text:
            return
        run: Run = paragraph.add_run(text)
        # None is what the paragraph's style says: a heading may be heavy as it is.
        run.bold = manner.strong or None
        run.italic = manner.em or None
        if manner.url:
            run.style = LINK
            relation = paragraph.part.relate_to(
                manner.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
            link = element("w:hyperlink")
            link.set(qn("r:id"), relation)
            run._r.addprevious(link)  # noqa: SLF001 (the library makes no links)
            link.append(run._r)  # noqa: SLF001
        if self._voice.language == "zh":
            # Quotation marks and dots are then as wide as Chinese has them.
            fonts = run._r.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001
            fonts.set(qn("w:hint"), "eastAsia")
