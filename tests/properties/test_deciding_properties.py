"""A rating that is made from the readings that can decide it is the one made from all of them."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

import builders as b
from fjdex.assess.rate import rate_target
from fjdex.plan.period import Period, parse_period
from fjdex.plan.readings import Reading
from fjdex.plan.records import Baseline, Goal, Target
from fjdex.plan.terms import Comparability, Kind, Operator, Qualifier, State, Status
from fjdex.plan.words import Words
from fjdex.yamlio.ledger import known_ledger
from fjdex.yamlio.lines import write_line

PLAN = b.plan_of(b.folder(b.target(b.goal())))
START = PLAN.header.start
OF_NUMBERS = tuple(one for one in Qualifier if one is not Qualifier.BY)
T = TypeVar("T")
# Few days and few values, so that readings meet each other and the goal.
days = st.integers(-3, 14).map(lambda one: START + timedelta(days=61 * one))
values = st.integers(0, 8).map(Decimal)


@st.composite
def mostly(draw: st.DrawFn, usual: T, *others: T, times: int = 20) -> T:
    """Draw the usual, and once in a while another."""
    rare = draw(st.integers(1, times)) == times
    return draw(st.sampled_from(others)) if rare else usual


@st.composite
def periods(draw: st.DrawFn, day: date) -> Period | None:
    """Draw a period up to a day, or of another year, or none."""
    year, month = day.year, f"{day.month:02}"
    texts = (f"{year}", f"{year}-01/{year}-{month}", f"{year}-{month}", f"{year - 1}", "2021Q1")
    return draw(st.sampled_from([*map(parse_period, texts), None]))


@st.composite
def readings(draw: st.DrawFn, kind: Kind) -> Reading:
    """Draw a reading, most often a plain value."""
    day = draw(days)
    timed = kind in {Kind.FLOW, Kind.GROWTH}
    plain = Reading(
        date=day,
        period=draw(periods(day)) if timed else None,
        area=draw(mostly(None, "虚构省", "东市")),
        value=draw(values),
        qualifier=draw(mostly(Qualifier.EXACT, *OF_NUMBERS)),
        status=draw(mostly(Status.FINAL, Status.PROVISIONAL)),
        measure=draw(mostly(None, Words("甲", "A"))),
        comparability=draw(mostly(Comparability.SAME, Comparability.NEAR)),
        source=draw(st.sampled_from([None, "one", "two"])),
        note=draw(mostly(None, Words("甲, value: 3", "甲, value: 3"))),
    )
    bare = replace(plain, value=None)
    return draw(mostly(plain, bare, replace(bare, state=State.CANCELLED), times=150))


targets = st.builds(
    lambda kind, baseline, goal: replace(
        PLAN.targets[0], kind=kind, baseline=baseline, goals=(goal,)
    ),
    st.sampled_from([Kind.STOCK, Kind.FLOW, Kind.FLOW, Kind.GROWTH]),
    st.one_of(st.none(), st.builds(Baseline, value=values, date=days)),
    st.builds(
        Goal,
        value=values,
        operator=st.sampled_from(Operator),
        due=days.filter(lambda day: day > START),
        decided=st.sampled_from([START, START + timedelta(days=100)]),
    ),
)


@settings(max_examples=500)
@given(targets, days.filter(lambda day: day >= START), st.data())
def test_a_rating_needs_only_what_can_decide_it(
    target: Target, as_of: date, data: st.DataObject
) -> None:
    """Rating, pace, flags and counts are the same from a ledger as from every reading of it."""
    least = data.draw(st.integers(0, 25))
    drawn = data.draw(st.lists(readings(target.kind), min_size=least, max_size=30))
    ordered = sorted(drawn, key=lambda one: one.date) if data.draw(st.booleans()) else drawn
    ledger = known_ledger("\n".join(map(write_line, ordered)))
    few, all_ = (
        rate_target(replace(PLAN, targets=(target,), readings={"t": held}), target, as_of)
        for held in (ledger, tuple(ledger))
    )
    assert few == all_
