"""What a template may use: numbered headings, remarks with who made them, what is interim."""

import builders as b
from bulletins import both, context, plan_of, remarked
from fjdex.plan.plan import Plan

SOURCES = b.source("s", "2021-07-20")


def late(state: str = "started", **keys: str) -> Plan:
    """Answer a plan with an outcome that is missed, and a task that rests on it."""
    lines = {"o": b.lines(f"date: 2021-06-01, state: {state}, source: s")}
    due = b.outcome("o", due="2021-05-31", tasks="[task-1]")
    return plan_of(lines, outcomes=due, tasks=b.task("task-1"), sources=SOURCES, **keys)


def test_headings_are_numbered_as_they_are_written() -> None:
    """As offices number them, beyond ten too; each section counts its own."""
    for language, numbers in (
        ("zh", ["一、标题", "（一）标题", "（二）标题", "二、标题", "（一）标题"]),
        ("en", ["1. 标题", "1.1 标题", "1.2 标题", "2. 标题", "2.1 标题"]),
    ):
        given = context(late(), "2021Q2", "zh" if language == "zh" else "en")
        section, part = given["section"], given["subsection"]
        assert [one("标题") for one in (section, part, part, section, part)] == numbers
    given = context(late(), "2021Q2")
    many = [given["section"]("标题") for _ in range(20)]
    assert many[8:12] == ["九、标题", "十、标题", "十一、标题", "十二、标题"]
    assert many[18:] == ["十九、标题", "20、标题"]


def test_what_is_behind_owes_a_remark_or_says_where_it_stands() -> None:
    """The outcome owes it, the task is explained by the outcome and is itself not due."""
    zh, en = both(late(), "2021Q2", "behind")

    assert [(one["name"], one["owed"], one["explained"], one["rating"]) for one in en] == [
        ("Invented", True, "", "missed (30 days past due)"),
        (
            "Invented",
            False,
            "For the reason and the next step see “Invented” (lead: Invented bureau).",
            "missed (itself not due yet)",
        ),
    ]
    assert zh[1]["rating"] == "到期未完成（本项尚未到期）"


def test_a_remark_is_printed_with_who_made_it_and_when() -> None:
    """And in English with the word that it is in Chinese only."""
    plan = remarked(late(), "o", "2021Q2", by="虚构局")
    zh, en = both(plan, "2021Q2", "behind")

    assert zh[0]["remarks"] == [
        {"reason": "原因", "action": "原因", "signed": "虚构局，2021年7月5日"}
    ]
    assert en[0]["remarks"] == [
        {
            "reason": "原因 (in Chinese only)",
            "action": "原因 (in Chinese only)",
            "signed": "Invented bureau, 2021-07-05",
        }
    ]
    translated = remarked(late(), "o", "2021Q2", en="Reason")
    assert both(translated, "2021Q2", "behind")[1][0]["remarks"] == [
        {"reason": "Reason", "action": "Reason", "signed": ""}
    ]


def test_a_remark_on_what_cannot_be_settled_is_printed_too() -> None:
    """It is not behind for certain, but who explained it is heard."""
    plan = remarked(late(), "o", "2021Q3")
    doubtful = plan_of(
        {"o": b.lines("date: 2021-04-01, state: started, source: s")},
        outcomes=b.outcome("o", due="2021-05-31"),
        sources=SOURCES,
    )
    zh, _ = both(remarked(doubtful, "o", "2021Q2"), "2021Q2", "open")

    assert [row["remarks"] for row in zh[0]["rows"]] == [
        [{"reason": "原因", "action": "原因", "signed": ""}]
    ]
    assert both(plan, "2021Q2", "behind")[0][0]["remarks"] == []


def test_a_page_is_interim_until_something_speaks_of_its_period_s_end() -> None:
    """A figure of the last day, or a later publication; today is not asked."""
    plan = late()

    assert both(plan, "2021Q2", "interim") == ("", "")
    assert both(plan, "2021Q3", "interim")[1] == (
        "This is an interim bulletin: no figure on file is of the last day of the period "
        "(2021-09-30) or was published after it; the latest cited was published on 2021-07-20. "
        "The period may not be over, or not reported on yet."
    )
    assert both(plan_of(outcomes=b.outcome("o")), "2021Q1", "interim")[0].startswith(
        "本通报为阶段性通报：期末（2021年3月31日）尚无数据；"
    )
    last = {"o": b.lines("date: 2021-06-30, state: started, source: u")}
    on_the_day = plan_of(last, outcomes=b.outcome("o"), sources=b.source("u"))
    assert both(on_the_day, "2021Q2", "interim") == ("", "")


def test_agencies_add_up_in_the_last_row() -> None:
    """And what an agency leads is counted once."""
    assert both(late(), "2021Q2", "agencies")[1] == [
        {
            "name": "Invented bureau",
            "leads": "0 / 1 / 1",
            "shares": "0 / 0 / 0",
            "behind": "Invented; Invented",
        },
        {"name": "Total", "leads": "0 / 1 / 1", "shares": "0 / 0 / 0", "behind": "2 in all"},
    ]
