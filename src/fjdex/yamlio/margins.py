"""Tabs, wide blanks and what a copy brings along (+, >, numbers of lines) before keys and dashes.

They are told once for all lines that follow one another. YAML indents with plain blanks alone:
which column was meant the lines above show, and what stands there is read as if blanks led to it.
"""

import re
from collections.abc import Iterator, Sequence

from fjdex.plan.findings import Finding, Place, too_many
from fjdex.yamlio.mended import Slip
from fjdex.yamlio.nesting import below
from fjdex.yamlio.outline import Line, said
from fjdex.yamlio.runs import Outline, Run, braced, quoted
from fjdex.yamlio.signs import NAMES

_STEP = 2
# So many such runs are told of a file.
MAX_TOLD = 2_000
# No record has more lines; further up nothing says where a line belongs.
_MOST_ABOVE = 200
_WIDE = "\u3000\u00a0"
# So many blanks may one such sign stand for; the first that fits is taken.
_WIDTHS = (_STEP, 4, 8, 1)
_JUNK = "(?:[+>]+|[0-9]+[|:]?(?=[ \t]))"
_hint = re.compile(f"^(?: *[\t{_WIDE}]|{_JUNK})", re.MULTILINE).search
_junk = re.compile(_JUNK).match
_comment = re.compile(r"([ \t]+)#").match
_nothing = re.compile(f"([ {_WIDE}]+)\r?$").match
_blanks = re.compile(rf"({_JUNK}?[ \t{_WIDE}]*)(- *)?(?:\{{[ \t]*)?([a-z_]+)[ \t]*[:：]").match


def margins(file: str, text: str) -> tuple[list[Slip], list[Finding]]:
    """Answer what is to be blanks for every line to begin where it was meant to, and is told."""
    if not _hint(text):
        return [], []
    outline = Outline(file, text.split("\n"), said(text))
    found = list(_runs(outline))
    runs = [run for _, run in found if run.slips]
    slips = [slip for run in runs for slip in run.slips]
    told = [one for run in runs for one in run.told]
    spans = (range(run.slips[0].line, run.slips[-1].line) for run in runs)
    within = {line for span in spans for line in span}
    for slip in _beside(outline, found):
        slips.append(slip)
        if slip.line not in within:
            told.append(_told(outline, [slip], _STEP, shifted=False))
    if len(told) > MAX_TOLD:
        told.sort(key=lambda one: one.place.line)
        told[MAX_TOLD:] = [too_many(file, told[MAX_TOLD].place.line, MAX_TOLD)]
    return slips, told


def _runs(outline: Outline) -> Iterator[tuple[int, Run]]:
    """Answer the lines that such signs indent, and those of which every sign belongs to a text."""
    at, count = 0, len(outline.said)
    while at < count:
        found = _found(outline, at)
        run = found or _text(outline, at) or braced(outline, at) or quoted(outline, at)
        if run:
            yield at, run
        at = max(run.end, at + 1) if run else at + 1


def _beside(outline: Outline, runs: Sequence[tuple[int, Run]]) -> Iterator[Slip]:
    """Answer such signs before comments, and alone on their line; within a text they are it."""
    lines, texts = outline.said, set[int]()
    for at, run in runs:
        end = lines[run.end].at if run.end < len(lines) else len(outline.lines)
        texts |= set() if run.slips else set(range(lines[at].at, end))
    for at, line in enumerate(outline.lines):
        match = _comment(line) or _nothing(line)
        if match and match[1].strip(" ") and at not in texts:
            yield Slip(at + 1, 1, match[1], "")


def _found(outline: Outline, at: int) -> Run | None:
    """Answer the lines from one on that such signs indent."""
    if not _odd(outline, at):
        return None
    odd, end = [at], at + 1
    while end < len(outline.said):
        # The heads of records stand right where all else in a file is indented so.
        head = _is_head(outline, end) and end + 1 < len(outline.said) and _odd(outline, end + 1)
        beside = head or _comment(outline.lines[outline.said[end].at])
        if not beside and not _odd(outline, end):
            break
        odd += [] if beside else [end]
        end += 1
    if len(odd) == 1 and _junk(_odd(outline, at)) and _is_record(outline, at):
        # What stands before a record's own dash is looked at with its line.
        return None
    return _run(outline, odd, end)


def _is_record(outline: Outline, at: int) -> bool:
    return bool(_parts(outline, at)[1]) and _column(outline, at) == max(outline.margin, 0)


def _run(outline: Outline, odd: Sequence[int], end: int) -> Run:
    lines = outline.said
    column = _column(outline, odd[0])
    fits = (one for one in _WIDTHS if _width(outline, odd[0], one) == column)
    width = next(fits, _STEP)
    shift = column - _width(outline, odd[0], width)
    slips = []
    for before, at in zip([odd[0], *odd], odd, strict=False):
        if at > before + 1:
            shift = _column(outline, at) - _width(outline, at, width)
        blanks = " " * max(_width(outline, at, width) + shift, 0)
        slips.append(Slip(lines[at].at + 1, 1, _odd(outline, at), blanks))
    return Run(end, tuple(slips), (_told(outline, slips, width, shifted=bool(shift)),))


def _told(outline: Outline, slips: Sequence[Slip], width: int, *, shifted: bool) -> Finding:
    first, last = slips[0], slips[-1]
    start = len(first.written) - len(first.written.lstrip(" ")) + 1
    place = Place(outline.file, first.line, start, first.line, len(first.written) + 1)
    arguments = {"text": str(len(first.meant) + 1)}
    many = {"first": str(first.line), "last": str(last.line), "count": str(width)}
    how = "shifted" if shifted else "lines"
    if _junk(first.written):
        why = "pasted-lines" if len(slips) > 1 else "pasted-column"
        numbers = {"column": arguments["text"], "first": many["first"], "last": many["last"]}
        text = first.written.strip(f" \t{_WIDE}")
        return Finding("yaml-syntax", place, {"why": why, "text": text, **numbers})
    if "\t" in "".join(slip.written for slip in slips):
        why = f"tab-{how}" if len(slips) > 1 else "tab-column"
        return Finding("yaml-syntax", place, {"why": why, **arguments, **many})
    signs = dict.fromkeys(sign for slip in slips for sign in slip.written if sign in _WIDE)
    sign = " ".join(f"U+{ord(one):04X}" for one in signs)
    alone = not outline.lines[first.line - 1].strip()
    why = f"wide-{how}" if len(slips) > 1 else "wide-alone" if alone else "wide-column"
    return Finding("sign-fullwidth", place, {"why": why, "sign": sign, **arguments, **many})


def _text(outline: Outline, at: int) -> Run | None:
    """Pass over the lines of a block of text: what stands before them is part of it."""
    head, end = outline.said[at], at + 1
    if not head.opens_text:
        return None
    while end < len(outline.said) and outline.said[end].start > head.column:
        end += 1
    return Run(end)


def _parts(outline: Outline, at: int) -> tuple[str, str, str]:
    """Answer what stands before a line's words, its dash, and its key; "" where it has none."""
    match = _blanks(outline.lines[outline.said[at].at])
    if match is None or (_junk(match[1]) and match[3] not in NAMES):
        return "", "", ""
    return match[1], match[2] or "", match[3]


def _odd(outline: Outline, at: int) -> str:
    """Answer what a line begins with where other signs than blanks are among it, else ""."""
    blanks = _parts(outline, at)[0]
    return blanks if blanks.strip(" ") else ""


def _is_head(outline: Outline, at: int) -> bool:
    return outline.said[at].dash and outline.said[at].start == outline.margin


def _width(outline: Outline, at: int, width: int) -> int:
    """Answer in which column a line begins if each such sign stands for so many blanks."""
    widths = {" ": 1, "\t": width} | dict.fromkeys(_WIDE, width)
    return sum(widths.get(sign, 0) for sign in _odd(outline, at))


def _column(outline: Outline, at: int) -> int:
    """Answer where a line was meant to begin: by what stands above it in its record."""
    _, dash, key = _parts(outline, at)
    above = _above(outline, at)
    under = below(above[-1].key) if above and above[-1].opens else None
    if under is not None and key in under.keys:
        return above[-1].column + _STEP
    if dash:
        entries = [one for one in above if one.dash and one.start > outline.margin]
        beside = [one.start for one in entries if key != "id" or one.first == key]
        return beside[-1] if beside else max(outline.margin, 0)
    columns = {one.column for one in above}
    naive = _width(outline, at, _STEP)
    last = above[-1].column if above else 0
    return min(columns, key=lambda one: (abs(one - naive), abs(one - last)), default=0)


def _above(outline: Outline, at: int) -> list[Line]:
    """Answer the lines above one that blanks indent, from the head of its record on."""
    found: list[Line] = []
    for one in range(at - 1, max(at - _MOST_ABOVE, 0) - 1, -1):
        if not _odd(outline, one):
            found.append(outline.said[one])
            if _is_head(outline, one):
                break
    return found[::-1]
