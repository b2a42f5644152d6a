"""Periods and days in words."""

from datetime import date

import pytest

from fjdex.messages import Voice
from fjdex.plan.period import parse_period
from fjdex.render.periods import date_said, period_said, this_period

ZH, EN = Voice("zh"), Voice("en")


@pytest.mark.parametrize(
    ("period", "zh", "en", "this_zh", "this_en"),
    [
        ("2022Q3", "2022年第三季度", "Q3 2022", "本季度", "this quarter"),
        ("2022", "2022年", "2022", "本年度", "this year"),
        ("2022H1", "2022年上半年", "the first half of 2022", "上半年", "this half-year"),
        ("2022H2", "2022年下半年", "the second half of 2022", "下半年", "this half-year"),
        ("2022-09", "2022年9月", "2022-09", "本月", "this month"),
        ("2022-01/2022-09", "2022年1月至9月", "2022-01 to 2022-09", "本期", "this period"),
        ("2022-10/2023-03", "2022年10月至2023年3月", "2022-10 to 2023-03", "本期", "this period"),
        ("2021-01/2022-12", "2021年1月至2022年12月", "2021-01 to 2022-12", "本期", "this period"),
    ],
)
def test_a_period_is_said_and_meant(
    period: str, zh: str, en: str, this_zh: str, this_en: str
) -> None:
    """By its own name, and by the word that a page uses for it afterwards."""
    asked = parse_period(period)

    assert (period_said(asked, ZH), period_said(asked, EN)) == (zh, en)
    assert (this_period(asked, ZH), this_period(asked, EN)) == (this_zh, this_en)


def test_a_day_is_said_as_texts_say_it() -> None:
    """With the signs of the language."""
    assert [date_said(date(2022, 9, 3), voice) for voice in (ZH, EN)] == [
        "2022年9月3日",
        "2022-09-03",
    ]
