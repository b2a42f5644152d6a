"""Text folded to the width of a terminal: Chinese counts double, no line begins with a comma."""

import re
import unicodedata
from collections.abc import Callable, Iterator

# What is not parted: a run without Chinese signs and blanks, or one Chinese sign, each with the
# brackets that open before it and the signs that close behind it.
_OPENING, _CLOSING = "（《〈“‘【", "，。、；：！？）》〉”’】…"
_WIDE = "\u2e80-\u9fff\uff00-\uffef"
_PIECES = re.compile(
    rf" *[{_OPENING}]*(?:[^\s{_WIDE}{_OPENING}{_CLOSING}]+|\S)[{_CLOSING}]*| +"
).findall
# Where a run that is wider than a line is parted first: an id behind its hyphens.
_PARTS = re.compile(r"[^-/]*[-/]+|[^-/]+").findall


def cells(text: str) -> int:
    """Answer how many columns a text takes."""
    return sum(1 + (unicodedata.east_asian_width(sign) in "WF") for sign in text)


def folded(text: str, width: int, measure: Callable[[str], int] = cells) -> list[str]:
    """Answer the lines of a text, none wider than the width; numbers and words stay whole."""
    return [line for one in text.split("\n") for line in _lines(one, width, measure)]


def _lines(text: str, width: int, measure: Callable[[str], int]) -> Iterator[str]:
    line, used = "", 0
    for piece in _pieces(text, width, measure):
        wide = measure(piece)
        if line and used + wide > width:
            yield line.rstrip()
            line, used = piece.lstrip(), measure(piece.lstrip())
        else:
            line, used = line + piece, used + wide
    yield line


def _pieces(text: str, width: int, measure: Callable[[str], int]) -> Iterator[str]:
    """Answer what stays together; of a run that no line could hold, its parts or its signs."""
    for piece in _PIECES(text):
        whole = measure(piece.strip()) <= width
        for part in [piece] if whole else _PARTS(piece):
            yield from [part] if whole or measure(part) <= width else part
