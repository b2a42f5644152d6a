"""A record's readings as of a day, as tables and for scripts."""

from collections.abc import Callable, Iterator, Sequence
from itertools import compress

from fjdex.assess.series import counts, rates_record
from fjdex.plan.plan import Plan, part_of
from fjdex.plan.readings import Reading
from fjdex.plan.records import Outcome, Record
from fjdex.render.blocks import Block, Cell, Line, Table
from fjdex.render.numbers import said
from fjdex.render.page import Page


def series_blocks(page: Page) -> Iterator[Block]:
    """Answer a record's readings: those that count, and the others with why not."""
    given = [
        one for one in page.plan.readings.get(page.item.id, ()) if one.date <= page.assessment.as_of
    ]
    counts_here = [_counting(page, one) for one in given]
    counting = list(compress(given, counts_here))
    beside = [one for one, here in zip(given, counts_here, strict=True) if not here]
    yield Line()
    if not given:
        yield Line(page.voice("show.no-readings"), "dim")
    if counting:
        yield Line(page.voice("show.counting"), "bold")
        yield _table(page, counting, "what", _when)
    if beside:
        yield Line(page.voice("show.beside"), "bold")
        yield _table(page, beside, "why", _why_beside)


def _counting(page: Page, reading: Reading) -> bool:
    """Whether a reading rates the whole, or a part that the whole is made of."""
    parts = page.record.parts if isinstance(page.record, Outcome) else ()
    return rates_record(page.plan, page.record, reading) or any(
        counts(page.plan, page.record, reading, part) for part in parts
    )


def _table(
    page: Page, readings: Sequence[Reading], key: str, say: Callable[[Page, Reading], str]
) -> Table:
    """Answer readings as a table; `say` fills the column that `key` names."""
    rows = tuple(
        (
            Cell(one.date.isoformat()),
            Cell(said(one, page.unit, page.voice)),
            Cell(say(page, one)),
            Cell(one.source or ""),
            Cell(page.words(one.note), "dim"),
        )
        for one in readings
    )
    head = tuple(
        page.voice(f"show.series.{name}") for name in ("date", "value", key, "source", "note")
    )
    return Table(head, rows, right=frozenset({1}))


def _when(page: Page, reading: Reading) -> str:
    part = part_of(page.record, reading.part)
    words = [page.words(part.name)] if part else []
    words += [str(one) for one in (reading.period, reading.within) if one]
    if reading.status.value != "final":
        words.append(page.voice(f"terms.status.{reading.status.value}"))
    return " ".join(words)


def _why_beside(page: Page, reading: Reading) -> str:
    part = part_of(page.record, reading.part)
    own = page.plan.area_of(page.record, part)
    words = [
        page.words(reading.measure),
        page.area_said(reading.area) if reading.area not in {None, own} else "",
        page.words(part.name) if part else "",
        ""
        if reading.comparability.value == "same"
        else page.voice(f"terms.comparability.{reading.comparability.value}"),
    ]
    if not any(words) and reading.value is not None:
        words.append(page.voice("show.not-from-new-year"))
    return page.voice("status.comma").join(filter(None, words))


def series_json(page: Page) -> list[dict[str, object]]:
    """Answer every reading of a record up to the day, for scripts."""
    return [
        reading_json(page.plan, page.record, one)
        for one in page.plan.readings.get(page.item.id, ())
        if one.date <= page.assessment.as_of
    ]


def reading_json(plan: Plan, record: Record, one: Reading) -> dict[str, object]:
    """Answer one reading for scripts."""
    return {
        "date": one.date.isoformat(),
        "value": format(one.value, "f") if one.value is not None else None,
        "state": one.state.value if one.state else None,
        "qualifier": one.qualifier.value,
        "status": one.status.value,
        "comparability": one.comparability.value,
        "area": plan.area_read(record, one),
        "part": one.part,
        "period": str(one.period) if one.period else None,
        "within": str(one.within) if one.within else None,
        "measure": {"zh": one.measure.zh, "en": one.measure.en} if one.measure else None,
        "unit": one.unit,
        "printed": one.printed,
        "source": one.source,
        "line": one.line,
    }
