"""`fjdex show`: one record whole."""

from collections.abc import Iterator, Sequence

from fjdex.assess.series import counts
from fjdex.plan.records import Goal, Outcome, Record, Target, Task
from fjdex.render.arithmetic import steps
from fjdex.render.blocks import Block, Cell, Line, Table
from fjdex.render.chart import chart
from fjdex.render.items import STYLES, goal_said, rating_said, unit_of
from fjdex.render.numbers import measured, said
from fjdex.render.page import Page
from fjdex.render.series import series_blocks


def show_blocks(page: Page) -> list[Block]:
    """Answer a record's page, top down: what it is, its rating and why, its goals, its series."""
    return [
        Line(f"{page.words(page.record.title)}  ({page.item.id})", "bold"),
        *([Line(page.rev)] if page.rev else []),
        *_about(page),
        Line(),
        *_rating(page),
        *chart(page),
        *_goals(page),
        *_path(page),
        *_parts(page),
        *_children(page),
        *series_blocks(page),
    ]


def _fact(page: Page, key: str, text: str) -> Iterator[Line]:
    if text:
        yield Line(page.voice("show.fact", name=page.voice(f"show.{key}"), text=text))


def _about(page: Page) -> Iterator[Block]:
    record, voice = page.record, page.voice
    if isinstance(record, Target):
        yield from _fact(page, "clause", f"{record.clause.ref}  {record.clause.text}")
        kind = voice(f"terms.kind.{record.kind.value}")
        yield from _fact(page, "kind", kind)
        yield from _fact(page, "unit", record.unit or "")
    else:
        section = next((one for one in page.plan.header.sections if one.id == record.section), None)
        yield from _fact(page, "section", page.words(section.name) if section else record.section)
        yield from _fact(page, "due", _due(page, record))
    if isinstance(record, Task):
        yield from _fact(page, "content", page.words(record.content))
    yield from _fact(page, "leads", voice("status.comma").join(_leads(page)))
    if isinstance(record, Outcome | Target):
        yield from _fact(page, "tasks", _linked(page, record.tasks))
    if isinstance(record, Target):
        yield from _fact(page, "outcomes", _linked(page, record.outcomes))
    if not isinstance(record, Task) and record.area:
        yield from _fact(page, "area", page.area_said(record.area))
    yield from _fact(page, "note", page.words(record.note))


def _leads(page: Page) -> Iterator[str]:
    """Answer the agencies: the id by which one is asked for, and in English what it is."""
    for id_ in page.record.leads:
        agency = page.plan.agency.get(id_)
        english = agency is not None and page.voice.language == "en"
        yield f"{id_} ({agency.name.en})" if agency and english else id_


def _due(page: Page, record: Task | Outcome) -> str:
    note = f" ({page.words(record.due.note)})" if record.due.note else ""
    day = f" = {record.due.date.isoformat()}" if record.due.date else ""
    return f"{record.due.text}{day}{note}"


def _linked(page: Page, ids: Sequence[str]) -> str:
    named = (page.plan.records.get(id_) for id_ in ids)
    return page.voice("status.comma").join(
        f"{one.id} {page.words(one.title)}" for one in named if one
    )


def _rating(page: Page) -> Iterator[Block]:
    text = page.voice(
        "show.rating",
        rating=rating_said(page.item, page.voice),
        day=page.assessment.as_of.isoformat(),
    )
    yield Line(text, STYLES.get(page.item.rating, "bold"))
    yield from steps(page)


def _goals(page: Page) -> Iterator[Block]:
    record = page.record
    if not isinstance(record, Target):
        return
    yield Line()
    yield Line(page.voice("show.goals"), "bold")
    rows = [row for goal in record.goals for row in _goal_rows(page, goal)]
    if record.next:
        value = measured(record.next.value, record.unit, page.voice)
        words = (page.voice("show.goal.next"), value, record.next.due.isoformat(), "")
        rows.append(tuple(map(Cell, (*words, record.next.source or ""))))
    head = ("what", "goal", "due", "decided", "source")
    yield Table(tuple(page.voice(f"show.goal.{key}") for key in head), tuple(rows))


def _goal_rows(page: Page, goal: Goal) -> Iterator[tuple[Cell, ...]]:
    unit = unit_of(page.plan, page.item)
    what = "in-force" if goal == page.item.goal else "earlier"
    if goal.decided > page.assessment.as_of:
        what = "later"
    word = page.voice(f"show.goal.{what}")
    if goal.area is not None and goal.area != getattr(page.record, "area", None):
        word = page.voice("show.goal.for-area", area=page.area_said(goal.area))
    yield (
        Cell(word),
        Cell(goal_said(goal, unit, page.voice)),
        Cell(goal.due.isoformat()),
        Cell(goal.decided.isoformat()),
        Cell(goal.source or ""),
    )
    for point in goal.path:
        state = page.voice(f"terms.state.{point.state.value}") if point.state else ""
        value = measured(point.value, unit, page.voice) if point.value is not None else state
        cells = (
            page.voice("show.goal.path"),
            value,
            point.date.isoformat(),
            "",
            point.source or "",
        )
        yield tuple(map(Cell, cells))


def _path(page: Page) -> Iterator[Block]:
    """Say which states of an outcome were planned by when."""
    path = page.record.path if isinstance(page.record, Outcome) else ()
    if path:
        yield Line()
        yield Line(page.voice("show.path"), "bold")
    for point in path:
        state = page.voice(f"terms.state.{point.state.value}") if point.state else ""
        yield Line(f"{point.date.isoformat()}  {state}  {point.source or ''}", indent=2)


def _parts(page: Page) -> Iterator[Block]:
    record = page.record
    if not isinstance(record, Outcome) or not record.parts:
        return
    done, total = page.item.parts or (0, len(record.parts))
    yield Line()
    yield Line(page.voice("show.parts", done=done, total=total), "bold")
    for part in record.parts:
        given = page.plan.readings.get(record.id, ())
        last = [one for one in given if counts(page.plan, record, one, part)]
        last = [one for one in last if one.date <= page.assessment.as_of and one.state]
        state = f"{last[-1].date.isoformat()} {said(last[-1], None, page.voice)}" if last else "–"
        yield Line(f"{page.words(part.name)}: {state}", indent=2)


def _children(page: Page) -> Iterator[Block]:
    record = page.record
    if isinstance(record, Target):
        return
    below: Sequence[Record]
    if isinstance(record, Task):
        below = page.plan.children_of(record)
    else:
        below = page.plan.targets_of(record)
    if below:
        yield Line()
        yield Line(page.voice("show.children"), "bold")
    for child in below:
        item = page.assessment.items[child.id]
        yield Line(
            f"{rating_said(item, page.voice)}  {child.id} {page.words(child.title)}", indent=2
        )
