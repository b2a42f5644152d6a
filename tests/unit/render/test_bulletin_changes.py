"""What came and what moved, in words."""

import pytest

import builders as b
from bulletins import both, plan_of
from fjdex.load import load

SOURCES = b.source("s", "2021-07-20") + b.source("u")


def target(*goals: str) -> str:
    """Write a target of pieces from a baseline of nothing."""
    return b.target(", ".join(goals), unit="个", baseline=b.FROM_ZERO)


@pytest.mark.parametrize(
    ("new", "zh", "en"),
    [
        (
            b.goal("90000", decided="2021-05-01", source="s"),
            "：2021年5月1日决定，目标由8万个以上调整为9万个以上，期限仍为2022年12月31日",
            (
                ": changed on 2021-05-01 from at least 80,000 to at least 90,000,"
                " due 2022-12-31 as before"
            ),
        ),
        (
            b.goal("80000", decided="2021-05-01", due="2023-06-30", source="s"),
            "：2021年5月1日决定，目标仍为8万个以上，期限由2022年12月31日调整为2023年6月30日",
            (
                ": due date changed on 2021-05-01 from 2022-12-31 to 2023-06-30;"
                " at least 80,000 as before"
            ),
        ),
        (
            b.goal("80500", decided="2021-05-01", due="2023-06-30", source="s"),
            "：2021年5月1日决定，目标由8万个以上（期限为2022年12月31日）调整为8.05万个以上（期限为2023年6月30日）",
            (
                ": changed on 2021-05-01 from at least 80,000 (due 2022-12-31)"
                " to at least 80,500 (due 2023-06-30)"
            ),
        ),
        (
            b.goal("80000", decided="2021-05-01", source="s"),
            "：2021年5月1日重新决定，目标仍为8万个以上，期限仍为2022年12月31日",
            ": decided anew on 2021-05-01; at least 80,000, due 2022-12-31, both as before",
        ),
    ],
)
def test_a_decision_says_what_it_changed(new: str, zh: str, en: str) -> None:
    """The value, the due date, both or neither, with the day and the number of its source."""
    plan = plan_of(targets=target(b.goal("80000"), new), sources=SOURCES)

    assert both(plan, "2021Q2", "decided") == (
        [{"name": "虚构", "said": zh, "cited": "[1]"}],
        [{"name": "Invented", "said": en, "cited": " [1]"}],
    )
    assert both(plan, "2021Q3", "decided") == ([], [])


def test_a_goal_that_is_set_later_is_told_as_set() -> None:
    """And one for an area with its area's name."""
    goals = [b.goal("70", decided="2021-05-01"), b.goal("30", decided="2021-05-02", area="东市")]
    zh, en = both(plan_of(targets=target(*goals)), "2021Q2", "decided")

    assert zh == [
        {
            "name": "虚构",
            "said": "：2021年5月1日确定目标为70个以上，期限为2022年12月31日",
            "cited": "",
        },
        {
            "name": "虚构（东市）",
            "said": "：2021年5月2日确定目标为30个以上，期限为2022年12月31日",
            "cited": "",
        },
    ]
    assert [one["name"] for one in en] == ["Invented", "Invented (East)"]


READINGS = {
    "value: 8, source: s": ("8个", "参与评价", "2021年7月20日", "[1]"),
    "value: 8, source: u": ("8个", "参与评价", "未注明公布日期", "[1]"),
    "value: 8, area: 东市, source: s": (
        "东市：8个",
        "仅供参考（单个地区）",
        "2021年7月20日",
        "[1]",
    ),
    "value: 8, comparability: partial, source: s": (
        "8个",
        "仅供参考（口径不全）",
        "2021年7月20日",
        "[1]",
    ),
    "value: 8, measure: {zh: 密度, en: density}, unit: 个/万人, comparability: proxy, source: s": (
        "密度：8个/万人",
        "仅供参考（其他口径）",
        "2021年7月20日",
        "[1]",
    ),
    "value: 8, source: missing": ("8个", "参与评价", "未注明公布日期", ""),
}


@pytest.mark.parametrize(("reading", "told"), READINGS.items(), ids=READINGS)
def test_a_new_figure_says_what_it_is_used_for(
    reading: str, told: tuple[str, str, str, str]
) -> None:
    """Of which place and measure it is, when it was published, and whether it rates."""
    texts = b.folder(
        target(b.goal()),
        sources=SOURCES,
        readings={"t": b.lines(f"date: 2021-06-30, {reading}")},
    )
    plan = load(texts).plan
    assert plan is not None
    (row,), _ = both(plan, "2021Q2", "figures")
    assert (row["said"], row["use"], row["published"], row["cited"]) == told


def test_new_figures_are_counted_by_their_days() -> None:
    """Those of the period once, whoever says it; earlier ones published in it apart."""
    lines = b.lines(
        "date: 2021-06-30, value: 1, source: s",
        "date: 2021-07-31, value: 2, source: s",
        "date: 2021-07-31, value: 2, source: u",
    )
    plan = plan_of(targets=target(b.goal()), sources=SOURCES, readings={"t": lines})

    assert both(plan, "2021Q3", "figures_sentence") == (
        "本季度新增数据1个（以数据时点为准）。另列出同一数据的其他来源1个，不重复计数。",
        (
            "New figures for this quarter, by the date that they refer to: 1. "
            "Listed but not counted again, as another source gives the same figure: 1."
        ),
    )
    assert both(plan, "2021Q3", "earlier_sentence") == (
        ("本季度公布的以前时点数据1个，不计入新增；以往通报在其公布后编制的，已列入这些数据。"),
        (
            "Published this quarter, but for an earlier date: 1. They are not counted as new; "
            "an earlier bulletin has them already if it was made after they were published."
        ),
    )
    assert both(plan, "2021Q2", "earlier_sentence") == ("", "")
    assert both(plan, "2022", "figures_sentence")[0] == "本年度无新增数据。"
    assert both(plan, "2022", "figures_sentence", "2021-12-31")[1] == (
        "Of what is counted, no figure is for this year."
    )


def test_a_move_by_a_goal_cites_the_goal() -> None:
    """A move by a reading cites the reading."""
    raised = b.goal("7300", decided="2021-08-01", source="u")
    lines = b.lines("date: 2021-06-30, value: 200, source: s")
    plan = plan_of(targets=target(b.goal(), raised), sources=SOURCES, readings={"t": lines})

    assert both(plan, "2021Q3", "moved")[0] == [
        {
            "name": "虚构",
            "before": "超序时进度",
            "after": "严重滞后",
            "why": "目标调整：7300个以上，期限为2022年12月31日",
            "cited": "[2]",
        }
    ]
    assert both(plan, "2021Q2", "moved")[1] == [
        {
            "name": "Invented",
            "before": "nothing comparable",
            "after": "ahead of schedule",
            "why": "a new reading: 200 (2021-06-30)",
            "cited": " [1]",
        }
    ]
