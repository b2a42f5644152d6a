"""The bulletin as data: its counts add up, and it leaves nobody out."""

from datetime import date

import pytest

from fjdex.assess.item import Item
from fjdex.assess.obligations import BEHIND
from fjdex.bulletin.quarterly import OPEN, Bulletin, Count, bulletin
from fjdex.load import load
from fjdex.plan.period import parse_period, quarter_of
from fjdex.plan.plan import Plan
from fjdex.plan.terms import ListName, Rating
from stage import PLANS


def _plan(name: str) -> Plan:
    folder = PLANS[name]
    texts = {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in folder.rglob("*.yaml")
    }
    loaded = load(texts)
    assert loaded.plan is not None
    return loaded.plan


PLAN = {name: _plan(name) for name in PLANS}
TOTALS = {"fujian": (23, 32, 22), "invented": (18, 12, 6)}
YEARS = {"fujian": range(2021, 2025), "invented": range(2023, 2027)}
CASES = [
    (name, f"{year}Q{quarter}")
    for name, years in YEARS.items()
    for year in years
    for quarter in range(1, 5)
]
MADE = {(name, quarter): bulletin(PLAN[name], parse_period(quarter)) for name, quarter in CASES}


@pytest.fixture(params=CASES, ids="-".join)
def made(request: pytest.FixtureRequest) -> Bulletin:
    return MADE[request.param]


@pytest.mark.parametrize(("name", "quarter"), CASES)
def test_lists_are_complete(name: str, quarter: str) -> None:
    """Every quarter's bulletin speaks of every record of the plan, as of the quarter's last day."""
    one = MADE[name, quarter]

    assert tuple(len(part.items) for part in one.lists) == TOTALS[name]
    assert [part.name for part in one.lists] == list(ListName)
    assert one.as_of == parse_period(quarter).end
    assert quarter_of(one.as_of).end == one.as_of


def test_counts_add_up(made: Bulletin) -> None:
    """A list's classes, and its ratings, count each of its items once."""
    for part in made.lists:
        counted = [(of.ratings, count) for of, count in part.classes]
        ratings = part.ratings.items()
        for now_or_before in ("now", "before") if made.before else ("now",):
            of_class = [getattr(count, now_or_before) for _, count in counted]
            of_rating = {rating: getattr(count, now_or_before) for rating, count in ratings}
            assert (sum(of_class), sum(of_rating.values())) == (len(part.items), len(part.items))
            assert of_class == [sum(of_rating.get(one, 0) for one in of) for of, _ in counted]


def _ids(items: tuple[Item, ...]) -> set[str]:
    return {item.id for item in items}


def test_behind_is_all_that_is_behind(made: Bulletin) -> None:
    """What is late for certain stands under what is behind, worst first, and nothing else does."""
    items = tuple(made.assessment.items.values())
    behind = tuple(one.item for one in made.behind)
    ratings = [item.rating for item in behind]

    assert _ids(behind) == {item.id for item in items if item.rating in BEHIND}
    assert ratings == sorted(ratings, key=BEHIND.index)


def test_open_is_all_that_is_due_and_not_settled(made: Bulletin) -> None:
    """Each list has what is due by the quarter's end and unsettled, with or without a reading."""
    for name, given in made.open.items():
        due = [one for one in made.assessment.of(name) if one.due and one.due <= made.as_of]
        assert _ids(given) == {item.id for item in due if item.rating in OPEN}
        assert [OPEN.index(one.rating) for one in given] == sorted(
            OPEN.index(one.rating) for one in given
        )


def test_behind_carries_the_quarter_s_remarks(made: Bulletin) -> None:
    """Each item that is behind carries its remarks of this quarter, and of no other."""
    for one in made.behind:
        meant = [
            remark
            for remark in made.plan.remarks
            if remark.id == one.item.id and str(remark.quarter) == str(made.period)
        ]
        assert list(one.remarks) == meant


def test_remarks_on_the_main_quarter() -> None:
    """The invented plan's remarks for 2024Q3 stand with the three items that they are about."""
    made = MADE["invented", "2024Q3"]

    assert {one.item.id: len(one.remarks) for one in made.behind if one.remarks} == {
        "base-stations": 1,
        "unserved-villages": 1,
        "outcome-07": 1,
    }


def test_agencies_reconcile(made: Bulletin) -> None:
    """Each record is led once, each further agency shares it, and no agency is left out."""
    assert [one.agency for one in made.agencies] == list(made.plan.agencies)
    for part in made.lists:
        leads = [made.plan.records[item.id].leads for item in part.items]
        assert sum(one.leads[part.name] for one in made.agencies) == len(leads)
        assert sum(one.shares[part.name] for one in made.agencies) == sum(
            len(one) - 1 for one in leads
        )


def test_agencies_behind_are_those_of_what_is_behind(made: Bulletin) -> None:
    """What is behind stands with the one agency that leads it."""
    led = [item.id for one in made.agencies for item in one.behind]

    assert sorted(led) == sorted(one.item.id for one in made.behind)
    for one in made.agencies:
        for item in one.behind:
            assert made.plan.records[item.id].leads[0] == one.agency.id


def test_sources_are_those_that_ratings_rest_on(made: Bulletin) -> None:
    """Every reading that a rating rests on is cited under a number, each source once.

    Where another item decides, the item's own reading decides nothing and is not told.
    """
    ids = [one.id for one in made.sources]

    assert len(ids) == len(set(ids))
    for item in made.assessment.items.values():
        if item.worst is None and item.reading is not None and item.reading.source is not None:
            assert made.number_of(item.reading.source) == ids.index(item.reading.source) + 1
    assert made.number_of(None) is None


def test_nothing_later_than_the_quarter_counts(made: Bulletin) -> None:
    """No rating rests on a reading of a day after the quarter."""
    days = [item.reading.date for item in made.assessment.items.values() if item.reading]

    assert max(days, default=date.min) <= made.as_of


def test_a_quarter_before_the_plan_has_no_bulletin() -> None:
    """A quarter that ends before the plan begins is refused."""
    with pytest.raises(ValueError, match=r"2020, 12, 31|2020-12-31"):
        bulletin(PLAN["fujian"], parse_period("2020Q4"))


def test_the_shipped_quarters() -> None:
    """What the committed bulletins say of the Fujian plan: three on schedule, then two missed."""
    third, fourth = MADE["fujian", "2022Q3"], MADE["fujian", "2022Q4"]

    assert third.lists[0].ratings[Rating.ON_SCHEDULE] == Count(3, 2)
    assert Rating.MISSED not in third.lists[0].ratings
    assert fourth.lists[0].ratings[Rating.MISSED] == Count(2, 0)


def test_what_is_owed_is_what_is_behind_by_itself_without_a_remark(made: Bulletin) -> None:
    """What rests on others is explained by theirs."""
    bare = {one.item.id for one in made.behind if not one.remarks and one.item.worst is None}
    assert _ids(made.owed) == bare


def test_upcoming_is_what_falls_due_in_the_quarter_after(made: Bulletin) -> None:
    """In the order of its days, and nothing that is given up or done with all it rests on."""
    following = made.next_quarter
    due = {
        item.id
        for item in made.assessment.items.values()
        if item.due and following.covers(item.due)
    }
    over = {Rating.MET, Rating.MET_LATE, Rating.MET_UNDATED, Rating.CANCELLED}
    days = [item.due for item in made.upcoming if item.due]
    assert (following.start - made.as_of).days == 1
    assert _ids(made.upcoming) == {
        item.id
        for item in map(made.assessment.items.__getitem__, due)
        if item.rating not in over or item.children.get(Rating.NOT_DUE)
    }
    assert days == sorted(days)


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("quarter", ["2023Q4", "2024Q3"])
def test_agencies_pages_reconcile_with_the_whole(name: str, quarter: str) -> None:
    """Each item is on the page of the one that leads it, and shared on those of the others."""
    plan = PLAN[name]
    pages = [bulletin(plan, parse_period(quarter), lead=one) for one in plan.agencies]
    whole = bulletin(plan, parse_period(quarter))
    for at, part in enumerate(whole.lists):
        led = [item.id for page in pages for item in page.lists[at].items]
        assert sorted(led) == sorted(item.id for item in part.items)
        for rating, count in part.ratings.items():
            none = Count(0, 0)
            counts = [page.lists[at].ratings.get(rating, none) for page in pages]
            assert (sum(one.now for one in counts), sum(one.before or 0 for one in counts)) == (
                count.now,
                count.before,
            )
    shared = sorted(item.id for page in pages for item in page.shared)
    assert shared == sorted(id_ for id_, one in plan.records.items() for _ in one.leads[1:])
    assert sorted(one.id for page in pages for one in page.owed) == sorted(
        one.id for one in whole.owed
    )


@pytest.mark.parametrize("name", PLANS)
def test_a_year_is_as_its_last_quarter(name: str) -> None:
    """The same day, the same ratings; only what it is compared with lies a year back."""
    year, quarter = (bulletin(PLAN[name], parse_period(one)) for one in ("2024", "2024Q4"))
    assert (year.as_of, year.items) == (quarter.as_of, quarter.items)
    assert year.before
    assert str(year.before.as_of) == "2023-12-31"
