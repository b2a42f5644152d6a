"""Bounded figures reach a goal, fall short of it or straddle it, for certain or not at all."""

from fractions import Fraction

import pytest

from fjdex.assess.bounds import Interval, falls_short, interval_of, reaches
from fjdex.plan.terms import Operator, Qualifier

ABOUT = Fraction(5)

# printed value, qualifier, operator, goal -> reaches, falls short
CASES = [
    ("50", "exact", ">=", "50", "reaches"),
    ("49.9", "exact", ">=", "50", "short"),
    ("50", "exact", ">", "50", "short"),
    ("50.1", "exact", ">", "50", "reaches"),
    ("50", "exact", "<=", "50", "reaches"),
    ("50.1", "exact", "<=", "50", "short"),
    ("50", "exact", "<", "50", "short"),
    ("49.9", "exact", "<", "50", "reaches"),
    # 超 is more than that
    ("2.6", "at-least", ">=", "2.6", "reaches"),
    ("2.6", "at-least", ">", "2.6", "reaches"),
    ("2.5", "at-least", ">=", "2.6", "straddles"),
    ("2.6", "at-least", "<=", "2.6", "short"),
    ("2.5", "at-least", "<=", "2.6", "straddles"),
    ("2.6", "at-least", "<", "2.6", "short"),
    # 以上 is that or more
    ("2.6", "from", ">=", "2.6", "reaches"),
    ("2.6", "from", ">", "2.6", "straddles"),
    ("2.6", "from", "<=", "2.6", "straddles"),
    ("2.6", "from", "<", "2.6", "short"),
    # 近 is below that
    ("50", "just-under", ">=", "50", "short"),
    ("50.1", "just-under", ">=", "50", "straddles"),
    ("50", "just-under", "<=", "50", "reaches"),
    ("50", "just-under", "<", "50", "reaches"),
    ("50.1", "just-under", "<=", "50", "straddles"),
    # 左右 is five percent on either side, the ends included
    ("100", "about", ">=", "95", "reaches"),
    ("100", "about", ">", "95", "straddles"),
    ("100", "about", ">=", "105", "straddles"),
    ("100", "about", ">", "105", "short"),
    ("100", "about", "<=", "105", "reaches"),
    ("100", "about", "<=", "95", "straddles"),
    ("100", "about", "<", "95", "short"),
    ("-100", "about", ">=", "-105", "reaches"),
    ("-100", "about", ">=", "-104", "straddles"),
    ("0", "about", ">=", "0", "reaches"),
]


@pytest.mark.parametrize(("value", "qualifier", "operator", "goal", "answer"), CASES)
def test_what_a_printed_figure_says_of_a_goal(
    value: str, qualifier: str, operator: str, goal: str, answer: str
) -> None:
    """A figure reaches a goal or falls short of it only where every true value would."""
    interval = interval_of(Fraction(value), Qualifier(qualifier), ABOUT)
    compared = (Operator(operator), Fraction(goal))
    said = (reaches(interval, *compared), falls_short(interval, *compared))
    assert said == (answer == "reaches", answer == "short")


def test_about_takes_its_percentage_from_the_plan() -> None:
    """左右 of 200 with 10 percent is from 180 to 220."""
    answer = interval_of(Fraction(200), Qualifier.ABOUT, Fraction(10))
    assert answer == Interval(Fraction(180), Fraction(220))


def test_about_of_a_negative_value_is_no_empty_interval() -> None:
    """左右 of -200 with 10 percent is from -220 to -180."""
    answer = interval_of(Fraction(-200), Qualifier.ABOUT, Fraction(10))
    assert answer == Interval(Fraction(-220), Fraction(-180))
