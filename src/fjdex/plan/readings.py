"""Readings: observed values and states, each for a day, an area and a source."""

from dataclasses import dataclass, field
from datetime import date as calendar_day

from fjdex.plan.period import PeriodText
from fjdex.plan.scalars import Day, NameId, Number, Slug, Text
from fjdex.plan.terms import Comparability, Qualifier, State, Status
from fjdex.plan.words import Note, Words

ReadingKey = tuple[calendar_day, str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One observed value or state.

    The order of the fields is the order of the keys in a canonical line. `area` and `part` are
    None where the record's own are meant. `measure`, with its own `unit`, marks another quantity
    than the record's. `line` is the line of its file, from 1: where the reading stands, not what
    it says, so it does not count when two readings are compared, and no file may write it.
    """

    date: Day
    within: PeriodText | None = None
    period: PeriodText | None = None
    area: NameId | None = None
    part: Slug | None = None
    value: Number | None = None
    state: State | None = None
    qualifier: Qualifier = Qualifier.EXACT
    status: Status = Status.FINAL
    printed: Text | None = None
    measure: Words | None = None
    unit: Text | None = None
    comparability: Comparability = Comparability.SAME
    source: Slug | None = None
    note: Note | None = None
    line: int = field(default=0, compare=False)

    def key(self, area: str) -> ReadingKey:
        """Answer what a reading is known by: date, area, part, measure and source.

        `area` is the one that an absent area stands for.
        """
        measure = self.measure.zh if self.measure else ""
        return (self.date, self.area or area, self.part or "", measure, self.source or "")
