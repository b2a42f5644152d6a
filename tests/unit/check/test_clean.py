"""What is called clean, and what is left to the rules: in doubt, all that is unusual."""

import pytest

import builders as b
from fjdex.check.clean import NOTHING_CLEAN, Clean, clean_of
from fjdex.load import load
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Record

TARGETS = "".join(
    [
        b.target(b.goal(), key="stock", unit="个"),
        b.target(b.goal(), key="more", unit="个"),
        b.target(b.goal(value="50"), kind="ratio", key="ratio", unit='"%"'),
        b.target(b.goal(), kind="flow", key="flow", unit="万元"),
        b.target(b.goal(), key="east", unit="个", area="东市"),
        b.target(b.state_goal(), kind="deliverable", key="deliverable"),
    ]
)
OF_YEAR = "period: 2021-01/2021-{}"


def plan_of(**readings: str) -> Plan:
    """Answer a plan with readings, each file given as a text."""
    texts = b.folder(TARGETS, sources=b.source("s"), readings=readings)
    return load(texts).draft


def sound(_record: Record, _reading: Reading) -> bool:
    """Judge every reading by itself as right."""
    return False


def is_clean(record: str, *readings: str) -> bool:
    """Whether a record's readings are called clean, each given as the inside of its braces."""
    return record in clean_of(plan_of(**{record: b.lines(*readings)}), sound).records


def day(number: int, rest: str) -> str:
    """Write a reading of a day of March."""
    return f"date: 2021-03-{number:02}, {rest}"


def test_nothing_is_said_of_what_is_not_there() -> None:
    """Neither of an empty file nor of one of an unknown record, nor of one in another form."""
    block = "- date: 2021-03-01\n  value: 1\n"

    for given in ({"stock": "# 无\n"}, {"nobody": b.lines(day(1, "value: 1"))}, {"stock": block}):
        assert clean_of(plan_of(**given), sound) == NOTHING_CLEAN


def test_the_sources_of_what_is_clean_are_cited() -> None:
    """And those of the others are for the rules to see; "" is no source."""
    plan = plan_of(
        stock=b.lines(day(1, "value: 1, source: s"), day(2, "value: 2")),
        more=b.lines(day(2, "value: 1, source: other"), day(1, "value: 2, source: other")),
    )
    found = clean_of(plan, sound)

    assert found == Clean(frozenset({"stock"}), frozenset({"s", ""}))


@pytest.mark.parametrize(
    ("readings", "clean"),
    [
        ((day(1, "value: 1"), day(2, "value: 1")), True),
        ((day(2, "value: 1"), day(1, "value: 1")), False),
        ((day(1, "value: 1"), day(1, "value: 1")), False),
        ((day(1, "value: 1"), day(1, "value: 1, source: s")), False),
        ((day(1, "value: 1"), day(1, "area: 东市, value: 1")), True),
        ((day(1, "value: 1"), day(1, "area: 虚构省, value: 1")), False),
        ((day(1, "area: 南市, value: 1"),), False),
        ((day(1, "part: p, value: 1"),), False),
        ((day(1, "state: started"),), False),
        ((day(1, "value: 1, qualifier: exact"),), False),
        ((day(1, "value: 1, status: final"),), False),
        ((day(1, "value: 1, comparability: same"),), False),
        ((day(1, "value: 1, qualifier: about, status: provisional"),), True),
        ((day(1, "value: 1, note: 'qualifier: exact'"),), False),
        ((day(1, 'value: 1, note: "甲, qualifier: exact"'),), True),
    ],
)
def test_order_doubles_and_words(readings: tuple[str, ...], *, clean: bool) -> None:
    """Two readings of one day and place may be one too many; what is spelt out is looked at."""
    assert is_clean("stock", *readings) is clean


def test_a_reading_without_an_area_is_of_the_records_own() -> None:
    """Beside one that names the same area it is a double."""
    other = day(1, "value: 1"), day(1, "area: 西市, value: 1")
    same = day(1, "value: 1"), day(1, "area: 东市, value: 1")

    assert (is_clean("east", *other), is_clean("east", *same)) == (True, False)


@pytest.mark.parametrize(
    ("values", "clean"),
    [
        (["0", "100"], True),
        (["100.01"], False),
        (["-0.01"], False),
        (["50", "101"], False),
    ],
)
def test_shares(values: list[str], *, clean: bool) -> None:
    """From nothing to all, both included."""
    readings = [day(number, f"value: {one}") for number, one in enumerate(values, start=1)]

    assert is_clean("ratio", *readings) is clean


@pytest.mark.parametrize(
    ("totals", "clean"),
    [
        ([("03", "1"), ("06", "2")], True),
        ([("03", "2"), ("06", "2")], True),
        ([("03", "2"), ("06", "1.9")], False),
        ([("03", "9"), ("06", "10")], True),
        ([("03", "2.0"), ("06", "2")], True),
    ],
)
def test_running_totals(totals: list[tuple[str, str]], *, clean: bool) -> None:
    """They never fall, as numbers and not as words."""
    readings = [
        f"date: 2021-{month}-30, {OF_YEAR.format(month)}, value: {value}" for month, value in totals
    ]

    assert is_clean("flow", *readings) is clean


def test_totals_of_another_year_or_area_begin_anew() -> None:
    """And a quarter's own value is no total."""
    assert is_clean(
        "flow",
        f"date: 2021-06-30, {OF_YEAR.format('06')}, value: 9",
        f"date: 2021-06-30, {OF_YEAR.format('06')}, area: 东市, value: 5",
        "date: 2021-09-30, period: 2021Q3, value: 2",
        "date: 2022-03-31, period: 2022-01/2022-03, value: 1",
    )
    assert not is_clean(
        "flow",
        "date: 2021-06-30, period: 2021H1, value: 9",
        "date: 2021-09-30, period: 2021-01/2021-09, value: 8",
    )


@pytest.mark.parametrize(
    ("whole", "east", "west", "clean"),
    [
        ("value: 3", "value: 1", "value: 2", True),
        ("value: 4", "value: 1", "value: 2", False),
        ("value: 4", "value: 1", "", True),
        ("value: 3.0", "value: 1", "value: 2.00", True),
        ("value: 4, status: provisional", "value: 1", "value: 2", True),
        ("value: 4", "value: 1, qualifier: about", "value: 2", True),
        ("value: 4, comparability: near", "value: 1", "value: 2", True),
    ],
)
@pytest.mark.parametrize("record", ["stock", "flow"])
def test_sums(record: str, whole: str, east: str, west: str, *, clean: bool) -> None:
    """Where every area has a figure, exact and final, they make the whole's."""
    written = [whole, f"area: 东市, {east}", f"area: 西市, {west}" if west else ""]
    readings = [day(31, one) for one in written if one]

    assert is_clean(record, *readings) is clean


def test_shares_are_not_added_up() -> None:
    """The whole's is no sum of theirs."""
    assert is_clean(
        "ratio",
        day(31, "value: 4"),
        day(31, "area: 东市, value: 1"),
        day(31, "area: 西市, value: 2"),
    )


@pytest.mark.parametrize(
    ("readings", "clean"),
    [
        (["value: 71000, printed: 71000个"], True),
        (["value: 71000, printed: 7.1万个"], True),
        (["value: 71000, printed: 7.1万"], True),
        (['value: 71000, printed: "71000"'], True),
        (['value: 71000, printed: "71,000"'], False),
        (["value: 71000, printed: 7.2万个"], False),
        (["value: 71000, printed: 710000个"], False),
        (["value: 7, printed: 7.5个"], False),
        (["value: 7, printed: 7万个"], False),
        (["value: 7, printed: 约7个"], False),
        (["value: 7, printed: 甲"], False),
        (["value: 7, printed: 7万元"], False),
        (["value: 7, measure: {zh: 甲, en: A}, unit: 万元, comparability: near"], False),
        (["value: 7, printed: 7个", "value: 80000, printed: 8万个"], True),
    ],
)
def test_printed_figures(readings: list[str], *, clean: bool) -> None:
    """The very value in other words; what has to be thought about is for the rules."""
    written = [day(number, one) for number, one in enumerate(readings, start=1)]

    assert is_clean("stock", *written) is clean


def test_one_of_each_sort_is_put_before_the_rules() -> None:
    """Of many readings of a sort one; in another record of the same kind none again."""
    asked: list[tuple[str, int]] = []

    def judge(record: Record, reading: Reading) -> bool:
        asked.append((record.id, reading.line))
        return reading.source == "bad"

    same = [
        day(1, f"area: {area}, value: {value}, source: s")
        for value, area in enumerate(("东市", "西市"))
    ]
    plan = plan_of(
        stock=b.lines(*same, day(2, "value: 3, source: s"), day(3, "value: 4, source: bad")),
        more=b.lines(*same, day(2, "value: 9, source: s")),
        ratio=b.lines(day(3, "value: 4, source: bad")),
    )

    assert clean_of(plan, judge).records == {"more"}
    assert asked == [("more", 1), ("more", 3), ("ratio", 1), ("stock", 4)]
