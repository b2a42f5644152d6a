"""`fjdex due --json`: codes and ids, ISO dates; nothing is translated."""

from collections.abc import Mapping

from fjdex.assess.obligations import Obligation
from fjdex.plan.plan import Plan
from fjdex.render.due import Owed


def due_json(owed: Owed) -> dict[str, object]:
    """Answer what is owed for scripts; what an agency shares is told where it leads, or by id."""
    return {
        "schema": "fjdex.due/1",
        "plan": owed.plan.header.id,
        "as_of": owed.as_of.isoformat(),
        "until": owed.until.isoformat(),
        "agencies": [
            {
                "id": duty.id,
                "led": [_obligation(owed.plan, one) for one in duty.led],
                "shared": [_obligation(owed.plan, one) for one in duty.shared],
            }
            for duty in owed.duties
        ],
    }


def _obligation(plan: Plan, one: Obligation) -> Mapping[str, object]:
    item, record = one.item, plan.records[one.item.id]
    return {
        "matter": one.matter.value,
        "id": item.id,
        "kind": item.list.one,
        "name": {"zh": record.title.zh, "en": record.title.en},
        "leads": list(record.leads),
        "by": one.day.isoformat(),
        "days_left": one.left,
        "quarter": str(one.quarter) if one.quarter else None,
        "rating": item.rating.value,
        "worst": item.worst,
        "reading": item.reading.date.isoformat() if item.reading else None,
    }
