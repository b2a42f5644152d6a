"""What is wrong with one line among the others of its record, where a record takes several.

A parser that misses a colon or a quote says so of the line below, or of one far below. Which key a
line holds, and in which column its neighbours begin, says where the slip is.
"""

import re
from collections.abc import Sequence

from fjdex.yamlio.diagnosis import in_dash
from fjdex.yamlio.edits import HOLE
from fjdex.yamlio.flowslips import (
    MAX_LINE,
    MAX_SHOWN,
    Diagnosis,
    diagnose_flow,
    end_of_text,
    of_sign,
    text_meant,
    to_quote,
)
from fjdex.yamlio.lines import in_quotes
from fjdex.yamlio.lineslips import respelled
from fjdex.yamlio.rows import row
from fjdex.yamlio.signs import NAMES, TEXTS

_MAPPING = "plan.yaml"
# The keys with which records begin.
_FIRST = frozenset({"id", "date"})
_parts = re.compile(r"([ \t]*(?:-[ \t]+)*)(.*?)[ \t\r]*$").match
_pair = re.compile(r"([a-z_]+)[ \t]*:(?:[ \t]+|$)").match
_colonless = re.compile(r"([a-z_]+)(?:[ \t]+(?![:：])(.*))?$").match
_comment = re.compile(r"[ \t]#.*$")
_STEP = 2
_SIGNS = frozenset("@`%&*!|>")
_block = re.compile(r"[|>][-+0-9]*(?:[ \t]+#.*)?$").match
_next_key = re.compile(r", *[a-z_]+: .*\}$").search
_colon_within = re.compile(r": |:$").search


def diagnose_line(file: str, lines: Sequence[str], at: int) -> Diagnosis | None:
    """Answer what is wrong with one of the lines of a record, None where it does not show."""
    line = lines[at]
    if len(line) > MAX_LINE or not _said(line):
        return None
    return (
        in_dash(line)
        or respelled(line)
        or row(file, line)
        or _in_place(lines, at, listed=file != _MAPPING)
        or _in_value(line)
    )


def _said(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _in_place(lines: Sequence[str], at: int, *, listed: bool) -> Diagnosis | None:
    """Answer a key without its colon, or that begins where none of its record does."""
    prefix, body = _cut(lines[at])
    if "\t" in prefix:
        meant = f"{_without_tabs(lines, at, prefix)}{body}"
        return Diagnosis(1, len(prefix) + 1, "tab", meant=meant)
    if body.startswith("{"):
        return _in_column(lines, at) if "-" in prefix else _entry_without_dash(lines, at)
    if pair := _pair(body):
        missing = _dash_missing(lines, at, listed=listed)
        return missing or (_in_column(lines, at) if pair[1] in NAMES else None)
    match = _colonless(body)
    keys = _open_at(lines[:at], dashes=False)
    beside = len(prefix) in keys or _column(lines, at) == len(prefix)
    if match is None or match[1] not in NAMES or not (beside or prefix.strip()):
        return None
    rest = _as_value(match[2] or "")
    start = len(prefix)
    end = start + len(body if len(body) <= MAX_SHOWN else match[1])
    holds = rest or ("" if _opens(lines, at) else HOLE)
    shown = rest if rest and len(rest) <= MAX_SHOWN else "…" if holds else ""
    text = f"{match[1]}: {shown}".rstrip()
    return Diagnosis(start + 1, end + 1, "key", text, f"{prefix}{match[1]}: {holds}".rstrip())


def _without_tabs(lines: Sequence[str], at: int, prefix: str) -> str:
    """Write blanks for the tabs before a line: where a line above it begins, if one may."""
    naive = prefix.replace("\t", "" if at == _first(lines) else "  ")
    columns = _open_at(lines[:at], dashes=False)
    if "-" in prefix or not columns or _opened(lines[:at]):
        return naive
    return " " * min(columns, key=lambda one: (abs(one - len(naive)), one))


def _as_value(text: str) -> str:
    """Write what stands behind a key so that YAML takes it."""
    closed = _whole(text) if text[:1] in {"'", '"'} else not _colon_within(text)
    return text if closed or text[:1] in {"{", "["} else in_quotes(text_meant(text))


def _opens(lines: Sequence[str], at: int) -> bool:
    """Whether what stands below a line belongs to it."""
    below = next((line for line in lines[at + 1 :] if _said(line)), "")
    own, next_ = _cut(lines[at])[0], _cut(below)[0]
    return bool(below) and (len(next_) > len(own) or ("-" in next_ and "-" not in own))


def _first(lines: Sequence[str]) -> int:
    return next((at for at, line in enumerate(lines) if _said(line)), 0)


def _in_column(lines: Sequence[str], at: int) -> Diagnosis | None:
    prefix, body = _cut(lines[at])
    dashed = "-" in prefix
    column = len(prefix) - len(prefix.lstrip(" "))
    right = _right_column(lines, at, column, dashed=dashed)
    if right is None or right == column:
        return None
    why = "too-deep" if column > right else "too-shallow"
    key = _pair(body)
    end = len(prefix) + len(key[1]) + 1 if key else column + 2
    meant = f"{' ' * right}{lines[at].lstrip()}"
    return Diagnosis(column + 1, end, why, str(right + 1), meant)


def _right_column(lines: Sequence[str], at: int, column: int, *, dashed: bool) -> int | None:
    """Answer where a key or dash is to begin, None where it may begin where it does."""
    beside = _open_at(lines[:at], dashes=dashed)
    if _opened(lines[:at]) and (not beside or column > max(beside)):
        # The first entry below a key: the next one says where they are to begin.
        below = next((_cut(line)[0] for line in lines[at + 1 :] if _said(line)), "")
        usual = _opener(lines[:at], column) + _STEP
        return usual if dashed and "-" in below and below.index("-") == usual else None
    if not beside or column in beside:
        return None
    if dashed and column == _opener(lines[:at], column) + _STEP:
        return None
    return min(beside, key=lambda one: (abs(one - column), -one))


def _opener(lines: Sequence[str], column: int) -> int:
    """Answer the column of the last key above a column that waits for its value."""
    for at in range(len(lines) - 1, -1, -1):
        start = len(_cut(lines[at])[0])
        if _said(lines[at]) and start < column and _opened(lines[: at + 1]):
            return start
    return column


def _entry_without_dash(lines: Sequence[str], at: int) -> Diagnosis | None:
    """Answer an entry in braces without the dash that those beside it have."""
    prefix, body = _cut(lines[at])
    above = next((line for line in reversed(lines[:at]) if _said(line)), "")
    below = next((line for line in lines[at + 1 :] if _said(line)), "")
    columns = [
        start.index("-")
        for start, said in map(_cut, (above, below))
        if "-" in start and said[0] == "{"
    ]
    if not columns:
        return None
    column = len(prefix) + 1
    return Diagnosis(column, column + 1, "dash", meant=f"{' ' * columns[0]}- {body}")


def _opened(lines: Sequence[str]) -> bool:
    """Whether the last of some lines ends with a key that waits for its value."""
    body = _cut(next((one for one in reversed(lines) if _said(one)), ""))[1]
    pair = _pair(body)
    return pair is not None and not _comment.sub("", body[pair.end() :]).strip()


def _dash_missing(lines: Sequence[str], at: int, *, listed: bool) -> Diagnosis | None:
    """Answer that a record begins here without its dash: with the key that the first began with."""
    prefix, body = _cut(lines[at])
    first, said = _cut(lines[_first(lines)])
    pair, begun = _pair(body), _pair(said)
    if not pair or "-" in prefix or not listed:
        return None
    again = first.startswith("-") and begun is not None and pair[1] == begun[1]
    if not (again or (at == _first(lines) and pair[1] in _FIRST)):
        return None
    key = len(prefix) + 1
    return Diagnosis(key, key + len(pair[1]), "dash", meant=f"- {body}")


def _open_at(lines: Sequence[str], *, dashes: bool) -> list[int]:
    """Answer the columns of the dashes or keys beside which a next line may begin."""
    found: list[tuple[int, bool]] = []
    for line in filter(_said, lines):
        prefix, body = _cut(line)
        own = [(at, True) for at, sign in enumerate(prefix) if sign == "-"]
        if _pair(body) or _colonless(body):
            own.append((len(prefix), False))
        for column, dash in own:
            while found and found[-1][0] > column:
                found.pop()
            if found[-1:] != [(column, dash)]:
                found.append((column, dash))
    return [column for column, dash in found if dash == dashes]


def _column(lines: Sequence[str], at: int) -> int | None:
    """Answer where the keys below a line begin."""
    below = next((line for line in lines[at + 1 :] if _said(line)), None)
    prefix, body = _cut(below) if below is not None else ("", "")
    return len(prefix) if _pair(body) and "-" not in prefix else None


def _brace_missing(line: str, start: int, end: int) -> Diagnosis | None:
    """Answer that `{` is missing before the key of a line, or the one after it."""
    body = line[start:]
    if body[end : end + 1] in {"{", "["} or body.count("{") >= body.count("}"):
        return None
    within = _pair(body[end:])
    if not within and not _next_key(body):
        return None
    at = start + end if within else start
    return Diagnosis(at + 1, at + 2, "open", "{", f"{line[:at]}{{{line[at:]}")


def _in_value(line: str) -> Diagnosis | None:
    """Answer what is wrong with what stands after a key."""
    prefix, body = _cut(line)
    pair = _pair(body)
    if pair and (opened := _brace_missing(line, len(prefix), pair.end())):
        return opened
    start = len(prefix) + (pair.end() if pair else 0)
    if pair is None or line[start : start + 1] in {"", "{", "["}:
        text = end_of_text(line, start) if pair and pair[1] in TEXTS else None
        return diagnose_flow(line) if text is None else to_quote(line, start, text, "brackets")
    end = len(prefix) + len(_comment.sub("", body).rstrip())
    value = line[start:end]
    if not value:
        return None
    if value[0] in "\"'":
        return _in_quoted(line, pair[1], start, len(prefix) + len(body))
    if value[0] in _SIGNS and not _block(value):
        return of_sign(line, pair[1], start, end)
    return to_quote(line, start, end, "text") if _colon_within(value) else None


_whole = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?:[ \t]+#.*)?$""").match
_begun = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""").match


def _in_quoted(line: str, key: str, start: int, end: int) -> Diagnosis | None:
    value = line[start:end]
    if _whole(value):
        return None
    if _begun(value):
        return to_quote(line, start, end, "quoted")
    text = value[1:]
    said = in_quotes(text) if 0 < len(text) <= MAX_SHOWN else '"…"'
    meant = line[:start] + in_quotes(text) if text else None
    return Diagnosis(start + 1, start + 2, "unquoted", f"{key}: {said}", meant)


def _cut(line: str) -> tuple[str, str]:
    """Split a line into its blanks and dashes, and the rest."""
    match = _parts(line)
    return (match[1], match[2]) if match else ("", line)
