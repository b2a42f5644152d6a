"""A tree put together from a parser's events, one by one and without recursion.

Without recursion nothing can exhaust the stack, and what a data file must not use (anchors,
aliases, tags, merge keys, several documents, duplicate keys) is told, each at its place.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NoReturn, Protocol

from fjdex.plan.findings import Finding, Place, too_many
from fjdex.plan.scalars import shown
from fjdex.yamlio.edits import HOLE
from fjdex.yamlio.nodes import Entries, Items, Node, Scalar, whole
from fjdex.yamlio.parted import headless, records, rejoined
from fjdex.yamlio.scan import holds_forbidden
from fjdex.yamlio.signs import TEXTS

MAX_DEPTH = 32
# So many words and brackets are read of a file: ten times the largest plan, and a few seconds.
MAX_EVENTS = 2_000_000
# So many features that are no features are told of a file.
MAX_FINDINGS = 2_000


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

    def __init__(self, file: str, placed: Callable[[Place], Place], *, holes: bool) -> None:
        """Begin; `holes` says that the text itself holds the sign for what cannot be read."""
        self.file = file
        self._placed = placed
        self._holes = holes
        self.texts: list[Place] = []
        self.quoted: list[Place] = []
        self.whole, self.failed = True, False
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self._open: list[_Open] = []
        self._roots: list[Node] = []
        self._documents = 0
        self._events = 0

    @property
    def listed(self) -> bool:
        """Whether the text is a list, or nothing."""
        root = self.root
        return isinstance(root, Items | None) or (isinstance(root, Scalar) and root.value is None)

    @property
    def mapped(self) -> bool:
        """Whether the text is a mapping, or nothing."""
        root = self.root
        return isinstance(root, Entries | None) or (isinstance(root, Scalar) and root.value is None)

    @property
    def _in_list(self) -> bool:
        """Whether what is read next is an entry of a list."""
        return bool(self._open) and not self._open[-1].mapping

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
            self._add(Scalar(HOLE, plain=True, place=place, lost=True))
        elif name == "DocumentStartEvent":
            self._document(event, place)
        elif name == "StreamEndEvent":
            self.root = _joined(self._roots)

    def _document(self, event: Event, place: Place) -> None:
        self._documents += 1
        if getattr(event, "version", None) or getattr(event, "tags", None):
            self._feature("directive", place)
        if self._documents == 2:  # noqa: PLR2004 (the second is one too many)
            self._feature("document", place)

    def _scalar(self, event: Event, place: Place) -> Scalar:
        tagged = self._refuse_properties(event, place)
        text: str = getattr(event, "value", "")
        sign = holds_forbidden(text.replace(HOLE, "") if self._holes else text)
        if sign:
            self._tell(Finding("character-forbidden", place, {"sign": sign}))
        plain = not getattr(event, "style", None)
        if not plain:
            self.quoted.append(place)
        # A tag says that the value is another than the one that is written.
        lost = tagged or sign is not None or (self._holes and HOLE in text)
        return Scalar(text, plain=plain, place=place, lost=lost)

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
        if not done.mapping:
            self._add(Items(tuple(done.nodes), place, done.flow))
        elif done.flow:
            nodes, told = rejoined(done.nodes, listed=self._in_list)
            for one in told:
                self._tell(one)
            self._braced(nodes, place)
        else:
            self._records(done.nodes, place)

    def _braced(self, nodes: Sequence[Node], place: Place) -> None:
        """Add what stood in braces: two records of a list where a line end and braces are lost."""
        for at, part in enumerate(records(nodes) if self._in_list else [nodes]):
            here = part[0].place if at else place
            own = replace(place, line=here.line, column=here.column)
            if at:
                self._tell(Finding("yaml-syntax", here, {"why": "joined", "text": ""}))
            self._add(Entries(self._pairs(part), own, flow=True))

    def _records(self, nodes: Sequence[Node], place: Place) -> None:
        """Add the record of several lines that has ended: two of a list where a dash is missing."""
        listed = self._in_list
        parts = records(nodes) if listed else [nodes]
        for at, part in enumerate(parts):
            first = part[0].place if at else place
            last = part[-1].place if at + 1 < len(parts) else place
            own = replace(first, end_line=last.end_line, end_column=last.end_column)
            if at:
                self._tell(Finding("yaml-syntax", part[0].place, {"why": "dash", "text": ""}))
            self._with_headless(part, own, listed=listed)

    def _with_headless(self, nodes: Sequence[Node], place: Place, *, listed: bool) -> None:
        """Add a record, and after it those that only lack their first line."""
        first, *others = headless(nodes) if listed else [nodes]
        end = first[-1].place if others else place
        own = replace(place, end_line=end.end_line, end_column=end.end_column)
        self._add(Entries(self._pairs(first), own))
        for part in others:
            head = nodes[0]
            here = part[0].place
            name = head.text if isinstance(head, Scalar) else ""
            arguments = {"why": "headless", "text": shown(name)}
            self._tell(Finding("yaml-syntax", here, arguments))
            lost = (Scalar(name, True, here), Scalar(HOLE, True, here, lost=True))  # noqa: FBT003
            end = part[-1].place
            own = replace(here, end_line=end.end_line, end_column=end.end_column)
            self._add(Entries(self._pairs([*lost, *part]), own))

    def _pairs(self, nodes: Sequence[Node]) -> tuple[tuple[Scalar, Node], ...]:
        found: dict[str, tuple[Scalar, Node]] = {}
        unnamed: list[tuple[Scalar, Node]] = []
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            usual = isinstance(key, Scalar) and not key.lost and key.text != "<<"
            name = key if isinstance(key, Scalar) and usual else self._key(key)
            if name.lost:
                unnamed.append((name, value))
            elif name.text not in found:
                found[name.text] = (name, value)
                if name.text in TEXTS and isinstance(value, Scalar) and value.plain:
                    self.texts.append(value.place)
            elif not _is_lost(value) and not _is_lost(found[name.text][1]):
                first = found[name.text][0].place
                arguments = {"key": shown(name.text), "first": str(first.line)}
                self._tell(Finding("key-duplicated", name.place, arguments))
        return (*found.values(), *unnamed)

    def _key(self, key: Node) -> Scalar:
        """Answer a key; one that is no word, or merges, is told and stands for any key."""
        if not isinstance(key, Scalar):
            self._feature("key", whole(key))
        elif key.plain and key.text == "<<":
            self._feature("merge", key.place)
        else:
            return replace(key, lost=HOLE in key.text) if key.lost else key
        return Scalar(HOLE, plain=True, place=whole(key), lost=True)

    def _add(self, node: Node) -> None:
        (self._open[-1].nodes if self._open else self._roots).append(node)

    def _refuse_properties(self, event: Event, place: Place) -> bool:
        """Tell an anchor and a tag; answer whether there is a tag."""
        if getattr(event, "anchor", None):
            self._feature("anchor", place)
        tagged = bool(getattr(event, "tag", None))
        if tagged:
            self._feature("tag", place)
        return tagged

    def _feature(self, feature: str, place: Place) -> None:
        self._tell(Finding("yaml-feature", place, {"feature": feature}))

    def _tell(self, finding: Finding) -> None:
        if len(self.findings) == MAX_FINDINGS:
            finding = too_many(self.file, finding.place.line, MAX_FINDINGS)
        if len(self.findings) <= MAX_FINDINGS:
            self.findings.append(finding)

    def _refuse(self, finding: Finding) -> NoReturn:
        self.findings.append(finding)
        raise Enough

    def _place(self, start: _Mark, end: _Mark) -> Place:
        read = Place(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        return self._placed(read)


def _is_lost(node: Node) -> bool:
    return isinstance(node, Scalar) and node.lost


def _joined(roots: Sequence[Node]) -> Node | None:
    """Answer what the documents of a text hold: the lists or mappings of all of them as one."""
    said = [one for one in roots if not isinstance(one, Scalar) or one.value is not None]
    if len(roots) <= 1 or not said:
        return roots[0] if roots else None
    first = said[0]
    if isinstance(first, Items):
        items = tuple(item for one in said if isinstance(one, Items) for item in one.items)
        return Items(items, first.place, first.flow)
    if isinstance(first, Entries):
        pairs = [pair for one in said if isinstance(one, Entries) for pair in one.entries]
        named = {key.text: (key, value) for key, value in reversed(pairs)}
        return Entries(tuple(reversed(named.values())), first.place, first.flow)
    return first
