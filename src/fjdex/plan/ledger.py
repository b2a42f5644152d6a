"""Readings that are known to be right and are read only when somebody asks for them.

A plan of a million readings is rated from a few of them; the others need not become objects.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import overload

from fjdex.plan.readings import Reading

# What a line says between its day and its value, where it names an area.
_AREA = ", area: "
_sources = re.compile(", source: ([a-z0-9-]+)").findall


class Ledger(Sequence[Reading]):
    """The readings of one file, each in its canonical line.

    `read` makes readings of lines, each given with its number; whoever makes a ledger has made
    sure that it can. A ledger equals any sequence of the same readings.
    """

    __hash__ = None  # type: ignore[assignment]  # it equals lists too

    def __init__(
        self, text: str, read: Callable[[Sequence[tuple[int, str]]], tuple[Reading, ...]]
    ) -> None:
        self.text = text
        self._read = read
        self._of_area: dict[str, tuple[Reading, ...]] = {}

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
            named = f"{_AREA}{area}, "
            own = [pair for pair in self._lines() if _AREA not in pair[1] or named in pair[1]]
            self._of_area[area] = self._read(own)
        return self._of_area[area]

    def picked(self, indices: Sequence[int]) -> tuple[Reading, ...]:
        """Answer the readings at some places, and make no others."""
        lines = self._lines() if indices else []
        return self._read([lines[index] for index in indices])

    def _lines(self) -> list[tuple[int, str]]:
        lines = enumerate(self.text.split("\n"), start=1)
        return [(number, line) for number, line in lines if line[:1] == "-"]

    def __len__(self) -> int:
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
        lines = self.text.split("\n")
        kept = (line if line[:1] != "-" or line[9:19] <= day else "" for line in lines)
        return Ledger("\n".join(kept), self._read)


def until(readings: Sequence[Reading], day: date) -> Sequence[Reading]:
    """Answer the readings dated on or before a day."""
    if isinstance(readings, Ledger):
        return readings.until(day.isoformat())
    return tuple(one for one in readings if one.date <= day)


def of_area(readings: Sequence[Reading], area: str) -> Sequence[Reading]:
    """Answer the readings that can be for an area: those that name it or none, perhaps more."""
    return readings.of_area(area) if isinstance(readings, Ledger) else readings


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
        return bisect_right(sorted(readings.days), day)
    return sum(one.date.isoformat() <= day for one in readings)
