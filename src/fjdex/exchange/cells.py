"""Values as the cells of a text file, and texts that no spreadsheet takes for a formula.

A spreadsheet runs what begins with one of `=`, `+`, `-` and `@`, also after blanks, and some take
their full-width forms too. Such a text gets an apostrophe in front, and so does one that would
otherwise be read back as another: `plainly` takes away exactly what `guarded` put there.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from fjdex.exchange.table import Value

_GUARD = "'"
_ACTIVE = frozenset(("=", "+", "-", "@", "＝", "＋", "－", "＠", _GUARD))
_BLANKS = frozenset("\t\r\n")
BETWEEN = "; "

# What Excel keeps of a number; a decimal of so many digits is the same after it was a double.
DIGITS = 15


def guarded(text: str) -> str:
    """Answer a text as it can stand in a cell of a text file without being run."""
    return _GUARD + text if _may_act(text) else text


def plainly(cell: str) -> str:
    """Answer the text that a guarded cell stands for; other cells stand for themselves."""
    rest = cell.removeprefix(_GUARD)
    return rest if rest != cell and _may_act(rest) else cell


def _may_act(text: str) -> bool:
    first = text[:1]
    if not first.isspace():
        return first in _ACTIVE
    return first in _BLANKS or text.lstrip()[:1] in _ACTIVE


def written(value: Value) -> str:
    """Answer a value as text: all digits, ISO days, `true` and `false`, "" for nothing."""
    return _WRITTEN.get(type(value), str)(value)


_WRITTEN: Mapping[type, Callable[[Any], str]] = {
    type(None): lambda _: "",
    bool: lambda value: "true" if value else "false",
    Decimal: lambda value: format(value, "f"),
    date: date.isoformat,
    tuple: BETWEEN.join,
}
_NEVER_RUN = frozenset((type(None), bool, int, Decimal, date))


def cell(value: Value) -> str:
    """Answer a value as a cell of a text file; a number is none that could be run, even -3.5."""
    text = written(value)
    return text if type(value) in _NEVER_RUN else guarded(text)


def fits_a_double(value: Decimal) -> bool:
    """Whether a spreadsheet, which counts in doubles, holds and shows this very number."""
    digits = "".join(map(str, value.as_tuple().digits))
    return len(digits.strip("0")) <= DIGITS
