"""The tables of what the plan asks: records, parts, goals, and planned values on the way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from fjdex.exchange.table import Field, Table, Type, held, table, worded
from fjdex.plan.plan import Plan
from fjdex.plan.records import (
    Baseline,
    Clause,
    Due,
    Goal,
    NextGoal,
    Outcome,
    Part,
    PathPoint,
    Record,
    Target,
    Task,
)
from fjdex.plan.terms import Kind
from fjdex.plan.words import Words


@dataclass(frozen=True, slots=True)
class _Kept:
    """A record of a plan; what it has no key for is None."""

    plan: Plan
    record: Record

    @property
    def baseline(self) -> Baseline | None:
        """Where a target started."""
        return self.record.baseline if isinstance(self.record, Target) else None

    @property
    def next(self) -> NextGoal | None:
        """What a later plan asks of a target."""
        return self.record.next if isinstance(self.record, Target) else None

    @property
    def clause(self) -> Clause | None:
        """Where the plan states a target."""
        return self.record.clause if isinstance(self.record, Target) else None

    @property
    def content(self) -> Words | None:
        """What is to be done, of a task."""
        return self.record.content if isinstance(self.record, Task) else None

    @property
    def due(self) -> Due | None:
        """The due date in the plan's words, of a task or an outcome."""
        return None if isinstance(self.record, Target) else self.record.due


@dataclass(frozen=True, slots=True)
class _Goal:
    """A goal of a target; `in_force` is whether it was the last one decided for its area."""

    target: Target
    goal: Goal
    in_force: bool


@dataclass(frozen=True, slots=True)
class _Planned:
    """A planned value or state on the way to a goal, or to an outcome's delivery."""

    id: str
    goal: Goal | None
    point: PathPoint


@dataclass(frozen=True, slots=True)
class _PartOf:
    outcome: Outcome
    part: Part


_RECORD: tuple[Field[_Kept], ...] = (
    Field("id", Type.ID, lambda one: one.record.id),
    Field("list", Type.CODE, lambda one: one.plan.list_of(one.record).one),
    Field("section", Type.ID, lambda one: held(one.record, "section")),
    *worded("name", lambda one: one.record.title),
    *worded("content", lambda one: one.content),
    Field("kind", Type.CODE, lambda one: held(one.record, "kind") or Kind.DELIVERABLE),
    Field("unit", Type.TEXT, lambda one: held(one.record, "unit")),
    Field("area", Type.ID, lambda one: held(one.record, "area")),
    Field("lead", Type.ID, lambda one: next(iter(one.record.leads), None)),
    Field("leads", Type.LIST, lambda one: one.record.leads),
    Field("tasks", Type.LIST, lambda one: held(one.record, "tasks") or ()),
    Field("outcomes", Type.LIST, lambda one: held(one.record, "outcomes") or ()),
    Field("due", Type.DAY, lambda one: held(one.due, "date")),
    Field("due_text", Type.TEXT, lambda one: held(one.due, "text")),
    *worded("due_note", lambda one: held(one.due, "note")),
    Field("clause_ref", Type.TEXT, lambda one: held(one.clause, "ref")),
    Field("clause_text", Type.TEXT, lambda one: held(one.clause, "text")),
    Field("baseline_value", Type.NUMBER, lambda one: held(one.baseline, "value")),
    Field("baseline_date", Type.DAY, lambda one: held(one.baseline, "date")),
    Field("baseline_source", Type.ID, lambda one: held(one.baseline, "source")),
    *worded("baseline_note", lambda one: held(one.baseline, "note")),
    Field("next_value", Type.NUMBER, lambda one: held(one.next, "value")),
    Field("next_due", Type.DAY, lambda one: held(one.next, "due")),
    Field("next_source", Type.ID, lambda one: held(one.next, "source")),
    *worded("next_note", lambda one: held(one.next, "note")),
    Field("every", Type.CODE, lambda one: one.record.every),
    Field("lag", Type.COUNT, lambda one: one.record.lag),
    *worded("note", lambda one: one.record.note),
)
_PART: tuple[Field[_PartOf], ...] = (
    Field("id", Type.ID, lambda one: one.outcome.id),
    Field("part", Type.ID, lambda one: one.part.id),
    *worded("name", lambda one: one.part.name),
    Field("area", Type.ID, lambda one: one.part.area),
)
_GOAL: tuple[Field[_Goal], ...] = (
    Field("id", Type.ID, lambda one: one.target.id),
    Field("area", Type.ID, lambda one: one.goal.area),
    Field("decided", Type.DAY, lambda one: one.goal.decided),
    Field("due", Type.DAY, lambda one: one.goal.due),
    Field("operator", Type.CODE, lambda one: one.goal.operator),
    Field("value", Type.NUMBER, lambda one: one.goal.value),
    Field("state", Type.CODE, lambda one: one.goal.state),
    Field("unit", Type.TEXT, lambda one: one.target.unit),
    Field("of", Type.DAY, lambda one: one.goal.of),
    Field("in_force", Type.TRUTH, lambda one: one.in_force),
    Field("source", Type.ID, lambda one: one.goal.source),
    *worded("note", lambda one: one.goal.note),
)
_PATH: tuple[Field[_Planned], ...] = (
    Field("id", Type.ID, lambda one: one.id),
    Field("area", Type.ID, lambda one: held(one.goal, "area")),
    Field("decided", Type.DAY, lambda one: held(one.goal, "decided")),
    Field("date", Type.DAY, lambda one: one.point.date),
    Field("value", Type.NUMBER, lambda one: one.point.value),
    Field("state", Type.CODE, lambda one: one.point.state),
    Field("source", Type.ID, lambda one: one.point.source),
    *worded("note", lambda one: one.point.note),
)


def _goals(targets: Iterable[Target], day: date) -> Iterator[_Goal]:
    for target in targets:
        last: dict[str | None, Goal] = {}
        for goal in target.goals:
            if goal.decided <= day:
                last[goal.area or target.area] = goal
        in_force = set(map(id, last.values()))
        for goal in target.goals:
            yield _Goal(target, goal, id(goal) in in_force)


def _planned(record: Record) -> Iterator[_Planned]:
    if isinstance(record, Outcome):
        yield from (_Planned(record.id, None, point) for point in record.path)
    if isinstance(record, Target):
        pairs = ((goal, point) for goal in record.goals for point in goal.path)
        yield from (_Planned(record.id, goal, point) for goal, point in pairs)


def record_tables(plan: Plan, records: Iterable[Record], day: date) -> tuple[Table, ...]:
    """Answer what the plan asks of some records, with the goals in force on a day."""
    listed = tuple(records)
    targets = [one for one in listed if isinstance(one, Target)]
    outcomes = [one for one in listed if isinstance(one, Outcome)]
    return (
        table("records", _RECORD, lambda: (_Kept(plan, one) for one in listed)),
        table(
            "parts", _PART, lambda: (_PartOf(one, part) for one in outcomes for part in one.parts)
        ),
        table("goals", _GOAL, lambda: _goals(targets, day)),
        table("path", _PATH, lambda: (one for record in listed for one in _planned(record))),
    )
