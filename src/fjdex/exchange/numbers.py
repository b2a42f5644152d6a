"""Numbers as spreadsheets store them: doubles, written with more digits than they keep."""

import re
from datetime import date, timedelta
from decimal import Context, Decimal

from fjdex.exchange.cells import DIGITS

_number = re.compile(r"[+-]?[0-9]*\.?[0-9]*(?:[eE][+-]?[0-9]{1,3})?").fullmatch
_LONGEST = 40
_EXACT = Context(prec=100)


def plain_digits(text: str) -> str | None:
    """Answer a stored number without an exponent and without zeros that say nothing."""
    text = text.strip()
    if not _number(text) or not any(sign.isdecimal() for sign in text):
        return None
    number = Decimal(text)
    if not number:
        return "0"
    if abs(number.adjusted()) > _LONGEST:
        return text
    plain = format(number, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def without_noise(digits: str) -> str:
    """Answer a number with the digits that a spreadsheet keeps: 0.3 for 0.30000000000000004."""
    number = Decimal(digits)
    if len(number.as_tuple().digits) <= DIGITS:
        return digits
    last = number.adjusted() - DIGITS + 1
    kept = number.quantize(Decimal((0, (1,), last)), context=_EXACT)
    return plain_digits(str(kept)) or digits


def hundredfold(digits: str) -> str:
    """Answer the number that a percentage is shown as: 47.6 for a stored 0.476."""
    return plain_digits(str(Decimal(digits).scaleb(2, _EXACT))) or digits


_LEAP_SLIP = 60
_SECONDS = Decimal(86_400)


def day_of_serial(digits: str, *, from_1904: bool) -> str | None:
    """Answer the day that a spreadsheet's number of days means, as YYYY-MM-DD.

    The time of day is dropped. The older count takes 1900 for a leap year, so its 60 is a day that
    never was; it is answered as it is shown. None for what is no day.
    """
    number = Decimal(digits)
    if not 1 <= number < 3_000_000 and not (from_1904 and 0 <= number < 1):  # noqa: PLR2004 (days)
        return None
    # A day that was worked out may lie a hair before midnight.
    days = int(number + Decimal("0.5") / _SECONDS)
    if from_1904:
        return _day(date(1904, 1, 1), days)
    if days == _LEAP_SLIP:
        return "1900-02-29"
    return _day(date(1899, 12, 30 if days > _LEAP_SLIP else 31), days)


def _day(first: date, days: int) -> str | None:
    try:
        return (first + timedelta(days=days)).isoformat()
    except OverflowError:
        return None
