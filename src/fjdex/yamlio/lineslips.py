"""What a whole line shows of a record in braces whose entries are set apart by other signs.

`(a: 1; b: 2)`, `{a=1、b=2}`, `- a: 1, b: 2` and a comment that takes the bracket with it: the line
is told as it was meant, once, with all such signs put right.
"""

import re
from collections.abc import Callable

from fjdex.yamlio.flowslips import KEY, Diagnosis, end_of_value, text_meant
from fjdex.yamlio.lines import in_quotes
from fjdex.yamlio.outline import dull
from fjdex.yamlio.signs import TEXTS

_MAX_SHOWN = 160
_pair = rf"{KEY}[ \t]*[:：=＝]"
_parens = re.compile(rf"(?:^|- ?)[ \t]*([(（])[ \t]*{_pair}.*?([)）]?)[ \t]*$").search
_in_both = re.compile(r": [(（]([ \t]*(?:zh|en): [^()（）]*)[)）]").sub
_braceless = re.compile(rf"[ \t]*- +({KEY}: [^{{\[]*?[,;；、，][ \t]*{KEY}[ \t]*[:：].*)$").match
_separator = re.compile(rf"(?<=[^\s,;；、，{{\[])[ \t]*([;；、。|/])[ \t]*(?={_pair})")
_equals = re.compile(rf"(?<=[{{,])[ \t]*{KEY}[ \t]*([=＝])[ \t]*(?=[^\s=])")
_comment = re.compile(r"(?<=[ \t])#").search
_own_line = re.compile(rf"([ \t]*{KEY}:)([ \t]+)- +(?=\{{|{KEY}: )").match
_key_before = re.compile(rf"({KEY}):[ \t]+([^,{{}}\[\]]*)$").search
_closers = re.compile(r"[ \t]*([}\]]+)[ \t\r]*$").search

# The line without a slip, and the columns of the slip; None where the line shows none.
_Mended = tuple[str, int, int] | None


def respelled(line: str) -> Diagnosis | None:
    """Answer the first sign that sets entries apart wrongly, and the line with none of them."""
    first: tuple[str, int, int] | None = None
    meant = line
    for why, mend in _MENDS:
        mended = mend(meant)
        if mended is None:
            continue
        meant = mended[0]
        first = first or (why, *mended[1:])
    if first is not None:
        return Diagnosis(first[1], first[2], first[0], _shown(meant), meant)
    return _on_own_line(line) or _commented(line)


def _shown(line: str) -> str:
    said = line.strip()
    return said if len(said) <= _MAX_SHOWN else f"{said[:_MAX_SHOWN]}…"


def _in_parens(line: str) -> _Mended:
    match = _parens(dull(line))
    if match is None:
        return None
    start, (end, after) = match.start(1), match.span(2)
    within = _in_both(r": {\1}", line[start + 1 : end])
    closed = f"{within}}}{line[after:]}"
    return f"{line[:start]}{{{closed}", start + 1, start + 2


def _without_braces(line: str) -> _Mended:
    bare = dull(line)
    match = _braceless(bare)
    if match is None or bare.count("{") < bare.count("}"):
        return None
    start = match.start(1)
    comment = re.search(r"[ \t]+#", bare)
    end = comment.start() if comment else len(line.rstrip())
    return f"{line[:start]}{{{line[start:end]}}}{line[end:]}", start + 1, end + 1


def _separated(line: str) -> _Mended:
    bare = dull(line)
    found = [one for one in _separator.finditer(bare) if "{" in bare[: one.start()]]
    if not found:
        return None
    meant = line
    for one in reversed(found):
        meant = f"{meant[: one.start()]}, {meant[one.end() :]}"
    return meant, found[0].start(1) + 1, found[0].end(1) + 1


def _equated(line: str) -> _Mended:
    found = list(_equals.finditer(dull(line)))
    if not found:
        return None
    meant = line
    for one in reversed(found):
        meant = f"{meant[: one.start(1)].rstrip()}: {meant[one.end() :]}"
    return meant, found[0].start(1) + 1, found[0].end(1) + 1


_MENDS: tuple[tuple[str, Callable[[str], _Mended]], ...] = (
    ("parens", _in_parens),
    ("separator", _separated),
    ("equals", _equated),
    ("braces", _without_braces),
)


def _on_own_line(line: str) -> Diagnosis | None:
    """Answer an entry that stands on the line of its key."""
    match = _own_line(line)
    if match is None:
        return None
    return Diagnosis(match.end(2) + 1, match.end(2) + 2, "own-line", match[1].strip())


def _commented(line: str) -> Diagnosis | None:
    """Answer a comment that begins within braces and takes with it what was to close them."""
    bare = dull(line)
    found = _comment(bare)
    before = bare[: found.start()] if found else ""
    if found is None or before.count("{") <= before.count("}") or not _closers(bare):
        return None
    at = found.start()
    meant = _as_text(line, before) or _behind(line, at)
    if meant is None:
        return Diagnosis(at + 1, at + 2, "hash")
    return Diagnosis(at + 1, at + 2, "hash-line", _shown(meant), meant)


def _as_text(line: str, before: str) -> str | None:
    """Write the text in which a `#` stands with the quotes that it needs."""
    key = _key_before(before)
    if key is None or key[1] not in TEXTS:
        return None
    start = key.start(2)
    end = end_of_value(line, start)
    return line[:start] + in_quotes(text_meant(line[start:end])) + line[end:]


def _behind(line: str, at: int) -> str | None:
    """Write a comment behind the bracket that it stood before; None where it hides a value."""
    kept = line[:at].rstrip()
    end = end_of_value(line, at)
    if kept.endswith((":", ",", "{")) or _closers(line[end:]) is None:
        return None
    return f"{kept}{line[end:].rstrip()}  {line[at:end].rstrip()}"
