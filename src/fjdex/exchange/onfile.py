"""What is on file of a record, looked up by the row: a sheet may be as long as the files."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading, ReadingKey
from fjdex.plan.records import Record

_Series = tuple[str, str | None]


@dataclass(frozen=True)
class _Shelf:
    """The readings of one record: by key, and the values of its own measure by day."""

    by_key: dict[ReadingKey, Reading]
    by_day: dict[_Series, tuple[list[date], list[Reading]]]


@dataclass(frozen=True)
class OnFile:
    """The readings of a plan, each record's sorted out when it is first asked for."""

    plan: Plan
    _shelves: dict[str, _Shelf] = field(default_factory=dict)

    def key(self, record: Record, reading: Reading) -> ReadingKey:
        """Answer what a reading is known by."""
        return reading.key(self.plan.area_read(record, reading))

    def same(self, record: Record, reading: Reading) -> Reading | None:
        """Answer the reading on file with the same key."""
        return self._shelf(record).by_key.get(self.key(record, reading))

    def until(self, record: Record, reading: Reading) -> tuple[Reading, ...]:
        """Answer the last value on file of the same area and part that is not later."""
        series = self.plan.area_read(record, reading), reading.part
        days, values = self._shelf(record).by_day.get(series, ([], []))
        at = bisect_right(days, reading.date)
        return (values[at - 1],) if at else ()

    def _shelf(self, record: Record) -> _Shelf:
        if record.id not in self._shelves:
            given = self.plan.readings.get(record.id, ())
            by_key = {self.key(record, one): one for one in given}
            self._shelves[record.id] = _Shelf(by_key, self._by_day(record, given))
        return self._shelves[record.id]

    def _by_day(
        self, record: Record, given: Sequence[Reading]
    ) -> dict[_Series, tuple[list[date], list[Reading]]]:
        found: dict[_Series, tuple[list[date], list[Reading]]] = {}
        for one in sorted(self._values(given), key=lambda one: one.date):
            series = self.plan.area_read(record, one), one.part
            days, values = found.setdefault(series, ([], []))
            days.append(one.date)
            values.append(one)
        return found

    @staticmethod
    def _values(given: Sequence[Reading]) -> Iterator[Reading]:
        return (one for one in given if one.measure is None and one.value is not None)
