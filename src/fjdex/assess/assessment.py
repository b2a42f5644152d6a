"""The assessment of a whole plan as of a day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from fjdex.assess.bounds import Aim, value_of
from fjdex.assess.deliverables import Wanted, delivery_of, delivery_of_parts, rate_states
from fjdex.assess.duepath import start_of
from fjdex.assess.item import Flag, Item, Verdict
from fjdex.assess.rollup import counted, worst_of
from fjdex.assess.series import Series, oldest_first, part_states, series_of
from fjdex.assess.values import Case, bands_of, rate_values
from fjdex.plan.period import next_end
from fjdex.plan.plan import Plan
from fjdex.plan.records import Goal, Outcome, Record, Target, Task
from fjdex.plan.terms import Kind, ListName, Qualifier, Rating, State

_MET = frozenset({Rating.MET, Rating.MET_LATE, Rating.MET_UNDATED})
_CLOSED = _MET | {Rating.CANCELLED, Rating.ONGOING}
_OPEN_AFTER_DUE = frozenset(
    {
        Rating.MISSED,
        Rating.UNDECIDED,
        Rating.UNCONFIRMED,
        Rating.NO_READING,
        Rating.NO_BASELINE,
    }
)


@dataclass(frozen=True, slots=True)
class Assessment:
    """Every record of a plan as of a day, by id, in the order of the plan's lists."""

    plan: Plan
    as_of: date
    items: Mapping[str, Item]

    def of(self, name: ListName) -> tuple[Item, ...]:
        """Answer the items of one list."""
        return tuple(item for item in self.items.values() if item.list is name)

    def counts(self) -> Mapping[ListName, Mapping[Rating, int]]:
        """Count ratings for each list apart; they are never added up across lists."""
        return {name: counted([item.rating for item in self.of(name)]) for name in ListName}


def goal_in_force(target: Target, day: date) -> Goal | None:
    """Answer the last goal decided on or before a day."""
    decided = [goal for goal in target.goals if goal.decided <= day]
    return decided[-1] if decided else None


def assess(plan: Plan, as_of: date) -> Assessment:
    """Rate every record of a plan as of the end of a day.

    Raises `ValueError` for a day before the plan's start: there is nothing to rate then.
    """
    if as_of < plan.header.start:
        raise ValueError(as_of)
    targets = {one.id: _target(plan, one, as_of) for one in plan.targets}
    outcomes = {one.id: _outcome(plan, one, targets, as_of) for one in plan.outcomes}
    leaves = targets | outcomes
    tasks = {one.id: _task(plan, one, leaves, as_of) for one in plan.tasks}
    return Assessment(plan, as_of, targets | outcomes | tasks)


def _target(plan: Plan, target: Target, as_of: date) -> Item:
    series = series_of(plan, target, as_of)
    goal = goal_in_force(target, as_of)
    item = Item(
        id=target.id,
        list=ListName.TARGETS,
        rating=Rating.ONGOING,
        due=goal.due if goal else None,
        goal=goal,
        beside=series.beside,
    )
    if series.cancelled:
        return _flagged(
            plan, item, Verdict(rating=Rating.CANCELLED, reading=series.cancelled), as_of
        )
    if goal is None:
        return item
    return _flagged(plan, item, _verdict(plan, target, goal, series, as_of), as_of)


def _verdict(plan: Plan, target: Target, goal: Goal, series: Series, as_of: date) -> Verdict:
    if target.kind is Kind.DELIVERABLE:
        wanted = Wanted(goal.due, goal.state or State.DELIVERED, goal.path)
        delivery = delivery_of(series.states, wanted.state)
        return rate_states(series.states, delivery, wanted, as_of)
    aim = Aim.of(goal, Fraction(plan.header.about))
    if aim is None:
        return Verdict(rating=Rating.NO_READING)
    growth = target.kind is Kind.GROWTH
    start = None if growth else start_of(plan, target, series)
    bands = bands_of(plan.header.bands)
    return rate_values(Case(target, goal, aim, series.values, start, as_of, bands))


def _outcome(plan: Plan, outcome: Outcome, targets: Mapping[str, Item], as_of: date) -> Item:
    own = _by_states(plan, outcome, as_of)
    children = [targets[one.id] for one in plan.targets_of(outcome)]
    if not children or own.rating is Rating.CANCELLED:
        return own
    return _rolled_up(own, children, children, as_of)


def _task(plan: Plan, task: Task, below: Mapping[str, Item], as_of: date) -> Item:
    """Rate a task as its worst child; the targets of a cancelled outcome step aside with it."""
    own = _by_states(plan, task, as_of)
    outcomes = [one for one in plan.children_of(task) if isinstance(one, Outcome)]
    cancelled = [one for one in outcomes if below[one.id].rating is Rating.CANCELLED]
    gone = {target.id for one in cancelled for target in plan.targets_of(one)}
    direct = [one for one in plan.children_of(task) if isinstance(one, Target)]
    ids = [*(one.id for one in direct), *(one.id for one in outcomes)]
    children = [below[id_] for id_ in ids if id_ not in gone]
    if not children:
        return own
    leaves = {one.id: one for one in children if one.list is ListName.TARGETS}
    for outcome in outcomes:
        targets = () if outcome in cancelled else plan.targets_of(outcome)
        under = [one.id for one in targets] or [outcome.id]
        leaves |= {id_: below[id_] for id_ in under}
    if own.due is None or own.rating is Rating.CANCELLED:
        return replace(own, children=counted([one.rating for one in leaves.values()]))
    return _rolled_up(own, children, list(leaves.values()), as_of)


def _rolled_up(own: Item, children: list[Item], leaves: list[Item], as_of: date) -> Item:
    """Make an item as its worst child is."""
    worst, rating = worst_of([(one.id, one.rating) for one in children])
    overdue = _overdue(own.due, rating, as_of)
    return replace(
        own,
        rating=rating,
        worst=worst,
        children=counted([one.rating for one in leaves]),
        flags=() if overdue is None else (Flag.OVERDUE,),
        overdue=overdue,
    )


def _by_states(plan: Plan, record: Outcome | Task, as_of: date) -> Item:
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
        return replace(item, rating=Rating.CANCELLED)
    if record.due.date is None:
        return item
    delivery = delivery_of(series.states) or delivery_of_parts(deliveries)
    states = oldest_first(plan, series.states, *of_parts)
    wanted = Wanted(record.due.date)
    return _flagged(plan, item, rate_states(states, delivery, wanted, as_of), as_of)


def _flagged(plan: Plan, item: Item, verdict: Verdict, as_of: date) -> Item:
    """Put a verdict into an item, with the flags that go beside it."""
    overdue = _overdue(item.due, verdict.rating, as_of)
    held = {
        Flag.STALE: _stale(plan, item.id, verdict, as_of),
        Flag.PROVISIONAL: verdict.reading is not None and verdict.reading.status != "final",
        Flag.BOUNDED: _bounded(verdict),
        Flag.FELL_BACK: verdict.fell_back,
        Flag.OVERDUE: overdue is not None,
    }
    return replace(
        item,
        rating=verdict.rating,
        reading=verdict.reading or item.reading,
        start=verdict.start,
        pace=verdict.pace,
        share=_share(item.goal, verdict),
        overdue=overdue,
        flags=tuple(flag for flag, on in held.items() if on),
    )


def _overdue(due: date | None, rating: Rating, as_of: date) -> int | None:
    if due is None or rating not in _OPEN_AFTER_DUE or as_of <= due:
        return None
    return (as_of - due).days


def _bounded(verdict: Verdict) -> bool:
    reading = verdict.reading
    if reading is not None and reading.qualifier not in {Qualifier.EXACT, Qualifier.BY}:
        return True
    return verdict.pace is not None and verdict.pace.lean is not None


def _share(goal: Goal | None, verdict: Verdict) -> Fraction | None:
    if goal is None or not goal.value or verdict.reading is None or verdict.reading.value is None:
        return None
    return value_of(verdict.reading) / Fraction(goal.value)


def _stale(plan: Plan, record: str, verdict: Verdict, as_of: date) -> bool:
    """Whether the next reading's day plus the record's lag has passed without one."""
    if verdict.reading is None or verdict.rating in _CLOSED:
        return False
    lag = _lag(plan, plan.records[record])
    every = plan.records[record].every or plan.header.every
    return as_of > next_end(verdict.reading.date, every) + timedelta(days=lag)


def _lag(plan: Plan, record: Record) -> int:
    return plan.header.lag if record.lag is None else record.lag
