"""What a record that is no YAML could be instead: edits to be tried, the likeliest first.

A slip that its line shows is made good. Where none shows, what stands there is given up: a key
keeps its name and loses its value, and a line that shows no key stands for one of any name.
"""

import re
from collections.abc import Iterator, Sequence

from fjdex.yamlio.edits import CUT, HOLE, Edit, to_be
from fjdex.yamlio.flowslips import Diagnosis
from fjdex.yamlio.signs import NAMES, TEXTS

Edits = tuple[Edit, ...]
# Edits that make a slip good, and the slip that it then was.
Remedies = Iterator[tuple[Edits, Diagnosis]]

_ANY = f"{HOLE}: {HOLE}"
_FARTHEST = 2
_CLOSERS = {"{": "}", "[": "]"}
_split = re.compile(r"([ \t]*(?:-[ \t]+)*)(.*?)\r?$").match
_key = re.compile(r"""["']?([a-z_]+)["']?(?=[ \t]*(?:[:：]|[ \t]))""").match
_value = re.compile(r"""\s*["']?(\w+)["']?\s*:(?=\s)\s*""").match
_marks = re.compile(
    r"""(?<=[ \[{,:])"(?:[^"\\]|\\.)*"|(?<=[ \[{,:])'(?:[^']|'')*'|(?P<mark>[{}\[\],])"""
).finditer
_next_key = re.compile(r", *(\w+): ")
_words = re.compile(r" *(?:zh|en):").match
_key_before = re.compile(r"([a-z_]+)[ \t]*:[ \t]*$").search
# Slips that only the lines beside a line show.
BESIDE = frozenset({"too-deep", "too-shallow"})
# Slips whose remedy makes a text of a value: right for a text alone.
_TEXT_SLIPS = frozenset({"text", "quoted", "unquoted"})
_LANGUAGES = frozenset({"zh", "en"})


def made_good(at: int, line: str, slip: Diagnosis) -> Remedies:
    """Answer the edits that make a diagnosed slip good, each with the slip that it then was."""
    if slip.why in BESIDE and line.lstrip().startswith("-"):
        # An entry that is moved to another list says something else there.
        return
    if slip.why in {"unopened", "unclosed"}:
        yield from _closed_early(at, line)
    key = _key_before(line[: slip.column - 1])
    if slip.why in _TEXT_SLIPS and key and key[1] not in TEXTS:
        written = line[slip.column - 1 : slip.end_column - 1]
        colon = slip.column + written.find(": ")
        second = Diagnosis(colon, colon + 1, "colon") if slip.why == "text" else slip
        yield (Edit(at, slip.column, written, CUT),), second
    elif slip.meant is not None:
        yield (to_be(at, line, slip.meant),), slip
    elif slip.why == "unopened":
        yield from _unopened(at, line, slip)
    elif slip.why == "unclosed":
        yield from _closed(at, line, slip)


def _unopened(at: int, line: str, slip: Diagnosis) -> Remedies:
    """Take out a bracket that closes nothing, or let what is open be closed there."""
    opened = still_open(line[: slip.column - 1])
    if opened:
        closer = _CLOSERS[line[opened[-1]]]
        yield (Edit(at, slip.column, slip.text, closer),), slip
        missing = Diagnosis(slip.column, slip.column + 1, "unclosed", closer)
        yield (Edit(at, slip.column, "", closer),), missing
    yield (Edit(at, slip.column, slip.text, ""),), slip


def _closed(at: int, line: str, slip: Diagnosis) -> Remedies:
    """Close a record at the end of its line, where it may have been cut off.

    What was opened within it, and not closed either, is given up.
    """
    opened = still_open(line)
    if not opened:
        return
    outer = _CLOSERS[line[opened[0]]]
    if len(opened) > 1:
        lost = f"{HOLE}, {_ANY}{outer}"
        yield (Edit(at, opened[1] + 1, line[opened[1] :].rstrip("\r"), lost),), slip
    end = len(line.rstrip(" \t\r,"))
    cut = f"{CUT}: {HOLE}" if outer == "}" else ""
    if cut and line[end - 1] != "{":
        cut = f"{f' {CUT}' if line[end - 1] == ':' else ''}, {cut}"
    yield (Edit(at, end + 1, line[end:].rstrip("\r"), f"{cut}{outer}"),), slip


def _closed_early(at: int, line: str) -> Remedies:
    """Close a list before the next key, and words in two languages before another's."""
    for index, mark in _in(line):
        words = mark == "{" and _words(line, index + 1)
        if mark != "[" and not words:
            continue
        for key in _next_key.finditer(line, index):
            if not words or key[1] not in _LANGUAGES:
                closer = _CLOSERS[mark]
                slip = Diagnosis(key.start() + 1, key.start() + 2, "unclosed", closer)
                yield (Edit(at, key.start() + 1, "", closer),), slip
                break


def still_open(line: str) -> list[int]:
    """Answer the brackets of a line that it does not close."""
    found: list[int] = []
    for index, mark in _in(line):
        if mark in _CLOSERS:
            found.append(index)
        elif mark != "," and found:
            found.pop()
    return found


def _in(line: str) -> Iterator[tuple[int, str]]:
    """Answer brackets and commas that stand in no quotes."""
    return ((one.start(), one["mark"]) for one in _marks(line) if one["mark"])


def within_brackets(lines: Sequence[str], at: int, column: int) -> Iterator[Edits]:
    """Give up the one entry between brackets and commas in which a column lies."""
    line, index = lines[at], column - 1
    marks = list(_in(line))
    left, opener = _before([one for one in marks if one[0] < index])
    right = _after([one for one in marks if one[0] >= index])
    if left is None or right is None:
        return
    entry = line[left + 1 : right]
    if opener == "{" and (key := _value(entry)):
        start = left + 1 + key.end()
        yield (Edit(at, start + 1, line[start:right], CUT),)
    yield (Edit(at, left + 2, entry, f" {_ANY if opener == '{' else HOLE}"),)


def _before(marks: Sequence[tuple[int, str]]) -> tuple[int | None, str]:
    """Answer where the entry begins, and the bracket that it stands in."""
    closed, left = 0, None
    for index, mark in reversed(marks):
        if mark in "}]":
            closed += 1
        elif mark in _CLOSERS:
            if not closed:
                return (index if left is None else left), mark
            closed -= 1
        elif not closed and left is None:
            left = index
    return None, ""


def _after(marks: Sequence[tuple[int, str]]) -> int | None:
    opened = 0
    for index, mark in marks:
        if mark in _CLOSERS:
            opened += 1
        elif not opened:
            return index
        elif mark != ",":
            opened -= 1
    return None


def moved(lines: Sequence[str], at: int) -> Iterator[Edits]:
    """Let a line begin with its neighbours, where it stands only a little beside them."""
    prefix, body = _parts(lines[at])
    if not body or "\t" in prefix or "-" in prefix:
        return
    for column in _columns(lines, at):
        if 0 < abs(column - len(prefix)) <= _FARTHEST:
            yield (Edit(at, 1, prefix, " " * column),)


def given_up(lines: Sequence[str], at: int, _column: int = 0) -> Iterator[Edits]:
    """Give up a line and what stands below it, but for its key where it shows one."""
    line = lines[at]
    prefix, body = _parts(line)
    if not body:
        return
    blanks = tuple(Edit(one, 1, lines[one], "") for one in _below(lines, at) if lines[one])
    for left in _left(lines, at, prefix, body):
        yield (*blanks, Edit(at, 1, line, left))


def _left(lines: Sequence[str], at: int, prefix: str, body: str) -> Iterator[str]:
    key = _key(body)
    if prefix.rstrip().endswith("-") and not (key and key[1] in NAMES):
        yield f"{prefix.replace(chr(9), ' ')}{HOLE}"
    starts = [] if "\t" in prefix else [prefix]
    starts += [" " * column for column in _columns(lines, at) if " " * column not in starts]
    for start in starts:
        if key and key[1] in NAMES:
            yield f"{start}{key[1]}: {CUT}"
        yield f"{start}{_ANY}"
    yield ""


def whole(lines: Sequence[str], *, listed: bool) -> Edits:
    """Give up a whole record, or the key of a mapping."""
    first = next((at for at, line in enumerate(lines) if line[:1] not in {"", "#", "\r"}), 0)
    key = _key(lines[first])
    named = key is not None and key[1] in NAMES
    left = f"- {HOLE}" if listed else f"{key[1]}: {CUT}" if key and named else _ANY
    edits = (Edit(at, 1, line, left if at == first else "") for at, line in enumerate(lines))
    return tuple(one for one in edits if one.written != one.meant)


def is_stray(line: str, first: str) -> bool:
    """Whether a line begins where a record does, and holds neither an entry nor a key."""
    margin = len(first) - len(first.lstrip(" "))
    body = line[margin:]
    begins = not line[:margin].strip() and body[:1].strip() and body[:1] not in {"-", "#"}
    key = _key(body)
    return bool(begins) and not (key and key[1] in NAMES) and not _holds_key(body)


def is_litter(line: str) -> bool:
    """Whether a line at the margin begins with a sign that no data begins with: a fence, a //."""
    return bool(_litter(line)) and not _holds_key(line)


_litter = re.compile(r"(?:`{3}|~{3}|@@|//|/\*|\*/|<!--|-->|;|={3,}|\*{3,})").match
_holds_key = re.compile(rf"\b(?:{'|'.join(NAMES)})[ \t]*[:：]").search


def stands_with_next(lines: Sequence[str], at: int) -> bool:
    """Whether the next line begins where a line does, so that both belong somewhere else."""
    below = next((line for line in lines[at + 1 :] if _said(line)), "")
    return len(below) - len(below.lstrip()) == len(lines[at]) - len(lines[at].lstrip())


def _parts(line: str) -> tuple[str, str]:
    """Split a line into its blanks and dashes, and the rest."""
    match = _split(line)
    return (match[1], match[2]) if match else ("", line)


def _columns(lines: Sequence[str], at: int) -> list[int]:
    """Answer where the lines beside a line begin, the one above it first."""
    above = next((line for line in reversed(lines[:at]) if _said(line)), None)
    below = next((line for line in lines[at + 1 :] if _said(line)), None)
    return list(dict.fromkeys(len(_parts(one)[0]) for one in (above, below) if one is not None))


def _said(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _below(lines: Sequence[str], at: int) -> Iterator[int]:
    """Answer the lines that belong to what a line says."""
    prefix, body = _parts(lines[at])
    dashed = body.startswith("-") or prefix.strip()
    for number in range(at + 1, len(lines)):
        line = lines[number]
        if _said(line):
            start = len(line) - len(line.lstrip())
            entry = not dashed and start == len(prefix) and line.lstrip().startswith("- ")
            if start <= len(prefix) and not entry:
                return
        yield number
