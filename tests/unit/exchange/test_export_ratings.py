"""The table of ratings says what `status` says."""

from datetime import date
from decimal import Decimal

import pytest

from builders import FROM_ZERO, folder, goal, lines, outcome, plan_of, target
from fjdex.assess.assessment import assess
from fjdex.load import load
from fjdex.plan.plan import Plan
from fjdex.render.status_json import item_json
from fjdex.store.folder import read_folder
from stage import PLANS
from tables import export_of, rows_of


def test_a_rating_with_all_that_it_rests_on() -> None:
    """Numbers that were worked out have 12 digits at most, and no zeros behind."""
    plan = plan_of(
        folder(
            targets=target(goal(), unit="个", baseline=FROM_ZERO),
            readings={"t": lines("date: 2021-12-31, value: 400, qualifier: about")},
        )
    )

    assert rows_of(export_of(plan, date(2022, 6, 30))["ratings"]) == [
        {
            "as_of": date(2022, 6, 30),
            "id": "t",
            "list": "target",
            "name_zh": "虚构",
            "name_en": "Invented",
            "kind": "stock",
            "lead": "虚构局",
            "leads": ("虚构局",),
            "rating": "ahead",
            "flags": ("stale", "bounded"),
            "due": date(2022, 12, 31),
            "goal_operator": ">=",
            "goal_value": Decimal(730),
            "goal_decided": date(2021, 1, 1),
            "unit": "个",
            "reading_value": Decimal(400),
            "reading_date": date(2021, 12, 31),
            "reading_qualifier": "about",
            "reading_status": "final",
            "reading_line": 1,
            "baseline_value": Decimal(0),
            "baseline_date": date(2020, 12, 31),
            "baseline_derived": False,
            "expected": Decimal(365),
            "pace": Decimal("1.09589041096"),
            "pace_bound": "either",
            "needed_per_month": Decimal(55),
            "so_far_per_month": Decimal("33.3333333333"),
            "projected": Decimal(800),
            "reaches": date(2022, 10, 29),
            "share": Decimal("0.547945205479"),
            "beside": 0,
        }
    ]


def test_parts_and_the_worst_child() -> None:
    """An outcome says how many of its parts are delivered, and what it rests on."""
    parts = "[{id: p, name: {zh: 甲, en: A}}, {id: q, name: {zh: 乙, en: B}}]"
    texts = folder(
        targets=target(goal(), outcomes="[o]"),
        outcomes=outcome("o") + outcome("r", parts=parts),
        readings={"r": lines("date: 2021-12-31, part: p, state: delivered")},
    )
    rows = rows_of(export_of(plan_of(texts), date(2022, 1, 1), "o", "r")["ratings"])
    wanted = ("id", "rating", "worst", "parts_delivered", "parts", "reading_part", "reading_state")

    assert [tuple(row.get(key) for key in wanted) for row in rows] == [
        ("o", "no-reading", "t", None, None, None, None),
        ("r", "not-due", None, 1, 2, "p", "delivered"),
    ]


def _plan(name: str) -> Plan:
    snapshot = read_folder(PLANS[name])
    plan = load(snapshot.texts).plan
    assert plan is not None
    return plan


@pytest.mark.parametrize(("name", "day"), [("fujian", "2022-09-30"), ("invented", "2024-09-30")])
def test_status_says_the_same(name: str, day: str) -> None:
    """Rating, class, flags, pace and the rest are those of `status --json`."""
    plan, as_of = _plan(name), date.fromisoformat(day)
    of = assess(plan, as_of)
    items = of.items.values()
    rows = rows_of(export_of(plan, as_of)["ratings"])
    same = ("rating", "class", "overdue", "worst", "beside", "pace_bound", "pace_year_bound")
    numbers = ("pace", "pace_year", "expected", "projected", "share")

    told = [item_json(of, item) for item in items]
    assert [[row.get(key) for key in same] for row in rows] == [
        [one[key] for key in same] for one in told
    ]
    assert [row.get("flags", ()) for row in rows] == [
        tuple(flag.value for flag in item.flags) for item in items
    ]
    assert [[format(row[key], "f") if key in row else None for key in numbers] for row in rows] == [
        [one[key] for key in numbers] for one in told
    ]
