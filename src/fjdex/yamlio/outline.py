"""The lines of a text that say something: where each begins, and with which key."""

import re
from typing import NamedTuple

from fjdex.plan.vocabulary import key_meant
from fjdex.yamlio.signs import NAMES

# A text in quotes of either kind.
DOUBLE, SINGLE = r'"(?:[^"\\]|\\.)*"', r"'(?:[^']|'')*'"
_quoted = re.compile(rf"(?<=[ \[{{,:])(?:{DOUBLE}|{SINGLE})")
_parts = re.compile(r"( *)((?:- +)*)(?:([a-z_]+)[ \t]*:(?:[ \t]+|(?=\r?$)))?(.*)").match
_entry = re.compile(r"\{ *([a-z_]+) *:").match
_block = re.compile(r"[|>][-+0-9]*[ \t\r]*(?:#.*)?$").match
_begins = re.compile(r"[\w“《（(「『〈]").match
# YAML takes several words before a colon and a blank for a key too.
_any_key = re.compile(r"\w+[ \t]*(?:[:：]|[=＝][ \t]*[^\s=])|\w[\w -]*:(?: |\r?$)").match
_word = re.compile(r"\w+(?=[ \t]|$)").match


def dull(line: str) -> str:
    """Answer a line with what stands in quotes made dull, as long as it was."""
    return _quoted.sub(lambda match: "_" * len(match[0]), line)


class Line(NamedTuple):
    """A line: where its dash or its words begin, its key and where that stands, what follows.

    All columns count from 0. `first` is its key, or the first one in its braces.
    """

    at: int
    start: int
    dash: bool
    column: int
    key: str
    rest: str
    first: str

    @property
    def opens(self) -> bool:
        """Whether its key waits for what stands below."""
        return bool(self.key) and (not self.rest or self.rest[0] in "#\r")

    @property
    def opens_text(self) -> bool:
        """Whether the text of its key stands below, after `|` or `>`."""
        return bool(self.key) and _block(self.rest) is not None

    @property
    def holds_text(self) -> bool:
        """Whether a text without quotes stands after its key, which lines below may go on with."""
        return bool(self.key and self.rest) and _begins(self.rest) is not None

    @property
    def is_text(self) -> bool:
        """Whether it shows neither a key nor an entry, nor words for one."""
        body = self.rest
        if self.dash or self.key or not _begins(body) or _any_key(body) or {"\t", "{"} & set(body):
            return False
        word = _word(body)
        return word is None or not (word[0] in NAMES or key_meant(word[0], NAMES))


def said(text: str) -> list[Line]:
    """Answer the lines of a text that are not empty, nor comments."""
    found = (_line(at, line) for at, line in enumerate(text.split("\n")))
    return [one for one in found if one is not None]


def _line(at: int, line: str) -> Line | None:
    match = _parts(line)
    blanks, dashes, key, rest = match.groups("") if match else ("", "", "", "")
    if not key and (not rest or rest[0] in "#\r"):
        return None
    start = len(blanks)
    entry = None if key else _entry(rest)
    first = entry[1] if entry else key
    return Line(at, start, bool(dashes), start + len(dashes), key, rest, first)
