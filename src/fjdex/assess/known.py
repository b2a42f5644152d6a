"""What was known on a day: a plan without what was published or decided later.

A reading is known from the day on which its source was published. Of an undated source nobody can
say when, so its readings are left out too, and counted apart. A goal is known from the day on which
it was decided.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading


@dataclass(frozen=True, slots=True)
class Known:
    """A plan as known by a day, and how many readings were left out for which reason."""

    plan: Plan
    later: int
    undated: int


def known_by(plan: Plan, day: date) -> Known:
    """Answer the plan with only what was published, decided or remarked up to a day."""
    days = {source.id: source.published for source in plan.sources}
    kept: dict[str, tuple[Reading, ...]] = {}
    later = undated = 0
    for id_, readings in plan.readings.items():
        published = [(one, _published(one, days)) for one in readings]
        kept[id_] = tuple(one for one, on in published if on is not None and on <= day)
        later += sum(on is not None and on > day for _, on in published)
        undated += sum(on is None for _, on in published)
    targets = tuple(
        replace(target, goals=tuple(goal for goal in target.goals if goal.decided <= day))
        for target in plan.targets
    )
    remarks = tuple(one for one in plan.remarks if one.date is None or one.date <= day)
    known = replace(plan, readings=kept, targets=targets, remarks=remarks)
    return Known(known, later, undated)


def _published(reading: Reading, days: Mapping[str, date | None]) -> date | None:
    return days.get(reading.source or "")
