"""Drawings as they go into a document: every shape says itself how it looks.

What draws a document knows no style sheets, or only the simplest; and paper is never dark.
"""

import copy
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from fjdex.render.svg import SVG
from fjdex.render.svg_css import declarations, rules, selectors, simple, weight

_NAMESPACE = SVG[1:-1]
# What makes the bitmap takes fonts by their names only, and leaves out texts that none is for.
_GENERIC = "sans-serif"
FOUND_MOST = "WenQuanYi Zen Hei, Droid Sans Fallback, Arial, Liberation Sans, DejaVu Sans"


def still_svg(text: str) -> str:
    """Answer a drawing without a style sheet, looking as it does on light ground."""
    root = ET.fromstring(text)  # noqa: S314 (drawn by this program)
    for node in root.iter():
        node.tag = node.tag.removeprefix(SVG)
    sheets = root.findall(".//style")
    chosen = list(_chosen("".join(one.text or "" for one in sheets)))
    _apply(root, [], chosen)
    for parent in list(root.iter()):
        for sheet in parent.findall("style"):
            parent.remove(sheet)
    _lay_halos_under(root)
    for node in root.iter():
        fonts = node.get("font-family", "")
        if fonts.endswith(_GENERIC):
            node.set("font-family", f"{fonts.removesuffix(_GENERIC)}{FOUND_MOST}, {_GENERIC}")
    root.set("xmlns", _NAMESPACE)
    return ET.tostring(root, encoding="unicode")


def _lay_halos_under(root: ET.Element) -> None:
    """Draw what is outlined first and filled over it twice: few know how to do both at once."""
    for parent in list(root.iter()):
        for at, node in reversed(list(enumerate(parent))):
            if node.attrib.pop("paint-order", "") == "stroke":
                filled = copy.deepcopy(node)
                for name in [one for one in filled.attrib if one.startswith("stroke")]:
                    del filled.attrib[name]
                node.tail = None
                parent.insert(at + 1, filled)


Chosen = tuple[list[str], list[tuple[str, str]]]


def _chosen(css: str) -> Iterator[Chosen]:
    """Answer selectors with what they ask for, the weaker first."""
    found = [
        (strength, selector.split(), list(declarations(body)))
        for heading, body in rules(css)
        if not heading.startswith("@")
        for selector in selectors(heading)
        if (strength := weight(selector)) is not None
    ]
    # Of two that are as strong, the later holds: sorting leaves them in their order.
    for _, compounds, asked in sorted(found, key=lambda one: one[0]):
        yield compounds, asked


def _apply(node: ET.Element, above: list[ET.Element], chosen: list[Chosen]) -> None:
    for compounds, asked in chosen:
        if _fits(node, compounds[-1]) and _lies(above, compounds[:-1]):
            node.attrib.update(asked)
    for child in node:
        _apply(child, [*above, node], chosen)


def _lies(above: list[ET.Element], compounds: list[str]) -> bool:
    """Whether an element lies within what the compounds choose, one within the other."""
    wanted = list(compounds)
    for node in reversed(above):
        if wanted and _fits(node, wanted[-1]):
            wanted.pop()
    return not wanted


def _fits(node: ET.Element, compound: str) -> bool:
    classes = node.get("class", "").split()
    return all(
        part[1:] in classes
        if part.startswith(".")
        else part[1:] == node.get("id")
        if part.startswith("#")
        else part == node.tag
        for part in simple(compound)
    )
