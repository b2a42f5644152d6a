"""What is wrong with one line that no parser takes: the slips of people who type and paste.

A parser says where it gave up, often lines below; a record stands on one line, so the line alone
says more. Nothing is guessed: where the line does not show it, the answer is None.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from fjdex.plan.quantities import plain
from fjdex.plan.readings import Reading
from fjdex.plan.scalars import Malformed, parse_slug
from fjdex.plan.suggestions import day_meant, number_meant
from fjdex.plan.vocabulary import key_meant

MAX_LINE = 4_000
MAX_SHOWN = 80
_KEYS = [one.name for one in fields(Reading) if one.name != "line"]
_cells = re.compile("[\t,，;；|]").split
_comma_missing = re.compile(r"(?<=[^\s,{\[-])\s+([a-z_]+):(?= )")
_colon_within = re.compile(r"([a-z_]+): ((?![\"'{\[])[^,{}\[\]]*?: [^,{}\[\]]*)")
_double = re.compile(r'"(?:[^"\\]|\\.)*"')
_single = re.compile(r"'(?:[^']|'')*'")
_quoted = re.compile(rf"(?<=[ \[{{,:])(?:{_double.pattern}|{_single.pattern})")
_CLOSERS = {"{": "}", "[": "]"}


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A slip in a line: its columns, which slip it is, and the word or sign to name."""

    column: int
    end_column: int
    why: str
    text: str = ""


def diagnose(line: str) -> Diagnosis | None:
    """Answer the first slip of a line of readings, None where it shows none."""
    if len(line) > MAX_LINE:
        return None
    return _in_beginning(line) or _in_table(line) or diagnose_flow(line)


def _in_beginning(line: str) -> Diagnosis | None:
    said = line.strip()
    blanks = len(line) - len(line.lstrip())
    if re.fullmatch(r"\{.*\}", said):
        return Diagnosis(blanks + 1, blanks + 2, "dash")
    if match := re.fullmatch(r"-(\t\s*|)(\{.*)", said):
        return Diagnosis(blanks + 2, blanks + 2 + len(match[1]), "dash-blank")
    if blanks and said.startswith("- {"):
        return Diagnosis(1, blanks + 1, "indented")
    return None


def _in_table(line: str) -> Diagnosis | None:
    cells = [cell.strip(" \r\"'“”") for cell in _cells(line)]
    if len(cells) < 2 or set("{}[]") & set(line):  # noqa: PLR2004 (one cell is no table)
        return None
    day = day_meant(cells[0])
    if day is None and not all(key_meant(cell, _KEYS) for cell in cells):
        return None
    rest = cells[1:] if day else []
    value = next(filter(None, map(_number, rest)), "…")
    source = next(filter(None, map(_slug, rest)), "…")
    typed = f"- {{date: {day or '…'}, value: {value}, source: {source}}}"
    return Diagnosis(1, len(line) + 1, "table", typed)


def _number(cell: str) -> str:
    entered = number_meant(cell, "")
    said = entered is not None and entered.value is not None and not entered.printed
    return plain(entered.value) if said and entered and entered.value is not None else ""


def _slug(cell: str) -> str:
    try:
        return "" if _number(cell) else parse_slug(cell)
    except Malformed:
        return ""


def diagnose_flow(line: str) -> Diagnosis | None:
    """Answer the first slip within the braces and brackets of a line: what is missing there."""
    signs = list(_outside_quotes(line))
    if signs and signs[-1][1] in "\"'":
        return Diagnosis(signs[-1][0] + 1, signs[-1][0] + 2, "unquoted")
    if not any(sign in "{[" for _, sign in signs) and not line.rstrip().endswith("}"):
        return None
    bare = _without_quoted(line, signs)
    if match := _comma_missing.search(bare):
        return Diagnosis(match.start(1) + 1, match.end(1) + 1, "comma", match[1])
    if match := _colon_within.search(bare):
        text = line[match.start(2) : match.end(2)].rstrip()
        end = match.start(2) + len(text) + 1
        typed = text if len(text) <= MAX_SHOWN else "…"
        return Diagnosis(match.start(2) + 1, end, "text", f'{match[1]}: "{typed}"')
    return _in_brackets(line, signs)


def _in_brackets(line: str, signs: Sequence[tuple[int, str]]) -> Diagnosis | None:
    still_open: list[str] = []
    for at, sign in signs:
        if sign in _CLOSERS:
            still_open.append(sign)
        elif not still_open or _CLOSERS[still_open.pop()] != sign:
            return Diagnosis(at + 1, at + 2, "unopened", sign)
    end = len(line.rstrip()) + 1
    return Diagnosis(end, end + 1, "unclosed", _CLOSERS[still_open[-1]]) if still_open else None


def _outside_quotes(line: str) -> Iterator[tuple[int, str]]:
    """Answer the brackets of a line that stand in no quotes, and at last a quote never closed."""
    at = 0
    while at < len(line):
        sign = line[at]
        if sign in "\"'" and line[max(0, at - 9) : at].rstrip()[-1:] in {":", ",", "[", "{", "-"}:
            close = _closing(line, at)
            if close < 0:
                yield at, sign
                return
            at = close
        elif sign in "{}[]":
            yield at, sign
        at += 1


def _closing(line: str, at: int) -> int:
    match = (_double if line[at] == '"' else _single).match(line, at)
    return match.end() - 1 if match else -1


def _without_quoted(line: str, signs: Sequence[tuple[int, str]]) -> str:
    """Answer the line with what stands in quotes made dull."""
    kept = {at for at, _ in signs}
    bare = _quoted.sub(lambda match: "_" * len(match[0]), line)
    return "".join(
        "_" if sign in "{}[]" and at not in kept else sign for at, sign in enumerate(bare)
    )
