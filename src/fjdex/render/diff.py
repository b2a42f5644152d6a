"""`fjdex diff` for people: at a terminal, in a pipe, and as a comment on a change."""

from collections.abc import Iterator, Sequence

from fjdex.messages import Voice
from fjdex.plan.terms import Rating
from fjdex.render.blocks import Block, Cell, Line, Table
from fjdex.render.diff_lines import Told
from fjdex.render.diff_page import Group, Page, Row
from fjdex.render.escape import md
from fjdex.render.items import STYLES

_COLUMNS = ("before", "after", "name", "because", "lead", "id")
# Of what only time moved every row would say the same cause.
_BY_TIME = ("before", "after", "name", "lead", "id")


def diff_blocks(page: Page, voice: Voice) -> list[Block]:
    """Answer a page as lines and tables."""
    blocks: list[Block] = [Line(page.headline, "bold"), Line(page.between)]
    blocks += [Line(one, "yellow") for one in page.notes]
    if page.rows:
        heading = voice("diff.ratings", count=len(page.rows))
        blocks += [Line(), Line(heading, "bold"), _table(page.rows, voice)]
    for group in page.groups:
        blocks += [Line(), Line(group.heading, "bold"), *_lines(group)]
    for found in page.findings:
        blocks += [Line(), Line(found.heading, "bold"), *_lines(found)]
    if page.by_time:
        heading = voice("diff.by-time", count=len(page.by_time), since=page.since)
        blocks += [Line(), Line(heading, "bold"), _table(page.by_time, voice, _BY_TIME)]
    return blocks


def _lines(group: Group) -> Iterator[Line]:
    for told in group.told:
        yield Line(f"{told.text}  {told.place}".rstrip(), indent=2)


def _table(rows: Sequence[Row], voice: Voice, columns: Sequence[str] = _COLUMNS) -> Table:
    head = tuple(voice(f"diff.column.{column}") for column in columns)
    cells = tuple(tuple(_cell(row, column, voice) for column in columns) for row in rows)
    at = {column: number for number, column in enumerate(columns)}
    under = {at["after"]: at["before"], at["id"]: at["name"]}
    return Table(head, cells, under=under, spare=frozenset({at["lead"]}))


def _cell(row: Row, column: str, voice: Voice) -> Cell:
    held: str | Rating | None = getattr(row, column)
    if column in {"before", "after"}:
        return _rating(held, voice, styled=column == "after")
    return Cell(held or "")


def _rating(rating: object, voice: Voice, *, styled: bool) -> Cell:
    if not isinstance(rating, Rating):
        return Cell(voice("diff.unrated-side"))
    return Cell(voice(f"terms.rating.{rating.value}"), STYLES.get(rating, "") if styled else "")


def diff_markdown(page: Page, voice: Voice) -> str:
    """Answer a page as Markdown, to be posted as a comment: the sentence first."""
    parts = [f"**{md(page.headline)}**", md(page.between), *map(md, page.notes)]
    if page.rows:
        heading = voice("diff.ratings", count=len(page.rows))
        parts += [_heading(heading), _grid(_table(page.rows, voice))]
    for group in (*page.groups, *page.findings):
        parts += [_heading(group.heading), _list(group, voice)]
    if page.by_time:
        heading = voice("diff.by-time", count=len(page.by_time), since=page.since)
        parts += [_heading(heading), _grid(_table(page.by_time, voice, _BY_TIME))]
    return "\n\n".join(parts) + "\n"


def _heading(text: str) -> str:
    return f"### {md(text)}"


def _list(group: Group, voice: Voice) -> str:
    return "\n".join(f"- {_told(told, voice)}" for told in group.told)


def _told(told: Told, voice: Voice) -> str:
    text, place = md(told.text), md(told.place)
    return voice("status.flagged", rating=text, flags=place) if place else text


def _grid(table: Table) -> str:
    lines = [table.head, ("---",) * len(table.head)]
    lines += [tuple(md(cell.text) for cell in row) for row in table.rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
