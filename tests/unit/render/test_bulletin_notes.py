"""What a reader must know of the figures, and what was left out of them."""

from dataclasses import replace

import builders as b
from bulletins import both, plan_of
from fjdex.plan.words import Words

SOURCES = b.source("early", "2021-05-10") + b.source("late", "2021-08-20") + b.source("undated")
GOALS = f"{b.goal()}, {b.goal('900', decided='2021-06-15')}"
TARGET = b.target(GOALS, unit="个", baseline=b.FROM_ZERO)


def test_what_was_left_out_is_told_by_reason() -> None:
    """How many figures, of which items; what is of a later day than the period is not missed."""
    lines = b.lines(
        "date: 2021-04-30, value: 110, source: early",
        "date: 2021-05-31, value: 140, source: undated",
        "date: 2021-06-30, value: 150, source: late",
        "date: 2021-07-31, value: 160, source: late",
    )
    plan = plan_of({"t": lines}, targets=TARGET, sources=SOURCES)

    assert both(plan, "2021Q2", "left_out", known="2021-06-01") == (
        [
            "公布于2021年6月1日以后、未计入的数据1个，涉及：虚构。",
            "来源未注明公布日期、未计入的数据1个，涉及：虚构。",
            "2021年6月1日以后决定、未计入的目标1个，涉及：虚构。",
        ],
        [
            "Left out, as published after 2021-06-01: 1 (Invented).",
            "Left out, as their sources print no day of publication: 1 (Invented).",
            "Goals left out, as decided after 2021-06-01: 1 (Invented).",
        ],
    )


def test_where_nothing_was_left_out_that_is_said() -> None:
    """And nothing is said where nothing was asked to be left out."""
    lines = b.lines("date: 2021-04-30, value: 110, source: early")
    plan = plan_of({"t": lines}, targets=TARGET, sources=SOURCES)

    assert both(plan, "2021Q2", "left_out", known="2021-12-31")[1] == [
        "Nothing had to be left out for that."
    ]
    assert both(plan, "2021Q2", "left_out") == ([], [])


def test_with_a_day_of_knowledge_no_more_is_claimed_than_was_known() -> None:
    """What is not counted may well be on file."""
    plan = plan_of(targets=TARGET, sources=SOURCES)

    assert both(plan, "2021Q2", "notes", known="2021-06-01")[1] == [
        (
            "Targets with no comparable figure since the baseline among what was published by "
            "2021-06-01: 1. They are not rated, and nothing has been estimated."
        )
    ]
    assert both(plan, "2021Q2", "notes") == (
        ["指标中有1项没有基期以后的可比数据，不作评价，也不作推算。"],
        [
            (
                "Targets with no comparable figure since the baseline on file: 1. They are not "
                "rated, and nothing has been estimated."
            )
        ],
    )


def test_figures_that_disagree_stand_side_by_side() -> None:
    """The one taken, the one not taken, each with its source, and why."""
    lines = b.lines(
        "date: 2021-06-30, value: 150, source: early",
        "date: 2021-06-30, value: 190, source: late",
    )
    plan = plan_of({"t": lines}, targets=TARGET, sources=SOURCES)

    zh, en = both(plan, "2021Q2", "notes")

    assert zh == [
        "虚构：来源不一，采用190个（2021年6月30日）[1]，未采用150个（2021年6月30日）[2]，两者不能同时成立；所采用的公布较晚。"
    ]
    assert en == [
        (
            "Invented: sources disagree. Used: 190 (2021-06-30) [1]; not used, as both cannot be"
            " true: 150 (2021-06-30) [2]; the one used was published later."
        )
    ]


def test_what_is_bounded_is_told_with_its_figure_and_nothing_of_it_is_markup() -> None:
    """A note of the data is shown as it stands."""
    note = 'note: "see http://a.b *now* #12"'
    lines = b.lines(f"date: 2021-06-30, value: 190, qualifier: at-least, source: late, {note}")
    plan = plan_of({"t": lines}, targets=TARGET, sources=SOURCES)
    first, last = both(plan, "2021Q2", "notes")[0]

    assert first.startswith(
        "概数（原文为“超”“近”“以上”“左右”等），或据概数推算：虚构超190个（2021年6月30日）[1]。"
    )
    assert last == "虚构：see http:&#8203;//a.b \\*now\\* #&#8203;12[1]"


def test_the_issuer_is_named_where_the_plan_names_it() -> None:
    """Else there is room for the name."""
    plan = plan_of(outcomes=b.outcome("o"))
    header = replace(plan.header, issuer=Words("虚构办", "Invented office"))

    assert both(plan, "2021Q2", "issued_by") == (
        "编发单位（盖章）：＿＿＿＿＿＿＿＿＿＿＿＿",
        "Issued by: ____________________",
    )
    assert both(replace(plan, header=header), "2021Q2", "issued_by") == (
        "编发单位（盖章）：虚构办",
        "Issued by: Invented office",
    )
