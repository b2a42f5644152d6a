"""Lines of a record that stand where they say something else, told together at the first.

Below `goals:` a goal that begins too far left is a record of its own to YAML, and `goals` is empty;
with a dash before every key each key is a record. Which keys stand below which says where such
lines belong, and they are read as if they stood there.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from fjdex.plan.findings import Finding, too_many
from fjdex.yamlio.beside import (
    dash_doubled,
    dash_lost,
    dash_too_many,
    head_doubled,
    keys_beside,
    record_beside,
)
from fjdex.yamlio.edits import HOLE
from fjdex.yamlio.mended import Slip
from fjdex.yamlio.nesting import Below, below, lists_of
from fjdex.yamlio.outline import Line, said
from fjdex.yamlio.runs import Outline, Run, braced, quoted
from fjdex.yamlio.signs import NAMES

_STEP = 2
# So many such runs are told of a file.
MAX_TOLD = 2_000
# The keys of texts that may be long enough for several lines.
_LONG = frozenset({"action", "content", "en", "name", "note", "reason", "text", "title", "zh"})
# The keys with which entries begin where they begin as most do.
_FIRST = frozenset({"date", "id", "value"})
# What may go on below, or is nothing.
_SIGNS = frozenset("\"'|>#\r")
_opener = re.compile(r" *(?:- +)*([a-z_]+):(?![ \t]*(?:#|\r?$))([ \t]*[^\r]*?)(?=[ \t]*\r?$)").match
# What may stand there: a value in brackets or quotes, a block of text.
_begun = re.compile(r"[ \t]*[\[{\"'|>｛［【&*!]").match
_keys_in = re.compile(r"[{,] *([a-z_]+) *:").findall


def misplaced(file: str, text: str) -> tuple[list[Slip], list[Finding]]:
    """Answer the signs that have to be others for every line to stand where it belongs."""
    slips: list[Slip] = []
    told: list[Finding] = []
    for run in _runs(Outline(file, text.split("\n"), said(text))):
        slips += run.slips
        told += run.told
    if len(told) > MAX_TOLD:
        told[MAX_TOLD:] = [too_many(file, told[MAX_TOLD].place.line, MAX_TOLD)]
    return slips, told


def _runs(outline: Outline) -> Iterator[Run]:
    at, said = 0, outline.said
    while at + 1 < len(said):
        run = None if _is_usual(said[at], said[at + 1]) else _found(outline, at)
        if run is not None:
            yield run
        at = max(run.end, at + 1) if run else at + 1


def _is_usual(head: Line, line: Line) -> bool:
    """Whether a key with its value stands above the next one of its record, as most do."""
    rest = head.rest
    if head.dash or line.dash or not line.key or line.start != head.column or not rest:
        return False
    return rest[-1] in "]}" if rest[0] in "[{" else rest[0] not in _SIGNS


def _found(outline: Outline, at: int) -> Run | None:
    """Answer what the first rule that has anything to say makes of a line."""
    for rule in _RULES:
        run = rule(outline, at)
        if run is not None:
            return run
    return None


def _text(outline: Outline, at: int) -> Run | None:
    """Pass over a text of several lines; those that begin no further right than its key do not."""
    head = outline.said[at]
    if not head.opens_text and not (head.holds_text and head.key in _LONG):
        return None
    lines = outline.said
    end, sunk = at + 1, list[int]()
    while end < len(lines) and (_deeper(head, lines[end]) or lines[end].is_text):
        sunk += [end] if lines[end].start <= head.column else []
        end += 1
    if not sunk:
        return Run(end)
    right = lines[at + 1].start if sunk[0] > at + 1 else head.column + _STEP
    run = outline.moved(sunk[0], sunk[-1] + 1, right)
    return Run(end, run.slips, run.told)


def _deeper(head: Line, line: Line) -> bool:
    """Whether a line belongs to a text: in a block any one, else one that shows no key."""
    return line.start > head.column and (head.opens_text or line.is_text)


def _behind(outline: Outline, at: int) -> Run | None:
    """Answer what stands behind a key whose entries or keys stand below it: goals: // 待核."""
    head, line = outline.said[at], outline.said[at + 1]
    match = _opener(outline.lines[head.at])
    under = below(match[1]) if match else None
    if match is None or under is None or line.first not in under.keys:
        return None
    start = match.start(1)
    if line.dash != under.listed or line.start < start + (not line.dash) or _begun(match[2]):
        return None
    place = outline.finding(head, {"why": "behind-key", "key": match[1], "text": match[2].strip()})
    slip = Slip(head.at + 1, match.start(2) + 1, match[2], "")
    end = len(match[0]) + 1
    told = replace(place, place=replace(place.place, column=slip.column, end_column=end))
    return Run(at + 1, (slip,), (told,))


def _opened(outline: Outline, at: int) -> Run | None:
    """Judge what stands below a key that waits for it."""
    head, line = outline.said[at], outline.said[at + 1]
    under = below(head.key) if head.opens else None
    if under is None or line.first not in under.keys:
        return None
    if under.listed and line.dash:
        wrong = line.start < head.column and line.first != "id"
        return _entries(outline, at, under) if wrong else None
    if under.listed:
        return _without_dash(outline, at, under) if line.start > head.column else None
    wrong = line.start <= head.column and line.first in under.only and not line.dash
    return _keys(outline, at, under) if wrong else None


def _entries(outline: Outline, at: int, under: Below) -> Run:
    """Answer entries that begin left of the key of their list."""
    lines = outline.said
    end = at + 1
    margin, blocks = lines[end].start, False
    while end < len(lines):
        line = lines[end]
        if line.start == margin and line.dash and line.first in under.keys - {"id"}:
            blocks = bool(line.key)
        elif not (blocks and line.start > margin and (line.dash or line.first in under.keys)):
            break
        end += 1
    return outline.moved(at + 1, end, lines[at].column + _STEP)


def _keys(outline: Outline, at: int, under: Below) -> Run:
    """Answer keys that begin no further right than the key they stand below."""
    lines, head = outline.said, outline.said[at]
    end = at + 1
    while end < len(lines):
        line = lines[end]
        own = line.start <= head.column and line.key in under.keys and not line.dash
        of_text = lines[end - 1].opens_text and line.start > lines[end - 1].column and end > at + 1
        if not own and not of_text:
            break
        end += 1
    return outline.moved(at + 1, end, head.column + _STEP)


def _without_dash(outline: Outline, at: int, under: Below) -> Run:
    """Answer the first entry of a list without its dash."""
    lines, line = outline.said, outline.said[at + 1]
    end = at + 2
    while end < len(lines) and not lines[end].dash and lines[end].start >= line.start:
        end += 1
    other = lines[end] if end < len(lines) and lines[end].dash else None
    beside = other is not None and other.start > lines[at].column and other.first in under.keys
    column = other.start if other and beside else lines[at].column + _STEP
    by = column + _STEP - line.start
    blanks = [(one.at + 1, one.start, one.start + by) for one in lines[at + 2 : end]]
    slips = [Slip(number, 1, " " * was, " " * is_) for number, was, is_ in blanks if was != is_]
    dash = Slip(line.at + 1, 1, " " * line.start, f"{' ' * column}- ")
    arguments = {"why": "entry-dash", "key": lines[at].key, "text": str(column + 1)}
    return Run(end, (dash, *slips), (outline.finding(line, arguments),))


def _keyless(outline: Outline, at: int) -> Run | None:
    """Answer entries above which the line with their key is lost; what they say is given up."""
    lines, head, line = outline.said, outline.said[at], outline.said[at + 1]
    whole = bool(head.rest) and head.rest.count("{") == head.rest.count("}")
    if not head.key or not whole or not line.dash or line.start < head.column or head.opens_text:
        return None
    given = {line.key} if line.key else set(_keys_in(outline.lines[line.at]))
    keys = [key for key in lists_of(frozenset(given), head.key) if not _has(lines, at, key)]
    if len(keys) != 1:
        return None
    end = at + 1
    while end < len(lines) and (
        lines[end].start > head.column or (lines[end].dash and lines[end].start == line.start)
    ):
        end += 1
    blanks = [
        Slip(one.at + 1, 1, outline.lines[one.at].rstrip("\r"), "") for one in lines[at + 2 : end]
    ]
    meant = f"{' ' * head.column}{keys[0]}: {HOLE}"
    lost = Slip(line.at + 1, 1, outline.lines[line.at].rstrip("\r"), meant)
    arguments = {"why": "key-line", "key": keys[0], "text": str(head.column + 1)}
    return Run(end, (lost, *blanks), (outline.finding(line, arguments),))


def _has(lines: Sequence[Line], at: int, key: str) -> bool:
    """Whether the record of a line has a key."""
    column = lines[at].column
    above = next((one for one in range(at, 0, -1) if lines[one].start < column), 0)
    ends = (one for one in range(at + 1, len(lines)) if lines[one].start < column)
    below = next(ends, len(lines))
    return any(one.key == key and one.column == column for one in lines[above:below])


def _dashes(outline: Outline, at: int) -> Run | None:
    """Answer the dashes of one entry but its first."""
    lines, head = outline.said, outline.said[at]
    if not head.dash or head.key not in _FIRST:
        return None
    seen, wrong, end = {head.key}, list[Line](), at + 1
    while end < len(lines) and lines[end].start >= head.start:
        line = lines[end]
        again = line.dash and line.start == head.start
        if again and (line.key not in NAMES - seen or _shows(lines, end, head.key)):
            break
        wrong += [line] if again else []
        seen |= {line.key} if line.column == head.column else set()
        end += 1
    if not wrong:
        return None
    slips = tuple(Slip(one.at + 1, one.start + 1, "-", " ") for one in wrong)
    numbers = ", ".join(str(one.at + 1) for one in wrong)
    return Run(end, slips, (outline.finding(wrong[0], {"why": "dashes", "lines": numbers}),))


def _shows(lines: Sequence[Line], at: int, key: str) -> bool:
    """Whether the entry that begins with a line has a key."""
    head = lines[at]
    for line in lines[at + 1 :]:
        if line.start <= head.start:
            return False
        if line.key == key and line.column == head.column:
            return True
    return False


_RULES: tuple[Callable[[Outline, int], Run | None], ...] = (
    braced,
    dash_too_many,
    head_doubled,
    dash_doubled,
    dash_lost,
    _behind,
    _dashes,
    quoted,
    _text,
    _opened,
    _keyless,
    record_beside,
    keys_beside,
)
