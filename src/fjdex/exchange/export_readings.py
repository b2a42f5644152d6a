"""The table of readings: what the files hold, column by column, and what follows from it.

The first eighteen columns are a reading's own keys in the order in which a line has them; a table
read back needs no others (docs/exchange.md).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fjdex.exchange.table import Field, Table, Type, held, table, worded
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Record, Source, Target


@dataclass(frozen=True, slots=True)
class Filed:
    """A reading with the record in whose file it stands."""

    plan: Plan
    record: Record
    reading: Reading

    @property
    def source(self) -> Source | None:
        """The source that it cites, where that is on the register."""
        return self.plan.source.get(self.reading.source or "")

    @property
    def unit(self) -> str | None:
        """The unit that the value is in."""
        own = self.record.unit if isinstance(self.record, Target) else None
        return self.reading.unit or (own if self.reading.value is not None else None)


def _period(period: object) -> str | None:
    return None if period is None else str(period)


_HELD: tuple[Field[Filed], ...] = (
    Field("id", Type.ID, lambda one: one.record.id),
    Field("date", Type.DAY, lambda one: one.reading.date),
    Field("within", Type.PERIOD, lambda one: _period(one.reading.within)),
    Field("period", Type.PERIOD, lambda one: _period(one.reading.period)),
    Field("area", Type.ID, lambda one: one.reading.area),
    Field("part", Type.ID, lambda one: one.reading.part),
    Field("value", Type.NUMBER, lambda one: one.reading.value),
    Field("state", Type.CODE, lambda one: one.reading.state),
    Field("qualifier", Type.CODE, lambda one: one.reading.qualifier),
    Field("status", Type.CODE, lambda one: one.reading.status),
    Field("printed", Type.TEXT, lambda one: one.reading.printed),
    *worded("measure", lambda one: one.reading.measure),
    Field("unit", Type.TEXT, lambda one: one.reading.unit),
    Field("comparability", Type.CODE, lambda one: one.reading.comparability),
    Field("source", Type.ID, lambda one: one.reading.source),
    *worded("note", lambda one: one.reading.note),
)
_FOLLOWS: tuple[Field[Filed], ...] = (
    Field("list", Type.CODE, lambda one: one.plan.list_of(one.record).one),
    *worded("name", lambda one: one.record.title),
    Field("area_read", Type.ID, lambda one: one.plan.area_read(one.record, one.reading)),
    Field("unit_read", Type.TEXT, lambda one: one.unit),
    Field("published", Type.DAY, lambda one: held(one.source, "published")),
    Field("line", Type.COUNT, lambda one: one.reading.line),
)


def readings_table(plan: Plan, records: Iterable[Record]) -> Table:
    """Answer the readings of some records, record by record, each in the order of its file."""
    listed = tuple(records)

    def filed() -> Iterator[Filed]:
        for record in listed:
            for reading in plan.readings.get(record.id, ()):
                yield Filed(plan, record, reading)

    return table("readings", (*_HELD, *_FOLLOWS), filed)
