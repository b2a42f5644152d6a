"""Rules about goals and the paths to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fjdex.check.view import At, View, an_agency, told
from fjdex.plan.findings import Finding
from fjdex.plan.quantities import plain
from fjdex.plan.records import Goal, Outcome, PathPoint, Record, Target
from fjdex.plan.terms import Kind
from fjdex.yamlio.nodes import Step


def goal_faults(view: View) -> Iterator[Finding]:
    """Each target has goals that fit its kind, in the order in which they were decided."""
    for record, at in view.rated():
        yield from told(_unled(record, at))
        if isinstance(record, Outcome):
            way = _Way(record.path, record.due.date, None, Kind.DELIVERABLE)
            yield from told(way.faults(at, ()))
    for target, at in zip(view.plan.targets, view.at("targets.yaml"), strict=True):
        for rule in (_goalless, _order, _ends, _each):
            yield from told(rule(target, at))


def _unled(record: Record, at: At) -> Iterator[Finding]:
    if not record.leads:
        arguments = {"key": "leads", "why": "leads", "near": an_agency(at.loaded.draft)}
        yield Finding("value-empty", at("leads"), arguments)


def _goalless(target: Target, at: At) -> Iterator[Finding]:
    if not target.goals:
        wanted = ", ".join(f"{key}: …" for key in _keys(target.kind)[0])
        arguments = {"key": "goals", "why": "goals", "near": wanted}
        yield Finding("value-empty", at("goals"), arguments)


def _each(target: Target, at: At) -> Iterator[Finding]:
    for index, goal in enumerate(target.goals):
        yield from told(_incomplete(target, goal, at, index))
        yield from told(_late(goal, at, index))
        yield from told(_path(target, goal, at, index))


def _order(target: Target, at: At) -> Iterator[Finding]:
    last: dict[str | None, Goal] = {}
    for index, goal in enumerate(target.goals):
        above = last.get(goal.area)
        if above is not None and goal.decided < above.decided:
            arguments = {"text": goal.decided.isoformat(), "above": above.decided.isoformat()}
            yield Finding("goal-order", at("goals", index, "decided"), arguments)
        last[goal.area] = goal


def _late(goal: Goal, at: At, index: int) -> Iterator[Finding]:
    """A goal is decided before it is due."""
    if goal.decided > goal.due:
        arguments = {"text": goal.decided.isoformat(), "due": goal.due.isoformat()}
        yield Finding("goal-after-due", at("goals", index, "decided"), arguments)


def _ends(target: Target, at: At) -> Iterator[Finding]:
    """The way starts before the last goal is due, and what a later plan asks is due after it."""
    own = [goal for goal in target.goals if goal.area in {None, target.area}]
    if not own:
        return
    due = own[-1].due
    if target.baseline and target.baseline.date >= due:
        arguments = {"text": target.baseline.date.isoformat(), "due": due.isoformat()}
        yield Finding("baseline-order", at("baseline", "date"), arguments)
    if target.next and target.next.due < due:
        arguments = {"text": target.next.due.isoformat(), "due": due.isoformat()}
        yield Finding("next-order", at("next", "due"), arguments)


# The keys that a goal or a planned value needs, and those that it does not take.
_OF_NUMBERS = (("value", "operator"), ("state",))
_OF_STATES = (("state",), ("value", "operator"))


def _keys(kind: Kind) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return _OF_STATES if kind is Kind.DELIVERABLE else _OF_NUMBERS


def _incomplete(target: Target, goal: Goal, at: At, index: int) -> Iterator[Finding]:
    wanted, refused = _keys(target.kind)
    there = [key for key in refused if getattr(goal, key) is not None]
    for key in there:
        arguments = {"key": key, "kind": target.kind.value, "why": "unwanted"}
        yield Finding("goal-incomplete", at("goals", index, key), arguments)
    for key in wanted:
        if not there and getattr(goal, key) is None:
            arguments = {"key": key, "kind": target.kind.value, "why": "missing"}
            yield Finding("goal-incomplete", at("goals", index), arguments)


def _path(target: Target, goal: Goal, at: At, index: int) -> Iterator[Finding]:
    base = target.baseline.date if target.baseline and goal.area is None else None
    way = _Way(goal.path, goal.due, base, target.kind)
    yield from told(way.faults(at, ("goals", index)))
    for number, point in enumerate(goal.path):
        if point.value is not None and _outside(target, goal, point.value):
            arguments = {"text": plain(point.value), "goal": plain(goal.value or point.value)}
            yield Finding("path-outside", at("goals", index, "path", number, "value"), arguments)


@dataclass(frozen=True)
class _Way:
    """What is planned on the way to a goal, or to an outcome's delivery."""

    points: Sequence[PathPoint]
    due: date | None
    base: date | None
    kind: Kind

    def faults(self, at: At, above: tuple[Step, ...]) -> Iterator[Finding]:
        """Each planned value is of its kind, and each is later than what stands before it."""
        last = self.base
        for number, point in enumerate(self.points):
            where = (*above, "path", number)
            yield from self._misfits(point, at, where)
            for why, arguments in self._misplaced(point.date, last, first=not number):
                arguments |= {"text": point.date.isoformat(), "why": why}
                yield Finding("path-order", at(*where, "date"), arguments)
            last = point.date

    def _misfits(self, point: PathPoint, at: At, where: tuple[Step, ...]) -> Iterator[Finding]:
        (wanted, *_), (refused, *_) = _keys(self.kind)
        lacks = getattr(point, wanted) is None
        said = {"kind": self.kind.value}
        if getattr(point, refused) is not None:
            said |= {"key": refused, "near": wanted, "why": "instead" if lacks else "extra"}
            yield Finding("goal-incomplete", at(*where, refused), said)
        elif lacks:
            yield Finding("goal-incomplete", at(*where), {**said, "key": wanted, "why": "point"})

    def _misplaced(
        self, day: date, last: date | None, *, first: bool
    ) -> Iterator[tuple[str, dict[str, str]]]:
        if self.due is not None and day > self.due:
            yield "due", {"due": self.due.isoformat()}
        elif last is not None and day <= last:
            yield "baseline" if first else "above", {"above": last.isoformat()}


def _outside(target: Target, goal: Goal, value: Decimal) -> bool:
    """Whether a planned value overshoots the goal or lies behind the baseline on file."""
    if goal.value is None or goal.operator is None:
        return False
    own = target.baseline is not None and goal.area is None
    base = target.baseline.value if own and target.baseline else value
    low, high = (base, goal.value) if goal.operator.rising else (goal.value, base)
    return not low <= value <= high
