"""A series against its path and goal, drawn with characters: fits 80 columns, needs no colour.

Each row is a day: a bar for what was read, a mark for what was due then. Where nothing was read
there is only the mark, so that path and goal stand in the same picture as the readings.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from fjdex.assess.bounds import value_of
from fjdex.assess.duepath import due_on, due_points
from fjdex.assess.pace import pace_of
from fjdex.assess.series import best_by_day, rates_record
from fjdex.plan.readings import Reading
from fjdex.plan.records import Target
from fjdex.plan.terms import Kind
from fjdex.render.blocks import Block, Line
from fjdex.render.items import unit_of
from fjdex.render.numbers import figure, places_of, rounded_or_one_more, unit_said
from fjdex.render.page import Page

_WIDTH = 36
_BAR, _SPACE, _MARK = "█", "·", "│"


@dataclass(frozen=True)
class _Row:
    day: date
    value: Fraction | None
    due: Fraction | None
    said: str


def chart(page: Page) -> Iterator[Block]:
    """Answer the chart of a target of numbers; nothing where there is no value to draw."""
    rows = list(_rows(page))
    if not any(row.value is not None for row in rows):
        return
    values = [one for row in rows for one in (row.value, row.due) if one is not None]
    low, high = min(Fraction(0), *values), max(Fraction(0), *values)
    if low == high:
        return
    yield Line()
    unit = unit_said(unit_of(page.plan, page.item), page.voice)
    key = "show.chart.of-unit" if unit else "show.chart"
    yield Line(page.voice(key, unit=unit), "bold")
    for row in rows:
        yield Line(f"{row.day.isoformat()}  {_drawn(row, low, high)}  {row.said}", indent=2)


def _rows(page: Page) -> Iterator[_Row]:
    item, plan = page.item, page.plan
    points = due_points(item.start, item.goal) if item.goal is not None else ()
    given = [
        one
        for one in plan.readings.get(item.id, ())
        if one.date <= page.assessment.as_of
        and one.value is not None
        and rates_record(plan, page.record, one)
    ]
    read = {one.date: one for one in best_by_day(plan, given)}
    days = sorted({*read, *(point.date for point in points)})
    for day in days:
        reading, on_path = read.get(day), due_on(points, day)
        due = on_path.value if on_path else None
        if reading is not None and page.item.goal is not None:
            pace = pace_of(page.item.start, page.item.goal, reading, flow=_is_flow(page))
            due = pace.expected if pace else due
        words = [_said(page, reading)] if reading else []
        if due is not None:
            words.append(page.voice("show.chart.due", value=_amount(page, due)))
        value = value_of(reading) if reading else None
        yield _Row(day, value, due, page.voice("status.comma").join(words))


def _is_flow(page: Page) -> bool:
    return isinstance(page.record, Target) and page.record.kind is Kind.FLOW


def _said(page: Page, reading: Reading) -> str:
    value = figure(reading.value or Decimal(0), unit_of(page.plan, page.item), page.voice)
    return page.voice(f"terms.qualified.{reading.qualifier.value}", value=value)


def _amount(page: Page, value: Fraction) -> str:
    """Write what was due, in the digits of reading and goal; the unit stands in the heading."""
    values = (one.value for one in (page.item.reading, page.item.goal) if one is not None)
    shown = rounded_or_one_more(value, places_of(values))
    return figure(shown, unit_of(page.plan, page.item), page.voice)


def _drawn(row: _Row, low: Fraction, high: Fraction) -> str:
    cells = [_SPACE] * _WIDTH
    if row.value is not None:
        first, last = sorted((_cell(Fraction(0), low, high), _cell(row.value, low, high)))
        for cell in range(first, last + 1):
            cells[cell] = _BAR
    if row.due is not None:
        cells[_cell(row.due, low, high)] = _MARK
    return "".join(cells)


def _cell(value: Fraction, low: Fraction, high: Fraction) -> int:
    return min(_WIDTH - 1, int((value - low) / (high - low) * _WIDTH))
