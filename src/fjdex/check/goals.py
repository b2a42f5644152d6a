"""Rules about goals and the paths to them."""

from collections.abc import Iterator
from decimal import Decimal

from fjdex.check.view import At, View, told
from fjdex.plan.findings import Finding
from fjdex.plan.quantities import plain
from fjdex.plan.records import Goal, Record, Target
from fjdex.plan.terms import Kind


def goal_faults(view: View) -> Iterator[Finding]:
    """Each target has goals that fit its kind, in the order in which they were decided."""
    for record, at in view.rated():
        yield from told(_unled(record, at))
    for target, at in zip(view.plan.targets, view.at("targets.yaml"), strict=True):
        for rule in (_goalless, _order, _ends, _each):
            yield from told(rule(target, at))


def _unled(record: Record, at: At) -> Iterator[Finding]:
    if not record.leads:
        yield Finding("value-empty", at("leads"), {"key": "leads"})


def _goalless(target: Target, at: At) -> Iterator[Finding]:
    if not target.goals:
        yield Finding("value-empty", at("goals"), {"key": "goals"})


def _each(target: Target, at: At) -> Iterator[Finding]:
    for index, goal in enumerate(target.goals):
        yield from told(_incomplete(target, goal, at, index))
        yield from told(_path(target, goal, at, index))


def _order(target: Target, at: At) -> Iterator[Finding]:
    last: dict[str | None, Goal] = {}
    for index, goal in enumerate(target.goals):
        above = last.get(goal.area)
        if above is not None and goal.decided < above.decided:
            arguments = {"text": goal.decided.isoformat(), "above": above.decided.isoformat()}
            yield Finding("goal-order", at("goals", index, "decided"), arguments)
        last[goal.area] = goal


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


# The keys that a goal needs, and those that it does not take.
_OF_NUMBERS = (("value", "operator"), ("state",))
_OF_STATES = (("state",), ("value", "operator"))


def _incomplete(target: Target, goal: Goal, at: At, index: int) -> Iterator[Finding]:
    wanted, refused = _OF_STATES if target.kind is Kind.DELIVERABLE else _OF_NUMBERS
    there = [key for key in refused if getattr(goal, key) is not None]
    for key in there:
        arguments = {"key": key, "kind": target.kind.value, "why": "unwanted"}
        yield Finding("goal-incomplete", at("goals", index, key), arguments)
    for key in wanted:
        if not there and getattr(goal, key) is None:
            arguments = {"key": key, "kind": target.kind.value, "why": "missing"}
            yield Finding("goal-incomplete", at("goals", index), arguments)


def _path(target: Target, goal: Goal, at: At, index: int) -> Iterator[Finding]:
    last = target.baseline.date if target.baseline and goal.area is None else None
    key = _OF_STATES[0][0] if target.kind is Kind.DELIVERABLE else _OF_NUMBERS[0][0]
    for number, point in enumerate(goal.path):
        where = ("goals", index, "path", number)
        if getattr(point, key) is None:
            arguments = {"key": key, "kind": target.kind.value, "why": "point"}
            yield Finding("goal-incomplete", at(*where), arguments)
        arguments = {"text": point.date.isoformat(), "due": goal.due.isoformat()}
        if point.date > goal.due:
            yield Finding("path-order", at(*where, "date"), {**arguments, "why": "due"})
        elif last is not None and point.date <= last:
            arguments |= {"above": last.isoformat(), "why": "above" if number else "baseline"}
            yield Finding("path-order", at(*where, "date"), arguments)
        last = point.date
        if point.value is not None and _outside(target, goal, point.value):
            arguments = {"text": plain(point.value), "goal": plain(goal.value or point.value)}
            yield Finding("path-outside", at(*where, "value"), arguments)


def _outside(target: Target, goal: Goal, value: Decimal) -> bool:
    """Whether a planned value overshoots the goal or lies behind the baseline on file."""
    if goal.value is None or goal.operator is None:
        return False
    own = target.baseline is not None and goal.area is None
    base = target.baseline.value if own and target.baseline else value
    low, high = (base, goal.value) if goal.operator.rising else (goal.value, base)
    return not low <= value <= high
