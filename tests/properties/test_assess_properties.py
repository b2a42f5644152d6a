"""Ratings: what must hold for every plan of numbers, whatever the numbers and days are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

import builders as b
from fjdex.assess.assessment import assess
from fjdex.assess.item import Item
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Baseline, Goal, PathPoint
from fjdex.plan.terms import Kind, Operator, Qualifier, Rating

PLAN = b.plan_of(b.folder(b.target(b.goal())))
START = PLAN.header.start
BEST_FIRST = [
    Rating.MET,
    Rating.AHEAD,
    Rating.ON_SCHEDULE,
    Rating.BEHIND,
    Rating.FAR_BEHIND,
    Rating.REVERSING,
]
DAYS = 900

values = st.integers(-3000, 3000).map(lambda one: Decimal(one) / 10)
days = st.integers(-60, DAYS).map(lambda one: START + timedelta(days=one))
qualifiers = st.sampled_from([one for one in Qualifier if one is not Qualifier.BY])
MIRRORED = {
    Operator.AT_LEAST: Operator.AT_MOST,
    Operator.MORE: Operator.LESS,
    Operator.AT_MOST: Operator.AT_LEAST,
    Operator.LESS: Operator.MORE,
}
OPPOSITE = {Qualifier.EXACT: Qualifier.EXACT, Qualifier.ABOUT: Qualifier.ABOUT}


@dataclass(frozen=True)
class Case:
    """A target of numbers with its readings, to be changed as a whole."""

    plan: Plan
    as_of: date

    def item(self) -> Item:
        """Assess the one target."""
        return assess(self.plan, self.as_of).items["t"]

    def outcome(self) -> tuple[object, ...]:
        """Answer what must not change: rating, pace, and whether it fell back."""
        item = self.item()
        return item.rating, b.pace(item), "fell-back" in b.flags(item)


def case(baseline: Baseline | None, goal: Goal, readings: Sequence[Reading], as_of: date) -> Case:
    """Put a case into the plan."""
    target = replace(PLAN.targets[0], kind=Kind.STOCK, baseline=baseline, goals=(goal,))
    ordered = tuple(sorted(readings, key=lambda one: one.date))
    return Case(replace(PLAN, targets=(target,), readings={"t": ordered}), as_of)


@st.composite
def cases(draw: st.DrawFn, quals: st.SearchStrategy[Qualifier] = qualifiers) -> Case:
    """Draw a baseline or none, a goal with or without a path, and some readings."""
    due = draw(st.integers(30, DAYS).map(lambda one: START + timedelta(days=one)))
    between = st.dates(START, due)
    goal = Goal(
        value=draw(values),
        operator=draw(st.sampled_from(Operator)),
        due=due,
        decided=START,
        path=tuple(
            PathPoint(date=day, value=draw(values))
            for day in sorted(draw(st.sets(between, max_size=2)))
        ),
    )
    start = st.builds(Baseline, value=values, date=st.just(START - timedelta(days=1)))
    readings = draw(
        st.lists(st.builds(Reading, date=days, value=values, qualifier=quals), max_size=4)
    )
    as_of = draw(days.filter(lambda one: one >= START))
    return case(draw(st.none() | start), goal, readings, as_of)


def mapped(
    given_case: Case,
    value: Callable[[Decimal], Decimal] = lambda one: one,
    day: Callable[[date], date] = lambda one: one,
    *,
    mirror: bool = False,
) -> Case:
    """Change every value and every day of a case alike."""
    plan = given_case.plan
    target = plan.targets[0]
    goal, start = target.goals[0], target.baseline
    assert goal.value is not None
    assert goal.operator is not None
    changed = replace(
        goal,
        value=value(goal.value),
        operator=MIRRORED[goal.operator] if mirror else goal.operator,
        due=day(goal.due),
        decided=day(goal.decided),
        path=tuple(
            replace(one, date=day(one.date), value=value(one.value or Decimal(0)))
            for one in goal.path
        ),
    )
    moved = replace(
        plan,
        header=replace(plan.header, start=day(plan.header.start)),
        targets=(
            replace(
                target,
                goals=(changed,),
                baseline=start and replace(start, value=value(start.value), date=day(start.date)),
            ),
        ),
        readings={
            "t": tuple(
                replace(one, date=day(one.date), value=value(one.value or Decimal(0)))
                for one in plan.readings["t"]
            )
        },
    )
    return Case(moved, day(given_case.as_of))


@given(cases())
def test_every_case_is_rated(one: Case) -> None:
    """Never an exception, and always one of the table's ratings for numbers."""
    impossible = {Rating.CANCELLED, Rating.ONGOING, Rating.NOT_DUE}
    assert one.item().rating in set(Rating) - impossible


@given(cases(), st.integers(-6, 6))
def test_scaling_every_value_leaves_the_rating_alone(one: Case, power: int) -> None:
    """In 万 or in 亿, the same plan is the same plan."""
    factor = Decimal(3).scaleb(power)
    assert mapped(one, lambda value: value * factor).outcome() == one.outcome()


@given(cases(st.sampled_from(list(OPPOSITE))))
def test_mirroring_a_target_leaves_the_rating_alone(one: Case) -> None:
    """A goal to rise to and the same goal to fall to, all values negated, rate alike."""
    assert mapped(one, lambda value: -value, mirror=True).outcome() == one.outcome()


@given(cases(), st.integers(-400, 400))
def test_moving_every_day_leaves_the_rating_alone(one: Case, count: int) -> None:
    """A stock counts days, whatever the calendar calls them."""
    moved = mapped(one, day=lambda day: day + timedelta(days=count))
    assert moved.outcome() == one.outcome()


@given(cases(), days, values, qualifiers)
def test_a_later_reading_changes_no_earlier_day(
    one: Case, day: date, value: Decimal, qualifier: Qualifier
) -> None:
    """What is put on file for a later day leaves the past as it was."""
    later = max(day, one.as_of + timedelta(days=1))
    added = Reading(date=later, value=value, qualifier=qualifier)
    plan = replace(one.plan, readings={"t": (*one.plan.readings["t"], added)})
    assert Case(plan, one.as_of).item() == one.item()


@given(cases(), st.lists(st.integers(1, DAYS), min_size=1, max_size=3))
def test_time_alone_moves_nothing_before_the_due_date(one: Case, steps: list[int]) -> None:
    """Between readings and before the due date the rating stays: only flags may come."""
    due = one.plan.targets[0].goals[0].due
    last = max((reading.date for reading in one.plan.readings["t"]), default=START)
    asked = [day for step in steps if (day := max(last, START) + timedelta(days=step)) < due]
    found = {Case(one.plan, day).outcome() for day in asked}
    assert len(found) <= 1


@given(
    st.integers(-100, 100),
    st.integers(-100, 100),
    st.sampled_from(Operator),
    qualifiers,
    st.tuples(values, values),
    st.integers(1, 199),
    st.none() | values,
)
@settings(max_examples=300)
def test_a_better_reading_is_never_rated_worse(  # noqa: PLR0913, PLR0917 (a case has so many sides)
    base: int,
    aim: int,
    operator: Operator,
    qualifier: Qualifier,
    pair: tuple[Decimal, Decimal],
    day: int,
    planned: Decimal | None,
) -> None:
    """Before the due day: met, ahead, on-schedule, behind, far-behind, reversing, in that order."""
    due = START + timedelta(days=200)
    path = () if planned is None else (PathPoint(date=START + timedelta(days=90), value=planned),)
    goal = Goal(value=Decimal(aim), operator=operator, due=due, decided=START, path=path)
    baseline = Baseline(value=Decimal(base), date=START - timedelta(days=1))
    read_on = START + timedelta(days=day)
    worse, better = sorted(pair, reverse=not operator.rising)
    ranks = []
    for value in (worse, better):
        reading = Reading(date=read_on, value=value, qualifier=qualifier)
        rating = case(baseline, goal, [reading], read_on).item().rating
        ranks.append(BEST_FIRST.index(rating))
    assert ranks[1] <= ranks[0]
