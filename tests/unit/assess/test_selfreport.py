"""Figures that rest on a unit's own return alone."""

from datetime import date

import pytest

import builders as b
from fjdex.assess.item import Flag
from fjdex.assess.selfreport import self_reported

DAY = "2022-03-31"
STOCK = b.target(b.goal(), baseline=b.FROM_ZERO, unit="个")
SOURCES = (
    b.source("published", "2022-05-20")
    + "- {id: reprinted, kind: reprint}\n"
    + "- {id: returned, kind: return, published: 2022-04-10}\n"
    + "- {id: other-return, kind: return, published: 2022-04-11}\n"
)
RETURNED = f"date: {DAY}, value: 71200, source: returned"


def flagged(*readings: str) -> bool:
    """Answer whether an item with these readings is flagged as self-reported."""
    return Flag.SELF_REPORTED in b.rate(STOCK, b.lines(*readings), "2022-06-30", SOURCES).flags


AGREEING = (
    ("", True),
    (f"date: {DAY}, value: 71000, printed: 7.1万个, source: reprinted", False),
    (f"date: {DAY}, value: 71000, source: reprinted", True),
    (f"date: {DAY}, value: 71200, source: other-return", True),
    (f"date: {DAY}, value: 71000, qualifier: at-least, source: reprinted", True),
    (f"date: {DAY}, value: 71200, comparability: near, source: reprinted", True),
    ("date: 2022-03-30, value: 71200, source: reprinted", True),
)


@pytest.mark.parametrize(("other", "wanted"), AGREEING)
def test_a_return_is_marked_until_a_publication_agrees(other: str, *, wanted: bool) -> None:
    """Of the same day and measure, as exact, and equal as far as both are printed."""
    assert flagged(*filter(None, (RETURNED, other))) is wanted


def test_a_published_figure_is_never_marked() -> None:
    """It is what others may agree with; a figure without a source says nothing either way."""
    assert flagged(f"date: {DAY}, value: 71200, source: published") is False


def test_a_return_that_is_not_taken_marks_nothing() -> None:
    """The rating rests on the one that was published later."""
    published = f"date: {DAY}, value: 70000, source: published"
    assert flagged(RETURNED, published) is False


STATES = (
    ("", True),
    ("date: 2022-03-01, state: delivered, source: published", False),
    ("date: 2022-03-01, state: started, source: published", True),
    ("date: 2022-07-01, state: delivered, source: published", True),
)


@pytest.mark.parametrize(("other", "wanted"), STATES)
def test_a_state_is_marked_until_a_publication_says_the_same(other: str, *, wanted: bool) -> None:
    """Whatever day it prints, if that has been."""
    returned = f"date: {DAY}, state: delivered, source: returned"
    given = b.lines(*sorted(filter(None, (returned, other))))
    texts = b.folder(outcomes=b.outcome("o"), readings={"o": given}, sources=SOURCES)
    plan = b.plan_of(texts)
    reading = next(one for one in plan.readings["o"] if one.source == "returned")
    day = date(2022, 6, 30)
    assert self_reported(plan, plan.records["o"], reading, day) is wanted
