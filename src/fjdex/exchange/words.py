"""What a cell says, as `fjdex record` would be told it: the words, or what is wrong with the cell.

A spreadsheet changes what people type: it turns days into numbers and parts of figures into days,
shows an error for a value, keeps noise behind the digits that it shows. Whatever may have been
meant otherwise is told and never guessed.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date

from fjdex.exchange.cells import DIGITS
from fjdex.exchange.columns import code_of
from fjdex.exchange.grid import Cell, CellKind, CellPlace, Problem
from fjdex.exchange.numbers import day_of_serial, hundredfold, without_noise
from fjdex.plan.period import Period, parse_period
from fjdex.plan.quantities import folded
from fjdex.plan.scalars import Malformed, shown
from fjdex.plan.suggestions import day_meant, period_meant

Said = str | Problem

_figure = re.compile(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?").fullmatch
_month_number = re.compile(r"[0-9]{4}\.[0-9]{1,2}").fullmatch
_breaks = re.compile(r"\s*[\r\n]+\s*")
_serial = re.compile(r"[0-9]{1,6}(?:\.[0-9]+)?").fullmatch
_NOTES = frozenset({"note", "note_zh", "note_en"})
_FAULTY = {CellKind.ERROR: "cell-error", CellKind.ABSENT: "formula-unstored"}


def said_in(cell: Cell, field: str, place: CellPlace, *, typed: bool) -> tuple[Said, ...]:
    """Answer what a cell says in a field, and before it what is to be told of it.

    The last of the answers is the words, where there are any.
    """
    if cell.kind in _FAULTY:
        return (Problem(_FAULTY[cell.kind], place, {"text": shown(cell.text)}),)
    read = _FIELDS.get(field, _text)
    return read(cell, field, place, typed)


def _text(cell: Cell, field: str, place: CellPlace, typed: bool) -> tuple[Said, ...]:  # noqa: FBT001 (called through a table)
    """Take a text on one line, a note on as many as it has; a code by its word."""
    del place, typed
    between = "\n" if field in _NOTES else " "
    return (code_of(field, _breaks.sub(between, cell.text.strip())),)


def _value(cell: Cell, field: str, place: CellPlace, typed: bool) -> tuple[Said, ...]:  # noqa: FBT001 (called through a table)
    """Take a number, in the digits that a spreadsheet keeps, or words that say one or a state."""
    del field
    text = cell.text.strip()
    if cell.kind in {CellKind.DATE, CellKind.BOOLEAN}:
        return (Problem(f"value-{cell.kind.value}", place, {"text": shown(text)}),)
    if cell.kind is CellKind.NUMBER:
        return _number(cell, place)
    few = sum(sign.isdecimal() for sign in text) <= DIGITS
    if typed and few and _figure(text):
        return Problem("number-text", place, {"text": shown(text)}, doubt=True), text
    return (text,)


def _number(cell: Cell, place: CellPlace) -> tuple[Said, ...]:
    kept = without_noise(cell.text)
    meant = f"{hundredfold(kept)}%" if cell.percent else kept
    if kept == cell.text:
        return (meant,)
    arguments = {"text": shown(cell.text), "meant": meant}
    return Problem("number-noise", place, arguments, doubt=True), meant


def _date(cell: Cell, field: str, place: CellPlace, typed: bool) -> tuple[Said, ...]:  # noqa: FBT001 (called through a table)
    """Take a day as people write it, or a period in which it lies."""
    del field, typed
    text = folded(cell.text)
    if cell.kind is CellKind.DATE:
        return _day(cell, text, place)
    if told := _month_told(cell, place):
        return told
    if _serial(text) and not _period(text):
        day = day_of_serial(text, from_1904=False) or ""
        code = "date-number" if cell.kind is CellKind.NUMBER else "date-serial"
        return (Problem(code, place, {"text": shown(text), "meant": day}),)
    day_said = day_meant(text)
    period = None if day_said else _period(text)
    if day_said is None and period is None:
        return (Problem("date-malformed", place, {"text": shown(cell.text)}),)
    return (day_said.isoformat() if day_said else str(period),)


def _day(cell: Cell, text: str, place: CellPlace) -> tuple[Said, ...]:
    """Take a day of a spreadsheet's own; one of which only the month is shown is told."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return (Problem("date-malformed", place, {"text": shown(text)}),)
    if not cell.month:
        return (day.isoformat(),)
    meant = day.isoformat()[:7]
    return Problem("date-month", place, {"text": text, "meant": meant}, doubt=True), meant


def _month_told(cell: Cell, place: CellPlace) -> tuple[Said, ...]:
    """Tell of 2024.1 that is stored as a number: it may have been January's or October's."""
    if cell.kind is CellKind.NUMBER and _month_number(cell.text):
        return (Problem("month-number", place, {"text": shown(cell.text)}),)
    return ()


def _span(cell: Cell, field: str, place: CellPlace, typed: bool) -> tuple[Said, ...]:  # noqa: FBT001 (called through a table)
    """Take a period; a month that a spreadsheet took for its first day is told."""
    del field, typed
    if cell.kind is CellKind.DATE:
        if isinstance(_day(cell, cell.text, place)[-1], Problem):
            return _day(cell, cell.text, place)
        meant = cell.text[:7]
        return Problem("period-date", place, {"text": cell.text, "meant": meant}, doubt=True), meant
    if told := _month_told(cell, place):
        return told
    period = _period(folded(cell.text))
    # One without its year is understood where the day beside it is known.
    return (str(period) if period else cell.text.strip(),)


def _period(text: str) -> Period | None:
    try:
        return parse_period(text.upper())
    except Malformed:
        return period_meant(text)


def _as_is(cell: Cell, field: str, place: CellPlace, typed: bool) -> tuple[Said, ...]:  # noqa: FBT001 (called through a table)
    """Take what an export wrote, sign by sign: its columns of one language are no one's typing."""
    del field, place, typed
    return (cell.text,)


_FIELDS: Mapping[str, Callable[[Cell, str, CellPlace, bool], tuple[Said, ...]]] = {
    "value": _value,
    "date": _date,
    "period": _span,
    "within": _span,
    **dict.fromkeys(("note_zh", "note_en", "measure_zh", "measure_en"), _as_is),
}
