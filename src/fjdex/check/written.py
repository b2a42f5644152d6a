"""What a finding is about, and what that stands beside: its record, its neighbours, its unit."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from fjdex.check.view import View, an_agency, takes_numbers
from fjdex.load import HEADER, READINGS
from fjdex.plan.amounts import number_meant
from fjdex.plan.findings import Finding, Place
from fjdex.plan.plan import Plan
from fjdex.plan.quantities import folded, plain
from fjdex.plan.records import Outcome, Record, Target
from fjdex.plan.scalars import PERCENT
from fjdex.plan.suggestions import day_meant
from fjdex.plan.words import Words
from fjdex.yamlio.nodes import Entries, Items, Node, Scalar

# The keys of a reading whose values are taken for each other, in the order of its line.
_FITS: Mapping[str, Callable[[str], object]] = {
    "date": day_meant,
    "value": lambda text: number_meant(text, ""),
    "source": bool,
}


# What an id under a key may stand for, each with the name that is written in its place.
_CALLED: Mapping[str, Callable[[Plan, Record | None], Iterable[tuple[str, Words | None]]]] = {
    "source": lambda plan, _: ((one.id, one.title) for one in plan.sources),
    "section": lambda plan, _: ((one.id, one.name) for one in plan.header.sections),
    "tasks": lambda plan, _: ((one.id, one.title) for one in plan.tasks),
    "outcomes": lambda plan, _: ((one.id, one.title) for one in plan.outcomes),
    "part": lambda _, record: (
        ((one.id, one.name) for one in record.parts) if isinstance(record, Outcome) else ()
    ),
}


class Written:
    """The text that a finding is about, and what it stands in."""

    def __init__(self, view: View, finding: Finding) -> None:
        self._view = view
        self._place = finding.place
        self.arguments = finding.arguments
        self.text = finding.arguments.get("text", "")
        self.key = finding.arguments.get("key", "")
        self.of_reading = finding.place.file.startswith(READINGS)

    @cached_property
    def _around(self) -> tuple[Entries, ...]:
        return _around(self._view.loaded.places.tree(self._place.file), self._place)

    def around(self) -> Place:
        """Answer the place of the mapping in which it stands."""
        return self._around[-1].place if self._around else self._place

    @property
    def _own(self) -> Node | None:
        """Answer what stands under its key."""
        entries = (one.get(self.key) for one in reversed(self._around))
        return next((one[1] for one in entries if one), None)

    def beside(self, key: str) -> str:
        """Answer what stands under another key of the same mapping, "" where nothing does."""
        entry = self._around[-1].get(key) if self._around else None
        return entry[1].text if entry and isinstance(entry[1], Scalar) else ""

    @cached_property
    def exchanged(self) -> tuple[str, str] | None:
        """Answer the two keys whose values were exchanged, this one first; None where none were."""
        others = _FITS if self.of_reading and self.key in _FITS else ()
        for other in others:
            there = self.beside(other)
            if other != self.key and there and self._fits(other, self.text):
                return (self.key, other) if self._fits(self.key, there) else None
        return None

    def _fits(self, key: str, text: str) -> bool:
        return text in self._view.plan.source if key == "source" else _FITS[key](text) is not None

    def as_exchanged(self) -> str:
        """Write the keys whose values were exchanged as they are to be."""
        one, other = self.exchanged or ("", "")
        said = {one: self.beside(other), other: self.text}
        return ", ".join(f"{key}: {said[key]}" for key in _FITS if key in said)

    def are_named(self, words: Sequence[str]) -> bool:
        """Whether all of these words are ids of agencies or records of the plan."""
        plan = self._view.plan
        return all(one in plan.agency or one in plan.records for one in words)

    def of_line(self, pattern: str) -> str:
        """Answer what a pattern finds in the line on which it stands, "" where nothing."""
        lines = _lines(self._view.loaded.places.texts.get(self._place.file, ""))
        found = re.search(pattern, lines[self._place.line - 1].rstrip("\r"))
        return found[1] if found else ""

    @property
    def called(self) -> str:
        """Answer the id of the one thing that has this for its name or title."""
        listed = _CALLED.get(self.key)
        named = listed(self._view.plan, self._record) if listed else ()
        found = [id_ for id_, name in named if name and self.text in {name.zh, name.en}]
        return found[0] if len(found) == 1 else ""

    @property
    def takes(self) -> str:
        """Answer which of `value` and `state` a reading needs here, "" where nobody can say."""
        if self._record is None or (self._around and self._around[-1].get("measure")):
            return ""
        return "value" if takes_numbers(self._record) else "state"

    @cached_property
    def listed(self) -> str:
        """The words of a list, or of braces, that stand where one word belongs."""
        node = self._own
        if isinstance(node, Items):
            words = [one.text for one in _flat(node) if isinstance(one, Scalar)]
        elif isinstance(node, Entries):
            words = [one.text for one, value in node.entries if isinstance(value, Scalar)]
        else:
            return ""
        return ", ".join(filter(None, words))

    @property
    def said(self) -> str:
        """Answer the one text that stands in a list or under `zh` where a text belongs, else ""."""
        node = self._own
        if isinstance(node, Entries):
            zh = node.get("zh")
            node = zh[1] if zh else None
        elif isinstance(node, Items):
            node = node.items[0] if len(node.items) == 1 else None
        return node.text if isinstance(node, Scalar) else ""

    @property
    def wrapped(self) -> str:
        """The one key under which a file holds what it should hold itself, else ""."""
        root = self._view.loaded.places.tree(self._place.file)
        if self.key != self._place.file or not isinstance(root, Entries):
            return ""
        one = root.entries[0] if len(root.entries) == 1 else None
        return one[0].text if one and isinstance(one[1], Items) else ""

    @property
    def of_bands(self) -> bool:
        """Whether it stands in the bands of plan.yaml."""
        bands = self._around[0].get("bands") if self._place.file == HEADER else None
        return bands is not None and self._around[-1] is bands[1]

    @property
    def pace_in_percent(self) -> str:
        """Answer the pace that a band in percent means: 1.05 for 105%; "" for anything else."""
        in_percent = self.of_bands and folded(self.text).endswith("%")
        entered = number_meant(self.text, "%") if in_percent else None
        return plain(entered.value / PERCENT) if entered and entered.value is not None else ""

    @property
    def an_agency(self) -> str:
        """Answer the id of some agency, for an example of what to type."""
        return an_agency(self._view.plan)

    @property
    def unit_of_record(self) -> str | None:
        """Answer the unit of the target whose readings these are, None where nobody can say."""
        return self._record.unit or "" if isinstance(self._record, Target) else None

    @property
    def _record(self) -> Record | None:
        """Answer the record whose readings these are."""
        id_ = self._place.file.removeprefix(READINGS).removesuffix(".yaml")
        return self._view.plan.records.get(id_) if self.of_reading else None

    def unit(self) -> str | None:
        """Answer the unit of the number, None where nobody can say."""
        if self.key != "value":
            return "%" if self.key == "about" else ""
        if self.of_reading:
            return self.beside("unit") or self.unit_of_record
        entry = self._around[0].get("unit") if self._around else None
        return entry[1].text if entry and isinstance(entry[1], Scalar) else ""


@lru_cache(maxsize=2)
def _lines(text: str) -> Sequence[str]:
    """Answer the lines of a text; of one file thousands may be asked for."""
    return text.split("\n")


def _flat(node: Node) -> Iterator[Node]:
    """Answer what stands in a list, and in the lists that stand in it."""
    for one in node.items if isinstance(node, Items) else ():
        yield from _flat(one) if isinstance(one, Items) else (one,)


def _around(node: Node | None, place: Place) -> tuple[Entries, ...]:
    """Answer the mappings in which a place lies, the outermost first."""
    found: list[Entries] = []
    while True:
        if isinstance(node, Items):
            index = bisect_right(node.items, _start(place), key=lambda one: _start(one.place))
            node = node.items[index - 1] if index else None
        elif isinstance(node, Entries):
            found.append(node)
            index = bisect_right(node.entries, _start(place), key=lambda one: _start(one[0].place))
            node = node.entries[index - 1][1] if index else None
            if node is not None and _start(node.place) > _start(place):
                return tuple(found)
        else:
            return tuple(found)


def _start(place: Place) -> tuple[int, int]:
    return place.line, place.column
