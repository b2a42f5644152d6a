"""A YAML text as a tree in which every key and value knows its place.

Scalars stay texts: what they mean is for the record's type to say, so `2025-13-30`, `007` and `no`
come through as written. The tree is built from the parser's events, one by one and without
recursion, so that a file cannot exhaust the stack, and what a data file must not use (anchors,
aliases, tags, merge keys, several documents, duplicate keys) is told, each at its place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NoReturn, Protocol

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from fjdex.plan.findings import Finding, Place
from fjdex.plan.scalars import shown
from fjdex.yamlio.mending import Placed, read_on
from fjdex.yamlio.scan import holds_forbidden, scan
from fjdex.yamlio.signs import TEXTS
from fjdex.yamlio.slips import slip

MAX_DEPTH = 32
# So many words and brackets are read of a file: ten times the largest plan, and a few seconds.
MAX_EVENTS = 2_000_000
# After so many features that are no features, a file is none of ours, and is read no further.
MAX_FINDINGS = 200
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """One word or text; `plain` where it is not quoted, so that `~` can mean nothing."""

    text: str
    plain: bool
    place: Place

    @property
    def value(self) -> str | None:
        """The text, or None where the file says that there is nothing."""
        return None if self.plain and self.text in _NULLS else self.text


@dataclass(frozen=True, slots=True)
class Items:
    """A sequence; `flow` where it stands in brackets."""

    items: tuple["Node", ...]
    place: Place
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping; of a key that stands twice only the first is kept, `flow` as for a sequence."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place
    flow: bool = False

    def get(self, key: str) -> tuple[Scalar, "Node"] | None:
        """Answer a key with its value, or None."""
        return next((entry for entry in self.entries if entry[0].text == key), None)


Node = Scalar | Items | Entries
Step = str | int


class _Mark(Protocol):
    line: int
    column: int


class _Event(Protocol):
    start_mark: _Mark
    end_mark: _Mark


@dataclass(slots=True)
class _Open:
    """A collection that is being read: what it holds so far."""

    mapping: bool
    flow: bool
    place: Place
    nodes: list[Node]


def compose(file: str, text: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """Answer the tree of a text and what is wrong with it; no tree where it cannot be read.

    An empty file, or one of comments alone, has no tree and nothing wrong with it.
    """
    refused = scan(file, text)
    if refused:
        return None, refused
    read = read_on(file, text, _composed)
    return read.root, tuple(read.findings)


def _composed(file: str, text: str, placed: Placed, *, pure: bool = False) -> "_Builder":
    builder = _Builder(file, placed)
    try:
        for event in _events(text, pure=pure):
            builder.take(event)
    except MarkedYAMLError as error:
        if not pure and _C_ONLY in str(error.problem) and len(text) <= _SLOW:
            return _composed(file, text, placed, pure=True)
        found = slip(file, text, error)
        builder.findings.append(replace(found, place=placed(found.place)))
        builder.failed = True
    except YAMLError:
        builder.findings.append(Finding("yaml-syntax", Place(file), {"why": "other"}))
        builder.failed = True
    except _Enough:
        builder.whole = False
    else:
        return builder
    builder.root = None
    return builder


# What the C parser refuses and YAML 1.2 allows: a colon within a bare word in braces, as in
# {url: http://x.cn}. The pure parser reads it, but forty times as slowly.
_C_ONLY = "found unexpected ':'"
_SLOW = 1024 * 1024


def _events(text: str, *, pure: bool) -> Iterator[_Event]:
    return iter(YAML(typ="safe", pure=pure).parse(text))


class _Enough(Exception):  # noqa: N818 (never leaves this module)
    """What is wrong has been told, and the rest of the file is not read."""


class _Builder:
    """Puts events together. One instance a text; `take` is called once for each event."""

    def __init__(self, file: str, placed: Placed) -> None:
        self.file = file
        self._placed = placed
        self.texts: list[Place] = []
        self.quoted: list[Place] = []
        self.whole, self.failed = True, False
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self._open: list[_Open] = []
        self._documents = 0
        self._events = 0

    @property
    def listed(self) -> bool:
        """Whether the text is a list, or nothing."""
        root = self.root
        return isinstance(root, Items | None) or (isinstance(root, Scalar) and root.value is None)

    def take(self, event: _Event) -> None:
        """Add one event."""
        name = type(event).__name__
        place = self._place(event.start_mark, event.end_mark)
        self._events += 1
        if self._events > MAX_EVENTS:
            arguments = {"limit": f"{MAX_EVENTS:,}", "why": "events"}
            self._refuse(Finding("file-too-large", place, arguments))
        if name == "ScalarEvent":
            self._add(self._scalar(event, place))
        elif name in {"MappingStartEvent", "SequenceStartEvent"}:
            self._begin(event, place, mapping=name == "MappingStartEvent")
        elif name in {"MappingEndEvent", "SequenceEndEvent"}:
            self._end(event)
        elif name == "AliasEvent":
            self._feature("alias", place)
            self._add(Scalar("~", plain=True, place=place))
        elif name == "DocumentStartEvent":
            self._document(event, place)

    def _document(self, event: _Event, place: Place) -> None:
        self._documents += 1
        if getattr(event, "version", None) or getattr(event, "tags", None):
            self._feature("directive", place)
        if self._documents == 2:  # noqa: PLR2004 (the second is one too many)
            self._feature("document", place)

    def _scalar(self, event: _Event, place: Place) -> Scalar:
        self._refuse_properties(event, place)
        text: str = getattr(event, "value", "")
        sign = holds_forbidden(text)
        if sign:
            self._tell(Finding("character-forbidden", place, {"sign": sign}))
        plain = not getattr(event, "style", None)
        if not plain:
            self.quoted.append(place)
        return Scalar(text, plain=plain, place=place)

    def _begin(self, event: _Event, place: Place, *, mapping: bool) -> None:
        self._refuse_properties(event, place)
        if len(self._open) == MAX_DEPTH:
            self._refuse(Finding("file-too-deep", Place(self.file), {"limit": str(MAX_DEPTH)}))
        flow = bool(getattr(event, "flow_style", False))
        self._open.append(_Open(mapping, flow, place, []))

    def _end(self, event: _Event) -> None:
        done = self._open.pop()
        end = self._place(event.start_mark, event.end_mark)
        start = done.place
        place = Place(self.file, start.line, start.column, end.end_line, end.end_column)
        if done.mapping:
            self._add(Entries(self._pairs(done.nodes), place, done.flow))
        else:
            self._add(Items(tuple(done.nodes), place, done.flow))

    def _pairs(self, nodes: Sequence[Node]) -> tuple[tuple[Scalar, Node], ...]:
        found: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._feature("key", _whole(key))
            elif key.plain and key.text == "<<":
                self._feature("merge", key.place)
            elif key.text in found:
                first = found[key.text][0].place
                arguments = {"key": shown(key.text), "first": str(first.line)}
                self._tell(Finding("key-duplicated", key.place, arguments))
            else:
                found[key.text] = (key, value)
                if key.text in TEXTS and isinstance(value, Scalar) and value.plain:
                    self.texts.append(value.place)
        return tuple(found.values())

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].nodes.append(node)
        elif self._documents == 1:
            self.root = node

    def _refuse_properties(self, event: _Event, place: Place) -> None:
        if getattr(event, "anchor", None):
            self._feature("anchor", place)
        if getattr(event, "tag", None):
            self._feature("tag", place)

    def _feature(self, feature: str, place: Place) -> None:
        self._tell(Finding("yaml-feature", place, {"feature": feature}))

    def _tell(self, finding: Finding) -> None:
        self.findings.append(finding)
        if len(self.findings) == MAX_FINDINGS:
            raise _Enough

    def _refuse(self, finding: Finding) -> NoReturn:
        self.findings.append(finding)
        raise _Enough

    def _place(self, start: _Mark, end: _Mark) -> Place:
        read = Place(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        return self._placed(read)


def find(node: Node | None, path: Sequence[Step], *, key: bool = False) -> Place | None:
    """Answer the place of what a path of keys and indices leads to; with `key`, of the last key.

    Where the path breaks off, the place of the last thing that is there.
    """
    if node is None:
        return None
    place = _start(node)
    for number, step in enumerate(path):
        if isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            place = _start(node)
            continue
        entry = node.get(str(step)) if isinstance(node, Entries) else None
        if entry is None:
            return place
        last = number == len(path) - 1
        node = entry[1]
        place = entry[0].place if key and last else _whole(node)
    return place


def _start(node: Node) -> Place:
    """Point at a record by its first key: the whole of it may be forty lines."""
    if isinstance(node, Entries) and node.entries:
        return node.entries[0][0].place
    return _whole(node)


def _whole(node: Node) -> Place:
    """Answer a node's place; of a collection of several lines where it begins."""
    place = node.place
    if isinstance(node, Scalar) or place.end_line == place.line:
        return place
    return Place(place.file, place.line, place.column, place.line, place.column + 1)
