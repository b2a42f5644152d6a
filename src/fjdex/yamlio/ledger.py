"""Whether a file of readings is canonical all through, by one pattern over the whole of it.

It takes a seventh of the time that making readings takes. The pattern takes less than
`lines.read_lines` does: what it takes, that reads; what it leaves goes there.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from fjdex.plan.ledger import Ledger
from fjdex.plan.period import MONTH, parse_period
from fjdex.plan.readings import Reading
from fjdex.plan.scalars import DAY, Malformed, parse_day
from fjdex.plan.terms import Comparability, Qualifier, State, Status
from fjdex.yamlio.lines import SIGN, read_line

# Everything in it is possessive: a line is canonical from its start on, or not. Lengths keep below
# the limits that the parsers set. Where a quoted text could be taken for a key, the line is left.
_BARE = rf"(?![-~]|(?:null|Null|NULL)[,}}]){SIGN}{{1,999}}+(?: {{1,99}}+{SIGN}{{1,999}}+){{0,30}}+"
_LIKE_A_KEY = ",(?! (?:area|period|within|source): )"
_QUOTED = rf'"(?![ "]|\\[nt])(?:[^"\\,\x00-\x1f]{{1,999}}+|{_LIKE_A_KEY}|\\["\\nt]){{1,60}}+"'
_TEXT = rf"(?:{_QUOTED}|{_BARE})"
_WORDS = rf"\{{zh: {_TEXT}, en: {_TEXT}\}}"
_SLUG = r"(?!null[,}])(?=[a-z0-9-]{1,64}[,}])[a-z0-9]++(?:-[a-z0-9]++)*+"
# Of one part each is a period; of two the second may come first (`_RANGE`).
_YEAR = "(?:19|20|21)[0-9]{2}"
_PERIOD = rf"{_YEAR}(?:H[12]|Q[1-4]|-{MONTH}(?:/{_YEAR}-{MONTH})?+)?+"
_RANGE = rf", (?:within|period): ({_YEAR}-{MONTH}/{_YEAR}-{MONTH})[,}}]"
# What every name of a place here is made of: letters that have one form only.
_LETTER = "[\u4e00-\u9fef（）()·A-Za-z0-9]"
_NAME = rf"(?!(?i:null)[,}}]){_LETTER}(?:{_LETTER}|-){{0,63}}+(?=[,}}])"


def _one_of(words: type[StrEnum]) -> str:
    return f"(?:{'|'.join(words)})(?=[,}}])"


_PATTERNS = {
    "within": _PERIOD,
    "period": _PERIOD,
    "area": _NAME,
    "part": _SLUG,
    "value": r"-?+(?:0|[1-9][0-9]{0,18}+)(?:\.[0-9]{1,18}+)?+",
    "state": _one_of(State),
    "qualifier": _one_of(Qualifier),
    "status": _one_of(Status),
    "printed": _TEXT,
    "measure": _WORDS,
    "unit": _TEXT,
    "comparability": _one_of(Comparability),
    "source": _SLUG,
    "note": f"(?:{_WORDS}|{_TEXT})",
}
_LINE = (
    rf"- \{{date: {DAY}"
    + "".join(f"(?:, {key}: {pattern})?+" for key, pattern in _PATTERNS.items())
    + r"\}"
)
_CANONICAL = rf"(?:(?:{_LINE}|#[^\n]*+)?+(?:\n|\Z))++"
# A line's words in columns; a line with a part or a state has none.
_COLUMNS = (
    r"^- \{date: ([0-9-]{10})(?:, within: ([^,}]+))?(?:, period: ([^,}]+))?(?:, area: ([^,}]+))?"
    r"(?:, value: ([0-9.-]+))?((?:, qualifier: [a-z-]+)?(?:, status: [a-z]+)?)"
    rf"(?:, printed: ({_TEXT}))?"
    rf"((?:, measure: {_WORDS})?(?:, unit: {_TEXT})?(?:, comparability: [a-z]+)?)"
    r"(?:, source: ([a-z0-9-]+))?(?:\}$|, note: )"
)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern when it is first needed: it takes longer than a small plan."""
    return re.compile(text, re.MULTILINE)


# The same few words stand in file after file.
_day = lru_cache(maxsize=4096)(parse_day)
_period = lru_cache(maxsize=4096)(parse_period)


def ledger_of(text: str) -> Ledger | None:
    """Answer the readings of a text that is canonical all through, None where that is not sure.

    None says nothing about right or wrong: only that every line has to be looked at.
    """
    # What prints holds no character that `scan` forbids, and no blank but the plain one.
    if not text.replace("\n", "").isprintable() or not _pattern(_CANONICAL).fullmatch(text):
        return None
    ledger = known_ledger(text)
    try:
        for day in set(ledger.days):
            _day(day)
        for period in set(_pattern(_RANGE).findall(text) if "/" in text else ()):
            _period(period)
    except Malformed:
        return None
    return ledger


def known_ledger(text: str) -> Ledger:
    """Answer the readings of a text that is known to be canonical all through."""
    return Ledger(text, _readings)


class Columns(NamedTuple):
    """What readings say, as it is written, key by key; "" for what is absent.

    `marks` are qualifier and status together, `measures` measure, unit and comparability.
    """

    days: tuple[str, ...]
    withins: tuple[str, ...]
    periods: tuple[str, ...]
    areas: tuple[str, ...]
    values: tuple[str, ...]
    marks: tuple[str, ...]
    printed: tuple[str, ...]
    measures: tuple[str, ...]
    sources: tuple[str, ...]


def columns_of(ledger: Ledger) -> Columns | None:
    """Answer the columns of a ledger, None where it is empty or a reading has a part or a state."""
    rows = _pattern(_COLUMNS).findall(ledger.text)
    return Columns(*zip(*rows, strict=True)) if rows and len(rows) == len(ledger) else None


def _readings(lines: Sequence[tuple[int, str]]) -> tuple[Reading, ...]:
    return tuple(read_line(line, number) for number, line in lines)
