"""Rules about a reading by itself: what its record takes, its unit, measure, period and source."""

import pytest

import builders as b
from fjdex.check.rules import check
from fjdex.load import load
from unit.check.faults import compared, with_target

STOCK = b.target(b.goal(), key="x", unit="个")
BARE = b.target(b.goal(), key="x")
FLOW = b.target(b.goal(), "flow", "x", unit="万元")
GROWTH = b.target(b.goal("10"), "growth", "x", unit="'%'")
RATIO = b.target(b.goal("60"), "ratio", "x", unit="'%'")
TENTHS = b.target(b.goal("60"), "ratio", "x", unit="‰")
LAW = b.target(b.state_goal(), "deliverable", "x")
MEASURE = "measure: {zh: 人均, en: a head}"


def assert_told(target: str, reading: str, sources: str = "") -> None:
    """Hold what is found of a target's one reading to its marks."""
    texts = with_target(target, f"- {{{reading}}}\n", sources=b.source("s") + sources)
    found, told = compared(texts)
    assert found == told


@pytest.mark.parametrize(
    ("target", "reading"),
    [
        (STOCK, "date: 2021-06-30, value: 1, source: s"),
        (STOCK, "date: 2021-06-30, state: cancelled, source: s"),
        (STOCK, "date: 2021-06-30, state: ⟦value-unfit|planned⟧, source: s"),
        (RATIO, "date: 2021-06-30, state: ⟦value-unfit|started⟧, source: s"),
        (LAW, "date: 2021-06-30, state: started, source: s"),
        (LAW, "date: 2021-06-30, value: ⟦value-unfit|1⟧, source: s"),
        (LAW, f"date: 2021-06-30, value: 1, {MEASURE}, unit: 个, comparability: near, source: s"),
        (STOCK, f"date: 2021-06-30, state: started, {MEASURE}, comparability: near, source: s"),
        (STOCK, "⟦value-unfit|date⟧: 2021-06-30, source: s"),
        (STOCK, "date: 2021-06-30, value: ⟦value-unfit|1⟧, state: started, source: s"),
    ],
)
def test_a_record_takes_its_own_kind_of_reading(target: str, reading: str) -> None:
    """Numbers where numbers are aimed at, states where a thing is delivered, never both."""
    assert_told(target, reading)


@pytest.mark.parametrize("record", ["task", "outcome"])
def test_tasks_and_outcomes_take_states(record: str) -> None:
    """A number on one of them is told."""
    texts = with_target("")
    written = b.task("x") if record == "task" else b.outcome("x")
    texts[f"{record}s.yaml"] += written
    texts["readings/x.yaml"] = "- {date: 2021-06-30, value: ⟦value-unfit|1⟧, source: s}\n"
    found, told = compared(texts)
    assert found == told


@pytest.mark.parametrize("word", ["at-least", "from", "just-under", "about"])
def test_qualifiers_of_numbers(word: str) -> None:
    """They are said of numbers alone."""
    assert_told(STOCK, f"date: 2021-06-30, value: 1, qualifier: {word}, source: s")
    marked = f"⟦value-unfit|{word}⟧"
    assert_told(LAW, f"date: 2021-06-30, state: started, qualifier: {marked}, source: s")


def test_the_qualifier_of_states() -> None:
    """`by` is said of states alone."""
    assert_told(LAW, "date: 2021-06-30, state: delivered, qualifier: by, source: s")
    assert_told(STOCK, "date: 2021-06-30, value: 1, qualifier: ⟦value-unfit|by⟧, source: s")


@pytest.mark.parametrize(
    ("target", "value"),
    [
        (RATIO, "0"),
        (RATIO, "100"),
        (RATIO, "⟦value-out-of-domain|100.01⟧"),
        (RATIO, "⟦value-out-of-domain|-0.01⟧"),
        (TENTHS, "101"),
        (STOCK, "-1"),
    ],
)
def test_a_share_lies_between_nothing_and_the_whole(target: str, value: str) -> None:
    """Shares in percent alone have such a domain."""
    assert_told(target, f"date: 2021-06-30, value: {value}, source: s")


def test_growth_may_be_anything() -> None:
    """A rate of growth is no share."""
    assert_told(GROWTH, "date: 2021-12-31, period: 2021, value: -120, source: s")


@pytest.mark.parametrize(
    ("target", "unit"),
    [
        (STOCK, "个"),
        (STOCK, "⟦unit-unfit|万个⟧"),
        (STOCK, "⟦unit-unfit|元⟧"),
        (FLOW, "⟦unit-unfit|亿元⟧"),
        (BARE, "⟦unit-unfit|个⟧"),
    ],
)
def test_a_reading_is_in_the_unit_of_its_record(target: str, unit: str) -> None:
    """Of another size or of another dimension, a unit does not fit."""
    period = "period: 2021H1, " if target == FLOW else ""
    assert_told(target, f"date: 2021-06-30, {period}value: 1, unit: {unit}, source: s")


@pytest.mark.parametrize(
    "keys",
    [
        f"{MEASURE}, unit: 元, comparability: near",
        "measure: ⟦measure-unfit|{zh: 人均, en: a head}⟧, comparability: proxy",
        "measure: ⟦measure-unfit|{zh: 人均, en: a head}⟧, unit: 元",
        "measure: ⟦measure-unfit|{zh: 人均, en: a head}⟧, unit: 元, comparability: same",
    ],
)
def test_another_measure_is_described_in_full(keys: str) -> None:
    """It has a unit of its own, and is never the same."""
    assert_told(STOCK, f"date: 2021-06-30, value: 1, {keys}, source: s")


@pytest.mark.parametrize(
    ("target", "keys", "marked"),
    [
        (FLOW, "", True),
        (GROWTH, "", True),
        (FLOW, ", comparability: near", False),
        (STOCK, "", False),
        (RATIO, "", False),
    ],
)
def test_what_accumulates_says_over_which_period(target: str, keys: str, *, marked: bool) -> None:
    """Without it a flow or a rate cannot count; others need none."""
    value = "⟦period-missing|1⟧" if marked else "1"
    assert_told(target, f"date: 2021-06-30, value: {value}{keys}, source: s")


@pytest.mark.parametrize(
    "keys",
    [
        "date: 2021-06-30, period: 2021H1",
        "date: 2021-06-30, period: 2021Q1",
        "date: 2021-06-29, period: ⟦period-unfit|2021-06⟧",
        "date: 2021-06-30, within: 2021-06",
        "date: 2021-06-30, within: ⟦period-unfit|2021-07⟧",
        "date: 2021-06-29, within: ⟦period-unfit|2021-06⟧",
        "date: 2021-07-01, within: ⟦period-unfit|2021-06⟧",
        "date: 2021-06-29, within: ⟦period-unfit|2021-06⟧, period: ⟦period-unfit|2021-06⟧",
    ],
)
def test_nothing_is_observed_before_its_period_is_over(keys: str) -> None:
    """`within` ends on the reading's own day."""
    assert_told(STOCK, f"{keys}, value: 1, source: s")


@pytest.mark.parametrize(
    ("published", "keys", "target"),
    [
        ("2021-06-30", "date: 2021-06-30, value: 1", STOCK),
        ("2021-06-29", "date: ⟦reading-after-publication|2021-06-30⟧, value: 1", STOCK),
        ("2021-06-29", "date: ⟦state-after-publication|2021-06-30⟧, state: delivered", LAW),
        ("2021-06-01", "date: 2021-06-30, within: 2021-06, value: 1", STOCK),
        (
            "2021-05-31",
            "date: ⟦reading-after-publication|2021-06-30⟧, within: 2021-06, value: 1",
            STOCK,
        ),
    ],
)
def test_nothing_is_observed_after_it_was_published(published: str, keys: str, target: str) -> None:
    """Of a reading without a day the first one possible counts."""
    assert_told(target, f"{keys}, source: p", b.source("p", published))


def test_a_source_without_a_day_says_nothing() -> None:
    """What was published on no known day cannot be too early."""
    assert_told(STOCK, "date: 2021-06-30, value: 1, source: p", b.source("p"))


def test_the_faults_of_one_reading_are_all_told() -> None:
    """None hides another, and they come in the order of their columns."""
    assert_told(
        STOCK,
        "date: ⟦source-missing|2021-06-30⟧, period: ⟦period-unfit|2021⟧, "
        "area: ⟦area-unknown|南市⟧, part: ⟦part-unknown|p⟧, value: 1, "
        "qualifier: ⟦value-unfit|by⟧, unit: ⟦unit-unfit|元⟧",
    )


@pytest.mark.parametrize(
    ("unit", "own", "said"),
    [
        ("万亿", "万亿元", {"why": "spelling"}),
        ("％", "'%'", {"why": "spelling"}),
        ("亿元", "万亿元", {"why": "size", "write": "0.0026"}),
        ("万人", "个", {}),
        ("个", "", {"why": "none"}),
    ],
)
def test_a_unit_says_how_it_is_wrong(unit: str, own: str, said: dict[str, str]) -> None:
    """Spelled otherwise, of another size, of another dimension, or of a record without one."""
    written = b.target(b.goal(), key="x", unit=own)
    reading = f"- {{date: 2021-06-30, value: 26, unit: {unit}, source: s}}\n"
    (finding,) = check(load(with_target(written, reading)))
    told = {key: text for key, text in finding.arguments.items() if key in {"why", "write"}}
    assert (finding.code, told) == ("unit-unfit", said)


_LATE = "date: ⟦reading-after-publication|2021-06-30⟧, value: 1, source: p"
_ENACTED = "date: ⟦state-after-publication|2021-06-30⟧, state: started, source: p"


@pytest.mark.parametrize(
    ("readings", "states", "published"),
    [
        (
            ["date: 2021-06-30, value: 1, source: p", "date: 2021-09-30, value: 2, source: p"],
            [],
            "⟦reading-after-publication|2020-06-29⟧",
        ),
        (
            ["date: 2021-06-30, value: 1, source: p"],
            ["date: 2021-06-30, state: delivered, source: p"],
            "⟦reading-after-publication|2020-06-29⟧",
        ),
        (
            ["date: 2020-06-29, value: 1, source: p", _LATE, _LATE.replace("06-30", "09-30")],
            [],
            "2020-06-29",
        ),
        ([_LATE], ["date: 2020-06-29, state: delivered, source: p"], "2020-06-29"),
        (
            ["date: 2021-06-30, value: 1, source: s"],
            [_ENACTED, _ENACTED.replace("06-30", "09-30").replace("started", "delivered")],
            "2020-06-29",
        ),
    ],
)
def test_the_day_of_a_source_is_told_once(
    readings: list[str], states: list[str], published: str
) -> None:
    """Where all that cites it is later; a law's states may be, and one reading may be the slip."""
    law = b.target(b.state_goal(), "deliverable", "law")
    sources = b.source("s") + b.source("p", published)
    texts = with_target(STOCK + law, b.lines(*readings), sources=sources)
    found, told = compared(texts | {"readings/law.yaml": b.lines(*states) or "[]\n"})
    assert found == told


def test_the_day_of_a_source_says_what_it_is_before() -> None:
    """How many readings cite it, and of which day the first of them is."""
    readings = b.lines(
        "date: 2021-06-30, value: 1, source: p", "date: 2021-09-30, value: 2, source: p"
    )
    sources = b.source("s") + b.source("p", "2020-06-29")
    (finding,) = check(load(with_target(STOCK, readings, sources=sources)))
    assert dict(finding.arguments) == {
        "text": "2021-06-30",
        "published": "2020-06-29",
        "count": "2",
        "why": "all",
    }
