"""Which readings count, and which of several for one day is believed."""

import pytest

import builders as b
from fjdex.assess.series import rivals_of, why_preferred

TARGET = b.target(b.goal(), baseline=b.FROM_ZERO)
IN_EAST = b.target(b.goal(), baseline=b.FROM_ZERO, area="东市")
SOURCES = b.source("b-early", "2021-07-01") + b.source("a-late", "2021-08-01") + b.source("undated")
SOURCES += b.source("c-late", "2021-08-01")
DAY = "2021-06-30"


def believed(*readings: str, written: str = TARGET) -> str | None:
    """Answer the source of the reading on which the rating rests."""
    item = b.rate(written, b.lines(*readings), "2021-12-31", SOURCES)
    return item.reading.source if item.reading else None


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        ("status: provisional, source: c-late", "source: undated"),
        ("status: provisional, source: c-late", "qualifier: about, source: undated"),
        ("qualifier: at-least, source: c-late", "source: b-early"),
        ("source: undated", "source: b-early"),
        ("source: b-early", "source: c-late"),
        ("source: c-late", "source: a-late"),
    ],
)
def test_of_several_readings_of_one_day_one_is_believed(worse: str, better: str) -> None:
    """Final, then exact, then the latest publication, then the source's id; never the order."""
    one, other = (
        f"date: {DAY}, value: {value}, {keys}" for value, keys in (("100", worse), ("200", better))
    )
    wanted = better.rpartition(" ")[2]
    assert (believed(one, other), believed(other, one)) == (wanted, wanted)


def test_a_later_day_comes_before_every_other_preference() -> None:
    """A provisional bounded reading of a later day beats a final exact one of an earlier day."""
    early = "date: 2021-06-29, value: 100, source: c-late"
    late = f"date: {DAY}, value: 100, qualifier: about, status: provisional, source: undated"
    assert believed(early, late) == "undated"


def test_a_reading_without_a_source_counts_as_published_earliest() -> None:
    """Of two otherwise equal readings the one with a dated source is believed."""
    assert (
        believed(f"date: {DAY}, value: 1", f"date: {DAY}, value: 2, source: b-early") == "b-early"
    )


def test_readings_of_the_day_asked_about_count() -> None:
    """As of a day means at its end."""
    item = b.rate(TARGET, b.lines(f"date: {DAY}, value: 181"), DAY)
    assert item.rating == "on-schedule"


def test_readings_after_the_day_asked_about_do_not_exist_yet() -> None:
    """A reading of tomorrow neither counts nor is shown beside."""
    readings = b.lines("date: 2021-07-01, value: 181", "date: 2021-07-01, area: 东市, value: 3")
    item = b.rate(TARGET, readings, DAY)
    assert (item.rating, item.reading, item.beside) == ("no-reading", None, 0)


@pytest.mark.parametrize(
    "keys",
    [
        "comparability: near",
        "comparability: partial",
        "comparability: proxy",
        "area: 东市",
        "part: north",
        "measure: {zh: 别的, en: Another}, unit: 个/万人, comparability: near",
    ],
)
def test_what_is_not_the_records_own_is_shown_beside(keys: str) -> None:
    """Another measure, area or part, or a figure less than the same, is never rated."""
    item = b.rate(TARGET, b.lines(f"date: {DAY}, value: 999, {keys}"), DAY)
    assert (item.rating, item.beside) == ("no-reading", 1)


@pytest.mark.parametrize("keys", ["", ", area: 虚构省"])
def test_the_province_may_be_named_or_left_out(keys: str) -> None:
    """An absent area is the record's, and that the province."""
    item = b.rate(TARGET, b.lines(f"date: {DAY}, value: 181{keys}"), DAY)
    assert (item.rating, item.beside) == ("on-schedule", 0)


def test_a_record_of_one_area_counts_that_areas_readings() -> None:
    """For a target that lies in 东市 the province's figure stands beside."""
    readings = b.lines(
        f"date: {DAY}, area: 东市, value: 181",
        "date: 2021-07-01, area: 虚构省, value: 999",
    )
    item = b.rate(IN_EAST, readings, "2021-07-01")
    assert (item.rating, item.beside) == ("on-schedule", 1)


@pytest.mark.parametrize("period", ["2021Q2", "2021Q3", "2021H2", "2021-06", "2021-04/2021-06"])
def test_a_flow_over_less_than_the_year_so_far_stands_beside(period: str) -> None:
    """A lone quarter, half or month says too little of the year: it is shown, not rated."""
    written = b.target(b.goal(), kind="flow", baseline=b.FROM_ZERO)
    item = b.rate(written, b.lines(f"date: 2021-09-30, period: {period}, value: 300"), "2021-12-31")
    assert (item.rating, item.beside) == ("no-reading", 1)


@pytest.mark.parametrize(
    "provisional_last", [True, False], ids=["provisional last", "provisional first"]
)
def test_states_of_one_day_are_chosen_like_values(*, provisional_last: bool) -> None:
    """A final state is believed before a provisional one of the same day, in either order."""
    both = [
        f"date: {DAY}, state: started",
        f"date: {DAY}, state: cancelled, status: provisional",
    ]
    readings = b.lines(*(both if provisional_last else both[::-1]))
    item = b.rate_outcome(b.outcome("o"), readings, DAY)
    assert (item.rating, item.reading and item.reading.state) == ("not-due", "started")


PAIRS = [
    ("status: provisional, source: c-late", "source: undated", "final"),
    ("qualifier: from, source: c-late", "qualifier: from, status: provisional", "final"),
    ("qualifier: about, source: c-late", "source: undated", "exact"),
    ("source: undated", "source: b-early", "published"),
    ("source: b-early", "source: a-late", "published"),
    ("source: c-late", "source: a-late", "source"),
]


@pytest.mark.parametrize(("one", "other", "reason"), PAIRS)
def test_the_reason_is_the_first_that_tips_the_scale(one: str, other: str, reason: str) -> None:
    """Final, exact, published, source, in that order; whichever of the two is the better."""
    readings = b.lines(*(f"date: {DAY}, value: 1, {keys}" for keys in (one, other)))
    plan = b.plan_of(b.folder(TARGET, readings={"t": readings}, sources=SOURCES))
    first, second = plan.readings["t"]
    assert [why_preferred(plan, first, second), why_preferred(plan, second, first)] == [reason] * 2


def test_rivals_are_the_other_counting_values_of_the_day_best_first() -> None:
    """Neither other days nor what stands beside nor a state is a rival."""
    readings = b.lines(
        f"date: {DAY}, value: 1, source: c-late",
        f"date: {DAY}, value: 2, source: undated",
        f"date: {DAY}, value: 3, source: a-late",
        f"date: {DAY}, value: 4, source: b-early",
        f"date: {DAY}, value: 5, comparability: near, source: a-late",
        f"date: {DAY}, value: 6, area: 东市, source: a-late",
        f"date: {DAY}, state: cancelled, source: a-late",
        "date: 2021-07-01, value: 7, source: a-late",
    )
    plan = b.plan_of(b.folder(TARGET, readings={"t": readings}, sources=SOURCES))
    rivals = rivals_of(plan, plan.targets[0], plan.readings["t"][2])
    assert [str(one.value) for one in rivals] == ["1", "4", "2"]
