"""What came on file for a period: figures, goals, and figures that rate nothing."""

from datetime import date

import pytest

import builders as b
from fjdex.assess.assessment import assess
from fjdex.bulletin.news import Figure, aside, decisions, earlier_figures, new_figures
from fjdex.plan.period import parse_period
from fjdex.plan.plan import Plan

SOURCES = b.source("spring", "2021-05-10") + b.source("autumn", "2021-10-20") + b.source("undated")
READINGS = b.lines(
    "date: 2021-03-31, value: 90, source: spring",
    "date: 2021-05-01, value: 100, source: autumn",
    "date: 2021-06-30, value: 120, source: undated",
    "date: 2021-07-01, value: 121, source: autumn",
    "date: 2021-09-30, area: 东市, value: 60, source: autumn",
    "date: 2021-09-30, value: 7, measure: {zh: 密度, en: density}, unit: 个/万人,"
    " comparability: near, source: undated",
    "date: 2021-09-30, value: 200, source: undated",
    "date: 2021-10-01, value: 201, source: autumn",
)
PLAN = b.plan_of(
    b.folder(b.target(b.goal(), baseline=b.FROM_ZERO), sources=SOURCES, readings={"t": READINGS})
)


def figures_of(plan: Plan, period: str) -> list[tuple[str, str, bool]]:
    """Answer day, value and use of what is new in a period."""
    asked = parse_period(period)
    found = new_figures(plan, asked, assess(plan, asked.end).items.values())
    figures = [one for one in found if isinstance(one, Figure)]
    return [(str(one.reading.date), str(one.reading.value), one.counts) for one in figures]


@pytest.mark.parametrize(
    ("period", "found"),
    [
        ("2021Q1", [("2021-03-31", "90", True)]),
        ("2021Q2", [("2021-05-01", "100", True), ("2021-06-30", "120", True)]),
        (
            "2021Q3",
            [
                ("2021-07-01", "121", True),
                ("2021-09-30", "60", False),
                ("2021-09-30", "7", False),
                ("2021-09-30", "200", True),
            ],
        ),
        ("2021-10", [("2021-10-01", "201", True)]),
        ("2022", []),
    ],
)
def test_new_is_what_was_observed_in_the_period(
    period: str, found: list[tuple[str, str, bool]]
) -> None:
    """From the first day to the last, whenever it was published: so each figure is new once."""
    assert figures_of(PLAN, period) == found


@pytest.mark.parametrize(
    ("period", "found"),
    [
        ("2021Q1", []),
        ("2021Q2", ["90"]),
        ("2021Q3", []),
        ("2021-10", ["100", "121", "60"]),
    ],
)
def test_apart_from_it_stands_what_was_published_later(period: str, found: list[str]) -> None:
    """Of a day before the period, from a source of a day within it."""
    asked = parse_period(period)
    told = earlier_figures(PLAN, asked, assess(PLAN, asked.end).items.values())

    assert [str(one.reading.value) for one in told if isinstance(one, Figure)] == found


STANDINGS = [
    ("value: 120, source: autumn", "value: 120, source: spring", (True, True)),
    ("value: 120, source: autumn", "value: 121, source: spring", (False, True)),
    (
        "value: 120, source: autumn",
        "value: 120, qualifier: at-least, source: spring",
        (False, True),
    ),
    (
        "value: 7, comparability: near, source: autumn",
        "value: 7, comparability: near, source: spring",
        (True, False),
    ),
    (
        "area: 东市, value: 60, source: autumn",
        "area: 西市, value: 60, source: spring",
        (False, False),
    ),
]


@pytest.mark.parametrize(("taken", "other", "standing"), STANDINGS)
def test_the_same_from_another_source_is_a_copy(
    taken: str, other: str, standing: tuple[bool, bool]
) -> None:
    """Of one day, area and measure; another counting value of the day is beaten."""
    texts = b.folder(
        b.target(b.goal(), baseline=b.FROM_ZERO),
        sources=SOURCES,
        readings={"t": b.lines(f"date: 2021-06-30, {taken}", f"date: 2021-06-30, {other}")},
    )
    plan, asked = b.plan_of(texts), parse_period("2021Q2")
    found = new_figures(plan, asked, assess(plan, asked.end).items.values())
    told = [(one.copy, one.beaten) for one in found if isinstance(one, Figure)]

    assert sorted(told) == sorted([(False, False), standing])


def decided(goals: list[str], period: str, **keys: str) -> list[tuple[str | None, str]]:
    """Answer the goals decided in a period, each after the one that it replaces."""
    plan = b.plan_of(b.folder(b.target(", ".join(goals), **keys)))
    asked = parse_period(period)
    found = decisions(plan, asked, assess(plan, asked.end).items.values())
    return [(str(one.before.value) if one.before else None, str(one.goal.value)) for one in found]


FIRST, HIGHER = b.goal("700"), b.goal("900", decided="2021-08-01")


@pytest.mark.parametrize(
    ("goals", "period", "found"),
    [
        ([FIRST, HIGHER], "2021Q1", []),
        ([FIRST, HIGHER], "2021Q2", []),
        ([FIRST, HIGHER], "2021Q3", [("700", "900")]),
        ([FIRST, HIGHER], "2021", [("700", "900")]),
        ([b.goal("500", decided="2020-06-01"), FIRST], "2021Q1", [("500", "700")]),
        ([HIGHER], "2021Q3", [(None, "900")]),
        (
            [FIRST, b.goal("950", decided="2021-07-01"), HIGHER],
            "2021Q3",
            [("700", "950"), ("950", "900")],
        ),
    ],
)
def test_decided_is_every_goal_but_those_that_the_plan_began_with(
    goals: list[str], period: str, found: list[tuple[str | None, str]]
) -> None:
    """Each with the one before it; one of the plan's own is told only where it replaced another."""
    assert decided(goals, period) == found


def test_a_goal_for_an_area_replaces_one_for_the_same_area() -> None:
    """A share for the east is no revision of the whole's goal."""
    east = b.goal("300", area="东市")
    more = b.goal("350", decided="2021-08-01", area="东市")

    assert decided([FIRST, east, more], "2021Q3") == [("300", "350")]


def test_aside_is_the_latest_of_each_measure_and_area() -> None:
    """What rates the whole is not there, nor what is of a later day."""
    plan = b.plan_of(
        b.folder(
            b.target(b.goal(), baseline=b.FROM_ZERO),
            readings={
                "t": b.lines(
                    "date: 2021-03-31, area: 东市, value: 50, source: s",
                    "date: 2021-06-30, area: 东市, value: 60, source: s",
                    "date: 2021-06-30, area: 西市, value: 40, source: s",
                    "date: 2021-06-30, value: 100, source: s",
                    "date: 2021-07-01, area: 西市, value: 41, source: s",
                )
            },
            sources=b.source("s"),
        )
    )
    asked = parse_period("2021Q2")
    found = aside(plan, asked, assess(plan, date(2021, 6, 30)).items.values())

    figures = [one for one in found if isinstance(one, Figure)]
    assert [(one.reading.area, str(one.reading.value), one.counts) for one in figures] == [
        ("东市", "60", False),
        ("西市", "40", False),
    ]


def test_a_part_counts_for_its_outcome() -> None:
    """The state of a part in its own area is no figure aside."""
    parts = "[{id: east, name: {zh: 东, en: East}, area: 东市}]"
    plan = b.plan_of(
        b.folder(
            outcomes=b.outcome("o", parts=parts),
            readings={
                "o": b.lines(
                    "date: 2021-06-30, part: east, state: started, source: s",
                    "date: 2021-06-30, area: 西市, state: started, source: s",
                )
            },
            sources=b.source("s"),
        )
    )
    asked = parse_period("2021Q2")
    items = tuple(assess(plan, asked.end).items.values())
    new = [one for one in new_figures(plan, asked, items) if isinstance(one, Figure)]
    told = [(one.reading.part, one.counts) for one in new]
    beside = [one for one in aside(plan, asked, items) if isinstance(one, Figure)]

    assert told == [("east", True), (None, False)]
    assert [one.reading.area for one in beside] == ["西市"]
