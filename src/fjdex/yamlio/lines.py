"""Readings in their canonical line, read by one pattern and written back the same.

    - {date: 2022-09-30, value: 71000, printed: 7.1万个, source: fjca-2022-09}

Keys stand in the order of `Reading`'s fields, absent ones left out, one space after each comma and
colon. A file of such lines (comments and blank lines between) is read here; a file with any other
line is for the full parser, which answers the same readings, only slower.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from fjdex.plan.period import PERIOD, parse_period
from fjdex.plan.quantities import plain
from fjdex.plan.readings import Reading
from fjdex.plan.scalars import (
    DAY,
    NUMBER,
    SLUG,
    Malformed,
    parse_day,
    parse_name_id,
    parse_number,
    parse_slug,
    parse_text,
)
from fjdex.plan.terms import Comparability, Qualifier, State, Status
from fjdex.plan.words import Words
from fjdex.yamlio.scan import holds_forbidden

# A text without quotes: nothing that YAML gives a meaning anywhere, and no word for nothing.
SIGN = r"""[^\x00-\x20,\[\]{}:#"'\\&*!|>%@`<=?]"""
_BARE = rf"(?![-~]|(?:null|Null|NULL)[,}}]){SIGN}+(?: +{SIGN}+)*"
_QUOTED = r'"(?:[^"\\\x00-\x1f]|\\["\\nt])*"'
_TEXT = rf"(?:{_BARE}|{_QUOTED})"
_WORDS = rf"\{{zh: {_TEXT}, en: {_TEXT}\}}"
_WORD = "[a-z-]+"

_PATTERNS = {
    "date": DAY,
    "within": PERIOD,
    "period": PERIOD,
    "area": _BARE,
    "part": SLUG,
    "value": NUMBER,
    "state": _WORD,
    "qualifier": _WORD,
    "status": _WORD,
    "printed": _TEXT,
    "measure": _WORDS,
    "unit": _TEXT,
    "comparability": _WORD,
    "source": SLUG,
    "note": f"(?:{_WORDS}|{_TEXT})",
}


@cache
def _line() -> Callable[[str], re.Match[str] | None]:
    """Compile the pattern when it is first needed: it takes longer than a small plan."""
    keys = "".join(
        f"(?:, {key}: (?P<{key}>{pattern}))?" for key, pattern in _PATTERNS.items() if key != "date"
    )
    return re.compile(rf"- \{{date: (?P<date>{DAY}){keys}\}}(?: +#.*)?\r?").fullmatch


_words = re.compile(rf"\{{zh: ({_TEXT}), en: ({_TEXT})\}}").fullmatch
_bare = re.compile(_BARE).fullmatch
_nothing = re.compile(r" *(?:#.*)?\r?").fullmatch


_ESCAPES = {"n": "\n", "t": "\t"}


def _text(written: str) -> str:
    if written.startswith('"'):
        written = re.sub(r"\\(.)", lambda sign: _ESCAPES.get(sign[1], sign[1]), written[1:-1])
    return parse_text(written)


@lru_cache(maxsize=1024)
def _note(written: str) -> Words:
    both = _words(written)
    return Words(_text(both[1]), _text(both[2])) if both else Words(_text(written), _text(written))


_PARSERS: dict[str, Callable[[str], object]] = {
    "date": lru_cache(maxsize=1024)(parse_day),
    "within": lru_cache(maxsize=1024)(parse_period),
    "period": lru_cache(maxsize=1024)(parse_period),
    "area": lru_cache(maxsize=1024)(parse_name_id),
    "part": parse_slug,
    "value": parse_number,
    "state": State,
    "qualifier": Qualifier,
    "status": Status,
    "printed": _text,
    "measure": _note,
    "unit": _text,
    "comparability": Comparability,
    "source": parse_slug,
    "note": _note,
}


def read_lines(text: str) -> tuple[Reading, ...] | None:
    """Answer the readings of a file of canonical lines, or None where the full parser must judge.

    None says nothing about right or wrong: only that some line has another shape or value.
    """
    readings: list[Reading] = []
    matched = _line()
    for number, line in enumerate(text.split("\n"), start=1):
        match = matched(line)
        if match:
            try:
                readings.append(_reading(match, number))
            except ValueError:
                return None
        elif not _nothing(line):
            return None
    return tuple(readings)


def read_line(line: str, number: int) -> Reading:
    """Answer the reading of a canonical line; raises `ValueError` for any other."""
    match = _line()(line)
    if match is None:
        raise ValueError(line)
    return _reading(match, number)


def _reading(match: re.Match[str], number: int) -> Reading:
    given = {
        key: _PARSERS[key](written)
        for key, written in match.groupdict().items()
        if written is not None
    }
    return Reading(line=number, **given)  # type: ignore[arg-type]  # each parser answers its key's type


# Words that other readers of YAML take for something else than a text: these, numbers and days.
_RESERVED = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_numeric = re.compile(
    r"[-+]?(?:\.?[0-9][-+.,_0-9a-foxA-FOX]*|\.(?:inf|nan))", re.IGNORECASE
).fullmatch
# Values with a grammar of their own, which never need a quote.
_WORDS_ALONE = frozenset({"area", "part", "source", "within", "period"})
_DEFAULTS = {
    "qualifier": Qualifier.EXACT,
    "status": Status.FINAL,
    "comparability": Comparability.SAME,
}


def write_line(reading: Reading) -> str:
    """Write a reading as its canonical line, without a newline; defaults are left out.

    Raises `Malformed` where the line would not read back as the same reading.
    """
    line = f"- {write_flow(reading)}"
    if holds_forbidden(line) or read_lines(line) != (reading,):
        raise Malformed("reading-unwritable", text=line)
    return line


def write_flow(reading: Reading) -> str:
    """Write a reading as the flow mapping of its canonical line."""
    pairs = (
        f"{key}: {_written(key, value)}"
        for key in _PATTERNS
        if (value := getattr(reading, key)) is not None and value != _DEFAULTS.get(key)
    )
    return "{" + ", ".join(pairs) + "}"


def _written(key: str, value: object) -> str:
    if isinstance(value, Words):
        if key == "note" and value.zh == value.en:
            return quote(value.zh)
        return f"{{zh: {quote(value.zh)}, en: {quote(value.en)}}}"
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if key in _WORDS_ALONE else quote(str(value))


def quote(text: str) -> str:
    """Write a text as a YAML scalar that is safe everywhere, quoted only where it must be."""
    if _bare(text) and text.lower() not in _RESERVED and not _numeric(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\t", "\\t") + '"'


def in_quotes(text: str) -> str:
    """Write a text in the quotes that need the fewest signs before them."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
