"""The one sentence at the top, in either language: true of whatever lies between two states."""

from datetime import date

import pytest

from fjdex.load import load
from fjdex.messages import Voice
from fjdex.plan.words import LANGUAGES
from fjdex.render.diff_summary import headline
from fjdex.review.review import review
from pairs import TEXTS, Edit, edited

_TARGETS, _STATIONS = "targets.yaml", "readings/stations.yaml"
_BESIDE: Edit = (_STATIONS, "value: 200", "value: 210")
_BROKEN: Edit = (_STATIONS, "date: 2022-03-31", "date: 2022-13-31")
_BAND: Edit = ("plan.yaml", "ahead: 1.05", "ahead: 1.06")
_BANDS: Edit = ("plan.yaml", "ahead: 1.05, on-schedule: 1,", "ahead: 1.06, on-schedule: 1.01,")

Texts = dict[str, str]


def sentences(
    before: Texts, after: Texts, day: str = "2022-06-01", since: str | None = None
) -> list[str]:
    """Answer the sentence in every language."""
    was, now = load(before), load(after)
    since_day = date.fromisoformat(since) if since else None
    found = review(was, now, date.fromisoformat(day), since_day)
    plans = was.draft, now.draft
    return [headline(found, plans, "data/", Voice(language)) for language in LANGUAGES]


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([], ["数据没有变化。", "Nothing changed."]),
        (
            [(_TARGETS, "unit: 个", 'unit: "个"')],
            [
                "数据没有变化，只有1个文件的写法不同：data/targets.yaml。",
                "Nothing changed but the shape of 1 file: data/targets.yaml.",
            ],
        ),
        (
            [(_TARGETS, "unit: 个", 'unit: "个"'), (_STATIONS, "", "# 注\n")],
            [
                "数据没有变化，只有2个文件的写法不同：data/readings/stations.yaml、data/targets.yaml。",
                (
                    "Nothing changed but the shape of 2 files: "
                    "data/readings/stations.yaml, data/targets.yaml."
                ),
            ],
        ),
        (
            [(f"{name}.yaml", "", "# 注\n") for name in ("areas", "plan", "sources", "tasks")],
            [
                (
                    "数据没有变化，只有4个文件的写法不同：data/areas.yaml、data/plan.yaml、"
                    "data/sources.yaml等（另有1个）。"
                ),
                (
                    "Nothing changed but the shape of 4 files: data/areas.yaml, data/plan.yaml, "
                    "data/sources.yaml and 1 more."
                ),
            ],
        ),
        ([_BESIDE], ["更正1条填报值，评价不变。", "1 reading corrected; no rating moves."]),
        ([_BAND], ["修改评价界限，评价不变。", "Changed: band; no rating moves."]),
        ([_BANDS], ["修改评价界限2处，评价不变。", "Changed: band (2 times); no rating moves."]),
        (
            [_BROKEN],
            ["部分文件无法读懂，除此以外没有变化。", "Nothing changed but what is not understood."],
        ),
        (
            [_BROKEN, _BESIDE],
            [
                "更正1条填报值，另有内容无法读懂。",
                "1 reading corrected; some data is not understood.",
            ],
        ),
    ],
)
def test_what_an_edit_does(edits: list[Edit], expected: list[str]) -> None:
    """A reader of nothing else is not misled."""
    assert sentences(dict(TEXTS), edited(*edits)) == expected


def test_what_was_not_understood_before() -> None:
    """The other side may be the broken one."""
    assert sentences(edited(_BROKEN), edited(_BESIDE)) == [
        "更正1条填报值，另有内容无法读懂。",
        "1 reading corrected; some data is not understood.",
    ]


def test_what_only_time_moved_is_not_the_changes_doing() -> None:
    """Ratings are others than they were; the change moves none."""
    assert sentences(dict(TEXTS), edited(_BESIDE), "2023-06-01", "2022-06-01") == [
        "更正1条填报值，评价不因此变化。",
        "1 reading corrected; no rating moves because of it.",
    ]


def test_a_day_before_the_plan() -> None:
    """Nothing is rated before it begins."""
    assert sentences(dict(TEXTS), edited(_BESIDE), "2020-06-01") == [
        "更正1条填报值。",
        "1 reading corrected.",
    ]


def test_all_of_a_plan_at_once() -> None:
    """New or gone, with or without anything in it."""
    zh, en = (
        "指标2项、成果2项、任务2项、单位3个、地区3个、来源4个、滞后说明1条、填报值4条",
        (
            "targets: 2, outcomes: 2, tasks: 2, agencies: 3, areas: 3, sources: 4, remarks: 1, "
            "readings: 4"
        ),
    )
    bare = {"plan.yaml": TEXTS["plan.yaml"]}

    assert sentences({}, dict(TEXTS)) == [f"全部内容均为新增：{zh}。", f"Everything is new: {en}."]
    assert sentences(dict(TEXTS), {}) == [f"全部内容均已删除：{zh}。", f"Everything is gone: {en}."]
    assert sentences({}, bare) == [
        "方案为新建，尚无内容，另有内容无法读懂。",
        "The plan is new, and nothing is in it yet; some data is not understood.",
    ]
