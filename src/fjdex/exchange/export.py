"""A plan as tables in long form: one fact a row, no cell that has to be taken apart."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from fjdex.assess.assessment import Assessment
from fjdex.exchange.export_ratings import ratings_table
from fjdex.exchange.export_readings import readings_table
from fjdex.exchange.export_records import record_tables
from fjdex.exchange.export_registers import Asked, register_tables, remarks_table
from fjdex.exchange.table import Table
from fjdex.plan.records import Record

TABLES = (
    "readings",
    "ratings",
    "records",
    "parts",
    "goals",
    "path",
    "remarks",
    "sources",
    "agencies",
    "areas",
    "sections",
    "classes",
    "plan",
)


@dataclass(frozen=True)
class Export:
    """The tables of what is asked, with the rows of the records that have one of some ids.

    `assess` answers the ratings, and is asked only where their table is.
    """

    asked: Asked
    ids: Collection[str]
    assess: Callable[[], Assessment]

    def tables(self, names: Collection[str] = TABLES) -> tuple[Table, ...]:
        """Answer the tables with some names, in the order of `TABLES`."""
        return tuple(self._table(name) for name in TABLES if name in names)

    def _table(self, name: str) -> Table:
        if name == "ratings":
            return ratings_table(self.assess(), self.ids)
        if name == "readings":
            return readings_table(self.asked.plan, self._records)
        return self._others[name]

    @property
    def _records(self) -> tuple[Record, ...]:
        return tuple(one for one in self.asked.plan.records.values() if one.id in self.ids)

    @cached_property
    def _others(self) -> Mapping[str, Table]:
        plan, day = self.asked.plan, self.asked.as_of
        found = (
            *record_tables(plan, self._records, day),
            remarks_table(plan, self.ids),
            *register_tables(self.asked),
        )
        return {one.name: one for one in found}
