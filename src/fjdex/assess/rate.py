"""Rating one record by its own readings: a target by its values or states, the rest by states."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from fjdex.assess.bounds import Aim
from fjdex.assess.deciding import deciding_series
from fjdex.assess.deliverables import Wanted, delivery_of, delivery_of_parts, rate_states
from fjdex.assess.duepath import start_of
from fjdex.assess.flags import with_verdict
from fjdex.assess.item import Item, Outlook, Verdict
from fjdex.assess.series import Series, oldest_first, part_states, series_of
from fjdex.assess.values import Case, bands_of, rate_values
from fjdex.assess.year import needed, year_pace
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Goal, Outcome, Target, Task
from fjdex.plan.terms import Kind, ListName, Rating, State

# Ratings under which an item is still on its way, so that looking ahead makes sense.
_UNDER_WAY = frozenset(
    {
        Rating.AHEAD,
        Rating.ON_SCHEDULE,
        Rating.BEHIND,
        Rating.FAR_BEHIND,
        Rating.REVERSING,
        Rating.NO_BASELINE,
    }
)


def goal_in_force(target: Target, day: date) -> Goal | None:
    """Answer the last goal for the target's own area that was decided on or before a day."""
    own = (goal for goal in target.goals if goal.area in {None, target.area})
    decided = [goal for goal in own if goal.decided <= day]
    return decided[-1] if decided else None


def case_of(plan: Plan, target: Target, as_of: date) -> Case | None:
    """Answer what a target of numbers is rated from; None for a deliverable or without a goal."""
    goal = goal_in_force(target, as_of)
    if goal is None or target.kind is Kind.DELIVERABLE:
        return None
    return _case(plan, target, goal, series_of(plan, target, as_of), as_of)


def _case(plan: Plan, target: Target, goal: Goal, series: Series, as_of: date) -> Case | None:
    aim = Aim.of(goal, Fraction(plan.header.about))
    if aim is None:
        return None
    start = None if target.kind is Kind.GROWTH else start_of(plan, target, series)
    bands = bands_of(plan.header.bands)
    return Case(target, goal, aim, series.values, start, as_of, bands)


def rate_target(plan: Plan, target: Target, as_of: date) -> Item:
    """Rate a target by the goal in force; without one it has no due date and is ongoing."""
    goal = goal_in_force(target, as_of)
    series = deciding_series(plan, target, goal, as_of)
    item = Item(
        id=target.id,
        list=ListName.TARGETS,
        rating=Rating.ONGOING,
        due=goal.due if goal else None,
        goal=goal,
        beside=series.beside,
    )
    if series.cancelled:
        cancelled = Verdict(rating=Rating.CANCELLED, reading=series.cancelled)
        return with_verdict(plan, item, cancelled, as_of)
    if goal is None:
        return item
    verdict = _verdict(plan, target, goal, series, as_of)
    return replace(with_verdict(plan, item, verdict, as_of), latest=_latest(series, verdict))


def _latest(series: Series, verdict: Verdict) -> Reading | None:
    """Answer the last value that counts, where the verdict rests on one of an earlier day."""
    last, taken = series.values[-1] if series.values else None, verdict.reading
    return last if last and taken and taken.date < last.date else None


def _verdict(plan: Plan, target: Target, goal: Goal, series: Series, as_of: date) -> Verdict:
    if target.kind is Kind.DELIVERABLE:
        wanted = Wanted(goal.due, goal.state or State.DELIVERED, goal.path)
        delivery = delivery_of(series.states, wanted.state)
        return rate_states(series.states, delivery, wanted, as_of)
    case = _case(plan, target, goal, series, as_of)
    if case is None:
        return Verdict(rating=Rating.NO_READING)
    verdict = rate_values(case)
    return replace(verdict, outlook=_outlook(case, verdict))


def _outlook(case: Case, verdict: Verdict) -> Outlook | None:
    """Say where an item stands that is neither met nor due."""
    reading, pace = verdict.reading, verdict.pace
    if verdict.rating not in _UNDER_WAY or reading is None:
        return None
    return Outlook(
        year=year_pace(case, reading, pace) if pace else None,
        needed=needed(case, reading, pace) if pace else None,
    )


def rate_by_states(plan: Plan, record: Outcome | Task, as_of: date) -> Item:
    """Rate an outcome or a task by its own states and those of its parts."""
    series = series_of(plan, record, as_of)
    parts = record.parts if isinstance(record, Outcome) else ()
    of_parts = [part_states(plan, record, part, as_of) for part in parts]
    deliveries = [delivery_of(states) for states in of_parts]
    done = sum(one is not None for one in deliveries)
    item = Item(
        id=record.id,
        list=plan.list_of(record),
        rating=Rating.ONGOING,
        due=record.due.date,
        reading=series.states[-1] if series.states else None,
        beside=series.beside - sum(map(len, of_parts)),
        parts=(done, len(parts)) if parts else None,
    )
    if series.cancelled:
        verdict = Verdict(rating=Rating.CANCELLED, reading=series.cancelled)
        return with_verdict(plan, item, verdict, as_of)
    if record.due.date is None:
        return item
    delivery = delivery_of(series.states) or delivery_of_parts(deliveries)
    states = oldest_first(plan, series.states, *of_parts)
    path = record.path if isinstance(record, Outcome) else ()
    wanted = Wanted(record.due.date, path=path)
    return with_verdict(plan, item, rate_states(states, delivery, wanted, as_of), as_of)
