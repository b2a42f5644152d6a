"""What is called clean is clean: with and without it `check` finds the same."""

from collections.abc import Iterator
from datetime import date
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import builders as b
from fjdex.check import rules
from fjdex.check.clean import NOTHING_CLEAN, clean_of
from fjdex.check.rules import check
from fjdex.load import load
from fjdex.plan.ledger import Ledger

TODAY = date(2022, 6, 30)
TARGETS = (
    b.target(b.goal(), key="stock", unit="个"),
    b.target(b.goal(value="50"), kind="ratio", key="ratio", unit='"%"'),
    b.target(b.goal(), kind="flow", key="flow", unit="万元"),
    b.target(b.goal(value="5"), kind="growth", key="growth", unit='"%"'),
    b.target(b.state_goal(), kind="deliverable", key="deliverable"),
    b.target(b.goal(), key="east", unit="个", area="东市"),
)
RECORDS = ("stock", "ratio", "flow", "growth", "deliverable", "east", "o", "t")
SOURCES = b.source("s", "2021-04-01") + b.source("late", "2022-12-01") + b.source("undated")
DAYS = st.sampled_from(["2021-03-31", "2021-03-31", "2021-06-30", "2021-12-31", "2022-12-31"])
PARTS = {
    "within": st.sampled_from(["2021-03", "2021H1"]),
    "period": st.sampled_from(["2021Q1", "2021-01/2021-03", "2021H1", "2021-01/2021-06", "2021"]),
    "area": st.sampled_from(["东市", "西市", "虚构省", "南市"]),
    "part": st.sampled_from(["p", "q"]),
    "value": st.sampled_from(["1", "2", "3", "3.0", "-1", "71000", "101"]),
    "state": st.sampled_from(["started", "delivered"]),
    "qualifier": st.sampled_from(["exact", "about", "at-least", "by"]),
    "status": st.sampled_from(["final", "provisional"]),
    "printed": st.sampled_from(
        ["1", "2个", "3万元", "7.1万个", '"101%"', "约2个", '"7,1000"', "甲"]
    ),
    "measure": st.just("{zh: 甲, en: A}"),
    "unit": st.sampled_from(["个", "万元", "元"]),
    "comparability": st.sampled_from(["same", "near"]),
    "source": st.sampled_from(["s", "late", "undated", "nobody"]),
    "note": st.sampled_from(["甲", '"甲, 乙"']),
}
# Mostly plain, so that much is clean.
USUAL = ("area", "value", "source")


@st.composite
def reading(draw: st.DrawFn) -> str:
    more = draw(st.lists(st.sampled_from(list(PARTS)), max_size=2))
    usual = [key for key in USUAL if draw(st.booleans())]
    keys = sorted({"value", "source", *usual, *more}, key=list(PARTS).index)
    return f"date: {draw(DAYS)}" + "".join(f", {key}: {draw(PARTS[key])}" for key in keys)


@st.composite
def sums(draw: st.DrawFn) -> str:
    """Write a quarter in which every area is read once, as it is read in a province."""
    period = draw(st.sampled_from(["", ", period: 2021-01/2021-03", ", period: 2021Q1"]))
    values = [draw(st.sampled_from(["1", "2", "3"])) for _ in range(3)]
    areas = ("", ", area: 东市", ", area: 西市")
    return b.lines(
        *(
            f"date: 2021-03-31{period}{area}, value: {value}, source: s"
            for area, value in zip(areas, values, strict=True)
        )
    )


FILES = st.one_of(st.lists(reading(), max_size=4).map(lambda given: b.lines(*given)), sums())


@pytest.fixture(scope="module")
def called_clean() -> Iterator[list[int]]:
    """Count what is called clean: a property that never met it would say nothing."""
    counted: list[int] = []
    yield counted
    assert sum(counted) > 20


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(RECORDS), FILES, max_size=3))
def test_check_finds_the_same_whether_or_not_it_knows_what_is_clean(
    called_clean: list[int], readings: dict[str, str]
) -> None:
    """Every finding, at its place and in its order."""
    texts = b.folder(
        "".join(TARGETS), b.outcome("o", parts="[{id: p, name: {zh: 甲, en: A}}]"),
        readings=readings, sources=SOURCES,
    )  # fmt: skip
    loaded = load(texts)
    found = check(loaded, TODAY)
    with mock.patch.object(rules, "clean_of", return_value=NOTHING_CLEAN):
        slowly = check(loaded, TODAY)

    assert found == slowly
    plan = loaded.draft
    assert all(isinstance(one, Ledger) for one in map(load(texts).draft.readings.get, readings))
    called_clean.append(len(clean_of(plan, lambda _record, _reading: False).records))


def test_what_is_plain_is_clean() -> None:
    """The sums agree, the totals rise, every figure is as it was printed."""
    text = b.lines(
        "date: 2021-03-31, period: 2021-01/2021-03, value: 30000, printed: 3亿元, source: s",
        "date: 2021-03-31, period: 2021-01/2021-03, area: 东市, value: 10000, printed: 1亿元,"
        " source: s",
        "date: 2021-03-31, period: 2021-01/2021-03, area: 西市, value: 20000, source: s, note: 甲",
    )
    plan = load(b.folder("".join(TARGETS), readings={"flow": text}, sources=SOURCES)).draft
    clean = clean_of(plan, lambda _record, _reading: False)

    assert (clean.records, clean.cited) == (frozenset({"flow"}), frozenset({"s"}))
    assert clean_of(plan, lambda _record, _reading: True) == NOTHING_CLEAN
