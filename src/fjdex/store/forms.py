"""Sheets to be filled in, as files: the same sheet gives the same bytes."""

import csv
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cached_property
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fjdex.exchange.cells import guarded
from fjdex.exchange.form import Form, FormColumn, Input
from fjdex.plan.failures import Failure, Refused
from fjdex.store.folder import reason
from fjdex.store.lock import locked
from fjdex.store.write import clear_leftovers, folder_made, write_file

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_A4 = 9
_LINE_HEIGHT = 16
_FILL, _HEAD, _LINE = "#FFF9E5", "#DDEBF7", "#7F7F7F"
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
_STATEMENTS_AT = 1
_FROZEN_COLUMNS = 2


def csv_form(form: Form) -> bytes:
    """Answer a form as text that a Chinese spreadsheet opens rightly: UTF-8 with its mark, CRLF."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([guarded(form.title)])
    writer.writerow([guarded(word) for pair in form.statements for word in pair])
    writer.writerows([guarded(line)] for line in form.instructions)
    writer.writerow([one.head for one in form.columns])
    writer.writerows([guarded(text) for text in row.cells] for row in form.rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def xlsx_form(form: Form) -> bytes:
    """Answer a form as a workbook; raises `Failure` where the library is missing."""
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise Failure("extra-missing", name="xlsx") from error
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, options) as book:
        book.set_properties({"title": form.title, "created": _MADE.replace(tzinfo=None)})
        _Writer(form, book).write()
    return out.getvalue()


class _Writer:
    """Writes a form into a workbook."""

    def __init__(self, form: Form, book: "Workbook") -> None:
        self.form, self.book = form, book
        self.sheet: Worksheet = book.add_worksheet(form.name)
        self.last = len(form.columns) - 1

    def write(self) -> None:
        """Write the form, and the register beside it."""
        self._above()
        self._heads()
        for at, _ in enumerate(self.form.rows):
            self._row(at)
        self._register()
        self._layout()

    def _style(self, **settings: Any) -> "Format":
        common = {"font_name": self.form.font, "font_size": 11, "valign": "vcenter"}
        return self.book.add_format({**common, "text_wrap": True, **settings})

    def _above(self) -> None:
        """Write the title, what the sheet says of itself, and how to fill it in."""
        form, sheet = self.form, self.sheet
        title = self._style(font_size=16, bold=True, align="center")
        sheet.merge_range(0, 0, 0, self.last, form.title, title)
        sheet.set_row(0, 30)
        label, given = self._style(bold=True), self._style()
        blank = self._style(locked=False, bg_color=_FILL, border=1, num_format="yyyy-mm-dd")
        for at, (name, text) in enumerate(form.statements):
            sheet.write_string(_STATEMENTS_AT, 2 * at, name, label)
            if text:
                sheet.write_string(_STATEMENTS_AT, 2 * at + 1, text, given)
            else:
                sheet.write_blank(_STATEMENTS_AT, 2 * at + 1, None, blank)
                day = FormColumn(name, 0, Input.DATE)
                where = (_STATEMENTS_AT, 2 * at + 1)
                sheet.data_validation(*where, *where, self._rule(day, None))
        how = self._style(font_size=10, text_wrap=False)
        for at, line in enumerate(form.instructions, start=_STATEMENTS_AT + 1):
            sheet.merge_range(at, 0, at, self.last, line, how)

    def _heads(self) -> None:
        head = self._style(bold=True, bg_color=_HEAD, border=1, align="center")
        for at, column in enumerate(self.form.columns):
            self.sheet.write_string(self.form.first_row - 1, at, column.head, head)
            self.sheet.set_column(at, at, column.width)

    def _row(self, at: int) -> None:
        row = self.form.first_row + at
        cells, choices = self.form.rows[at].cells, self.form.rows[at].choices
        if self.form.rows[at].lines > 1:
            # A row of one line is left to grow with what is typed into it.
            self.sheet.set_row(row, _LINE_HEIGHT * self.form.rows[at].lines)
        for column, (one, text) in enumerate(zip(self.form.columns, cells, strict=True)):
            style = self._styles[one.input]
            if text:
                self.sheet.write_string(row, column, text, style)
            else:
                self.sheet.write_blank(row, column, None, style)
            if one.input is not Input.NONE:
                rule = self._rule(one, choices.get(column))
                self.sheet.data_validation(row, column, row, column, rule)

    @cached_property
    def _styles(self) -> "dict[Input, Format]":
        blank = {"locked": False, "bg_color": _FILL, "border": 1, "border_color": _LINE}
        found = {one: self._style(**blank) for one in Input}
        found[Input.DATE] = self._style(**blank, num_format="yyyy-mm-dd")
        found[Input.NONE] = self._style(border=1, border_color=_LINE)
        return found

    def _rule(self, column: FormColumn, choices: tuple[str, ...] | None) -> dict[str, Any]:
        """Answer what may be typed; beyond a choice a spreadsheet only warns."""
        shown = {"input_title": column.head[:32], "input_message": column.hint[:255]}
        hint = shown if column.hint else {}
        warned = {**hint, "error_type": "warning", "error_message": self.form.warning[:255]}
        if choices:
            return {**hint, "validate": "list", "source": list(choices)}
        if column.input is Input.NUMBER:
            return {
                **warned,
                "validate": "decimal",
                "criteria": "between",
                **_between(-(10**15), 10**15),
            }
        if column.input is Input.DATE:
            days = _between(date(1900, 3, 1), date(2200, 12, 31))
            return {**warned, "validate": "date", "criteria": "between", **days}
        if column.input is Input.SOURCE and len(self.form.sources) > 1:
            place = f"='{self.form.sources_name}'!$A$2:$A${len(self.form.sources)}"
            return {**warned, "validate": "list", "source": place}
        return {**hint, "validate": "any"}

    def _register(self) -> None:
        """Write the register of sources, for looking up and for choosing from."""
        sheet = self.book.add_worksheet(self.form.sources_name)
        head, plain = self._style(bold=True, bg_color=_HEAD, border=1), self._style(border=1)
        for row, cells in enumerate(self.form.sources):
            for column, text in enumerate(cells):
                sheet.write_string(row, column, text, plain if row else head)
        for column, width in enumerate((32, 48, 24, 12)):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.protect()

    def _layout(self) -> None:
        sheet, head = self.sheet, self.form.first_row - 1
        sheet.freeze_panes(head + 1, _FROZEN_COLUMNS)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(head)
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        sheet.set_footer("&C&P / &N")
        sheet.protect(
            "", {"format_columns": True, "format_rows": True, "select_locked_cells": True}
        )
        sheet.activate()


def _between(least: Any, most: Any) -> dict[str, Any]:
    return {"minimum": least, "maximum": most}


def write_forms(forms: Sequence[tuple[Path, bytes]], *, replace: bool) -> None:
    """Write forms; raises `Refused` before any of them where another one may be filled in."""
    before = [_there(path) for path, _ in forms]
    for (path, data), old in zip(forms, before, strict=True):
        if old not in {None, data} and not replace:
            raise Refused("sheet-taken", path=str(path))
    for (path, data), old in zip(forms, before, strict=True):
        if old != data:
            with folder_made(path.parent), locked(path.parent):
                clear_leftovers(path.parent)
                write_file(path, old, data)


def _there(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise Failure("file-unwritable", path=str(path), why=reason(error)) from error
