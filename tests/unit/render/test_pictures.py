"""Which charts a bulletin shows: of the whole plan, or of what one agency leads."""

import re

from builders import folder, goal, target
from fjdex.bulletin.quarterly import bulletin
from fjdex.load import load
from fjdex.messages import Voice
from fjdex.plan.period import parse_period
from fjdex.render.pictures import Pictures, pictures_of
from stage import PLANS

EN = Voice("en")


def pictures(lead: str | None) -> Pictures:
    """Draw the charts of the invented plan's bulletin, of the whole or of an agency's page."""
    root = PLANS["invented"]
    names = {path.relative_to(root).as_posix(): path for path in root.rglob("*.yaml")}
    plan = load({name: path.read_bytes().decode() for name, path in names.items()}).plan
    assert plan is not None
    agency = plan.agency[lead] if lead else None
    return pictures_of(bulletin(plan, parse_period("2024Q3"), None, agency), EN, "p/")


def test_the_whole_plan_shows_all_targets_and_agencies() -> None:
    """Two pictures of the whole, then the series of every target that has one."""
    drawn = pictures(None)

    assert [one.path for one in drawn.whole] == ["p/_progress.svg", "p/_agencies.svg"]
    assert len(drawn.targets) == 16


def test_an_agencys_page_shows_what_it_leads() -> None:
    """The progress of its own targets under its own name, in picture and words, and no others."""
    drawn = pictures("群岛海洋局")
    (whole,) = drawn.whole
    named = re.findall(r'<text [^>]*class="halo">([^<]*)<', whole.svg)

    assert whole.path == "p/_progress-群岛海洋局.svg"
    assert whole.alt.startswith(
        "Targets led by Wuyou Bureau of the Sea and its Fairways: 5 of 5 drawn. "
    )
    assert len(drawn.targets) == len(named) == 5
    assert all(f"{name} " in whole.alt for name in named)


def test_one_target_needs_no_page_of_all() -> None:
    """An agency that leads one target has its series, and one that leads none has no picture."""
    one, none = pictures("子虚市政府"), pictures("无何岛管委会")

    assert (one.whole, [each.path for each in one.targets]) == ((), ["p/smart-piers.svg"])
    assert none == Pictures()


def of_many(count: int) -> Pictures:
    """Draw the charts of a made plan: targets in a row, the last two of them missed."""
    targets = "".join(
        target(goal("100", due="2021-06-30"), key=f"t-{number}") for number in range(count)
    )
    values = [10 if number >= count - 2 else 100 for number in range(count)]
    readings = {
        f"t-{number}": f"- {{date: 2021-06-30, value: {value}, source: s}}\n"
        for number, value in enumerate(values)
    }
    plan = load(folder(targets=targets, readings=readings)).plan
    assert plan is not None
    return pictures_of(bulletin(plan, parse_period("2021Q2")), EN, "")


def test_of_very_many_targets_the_worst_are_drawn() -> None:
    """Forty fit on a page; of more, the worst are drawn in the plan's order, and both are said."""
    few, many = of_many(40), of_many(43)

    assert [one.path for one in few.whole] == ["_progress.svg", "_agencies.svg"]
    assert (len(few.targets), few.without, few.first) == (40, "", "")
    assert [one.path for one in many.whole] == ["_agencies.svg"]
    assert [one.path for one in many.targets] == [
        f"t-{number}.svg" for number in (*range(38), 41, 42)
    ]
    assert (many.without, many.first) == (
        "There is no picture of all 43 targets: it has room for 40.",
        "Of 43 targets with readings, the 40 with the worst ratings are drawn.",
    )


def test_an_empty_plan_has_no_picture() -> None:
    """Where there is nothing to draw, nothing is drawn."""
    plan = load(folder()).plan
    assert plan is not None

    assert pictures_of(bulletin(plan, parse_period("2021Q2")), EN, "") == Pictures()
