"""The files of a data folder as records: those that are understood, and what there is of others.

One bad record never hides the next, and one bad key no other key of its record.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from fjdex.plan.findings import Finding, Place, too_many
from fjdex.plan.readings import Reading
from fjdex.yamlio.foreign import content_of, home_of, ids_in, is_content, is_strayed
from fjdex.yamlio.halves import half
from fjdex.yamlio.ledger import ledger_of
from fjdex.yamlio.lines import read_lines
from fjdex.yamlio.lost import NOTHING, Lost, lost_in
from fjdex.yamlio.nodes import Entries, Items, Node, Scalar, find
from fjdex.yamlio.places import Places
from fjdex.yamlio.scan import scan
from fjdex.yamlio.tree import compose
from fjdex.yamlio.typed import validate

T = TypeVar("T")

# So many faults of records are told of one file.
MAX_TOLD = 100_000
_shows_id = re.compile(r"\bid[\"']?[ \t]*[:：]?[ \t]*[\"'“]?[\w（(]").search
_words = re.compile(r"[\w（(][\w（）()·-]*").findall


class Reader:
    """Reads the files of one folder, and gathers what is found in them; one instance a folder."""

    def __init__(self, texts: Mapping[str, str], lost: frozenset[str]) -> None:
        self.places = Places(texts)
        self.lost = lost
        self.findings: list[Finding] = []
        self._damaged: set[str] = set()
        self.understood: dict[str, tuple[int, ...]] = {}
        self.named: dict[str, frozenset[str]] = {}
        self._strayed: dict[int, tuple[str, Node]] = {}

    def _compose(self, file: str) -> Node | None:
        node, findings = compose(file, self.places.texts[file])
        self.places.keep(file, node)
        self.findings.extend(findings)
        if findings:
            self._damaged.add(file)
        return node

    def _lost(self, file: str, node: Node) -> Lost:
        return lost_in(node) if file in self._damaged else NOTHING

    def mapping(self, file: str, of: type[T]) -> tuple[T | None, T | None]:
        """Read a file of one record; answer it where it is understood, and what there is of it."""
        if file not in self.places.texts:
            return None, None
        before = len(self.findings)
        node = self._compose(file)
        if node is None and len(self.findings) > before:
            return None, None
        if node is None:
            self.findings.append(Finding("file-empty", Place(file), {"why": "mapping"}))
            return None, None
        home = content_of(node, of)
        if home or not isinstance(node, Entries):
            self._misshapen(file, node, home, "mapping")
            return None, None
        record, findings = validate(of, node, self._lost(file, node))
        self.findings.extend(findings)
        return record, record or half(of, node)

    def list_of(self, file: str, of: type[T]) -> tuple[tuple[T, ...], tuple[T, ...]]:
        """Read a file of records; answer those that are understood, and all."""
        items = self._items(file, of)
        read = list(self._read(file, items or (), of, partial(validate, of)))
        self.understood[file] = tuple(at for at, one in enumerate(read) if one is not None)
        judged = zip(read, items or (), strict=False)
        whole = tuple(self._half(of, node) if one is None else one for one, node in judged)
        if items is not None and not self._is_cut_off(file, items):
            names = list(self._names(file, items))
            # A record of whose id nothing is to be seen may be any that is named.
            if all(names) and not any(map(_is_foreign, whole, items)):
                self.named[file] = frozenset().union(*names)
        return tuple(one for one in read if one is not None), whole

    def _is_cut_off(self, file: str, items: Sequence[Node]) -> bool:
        """Whether a file ends within a record: what else it named nobody can say."""
        if not items or not self._lost(file, items[-1]):
            return False
        text = self.places.texts[file]
        last = text.split("\n")[items[-1].place.line - 1 :]
        return not text.endswith("\n") or not _words("\n".join(last))

    def _names(self, file: str, items: Sequence[Node]) -> Iterator[Collection[str]]:
        """Answer each record's id, its words where not all is read; none where it shows no id."""
        whole = all(_id_of(item) and not self._lost(file, item) for item in items)
        lines = self.places.texts[file].split("\n") if not whole else []
        ends = [item.place.line - 1 for item in items[1:]]
        for item, end in zip(items, [*ends, len(lines)], strict=False):
            id_ = _id_of(item)
            if id_ is not None and not self._lost(file, item):
                yield {id_}
                continue
            start = item.place.line - 1
            text = "\n".join(lines[start : max(end, start + 1)])
            shown = id_ is not None or not isinstance(item, Entries) or _shows_id(text)
            yield {*_words(text), *([id_] if id_ else [])} if shown else ()

    def _read(
        self,
        file: str,
        items: Sequence[Node],
        of: type[object],
        read: Callable[[Node, Lost], tuple[T | None, tuple[Finding, ...]]],
    ) -> Iterator[T | None]:
        told = 0
        for node in items:
            record, findings = read(node, self._lost(file, node))
            home = home_of(node, of) if findings else ""
            if home:
                self._strayed[id(node)] = (home, node)
                findings = (is_strayed(node, home),)
            self.findings.extend(findings)
            told += len(findings)
            yield record
            if told > MAX_TOLD:
                self.findings.append(too_many(file, node.place.end_line, MAX_TOLD))
                return

    def _half(self, of: type[T], node: Node) -> T:
        """Answer what there is of a record; nothing of one that belongs in another file."""
        return half(of, Entries((), node.place) if id(node) in self._strayed else node)

    def name_strayed(self) -> None:
        """Let the file where a record belongs name it too: who cites it is not at fault."""
        for home, node in self._strayed.values():
            if home in self.named:
                self.named[home] |= ids_in([node])

    def readings(self, file: str) -> tuple[Sequence[Reading], Sequence[Reading]]:
        """Read a file of readings, by its canonical lines where it can."""
        text = self.places.texts[file]
        readings: Sequence[Reading] | None = ledger_of(text)
        if readings is None and not scan(file, text):
            readings = read_lines(text)
        if readings is not None:
            return readings, readings
        items = self._items(file, Reading, must_say=False) or ()
        read = list(self._read(file, items, Reading, _reading))
        judged = zip(read, items, strict=False)
        return (
            tuple(one for one in read if one is not None),
            tuple(self._half(Reading, node) if one is None else one for one, node in judged),
        )

    def _items(
        self, file: str, of: type[object], *, must_say: bool = True
    ) -> tuple[Node, ...] | None:
        """Answer a file's records, none of an empty or absent file, None where nobody can say."""
        if file not in self.places.texts:
            return None if file in self.lost else ()
        before = len(self.findings)
        node = self._compose(file)
        if node is None and any(one.code != "conflict-marker" for one in self.findings[before:]):
            return None
        if node is None and must_say and not self.places.texts[file].strip():
            self.findings.append(Finding("file-empty", Place(file)))
            return None
        if node is None or (isinstance(node, Scalar) and node.value is None):
            return ()
        home = content_of(node, of)
        if isinstance(node, Items) and not home:
            return node.items
        self._misshapen(file, node, home, "list")
        return None

    def _misshapen(self, file: str, node: Node, home: str, shape: str) -> None:
        """Say that a file holds what belongs in another, or is no list, or no mapping."""
        place = find(node, ()) or node.place
        arguments = {"shape": shape, "key": file}
        shapeless = Finding("shape-unexpected", place, arguments)
        self.findings.append(is_content(place, home) if home else shapeless)


def _reading(node: Node, lost: Lost) -> tuple[Reading | None, tuple[Finding, ...]]:
    entry = node.get("line") if isinstance(node, Entries) else None
    reading, findings = validate(Reading, node, lost)
    told = [one for one in findings if one.arguments.get("key") != "line"]
    if entry is not None:
        arguments = {"key": "line", "near": "", "known": ""}
        told.append(Finding("key-unknown", entry[0].place, arguments))
    return reading and replace(reading, line=node.place.line), tuple(told)


def _id_of(node: Node) -> str | None:
    entry = node.get("id") if isinstance(node, Entries) else None
    known = entry and isinstance(entry[1], Scalar) and not entry[1].lost
    return entry[1].value if known and entry else None  # type: ignore[union-attr]  # is a Scalar


def _is_foreign(record: object, node: Node) -> bool:
    """Whether what stands for an id is none, and no slip in one either: it has no Latin letter."""
    id_ = _id_of(node)
    return bool(id_) and getattr(record, "id", id_) == "" and not any(map(str.isascii, id_ or ""))
