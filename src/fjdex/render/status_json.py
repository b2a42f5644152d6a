"""`fjdex status --json`: codes and ids, decimals as strings, ISO dates; nothing is translated."""

from collections.abc import Sequence

from fjdex.assess.assessment import Assessment
from fjdex.assess.item import Item
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Target
from fjdex.render.groups import counts_json, groups_json
from fjdex.render.items import bounds_of, unit_of
from fjdex.render.numbers import exact


def status_json(assessment: Assessment, items: Sequence[Item]) -> dict[str, object]:
    """Answer the status for scripts: codes and ids, decimals as strings, ISO dates."""
    return {
        "schema": "fjdex.status/1",
        "plan": assessment.plan.header.id,
        "as_of": assessment.as_of.isoformat(),
        "counts": counts_json(items),
        "by_section": groups_json(assessment.plan, items, "section"),
        "by_lead": groups_json(assessment.plan, items, "lead"),
        "items": [item_json(assessment, item) for item in items],
    }


def item_json(of: Assessment, item: Item) -> dict[str, object]:
    """Answer one item for scripts."""
    plan = of.plan
    record = plan.records[item.id]
    pace, forecast = item.pace, of.forecast(item)
    year = item.outlook.year if item.outlook else None
    bounds = bounds_of(plan)
    return {
        "id": item.id,
        "kind": item.list.one,
        "rated_as": record.kind.value if isinstance(record, Target) else "deliverable",
        "name": {"zh": record.title.zh, "en": record.title.en},
        "leads": list(record.leads),
        "due": item.due.isoformat() if item.due else None,
        "rating": item.rating.value,
        "class": next((one.id for one in plan.header.classes if item.rating in one.ratings), None),
        "flags": [flag.value for flag in item.flags],
        "overdue": item.overdue,
        "goal": _goal_json(plan, item),
        "reading": reading_json(plan, item),
        "baseline": _baseline_json(item),
        "expected": exact(pace.expected) if pace else None,
        "pace": exact(pace.ratio, bounds) if pace and pace.ratio is not None else None,
        "pace_bound": pace.lean.value if pace and pace.lean else None,
        "pace_year": exact(year.ratio, bounds) if year else None,
        "pace_year_bound": year.lean.value if year and year.lean else None,
        "needed": _needed(item),
        "projected": exact(forecast.projected) if forecast else None,
        "reaches": forecast.reaches.isoformat() if forecast and forecast.reaches else None,
        "share": exact(item.share) if item.share is not None else None,
        "disputing": [_disputing(one) for one in item.disputing],
        "beside": item.beside,
        "parts": {"delivered": item.parts[0], "of": item.parts[1]} if item.parts else None,
        "worst": item.worst,
        "children": {rating.value: count for rating, count in item.children.items()},
    }


def _needed(item: Item) -> dict[str, str] | None:
    needed = item.outlook.needed if item.outlook else None
    if needed is None:
        return None
    return {"per_month": exact(needed.per_month), "so_far": exact(needed.so_far)}


def _disputing(reading: Reading) -> dict[str, object]:
    value = exact(reading.value) if reading.value is not None else None
    return {"value": value, "source": reading.source, "line": reading.line}


def _goal_json(plan: Plan, item: Item) -> dict[str, object] | None:
    goal = item.goal
    if goal is None:
        return None
    return {
        "value": exact(goal.value) if goal.value is not None else None,
        "state": goal.state.value if goal.state else None,
        "operator": goal.operator.value if goal.operator else None,
        "unit": unit_of(plan, item),
        "decided": goal.decided.isoformat(),
        "source": goal.source,
    }


def reading_json(plan: Plan, item: Item) -> dict[str, object] | None:
    """Answer the reading that a rating rests on."""
    reading = item.reading
    if reading is None:
        return None
    return {
        "value": exact(reading.value) if reading.value is not None else None,
        "state": reading.state.value if reading.state else None,
        "date": reading.date.isoformat(),
        "within": str(reading.within) if reading.within else None,
        "qualifier": reading.qualifier.value,
        "status": reading.status.value,
        "comparability": reading.comparability.value,
        "area": plan.area_read(plan.records[item.id], reading),
        "source": reading.source,
        "line": reading.line,
    }


def _baseline_json(item: Item) -> dict[str, object] | None:
    if item.start is None:
        return None
    return {
        "value": exact(item.start.value),
        "date": item.start.date.isoformat(),
        "derived": item.start.derived,
    }
