"""A unit's return as a source."""

from dataclasses import replace
from datetime import date

import builders as b
from fjdex.exchange.returns import return_id, return_of
from fjdex.plan.period import parse_period
from fjdex.plan.plan import Plan
from fjdex.plan.records import Agency, Source
from fjdex.plan.terms import AgencyKind, SourceKind
from fjdex.plan.words import Words

QUARTER = parse_period("2022Q3")


def plan_with(*names: str) -> Plan:
    """Answer a plan with agencies of these English names."""
    agencies = tuple(
        Agency(id=f"局{at}", name=Words(f"局{at}", name), kind=AgencyKind.DEPARTMENT)
        for at, name in enumerate(names)
    )
    return replace(b.plan_of(b.folder()), agencies=agencies)


def ids(*names: str) -> list[str]:
    """Answer the ids of the returns of agencies of these names."""
    plan = plan_with(*names)
    return [return_id(plan, one, QUARTER) for one in plan.agencies]


def test_an_id_says_whose_return_it_is_and_when() -> None:
    """By the words of the English name, without small ones."""
    assert ids("Bureau of the Sea & Air") == ["return-bureau-sea-air-2022q3"]


def test_an_id_is_never_too_long() -> None:
    """Whole words are left out; two that begin alike are told apart."""
    long = "Provincial Department of Very Many Words That Nobody Can Ever Remember At All"
    found = ids(long, long, "ÄÖ", "W" * 90)

    assert found == [
        "return-provincial-department-very-many-words-that-nobody-2022q3",
        "return-provincial-department-very-many-words-that-2-2022q3",
        "return-agency-2022q3",
        f"return-{'w' * 50}-2022q3",
    ]
    assert max(map(len, found)) <= 64


def test_a_return_is_a_source_with_its_agency_and_its_day() -> None:
    """In both languages."""
    plan = plan_with("Bureau")
    assert return_of(plan, plan.agencies[0], QUARTER, date(2022, 10, 12)) == Source(
        id="return-bureau-2022q3",
        kind=SourceKind.RETURN,
        title=Words("局02022Q3填报表", "Return of Bureau for 2022Q3"),
        publisher="局0",
        published=date(2022, 10, 12),
    )
