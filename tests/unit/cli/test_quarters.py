"""Which quarter or span the words on the command line mean."""

from datetime import date

import pytest

import builders as b
from fjdex.cli.quarters import period_asked, quarter_asked
from fjdex.plan.failures import Failure

PLAN = b.plan_of(b.folder())
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("text", ["2022Q3", "2022q3", "2022年三季度", "2022年第三季度"])
def test_a_quarter_as_offices_write_it(text: str) -> None:
    """In either language, in figures or in words."""
    asked = (quarter_asked(PLAN, text, TODAY), period_asked(PLAN, text, TODAY))

    assert [str(one) for one in asked] == ["2022Q3", "2022Q3"]


@pytest.mark.parametrize(
    ("text", "period"),
    [("2022", "2022"), ("2022年", "2022"), ("2022年上半年", "2022H1"), ("2022年9月", "2022-09")],
)
def test_a_span_as_offices_write_it(text: str, period: str) -> None:
    """A year, a half-year and a month too."""
    assert str(period_asked(PLAN, text, TODAY)) == period


@pytest.mark.parametrize("text", ["", "soon", "三季度", "2022年9月", "2022"])
def test_what_is_no_quarter(text: str) -> None:
    """A month is no quarter, and a quarter without its year is none."""
    with pytest.raises(Failure) as raised:
        quarter_asked(PLAN, text, TODAY)

    assert (raised.value.code, raised.value.arguments) == ("quarter-malformed", {"text": text})
