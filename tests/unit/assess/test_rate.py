"""Rating one record: the goal in force, what a case holds, and states planned by date."""

from datetime import date

import pytest

import builders as b
from fjdex.assess.rate import case_of, goal_in_force
from fjdex.plan.terms import State

PATH = "[{date: 2021-12-31, state: planned}, {date: 2022-06-30, state: started}]"
PARTS = "[{id: east, name: {zh: 东, en: East}}, {id: west, name: {zh: 西, en: West}}]"
WAYS = [
    ("2021-12-30", [], "not-due"),
    ("2022-06-29", ["date: 2021-12-31, state: planned"], "not-due"),
    ("2022-06-30", ["date: 2021-12-31, state: planned"], "behind"),
    ("2022-06-30", ["date: 2022-06-30, state: started"], "not-due"),
    ("2022-08-31", ["date: 2022-08-31, state: started"], "not-due"),
    ("2022-08-30", ["date: 2021-12-31, state: planned"], "behind"),
    ("2022-06-30", ["date: 2022-06-30, state: started, qualifier: by"], "not-due"),
    ("2022-06-30", ["date: 2022-06-30, state: delivered"], "met"),
    ("2022-06-30", ["date: 2022-03-31, state: cancelled"], "cancelled"),
    ("2022-12-31", ["date: 2021-12-31, state: planned"], "unconfirmed"),
    ("2022-12-31", ["date: 2022-12-31, state: planned"], "missed"),
]


@pytest.mark.parametrize(("day", "readings", "rating"), WAYS)
def test_states_by_date_warn_before_the_due_date(
    day: str, readings: list[str], rating: str
) -> None:
    """A state that is not reached by its day is behind, of a target and of an outcome alike."""
    given = b.lines(*readings)
    target = b.target(b.state_goal(path=PATH), kind="deliverable")
    found = (
        b.rate(target, given, day).rating,
        b.rate_outcome(b.outcome("o", path=PATH), given, day).rating,
    )
    assert found == (rating, rating)


def test_one_part_delivered_does_not_keep_a_whole_to_its_path() -> None:
    """Delivery of the whole was planned by March; one of two parts is not the whole."""
    path = "[{date: 2022-03-31, state: delivered}]"
    given = b.lines("date: 2022-01-31, part: east, state: delivered")
    item = b.rate_outcome(b.outcome("o", parts=PARTS, path=path), given, "2022-06-30")
    assert (item.rating, item.parts) == ("behind", (1, 2))


def test_a_part_under_way_starts_the_whole() -> None:
    """Where a start was planned, the first part's start is one."""
    path = "[{date: 2022-03-31, state: started}]"
    given = b.lines("date: 2022-01-31, part: east, state: started")
    item = b.rate_outcome(b.outcome("o", parts=PARTS, path=path), given, "2022-06-30")
    assert item.rating == "not-due"


@pytest.mark.parametrize(
    ("day", "value"), [("2020-12-31", None), ("2021-01-01", "100"), ("2021-06-01", "300")]
)
def test_the_goal_in_force_is_the_whole_plans(day: str, value: str | None) -> None:
    """The last one decided by the day; an area's goal is passed over."""
    goals = ", ".join(
        [
            b.goal("100"),
            b.goal("200", area="东市", decided="2021-03-01"),
            b.goal("300", decided="2021-06-01"),
            b.goal("400", area="东市", decided="2021-09-01"),
        ]
    )
    target = b.plan_of(b.folder(b.target(goals))).targets[0]
    found = goal_in_force(target, date.fromisoformat(day))
    assert (str(found.value) if found else None) == value


def test_of_two_goals_decided_on_one_day_the_last_on_file_is_in_force() -> None:
    """The order of the file decides."""
    target = b.plan_of(b.folder(b.target(f"{b.goal('100')}, {b.goal('200')}"))).targets[0]
    found = goal_in_force(target, date(2021, 1, 1))
    assert found == target.goals[1]


def test_a_goal_tightened_afterwards_leaves_earlier_days_alone() -> None:
    """Every day before the decision says what it said without it, whole."""
    given = b.lines("date: 2021-06-30, value: 200", "date: 2021-12-31, value: 400")
    old, new = b.goal("730"), b.goal("1460", decided="2021-12-31")
    before, after = (b.target(goals, baseline=b.FROM_ZERO) for goals in (old, f"{old}, {new}"))
    for day in ("2021-01-01", "2021-06-30", "2021-12-30"):
        assert b.rate(before, given, day) == b.rate(after, given, day)
    ratings = [b.rate(one, given, "2021-12-31").rating.value for one in (before, after)]
    assert ratings == ["ahead", "far-behind"]


def test_what_a_later_plan_asks_never_rates() -> None:
    """With it and without it, on every day, the item is the same."""
    given = b.lines("date: 2021-12-31, value: 365", "date: 2022-12-31, value: 730")
    keys = {"baseline": b.FROM_ZERO}
    plain = b.target(b.goal(), **keys)
    later = b.target(b.goal(), next="{value: 9999, due: 2025-12-31}", **keys)
    for day in ("2021-06-30", "2021-12-31", "2022-12-31", "2026-12-31"):
        assert b.rate(plain, given, day) == b.rate(later, given, day)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        (b.target(b.state_goal(), kind="deliverable"), "2021-06-30"),
        (b.target(b.goal(decided="2021-07-01")), "2021-06-30"),
    ],
    ids=["deliverable", "before its goal"],
)
def test_a_case_is_made_only_of_numbers_with_a_goal(written: str, day: str) -> None:
    """There is nothing to measure for a state, or before the goal was decided."""
    plan = b.plan_of(b.folder(written))
    assert case_of(plan, plan.targets[0], date.fromisoformat(day)) is None


def test_growth_has_no_start() -> None:
    """A rate of growth is a level: a baseline on file is not measured from."""
    plan = b.plan_of(b.folder(b.target(b.goal("15"), kind="growth", baseline=b.FROM_ZERO)))
    case = case_of(plan, plan.targets[0], date(2021, 6, 30))
    assert case is not None
    assert case.start is None


def test_the_last_state_of_an_outcome_is_shown_with_its_parts_count() -> None:
    """The outcome's own state, and one of its two parts."""
    given = b.lines(
        "date: 2021-06-30, part: east, state: delivered", "date: 2021-09-30, state: started"
    )
    item = b.rate_outcome(b.outcome("o", parts=PARTS), given, "2021-12-31")
    assert (item.reading and item.reading.state, item.parts) == (State.STARTED, (1, 2))
