"""Words in braces that have no colon: the rest of a value with a comma in it, or a key without one.

To YAML `{note: 全省, 含平潭, value 15}` has three keys, two of them with nothing after them. Who
wrote it meant a text with a comma, and `value: 15`. That is told, and read as it was meant.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fjdex.plan.findings import Finding, Place
from fjdex.plan.scalars import shown, visible
from fjdex.plan.vocabulary import key_meant
from fjdex.yamlio.edits import HOLE
from fjdex.yamlio.lines import in_quotes
from fjdex.yamlio.nodes import Node, Scalar
from fjdex.yamlio.signs import MAX_SHOWN, NAMES, TEXTS

# A single word in braces may be anything.
_MANY = 2
_with_sign = re.compile(r"(\w+)[ \t]*([:：])[ \t]*(\S.*)").fullmatch
_with_equals = re.compile(r"([a-z_]+)[ \t]*([=＝])[ \t]*([^\s=].*)").fullmatch
_colonless = re.compile(r"([a-z_]+)[ \t]+(\S.*)").fullmatch


def rejoined(nodes: Sequence[Node], *, listed: bool) -> tuple[Sequence[Node], Sequence[Finding]]:
    """Answer the keys and values of a mapping in braces as they were meant, and what is told.

    `listed` says that it is an entry of a list, where nothing but a mapping belongs.
    """
    if not any([isinstance(value, Scalar) and not value.text for value in nodes[1::2]]):  # noqa: C419 (quicker)
        return nodes, ()
    told = _keyless(nodes) if listed else None
    if told:
        lost = Scalar(HOLE, plain=True, place=nodes[0].place, lost=True)
        return (lost, lost), (told,)
    found = _Found(nodes)
    for key, value in zip(nodes[::2], nodes[1::2], strict=True):
        if isinstance(key, Scalar) and _is_bare(key, value):
            found.take_bare(key, value)
        else:
            found.take(key, value)
    return found.nodes, [*_together(found.told), *map(_parted, found.joined.values())]


def _keyless(nodes: Sequence[Node]) -> Finding | None:
    """Answer that values stand where keys belong, in all of a mapping."""
    keys = list(nodes[::2])
    pairs = zip(keys, nodes[1::2], strict=True)
    if len(keys) < _MANY or not all(_is_bare(key, value) for key, value in pairs):
        return None
    words = [key.text if isinstance(key, Scalar) else "" for key in keys]
    if any(key_meant(word.split()[0], NAMES) or re.search("[:：=＝]", word) for word in words):
        return None
    first, last = keys[0].place, keys[-1].place
    place = replace(first, end_line=last.end_line, end_column=last.end_column)
    return Finding("yaml-syntax", place, {"why": "keyless", "text": "{key: value, …}"})


def _together(told: Sequence[Finding]) -> Iterator[Finding]:
    """Answer findings of one kind as one at the first of them, with all that is to be typed."""
    kinds: dict[str, list[Finding]] = {}
    for one in told:
        kinds.setdefault(one.arguments.get("why", "") or one.code, []).append(one)
    for own in kinds.values():
        texts = [one.arguments["text"] for one in own if "text" in one.arguments]
        said = ", ".join(texts)
        if len(own) == 1 or len(texts) < len(own) or len(said) > MAX_SHOWN:
            yield from own
        else:
            yield replace(own[0], arguments={**own[0].arguments, "text": said})


def records(nodes: Sequence[Node]) -> list[Sequence[Node]]:
    """Answer the records that a list's entry of several lines holds: where a dash is missing, two.

    A record begins where the key with which the first began stands again, and others after it do.
    """
    keys = _keys(nodes)
    if len(keys) < 2 or keys.count(keys[0]) == 1:  # noqa: PLR2004 (two could be two)
        return [nodes]
    starts = [0]
    for at, key in enumerate(keys):
        before = keys[starts[-1] : at]
        if key == keys[0] and key and len(set(keys[at:]) & set(before)) > 1:
            starts.append(at)
    ends = [*starts[1:], len(keys)]
    return [nodes[2 * start : 2 * end] for start, end in zip(starts, ends, strict=True)]


def headless(nodes: Sequence[Node]) -> list[Sequence[Node]]:
    """Answer the records that an entry holds where the first line of all but one was lost.

    Such a record begins with the key that stood second in the one before it, and repeats another.
    """
    keys = _keys(nodes)
    starts = [0]
    for at, key in enumerate(keys):
        again = key and starts[-1] + 1 < at and key == keys[1]
        if again and len(set(keys[at:]) & set(keys[starts[-1] : at])) > 1:
            starts.append(at)
    ends = [*starts[1:], len(keys)]
    return [nodes[2 * start : 2 * end] for start, end in zip(starts, ends, strict=True)]


def _keys(nodes: Sequence[Node]) -> list[str]:
    return [node.text if isinstance(node, Scalar) else "" for node in nodes[::2]]


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
        follows = isinstance(value, Scalar) and value.text and not _in_print(value.text)
        in_text = isinstance(key, Scalar) and key.text in TEXTS
        other = isinstance(key, Scalar) and _begins_other(word.text, key.text)
        pair = _as_pair(word, self._named, in_text=in_text and not other)
        if pair is not None:
            self.take(*pair)
            arguments = {"why": "key", "text": f"{pair[0].text}: {pair[1].text}"}
            self.told.append(Finding("yaml-syntax", word.place, arguments))
        elif word.text in NAMES:
            self.take(word, nothing)
        elif (match := _with_sign(word.text)) and key_meant(match[1], NAMES):
            self._take_with_sign(word, match, nothing)
        elif (match := _with_equals(word.text)) and match[1] in NAMES - self._named:
            self._take_with_equals(word, match)
        elif isinstance(key, Scalar) and isinstance(value, Scalar) and follows:
            self._join(key, value, word)
        else:
            self.take(word, nothing)

    def _take_with_sign(self, word: Scalar, match: re.Match[str], nothing: Node) -> None:
        """Take a key that has a colon which is none to YAML; of the format's keys `signs` tells."""
        if match[1] in NAMES and word.plain:
            self.take(word, nothing)
            return
        if match[1] in NAMES:
            self.take(*_cut(word, match.end(1), match.start(3)))
            self.told.append(
                Finding("yaml-syntax", word.place, {"why": "quoted-pair", "text": word.text})
            )
            return
        key, value = _cut(word, match.end(1), match.start(3))
        self.take(key, value)
        place = replace(key.place, column=key.place.column + match.start(2), end_column=0)
        place = replace(place, end_column=place.column + 1)
        arguments = {"sign": "：", "plain": ":", "why": "", "near": ""}
        self.told.append(Finding("sign-fullwidth", place, arguments))

    def _take_with_equals(self, word: Scalar, match: re.Match[str]) -> None:
        key, value = _cut(word, match.end(1), match.start(3))
        self.take(key, value)
        place = replace(key.place, column=key.place.column + match.start(2))
        place = replace(place, end_column=place.column + 1)
        arguments = {"why": "equals", "text": f"{match[1]}: {match[3]}"}
        self.told.append(Finding("yaml-syntax", place, arguments))

    def _join(self, key: Scalar, value: Scalar, word: Scalar) -> None:
        at = len(self.nodes) - 1
        start, end = value.place, word.place
        near = (start.end_line, start.end_column + 1) == (end.line, end.column)
        text = value.text if value.plain or at in self.joined else in_quotes(value.text)
        whole = Place(start.file, start.line, start.column, end.end_line, end.end_column)
        said = f"{text},{'' if near else ' '}{word.text}"
        one = Scalar(said, value.plain, whole, lost=key.text not in TEXTS)
        self.nodes[at], self.joined[at] = one, (key, one)


def _begins_other(text: str, language: str) -> bool:
    """Whether a word begins with the other of the two languages in which a text stands."""
    other = {"zh": "en ", "en": "zh "}.get(language, "")
    return bool(other) and text.startswith(other)


def _in_print(text: str) -> bool:
    """Whether a text begins with a quote of print that only a later word closes: `signs` tells."""
    return text.startswith("“") and "”" not in text


def _as_pair(word: Scalar, named: set[str], *, in_text: bool) -> tuple[Scalar, Scalar] | None:
    """Answer key and value of a word that is a key that lacks its colon; None where it is none.

    After a text, where a word of English may be a key by chance, its value must look like one.
    """
    match = _colonless(word.text)
    if match is None or match[1] not in NAMES or match[1] in named:
        return None
    if in_text and not re.fullmatch(r"\S*[0-9]\S*", match[2]):
        return None
    return _cut(word, match.end(1), match.start(2))


def _cut(word: Scalar, end: int, start: int) -> tuple[Scalar, Scalar]:
    """Cut a word into a key up to an index and a value from another.

    Where the word goes over several lines, nobody can say at which sign of them: both have its
    place.
    """
    first = rest = place = word.place
    if place.line == place.end_line:
        first = replace(place, end_line=place.line, end_column=place.column + end)
        rest = replace(place, column=place.column + start)
    return Scalar(word.text[:end], True, first), Scalar(word.text[start:], True, rest)  # noqa: FBT003


def _parted(entry: tuple[Scalar, Scalar]) -> Finding:
    key, value = entry
    if key.text in TEXTS:
        quoted = in_quotes(value.text) if len(value.text) <= MAX_SHOWN else '"…"'
        arguments = {"why": "parted", "text": f"{key.text}: {quoted}"}
    else:
        text = visible(value.text[:MAX_SHOWN])
        arguments = {"why": "parted-value", "key": shown(key.text), "text": text}
    return Finding("yaml-syntax", value.place, arguments)
