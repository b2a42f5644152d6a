"""What an agency is asked, as a sheet in the reader's language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rich.cells import cell_len

from fjdex.exchange.collection import Asking, Collection
from fjdex.exchange.form import Form, FormColumn, FormRow, Input
from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Source
from fjdex.plan.terms import Qualifier, SourceKind, State
from fjdex.render.items import goal_said
from fjdex.render.numbers import day_said, grouped, said
from fjdex.render.periods import period_said

_FONTS = {"zh": "宋体", "en": "等线"}
_LEAST, _MOST = 8, 26
_MOST_NAME = 31


@dataclass(frozen=True)
class _Column:
    """A column: its key in `messages`, what its cells hold, and when there is one."""

    key: str
    text: Callable[[Asking, Voice], str]
    input: Input = Input.NONE
    width: int = 0
    needed: Callable[[Collection], bool] = lambda _: True


def _empty(_asking: Asking, _voice: Voice) -> str:
    return ""


def _goal(asking: Asking, voice: Voice) -> str:
    """Say a goal in the digits in which it is to be reported."""
    goal = asking.goal
    if asking.unit is None and goal is None and asking.due is not None:
        return voice(f"terms.goal-state.{State.DELIVERED.value}")
    if goal is None or goal.value is None or goal.operator is None:
        return goal_said(goal, None, voice)
    return voice(f"terms.operator.{goal.operator.value}", value=grouped(goal.value))


def _figure(reading: Reading, voice: Voice) -> str:
    """Say a reading in the digits in which the next one is to be reported."""
    if reading.value is None:
        return said(reading, None, voice)
    return voice(f"terms.qualified.{reading.qualifier.value}", value=grouped(reading.value))


_COLUMNS = (
    _Column("id", lambda one, _: one.record.id),
    _Column("name", lambda one, voice: one.record.title.in_(voice.language)),
    _Column(
        "part",
        lambda one, voice: one.part.name.in_(voice.language) if one.part else "",
        needed=lambda whole: any(one.part for one in whole.rows),
    ),
    _Column("unit", lambda one, _: one.unit or ""),
    _Column("goal", _goal),
    _Column("due", lambda one, _: one.due.isoformat() if one.due else ""),
    _Column("last", lambda one, voice: _figure(one.last, voice) if one.last else ""),
    _Column("last-date", lambda one, voice: day_said(one.last, voice) if one.last else ""),
    _Column("value", _empty, Input.NUMBER, 12),
    _Column("qualifier", _empty, Input.TEXT, 10),
    _Column("date", _empty, Input.DATE, 12),
    _Column(
        "period",
        lambda one, _: str(one.period or ""),
        Input.TEXT,
        17,
        needed=lambda whole: any(one.spans for one in whole.rows),
    ),
    _Column("source", _empty, Input.SOURCE, 13),
    _Column("note", _empty, Input.TEXT, 14),
    _Column("reason", _empty, Input.TEXT, 18),
    _Column("action", _empty, Input.TEXT, 18),
)


def form_of(asked: Collection, voice: Voice, *, text: bool) -> Form:
    """Answer the sheet in which an agency reports a quarter; `text` has no colours and no locks."""
    columns = [one for one in _COLUMNS if one.needed(asked)]
    keys = [one.key for one in columns]
    texts = [tuple(one.text(asking, voice) for one in columns) for asking in asked.rows]
    heads = [voice(f"sheet.column.{one.key}") for one in columns]
    widths = [
        one.width or _width([head, *(cells[at] for cells in texts)])
        for at, (one, head) in enumerate(zip(columns, heads, strict=True))
    ]
    rows = tuple(
        FormRow(cells, _choices(asking, keys, voice), _lines(cells, widths))
        for asking, cells in zip(asked.rows, texts, strict=True)
    )
    quarter, agency = str(asked.quarter), asked.agency
    plan = asked.plan.header.title.in_(voice.language)
    return Form(
        name=quarter[:_MOST_NAME],
        title=voice("sheet.title", plan=plan, quarter=period_said(asked.quarter, voice)),
        statements=(
            (voice("sheet.agency"), agency.id if voice.language == "zh" else agency.name.en),
            (voice("sheet.quarter"), quarter),
            (voice("sheet.returned"), ""),
        ),
        instructions=_instructions(asked, keys, voice, text=text),
        columns=tuple(
            FormColumn(head, width, one.input, _hint(one, asked, voice))
            for one, head, width in zip(columns, heads, widths, strict=True)
        ),
        rows=rows,
        sources_name=voice("sheet.sources"),
        sources=_sources(asked.plan, voice),
        warning=voice("sheet.warning"),
        font=_FONTS[voice.language],
    )


def _width(texts: list[str]) -> int:
    return max(_LEAST, min(_MOST, max(map(cell_len, texts)) + 2))


def _lines(cells: tuple[str, ...], widths: list[int]) -> int:
    """Answer how many lines a row takes, a sign of a line being left over at its end."""
    return max(-(-cell_len(text) // (width - 1)) for text, width in zip(cells, widths, strict=True))


def _hint(column: _Column, asked: Collection, voice: Voice) -> str:
    key = f"sheet.hint.{column.key}"
    return voice(key, day=asked.quarter.end.isoformat()) if voice.holds(key) else ""


def _choices(asking: Asking, keys: list[str], voice: Voice) -> Mapping[int, tuple[str, ...]]:
    """Answer what may be chosen: of a deliverable its state, of a figure how exact it is."""
    states = asking.unit is None
    exact = (Qualifier.EXACT, Qualifier.BY) if states else tuple(Qualifier)[:-1]
    found = {keys.index("qualifier"): tuple(voice(f"sheet.qualifier.{one.value}") for one in exact)}
    if states:
        found[keys.index("value")] = tuple(voice(f"sheet.state.{one.value}") for one in State)
    return found


def _instructions(
    asked: Collection, keys: list[str], voice: Voice, *, text: bool
) -> tuple[str, ...]:
    lines = ["fill", "value", "date", *(["period"] if "period" in keys else []), "source", "reason"]
    if text:
        lines = [f"{one}.text" if one in {"fill", "source"} else one for one in lines]
    arguments = {
        "day": asked.quarter.end.isoformat(),
        "sources": voice("sheet.sources"),
        "year": asked.quarter.end.year,
        "month": asked.quarter.end.month,
    }
    return tuple(
        voice("sheet.numbered", number=at, text=voice(f"sheet.how.{one}", **arguments))
        for at, one in enumerate(lines, start=1)
    )


def _sources(plan: Plan, voice: Voice) -> tuple[tuple[str, ...], ...]:
    """Answer the register of what was published, for looking up ids."""
    heads = tuple(
        voice(f"sheet.register.{key}") for key in ("id", "title", "publisher", "published")
    )
    published = [one for one in plan.sources if one.kind is not SourceKind.RETURN]
    return heads, *(_source_row(one, voice) for one in published)


def _source_row(one: Source, voice: Voice) -> tuple[str, ...]:
    title = one.title.in_(voice.language) if one.title else ""
    published = one.published.isoformat() if one.published else ""
    return one.id, title, one.publisher or "", published
