"""What an agency is asked for a quarter."""

import builders as b
from fjdex.exchange.collection import Asking, Collection, collection
from fjdex.plan.period import parse_period

PARTS = "[{id: north, name: {zh: 北, en: N}}, {id: south, name: {zh: 南, en: S}}]"
TEXTS = b.folder(
    targets=b.target(b.goal(), key="stock", unit="个", outcomes="[measured]", baseline=b.FROM_ZERO)
    + b.target(b.goal(), key="flow", kind="flow", baseline=b.FROM_ZERO)
    + b.target(b.state_goal(), key="thing", kind="deliverable"),
    outcomes=b.outcome("measured") + b.outcome("parted", parts=PARTS) + b.outcome("off"),
    tasks=b.task("alone") + b.task("parent"),
    readings={
        "stock": b.lines("date: 2021-06-30, value: 5, source: s"),
        "parted": b.lines("date: 2021-03-31, part: north, state: started, source: s"),
        "off": b.lines("date: 2021-03-31, state: cancelled, source: s"),
    },
    sources=b.source("s"),
)
TEXTS["outcomes.yaml"] = TEXTS["outcomes.yaml"].replace("id: parted", "id: parted, tasks: [parent]")


def asked(*, quarter: str = "2021Q3", shared: bool = False) -> Collection:
    """Answer what the one agency is asked."""
    plan = b.plan_of(TEXTS)
    return collection(plan, plan.agencies[0], parse_period(quarter), shared=shared)


def short(one: Asking) -> tuple[str, str | None, str | None, str | None, str | None]:
    """Answer record, part, unit, last reading and period of a row."""
    last = str(one.last.value or one.last.state) if one.last else None
    part = one.part.id if one.part else None
    return one.record.id, part, one.unit, last, str(one.period) if one.period else None


def test_each_item_and_each_part_has_a_row() -> None:
    """But what rests on others, and what was cancelled."""
    assert [short(one) for one in asked().rows] == [
        ("stock", None, "个", "5", None),
        ("flow", None, "", None, "2021-01/2021-09"),
        ("thing", None, None, None, None),
        ("parted", "north", None, "started", None),
        ("parted", "south", None, None, None),
        ("alone", None, None, None, None),
    ]


def test_only_what_accumulates_needs_its_period() -> None:
    """The running total of the year is asked for."""
    found = [(one.record.id, one.spans) for one in asked(quarter="2021Q2").rows if one.spans]
    assert found == [("flow", True)]
