"""Ratings: what must hold for every plan of numbers, whatever the numbers and days are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

import builders as b
from fjdex.assess.assessment import assess
from fjdex.assess.item import Forecast, Item
from fjdex.assess.methods import other_methods
from fjdex.assess.rate import case_of
from fjdex.plan.period import Period, parse_period
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Baseline, Goal, PathPoint
from fjdex.plan.terms import Kind, Operator, Qualifier, Rating, State, Status

PLAN = b.plan_of(b.folder(b.target(b.goal())))
START = PLAN.header.start
EVE = START - timedelta(days=1)
# docs/methodology.md, roll-up
WORST_FIRST = [
    Rating.MISSED,
    Rating.REVERSING,
    Rating.FAR_BEHIND,
    Rating.BEHIND,
    Rating.UNCONFIRMED,
    Rating.UNDECIDED,
    Rating.NO_BASELINE,
    Rating.NO_READING,
    Rating.ON_SCHEDULE,
    Rating.AHEAD,
    Rating.MET_LATE,
    Rating.MET_UNDATED,
    Rating.MET,
]
DAYS = 900
LEVELS = (Kind.STOCK, Kind.RATIO)
NUMBERS = (*LEVELS, Kind.FLOW, Kind.GROWTH)

values = st.integers(-3000, 3000).map(lambda one: Decimal(one) / 10)
steps = st.integers(1, 100).map(lambda one: Decimal(one) / 10)
days = st.integers(-60, DAYS).map(lambda one: START + timedelta(days=one))
days_since = st.integers(1, DAYS).map(lambda one: START + timedelta(days=one))
dues = st.integers(200, DAYS).map(lambda one: START + timedelta(days=one))
of_numbers = [one for one in Qualifier if one is not Qualifier.BY]
MIRRORED = {
    Operator.AT_LEAST: Operator.AT_MOST,
    Operator.MORE: Operator.LESS,
    Operator.AT_MOST: Operator.AT_LEAST,
    Operator.LESS: Operator.MORE,
}
# 以上 has no mirror: there is no word for "that or less".
OPPOSITE = {
    Qualifier.EXACT: Qualifier.EXACT,
    Qualifier.ABOUT: Qualifier.ABOUT,
    Qualifier.AT_LEAST: Qualifier.JUST_UNDER,
    Qualifier.JUST_UNDER: Qualifier.AT_LEAST,
}


@dataclass(frozen=True)
class Case:
    """A target of numbers with its readings, to be changed as a whole."""

    plan: Plan
    as_of: date

    def item(self) -> Item:
        """Assess the one target."""
        return assess(self.plan, self.as_of).items["t"]

    def forecast(self) -> Forecast | None:
        """Answer where the one target's readings point."""
        whole = assess(self.plan, self.as_of)
        return whole.forecast(whole.items["t"])

    def outcome(self, unit: Fraction = Fraction(1)) -> tuple[object, ...]:
        """Answer what must not change: rating, paces, days, and numbers measured in a unit."""
        item = self.item()
        needed, ahead = b.needed(item), self.forecast()
        return (
            item.rating,
            b.pace(item),
            item.pace and item.pace.lean,
            b.year(item),
            needed and tuple(one / unit for one in needed),
            ahead and (ahead.projected / unit, ahead.reaches, ahead.enough),
            item.overdue,
            "fell-back" in b.flags(item),
        )

    def level(self) -> tuple[object, ...]:
        """Answer what must not change when days move: nothing that hangs on the calendar."""
        rating, pace, lean, _, _, ahead, overdue, fell_back = self.outcome()
        projected = ahead[0] if isinstance(ahead, tuple) else None
        return rating, pace, lean, projected, overdue, fell_back


def case(
    baseline: Baseline | None,
    goal: Goal,
    readings: Sequence[Reading],
    as_of: date,
    kind: Kind = Kind.STOCK,
) -> Case:
    """Put a case into the plan."""
    target = replace(PLAN.targets[0], kind=kind, baseline=baseline, goals=(goal,))
    ordered = tuple(sorted(readings, key=lambda one: one.date))
    return Case(replace(PLAN, targets=(target,), readings={"t": ordered}), as_of)


def period_to(day: date, *, whole: bool) -> Period:
    """Answer the months of a day's year up to its own, or the whole year."""
    return parse_period(f"{day.year}" if whole else f"{day.year}-01/{day.year}-{day.month:02}")


@st.composite
def readings_of(
    draw: st.DrawFn,
    kind: Kind,
    quals: Sequence[Qualifier] = of_numbers,
    on: st.SearchStrategy[date] = days,
) -> Reading:
    """Draw a reading; of a flow or a rate of growth over the months so far or the whole year."""
    period = None
    day = draw(on)
    if kind in {Kind.FLOW, Kind.GROWTH}:
        period = period_to(day, whole=draw(st.booleans()))
        day = max(day, period.end)
    return Reading(
        date=day,
        value=draw(values),
        period=period,
        qualifier=draw(st.sampled_from(quals)),
        status=draw(st.sampled_from(Status)),
    )


@st.composite
def goals(draw: st.DrawFn) -> Goal:
    """Draw a goal with or without a path, which need not lead there."""
    due = draw(dues)
    path = draw(st.sets(st.dates(START, due), max_size=2).map(sorted))
    return Goal(
        value=draw(values),
        operator=draw(st.sampled_from(Operator)),
        due=due,
        decided=START,
        path=tuple(PathPoint(date=day, value=draw(values)) for day in path),
    )


baselines = st.builds(Baseline, value=values, date=st.just(EVE))


def onward(goal: Goal, baseline: Baseline, distance: Decimal) -> Goal:
    """Put a goal so far from a baseline, on the side to which it leads, without a path."""
    assert goal.operator is not None
    way = 1 if goal.operator.rising else -1
    return replace(goal, value=baseline.value + way * distance, path=())


@st.composite
def cases(
    draw: st.DrawFn,
    kinds: Sequence[Kind] = NUMBERS,
    quals: Sequence[Qualifier] = of_numbers,
) -> Case:
    """Draw a baseline or none, a goal, and some readings, before and after its due day.

    Half of the goals lie ahead of their baselines, and most days asked about are a reading's own:
    chance alone would leave little under way.
    """
    kind = draw(st.sampled_from(kinds))
    goal, baseline = draw(goals()), draw(st.one_of(baselines, baselines, st.none()))
    if baseline is not None and draw(st.booleans()):
        goal = onward(goal, baseline, draw(steps) * 10)
    readings = draw(
        st.lists(readings_of(kind, quals), min_size=draw(st.integers(0, 3)), max_size=4)
    )
    asked = [one.date for one in readings if one.date >= START]
    own = st.sampled_from(asked) if asked else days_since
    as_of = draw(st.one_of(own, own, days_since))
    return case(baseline, goal, readings, as_of, kind)


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
                replace(
                    one,
                    date=day(one.date),
                    value=value(one.value or Decimal(0)),
                    qualifier=OPPOSITE[one.qualifier] if mirror else one.qualifier,
                )
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


@given(cases())
def test_other_methods_answer_every_case(one: Case) -> None:
    """Never an exception, and a number or a reason from each, whatever base, sign and span."""
    item = one.item()
    asked = case_of(one.plan, one.plan.targets[0], one.as_of)
    assert asked is not None
    if item.reading is None:
        return
    methods = other_methods(asked, item.reading, item.pace)
    assert [method.code for method in methods if method.code != "straight-line"] == [
        "attained",
        "growth-ratio",
        "projection",
    ]


@given(cases(), st.integers(-6, 6))
def test_scaling_every_value_leaves_the_rating_alone(one: Case, power: int) -> None:
    """In 万 or in 亿, the same plan is the same plan."""
    factor = Decimal(3).scaleb(power)
    scaled = mapped(one, lambda value: value * factor)
    assert scaled.outcome(Fraction(factor)) == one.outcome()


@given(cases((*LEVELS, Kind.GROWTH), list(OPPOSITE)))
def test_mirroring_a_target_leaves_the_rating_alone(one: Case) -> None:
    """A goal to rise to and the same goal to fall to, all values negated, rate alike.

    A flow has no mirror: it counts up from zero, and a cap on it holds only at the year's end.
    """
    mirrored = mapped(one, lambda value: -value, mirror=True)
    assert mirrored.outcome(Fraction(-1)) == one.outcome()


@given(cases(LEVELS), st.integers(-400, 400))
def test_moving_every_day_leaves_the_rating_alone(one: Case, count: int) -> None:
    """A stock and a ratio count days, whatever the calendar calls them."""
    moved = mapped(one, day=lambda day: day + timedelta(days=count))
    assert moved.level() == one.level()


@given(cases(), st.data())
def test_a_later_reading_changes_no_earlier_day(one: Case, data: st.DataObject) -> None:
    """What is put on file for a later day leaves the past as it was, whole."""
    later = st.integers(1, 500).map(lambda count: one.as_of + timedelta(days=count))
    added = data.draw(readings_of(one.plan.targets[0].kind, on=later))
    plan = replace(one.plan, readings={"t": (*one.plan.readings["t"], added)})
    assert Case(plan, one.as_of).item() == one.item()


@given(cases(), goals(), st.integers(1, 500))
def test_a_goal_decided_later_changes_no_earlier_day(one: Case, goal: Goal, count: int) -> None:
    """A goal tightened after the fact leaves what was said before it was decided."""
    decided = one.as_of + timedelta(days=count)
    target = one.plan.targets[0]
    revised = replace(target, goals=(*target.goals, replace(goal, decided=decided)))
    assert Case(replace(one.plan, targets=(revised,)), one.as_of).item() == one.item()


@given(cases(LEVELS), st.lists(st.integers(1, DAYS), min_size=1, max_size=3))
def test_time_alone_moves_nothing_before_the_due_date(one: Case, steps: list[int]) -> None:
    """Between readings and before the due date rating and pace stay: only flags may come."""
    due = one.plan.targets[0].goals[0].due
    last = max((reading.date for reading in one.plan.readings["t"]), default=START)
    asked = [day for step in steps if (day := max(last, START) + timedelta(days=step)) < due]
    found = {Case(one.plan, day).level() for day in asked}
    assert len(found) <= 1


@given(st.sampled_from(NUMBERS), st.none() | baselines, goals(), days_since, st.data())
@settings(max_examples=300)
def test_a_better_reading_is_never_rated_worse(
    kind: Kind, baseline: Baseline | None, goal: Goal, as_of: date, data: st.DataObject
) -> None:
    """Before, on and after the due day, among others or alone, a better figure does no harm.

    Readings up to the plan's start are left out: as a baseline a better one asks for more.
    """
    assert goal.operator is not None
    way = 1 if goal.operator.rising else -1
    if baseline is not None and data.draw(st.booleans()):
        goal = onward(goal, baseline, data.draw(steps) * 10)
    given_readings = data.draw(st.lists(readings_of(kind, on=days_since), min_size=1, max_size=3))
    which = data.draw(st.integers(0, len(given_readings) - 1))
    better = data.draw(steps) * way
    improved = [
        replace(one, value=(one.value or Decimal(0)) + better) if index == which else one
        for index, one in enumerate(given_readings)
    ]
    before, after = (
        WORST_FIRST.index(case(baseline, goal, readings, as_of, kind).item().rating)
        for readings in (given_readings, improved)
    )
    assert after >= before


@given(
    st.sampled_from((*LEVELS, Kind.FLOW)),
    values,
    st.sampled_from(Operator),
    steps,
    dues,
    st.data(),
)
def test_the_straight_line_as_a_path_leaves_the_rating_alone(  # noqa: PLR0913, PLR0917 (so many sides)
    kind: Kind, base: Decimal, operator: Operator, step: Decimal, due: date, data: st.DataObject
) -> None:
    """Planned values that lie on the line from baseline to goal say nothing new."""
    daily = step if operator.rising else -step

    def on_line(day: date) -> Decimal:
        return base + daily * (day - EVE).days

    goal = Goal(value=on_line(due), operator=operator, due=due, decided=START)
    points = data.draw(st.sets(st.dates(START, due - timedelta(days=1)), min_size=1, max_size=3))
    path = tuple(PathPoint(date=day, value=on_line(day)) for day in sorted(points))
    readings = data.draw(st.lists(readings_of(kind), max_size=3))
    as_of = data.draw(days_since)
    straight, bent = (
        case(Baseline(value=base, date=EVE), one, readings, as_of, kind)
        for one in (goal, replace(goal, path=path))
    )
    assert bent.outcome() == straight.outcome()


@given(values, values, st.sampled_from(Operator), dues, st.data())
def test_a_line_arrives_in_time_exactly_where_its_last_value_reaches_the_goal(
    base: Decimal, aim: Decimal, operator: Operator, due: date, data: st.DataObject
) -> None:
    """What is projected and the day on which the line meets the goal never deny each other."""
    goal = Goal(value=aim, operator=operator, due=due, decided=START)
    on = st.dates(START, due - timedelta(days=1))
    readings = data.draw(st.lists(readings_of(Kind.STOCK, on=on), min_size=1, max_size=4))
    one = case(Baseline(value=base, date=EVE), goal, readings, due - timedelta(days=1))
    ahead = one.forecast()
    if ahead is not None:
        assert ahead.enough == (ahead.reaches is not None and ahead.reaches <= due)


states = st.builds(
    Reading,
    date=days,
    state=st.sampled_from(State),
    qualifier=st.sampled_from([Qualifier.EXACT, Qualifier.BY]),
    status=st.sampled_from(Status),
)
PARTS = "[{id: a, name: {zh: 甲, en: A}}, {id: b, name: {zh: 乙, en: B}}]"
OUTCOMES = b.plan_of(
    b.folder(outcomes=b.outcome("t", parts=PARTS, path="[{date: 2021-06-30, state: started}]"))
)
of_parts = st.builds(
    lambda state, part: replace(state, part=part), states, st.sampled_from([None, "a", "b"])
)


@given(st.lists(of_parts, max_size=5), of_parts, days_since)
def test_a_later_state_changes_no_earlier_day(
    held: list[Reading], added: Reading, as_of: date
) -> None:
    """Of an outcome with parts and a path of states too."""
    late = replace(added, date=max(added.date, as_of + timedelta(days=1)))
    before, after = (
        Case(replace(OUTCOMES, readings={"t": readings}), as_of).item()
        for readings in ((*held,), (*held, late))
    )
    assert before == after


@given(st.lists(of_parts, max_size=5), days_since)
def test_the_path_of_states_only_warns_before_the_due_date(
    held: list[Reading], as_of: date
) -> None:
    """Without the path an outcome is rated the same, or not due instead of behind."""
    outcome = OUTCOMES.outcomes[0]
    plain = replace(OUTCOMES, outcomes=(replace(outcome, path=()),), readings={"t": (*held,)})
    warned = replace(plain, outcomes=(outcome,))
    found = (Case(plain, as_of).item().rating, Case(warned, as_of).item().rating)
    assert found[0] is found[1] or found == (Rating.NOT_DUE, Rating.BEHIND)
