"""Long drawings in pieces between which a page may end, so that none is left half empty.

A drawing says itself where it may be parted. Each piece is a drawing of its own, with the style of
the whole and only what lies within it.
"""

import copy
import re
from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree as ET

from fjdex.render.chart_canvas import BREAKS
from fjdex.render.svg import SVG

# About how much of its width a piece is high: a few rows of bars.
_PIECE = 0.32
# What is of no place: names, styles, what shapes are filled with.
_EVERYWHERE = frozenset({"title", "desc", "style", "defs"})
# How far letters reach above and below the line on which they stand.
_ABOVE, _BELOW = 12, 4
_places = re.compile(r"(-?[0-9.]+) (-?[0-9.]+)").findall


def pieces_of(svg: str) -> list[str]:
    """Answer a drawing in pieces; one that is not higher than wide, or says of no break, whole."""
    root = ET.fromstring(svg)  # noqa: S314 (drawn by this program)
    breaks = [float(one) for one in root.attrib.pop(BREAKS, "").split()]
    width, height = (float(root.get(one, "0").removesuffix("px")) for one in ("width", "height"))
    if not breaks or height <= width:
        return [svg]
    for node in root.iter():
        node.tag = node.tag.removeprefix(SVG)
    root.set("xmlns", SVG[1:-1])
    return [_piece(root, width, *ends) for ends in pairwise(_ends(breaks, width, height))]


def _ends(breaks: list[float], width: float, height: float) -> Iterator[float]:
    """Answer where the pieces end: at the last break before they grow too high."""
    end = 0.0
    yield end
    for here, after in pairwise([*breaks, height]):
        if after - end > width * _PIECE:
            end = here
            yield end
    yield height


def _piece(root: ET.Element, width: float, top: float, bottom: float) -> str:
    piece = ET.Element(root.tag, root.attrib)
    piece.set("height", f"{bottom - top:g}")
    piece.set("viewBox", f"0 {top:g} {width:g} {bottom - top:g}")
    piece.extend(copy.deepcopy(one) for one in root if _lies(one, top, bottom))
    return ET.tostring(piece, encoding="unicode")


def _lies(node: ET.Element, top: float, bottom: float) -> bool:
    """Whether something of a shape lies between two heights."""
    if node.tag in _EVERYWHERE:
        return True
    heights = _heights(node)
    return not heights or (min(heights) < bottom and max(heights) > top)


def _heights(node: ET.Element) -> list[float]:
    """Answer the heights from which to which a shape goes; of another, none."""
    if node.tag == "path":
        return [float(y) for _, y in _places(node.get("d", ""))]
    if node.tag == "text":
        y = float(node.get("y", "0"))
        return [y - _ABOVE, y + _BELOW]
    if node.tag == "rect":
        y = float(node.get("y", "0"))
        return [y, y + float(node.get("height", "0"))]
    return []
