"""What was meant by a number, a day, a period or an id that is written in another form.

Nothing here is ever taken for the value itself: a finding names it, and somebody types it. Where
it is not certain what was meant, the answer is None.
"""

import re
from datetime import date, timedelta
from decimal import Decimal

from fjdex.plan.period import Period, parse_period
from fjdex.plan.quantities import Entered, folded, parse_quantity, plain
from fjdex.plan.scalars import Malformed, parse_day, parse_slug

_QUOTES = "“”‘’「」\"'` \t\u00a0"
_DASHES = dict.fromkeys(map(ord, "−–—‐‑"), "-")
_groups = re.compile(r"(?<![0-9.])([0-9]{1,3})((?:[ _'’\u00a0\u2009\u202f][0-9]{3})+)(?![0-9])")
_exponent = re.compile(r"([+-]?[0-9]+(?:\.[0-9]+)?)[eE]([+-]?[0-9]{1,2})").fullmatch
_of_hundred = re.compile(r"百分之(.+)").fullmatch
_numeral = re.compile(
    r"(?:([零〇一二两三四五六七八九十百千]+)(?:点([零〇一二两三四五六七八九]+))?)(.*)"
).fullmatch
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000}


def _bare(text: str) -> str:
    return folded(text).strip(_QUOTES)


def number_meant(text: str, unit: str) -> Entered | None:
    """Answer the number that a text means in a unit: ７１０００, 71 000, 7.1万, 八万, 1e3, .5."""
    said = _bare(text).translate(_DASHES)
    said = _groups.sub(lambda match: match[1] + re.sub("[^0-9]", "", match[2]), said)
    said = re.sub(r"^([+-]?)\.(?=[0-9])", r"\g<1>0.", said)
    said = re.sub(r"(?<=[0-9])\.(?![0-9])", "", said)
    if match := _exponent(said):
        said = plain(Decimal(f"{match[1]}E{match[2]}"))
    if match := _of_hundred(said):
        said = match[1] + "%"
    try:
        return parse_quantity(_in_digits(said), unit)
    except Malformed:
        return None


def _in_digits(text: str) -> str:
    """Write the Chinese numeral with which a text begins in digits, up to 千: 八万 as 8万."""
    match = _numeral(text)
    if match is None:
        return text
    whole, fraction, rest = match.groups(default="")
    number = _whole(whole)
    digits = "".join(str(_DIGITS[sign]) for sign in fraction)
    return text if number is None else f"{number}{'.' if digits else ''}{digits}{rest}"


def _whole(numeral: str) -> int | None:
    if not set(numeral) & set(_POWERS):
        return int("".join(str(_DIGITS[sign]) for sign in numeral))
    total, last, digit = 0, 10_000, None
    for sign in numeral:
        power = _POWERS.get(sign)
        if power is None:
            digit = _DIGITS[sign]
        elif power >= last:
            return None
        else:
            total += (1 if digit is None else digit) * power
            last, digit = power, None
    return total + (digit or 0)


_year_first = re.compile(
    r"([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*[日号]?(?:[ T][0-9:.]+Z?)?"
).fullmatch
_closed_up = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})").fullmatch
_year_last = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})").fullmatch
_serial = re.compile(r"[34][0-9]{4}").fullmatch
# The day from which a spreadsheet counts; 30000 is a day of 1982, 49999 one of 2036.
_EPOCH = date(1899, 12, 30)
_MONTHS = 12


def day_meant(text: str) -> date | None:
    """Answer the day that a text means: 2022/9/30, 2022年9月30日, 20220930, 30.9.2022, 44834."""
    said = _bare(text).translate(_DASHES)
    if _serial(said):
        return _EPOCH + timedelta(days=int(said))
    if match := _year_last(said):
        first, second, year = match.groups()
        # Of 3/4/2022 nobody can say which is the month.
        if (int(first) > _MONTHS) == (int(second) > _MONTHS) and first != second:
            return None
        day, month = (first, second) if int(first) > _MONTHS else (second, first)
        return _day(year, month, day)
    match = _year_first(said) or _closed_up(said)
    return _day(*match.groups()) if match else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return parse_day(f"{year}-{month:0>2}-{day:0>2}")
    except Malformed:
        return None


_QUARTERS = {sign: str(value) for value, sign in enumerate("一二三四", start=1)}
_HALVES = {"上": "1", "下": "2"}
_PERIODS = tuple(
    (re.compile(pattern).fullmatch, form)
    for pattern, form in (
        (r"([0-9]{4})年?[-/.]?第?Q?([1-4一二三四])(?:季度?)", "{0}Q{1}"),
        (r"([0-9]{4})年?[-/.]?Q([1-4])", "{0}Q{1}"),
        (r"Q([1-4])[-/.]?([0-9]{4})年?", "{1}Q{0}"),
        (r"([0-9]{4})年?[-/.]?H([12])", "{0}H{1}"),
        (r"([0-9]{4})年?([上下])半年", "{0}H{1}"),
        (r"([0-9]{4})年?前三季度", "{0}-01/{0}-09"),
        (r"([0-9]{4})年?前([0-9]{1,2})个月", "{0}-01/{0}-{1:0>2}"),
        (r"([0-9]{4})[-/.年]([0-9]{1,2})月?份?", "{0}-{1:0>2}"),
        (r"([0-9]{4})(0[1-9]|1[0-2])", "{0}-{1}"),
        (r"([0-9]{4})年(?:全年|度)?", "{0}"),
        (
            r"([0-9]{4})[-/.年]([0-9]{1,2})月?[-~/至到]([0-9]{4})[-/.年]([0-9]{1,2})月?份?",
            "{0}-{1:0>2}/{2}-{3:0>2}",
        ),
        (
            r"([0-9]{4})年?[-/.]?([0-9]{1,2})月?[-~/至到]([0-9]{1,2})月份?",
            "{0}-{1:0>2}/{0}-{2:0>2}",
        ),
    )
)


def period_meant(text: str) -> Period | None:
    """Answer the period that a text means: 2022-Q3, 2022年三季度, 2022年上半年, 2022年1—9月."""
    said = re.sub(r"\s+", "", _bare(text).translate(_DASHES)).upper()
    for matches, form in _PERIODS:
        if match := matches(said):
            parts = [_HALVES.get(one, _QUARTERS.get(one, one)) for one in match.groups()]
            try:
                return parse_period(form.format(*parts))
            except Malformed:
                return None
    return None


def slug_meant(text: str) -> str | None:
    """Answer the id that a text means: capitals, spaces and underscores have no place in one."""
    said = re.sub(r"[\s_.]+", "-", _bare(text).translate(_DASHES).lower())
    try:
        return parse_slug(said)
    except Malformed:
        return None
