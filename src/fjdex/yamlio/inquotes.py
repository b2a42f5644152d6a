"""Where quotes open and close in a line, and the line without what stands in them."""

import re
from collections.abc import Iterator, Sequence

from fjdex.yamlio.outline import DOUBLE, SINGLE, dull

_double = re.compile(DOUBLE).match
_single = re.compile(SINGLE).match


def quotes(line: str) -> Iterator[tuple[int, int]]:
    """Answer where quotes open in a line and where they close, -1 where they do not."""
    at = 0
    while at < len(line):
        if line[at] == "#" and line[at - 1 : at] in {" ", "\t"}:
            return
        if line[at] in "\"'" and line[max(0, at - 9) : at].rstrip()[-1:] in set(":,[{-"):
            close = _closing(line, at)
            yield at, close
            if close < 0:
                return
            at = close
        at += 1


def outside_quotes(line: str) -> Iterator[tuple[int, str]]:
    """Answer the brackets of a line that stand in no quotes, and at last a quote never closed."""
    within = dict(quotes(line))
    at = 0
    while at < len(line):
        if at in within:
            if within[at] < 0:
                yield at, line[at]
                return
            at = within[at]
        elif line[at] == "#" and line[at - 1 : at] in {" ", "\t"}:
            return
        elif line[at] in "{}[]":
            yield at, line[at]
        at += 1


def _closing(line: str, at: int) -> int:
    match = (_double if line[at] == '"' else _single)(line, at)
    return match.end() - 1 if match else -1


def without_quoted(line: str, signs: Sequence[tuple[int, str]]) -> str:
    """Answer the line with what stands in quotes made dull."""
    kept = {at for at, _ in signs}
    bare = dull(line)
    return "".join(
        "_" if sign in "{}[]" and at not in kept else sign for at, sign in enumerate(bare)
    )
