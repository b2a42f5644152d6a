"""Many areas' readings of one record, told together."""

from datetime import date

import pytest

import builders as b
from fjdex.assess.assessment import assess
from fjdex.bulletin.crowds import MANY, Crowd
from fjdex.bulletin.news import Figure, aside, new_figures
from fjdex.plan.period import parse_period
from fjdex.plan.plan import Plan

COUNTIES = [f"东{number}县" for number in range(MANY + 1)]
AREAS = b.AREAS + "".join(
    f"- {{id: {one}, name: {{zh: {one}, en: {one}}}, parent: 东市}}\n" for one in COUNTIES
)


def plan_of(counties: int, note: str = "") -> Plan:
    """Answer a plan in which so many counties are read twice, and the province once.

    With a `note` that no canonical line has, the readings are not read from their text.
    """
    lines = [
        f"date: {day}, area: {one}, value: {at}, source: s"
        for day in ("2021-05-31", "2021-06-30")
        for at, one in enumerate(COUNTIES[:counties])
    ]
    last = "date: 2021-06-30, value: 100, source: s"
    texts = b.folder(b.target(b.goal()), readings={"t": b.lines(*lines, last) + note})
    return b.plan_of({**texts, "areas.yaml": AREAS, "sources.yaml": b.source("s")})


@pytest.mark.parametrize("note", ["", "- { date: 2021-03-31,  value: 50, source: s }\n"])
def test_what_is_too_much_to_list_is_counted(note: str) -> None:
    """So many of so many areas, of which days; the record's own figures are listed."""
    plan = plan_of(MANY + 1, note)
    asked = parse_period("2021Q2")
    items = assess(plan, asked.end).items.values()
    item = next(iter(items))
    days = date(2021, 5, 31), date(2021, 6, 30)

    figures = new_figures(plan, asked, items)
    beside = aside(plan, asked, items)
    own = [str(one.reading.value) for one in figures if isinstance(one, Figure)]

    assert own == ["100"]
    assert figures[-1] == Crowd(item, 2 * (MANY + 1), MANY + 1, *days)
    assert beside == (Crowd(item, MANY + 1, MANY + 1, days[1], days[1]),)


def test_what_can_be_listed_is_listed() -> None:
    """As many as the bound allows, of a quarter in which there are no more."""
    plan = plan_of(MANY // 2)
    asked = parse_period("2021Q2")
    items = assess(plan, asked.end).items.values()

    assert len([one for one in new_figures(plan, asked, items) if isinstance(one, Figure)]) == 13
    assert len([one for one in aside(plan, asked, items) if isinstance(one, Figure)]) == 6
