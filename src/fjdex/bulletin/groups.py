"""Counts by section and by leading agency: every item in one group, so that they add up.

A target stands in the section of the first task that it serves, by itself or through its outcome,
else in its outcome's. What has no section, or no agency
that leads it, is counted as unassigned.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from fjdex.assess.item import Item
from fjdex.plan.plan import Plan
from fjdex.plan.records import Target


@dataclass(frozen=True, slots=True)
class Group:
    """The items of one section or one leading agency; the id is None for the unassigned."""

    id: str | None
    items: tuple[Item, ...]


def by_section(plan: Plan, items: Sequence[Item]) -> tuple[Group, ...]:
    """Group items by section, in the plan's order."""
    order = [section.id for section in plan.header.sections]
    return _grouped(items, lambda item: _section_of(plan, item), order)


def by_lead(plan: Plan, items: Sequence[Item]) -> tuple[Group, ...]:
    """Group items by the agency that leads, which is the first."""
    order = [agency.id for agency in plan.agencies]
    return _grouped(items, lambda item: _lead_of(plan, item), order)


def _section_of(plan: Plan, item: Item) -> str | None:
    record = plan.records[item.id]
    if not isinstance(record, Target):
        return record.section
    outcomes = [one for one in plan.outcomes if one.id in record.outcomes]
    named = [*record.tasks, *(task for one in outcomes for task in one.tasks)]
    tasks = [task.section for id_ in named for task in plan.tasks if task.id == id_]
    return next(iter([*tasks, *(one.section for one in outcomes)]), None)


def _lead_of(plan: Plan, item: Item) -> str | None:
    leads = plan.records[item.id].leads
    return leads[0] if leads else None


def _grouped(
    items: Sequence[Item], key: Callable[[Item], str | None], order: Sequence[str]
) -> tuple[Group, ...]:
    found: dict[str | None, list[Item]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    ids: list[str | None] = [id_ for id_ in order if id_ in found]
    ids += [id_ for id_ in found if id_ is not None and id_ not in order]
    ids += [None] if None in found else []
    return tuple(Group(id_, tuple(found[id_])) for id_ in ids)


Grouping = Callable[[Plan, Sequence[Item]], tuple[Group, ...]]
GROUPINGS: Mapping[str, Grouping] = {"section": by_section, "lead": by_lead}
