"""What is wrong with one line that no parser takes: the slips of people who type and paste.

A parser says where it gave up, often lines below; the line alone says more. Nothing is guessed:
where the line does not show it, the answer is None. `flowslips` looks within braces and brackets,
`blockslips` at a line among the others of its record.
"""

import re
from dataclasses import fields

from fjdex.plan.amounts import number_meant
from fjdex.plan.quantities import plain
from fjdex.plan.readings import Reading
from fjdex.plan.scalars import Malformed, parse_slug
from fjdex.plan.suggestions import day_meant
from fjdex.plan.vocabulary import key_meant
from fjdex.yamlio.flowslips import HEADING, MAX_LINE, TABLE, Diagnosis, diagnose_flow
from fjdex.yamlio.lineslips import respelled
from fjdex.yamlio.outline import dull

__all__ = ["MAX_LINE", "Diagnosis", "diagnose", "diagnose_flow"]

_READING_KEYS = [one.name for one in fields(Reading) if one.name != "line"]
_cells = re.compile("[\t,，;；|]|  +").split
_quoted_cells = re.compile(r'"[^"]*"|[^\t,，;；|"]+').findall
_BULLETS = "—–―‒−•·‧●▪◦*+"
_area = re.compile(r"\w+[省市区县州盟旗岛]").fullmatch
_dashed = re.compile(r"([ \t]*)-(?:\t[ \t]*)?(?=\{|[a-z_]+:(?:[ \t]|$))").match
_closed = re.compile(r"[ \t]*- +([a-z_]+: [^{}]*?(?:\{[^{}]*\}[^{}]*)*\})[ \t\r]*$").match
_in_quotes = re.compile(r"""["'“]([ \t]*)(- \{[^"“]*\})["'”][ \t\r]*$""").match
_pasted = re.compile(r"[ \t]*(>+|[0-9]+(?:[ \t]*[|:])?|\|)[ \t]+(?=- (?:\{|[a-z_]+:))").match
_word = re.compile(r"\{|[a-z_]+:").match
_ruled = re.compile(r"\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?)?").fullmatch
_bullet = re.compile(
    rf"([ \t]*)([{_BULLETS}]-?|--+|[0-9]+[.)、．）])([ \t]*)(?=\{{|[a-z_]+:(?:[ \t]|$))"
).match


def diagnose(line: str) -> Diagnosis | None:
    """Answer the first slip of a line of readings, None where it shows none."""
    if len(line) > MAX_LINE:
        return None
    return (
        in_dash(line)
        or respelled(line)
        or _in_beginning(line)
        or _in_table(line)
        or _never_opened(line)
        or diagnose_flow(line)
    )


def _never_opened(line: str) -> Diagnosis | None:
    """Answer a record of one line that is closed and was never opened."""
    bare = dull(line)
    match = _closed(bare)
    if match is None or bare.count("{") + 1 != bare.count("}"):
        return None
    at = match.start(1)
    return Diagnosis(at + 1, at + 2, "open", "{", f"{line[:at]}{{{line[at:]}")


def in_dash(line: str) -> Diagnosis | None:
    """Answer what is wrong with the dash with which an entry begins."""
    if match := _bullet(line):
        start, end = match.start(2), match.end(2)
        meant = f"{match[1]}- {line[match.end() :]}"
        return Diagnosis(start + 1, end + 1, "bullet", match[2], meant)
    if match := _in_quotes(line):
        return Diagnosis(1, len(line.rstrip()) + 1, "in-quotes", match[2], match[2])
    if match := _pasted(line):
        start, end = match.span(1)
        return Diagnosis(start + 1, end + 1, "pasted", match[1], line[match.end() :])
    if match := _dashed(line):
        meant = f"{match[1]}- {line[match.end() :]}"
        begun = _word(line[match.end() :])
        text = begun[0] if begun else ""
        return Diagnosis(len(match[1]) + 2, match.end() + 1, "dash-blank", text, meant)
    return None


def _in_beginning(line: str) -> Diagnosis | None:
    said = line.strip()
    blanks = len(line) - len(line.lstrip())
    if re.fullmatch(r"\{.*\}", said):
        return Diagnosis(blanks + 1, blanks + 2, "dash", meant=f"- {said}")
    if blanks and said.startswith("- {"):
        return Diagnosis(1, blanks + 1, "indented", meant=said)
    return None


def _in_table(line: str) -> Diagnosis | None:
    said = line.strip(" \r").removeprefix("- ").strip("[] ")
    heading = Diagnosis(1, len(line.rstrip()) + 1, HEADING)
    if _ruled(said):
        return heading
    parted = line.split("\t") if "\t" in line else _parted(said)
    cells = [cell.strip(" \r\"'“”") for cell in parted]
    cells = cells if len(cells) > 1 else said.split()
    if len(cells) < 2 or set("{}[]") & set(said):  # noqa: PLR2004 (one cell is no table)
        return None
    if "\t" in line or said.startswith("|"):
        cells = sorted(filter(None, cells), key=lambda cell: day_meant(cell) is None)
    day = day_meant(cells[0]) if cells else None
    if day is None and not all(key_meant(cell, _READING_KEYS) for cell in cells):
        return None
    if day is None:
        return heading
    rest = cells[1:]
    value = next(filter(None, map(_number, rest)), "…")
    source = next(filter(None, map(_slug, rest)), "…")
    area = next((f", area: {cell}" for cell in rest if _area(cell)), "")
    typed = f"- {{date: {day}{area}, value: {value}, source: {source}}}"
    return Diagnosis(1, len(line.rstrip()) + 1, TABLE, typed)


def _parted(said: str) -> list[str]:
    """Part a line at its commas, but for those in quotes."""
    return _quoted_cells(said) if '"' in said else _cells(said)


def _number(cell: str) -> str:
    entered = number_meant(cell, "")
    said = entered is not None and entered.value is not None and not entered.printed
    return plain(entered.value) if said and entered and entered.value is not None else ""


def _slug(cell: str) -> str:
    try:
        return "" if _number(cell) else parse_slug(cell)
    except Malformed:
        return ""
