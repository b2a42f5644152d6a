"""Which record, part or agency a word means."""

from dataclasses import replace

import builders as b
from fjdex.exchange.items import Items, part_named
from fjdex.plan.plan import Plan
from fjdex.plan.words import Words


def plan() -> Plan:
    """Answer a plan with two targets of one name, and an outcome with parts."""
    targets = b.target(b.goal(), key="first") + b.target(b.goal(), key="second")
    parts = "[{id: north, name: {zh: 北塔, en: North Tower}}]"
    found = b.plan_of(b.folder(targets=targets, outcomes=b.outcome("o", parts=parts)))
    third = replace(found.targets[1], id="third", name=Words("5G 基站数", "5G base stations"))
    return replace(found, targets=(*found.targets, third))


def test_a_word_means_a_record_by_id_or_by_name() -> None:
    """Blanks, case and width make no difference to a name; an id is its own."""
    items = Items(plan())
    words = ("first", "５Ｇ基站数", "5g Base  Stations", "虚构", "nothing")

    found = [items.named(one) for one in words]

    assert found == [("first",), ("third",), ("third",), ("first", "second", "o"), ()]


def test_the_nearest_are_named() -> None:
    """By id or by name; the first of all where nothing is like it."""
    items = Items(plan())
    assert [items.near(one) for one in ("secnd", "基站", "???")] == [
        "second",
        "third",
        "first, second, third",
    ]


def test_an_agency_is_found_by_any_of_its_names() -> None:
    """The nearest are named for others."""
    items = Items(plan())
    found = [items.agency(one) for one in ("虚构局", "invented  bureau", "nobody")]
    assert [one.id if one else None for one in found] == ["虚构局", "虚构局", None]
    assert items.near_agency("虚构") == "虚构局"


def test_a_part_is_named_by_id_or_name() -> None:
    """What names none stands for itself."""
    record = plan().outcomes[0]
    assert [part_named(record, one) for one in ("north", "北塔", "north tower", "south")] == [
        *["north"] * 3,
        "south",
    ]
    assert part_named(plan().targets[0], "北塔") == "北塔"
