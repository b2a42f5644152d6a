"""A tree put together from a parser's events, one by one and without recursion.

Without recursion nothing can exhaust the stack, and what a data file must not use (anchors,
aliases, tags, merge keys, several documents, duplicate keys) is told, each at its place.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NoReturn, Protocol

from fjdex.plan.findings import Finding, Place
from fjdex.plan.scalars import shown
from fjdex.yamlio.nodes import Entries, Items, Node, Scalar, whole
from fjdex.yamlio.scan import holds_forbidden
from fjdex.yamlio.signs import TEXTS

MAX_DEPTH = 32
# So many words and brackets are read of a file: ten times the largest plan, and a few seconds.
MAX_EVENTS = 2_000_000
# After so many features that are no features, a file is none of ours, and is read no further.
MAX_FINDINGS = 200


class _Mark(Protocol):
    line: int
    column: int


class Event(Protocol):
    """What a parser says next, and from where to where it stands."""

    start_mark: _Mark
    end_mark: _Mark


@dataclass(slots=True)
class _Open:
    """A collection that is being read: what it holds so far."""

    mapping: bool
    flow: bool
    place: Place
    nodes: list[Node]


class Enough(Exception):  # noqa: N818 (never leaves the package)
    """What is wrong has been told, and the rest of the file is not read."""


class Builder:
    """Puts events together. One instance a text; `take` is called once for each event."""

    def __init__(self, file: str, placed: Callable[[Place], Place]) -> None:
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

    def take(self, event: Event) -> None:
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

    def _document(self, event: Event, place: Place) -> None:
        self._documents += 1
        if getattr(event, "version", None) or getattr(event, "tags", None):
            self._feature("directive", place)
        if self._documents == 2:  # noqa: PLR2004 (the second is one too many)
            self._feature("document", place)

    def _scalar(self, event: Event, place: Place) -> Scalar:
        self._refuse_properties(event, place)
        text: str = getattr(event, "value", "")
        sign = holds_forbidden(text)
        if sign:
            self._tell(Finding("character-forbidden", place, {"sign": sign}))
        plain = not getattr(event, "style", None)
        if not plain:
            self.quoted.append(place)
        return Scalar(text, plain=plain, place=place)

    def _begin(self, event: Event, place: Place, *, mapping: bool) -> None:
        self._refuse_properties(event, place)
        if len(self._open) == MAX_DEPTH:
            self._refuse(Finding("file-too-deep", Place(self.file), {"limit": str(MAX_DEPTH)}))
        flow = bool(getattr(event, "flow_style", False))
        self._open.append(_Open(mapping, flow, place, []))

    def _end(self, event: Event) -> None:
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
                self._feature("key", whole(key))
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

    def _refuse_properties(self, event: Event, place: Place) -> None:
        if getattr(event, "anchor", None):
            self._feature("anchor", place)
        if getattr(event, "tag", None):
            self._feature("tag", place)

    def _feature(self, feature: str, place: Place) -> None:
        self._tell(Finding("yaml-feature", place, {"feature": feature}))

    def _tell(self, finding: Finding) -> None:
        self.findings.append(finding)
        if len(self.findings) == MAX_FINDINGS:
            raise Enough

    def _refuse(self, finding: Finding) -> NoReturn:
        self.findings.append(finding)
        raise Enough

    def _place(self, start: _Mark, end: _Mark) -> Place:
        read = Place(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        return self._placed(read)
