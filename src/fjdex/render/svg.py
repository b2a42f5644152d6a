"""Drawings as they go into a page: nothing in them reaches out, nothing clashes.

In a page, a drawing's style would hold for everything, and its ids would be those of all.
"""

import re
from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree as ET

from fjdex.render.svg_css import local, rules, selectors, simple

SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_ACTIVE = frozenset({"script", "foreignObject", "image", "a", "animate", "set", "handler"})
_NAMING = frozenset({"aria-labelledby", "aria-describedby", "aria-label", "role", "id", "xmlns"})
_ids = re.compile(r"#([\w-]+)").sub


def inline_svg(text: str, name: str, alt: str) -> str:
    """Write a drawing as an element of a page; `name` is its own there, and begins its ids."""
    root = ET.fromstring(text)  # noqa: S314 (drawn by this program)
    return "".join(_Inlined(root, name).write(alt))


class _Inlined:
    """A drawing on its way into a page."""

    def __init__(self, root: ET.Element, name: str) -> None:
        self._root = root
        self._scope = f"#{name}"
        self._ids = {
            one.attrib["id"]: name if one is root else f"{name}-{one.attrib['id']}"
            for one in root.iter()
            if "id" in one.attrib
        }

    def write(self, alt: str) -> Iterator[str]:
        root = self._root
        # The page's own words for the picture stand in the place of all others.
        kept = {key: one for key, one in root.attrib.items() if key not in _NAMING}
        if "viewBox" not in kept and {"width", "height"} <= kept.keys():
            size = (kept[one].removesuffix("px") for one in ("width", "height"))
            kept["viewBox"] = " ".join(["0 0", *size])
        root.attrib.clear()
        root.attrib.update(kept)
        named = {"id": self._scope[1:], "role": "img", "aria-label": alt}
        said = "".join(f' {key}="{escape(one)}"' for key, one in named.items())
        return self._element(root, said)

    def _element(self, node: ET.Element, said: str = "") -> Iterator[str]:
        tag = node.tag.removeprefix(SVG)
        yield "".join([f"<{tag}", said, *self._attributes(node), ">"])
        if tag == "style":
            yield escape(self._scoped("".join(node.itertext())), quote=False)
        else:
            yield escape(node.text or "", quote=False)
            for child in node:
                if child.tag.startswith(SVG) and child.tag.removeprefix(SVG) not in _ACTIVE:
                    yield from self._element(child)
                yield escape(child.tail or "", quote=False)
        yield f"</{tag}>"

    def _attributes(self, node: ET.Element) -> Iterator[str]:
        for key, value in node.attrib.items():
            name = key.removeprefix(_XLINK)
            if name.startswith(("{", "on")) or (name == "href" and not value.startswith("#")):
                continue
            if name == "href":
                kept = "#" + self._renamed(value[1:])
            elif name == "id" or name.startswith("aria-"):
                kept = " ".join(map(self._renamed, value.split(" ")))
            else:
                kept = local(value, self._ids)
            yield f' {name}="{escape(kept)}"'

    def _renamed(self, id_: str) -> str:
        return self._ids.get(id_, id_)

    def _scoped(self, css: str) -> str:
        """Let a style hold inside this drawing only; what it would fetch is left out."""
        written = []
        for heading, body in rules(css):
            if heading.startswith(("@media", "@supports")):
                written.append(f"{heading}{{{self._scoped(body)}}}\n")
            elif not heading.startswith("@"):
                chosen = ",".join(map(self._inside, selectors(heading)))
                written.append(f"{chosen}{{{local(body, self._ids)}}}\n")
        return "".join(written)

    def _inside(self, selector: str) -> str:
        """Let a selector choose within this drawing, with whose outermost element it may begin."""
        renamed = _ids(lambda match: f"#{self._renamed(match[1])}", selector)
        first = (simple(renamed) or [""])[0]
        if first in {"svg", ":root", self._scope}:
            return self._scope + renamed.removeprefix(first)
        classes = self._root.get("class", "").split()
        outermost = first.startswith(".") and first[1:] in classes
        return self._scope + renamed if outermost else f"{self._scope} {renamed}"
