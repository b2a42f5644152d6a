"""Words in braces that have no colon: the rest of a value with a comma in it, or a key without one.

To YAML `{note: 全省, 含平潭, value 15}` has three keys, two of them with nothing after them. Who
wrote it meant a text with a comma, and `value: 15`. That is told, and read as it was meant.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from fjdex.plan.findings import Finding, Place
from fjdex.plan.scalars import shown, visible
from fjdex.yamlio.flowslips import in_quotes
from fjdex.yamlio.nodes import Node, Scalar
from fjdex.yamlio.signs import MAX_SHOWN, NAMES, TEXTS

_colonless = re.compile(r"([a-z_]+)[ \t]+(\S.*)").fullmatch


def rejoined(nodes: Sequence[Node]) -> tuple[list[Node], list[Finding]]:
    """Answer the keys and values of a mapping in braces as they were meant, and what is told."""
    pairs = list(zip(nodes[::2], nodes[1::2], strict=True))
    if not any(_is_bare(key, value) for key, value in pairs):
        return list(nodes), []
    found = _Found(nodes)
    for key, value in pairs:
        if isinstance(key, Scalar) and _is_bare(key, value):
            found.take_bare(key, value)
        else:
            found.take(key, value)
    return found.nodes, [*found.told, *map(_parted, found.joined.values())]


def _is_bare(key: Node, value: Node) -> bool:
    """Whether a word has no colon: what stands for its value begins where the word ends."""
    if not isinstance(value, Scalar) or value.text or not value.plain:
        return False
    here = (key.place.end_line, key.place.end_column)
    return isinstance(key, Scalar) and here == (value.place.line, value.place.column)


class _Found:
    """Gathers what `rejoined` answers; `joined` holds keys with their values by where these are."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.nodes: list[Node] = []
        self.told: list[Finding] = []
        self.joined: dict[int, tuple[Scalar, Scalar]] = {}
        self._named = {node.text for node in nodes[::2] if isinstance(node, Scalar)}

    def take(self, key: Node, value: Node) -> None:
        self.nodes += [key, value]

    def take_bare(self, word: Scalar, nothing: Node) -> None:
        key, value = self.nodes[-2:] or (nothing, nothing)
        follows = isinstance(key, Scalar) and isinstance(value, Scalar) and value.text
        in_text = isinstance(key, Scalar) and key.text in TEXTS
        pair = _as_pair(word, self._named, in_text=in_text)
        if pair is not None:
            self.take(*pair)
            arguments = {"why": "key", "text": f"{pair[0].text}: {pair[1].text}"}
            self.told.append(Finding("yaml-syntax", word.place, arguments))
        elif isinstance(key, Scalar) and isinstance(value, Scalar) and follows:
            self._join(key, value, word)
        else:
            self.take(word, nothing)

    def _join(self, key: Scalar, value: Scalar, word: Scalar) -> None:
        at = len(self.nodes) - 1
        start, end = value.place, word.place
        near = (start.end_line, start.end_column + 1) == (end.line, end.column)
        text = value.text if value.plain or at in self.joined else in_quotes(value.text)
        whole = Place(start.file, start.line, start.column, end.end_line, end.end_column)
        said = f"{text},{'' if near else ' '}{word.text}"
        one = Scalar(said, value.plain, whole, lost=key.text not in TEXTS)
        self.nodes[at], self.joined[at] = one, (key, one)


def _as_pair(word: Scalar, named: set[str], *, in_text: bool) -> tuple[Scalar, Scalar] | None:
    """Answer key and value of a word that is a key that lacks its colon; None where it is none.

    After a text, where a word of English may be a key by chance, its value must look like one.
    """
    match = _colonless(word.text)
    if match is None or match[1] not in NAMES or match[1] in named:
        return None
    if in_text and not re.fullmatch(r"\S*[0-9]\S*", match[2]):
        return None
    place = word.place
    middle = place.column + len(match[1])
    first = replace(place, end_line=place.line, end_column=middle)
    rest = replace(place, column=place.column + match.start(2))
    return Scalar(match[1], plain=True, place=first), Scalar(match[2], plain=True, place=rest)


def _parted(entry: tuple[Scalar, Scalar]) -> Finding:
    key, value = entry
    if key.text in TEXTS:
        quoted = in_quotes(value.text) if len(value.text) <= MAX_SHOWN else '"…"'
        arguments = {"why": "parted", "text": f"{key.text}: {quoted}"}
    else:
        text = visible(value.text[:MAX_SHOWN])
        arguments = {"why": "parted-value", "key": shown(key.text), "text": text}
    return Finding("yaml-syntax", value.place, arguments)
