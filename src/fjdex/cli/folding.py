"""Text folded to the width of a terminal: Chinese counts double, no line begins with a comma."""

import re
import unicodedata
from collections.abc import Iterator

# What may not be parted: a run without Chinese signs and blanks, or one Chinese sign, each with the
# brackets that open before it and the signs that close behind it.
_OPENING, _CLOSING = "（《〈“‘【", "，。、；：！？）》〉”’】…"
_WIDE = "\u2e80-\u9fff\uff00-\uffef"
_PIECES = re.compile(
    rf" *[{_OPENING}]*(?:[^\s{_WIDE}{_OPENING}{_CLOSING}]+|\S)[{_CLOSING}]*| +"
).findall


def folded(text: str, width: int) -> list[str]:
    """Answer the lines of a text, each at most so wide where its words allow it."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines += _lines(line, width)
    return lines


def _lines(text: str, width: int) -> Iterator[str]:
    line = ""
    for piece in _PIECES(text):
        if line and _width(line + piece) > width:
            yield line.rstrip()
            line = piece.lstrip()
        else:
            line += piece
    yield line


def _width(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(sign) in "WF") for sign in text)
