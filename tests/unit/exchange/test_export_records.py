"""The tables of what the plan asks."""

from datetime import date
from decimal import Decimal

from builders import folder, goal, mapping, outcome, plan_of, target, task
from fjdex.plan.plan import Plan
from tables import export_of, rows_of


def _plan() -> Plan:
    path = "[{date: 2021-06-30, value: 100, source: s, note: 甲}]"
    goals = ", ".join(
        [
            goal("500"),
            goal("730", decided="2021-07-01", path=path),
            goal("300", area="东市", of="2021-07-01", decided="2021-08-01"),
        ]
    )
    baseline = mapping(value="0", date="2020-12-31", source="s", note="基")
    following = mapping(value="900", due="2025-12-31", source="s")
    return plan_of(
        folder(
            targets=target(
                goals,
                unit="个",
                tasks="[k]",
                outcomes="[o]",
                area="虚构省",
                baseline=baseline,
                next=following,
                every="year",
                lag="30",
            ),
            outcomes=outcome(
                "o",
                tasks="[k]",
                parts="[{id: p, name: {zh: 甲, en: A}, area: 西市}]",
                path="[{date: 2021-06-30, state: started}]",
            ),
            tasks=task("k", due=""),
            sources="- {id: s, kind: publication}\n",
        )
    )


def _table(name: str, day: str = "2021-07-01") -> list[dict[str, object]]:
    return [dict(row) for row in rows_of(export_of(_plan(), date.fromisoformat(day))[name])]


WORDS = {"name_zh": "虚构", "name_en": "Invented"}
LEADS = {"lead": "虚构局", "leads": ("虚构局",)}


def test_records() -> None:
    """Every list in one table; a key that a list has not is empty there."""
    assert _table("records") == [
        {
            "id": "t",
            "list": "target",
            **WORDS,
            "kind": "stock",
            "unit": "个",
            "area": "虚构省",
            **LEADS,
            "tasks": ("k",),
            "outcomes": ("o",),
            "clause_ref": "一",
            "clause_text": "虚构",
            "baseline_value": Decimal(0),
            "baseline_date": date(2020, 12, 31),
            "baseline_source": "s",
            "baseline_note_zh": "基",
            "baseline_note_en": "基",
            "next_value": Decimal(900),
            "next_due": date(2025, 12, 31),
            "next_source": "s",
            "every": "year",
            "lag": 30,
        },
        {
            "id": "o",
            "list": "outcome",
            "section": "outcomes-1",
            **WORDS,
            "kind": "deliverable",
            **LEADS,
            "tasks": ("k",),
            "due": date(2022, 12, 31),
            "due_text": "虚构",
        },
        {
            "id": "k",
            "list": "task",
            "section": "tasks-1",
            **WORDS,
            "content_zh": "虚构",
            "content_en": "Invented",
            "kind": "deliverable",
            **LEADS,
            "due_text": "虚构",
        },
    ]


def test_parts() -> None:
    """A part of an outcome a row."""
    part = {"id": "o", "part": "p", "name_zh": "甲", "name_en": "A", "area": "西市"}

    assert _table("parts") == [part]


def test_goals() -> None:
    """The whole history, and which of them was in force on the day, for each area apart."""
    due = date(2022, 12, 31)
    common = {"id": "t", "due": due, "operator": ">=", "unit": "个"}

    assert _table("goals") == [
        {**common, "decided": date(2021, 1, 1), "value": Decimal(500), "in_force": False},
        {**common, "decided": date(2021, 7, 1), "value": Decimal(730), "in_force": True},
        {
            **common,
            "area": "东市",
            "decided": date(2021, 8, 1),
            "value": Decimal(300),
            "of": date(2021, 7, 1),
            "in_force": False,
        },
    ]
    in_force = [row["in_force"] for row in _table("goals", "2021-08-01")]
    assert in_force == [False, True, True]


def test_path() -> None:
    """Planned values name the goal by its area and the day it was decided; states have none."""
    day = date(2021, 6, 30)

    assert _table("path") == [
        {
            "id": "t",
            "decided": date(2021, 7, 1),
            "date": day,
            "value": Decimal(100),
            "source": "s",
            "note_zh": "甲",
            "note_en": "甲",
        },
        {"id": "o", "date": day, "state": "started"},
    ]
