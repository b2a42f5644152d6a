"""The bulletin as one page that needs nothing beside itself: no network, no script, no file.

Everything that the data says is escaped here, and only addresses of the web become links.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from fjdex.messages import Voice
from fjdex.plan.words import Language
from fjdex.render.markup import (
    Writing,
    address,
    anchors,
    by_days,
    grid,
    read,
    said,
    to_right,
    versions_said,
)
from fjdex.render.svg import inline_svg
from fjdex.render.svg_pieces import pieces_of

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode as Node

LANGUAGE_TAGS: Mapping[Language, str] = {"zh": "zh-CN", "en": "en-GB"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_SAME = {"strong": "strong", "em": "em", "blockquote": "blockquote", "list_item": "li"}
_LISTED = ("h2", "h3")
_MIDDLING, _WIDE = 4, 6


def html_page(markdown: str, pictures: Mapping[str, str], language: Language) -> str:
    """Write a bulletin as a page, with the drawings (by the paths that it names) inside it."""
    writing = read(markdown, pictures, "html")
    page = _Page(writing, Voice(language))
    body = [page.block(node) for node in writing.root.children]
    # The contents stand below the title, above the first section.
    after = next((at for at, one in enumerate(body) if one.startswith("<h1")), -1) + 1
    versions = "<br>\n".join(map(escape, versions_said(writing, page.voice)))
    return "\n".join(
        filter(
            None,
            [
                "<!DOCTYPE html>",
                f'<html lang="{LANGUAGE_TAGS[language]}">',
                _head(writing),
                "<body>",
                "<main>",
                *body[:after],
                page.contents(),
                *body[after:],
                "</main>",
                f"<footer>{versions}</footer>" if versions else "",
                "</body>",
                "</html>\n",
            ],
        )
    )


def _head(writing: Writing) -> str:
    style = files("fjdex.render").joinpath("page.css").read_text("utf-8")
    names = {"viewport": "width=device-width, initial-scale=1", "referrer": "no-referrer"}
    asked = {f"fjdex:{key}": value for key, value in writing.front.items() if key != "title"}
    metas = [
        f'<meta name="{escape(name)}" content="{escape(value)}">'
        for name, value in {**names, **asked}.items()
    ]
    return "\n".join(
        [
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            *metas,
            f"<title>{escape(writing.title)}</title>",
            f"<style>\n{style}</style>",
            "</head>",
        ]
    )


class _Page:
    """Writes the tree of a bulletin node by node."""

    def __init__(self, writing: Writing, voice: Voice) -> None:
        self.writing = writing
        self.voice = voice
        self._named = [(node, name) for node, name in anchors(writing.root)]
        self._names = {id(node): name for node, name in self._named}
        self._under = writing.title
        self._drawn = 0
        wrapped = {kind: partial(self._wrapped, tag) for kind, tag in _SAME.items()}
        self._writers: Mapping[str, Callable[[Node], str]] = {
            **wrapped,
            "heading": self._heading,
            "paragraph": self._paragraph,
            "bullet_list": partial(self._wrapped, "ul", between="\n"),
            "ordered_list": self._numbered,
            "table": self._table,
            "image": self._image,
            "link": self._link,
            "code_inline": lambda node: f"<code>{escape(node.content)}</code>",
            "code_block": lambda node: f"<pre>{escape(node.content)}</pre>",
            "fence": lambda node: f"<pre>{escape(node.content)}</pre>",
            "text": self._text,
            "softbreak": lambda _: "\n",
            "hardbreak": lambda _: "<br>\n",
            "hr": lambda _: "<hr>",
            "inline": self._inside,
        }

    def block(self, node: "Node") -> str:
        """Write one node with all that is in it; what is not known is text."""
        writer = self._writers.get(node.type)
        return escape(said(node) or node.content) if writer is None else writer(node)

    def contents(self) -> str:
        """Write the contents: the sections, each with where it stands."""
        entries = [
            f'<li class="level-{node.tag[1]}">'
            f'<a href="#{escape(name)}">{escape(said(node))}</a></li>'
            for node, name in self._named
            if node.tag in _LISTED
        ]
        if not entries:
            return ""
        heading = escape(self.voice("pages.contents"))
        return "\n".join(
            [
                f'<nav aria-label="{heading}">',
                f"<h2>{heading}</h2>",
                "<ol>",
                *entries,
                "</ol>\n</nav>",
            ]
        )

    def _inside(self, node: "Node", between: str = "") -> str:
        return between.join(map(self.block, node.children))

    def _text(self, node: "Node") -> str:
        parts = by_days(node.content)
        return "".join(
            f'<span class="day">{part}</span>' if day else escape(part) for part, day in parts
        )

    def _wrapped(self, tag: str, node: "Node", between: str = "") -> str:
        return f"<{tag}>{between}{self._inside(node, between)}{between}</{tag}>"

    def _heading(self, node: "Node") -> str:
        self._under = said(node)
        name = self._names.get(id(node))
        named = f' id="{escape(name)}"' if name else ""
        return f"<{node.tag}{named}>{self._inside(node)}</{node.tag}>"

    def _paragraph(self, node: "Node") -> str:
        inside = self._inside(node)
        # In a list whose items are not set apart, a paragraph is the item itself.
        return inside if node.hidden else f"<p>{inside}</p>"

    def _numbered(self, node: "Node") -> str:
        start = node.attrs.get("start")
        begin = f'<ol start="{int(start)}">' if start is not None else "<ol>"
        return f"{begin}\n{self._inside(node, chr(10))}\n</ol>"

    def _link(self, node: "Node") -> str:
        url = address(node)
        inside = self._inside(node)
        return f'<a href="{escape(url)}" rel="noreferrer">{inside}</a>' if url else inside

    def _image(self, node: "Node") -> str:
        picture = self.writing.picture(node)
        if picture is None:
            return escape(said(node))
        first, *others = pieces_of(picture.svg)
        more = (self._drawing(one, self.voice("pages.continued"), " more") for one in others)
        return "".join([self._drawing(first, picture.alt), *more])

    def _drawing(self, svg: str, alt: str, more: str = "") -> str:
        self._drawn += 1
        # No heading's name has a low line in it.
        drawing = inline_svg(svg, f"picture_{self._drawn}", alt)
        return f'<span class="picture{more}">{drawing}</span>'

    def _table(self, node: "Node") -> str:
        measured = grid(node)
        columns = len(measured.natural)
        width = " wide" if columns >= _WIDE else " middling" if columns >= _MIDDLING else ""
        name = escape(self.voice("pages.table", heading=self._under))
        head, *rows = measured.rows
        body = [self._row(row, measured.tight) for row in rows]
        return "\n".join(
            [
                f'<div class="table{width}" role="region" tabindex="0" aria-label="{name}">',
                "<table>",
                f"<thead>\n{self._row(head, measured.tight)}\n</thead>",
                *(["<tbody>", *body, "</tbody>"] if body else []),
                "</table>",
                "</div>",
            ]
        )

    def _row(self, cells: Iterable["Node"], tight: frozenset[int]) -> str:
        written = []
        for at, cell in enumerate(cells):
            kinds = [("number", to_right(cell)), ("tight", at in tight)]
            chosen = " ".join(name for name, holds in kinds if holds)
            marked = f' class="{chosen}"' if chosen else ""
            tag, scope = (
                ("th", ' scope="col"')
                if cell.type == "th"
                else ("th", ' scope="row"')
                if at == 0
                else ("td", "")
            )
            written.append(f"<{tag}{scope}{marked}>{self._inside(cell)}</{tag}>")
        return f"<tr>{''.join(written)}</tr>"
