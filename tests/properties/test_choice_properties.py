"""Filters, clocks and bulletins: whatever is asked for, the counts add up to what there is."""

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from fjdex.assess.areas import plan_of_area
from fjdex.assess.assessment import Assessment, assess
from fjdex.assess.item import Item
from fjdex.assess.known import known_by
from fjdex.bulletin.quarterly import bulletin
from fjdex.cli.choice import Choice
from fjdex.load import load
from fjdex.plan.period import parse_period
from fjdex.plan.plan import Plan
from fjdex.plan.terms import Kind, ListName, Rating
from fjdex.render.status_json import status_json

DATA = Path(__file__).parents[2] / "examples" / "invented" / "data"
TEXTS = {
    path.relative_to(DATA).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(DATA.rglob("*.yaml"))
}
LISTS = [one.one for one in ListName]


@cache
def plan() -> Plan:
    found = load(TEXTS).plan
    assert found is not None
    return found


@cache
def assessed(as_of: date, known: date | None, area: str) -> Assessment:
    held = known_by(plan(), known).plan if known else plan()
    return assess(plan_of_area(held, area), as_of)


days = st.sampled_from(
    [date(2023, 1, 1), date(2023, 12, 31), date(2024, 9, 30), date(2025, 12, 31), date(2027, 1, 1)]
)
assessments = st.builds(
    assessed,
    days,
    st.none() | days,
    st.sampled_from([area.id for area in plan().areas]),
)
ids = st.none() | st.lists(st.sampled_from(sorted(plan().records)), min_size=1, max_size=4)
filters = st.fixed_dictionaries(
    {},
    optional={
        "section": st.sampled_from([one.id for one in plan().header.sections]),
        "lead": st.sampled_from([one.id for one in plan().agencies]),
    },
)
due_before = st.none() | days.map(date.isoformat)


def chosen(
    of: Assessment, wanted: list[str] | None, due: str | None, **words: str
) -> tuple[Item, ...]:
    choice = Choice.of(of.plan, ids=None, due_before=due, filters=dict(words))
    items = choice.among(of.plan, tuple(of.items.values()))
    return items if wanted is None else tuple(item for item in items if item.id in wanted)


@given(assessments, ids, due_before, filters)
def test_counts_add_up_under_any_filter(
    of: Assessment, wanted: list[str] | None, due: str | None, words: dict[str, str]
) -> None:
    """List by list, the counts for scripts add up to the items that are shown."""
    items = chosen(of, wanted, due, **words)
    found = cast("dict[str, dict[str, int]]", status_json(of, items)["counts"])
    assert {name: sum(counts.values()) for name, counts in found.items()} == {
        name.one: sum(item.list is name for item in items) for name in ListName
    }


@given(assessments, ids, due_before, filters)
def test_sections_and_agencies_add_up_to_the_whole(
    of: Assessment, wanted: list[str] | None, due: str | None, words: dict[str, str]
) -> None:
    """Rating by rating, the groups with the unassigned among them are all that is counted."""
    found = status_json(of, chosen(of, wanted, due, **words))
    whole = Counter(_flat(found["counts"]))
    for by in ("by_section", "by_lead"):
        groups = cast("list[dict[str, object]]", found[by])
        assert sum((Counter(_flat(one["counts"])) for one in groups), Counter()) == whole


def _flat(counts: object) -> dict[tuple[str, str], int]:
    """Answer counts by list and rating."""
    lists = cast("dict[str, dict[str, int]]", counts)
    return {(name, rating): count for name, of in lists.items() for rating, count in of.items()}


@given(assessments, ids, due_before, filters)
def test_the_ratings_part_every_choice(
    of: Assessment, wanted: list[str] | None, due: str | None, words: dict[str, str]
) -> None:
    """Asked for by one rating after the other, every item comes once."""
    whole = chosen(of, wanted, due, **words)
    parted = [
        item.id for one in Rating for item in chosen(of, wanted, due, rating=one.value, **words)
    ]
    assert sorted(parted) == sorted(item.id for item in whole)


@given(assessments, ids, due_before, filters)
def test_the_kinds_part_every_choice(
    of: Assessment, wanted: list[str] | None, due: str | None, words: dict[str, str]
) -> None:
    """Tasks, outcomes and targets are everything once, and so are the kinds of rating."""
    whole = sorted(item.id for item in chosen(of, wanted, due, **words))
    for kinds in (LISTS, [one.value for one in Kind]):
        parted = [item.id for kind in kinds for item in chosen(of, wanted, due, kind=kind, **words)]
        assert sorted(parted) == whole


@given(assessments, due_before)
def test_tasks_and_outcomes_stand_in_one_section_each(of: Assessment, due: str | None) -> None:
    """Over all sections every task and outcome comes once."""
    whole = [item.id for item in chosen(of, None, due) if item.list is not ListName.TARGETS]
    parted = [
        item.id
        for section in plan().header.sections
        for item in chosen(of, None, due, section=section.id)
        if item.list is not ListName.TARGETS
    ]
    assert sorted(parted) == sorted(whole)


@given(assessments)
def test_children_of_a_roll_up_are_counted_once_each(of: Assessment) -> None:
    """A rating that names a worst child is one of those that are counted below it."""
    for item in of.items.values():
        if item.worst is not None:
            assert of.items[item.worst].rating is item.rating
            assert sum(item.children.values()) > 0


@given(
    st.integers(2023, 2027),
    st.integers(1, 4),
    st.none() | days,
)
def test_a_bulletins_counts_add_up(year: int, quarter: int, known: date | None) -> None:
    """Classes and ratings add up to each list, and first leads to every record."""
    held = known_by(plan(), known) if known else None
    found = bulletin(held.plan if held else plan(), parse_period(f"{year}Q{quarter}"), held)
    sizes = {part.name: len(part.items) for part in found.lists}
    assert {part.name: sum(count.now for _, count in part.classes) for part in found.lists} == sizes
    assert {
        part.name: sum(count.now for count in part.ratings.values()) for part in found.lists
    } == sizes
    led = {name: sum(one.leads[name] for one in found.agencies) for name in ListName}
    assert led == sizes


@given(st.dates(date(2022, 12, 1), date(2025, 6, 30)), st.integers(0, 400))
def test_what_was_known_only_grows(day: date, count: int) -> None:
    """Later more is known, nothing is forgotten, and what is left out adds up."""
    total = sum(map(len, plan().readings.values()))
    early, late = known_by(plan(), day), known_by(plan(), date.fromordinal(day.toordinal() + count))
    for one in (early, late):
        kept = sum(map(len, one.plan.readings.values()))
        assert kept + one.later + one.undated == total
    assert all(
        set(readings) <= set(late.plan.readings[id_])
        for id_, readings in early.plan.readings.items()
    )
