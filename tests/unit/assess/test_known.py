"""What was known on a day: readings by the day on which their source was published."""

from datetime import date

import pytest

import builders as b
from fjdex.assess.assessment import assess
from fjdex.assess.known import known_by
from fjdex.plan.plan import Plan

STOCK = b.target(b.goal("730"), baseline=b.FROM_ZERO)
SOURCES = b.source("early", "2021-07-20") + b.source("late", "2021-10-20") + b.source("undated")
READINGS = b.lines(
    "date: 2021-06-30, value: 100, source: early",
    "date: 2021-06-30, value: 200, source: late",
    "date: 2021-06-30, value: 300, source: undated",
    "date: 2021-09-30, value: 273, source: late",
    "date: 2021-09-30, value: 400",
)
PLAN = b.plan_of(b.folder(STOCK, sources=SOURCES, readings={"t": READINGS}))


@pytest.mark.parametrize(
    ("day", "kept", "later", "undated"),
    [
        ("2021-07-19", [], 3, 2),
        ("2021-07-20", ["100"], 2, 2),
        ("2021-10-19", ["100"], 2, 2),
        ("2021-10-20", ["100", "200", "273"], 0, 2),
    ],
)
def test_what_was_published_later_was_not_known(
    *, day: str, kept: list[str], later: int, undated: int
) -> None:
    """On the day of its publication a reading is known; undated and unsourced ones never are."""
    known = known_by(PLAN, date.fromisoformat(day))
    values = [str(one.value) for one in known.plan.readings["t"]]
    assert (values, known.later, known.undated) == (kept, later, undated)


def test_a_source_that_is_not_on_file_says_no_day() -> None:
    """A citation of nothing is left out like an undated one."""
    given = b.lines("date: 2021-06-30, value: 1, source: nowhere")
    plan = b.plan_of(b.folder(STOCK, readings={"t": given}))
    known = known_by(plan, date(2030, 1, 1))
    assert (known.plan.readings["t"], known.later, known.undated) == ((), 0, 1)


def test_nothing_else_of_the_plan_changes() -> None:
    """The plan is the same with fewer readings."""
    known = known_by(PLAN, date(2021, 7, 20)).plan
    assert (known.targets, known.sources, known.header) == (
        PLAN.targets,
        PLAN.sources,
        PLAN.header,
    )


@pytest.mark.parametrize(
    ("day", "rating", "value"),
    [
        ("2021-07-19", "no-reading", None),
        ("2021-07-20", "far-behind", 100),
        ("2021-10-20", "on-schedule", 273),
    ],
)
def test_the_two_clocks_are_apart(day: str, rating: str, value: int | None) -> None:
    """As of the end of September, by what was known on the day."""
    item = assess(known_by(PLAN, date.fromisoformat(day)).plan, date(2021, 9, 30)).items["t"]
    assert (item.rating, item.reading and item.reading.value) == (rating, value)


def test_a_derived_baseline_is_known_from_its_own_publication() -> None:
    """Before its source came out there was nothing to measure from."""
    sources = b.source("base", "2021-08-01") + b.source("early", "2021-07-20")
    given = b.lines(
        "date: 2020-12-31, value: 0, source: base", "date: 2021-06-30, value: 181, source: early"
    )
    plan = b.plan_of(b.folder(b.target(b.goal("730")), sources=sources, readings={"t": given}))
    ratings = [
        assess(known_by(plan, day).plan, date(2021, 12, 31)).items["t"].rating
        for day in (date(2021, 7, 31), date(2021, 8, 1))
    ]
    assert ratings == ["no-baseline", "on-schedule"]


def due_of(plan: Plan) -> date | None:
    """Answer the due day of the goal in force at the end of the plan."""
    return assess(plan, date(2022, 12, 31)).items["t"].due


def test_a_goal_decided_later_was_not_known() -> None:
    """What was decided in July cannot have been published in June: June knew the old goal."""
    goals = f"{b.goal('365', due='2023-06-30')}, {b.goal('730', decided='2021-07-01')}"
    plan = b.plan_of(b.folder(b.target(goals, baseline=b.FROM_ZERO)))
    found = [due_of(known_by(plan, day).plan) for day in (date(2021, 6, 30), date(2021, 7, 1))]
    assert found == [date(2023, 6, 30), date(2022, 12, 31)]


def test_what_was_remarked_later_was_not_known() -> None:
    """A remark with its day is known from then on, one without any day from the start."""
    texts = b.folder(b.target(b.goal("730")))
    texts["remarks.yaml"] = (
        "- {id: t, quarter: 2021Q2, reason: 甲, action: 乙, date: 2021-07-10}\n"
        "- {id: t, quarter: 2021Q3, reason: 甲, action: 乙}\n"
    )
    plan = b.plan_of(texts)
    found = [
        [str(one.quarter) for one in known_by(plan, day).plan.remarks]
        for day in (date(2021, 7, 9), date(2021, 7, 10))
    ]
    assert found == [["2021Q3"], ["2021Q2", "2021Q3"]]


def test_what_is_left_out_is_told_with_its_record() -> None:
    """Readings, goals and remarks, each under its own reason."""
    goals = f"{b.goal()}, {b.goal('900', decided='2022-01-01')}"
    plan = b.plan_of(b.folder(b.target(goals), sources=SOURCES, readings={"t": READINGS}))
    known = known_by(plan, date(2021, 7, 20))

    assert [(id_, one.source) for id_, one in known.published_later] == [("t", "late")] * 2
    assert [(id_, one.source) for id_, one in known.undatable] == [("t", "undated"), ("t", None)]
    assert [(id_, str(one.value)) for id_, one in known.decided_later] == [("t", "900")]
    assert (known.day, known.remarked_later) == (date(2021, 7, 20), ())


@pytest.mark.parametrize(
    ("until", "later", "undated"),
    [("2021-06-29", 0, 0), ("2021-06-30", 1, 1), ("2021-09-30", 2, 2)],
)
def test_of_days_after_a_period_nothing_is_missed(until: str, later: int, undated: int) -> None:
    """Left out of a period are only the readings that are of a day within it, or before it."""
    known = known_by(PLAN, date(2021, 7, 20)).of_days_until(date.fromisoformat(until))

    assert (known.later, known.undated) == (later, undated)


def test_of_some_records_only_what_is_theirs_is_missed() -> None:
    """What was left out of other records does not concern who asks about these."""
    known = known_by(PLAN, date(2021, 7, 20))
    counts = [(one.later, one.undated) for one in map(known.of_records, ({"t"}, {"x"}, set()))]

    assert counts == [(2, 2), (0, 0), (0, 0)]
