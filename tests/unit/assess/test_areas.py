"""One area of a plan: rated only by goals and readings of its own."""

from datetime import date
from fractions import Fraction

import pytest

import builders as b
from fjdex.assess.areas import plan_of_area
from fjdex.assess.assessment import assess
from fjdex.assess.item import Item

SHARE = b.goal("365", area="东市", of=b.START)
SPLIT = b.target(f"{b.goal()}, {SHARE}", baseline=b.FROM_ZERO, outcomes="[o]", tasks="[k]")
PARTS = (
    "[{id: east, name: {zh: 东, en: East}, area: 东市}, "
    "{id: west, name: {zh: 西, en: West}, area: 西市}]"
)
DAY = date(2021, 12, 31)


def items(texts: dict[str, str], area: str, day: date = DAY) -> dict[str, Item]:
    """Answer what is rated of one area."""
    return dict(assess(plan_of_area(b.plan_of(texts), area), day).items)


def rated(written: str, readings: str, area: str) -> Item:
    """Answer the one target as it is for an area."""
    return items(b.folder(written, readings={"t": readings}), area)["t"]


def test_the_whole_is_the_plan_itself() -> None:
    """Asked for the province, nothing is left out."""
    plan = b.plan_of(b.folder(SPLIT, b.outcome("o"), b.task("k")))
    assert plan_of_area(plan, "虚构省") is plan


def test_an_area_is_measured_by_its_own_goal_and_readings() -> None:
    """East's 200 of 365; the province's baseline is not East's."""
    given = b.lines("date: 2021-12-31, area: 东市, value: 200")
    item = rated(SPLIT, given, "东市")
    assert (item.rating, item.share, item.start, item.goal and str(item.goal.value)) == (
        "no-baseline",
        Fraction(200, 365),
        None,
        "365",
    )


def test_an_areas_own_early_reading_is_its_baseline() -> None:
    """With what East had at the start there is a pace."""
    given = b.lines(
        "date: 2020-12-31, area: 东市, value: 0", "date: 2021-12-31, area: 东市, value: 200"
    )
    item = rated(SPLIT, given, "东市")
    assert (item.rating, b.pace(item)) == ("ahead", Fraction(400, 365))


@pytest.mark.parametrize("area", ["", ", area: 虚构省", ", area: 西市"])
def test_no_other_areas_reading_stands_in_for_an_area(area: str) -> None:
    """Neither the whole's, named or not, nor a neighbour's."""
    given = b.lines(f"date: 2021-12-31{area}, value: 365")
    item = rated(SPLIT, given, "东市")
    assert (item.rating, item.reading, item.beside) == ("no-reading", None, 1)


@pytest.mark.parametrize("count", [1, 2])
def test_no_areas_readings_stand_in_for_the_whole(count: int) -> None:
    """Neither one city's reading nor the sum of all of them."""
    areas = ("东市", "西市")[:count]
    given = b.lines(*(f"date: 2021-12-31, area: {area}, value: 365" for area in areas))
    item = rated(SPLIT, given, "虚构省")
    assert (item.rating, item.reading, item.beside) == ("no-reading", None, count)


def test_an_areas_goal_is_never_the_wholes() -> None:
    """Decided later than the whole's, a city's goal does not replace it."""
    later = b.goal("365", area="东市", of=b.START, decided="2021-06-01")
    item = rated(b.target(f"{b.goal()}, {later}", baseline=b.FROM_ZERO), "[]", "虚构省")
    assert item.goal is not None
    assert (str(item.goal.value), item.goal.area) == ("730", None)


def test_a_target_with_nothing_but_areas_goals_has_none_for_the_whole() -> None:
    """The province is ongoing and the city has its goal."""
    written = b.target(b.goal("365", area="东市"))
    found = [rated(written, "[]", area).rating for area in ("虚构省", "东市")]
    assert found == ["ongoing", "no-reading"]


def test_an_area_without_a_goal_is_not_rated() -> None:
    """West has neither goal nor part: nothing is rated there."""
    texts = b.folder(SPLIT, b.outcome("o"), b.task("k"))
    assert items(texts, "西市") == {}


def test_an_areas_goals_may_be_revised_like_any() -> None:
    """The last one decided for the area is in force there."""
    goals = f"{b.goal()}, {SHARE}, {b.goal('400', area='东市', of=b.START, decided='2021-07-01')}"
    texts = b.folder(b.target(goals, baseline=b.FROM_ZERO))
    found = [items(texts, "东市", day)["t"].goal for day in (date(2021, 6, 30), date(2021, 7, 1))]
    assert [str(one.value) for one in found if one] == ["365", "400"]


def test_a_record_that_lies_in_an_area_is_rated_there() -> None:
    """A target and an outcome of East are East's, and not West's."""
    texts = b.folder(
        b.target(b.goal(), baseline=b.FROM_ZERO, area="东市"),
        b.outcome("o", area="东市"),
        readings={"t": b.lines("date: 2021-12-31, value: 365")},
    )
    found = {
        area: {id_: item.rating.value for id_, item in items(texts, area).items()}
        for area in ("东市", "西市")
    }
    assert found == {"东市": {"t": "on-schedule", "o": "not-due"}, "西市": {}}


def test_of_an_outcome_an_area_has_its_own_parts() -> None:
    """East delivered, West did not: one of two, one of one, none of one."""
    texts = b.folder(
        outcomes=b.outcome("o", parts=PARTS),
        readings={"o": b.lines("date: 2021-06-30, part: east, state: delivered")},
    )
    found = {area: items(texts, area)["o"] for area in ("虚构省", "东市", "西市")}
    assert {area: (one.rating.value, one.parts) for area, one in found.items()} == {
        "虚构省": ("not-due", (1, 2)),
        "东市": ("met", (1, 1)),
        "西市": ("not-due", (0, 1)),
    }


def test_tasks_are_kept_that_rest_on_something_of_the_area() -> None:
    """A task is as bad as what the area has of it."""
    texts = b.folder(
        SPLIT,
        b.outcome("p", tasks="[l]", parts=PARTS) + b.outcome("q", tasks="[m]"),
        b.task("k") + b.task("l") + b.task("m"),
        readings={
            "t": b.lines(
                "date: 2020-12-31, area: 东市, value: 0", "date: 2021-12-31, area: 东市, value: 100"
            )
        },
    )
    found = {id_: item.rating.value for id_, item in items(texts, "东市").items()}
    assert found == {"t": "far-behind", "p": "not-due", "k": "far-behind", "l": "not-due"}
