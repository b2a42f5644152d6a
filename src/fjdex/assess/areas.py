"""A plan as it is for one area: the goals that were set for it, and what lies in it.

Readings of a city never stand in for the province, and the province's goal is never a city's: an
area is rated only where a goal of its own is on file.
"""

from collections.abc import Sequence
from dataclasses import replace

from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Outcome, Target


def plan_of_area(plan: Plan, area: str) -> Plan:
    """Answer the plan of one area; of the whole it is the plan itself.

    Targets keep the goals set for the area, and stand in for it; outcomes are kept that lie in it
    or have parts there, with these parts alone; tasks that then still rest on something.
    """
    if area == plan.whole:
        return plan
    targets = tuple(filter(None, (_target(target, area) for target in plan.targets)))
    outcomes = tuple(filter(None, (_outcome(outcome, area) for outcome in plan.outcomes)))
    named = {task for target in targets for task in target.tasks}
    named |= {task for outcome in outcomes for task in outcome.tasks}
    tasks = tuple(task for task in plan.tasks if task.id in named)
    readings = {id_: _with_areas(plan, id_) for id_ in plan.readings}
    return replace(plan, tasks=tasks, outcomes=outcomes, targets=targets, readings=readings)


def _with_areas(plan: Plan, id_: str) -> Sequence[Reading]:
    """Write out the area of every reading: one that names none is still the record's own."""
    record, readings = plan.records.get(id_), plan.readings[id_]
    if record is None:
        return readings
    return tuple(replace(one, area=plan.area_read(record, one)) for one in readings)


def _target(target: Target, area: str) -> Target | None:
    if target.area == area:
        return target
    goals = tuple(replace(goal, area=None) for goal in target.goals if goal.area == area)
    return replace(target, area=area, goals=goals, baseline=None, next=None) if goals else None


def _outcome(outcome: Outcome, area: str) -> Outcome | None:
    if outcome.area == area:
        return outcome
    parts = tuple(part for part in outcome.parts if part.area == area)
    return replace(outcome, area=area, parts=parts) if parts else None
