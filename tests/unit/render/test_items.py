"""One item in words: what was due has no digit that the reading has not."""

from datetime import date

import pytest

import builders as b
from fjdex.assess.assessment import assess
from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.render.items import expected_said, flags_said, goal_said, scale_of_row
from fjdex.render.numbers import said

ZH, EN = Voice("zh"), Voice("en")
DAY = date.fromisoformat(b.day_number(400))
BASE = "{value: 22000, date: 2020-12-31}"


def rated(reading: str, goal: str = "80000", unit: str = "个") -> tuple[Plan, str]:
    """Answer a plan with one target and one reading on the hundredth day after its baseline."""
    target = b.target(b.goal(goal), unit=unit, baseline=BASE)
    line = b.lines(f"date: {b.day_number(400)}, {reading}, source: s")
    return b.plan_of(b.folder(target, sources=b.source("s"), readings={"t": line})), "t"


@pytest.mark.parametrize(
    ("reading", "zh", "en"),
    [
        # 53,780.8 were due.
        ("value: 71000, printed: 7.1万个", "5.4万个", "54,000"),
        ("value: 71000, printed: 71000个", "53,781个", "53,781"),
        ("value: 71000", "53,781个", "53,781"),
        ("value: 70000, printed: 7万个", "5万个", "50,000"),
        # What is not the same must not seem to be.
        ("value: 54000, printed: 5.4万个", "5.38万个", "53,800"),
        ("value: 50000, printed: 5万个", "5.4万个", "54,000"),
        # Nothing to go by, or nonsense: whole numbers.
        ("value: 71000, printed: 许多", "53,781个", "53,781"),
    ],
)
def test_what_was_due_has_the_digits_of_the_reading(reading: str, zh: str, en: str) -> None:
    """Rounded to the last digit that its source printed, or finer where that would mislead."""
    plan, id_ = rated(reading)
    item = assess(plan, DAY).items[id_]

    assert (expected_said(plan, item, ZH), expected_said(plan, item, EN)) == (zh, en)


def test_a_row_is_all_in_one_scale() -> None:
    """8500 is none in 万, so the goal is none either."""
    plan, id_ = rated("value: 8500, printed: 8500个")
    item = assess(plan, DAY).items[id_]
    scale = scale_of_row(plan, item, ZH)

    assert item.reading is not None
    assert said(item.reading, "个", ZH, scale) == "8500个"
    assert goal_said(item.goal, "个", ZH, scale) == "80,000个以上"
    assert goal_said(item.goal, "个", ZH) == "8万个以上"


@pytest.mark.parametrize(
    ("unit", "zh", "en"), [("个", "0个", "0"), ("%", "不超过0%", "at most 0%")]
)
def test_of_things_counted_there_are_never_fewer_than_none(unit: str, zh: str, en: str) -> None:
    """A rate may lie below zero."""
    goal_of_none = b.goal("0", operator="<=")
    plan = b.plan_of(b.folder(b.target(goal_of_none, unit=f"'{unit}'")))
    (goal,) = plan.targets[0].goals

    assert (goal_said(goal, unit, ZH), goal_said(goal, unit, EN)) == (zh, en)


@pytest.mark.parametrize(
    ("base", "reading", "zh"),
    [
        ("", "value: 300, qualifier: at-least", "概数"),
        (", qualifier: at-least", "value: 300", "据概数推算"),
        ("", "value: 300", ""),
    ],
)
def test_what_is_only_reckoned_from_a_bounded_figure_is_not_bounded(
    base: str, reading: str, zh: str
) -> None:
    """An exact reading from a bounded baseline is exact; its pace is not."""
    lines = b.lines(
        f"date: 2020-12-31, value: 100{base}, source: s", f"date: 2021-06-30, {reading}, source: s"
    )
    texts = b.folder(b.target(b.goal("1000")), sources=b.source("s"), readings={"t": lines})
    item = assess(b.plan_of(texts), date(2021, 6, 30)).items["t"]

    assert flags_said(item, ZH) == zh
