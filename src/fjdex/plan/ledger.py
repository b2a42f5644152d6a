"""Readings that are known to be right and are read only when somebody asks for them.

A plan of a million readings is rated from a few of them; the others need not become objects.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple, overload

from fjdex.plan.readings import Reading

# What a line says between its day and its value, where it names an area.
_AREA = ", area: "
_DATE = "- {date: "
_PERIOD, _VALUE, _SOURCE = ", period: ", ", value: ", ", source: "
# What a line says that says more than a figure of the record's own; a note may say it too.
_MORE = (", part: ", ", state: ", ", qualifier: ", ", measure: ", ", comparability: ")
# A comment may look like a reading.
_sources = re.compile("^-.*?, source: ([a-z0-9-]+)", re.MULTILINE).findall


# A line with its number.
Line = tuple[int, str]


def day_of(line: Line) -> str:
    """Answer the day of a reading's line, as it is written."""
    return line[1][9:19]


def area_of(line: Line) -> str:
    """Answer the area that a reading's line names, "" where it names none."""
    return _word(line[1], _AREA)


def source_of(line: Line) -> str:
    """Answer the source that a reading's line cites, "" where it cites none."""
    return _word(line[1], _SOURCE)


def _word(line: str, key: str) -> str:
    return line.partition(key)[2].partition(",")[0].rstrip("}")


class Rows(NamedTuple):
    """What lines say of when: the day of each as written, and its period, "" where it has none.

    `lines` are given with their numbers. `odd` are the places of those that may say more than a
    plain value, or less.
    """

    lines: list[Line]
    days: list[str]
    periods: list[str]
    odd: frozenset[int]


class Ledger(Sequence[Reading]):
    """The readings of one file, each in its canonical line.

    `read` makes readings of lines, each given with its number; whoever makes a ledger has made
    sure that it can. A ledger equals any sequence of the same readings.
    """

    __hash__ = None  # type: ignore[assignment]  # it equals lists too

    def __init__(self, text: str, read: Callable[[Sequence[Line]], tuple[Reading, ...]]) -> None:
        self.text = text
        self._read = read
        self._of_area: dict[str, tuple[Reading, ...]] = {}
        self._lines_by_area: dict[str, list[Line]] = {}

    @property
    def days(self) -> list[str]:
        """The day of each reading, as it is written."""
        return [line[9:19] for line in self.text.split("\n") if line[:1] == "-"]

    @property
    def sources(self) -> frozenset[str]:
        """The sources that are cited."""
        return frozenset(_sources(self.text))

    @cached_property
    def _all(self) -> tuple[Reading, ...]:
        return self._read(self._lines())

    def of_area(self, area: str) -> tuple[Reading, ...]:
        """Answer the readings that name this area or none, in the order of the file."""
        if area not in self._of_area:
            self._of_area[area] = self._read(self._lines_of(area))
        return self._of_area[area]

    def rows(self, area: str) -> Rows:
        """Answer when the readings are of that name this area or none, and make none of them."""
        pairs = self._lines_of(area)
        lines = [line for _, line in pairs]
        periods = [""] * len(lines)
        if _PERIOD in self.text:
            periods = [_word(line, _PERIOD) for line in lines]
        return Rows(pairs, [line[9:19] for line in lines], periods, _odd(lines))

    def of(self, lines: Sequence[Line]) -> tuple[Reading, ...]:
        """Answer the readings of some of its lines, given with their numbers."""
        return self._read(lines)

    def others(self, area: str, first: str = "", last: str = "~") -> list[Line]:
        """Answer the lines of other areas of some days, in the order of the file."""
        low, high = f"{_DATE}{first}", f"{_DATE}{last}~"
        lines = enumerate(self.text.split("\n"), start=1)
        return _without(area, [one for one in lines if low <= one[1] < high and _AREA in one[1]])

    def latest_of_others(self, area: str, until: str, most: int) -> list[Line]:
        """Answer the last line of each other area up to a day, of at most so many areas."""
        lines, found = self.text.split("\n"), dict[str, Line]()
        order: Sequence[int] = range(len(lines))
        if not self._in_order:
            order = sorted(order, key=lambda at: lines[at][:19])
        high = f"{_DATE}{until}~"
        for at in reversed(order):
            if _DATE < lines[at] < high and _AREA in lines[at]:
                line = (at + 1, lines[at])
                found.setdefault(area_of(line), line)
                if len(found) - (area in found) == most:
                    break
        return sorted(line for other, line in found.items() if other != area)

    def others_citing(self, area: str, source: str) -> list[Line]:
        """Answer the lines of other areas that cite a source."""
        lines = (one for one in self._holding(f"{_SOURCE}{source}") if source_of(one) == source)
        return _without(area, [one for one in lines if _AREA in one[1] and one[1][:1] == "-"])

    def _holding(self, words: str) -> Iterator[Line]:
        """Answer the lines that hold some words."""
        at = self.text.find(words)
        number, counted = 1, 0
        while at >= 0:
            start, end = self.text.rfind("\n", 0, at) + 1, self.text.find("\n", at)
            number, counted = number + self.text.count("\n", counted, start), start
            yield number, self.text[start : end if end >= 0 else None]
            at = self.text.find(words, end) if end >= 0 else -1

    def on(self, area: str, day: str) -> tuple[Reading, ...]:
        """Answer the readings of a day that name this area or none."""
        start = f"{_DATE}{day}"
        if _AREA in self.text:
            return self._read([one for one in self._lines_of(area) if one[1].startswith(start)])
        return self._read([one for one in self._holding(start) if one[1].startswith(start)])

    def count_until(self, day: str) -> int:
        """Answer how many readings are dated on or before a day (YYYY-MM-DD)."""
        lines = self.text.split("\n")
        # Comments and empty lines come before a reading in the order of signs.
        return sum(map(f"{_DATE}{day}~".__gt__, lines)) - (len(lines) - len(self))

    @cached_property
    def _in_order(self) -> bool:
        days = self.days
        return days == sorted(days)

    def picked(self, indices: Sequence[int]) -> tuple[Reading, ...]:
        """Answer the readings at some places, and make no others."""
        lines = self._lines() if indices else []
        return self._read([lines[index] for index in indices])

    def _lines_of(self, area: str) -> list[Line]:
        """Answer the lines that name an area or none; few of very many are kept at hand."""
        if _AREA not in self.text:
            return self._lines()
        if area not in self._lines_by_area:
            lines = list(enumerate(self.text.split("\n"), start=1))
            own = [one for one in lines if _AREA not in one[1] and one[1] > _DATE]
            if f"{_AREA}{area}" in self.text:
                own = sorted([*own, *(one for one in lines if area_of(one) == area)])
            self._lines_by_area[area] = own
        return self._lines_by_area[area]

    def _lines(self) -> list[Line]:
        lines = enumerate(self.text.split("\n"), start=1)
        return [(number, line) for number, line in lines if line[:1] == "-"]

    def __len__(self) -> int:
        return self._count

    @cached_property
    def _count(self) -> int:
        return self.text.count("\n-") + self.text.startswith("-")

    def __iter__(self) -> Iterator[Reading]:
        return iter(self._all)

    @overload
    def __getitem__(self, index: int) -> Reading: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Reading, ...]: ...
    def __getitem__(self, index: int | slice) -> Reading | tuple[Reading, ...]:
        return self._all[index]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Ledger) and other.text == self.text:
            return True
        return isinstance(other, Sequence) and self._all == tuple(other)

    def until(self, day: str) -> "Ledger":
        """Answer the ledger of the readings dated on or before a day, on their own lines."""
        end, lines = f"{_DATE}{day}~", self.text.split("\n")
        return Ledger("\n".join([line if line < end else "" for line in lines]), self._read)


def _odd(lines: Sequence[str]) -> frozenset[int]:
    """Answer the places of lines that may hold a word for more, or have no value before a text."""
    odd = {at for at, line in enumerate(lines) if _VALUE not in line.partition('"')[0]}
    every = "\n".join(lines)
    for word in _MORE:
        if word in every:
            odd.update(at for at, line in enumerate(lines) if word in line)
    return frozenset(odd)


def _without(area: str, lines: Sequence[Line]) -> list[Line]:
    """Answer the lines that do not name an area."""
    own = (f"{_AREA}{area}, ", f"{_AREA}{area}}}")
    return [one for one in lines if own[0] not in one[1] and own[1] not in one[1]]


def until(readings: Sequence[Reading], day: date) -> Sequence[Reading]:
    """Answer the readings dated on or before a day."""
    if isinstance(readings, Ledger):
        return readings.until(day.isoformat())
    return tuple(one for one in readings if one.date <= day)


def of_area(readings: Sequence[Reading], area: str) -> Sequence[Reading]:
    """Answer the readings that can be for an area: those that name it or none, perhaps more."""
    return readings.of_area(area) if isinstance(readings, Ledger) else readings


def on_day(readings: Sequence[Reading], area: str, day: date) -> Sequence[Reading]:
    """Answer the readings of a day that can be for an area: that name it or none, perhaps more."""
    if isinstance(readings, Ledger):
        return readings.on(area, day.isoformat())
    return [one for one in readings if one.date == day]


def sources_of(readings: Sequence[Reading]) -> frozenset[str | None]:
    """Answer the sources that readings cite."""
    return (
        readings.sources
        if isinstance(readings, Ledger)
        else frozenset(one.source for one in readings)
    )


def count_until(readings: Sequence[Reading], day: str) -> int:
    """Answer how many readings are dated on or before a day (YYYY-MM-DD)."""
    if isinstance(readings, Ledger):
        return readings.count_until(day)
    return sum(one.date.isoformat() <= day for one in readings)
