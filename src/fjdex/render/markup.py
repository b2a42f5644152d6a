"""A finished bulletin, read back from its Markdown as a tree that a page or a document is made of.

What stands in the tree is text of the data: whoever writes it out escapes it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fjdex.messages import Voice
from fjdex.plan.failures import Failure
from fjdex.render.folding import cells
from fjdex.yamlio.nodes import Entries, Scalar
from fjdex.yamlio.tree import compose

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode as Node

_FENCE = "---\n"
_END = "\n---\n"
# What no XML and no page may hold.
_illegal = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]").sub
_web = re.compile(r"https?://", re.IGNORECASE).match
_between_words = re.compile(r"[\W_]+").sub
_unbroken = re.compile(r"[^\s\u2e80-\uffff]+").findall
_days = re.compile(
    r"((?<![0-9])[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?(?![0-9])|年[0-9]{1,2}月(?:[0-9]{1,2}日)?))"
).split
# Where programs for documents leave a gap: between Chinese and what it stands with.
_gaps = re.compile(
    r"(?<=[0-9A-Za-z])(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])(?=[0-9A-Za-z])"
).findall
# Wider than this in half-width columns, a column may fold.
_TIGHT = 17
# So wide are columns that fold, if there is room: five Chinese characters, as in a rating.
_FOLDING = 11


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that the text shows: what it says, and its drawing."""

    alt: str
    svg: str


@dataclass(frozen=True, slots=True)
class Writing:
    """A bulletin read back: what it says of itself, its tree, and the drawings it may show."""

    front: Mapping[str, str]
    root: "Node"
    drawings: Mapping[str, str]

    @property
    def title(self) -> str:
        """Its title, or else its first heading."""
        first = (said(one) for one in self.root.children if one.type == "heading")
        return self.front.get("title") or next(first, "")

    def picture(self, node: "Node") -> Picture | None:
        """Answer the picture of an image, or None where nobody drew it."""
        svg = self.drawings.get(str(node.attrs.get("src", "")))
        return None if svg is None else Picture(said(node), svg)


def read(markdown: str, pictures: Mapping[str, str], extra: str) -> Writing:
    """Read a bulletin; `extra` is what to install where the library is missing."""
    try:
        from markdown_it import MarkdownIt  # noqa: PLC0415 (only here)
        from markdown_it.tree import SyntaxTreeNode  # noqa: PLC0415 (only here)
    except ImportError as missing:
        raise Failure("extra-missing", name=extra) from missing
    front, body = _parted(_illegal("\ufffd", markdown))
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    drawings = {parser.normalizeLink(path): svg for path, svg in pictures.items()}
    return Writing(front, SyntaxTreeNode(parser.parse(body)), drawings)


def _parted(text: str) -> tuple[dict[str, str], str]:
    """Part the front matter from what it stands before."""
    end = text.find(_END, len(_FENCE) - 1) if text.startswith(_FENCE) else -1
    if end < 0:
        return {}, text
    tree, findings = compose("", text[len(_FENCE) : end + 1])
    if findings or not isinstance(tree, Entries):
        return {}, text
    pairs = ((key.text, node) for key, node in tree.entries)
    front = {key: node.value or "" for key, node in pairs if isinstance(node, Scalar)}
    return front, text[end + len(_END) :]


def versions_said(writing: Writing, voice: Voice) -> list[str]:
    """Say of which data a bulletin is, and of which templates where a team has its own."""
    named = ((key, writing.front.get(key, "")) for key in ("data", "templates"))
    return [voice(f"pages.{key}", digest=digest) for key, digest in named if digest]


def said(node: "Node") -> str:
    """Answer the text of a node without its markup."""
    if node.type in {"text", "code_inline"}:
        return node.content
    if node.type in {"softbreak", "hardbreak"}:
        return " "
    return "".join(map(said, node.children))


def address(link: "Node") -> str | None:
    """Answer where a link leads, or None where that is not a page of the web."""
    url = str(link.attrs.get("href", ""))
    return url if _web(url) else None


def anchors(root: "Node") -> Iterator[tuple["Node", str]]:
    """Answer each heading with a name of its own, which lasts as long as its words."""
    taken: set[str] = set()
    for node in root.children:
        if node.type == "heading":
            plain = _between_words("-", said(node).lower()).strip("-") or "section"
            name, number = plain, 1
            while name in taken:
                number += 1
                name = f"{plain}-{number}"
            taken.add(name)
            yield node, name


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows of cells, the head first, and how much its columns hold.

    `natural` is how wide a column would be, `least` how narrow it is still read, `words` how wide
    its longest word is, and `held` how much stands in all its cells: in half-width columns. `gaps`
    is how much more a short one takes where Chinese and digits are set apart.
    """

    rows: tuple[tuple["Node", ...], ...]
    natural: tuple[int, ...]
    least: tuple[int, ...]
    words: tuple[int, ...]
    held: tuple[int, ...]
    gaps: tuple[int, ...]

    @property
    def tight(self) -> frozenset[int]:
        """The columns that are short enough never to fold."""
        return frozenset(at for at, width in enumerate(self.natural) if width <= _TIGHT)

    def widths(self, room: int) -> list[int]:
        """Share out so much room: whoever holds most gets more, and words break last."""
        spaced = tuple(map(sum, zip(self.least, self.gaps, strict=True)))
        roomy = (self._roomy(spaced, least) for least in range(_FOLDING, 0, -1))
        fitting = (one for one in (*roomy, self.least, self.words) if sum(one) <= room)
        start = next(fitting, None)
        if start is None:
            return [max(1, one * room // sum(self.words)) for one in self.words]
        widths, columns = list(start), range(len(start))

        def wanting(at: int) -> tuple[bool, float]:
            # Once all have what they would take, each gets more in its measure.
            short = widths[at] < self.natural[at]
            return short, (self.held if short else self.natural)[at] / widths[at]

        for _ in range(room - sum(widths)):
            widths[max(columns, key=wanting)] += 1
        return widths

    def _roomy(self, widths: Sequence[int], least: int) -> tuple[int, ...]:
        """Answer columns that fold in some width at least."""
        columns = enumerate(widths)
        return tuple(one if at in self.tight else max(one, least) for at, one in columns)


def grid(table: "Node") -> Grid:
    """Measure a table."""
    rows = tuple(tuple(row.children) for part in table.children for row in part.children)
    columns = list(zip(*(tuple(map(said, row)) for row in rows), strict=True))
    sizes = [tuple(map(cells, texts)) for texts in columns]
    # Some letters are wider than half a Chinese one, so all have one column to spare.
    natural = tuple(max(one) + 1 for one in sizes)
    words = tuple(
        1 + max(map(cells, (*_unbroken(" ".join(texts)), *_whole_days(texts))), default=1)
        for texts in columns
    )
    heads = (max(map(cells, texts[0].split()), default=0) + 1 for texts in columns)
    least = (
        width if width <= _TIGHT else max(word, min(head, _TIGHT))
        for width, word, head in zip(natural, words, heads, strict=True)
    )
    # Two gaps are as wide as one half-width letter.
    unfolded = (
        texts if width <= _TIGHT else _whole_days(texts)
        for texts, width in zip(columns, natural, strict=True)
    )
    spare = tuple(-(-max((len(_gaps(one)) for one in texts), default=0) // 2) for texts in unfolded)
    return Grid(rows, natural, tuple(least), words, tuple(map(sum, sizes)), spare)


def by_days(text: str) -> Iterator[tuple[str, bool]]:
    """Part a text at its days, which are not to be broken; the flag says what is one."""
    for at, part in enumerate(_days(text)):
        if part:
            yield part, at % 2 == 1


def _whole_days(texts: Iterable[str]) -> list[str]:
    """Answer those of some texts that are nothing but a day."""
    return [text for text in texts if list(by_days(text)) == [(text, True)]]


def to_right(cell: "Node") -> bool:
    """Whether a cell stands in a column of numbers."""
    return "right" in str(cell.attrs.get("style", ""))
