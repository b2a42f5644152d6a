"""The overall position: counts add up, shares are rounded, and the page says what follows."""

import builders as b
from bulletins import both, plan_of
from fjdex.plan.plan import Plan

DONE = b.lines("date: 2021-05-01, state: delivered, source: s")
GONE = b.lines("date: 2021-05-01, state: cancelled, source: s")


def outcomes(**states: str) -> Plan:
    """Answer a plan of outcomes that are due at its end, and what became of each."""
    written = "".join(b.outcome(key) for key in states)
    readings = {key: text for key, text in states.items() if text}
    return plan_of(readings, outcomes=written, sources=b.source("s"))


def test_a_list_is_said_with_what_changed() -> None:
    """Each class with something in it, and the classes that gained or lost."""
    plan = outcomes(a=DONE, c="", d="")
    zh, en = both(plan, "2021Q2", "lists")

    assert (len(zh), zh[0]["sentence"]) == (
        1,
        "成果共3项：已完成1项，占33.3%；其它2项，占66.7%。与2021年3月31日相比，已完成增加1项；其它减少1项。",
    )
    counted = "Outcomes: 3 in all. Completed 1 (33.3%); Other 2 (66.7%)."
    moved = " Compared with 2021-03-31: Completed up by 1; Other down by 1."
    assert en[0]["sentence"] == counted + moved
    later = both(plan, "2021Q3", "lists")[1]
    assert later[0]["sentence"] == f"{counted} Unchanged since 2021-06-30."
    assert both(plan, "2021Q2", "rounding") == (
        ["占比四舍五入，保留一位小数。"],
        ["Shares are rounded to one decimal."],
    )


def test_shares_that_do_not_add_up_are_told_with_their_sum() -> None:
    """Three thirds are 99.9."""
    plan = plan_of(
        outcomes=b.outcome("a") + b.outcome("c") + b.outcome("d", due="2021-05-31"),
        sources=b.source("s"),
        readings={"a": DONE, "d": b.lines("date: 2021-06-01, state: started, source: s")},
    )
    zh = "（成果各类占比之和为99.9%；成果各评价占比之和为99.9%）"
    en = "(Outcomes by class: 99.9%; Outcomes by rating: 99.9%)"
    assert both(plan, "2021Q2", "rounding") == (
        [f"占比四舍五入，保留一位小数，因此相加与100%略有出入{zh}；项数相加等于合计。"],
        [
            (
                f"Shares are rounded to one decimal, so they may not add up to 100% {en};"
                f" the counts add up to the totals."
            )
        ],
    )


def test_what_is_cancelled_is_counted_and_outside_the_shares() -> None:
    """One of three is cancelled: the two others are half each."""
    plan = outcomes(a=DONE, c="", d=GONE)
    zh, _ = both(plan, "2021Q2", "lists")

    assert [(one["now"], str(one["share"]), one["said"]) for one in zh[0]["classes"]] == [
        (1, "50.0", "1（50.0%）"),
        (0, "0.0", "0"),
        (0, "0.0", "0"),
        (0, "0.0", "0"),
        (1, "50.0", "1（50.0%）"),
    ]
    assert (zh[0]["total"], zh[0]["total_before"], zh[0]["sentence"]) == (
        "3（含已取消1）",
        "3",
        (
            "成果共3项，其中已取消1项（不计占比）；其余2项中：已完成1项，占50.0%；其它1项，占50.0%。"
            "与2021年3月31日相比，已完成增加1项；其它减少2项；已取消增加1项。"
        ),
    )
    assert both(plan, "2021Q2", "rounding")[0] == [
        "占比四舍五入，保留一位小数。",
        "已取消的事项（成果1项）计入合计，不计入各类别的项数和占比。",
    ]
    ratings = {
        name: [cell["said"] for cell in cells] for name, cells in both(plan, "2021Q2", "ratings")[1]
    }
    assert ratings == {"met": ["1 (50.0%)"], "not due": ["1 (50.0%)"], "cancelled": ["1"]}


def test_where_all_is_cancelled_there_is_no_share() -> None:
    """Nothing out of nothing is nothing, and adds up to nothing."""
    plan = outcomes(a=GONE)

    assert both(plan, "2021Q3", "lists")[1][0]["sentence"] == (
        "Outcomes: 1 in all, every one cancelled. Unchanged since 2021-06-30."
    )
    assert both(plan, "2021Q2", "rounding")[1] == [
        "Shares are rounded to one decimal.",
        (
            "Cancelled items (Outcomes: 1) are in the totals, but not in the counts and shares of"
            " the classes."
        ),
    ]


def test_a_class_says_which_ratings_it_gathers() -> None:
    """So that a class and a rating of nearly one name can be told apart."""
    zh, en = both(outcomes(a=""), "2021Q2", "gathered")

    assert zh.startswith(
        "类别由进度评价归并而成：已完成类包括“已完成”“逾期完成”“已完成，时间待核”；超进度类包括“超序时进度”；"
    )
    assert en.startswith("Each class covers these ratings: Completed (“met”, “met late”, ")
