"""Rules about remarks: each for one quarter, and once."""

import pytest

from fjdex.check.rules import check
from fjdex.load import load
from unit.check.faults import compared, sound_with

SOUND = sound_with()


def remark(quarter: str, id_: str = "t", by: str = "虚构局") -> str:
    """Write a remark."""
    return f"- {{id: {id_}, quarter: {quarter}, reason: 甲, action: 乙, by: {by}}}\n"


@pytest.mark.parametrize(
    "written",
    [
        remark("2021Q3") + remark("2021Q2"),
        remark("2021Q3") + remark("2021Q3", "k"),
        remark("2021Q3") + remark("2021Q3", by="别局"),
        remark("2021Q3") + remark("2021Q3", "⟦remark-duplicated|t⟧"),
        remark("2021Q3") + remark("2021-07/2021-09", "⟦remark-duplicated|t⟧"),
        remark("2021Q3", "⟦record-unknown|nobody⟧"),
        remark("⟦period-unfit|2021H2⟧"),
    ],
)
def test_a_remark_is_for_a_quarter_and_made_once(written: str) -> None:
    """By one agency, that is: two may each say why."""
    found, told = compared(SOUND | {"remarks.yaml": written})
    assert found == told


@pytest.mark.parametrize(("quarter", "why"), [("2021-08", "month"), ("2021", "quarter")])
def test_the_quarter_of_a_month_is_named(quarter: str, why: str) -> None:
    """Of a year it is not certain which one was meant."""
    (finding,) = check(load(SOUND | {"remarks.yaml": remark(quarter)}))
    assert finding.arguments["why"] == why
