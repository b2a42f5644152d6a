"""Lists of a document for Word: each numbered one begins where it says. Needs python-docx."""

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from fjdex.render.word_layout import element

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph
    from markdown_it.tree import SyntaxTreeNode as Node

# Far from the numbers that the library's template takes.
_BULLETS, _NUMBERS = "900", "901"
_LEVELS = 9
_SIGNS = "•–·"
# In twentieths of a point: how much further in each level stands, and its number before it.
_STEP, _HANGING = 420, 420


class Lists:
    """The lists of one document."""

    def __init__(self, document: "Document") -> None:
        self._numbering = document.part.numbering_part.element
        lists = self._numbering.findall(qn("w:num"))
        for abstract in (_abstract(_BULLETS), _abstract(_NUMBERS)):
            # All that say how lists look stand before the lists themselves.
            lists[0].addprevious(abstract)
        self._last = max(int(one.get(qn("w:numId"))) for one in lists)
        self._bullets = self._add(_BULLETS)

    def number(self, node: "Node", level: int) -> int:
        """Answer the number of a list: all with bullets are one, each numbered one is its own."""
        if node.type == "bullet_list":
            return self._bullets
        begin = element("w:lvlOverride", ilvl=str(min(level, _LEVELS - 1)))
        begin.append(element("w:startOverride", val=str(node.attrs.get("start", 1))))
        return self._add(_NUMBERS, begin)

    def _add(self, abstract: str, *more: "BaseOxmlElement") -> int:
        self._last += 1
        made = element("w:num", numId=str(self._last))
        made.append(element("w:abstractNumId", val=abstract))
        made.extend(more)
        self._numbering.append(made)
        return self._last

    def put(self, paragraph: "Paragraph", number: int | None, level: int) -> None:
        """Let a paragraph be an item of a list; without a number it goes on below one."""
        level = min(level, _LEVELS - 1)
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 (the library makes no lists)
        if number is None:
            properties.append(element("w:ind", left=str(_indent(level))))
            return
        numbered = properties.get_or_add_numPr()
        numbered.get_or_add_ilvl().val = level
        numbered.get_or_add_numId().val = number


def _indent(level: int) -> int:
    return _STEP * level + _HANGING


def _abstract(id_: str) -> "BaseOxmlElement":
    abstract = element("w:abstractNum", abstractNumId=id_)
    abstract.append(element("w:multiLevelType", val="hybridMultilevel"))
    for level in range(_LEVELS):
        one = element("w:lvl", ilvl=str(level))
        kind, text = (
            ("bullet", _SIGNS[level % len(_SIGNS)])
            if id_ == _BULLETS
            else ("decimal", f"%{level + 1}.")
        )
        one.append(element("w:start", val="1"))
        one.append(element("w:numFmt", val=kind))
        one.append(element("w:lvlText", val=text))
        one.append(element("w:lvlJc", val="left"))
        place = element("w:pPr")
        place.append(element("w:ind", left=str(_indent(level)), hanging=str(_HANGING)))
        one.append(place)
        abstract.append(one)
    return abstract
