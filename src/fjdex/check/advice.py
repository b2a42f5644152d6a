"""What to type instead, where a finding's text says for certain what was meant.

Only here is known what such a text stands beside: the unit of its record, the keys of its reading.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from fjdex.check.view import View
from fjdex.load import READINGS
from fjdex.plan.findings import Finding, Place
from fjdex.plan.quantities import plain
from fjdex.plan.records import Target
from fjdex.plan.suggestions import day_meant, number_meant, period_meant, slug_meant
from fjdex.plan.terms import Qualifier
from fjdex.plan.vocabulary import key_meant, term_meant
from fjdex.yamlio.nodes import Entries, Items, Node, Scalar

Arguments = Mapping[str, str]


def advised(view: View, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Answer findings with what to type, under `near`, where that is certain.

    A key that is only written in another word is not told as missing besides.
    """
    meant: set[tuple[Place, str]] = set()
    missing: list[tuple[Finding, _Written]] = []
    for finding in findings:
        written = _Written(view, finding)
        if finding.code == "key-missing":
            missing.append((finding, written))
            continue
        advise = _ADVICE.get(finding.code)
        arguments = {**finding.arguments, **(advise(written) if advise else {})}
        if finding.code == "key-unknown":
            meant.add((written.around(), arguments.get("near", "")))
        yield replace(finding, arguments=arguments)
    for finding, written in missing:
        if not meant or (written.around(), written.key) not in meant:
            yield finding


class _Written:
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

    def beside(self, key: str) -> str:
        """Answer what stands under another key of the same mapping, "" where nothing does."""
        entry = self._around[-1].get(key) if self._around else None
        return entry[1].text if entry and isinstance(entry[1], Scalar) else ""

    def unit(self) -> str | None:
        """Answer the unit of the number, None where nobody can say."""
        if self.key != "value":
            return "%" if self.key == "about" else ""
        if self.of_reading:
            id_ = self._place.file.removeprefix(READINGS).removesuffix(".yaml")
            record = self._view.plan.records.get(id_)
            own = record.unit or "" if isinstance(record, Target) else None
            return self.beside("unit") or own
        entry = self._around[0].get("unit") if self._around else None
        return entry[1].text if entry and isinstance(entry[1], Scalar) else ""


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


def _number(written: _Written) -> Arguments:
    if written.key == "lag":
        return {"why": "days"}
    unit = written.unit()
    entered = number_meant(written.text, unit or "")
    if entered is None or entered.value is None or (unit is None and entered.printed):
        return {}
    typed = [f"{written.key}: {plain(entered.value)}"]
    if written.of_reading and entered.qualifier is not Qualifier.EXACT:
        typed += [] if written.beside("qualifier") else [f"qualifier: {entered.qualifier}"]
    if written.of_reading and entered.printed and entered.printed in written.text:
        typed += [] if written.beside("printed") else [f"printed: {entered.printed}"]
    return {"near": ", ".join(typed)}


def _day(written: _Written) -> Arguments:
    if written.arguments.get("why") != "form":
        return {}
    day = day_meant(written.text)
    if day is not None:
        return {"near": f"{written.key}: {day.isoformat()}"}
    period = period_meant(written.text)
    if period is None:
        return {}
    near = ""
    if written.of_reading and not written.beside("within"):
        near = f"date: {period.end.isoformat()}, within: {period}"
    elif written.key == "published":
        near = f"published_note: {period}"
    return {"why": "period", "near": near}


def _period(written: _Written) -> Arguments:
    period = period_meant(written.text)
    return {} if period is None else {"near": f"{written.key}: {period}"}


_LISTS = frozenset({"aliases", "leads", "members", "outcomes", "ratings", "tasks"})
_separators = re.compile(r"\s*[、，,；;]\s*")


def _shape(written: _Written) -> Arguments:
    """One word, or several in a row, where a list belongs; no record where a reading does."""
    if written.of_reading and written.arguments.get("why") == "record":
        return {"known": "date: …, value: …, source: …"}
    if written.key not in _LISTS or written.arguments.get("shape") != "list" or not written.text:
        return {}
    words = ", ".join(filter(None, _separators.split(written.text)))
    return {"near": f"{written.key}: [{words}]", "why": "entries"}


def _id(written: _Written) -> Arguments:
    words = _separators.split(written.text)
    if len(words) > 1 and all(words):
        return {"near": ", ".join(words), "form": "entries"}
    if written.arguments.get("form") != "slug":
        return {}
    slug = slug_meant(written.text)
    return {"near": slug, "form": "meant"} if slug else {}


def _key(written: _Written) -> Arguments:
    near = key_meant(written.key, written.arguments.get("known", "").split())
    return {"near": near} if near else {}


def _term(written: _Written) -> Arguments:
    near = term_meant(written.text, written.arguments.get("known", "").split())
    return {"near": near} if near else {}


_ADVICE: Mapping[str, Callable[[_Written], Arguments]] = {
    "number-malformed": _number,
    "date-malformed": _day,
    "period-malformed": _period,
    "id-malformed": _id,
    "shape-unexpected": _shape,
    "key-unknown": _key,
    "term-unknown": _term,
}
