"""What lies in the future is told only where somebody says what day it is."""

from datetime import date

import pytest

import builders as b
from fjdex.check.rules import check
from fjdex.load import load
from unit.check.faults import marked, places, with_target

TODAY = date(2021, 6, 30)
TARGET = b.target(b.goal(), key="x")


@pytest.mark.parametrize(
    ("keys", "published"),
    [
        ("date: 2021-06-30", "2021-06-30"),
        ("date: 2021-06-30, within: 2021-06", "2021-06-30"),
        ("date: ⟦date-ahead|2021-07-01⟧", ""),
        ("date: 2021-12-31, within: 2021", ""),
        ("date: ⟦date-ahead|2021-07-31⟧, within: 2021-07", ""),
        ("date: 2021-06-30", "⟦date-ahead|2021-07-01⟧"),
    ],
)
def test_nothing_is_known_before_it_is(keys: str, published: str) -> None:
    """A reading or a publication of tomorrow is doubtful; without a today nothing is judged."""
    readings = f"- {{{keys}, value: 1, source: p}}\n"
    sources = b.source("s") + b.source("p", published)
    texts, told = marked(with_target(TARGET, readings, sources=sources))
    assert places(check(load(texts), TODAY)) == told
    assert places(check(load(texts))) == []


@pytest.mark.parametrize(
    ("quarter", "day"),
    [
        ("2021Q2", "2021-06-30"),
        ("⟦date-ahead|2021Q3⟧", "2021-06-30"),
        ("2021Q2", "⟦date-ahead|2021-07-01⟧"),
    ],
)
def test_nobody_remarks_on_what_has_not_begun(quarter: str, day: str) -> None:
    """A quarter may be remarked on from its first day; nobody wrote anything tomorrow."""
    remark = f"- {{id: t, quarter: {quarter}, reason: 甲, action: 乙, date: {day}}}\n"
    texts, told = marked(with_target("", remarks=remark))
    assert places(check(load(texts), TODAY)) == told
    assert places(check(load(texts))) == []


def test_nothing_was_decided_tomorrow() -> None:
    """A goal decided today is in force; one of tomorrow has a mistyped day."""
    decided = f"{b.goal(decided='2021-06-30')}, {b.goal(decided='⟦date-ahead|2021-07-01⟧')}"
    texts, told = marked(with_target(b.target(decided, key="x")))
    assert places(check(load(texts), TODAY)) == told
    assert places(check(load(texts))) == []
