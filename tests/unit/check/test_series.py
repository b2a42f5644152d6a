"""Rules about a record's readings among each other: order, doubles, contradictions, totals."""

from fractions import Fraction

import pytest

import builders as b
from fjdex.check.rules import check
from fjdex.load import load
from fjdex.plan.agreement import rounding_of
from unit.check.faults import compared, with_target

SOURCES = b.source("s") + b.source("s2") + b.source("s3")
KEPT = b.target(b.goal()[:-1] + ", source: s2}", key="y") + b.target(
    b.goal()[:-1] + ", source: s3}", key="z"
)
STOCK = b.target(b.goal(), key="x", unit="个") + KEPT
FLOW = b.target(b.goal(), "flow", "x", unit="万元") + KEPT
MEASURE = "measure: {zh: 人均, en: a head}, unit: 元, comparability: near"
LAW = b.target(b.state_goal(), "deliverable", "x") + KEPT


def assert_told(*readings: str, target: str = STOCK) -> None:
    """Hold what is found of a target's readings to their marks."""
    texts = with_target(target, b.lines(*readings), sources=SOURCES)
    found, told = compared(texts)
    assert found == told


@pytest.mark.parametrize(
    "days",
    [
        ("2021-03-31", "2021-03-31", "2021-06-30"),
        ("2021-06-30", "⟦reading-order|2021-03-31⟧", "2021-06-30"),
        ("2021-06-30", "2021-07-31", "⟦reading-order|2021-03-31⟧"),
        ("⟦reading-order|2041-06-30⟧", "2021-03-31", "2021-04-30"),
        ("2021-03-31", "⟦reading-order|2021-02-28⟧", "⟦reading-order|2021-01-31⟧"),
    ],
)
def test_readings_stand_oldest_first(days: tuple[str, ...]) -> None:
    """What breaks the order is told, and not what stands right below; a day may stand twice."""
    lines = [f"date: {day}, area: {area}" for day, area in zip(days, _AREAS, strict=True)]
    assert_told(*(f"{line}, value: 1, source: s" for line in lines))


_AREAS = ("虚构省", "东市", "西市")


@pytest.mark.parametrize(
    "second",
    [
        "date: ⟦reading-duplicated|2021-06-30⟧, value: 1, source: s",
        "date: ⟦reading-duplicated|2021-06-30⟧, area: 虚构省, value: 1, source: s",
        "date: ⟦reading-duplicated|2021-06-30⟧, value: 1, comparability: near, source: s",
        "date: 2021-06-30, area: 东市, value: 1, source: s",
        "date: 2021-06-30, value: 1, source: s2",
        f"date: 2021-06-30, value: 1, {MEASURE}, source: s",
        "date: 2021-07-01, value: 1, source: s",
    ],
)
def test_a_key_stands_once(second: str) -> None:
    """Date, area, part, measure and source make it; the area left out is the record's own."""
    assert_told("date: 2021-06-30, value: 1, source: s", second)


def test_a_key_that_stands_twice_is_no_contradiction_besides() -> None:
    """Of two readings of one key the first is compared with others, the second with none."""
    assert_told(
        "date: 2021-06-30, value: 1, source: s",
        "date: ⟦reading-duplicated|2021-06-30⟧, value: 9, source: s",
        "date: 2021-06-30, value: ⟦reading-contradicted|9⟧, source: s2",
    )


def test_parts_are_keys_of_their_own() -> None:
    """The area left out is the part's own."""
    name = "name: {zh: 虚构, en: Invented}"
    parts = f"[{{id: p, {name}, area: 东市}}, {{id: q, {name}}}]"
    texts = with_target("")
    texts["outcomes.yaml"] = b.outcome("x", parts=parts)
    texts["readings/x.yaml"] = b.lines(
        "date: 2021-06-30, part: p, state: started, source: s",
        "date: 2021-06-30, part: q, state: started, source: s",
        "date: ⟦reading-duplicated|2021-06-30⟧, area: 东市, part: p, state: started, source: s",
    )
    found, told = compared(texts)
    assert found == told


@pytest.mark.parametrize(
    ("one", "other", "contradicted"),
    [
        ("value: 71000, printed: 7.1万个", "value: 70950", False),
        ("value: 71000, printed: 7.1万个", "value: 70500", False),
        ("value: 71000, printed: 7.1万个", "value: 70499", True),
        ("value: 71000, printed: 7.1万个", "value: 71501", True),
        ("value: 80000, printed: 8万个", "value: 75000", False),
        ("value: 80000, printed: 8万个", "value: 74999", True),
        ("value: 71000", "value: 71001", False),
        ("value: 71000", "value: 71002", True),
        ("value: 2.60", "value: 2.61", False),
        ("value: 2.60", "value: 2.62", True),
        ("value: 71000, qualifier: at-least", "value: 71000", False),
        ("value: 71000, qualifier: at-least", "value: 70998", True),
        ("value: 71000, qualifier: from", "value: 90000", False),
        ("value: 71000, qualifier: just-under", "value: 60000", False),
        ("value: 71000, qualifier: just-under", "value: 71002", True),
        ("value: 71000, qualifier: just-under", "value: 71002, qualifier: at-least", True),
        ("value: 71000, qualifier: about", "value: 74550", False),
        ("value: 71000, qualifier: about", "value: 67449", True),
        ("value: 71000, qualifier: about", "value: 74552", True),
        ("value: 71000, status: provisional", "value: 72000", False),
        ("value: 71000, comparability: near", "value: 72000", False),
        ("value: 71000", "value: 72000, comparability: partial", False),
    ],
)
def test_two_sources_agree_as_far_as_their_digits_go(
    one: str, other: str, *, contradicted: bool
) -> None:
    """Half of the last printed digit either way, and the bounds that were printed."""
    code = "⟦reading-contradicted|" if contradicted else ""
    value, _, rest = other.partition(",")
    number = value.removeprefix("value: ")
    marked = f"value: {code}{number}{'⟧' if code else ''}{',' + rest if rest else ''}"
    assert_told(f"date: 2021-06-30, {one}, source: s", f"date: 2021-06-30, {marked}, source: s2")


@pytest.mark.parametrize(
    ("days", "second"),
    [
        (("2021-06-30", "2021-07-01"), "value: 9"),
        (("2021-06-30", "2021-06-30"), "area: 东市, value: 9"),
        (("2021-06-30", "2021-06-30"), "period: 2021Q2, value: 9"),
    ],
)
def test_different_things_do_not_contradict_each_other(days: tuple[str, str], second: str) -> None:
    """Of another day, area or period another value may be true."""
    first, then = days
    assert_told(f"date: {first}, value: 1, source: s", f"date: {then}, {second}, source: s2")


def test_the_first_of_several_is_named() -> None:
    """The one that a reading disagrees with, by its line and as it was printed."""
    readings = b.lines(
        "date: 2021-06-30, value: 71000, printed: 7.1万个, source: s",
        "date: 2021-06-30, value: 71200, source: s2",
        "date: 2021-06-30, value: 80000, source: s3",
    )
    found = check(load(with_target(STOCK, readings, sources=SOURCES)))
    assert [(one.place.line, dict(one.arguments)) for one in found] == [
        (3, {"text": "80000", "other": "7.1万个", "line": "1"})
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("date: 2021-06-29, state: delivered", "date: ⟦reading-contradicted|2021-06-30⟧"),
        ("date: 2021-06-30, state: delivered", "date: 2021-06-30"),
        (
            "date: 2021-05-31, within: 2021-05, state: delivered",
            "date: ⟦reading-contradicted|2021-06-30⟧",
        ),
        ("date: 2021-06-30, within: 2021-06, state: delivered", "date: 2021-06-30"),
        ("date: 2021-06-30, state: started", "date: 2021-06-30"),
        (
            "date: 2021-06-29, state: delivered, qualifier: by",
            "date: ⟦reading-contradicted|2021-06-30⟧",
        ),
        ("date: 2021-06-30, state: delivered, qualifier: by", "date: 2021-06-30"),
    ],
)
def test_a_thing_is_delivered_once(one: str, other: str) -> None:
    """Two sources may not give two days for it; a month or `by` leaves room."""
    assert_told(f"{one}, source: s", f"{other}, state: delivered, source: s2", target=LAW)


def test_delivered_by_a_later_day() -> None:
    """Delivered by the end of June is true of what was delivered on the 29th."""
    assert_told(
        "date: 2021-06-29, state: delivered, source: s",
        "date: 2021-06-30, state: delivered, qualifier: by, source: s2",
        target=LAW,
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("2021-03-31, period: 2021Q1, value: 9", "2021-06-30, period: 2021H1, value: 9"),
        (
            "2021-03-31, period: 2021Q1, value: 9",
            "2021-06-30, period: 2021-01/2021-06, value: ⟦total-falling|8.9⟧",
        ),
        ("2021-06-30, period: 2021H1, value: 9", "2021-09-30, period: 2021Q3, value: 4"),
        ("2021-12-31, period: 2021, value: 9", "2022-03-31, period: 2022Q1, value: 2"),
        (
            "2021-03-31, period: 2021Q1, value: 9",
            "2021-06-30, area: 东市, period: 2021H1, value: 2",
        ),
        (
            "2021-03-31, period: 2021Q1, value: 9",
            "2021-06-30, period: 2021H1, value: 2, comparability: near",
        ),
        (
            "2021-06-30, period: 2021H1, value: 9",
            "2021-07-31, period: 2021Q1, value: 3",
            "2021-12-31, period: 2021, value: ⟦total-falling|8⟧",
        ),
        (
            "2021-03-31, period: 2021Q1, value: 9, status: provisional",
            "2021-06-30, period: 2021H1, value: 8",
        ),
        (
            "2021-03-31, period: 2021Q1, value: 9",
            "2021-06-30, period: 2021H1, value: 12, status: provisional",
            "2021-12-31, period: 2021, value: ⟦total-falling|8⟧",
        ),
    ],
)
def test_a_running_total_does_not_fall_within_its_year(lines: tuple[str, ...]) -> None:
    """A quarter alone is none, every year begins anew, and what was provisional may be less."""
    assert_told(*(f"date: {line}, source: s" for line in lines), target=FLOW)


@pytest.mark.parametrize(
    ("written", "half"),
    [
        ("value: 71000, printed: 7.1万个", Fraction(500)),
        ("value: 2.6, printed: 超2.6万亿元", Fraction(1, 20)),
        ("value: 0.39, printed: 3900亿元", Fraction(1, 20000)),
        ("value: 80000, printed: '80,000'", Fraction(1, 2)),
        ("value: 2.60", Fraction(1, 200)),
        ("value: 5", Fraction(1, 2)),
        ("value: -5.5", Fraction(1, 20)),
        ("value: 0", Fraction(1, 2)),
        ("value: 0.0, printed: 0.0%", Fraction(1, 20)),
        ("value: 7, printed: 七", Fraction(1, 2)),
        ("value: 7, printed: 若干", Fraction(0)),
    ],
)
def test_half_of_the_last_digit_that_was_printed(written: str, half: Fraction) -> None:
    """In the reading's own unit, whatever words the figure was printed with."""
    assert rounding_of(b.reading_of(f"date: 2021-06-30, {written}")) == half
