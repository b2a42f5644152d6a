"""From texts to a plan: the same function for the disk, for a git revision and for a test.

Whatever the texts hold, `load` answers: the plan of what could be understood, and findings for the
rest. One bad file or record never hides the next.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TypeVar

from fjdex.plan.findings import Finding, Place, Severity, in_order
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import (
    Agency,
    Area,
    Header,
    Outcome,
    Remark,
    Source,
    Target,
    Task,
)
from fjdex.plan.terms import Interval
from fjdex.plan.words import Words
from fjdex.yamlio.ledger import ledger_of
from fjdex.yamlio.lines import read_lines
from fjdex.yamlio.nodes import Entries, Items, Node, Scalar, Step, find
from fjdex.yamlio.scan import scan
from fjdex.yamlio.tree import compose
from fjdex.yamlio.typed import validate

HEADER = "plan.yaml"
READINGS = "readings/"
LISTS: Mapping[str, type[object]] = MappingProxyType(
    {
        "tasks.yaml": Task,
        "outcomes.yaml": Outcome,
        "targets.yaml": Target,
        "agencies.yaml": Agency,
        "areas.yaml": Area,
        "sources.yaml": Source,
        "remarks.yaml": Remark,
    }
)
# What each file of a data folder holds, by its name without an ending.
FILES: Mapping[str, Hashable] = MappingProxyType(
    {
        "plan": Header,
        **{file.removesuffix(".yaml"): tuple[of, ...] for file, of in LISTS.items()},  # type: ignore[valid-type]  # known at run time
        "readings": tuple[Reading, ...],
    }
)
# Files without which a folder is not a plan; the others may be absent and count as empty.
_NEEDED = (HEADER, "tasks.yaml", "outcomes.yaml", "targets.yaml", "agencies.yaml", "areas.yaml")

T = TypeVar("T")


def readings_file(record: str) -> str:
    """Answer the file that holds a record's readings."""
    return f"{READINGS}{record}.yaml"


@dataclass(frozen=True)
class Places:
    """Where every record and key of a folder stands.

    Files of canonical readings are composed only when somebody asks for a place in them.
    """

    texts: Mapping[str, str]
    _trees: dict[str, Node | None] = field(default_factory=dict)
    _by_line: dict[str, dict[int, int]] = field(default_factory=dict)

    def tree(self, file: str) -> Node | None:
        """Answer the tree of a file, None where it has none."""
        if file not in self._trees:
            self._trees[file] = compose(file, self.texts.get(file, ""))[0]
        return self._trees[file]

    def of(self, file: str, *path: Step, key: bool = False) -> Place:
        """Answer the place of what a path leads to; of the file where it leads nowhere."""
        return find(self.tree(file), path, key=key) or Place(file)

    def of_reading(self, record: str, reading: Reading, key: str) -> Place:
        """Answer the place of one key's value of a reading, of the reading where it is absent."""
        file = readings_file(record)
        number = self._numbers(file).get(reading.line)
        if number is None:
            return Place(file, reading.line, 1, reading.line, 1)
        return self.of(file, number, key)

    def _numbers(self, file: str) -> Mapping[int, int]:
        """Answer the index of every record in a file by the line on which it begins."""
        if file not in self._by_line:
            tree = self.tree(file)
            items = tree.items if isinstance(tree, Items) else ()
            self._by_line[file] = {item.place.line: at for at, item in enumerate(items)}
        return self._by_line[file]


@dataclass(frozen=True)
class Loaded:
    """A folder as understood: the plan (None without a header), its places, what is wrong.

    `draft` is the plan with an empty header in the place of one that cannot be read, so that a
    fault there hides no other. `understood` lists, for each file of records, the index in the file
    of every record that is in the plan, in the same order, so that a rule can point at it. `named`
    holds the ids that each file names, also those of records that cannot be read; a file is not in
    it where nobody can say.
    """

    plan: Plan | None
    draft: Plan
    places: Places
    findings: tuple[Finding, ...]
    understood: Mapping[str, tuple[int, ...]]
    named: Mapping[str, frozenset[str]]

    @property
    def sound(self) -> bool:
        """Whether every file and every record was understood."""
        return not any(one.severity is Severity.ERROR for one in self.findings)


# What of YAML puts another value in the place of the one that is written.
_HIDING = frozenset({"alias", "merge", "tag", "key"})


class _Loader:
    """Gathers what `load` answers; one instance a call."""

    def __init__(self, texts: Mapping[str, str], lost: frozenset[str]) -> None:
        self.places = Places(texts)
        self.lost = lost
        self.findings: list[Finding] = []
        self.understood: dict[str, tuple[int, ...]] = {}
        self.named: dict[str, frozenset[str]] = {}

    def compose(self, file: str) -> Node | None:
        node, findings = compose(file, self.places.texts[file])
        self.places._trees[file] = node  # noqa: SLF001 (what is composed once is kept)
        self.findings.extend(findings)
        return node

    def header(self) -> Header | None:
        """Read plan.yaml."""
        if HEADER not in self.places.texts:
            return None
        before = len(self.findings)
        node = self.compose(HEADER)
        if node is None and len(self.findings) > before:
            return None
        if not isinstance(node, Entries):
            place = find(node, ()) or Place(HEADER)
            arguments = {"shape": "mapping", "key": HEADER}
            self.findings.append(Finding("shape-unexpected", place, arguments))
            return None
        header, findings = validate(Header, node)
        # Where an alias or the like stands, the value is not what is there.
        marked = {one.place for one in self.findings if one.arguments.get("feature") in _HIDING}
        self.findings.extend(one for one in findings if one.place not in marked)
        return header

    def list_of(self, file: str, of: type[T]) -> tuple[T, ...]:
        """Read a file of records."""
        found: list[T] = []
        indices: list[int] = []
        items = self._items(file)
        if items is not None:
            self.named[file] = frozenset(filter(None, map(_id_of, items)))
        for index, node in self._readable(file, items or ()):
            record, findings = validate(of, node)
            self.findings.extend(findings)
            if record is not None:
                found.append(record)
                indices.append(index)
        self.understood[file] = tuple(indices)
        return tuple(found)

    def _readable(self, file: str, items: Sequence[Node]) -> Iterator[tuple[int, Node]]:
        """Answer a file's records, each with its index.

        Those that hold an alias or the like are left out: their values are not what is there.
        """
        told = (one for one in self.findings if one.arguments.get("feature") in _HIDING)
        features = sorted(one.place.line for one in told if one.place.file == file)
        for index, node in enumerate(items):
            at = bisect_left(features, node.place.line)
            if at == len(features) or features[at] > node.place.end_line:
                yield index, node

    def readings(self, file: str) -> Sequence[Reading]:
        """Read a file of readings, by its canonical lines where it can."""
        text = self.places.texts[file]
        ledger = ledger_of(text)
        if ledger is not None:
            return ledger
        if not scan(file, text):
            readings = read_lines(text)
            if readings is not None:
                return readings
        items = self._items(file) or ()
        read = (self._reading(node) for _, node in self._readable(file, items))
        return tuple(one for one in read if one is not None)

    def _reading(self, node: Node) -> Reading | None:
        entry = node.get("line") if isinstance(node, Entries) else None
        if entry is not None:
            arguments = {"key": "line", "near": "", "known": ""}
            self.findings.append(Finding("key-unknown", entry[0].place, arguments))
        reading, findings = validate(Reading, node)
        self.findings.extend(one for one in findings if one.arguments.get("key") != "line")
        return reading and replace(reading, line=node.place.line)

    def _items(self, file: str) -> tuple[Node, ...] | None:
        """Answer a file's records, none of an empty or absent file, None where nobody can say."""
        if file not in self.places.texts:
            return None if file in self.lost else ()
        before = len(self.findings)
        node = self.compose(file)
        if node is None and len(self.findings) > before:
            return None
        if node is None and not is_readings(file) and not self.places.texts[file].strip():
            self.findings.append(Finding("file-empty", Place(file)))
            return None
        if node is None or (isinstance(node, Scalar) and node.value is None):
            return ()
        if isinstance(node, Items):
            return node.items
        place = find(node, ()) or node.place
        self.findings.append(Finding("shape-unexpected", place, {"shape": "list", "key": file}))
        return None


def load(texts: Mapping[str, str], refused: tuple[Finding, ...] = ()) -> Loaded:
    """Answer the plan that the texts of a data folder hold, and everything wrong with them.

    `texts` maps paths within the folder ("targets.yaml", "readings/x.yaml", always with `/`) to
    their content; `refused` are findings about files that gave no text (not UTF-8, too large).
    """
    before = (*refused, *_missing_and_unknown({*texts, *(one.place.file for one in refused)}))
    loader = _Loader(texts, frozenset(one.place.file for one in before))
    loader.findings.extend(before)
    header = loader.header()
    lists = {file.removesuffix(".yaml"): loader.list_of(file, of) for file, of in LISTS.items()}
    readings = {
        file.removeprefix(READINGS).removesuffix(".yaml"): loader.readings(file)
        for file in sorted(texts)
        if is_readings(file)
    }
    draft = Plan(header=header or _NO_HEADER, readings=readings, **lists)  # type: ignore[arg-type]  # LISTS ties each name to its type
    return Loaded(
        plan=None if header is None else draft,
        draft=draft,
        places=loader.places,
        findings=in_order(loader.findings),
        understood=loader.understood,
        named=loader.named,
    )


_NO_HEADER = Header(
    id="none",
    title=Words("-", "-"),
    start=date.min,
    end=date.max,
    bands={},
    about=Decimal(0),
    every=Interval.QUARTER,
    lag=0,
    classes=(),
)


def _id_of(node: Node) -> str | None:
    entry = node.get("id") if isinstance(node, Entries) else None
    return entry[1].value if entry and isinstance(entry[1], Scalar) else None


def is_readings(file: str) -> bool:
    """Whether a file, by its name, is one of readings."""
    stem = file.removeprefix(READINGS)
    return file.startswith(READINGS) and stem.endswith(".yaml") and "/" not in stem


def _missing_and_unknown(given: set[str]) -> list[Finding]:
    missing = [Finding("file-missing", Place(file)) for file in _NEEDED if file not in given]
    known = {HEADER, *LISTS}
    unknown = [
        Finding("file-unknown", Place(file))
        for file in given
        if file not in known and not is_readings(file)
    ]
    return [*missing, *unknown]
