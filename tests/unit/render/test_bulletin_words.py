"""How a bulletin says an item: what its rating rests on, and of when a reading is."""

from dataclasses import replace
from typing import Any

import pytest

import builders as b
from bulletins import both, plan_of, words_of
from fjdex.plan.plan import Plan
from fjdex.plan.words import LANGUAGES
from fjdex.render.bulletin import context_of

PARTS = "[{id: east, name: {zh: 东站, en: East}}, {id: west, name: {zh: 西站, en: West}}]"
STATES = {
    "date: 2021-05-01, state: delivered": ("已完成（2021年5月1日）", "delivered (2021-05-01)"),
    "date: 2021-05-31, within: 2021-05, state: started": (
        "已启动（2021年5月）",
        "started (in 2021-05)",
    ),
    "date: 2021-05-01, state: delivered, qualifier: by": (
        "至迟于2021年5月1日已完成",
        "delivered by 2021-05-01",
    ),
    "date: 2021-03-31, within: 2021Q1, state: started, qualifier: by": (
        "至迟于2021年第一季度末已启动",
        "started by the end of Q1 2021",
    ),
}
OF_PARTS = {
    "": ("2个分项均无记录", "nothing on file on its 2 parts"),
    "date: 2021-05-01, part: west, state: started": (
        "2个分项均未完成，最新情况为西站已启动（2021年5月1日）",
        "none of 2 parts delivered; latest: West started (2021-05-01)",
    ),
    "date: 2021-05-01, part: west, state: delivered": (
        "2个分项中1个已完成，最新情况为西站已完成（2021年5月1日）",
        "1 of 2 parts delivered; latest: West delivered (2021-05-01)",
    ),
}


@pytest.mark.parametrize(("reading", "said"), STATES.items(), ids=STATES)
def test_a_state_is_said_with_its_day(reading: str, said: tuple[str, str]) -> None:
    """The day, the period within which it lies, or the day by which it was so."""
    plan = plan_of({"o": b.lines(f"{reading}, source: s")}, outcomes=b.outcome("o"), sources=S)

    assert rests(plan, "o") == said


@pytest.mark.parametrize(("reading", "said"), OF_PARTS.items(), ids=OF_PARTS)
def test_parts_are_counted(reading: str, said: tuple[str, str]) -> None:
    """How many of them are delivered, and which state came last."""
    held = {"o": b.lines(f"{reading}, source: s")} if reading else {}
    plan = plan_of(held, outcomes=b.outcome("o", parts=PARTS), sources=S)

    assert rests(plan, "o") == said


def test_agencies_have_short_names() -> None:
    """In Chinese their ids, said in full once; English knows one name only."""
    plan = plan_of(outcomes=b.outcome("o"))
    name = replace(plan.agencies[0].name, zh="虚构省虚构局")
    plan = replace(plan, agencies=(replace(plan.agencies[0], name=name),))
    pages: list[Any] = [
        context_of(words_of(plan, "2021Q2", language, lead=lead))
        for language in LANGUAGES
        for lead in ("", "虚构局")
    ]

    assert [(page["lead"], page["short_names"]) for page in pages] == [
        ("", "单位用简称，全称见“分单位情况”。"),
        ("虚构省虚构局", "单位简称与全称：虚构局（虚构省虚构局）。"),
        ("", ""),
        ("Invented bureau", ""),
    ]
    assert [page["agencies"][0]["name"] for page in pages[::2]] == [
        "虚构局（虚构省虚构局）",
        "Invented bureau",
    ]


S = b.source("s")
ZERO = b.FROM_ZERO


def rests(plan: Plan, id_: str, period: str = "2021Q2") -> tuple[str, ...]:
    """Say in both languages what a rating rests on."""
    found = [words_of(plan, period, language) for language in LANGUAGES]
    return tuple(one.rests(one.bulletin.assessment.items[id_]) for one in found)


def test_what_rests_on_others_names_the_worst_and_counts_what_is_not_due() -> None:
    """The child that decided, with its rating; how many of all are still to come."""
    behind = b.target(b.goal(), key="t", tasks="[task-1]", baseline=ZERO)
    later = b.outcome("o", tasks="[task-1]")
    low = {"t": b.lines("date: 2021-06-30, value: 120, source: s")}
    plan = plan_of(low, targets=behind, outcomes=later, tasks=b.task("task-1"), sources=S)

    assert rests(plan, "task-1") == (
        "取决于其中评价最低的“虚构”（慢于序时进度）；所含2项中1项未到期",
        "worst of the items it depends on: “Invented” (behind schedule); 1 of 2 not due yet",
    )


def test_what_rests_on_one_names_it() -> None:
    """There is no worst of one."""
    behind = b.target(b.goal(), key="t", tasks="[task-1]", baseline=ZERO)
    low = {"t": b.lines("date: 2021-06-30, value: 120, source: s")}
    plan = plan_of(low, targets=behind, tasks=b.task("task-1"), sources=S)

    assert rests(plan, "task-1") == (
        "取决于“虚构”（慢于序时进度）",
        "depends on “Invented” (behind schedule)",
    )


def test_what_falls_due_says_how_much_of_it_is_still_to_come() -> None:
    """A task that is met so far is not done."""
    made = b.outcome("o", due="2021-06-30", tasks="[task-1]")
    later = b.outcome("p", due="2021-09-30", tasks="[task-1]")
    done = {"o": b.lines("date: 2021-06-30, state: delivered, source: s")}
    task = b.task("task-1", due="2021-09-30")
    plan = plan_of(done, outcomes=made + later, tasks=task, sources=S)
    zh, en = both(plan, "2021Q2", "upcoming")

    assert [one["rating"] for one in zh] == ["未到期", "已完成（另有1项未到期）"]
    assert [one["rating"] for one in en] == ["not due", "met (not due yet: 1)"]


def test_where_the_one_child_is_not_due_it_is_not_counted() -> None:
    """Of one nobody says "none of the 1"."""
    plan = plan_of(outcomes=b.outcome("o", tasks="[task-1]"), tasks=b.task("task-1"))

    assert rests(plan, "task-1") == (
        "所含1项尚未到期",
        "the one item it depends on is not due yet",
    )


def test_where_nothing_is_due_no_child_is_blamed() -> None:
    """All of them are still to come."""
    both = b.outcome("o", tasks="[task-1]") + b.outcome("p", tasks="[task-1]")
    plan = plan_of(outcomes=both, tasks=b.task("task-1"))

    assert rests(plan, "task-1") == (
        "所含2项均未到期",
        "none of the 2 it depends on is due yet",
    )


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("", ("8个（2021年6月30日）", "8 (2021-06-30)")),
        (", period: 2021-01/2021-06", ("8个（2021年上半年）", "8 (the first half of 2021)")),
        (", qualifier: at-least", ("超8个（2021年6月30日）", "over 8 (2021-06-30)")),
        (", within: 2021Q2", ("8个（2021年第二季度）", "8 (in Q2 2021)")),
    ],
)
def test_a_value_is_said_with_its_day_or_its_period(keys: str, said: tuple[str, str]) -> None:
    """A running total is of what it covers."""
    line = {"t": b.lines(f"date: 2021-06-30, value: 8{keys}, source: s")}
    plan = plan_of(line, targets=b.target(b.goal(), unit="个", baseline=ZERO), sources=S)

    assert rests(plan, "t") == said


def test_a_name_in_quotation_marks_has_the_inner_ones_within() -> None:
    """As both languages nest them; an English apostrophe stays."""
    named = b.target(b.goal(), key="t", tasks="[task-1]").replace(
        "name: {zh: 虚构, en: Invented}", "name: {zh: “丙”数, en: Port’s “C”}"
    )
    plan = plan_of(targets=named, tasks=b.task("task-1"))

    assert rests(plan, "task-1") == (
        "取决于“‘丙’数”（无可比数据）",
        "depends on “Port’s ‘C’” (nothing comparable)",
    )


def test_very_many_names_are_not_all_listed() -> None:
    """The first thirty, and how many there are."""
    names = [str(number) for number in range(31)]
    words = words_of(plan_of(outcomes=b.outcome("o")), "2021Q2")

    assert words.listed(names) == "；".join(names[:30]) + "等31项"
    assert words.listed(names[:30]) == "；".join(names[:30])


def test_a_later_figure_stands_beside_the_one_that_decided() -> None:
    """Fallen or not, with its source; none where the last one decided."""
    met = b.target(b.goal("100", due="2021-06-30"), unit="个")
    lines = ["date: 2021-06-30, value: 100, source: s"]
    plans = [
        plan_of({"t": b.lines(*lines, *more)}, targets=met, sources=S)
        for more in ([], ["date: 2021-08-31, value: 90, source: s"])
    ]
    found = [words_of(plan, "2021Q3") for plan in plans]

    assert [one.latest(one.bulletin.assessment.items["t"]) for one in found] == [
        "",
        "；最新为90个（2021年8月31日）[1]",
    ]
