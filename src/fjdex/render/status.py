"""`fjdex status`: where the plan stands, as blocks for people and as JSON for scripts."""

from collections.abc import Iterable, Sequence

from fjdex.assess.assessment import Assessment
from fjdex.assess.item import Item
from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.plan.terms import ListName, Rating
from fjdex.render.blocks import Block, Cell, Line, Table
from fjdex.render.items import (
    STYLES,
    expected_said,
    flags_said,
    goal_said,
    lead_said,
    pace_said,
    rests_said,
    scale_of_row,
    unit_of,
)
from fjdex.render.numbers import day_said, said

# Who is behind comes first; what has nothing to say about it comes last, in one line each.
_URGENT_FIRST = (
    Rating.MISSED,
    Rating.REVERSING,
    Rating.FAR_BEHIND,
    Rating.BEHIND,
    Rating.UNDECIDED,
    Rating.UNCONFIRMED,
    Rating.NO_BASELINE,
    Rating.ON_SCHEDULE,
    Rating.AHEAD,
    Rating.MET_LATE,
    Rating.MET_UNDATED,
    Rating.MET,
)
_QUIET = (Rating.NO_READING, Rating.NOT_DUE, Rating.ONGOING, Rating.CANCELLED)


def status_blocks(
    assessment: Assessment,
    items: Sequence[Item],
    voice: Voice,
    *,
    whole: bool,
    heads: Sequence[str] = (),
) -> list[Block]:
    """Answer the status of some items; `whole` where what has no verdict may be summed up.

    `heads` are lines below the day: of which commit it is, and what was asked for.
    """
    title = assessment.plan.header.title.in_(voice.language)
    blocks: list[Block] = [
        Line(title, style="bold"),
        Line(voice("status.as_of", day=assessment.as_of.isoformat())),
        *map(Line, heads),
        Line(),
        _count_table(assessment.plan, items, voice),
    ]
    for name in ListName:
        listed = [item for item in items if item.list is name]
        if listed:
            heading = voice(
                "status.heading", list=voice(f"terms.list.{name.value}"), count=len(listed)
            )
            blocks += [Line(), Line(heading, style="bold")]
            blocks += _list_blocks(assessment.plan, listed, voice, whole=whole)
    return blocks


def _count_table(plan: Plan, items: Sequence[Item], voice: Voice) -> Table:
    """Count each list's items by the plan's classes; the counts of a row add up to its total."""
    classes = plan.header.classes
    head = ("", voice("status.total"), *(one.name.in_(voice.language) for one in classes))
    rows = []
    for name in ListName:
        ratings = [item.rating for item in items if item.list is name]
        counts = [sum(rating in one.ratings for rating in ratings) for one in classes]
        cells = (voice(f"terms.list.{name.value}"), str(len(ratings)), *map(str, counts))
        if ratings:
            rows.append(tuple(Cell(text) for text in cells))
    return Table(head, tuple(rows), right=frozenset(range(1, len(head))))


def _list_blocks(plan: Plan, items: Sequence[Item], voice: Voice, *, whole: bool) -> list[Block]:
    order = (*_URGENT_FIRST, *(() if whole else _QUIET))
    shown = sorted(
        (item for item in items if item.rating in order), key=lambda one: order.index(one.rating)
    )
    blocks: list[Block] = []
    if shown:
        blocks.append(_item_table(plan, shown, voice))
    if whole:
        blocks += _quiet_lines(plan, items, voice)
    return blocks


_TARGET_COLUMNS = (
    "rating",
    "flags",
    "name",
    "reading",
    "on",
    "expected",
    "pace",
    "goal",
    "due",
    "lead",
    "id",
)
_DELIVERABLE_COLUMNS = ("rating", "flags", "name", "rests", "due", "lead", "id")
_NUMBERS = frozenset({"reading", "on", "expected", "pace", "goal", "due"})
# On a narrow terminal: the id under the name, the day under the reading, and so on.
_UNDER = {"flags": "rating", "id": "name", "on": "reading", "pace": "expected", "due": "goal"}


def _item_table(plan: Plan, items: Sequence[Item], voice: Voice) -> Table:
    targets = items[0].list is ListName.TARGETS
    keys = _TARGET_COLUMNS if targets else _DELIVERABLE_COLUMNS
    row = _target_row if targets else _deliverable_row
    return Table(
        tuple(voice(f"status.column.{key}") for key in keys),
        tuple(row(plan, item, voice) for item in items),
        right=frozenset(keys.index(key) for key in _NUMBERS & set(keys))
        if targets
        else frozenset(),
        spare=frozenset({keys.index("lead")}),
        under={keys.index(a): keys.index(b) for a, b in _UNDER.items() if {a, b} <= set(keys)},
    )


def _target_row(plan: Plan, item: Item, voice: Voice) -> tuple[Cell, ...]:
    reading, unit, scale = item.reading, unit_of(plan, item), scale_of_row(plan, item, voice)
    return (
        Cell(voice(f"terms.rating.{item.rating.value}"), STYLES.get(item.rating, "")),
        Cell(flags_said(item, voice)),
        Cell(plan.records[item.id].title.in_(voice.language)),
        Cell(said(reading, unit, voice, scale) if reading else ""),
        Cell(day_said(reading, voice) if reading else ""),
        Cell(expected_said(plan, item, voice)),
        Cell(pace_said(plan, item, voice)),
        Cell(goal_said(item.goal, unit, voice, scale)),
        Cell(item.due.isoformat() if item.due else ""),
        Cell(lead_said(plan, item, voice)),
        Cell(item.id, "dim"),
    )


def _deliverable_row(plan: Plan, item: Item, voice: Voice) -> tuple[Cell, ...]:
    return (
        Cell(voice(f"terms.rating.{item.rating.value}"), STYLES.get(item.rating, "")),
        Cell(flags_said(item, voice)),
        Cell(plan.records[item.id].title.in_(voice.language)),
        Cell(rests_said(plan, item, voice)),
        Cell(item.due.isoformat() if item.due else ""),
        Cell(lead_said(plan, item, voice)),
        Cell(item.id, "dim"),
    )


def _quiet_lines(plan: Plan, items: Sequence[Item], voice: Voice) -> list[Block]:
    """Say in a line each what has no verdict, and why, instead of a table of blanks."""
    lines: list[Block] = []
    for rating in _QUIET:
        alike = [item for item in items if item.rating is rating]
        if not alike:
            continue
        word = voice(f"terms.rating.{rating.value}")
        why = voice(f"status.why.{rating.value}.{items[0].list.value}")
        text = voice("status.quiet", rating=word, count=len(alike), total=len(items), why=why)
        lines.append(Line(text, "dim"))
        lines += [
            Line(voice(f"status.{key}", count=count, names=_names(plan, part, voice)), "dim", 2)
            for key, count, part in _why_quiet(rating, alike)
            if part
        ]
    return lines


def _why_quiet(rating: Rating, items: Sequence[Item]) -> list[tuple[str, int, list[Item]]]:
    """Tell apart what has figures that never rate it, what rests on others, what has nothing."""
    if rating is not Rating.NO_READING:
        return [("names", 0, list(items))]
    beside = [item for item in items if item.beside]
    resting = [item for item in items if item.worst is not None and not item.beside]
    rest = [item for item in items if item not in beside and item not in resting]
    count = sum(item.beside for item in beside)
    return [("beside", count, beside), ("resting", 0, resting), ("nothing", 0, rest)]


def _names(plan: Plan, items: Iterable[Item], voice: Voice) -> str:
    titles = (plan.records[item.id].title.in_(voice.language) for item in items)
    return voice("status.semicolon").join(titles)
