"""Rules about areas: what splits a goal adds up to it, and so do the areas' own figures."""

import pytest

import builders as b
from unit.check.faults import compared, with_target

DAY = "date: 2021-06-30"


def area_goal(area: str, value: str, of: str = "2021-01-01", decided: str = "2021-02-01") -> str:
    """Write the goal of an area, a share of the one decided on a day."""
    return f"{b.goal(value, decided=decided)[:-1]}, area: {area}, of: {of}}}"


def assert_told(target: str, *readings: str) -> None:
    """Hold what is found of a target and its readings to their marks."""
    lines = b.lines(*(f"{DAY}, {one}, source: s" for one in readings))
    found, told = compared(with_target(target, lines))
    assert found == told


@pytest.mark.parametrize(
    ("kind", "whole", "shares"),
    [
        ("stock", "730", {"东市": "300", "西市": "430"}),
        ("flow", "⟦goal-sum|730⟧", {"东市": "300", "西市": "430.1"}),
        ("stock", "730", {"东市": "900"}),
        ("ratio", "60", {"东市": "70", "西市": "65"}),
        ("growth", "10", {"东市": "11", "西市": "12"}),
    ],
)
def test_shares_of_a_goal_add_up(kind: str, whole: str, shares: dict[str, str]) -> None:
    """Once every area has its share, and where adding up means something."""
    goals = [b.goal(whole), *(area_goal(area, value) for area, value in shares.items())]
    assert_told(b.target(", ".join(goals), kind, "x", unit="个"))


@pytest.mark.parametrize(
    ("of", "area"),
    [("2021-01-01", "东市"), ("⟦goal-unknown|2021-01-02⟧", "东市"), ("2021-01-01", "西市")],
)
def test_a_share_is_of_a_goal_that_was_decided(of: str, area: str) -> None:
    """It names the day of the decision."""
    assert_told(b.target(f"{b.goal()}, {area_goal(area, '300', of)}", key="x"))


def test_the_whole_goal_is_no_share() -> None:
    """A goal without an area is of nothing."""
    whole = f"{b.goal()[:-1]}, of: ⟦goal-unknown|2021-01-01⟧}}"
    assert_told(b.target(whole, key="x"))


def test_the_goals_of_each_area_have_an_order_of_their_own() -> None:
    """A share decided before another area's is in order; one before its own area's is not."""
    goals = [
        b.goal(),
        area_goal("东市", "300", decided="2021-05-01"),
        area_goal("西市", "200", decided="2021-04-01"),
        area_goal("东市", "310", decided="⟦goal-order|2021-04-30⟧"),
    ]
    found, told = compared(with_target(b.target(", ".join(goals), "ratio", "x")))
    assert found == told


@pytest.mark.parametrize(
    ("whole", "east", "west"),
    [
        ("10", "4", "6"),
        ("11", "4", "6"),
        ("⟦area-sum|12⟧", "4", "6"),
        ("⟦area-sum|8⟧", "4", "6"),
        ("12, qualifier: at-least", "4", "6"),
        ("12, status: provisional", "4", "6"),
        ("12", "4, qualifier: about", "6"),
        ("12", "4, comparability: near", "6"),
        ("100, printed: 1百个", "40", "90"),
        ("⟦area-sum|100⟧, printed: 1百个", "40", "112"),
    ],
)
def test_the_areas_figures_add_up_to_the_whole(whole: str, east: str, west: str) -> None:
    """As far as the printed digits of all of them go; only exact, final, full figures count."""
    target = b.target(b.goal(), key="x", unit="个")
    assert_told(
        target, f"value: {whole}", f"area: 东市, value: {east}", f"area: 西市, value: {west}"
    )


def test_not_before_every_area_has_a_figure() -> None:
    """One area alone says nothing of the whole."""
    assert_told(b.target(b.goal(), key="x"), "value: 12", "area: 东市, value: 4")


def test_shares_and_rates_are_not_added() -> None:
    """Percentages of two areas have no sum."""
    target = b.target(b.goal("60"), "ratio", "x", unit="'%'")
    assert_told(target, "value: 50", "area: 东市, value: 40", "area: 西市, value: 60")
