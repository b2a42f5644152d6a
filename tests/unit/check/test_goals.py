"""Rules about goals: complete for their kind, in the order of decision, paths between the ends."""

import pytest

import builders as b
from fjdex.check.rules import check
from fjdex.load import load
from fjdex.messages import Voice
from fjdex.render.findings import headline, help_of
from unit.check.faults import compared, with_target

EN = Voice("en")

BASE = "{value: 20, date: 2020-12-31}"


@pytest.mark.parametrize(
    "written",
    [
        b.target("{⟦goal-incomplete|operator⟧: '>=', due: 2022-12-31, decided: 2021-01-01}"),
        b.target("{⟦goal-incomplete|value⟧: 1, due: 2022-12-31, decided: 2021-01-01}"),
        b.target(
            "{value: 1, operator: '>=', state: ⟦goal-incomplete|delivered⟧, "
            "due: 2022-12-31, decided: 2021-01-01}"
        ),
        b.target("{⟦goal-incomplete|due⟧: 2022-12-31, decided: 2021-01-01}", "deliverable"),
        b.target(
            "{state: delivered, value: ⟦goal-incomplete|1⟧, due: 2022-12-31, decided: 2021-01-01}",
            "deliverable",
        ),
    ],
)
def test_a_goal_holds_what_its_kind_asks_for(written: str) -> None:
    """Numbers a value and an operator, deliverables a state, and neither what is the other's."""
    found, told = compared(with_target(written.replace("id: t,", "id: x,")))
    assert ([one[0] for one in told], found) == (["goal-incomplete"], told)


def test_every_thing_that_a_goal_lacks_is_told() -> None:
    """A goal of a number with neither value nor operator has two faults at one place."""
    written = b.target("{due: 2022-12-31, decided: 2021-01-01}", key="x")
    found, _ = compared(with_target(written))
    assert [one[0] for one in found] == ["goal-incomplete", "goal-incomplete"]


@pytest.mark.parametrize(
    "decided",
    [
        ["2021-01-01", "2021-01-01", "2021-01-02"],
        ["2021-01-02", "⟦goal-order|2021-01-01⟧", "2021-01-01"],
        ["2021-01-02", "⟦goal-order|2021-01-01⟧", "2021-01-03"],
        ["2021-01-03", "⟦goal-order|2021-01-02⟧", "⟦goal-order|2021-01-01⟧"],
    ],
)
def test_goals_are_listed_as_they_were_decided(decided: list[str]) -> None:
    """A goal decided before the one above it is told; on the same day it is not."""
    written = b.target(", ".join(b.goal(decided=one) for one in decided), key="x")
    found, told = compared(with_target(written))
    assert found == told


@pytest.mark.parametrize(
    "path",
    [
        "{date: 2022-12-31, value: 730}",
        "{date: ⟦path-order|2023-01-01⟧, value: 730}",
        "{date: 2021-06-30, value: 30}, {date: ⟦path-order|2021-06-30⟧, value: 40}",
        "{date: 2021-06-30, value: 30}, {date: ⟦path-order|2021-06-29⟧, value: 40}",
        "{date: 2021-01-01, value: 20}",
        "{date: ⟦path-order|2020-12-31⟧, value: 20}",
    ],
)
def test_a_path_runs_from_the_baseline_to_the_due_day(path: str) -> None:
    """Its points stand oldest first, after the baseline's day and up to the goal's."""
    written = b.target(b.goal(path=f"[{path}]"), key="x", baseline=BASE)
    found, told = compared(with_target(written))
    assert found == told


@pytest.mark.parametrize(
    ("value", "operator", "planned"),
    [
        ("730", ">=", "20"),
        ("730", ">", "730"),
        ("730", ">=", "⟦path-outside|19.9⟧"),
        ("730", ">=", "⟦path-outside|730.1⟧"),
        ("5", "<=", "20"),
        ("5", "<", "5"),
        ("5", "<=", "⟦path-outside|4⟧"),
        ("5", "<=", "⟦path-outside|21⟧"),
        ("-5", "<=", "-4.5"),
        ("0", "<=", "⟦path-outside|-0.1⟧"),
    ],
)
def test_a_path_lies_between_baseline_and_goal(value: str, operator: str, planned: str) -> None:
    """The ends belong to it, whichever way the target goes."""
    path = f"[{{date: 2021-06-30, value: {planned}}}]"
    written = b.target(b.goal(value, operator, path=path), key="x", baseline=BASE)
    found, told = compared(with_target(written))
    assert found == told


def test_without_a_baseline_only_the_goal_bounds_a_path() -> None:
    """A planned value may be as low as it likes, and not beyond the goal."""
    path = "[{date: 2021-06-30, value: -9}, {date: 2021-09-30, value: ⟦path-outside|731⟧}]"
    found, told = compared(with_target(b.target(b.goal(path=path), key="x")))
    assert found == told


@pytest.mark.parametrize(
    ("kind", "point"),
    [
        ("stock", "{⟦goal-incomplete|date⟧: 2021-06-30}"),
        ("stock", "{date: 2021-06-30, state: ⟦goal-incomplete|started⟧}"),
        ("stock", "{date: 2021-06-30, value: 3, state: ⟦goal-incomplete|started⟧}"),
        ("deliverable", "{⟦goal-incomplete|date⟧: 2021-06-30}"),
        ("deliverable", "{date: 2021-06-30, value: ⟦goal-incomplete|3⟧}"),
        ("deliverable", "{date: 2021-06-30, value: ⟦goal-incomplete|3⟧, state: started}"),
    ],
)
def test_a_point_of_a_path_says_what_was_planned(kind: str, point: str) -> None:
    """A point with nothing planned, or with a state where numbers are rated, is no point."""
    goal = b.state_goal(path=f"[{point}]") if kind == "deliverable" else b.goal(path=f"[{point}]")
    found, told = compared(with_target(b.target(goal, kind, "x")))
    assert found == told
    written = b.outcome("o", path=f"[{point}]") if kind == "deliverable" else ""
    found, told = compared(with_target("", outcomes=f"# 虚构\n{written}"))
    assert found == told


@pytest.mark.parametrize(
    ("point", "said"),
    [
        ("value: 3", ("a planned value of kind deliverable has no `value`", "write `state: …`")),
        ("value: 3, state: started", ("a planned value of kind deliverable has no `value`", "del")),
        ("note: 甲", ("a planned value of kind deliverable lacks `state`", "add `state: …`")),
    ],
)
def test_a_planned_value_says_what_to_type(point: str, said: tuple[str, str]) -> None:
    """A key in the place of another, one too many, one too few."""
    outcome = b.outcome("o", path=f"[{{date: 2021-06-30, {point}}}]")
    (found,) = check(load(with_target("", outcomes=outcome)))
    assert headline(found, EN) == said[0]
    assert help_of(found, EN).startswith(said[1])


@pytest.mark.parametrize(
    ("due", "points"),
    [
        ("2022-12-31", ["2021-06-30", "2022-12-31"]),
        ("2022-12-31", ["⟦path-order|2023-01-01⟧"]),
        ("2022-12-31", ["2021-06-30", "⟦path-order|2021-06-30⟧"]),
        ("2022-12-31", ["2021-06-30", "⟦path-order|2021-06-29⟧"]),
        ("", ["2021-06-30", "⟦path-order|2021-06-29⟧", "2031-06-29"]),
    ],
)
def test_an_outcomes_path_runs_to_its_due_day(due: str, points: list[str]) -> None:
    """Oldest first, as a target's; an ongoing outcome has no end."""
    path = ", ".join(f"{{date: {day}, state: started}}" for day in points)
    outcomes = b.outcome("o", due=due, path=f"[{path}]")
    found, told = compared(with_target("", outcomes=outcomes))
    assert found == told


@pytest.mark.parametrize(
    ("due", "decided"),
    [
        ("2022-12-31", "2022-12-31"),
        ("2022-12-30", "⟦goal-after-due|2022-12-31⟧"),
    ],
)
def test_a_goal_is_decided_before_it_is_due(due: str, decided: str) -> None:
    """On the same day it may be; of an area's goal the same is asked."""
    goals = f"{b.goal(due=due, decided=decided)}, {b.goal(due=due, decided=decided, area='东市')}"
    found, told = compared(with_target(b.target(goals, key="x")))
    assert found == told


@pytest.mark.parametrize(
    ("key", "empty"), [("leads: ", "[]"), ("goals: ", "[]")], ids=["leads", "goals"]
)
def test_somebody_leads_and_something_is_aimed_at(key: str, empty: str) -> None:
    """An empty list of leads or of goals is told where it stands."""
    written = b.target(b.goal(), key="x")
    start = written.index(key) + len(key)
    end = written.index("]", start) + 1
    marked = f"{written[:start]}⟦value-empty|{empty}⟧{written[end:]}"
    found, told = compared(with_target(marked))
    assert found == told


@pytest.mark.parametrize("file", ["tasks", "outcomes"])
def test_tasks_and_outcomes_are_led_too(file: str) -> None:
    """The rule is about every rated record."""
    written = b.task("k2") if file == "tasks" else b.outcome("o")
    texts = with_target("")
    texts[f"{file}.yaml"] += written.replace("[虚构局]", "⟦value-empty|[]⟧")
    found, told = compared(texts)
    assert found == told


@pytest.mark.parametrize(
    ("day", "due", "asked"),
    [
        ("2022-12-30", "2022-12-31", "2022-12-31"),
        ("⟦baseline-order|2022-12-31⟧", "2022-12-31", "2022-12-31"),
        ("2022-06-30", "2022-12-31", "⟦next-order|2022-12-30⟧"),
    ],
)
def test_baseline_goal_and_the_next_goal_follow_each_other(day: str, due: str, asked: str) -> None:
    """The way starts before the last goal is due, and a later plan asks no sooner."""
    base, later = f"{{value: 0, date: {day}}}", f"{{value: 900, due: {asked}}}"
    goals = f"{b.goal(due='2022-01-31')}, {b.goal(due=due)}"
    found, told = compared(with_target(b.target(goals, key="x", baseline=base, next=later)))
    assert found == told


def test_goals_of_areas_do_not_bound_the_whole() -> None:
    """A city's goal may be due before the province's baseline."""
    goals = f"{b.goal()}, {b.goal(due='2021-01-01', area='东市')}"
    written = b.target(goals, key="x", baseline="{value: 0, date: 2021-06-30}")
    assert compared(with_target(written)) == ([], [])


@pytest.mark.parametrize(
    ("points", "said"),
    [
        (["2023-01-01"], {"why": "due", "due": "2022-12-31"}),
        (["2020-12-31"], {"why": "baseline", "above": "2020-12-31"}),
        (["2021-06-30", "2021-06-29"], {"why": "above", "above": "2021-06-30"}),
    ],
)
def test_a_point_out_of_order_names_what_it_collides_with(
    points: list[str], said: dict[str, str]
) -> None:
    """The goal's due day, the baseline's day, or the point above."""
    path = ", ".join(f"{{date: {day}, value: 30}}" for day in points)
    written = b.target(b.goal(path=f"[{path}]"), key="x", baseline=BASE)
    (found,) = check(load(with_target(written)))
    assert dict(found.arguments) == {"text": points[-1], **said}


def test_a_planned_value_is_no_goal() -> None:
    """Where it lacks its value, it is said of it and not of the goal."""
    written = b.target(b.goal(path="[{date: 2021-06-30}]"), key="x")
    (found,) = check(load(with_target(written)))
    assert dict(found.arguments) == {"key": "value", "kind": "stock", "why": "point"}


@pytest.mark.parametrize("key", ["value", "operator", "area", "path.value", "path.date"])
def test_a_key_without_a_value_is_that_alone(key: str) -> None:
    """It is not told as lacking besides, nor what rests on it."""
    point = {"date": "2021-06-30", "value": "30"}
    keys = {"value": "730", "operator": '">="', "due": b.DUE, "decided": b.START}
    keys |= {"area": "东市", "of": b.START} if key == "area" else {}
    holder = point if "." in key else keys
    holder[key.rpartition(".")[2]] = "⟦value-empty|~⟧"
    goal = b.mapping(**keys, path=f"[{b.mapping(**point)}]")
    found, told = compared(with_target(b.target(f"{b.goal()}, {goal}", key="x")))
    assert found == told
