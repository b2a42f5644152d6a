"""The table of ratings: each record as of a day, with everything that its rating rests on."""

from collections.abc import Container
from dataclasses import dataclass
from fractions import Fraction

from fjdex.assess.assessment import Assessment
from fjdex.assess.exact import decimal_of
from fjdex.assess.item import Forecast, Item, Needed, YearPace
from fjdex.exchange.table import Field, Table, Type, Value, held, table, worded
from fjdex.plan.plan import Plan
from fjdex.plan.records import Record, Target
from fjdex.plan.terms import Kind


@dataclass(frozen=True, slots=True)
class _Rated:
    """An item as of a day, with its record."""

    whole: Assessment
    item: Item

    @property
    def plan(self) -> Plan:
        """The plan that was rated."""
        return self.whole.plan

    @property
    def record(self) -> Record:
        """The record that was rated."""
        return self.plan.records[self.item.id]

    @property
    def unit(self) -> str | None:
        """The unit of a target's values."""
        return self.record.unit if isinstance(self.record, Target) else None

    @property
    def class_(self) -> str | None:
        """The bulletin's class in which the rating counts."""
        classes = self.plan.header.classes
        return next((one.id for one in classes if self.item.rating in one.ratings), None)

    @property
    def year(self) -> YearPace | None:
        """The year's pace."""
        return self.item.outlook.year if self.item.outlook else None

    @property
    def needed(self) -> Needed | None:
        """What each remaining month must bring."""
        return self.item.outlook.needed if self.item.outlook else None

    @property
    def forecast(self) -> Forecast | None:
        """Where the readings point."""
        return self.whole.forecast(self.item)

    def number(self, thing: object, name: str) -> Value:
        """Answer a fraction of what the rating rests on; None where that is not there."""
        value: Fraction | None = getattr(thing, name, None)
        return None if value is None else decimal_of(value)

    def pace(self, thing: object) -> Value:
        """Answer a pace with as many digits as keep it in its band."""
        value: Fraction | None = getattr(thing, "ratio", None)
        bounds = [Fraction(least) for least in self.plan.header.bands.values()]
        return None if value is None else decimal_of(value, bounds)


def _within(item: Item) -> str | None:
    within = item.reading.within if item.reading else None
    return str(within) if within else None


_RECORD: tuple[Field[_Rated], ...] = (
    Field("as_of", Type.DAY, lambda one: one.whole.as_of),
    Field("id", Type.ID, lambda one: one.item.id),
    Field("list", Type.CODE, lambda one: one.item.list.one),
    *worded("name", lambda one: one.record.title),
    Field("kind", Type.CODE, lambda one: held(one.record, "kind") or Kind.DELIVERABLE),
    Field("section", Type.ID, lambda one: held(one.record, "section")),
    Field("lead", Type.ID, lambda one: next(iter(one.record.leads), None)),
    Field("leads", Type.LIST, lambda one: one.record.leads),
    Field("rating", Type.CODE, lambda one: one.item.rating),
    Field("class", Type.ID, lambda one: one.class_),
    Field("flags", Type.LIST, lambda one: tuple(flag.value for flag in one.item.flags)),
    Field("due", Type.DAY, lambda one: one.item.due),
    Field("overdue", Type.COUNT, lambda one: one.item.overdue),
)
_GOAL: tuple[Field[_Rated], ...] = (
    Field("goal_operator", Type.CODE, lambda one: held(one.item.goal, "operator")),
    Field("goal_value", Type.NUMBER, lambda one: held(one.item.goal, "value")),
    Field("goal_state", Type.CODE, lambda one: held(one.item.goal, "state")),
    Field("goal_decided", Type.DAY, lambda one: held(one.item.goal, "decided")),
    Field("unit", Type.TEXT, lambda one: one.unit),
)
_READING: tuple[Field[_Rated], ...] = (
    Field("reading_value", Type.NUMBER, lambda one: held(one.item.reading, "value")),
    Field("reading_state", Type.CODE, lambda one: held(one.item.reading, "state")),
    Field("reading_date", Type.DAY, lambda one: held(one.item.reading, "date")),
    Field("reading_within", Type.PERIOD, lambda one: _within(one.item)),
    Field("reading_part", Type.ID, lambda one: held(one.item.reading, "part")),
    Field("reading_qualifier", Type.CODE, lambda one: held(one.item.reading, "qualifier")),
    Field("reading_status", Type.CODE, lambda one: held(one.item.reading, "status")),
    Field("reading_source", Type.ID, lambda one: held(one.item.reading, "source")),
    Field("reading_line", Type.COUNT, lambda one: held(one.item.reading, "line")),
    Field("baseline_value", Type.NUMBER, lambda one: one.number(one.item.start, "value")),
    Field("baseline_date", Type.DAY, lambda one: held(one.item.start, "date")),
    Field("baseline_derived", Type.TRUTH, lambda one: held(one.item.start, "derived")),
)
_PACE: tuple[Field[_Rated], ...] = (
    Field("expected", Type.NUMBER, lambda one: one.number(one.item.pace, "expected")),
    Field("pace", Type.NUMBER, lambda one: one.pace(one.item.pace)),
    Field("pace_bound", Type.CODE, lambda one: held(one.item.pace, "lean")),
    Field("pace_year", Type.NUMBER, lambda one: one.pace(one.year)),
    Field("pace_year_bound", Type.CODE, lambda one: held(one.year, "lean")),
    Field("needed_per_month", Type.NUMBER, lambda one: one.number(one.needed, "per_month")),
    Field("so_far_per_month", Type.NUMBER, lambda one: one.number(one.needed, "so_far")),
    Field("projected", Type.NUMBER, lambda one: one.number(one.forecast, "projected")),
    Field("reaches", Type.DAY, lambda one: held(one.forecast, "reaches")),
    Field("share", Type.NUMBER, lambda one: one.number(one.item, "share")),
    Field("beside", Type.COUNT, lambda one: one.item.beside),
    Field("parts_delivered", Type.COUNT, lambda one: one.item.parts and one.item.parts[0]),
    Field("parts", Type.COUNT, lambda one: one.item.parts and one.item.parts[1]),
    Field("worst", Type.ID, lambda one: one.item.worst),
)


def ratings_table(assessment: Assessment, ids: Container[str]) -> Table:
    """Answer the ratings of the records with some ids."""
    chosen = [_Rated(assessment, one) for one in assessment.items.values() if one.id in ids]
    return table("ratings", (*_RECORD, *_GOAL, *_READING, *_PACE), lambda: chosen)
