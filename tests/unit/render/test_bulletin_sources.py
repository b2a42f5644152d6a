"""Where a bulletin's figures come from, in words."""

import builders as b
from bulletins import both, plan_of

KNOWN = "- {id: s, kind: publication, publisher: 虚构报, published: 2021-07-20}\n"
TITLED = "- {id: t, kind: return, title: {zh: 虚构表, en: Invented table}}\n"
BARE = "- {id: u, kind: reprint, published: 2021-07-21}\n"


def test_a_source_says_whose_it_is_or_that_nobody_says() -> None:
    """A title stands for a publisher; of neither the list says so, as it does of no day."""
    lines = b.lines(
        "date: 2021-06-28, value: 1, source: s",
        "date: 2021-06-29, value: 2, source: t",
        "date: 2021-06-30, value: 3, source: u",
    )
    target = b.target(b.goal(), baseline=b.FROM_ZERO)
    plan = plan_of({"t": lines}, targets=target, sources=KNOWN + TITLED + BARE)
    zh, en = both(plan, "2021Q2", "sources")

    assert sorted(zh) == [
        "《虚构表》，未注明公布日期，填报（t）",
        "未注明发布单位，2021年7月21日，转载（u）",
        "虚构报，2021年7月20日，原发（s）",
    ]
    assert sorted(en) == [
        "Invented table, no day printed, return (t)",
        "publisher not stated, 2021-07-21, reprint (u)",
        "虚构报 (in Chinese), 2021-07-20, publication (s)",
    ]
