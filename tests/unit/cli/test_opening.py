"""Whose return a sheet is, for which quarter, and when it came."""

from datetime import date

import builders as b
from fjdex.cli.opening import Given, Standing
from fjdex.exchange.grid import CellPlace
from fjdex.exchange.rows import Opening, Word
from fjdex.load import load
from fjdex.plan.period import parse_period
from fjdex.plan.plan import Plan

TODAY = date(2022, 11, 1)
PLACE = CellPlace("a.csv", None, 2, "B")
RETURN = "- {id: return-invented-bureau-2022q3, kind: return, published: 2022-10-05}\n"
TAKEN = "- {id: return-invented-bureau-2022q3, kind: publication}\n"


def plan(sources: str = "[]") -> Plan:
    """Answer a plan with one agency; what nothing cites is no fault here."""
    found = load(b.folder(sources=sources)).plan
    assert found is not None
    return found


def standing(sources: str = "[]", given: Given | None = None, **words: str) -> Standing:
    """Answer what holds for a sheet that says these words."""
    opening = Opening(PLACE, {name: Word(text, PLACE) for name, text in words.items()})
    return Standing(plan(sources), given or Given(), TODAY, opening)


def test_a_sheet_may_say_it_itself() -> None:
    """The agency by any name, the quarter and the day as people write them."""
    found = standing(agency="Invented bureau", quarter="2022年三季度", returned="2022年10月8日")

    assert found.source is not None
    assert (found.source.id, found.source.published) == (
        "return-invented-bureau-2022q3",
        date(2022, 10, 8),
    )
    assert (found.day, found.assumed, list(found.faults())) == (date(2022, 9, 30), False, [])


def test_options_go_before_what_a_sheet_lacks() -> None:
    """Without a day it came today."""
    told = plan()
    given = Given(agency=told.agencies[0], quarter=parse_period("2022Q2"), day=date(2022, 6, 1))
    found = standing(given=given)

    assert found.source is not None
    assert (found.source.published, found.day, found.assumed) == (TODAY, date(2022, 6, 1), True)
    assert standing().source is None


def test_a_return_that_is_on_the_register_is_the_one() -> None:
    """With the day that it has there."""
    found = standing(RETURN, agency="虚构局", quarter="2022Q3")
    assert found.source is not None
    assert found.source.published == date(2022, 10, 5)


def test_what_cannot_be_is_told() -> None:
    """Words that mean nothing, a quarter to come, a contradiction, an id that is taken."""
    given = Given(quarter=parse_period("2022Q2"))
    cases = (
        standing(agency="nobody"),
        standing(quarter="soon"),
        standing(quarter="2023Q1"),
        standing(returned="soon"),
        standing(given=given, quarter="2022Q3"),
        standing(TAKEN, agency="虚构局", quarter="2022Q3"),
    )
    assert [[one.code for one in found.faults()] for found in cases] == [
        ["agency-unknown"],
        ["quarter-malformed"],
        ["quarter-ahead"],
        ["date-malformed"],
        ["said-otherwise"],
        ["return-taken"],
    ]
