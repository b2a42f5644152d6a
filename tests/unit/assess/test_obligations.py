"""What is owed on a day, by whom, since when."""

from datetime import date

import pytest

from builders import (
    FROM_ZERO,
    HEADER,
    day_number,
    folder,
    goal,
    lines,
    outcome,
    plan_of,
    target,
    task,
)
from fjdex.assess.assessment import assess
from fjdex.assess.obligations import (
    Obligation,
    by_agency,
    last_quarter,
    obligations,
    owes_remark,
    remarks_on,
)
from fjdex.plan.period import parse_period
from fjdex.plan.plan import Plan

# The plan runs from 2021-01-01; readings are quarterly and may take 60 days.
STOCK = target(goal(), baseline=FROM_ZERO)
Told = tuple[str, str, str, int]


def told(found: tuple[Obligation, ...]) -> list[Told]:
    """Answer matter, item, day and days left."""
    return [(one.matter.value, one.item.id, one.day.isoformat(), one.left) for one in found]


def owed(texts: dict[str, str], day: str, until: str | None = None) -> list[Told]:
    """Answer what is owed on a day."""
    plan, today = plan_of(texts), date.fromisoformat(day)
    ahead = date.fromisoformat(until) if until else today
    return told(obligations(assess(plan, today), ahead))


def delivered(day: str) -> dict[str, str]:
    """Answer a folder with an outcome due on 2021-03-31 that was delivered on a day."""
    readings = {"o": lines(f"date: {day}, state: delivered")}
    return folder(outcomes=outcome("o", due="2021-03-31"), readings=readings)


def test_what_falls_due_counts_its_days() -> None:
    """From the day itself to the last one asked for, both included."""
    texts = folder(outcomes=outcome("o", due="2021-03-31"))

    assert [owed(texts, day, "2021-03-31") for day in ("2021-03-01", "2021-03-31")] == [
        [("due", "o", "2021-03-31", 30)],
        [("due", "o", "2021-03-31", 0)],
    ]
    assert owed(texts, "2021-03-01", "2021-03-30") == []


def test_what_is_met_so_far_falls_due_while_more_is_to_come() -> None:
    """A task with one outcome delivered and one not due yet is not over."""
    made = outcome("o", due="2021-03-31", tasks="[task-1]")
    later = outcome("p", due="2021-06-30", tasks="[task-1]")
    readings = {"o": lines("date: 2021-03-30, state: delivered")}
    texts = folder(outcomes=made + later, tasks=task("task-1", due="2021-06-30"), readings=readings)

    assert owed(texts, "2021-03-31", "2021-06-30") == [
        ("due", "p", "2021-06-30", 91),
        ("due", "task-1", "2021-06-30", 91),
    ]


def test_what_is_past_due_is_late_until_it_is_settled() -> None:
    """The day after it is due an open item is one day late; a delivered one is over."""
    texts = folder(outcomes=outcome("o", due="2021-03-31"))

    assert owed(texts, "2021-04-01") == [("overdue", "o", "2021-03-31", -1)]
    assert owed(delivered("2021-03-30"), "2021-04-01") == []
    assert owed(delivered("2021-03-30"), "2021-03-30", "2021-12-31") == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2021-08-29", []),
        ("2021-08-30", [("reading", "t", "2021-08-29", -1)]),
        ("2021-11-29", [("reading", "t", "2021-08-29", -92)]),
    ],
)
def test_a_reading_is_owed_when_its_lag_has_passed(day: str, expected: list[Told]) -> None:
    """After one of the first quarter's end: of the next quarter's, and 60 days."""
    texts = folder(targets=STOCK, readings={"t": lines("date: 2021-03-31, value: 90")})

    assert [one for one in owed(texts, day) if one[0] == "reading"] == expected


def test_the_first_reading_is_owed_too() -> None:
    """Of a target of numbers without any, 60 days after the plan's first quarter; of no state."""
    texts = folder(
        targets=STOCK
        + target(
            "{state: delivered, due: 2022-12-31, decided: 2021-01-01}", kind="deliverable", key="d"
        ),
        outcomes=outcome("o"),
    )

    assert owed(texts, "2021-05-30") == []
    assert owed(texts, "2021-05-31") == [("reading", "t", "2021-05-30", -1)]


def test_the_records_own_interval_counts() -> None:
    """A yearly figure that may take 100 days is waited for until April of the year after next."""
    texts = folder(
        targets=target(goal(), baseline=FROM_ZERO, every="year", lag="100"),
        readings={"t": lines("date: 2021-12-31, value: 400")},
        header=HEADER.replace("end: 2022-12-31", "end: 2025-12-31"),
    )

    assert [one for one in owed(texts, "2023-04-10") if one[0] == "reading"] == []
    assert [one for one in owed(texts, "2023-04-11") if one[0] == "reading"] == [
        ("reading", "t", "2023-04-10", -1)
    ]


def _behind(**files: str) -> dict[str, str]:
    """Answer a folder with a target that is far behind at the end of 2021Q2, and its outcome."""
    late = f"date: {day_number(181)}, value: 20"
    texts = folder(
        targets=target(goal(), baseline=FROM_ZERO, outcomes="[o]"),
        outcomes=outcome("o"),
        readings={"t": lines(late)},
    )
    return {**texts, **files}


def test_a_remark_is_owed_by_what_was_behind() -> None:
    """For the last quarter that is over, by the target and not by the outcome that rests on it."""
    remark = {"remarks.yaml": "- {id: t, quarter: 2021Q2, reason: 因, action: 做}\n"}

    assert [one[0] for one in owed(_behind(), "2021-06-29")] == ["reading"]
    assert owed(_behind(), "2021-06-30") == [("remark", "t", "2021-06-30", 0)]
    assert owed(_behind(), "2021-07-31") == [("remark", "t", "2021-06-30", -31)]
    assert owed(_behind(**remark), "2021-07-31") == []


def test_no_quarter_is_over_before_the_plan_begins() -> None:
    """In the plan's first quarter no remark can be owed."""
    assert owed(_behind(), "2021-01-01") == []


def test_matters_stand_in_their_order() -> None:
    """Past due first, then what falls due, readings, remarks; within each the earliest day."""
    texts = _behind()
    texts["outcomes.yaml"] = (
        outcome("o")
        + outcome("p", due="2021-08-31")
        + outcome("q", due="2021-03-31")
        + outcome("r", due="2021-02-28")
    )

    assert owed(texts, "2021-08-31", "2021-09-30") == [
        ("overdue", "r", "2021-02-28", -184),
        ("overdue", "q", "2021-03-31", -153),
        ("due", "p", "2021-08-31", 0),
        ("remark", "t", "2021-06-30", -62),
    ]


@pytest.mark.parametrize(
    ("day", "quarter"),
    [("2021-06-29", "2021Q1"), ("2021-06-30", "2021Q2"), ("2021-01-01", "2020Q4")],
)
def test_a_quarter_is_over_at_its_last_days_end(day: str, quarter: str) -> None:
    """As of a day means at its end."""
    assert last_quarter(date.fromisoformat(day)) == parse_period(quarter)


def test_remarks_are_looked_up_by_item_and_quarter() -> None:
    """Another item's and another quarter's are none."""
    remark = "- {id: t, quarter: 2021Q2, reason: 因, action: 做}\n"
    plan = plan_of(_behind(**{"remarks.yaml": remark}))
    item = assess(plan, date(2021, 6, 30)).items["t"]
    found = [
        remarks_on(plan, id_, parse_period(quarter))
        for id_, quarter in (("t", "2021Q2"), ("o", "2021Q2"), ("t", "2021Q1"))
    ]

    assert found == [plan.remarks, (), ()]
    assert [owes_remark(item, one) for one in found] == [False, True, True]


def _shared() -> Plan:
    texts = folder(
        outcomes=outcome("o", due="2021-03-31").replace("[虚构局]", "[乙局, 虚构局]")
        + outcome("p", due="2021-03-31")
        + outcome("q", due="2021-03-31").replace("[虚构局]", "[]")
    )
    agencies = "".join(
        f"- {{id: {id_}, name: {{zh: {id_}, en: B}}, kind: department}}\n"
        for id_ in ("虚构局", "乙局", "丙局")
    )
    return plan_of({**texts, "agencies.yaml": agencies})


def test_the_first_agency_leads_and_the_others_share() -> None:
    """In the plan's order; each thing is owed by one, and what nobody leads comes last."""
    plan = _shared()
    duties = by_agency(plan, obligations(assess(plan, date(2021, 3, 1)), date(2021, 3, 31)))

    assert [
        (one.id, [led.item.id for led in one.led], [shared.item.id for shared in one.shared])
        for one in duties
    ] == [("虚构局", ["p"], ["o"]), ("乙局", ["o"], []), (None, ["q"], [])]
