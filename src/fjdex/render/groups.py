"""`fjdex status --by`: counts of each list by section or by leading agency."""

from collections.abc import Sequence

from fjdex.assess.assessment import Assessment
from fjdex.assess.item import Item
from fjdex.bulletin.groups import GROUPINGS, Group
from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.plan.terms import ListName, Rating
from fjdex.render.blocks import Block, Cell, Line, Table
from fjdex.render.items import agency_said

__all__ = ["GROUPINGS", "group_blocks", "groups_json"]


def group_blocks(
    assessment: Assessment,
    items: Sequence[Item],
    by: str,
    voice: Voice,
    *,
    heads: Sequence[str] = (),
) -> list[Block]:
    """Answer a table for each list; its rows add up to the total that stands under them."""
    plan = assessment.plan
    blocks: list[Block] = [
        Line(plan.header.title.in_(voice.language), "bold"),
        Line(voice("status.as_of", day=assessment.as_of.isoformat())),
        *map(Line, heads),
    ]
    for name in ListName:
        listed = [item for item in items if item.list is name]
        if listed:
            blocks += [Line(), _table(plan, name, listed, by, voice)]
    return blocks


def _table(plan: Plan, name: ListName, items: Sequence[Item], by: str, voice: Voice) -> Table:
    classes = plan.header.classes
    heads = [voice(f"terms.list.{name.value}"), voice("status.total")]
    head = (*heads, *(one.name.in_(voice.language) for one in classes))
    rows = [
        (_name(plan, group, by, voice), *_counts(plan, group.items))
        for group in GROUPINGS[by](plan, items)
    ]
    rows.append((voice("status.total"), *_counts(plan, items)))
    cells = tuple(tuple(Cell(word) for word in row) for row in rows)
    return Table(head, cells, right=frozenset(range(1, len(head))))


def _counts(plan: Plan, items: Sequence[Item]) -> list[str]:
    classes = plan.header.classes
    counts = [sum(item.rating in one.ratings for item in items) for one in classes]
    return [str(len(items)), *map(str, counts)]


def _name(plan: Plan, group: Group, by: str, voice: Voice) -> str:
    if group.id is None:
        return voice("status.unassigned")
    if by == "lead":
        return agency_said(plan, group.id, voice)
    section = next((one for one in plan.header.sections if one.id == group.id), None)
    return section.name.in_(voice.language) if section else group.id


def groups_json(plan: Plan, items: Sequence[Item], by: str) -> list[dict[str, object]]:
    """Answer the groups' counts by list and rating for scripts; the unassigned have a null id."""
    return [
        {"id": group.id, "counts": counts_json(group.items)} for group in GROUPINGS[by](plan, items)
    ]


def counts_json(items: Sequence[Item]) -> dict[str, dict[str, int]]:
    """Count ratings by list."""
    pairs = [(item.list, item.rating) for item in items]
    return {
        name.one: {
            rating.value: pairs.count((name, rating))
            for rating in Rating
            if (name, rating) in pairs
        }
        for name in ListName
    }
