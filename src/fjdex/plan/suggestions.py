"""What was meant by a day, a period or an id that is written in another form.

In a file nothing here is ever taken for the value itself: a finding names it, and somebody types
it. Where it is not certain what was meant, the answer is None.
"""

import re
from datetime import date, timedelta

from fjdex.plan.numerals import dated_in_digits
from fjdex.plan.period import Period, parse_period
from fjdex.plan.quantities import bare
from fjdex.plan.scalars import Malformed, parse_day, parse_slug

# Nobody writes a day or a period at greater length.
_MAX = 64
_NAMES = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_month_name = re.compile(rf"\b({_NAMES})[a-z]*\.?")
_TIME = r"(?:[ T][0-9:.]+(?:Z|[+-][0-9:]+)?)?"
_year_first = re.compile(
    rf"([0-9]{{4}})\s*[-/.年 ]\s*([0-9]{{1,2}})\s*[-/.月 ]\s*([0-9]{{1,2}})\s*[日号]?{_TIME}"
).fullmatch
_short_year = re.compile(r"([0-9]{2})年\s*([0-9]{1,2})月\s*([0-9]{1,2})[日号]").fullmatch
_closed_up = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})").fullmatch
_named = re.compile(r"(?:([0-9]{1,2})(?:st|nd|rd|th)? )?m([0-9]+) (?:([0-9]{1,2}),? )?([0-9]{4})")
_year_last = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})").fullmatch
_serial = re.compile(r"[34][0-9]{4}").fullmatch
_until = re.compile(r"^(?:截至|截止到?|as (?:of|at) )\s*").sub
_at_end = re.compile(r"(.+?)(?:底|末)").fullmatch
# The day from which a spreadsheet counts; 30000 is a day of 1982, 49999 one of 2036.
_EPOCH = date(1899, 12, 30)
_SOME_YEAR = 2000
_MONTHS = 12


def day_meant(text: str) -> date | None:
    """Answer the day that a text means: 2022/9/30, 2022年9月30日, 20220930, 2022年9月底, 44834."""
    written = day_written(text)
    try:
        return parse_day(written) if written else None
    except Malformed:
        return None


def day_written(text: str) -> str:
    """Answer the day that a text means as YYYY-MM-DD, "" where none; there may be no such day."""
    said = _until("", dated_in_digits(bare(text))) if len(text) <= _MAX else ""
    if _serial(said):
        return (_EPOCH + timedelta(days=int(said))).isoformat()
    if match := _year_last(said):
        return _year_at_last(*match.groups())
    if match := _year_first(said) or _closed_up(said):
        return _day(*match.groups())
    if match := _short_year(said):
        return _day(f"20{match[1]}", match[2], match[3])
    if match := _at_end(said):
        period = period_meant(match[1])
        return period.end.isoformat() if period else ""
    return _by_name(said)


def _year_at_last(first: str, second: str, year: str) -> str:
    # Of 3/4/2022 nobody can say which is the month.
    if (int(first) > _MONTHS) == (int(second) > _MONTHS) and first != second:
        return ""
    day, month = (first, second) if int(first) > _MONTHS else (second, first)
    return _day(year, month, day)


def _by_name(said: str) -> str:
    """Answer a day whose month is named: 30 Sep 2022, September 30, 2022."""
    match = _named.fullmatch(_numbered(said.lower()))
    if match is None or (match[1] is None) == (match[3] is None):
        return ""
    return _day(match[4], match[2], match[1] or match[3])


def _numbered(said: str) -> str:
    """Write the English names of months as m1 to m12."""
    names = _NAMES.split("|")
    said = _month_name.sub(lambda match: f"m{names.index(match[1]) + 1}", said)
    return said.replace(" of ", " ")


def _day(year: str, month: str, day: str) -> str:
    return f"{year}-{month:0>2}-{day:0>2}"


_yearless = re.compile(r"(?:[0-9]{1,2}月[0-9]{1,2}[日号]|[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,2}月[底末])")
_yearly = re.compile(r"[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}")


def year_lacking(text: str) -> str:
    """Answer `yearless` for a day without its year, `short` for one of two digits, else ""."""
    said = _until("", dated_in_digits(bare(text))) if len(text) <= _MAX else ""
    if _yearless.fullmatch(said):
        return "yearless"
    return "short" if _yearly.fullmatch(said) else ""


_HALVES = {"上": "1", "下": "2"}
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_YEAR = "(?P<y>[0-9]{4})年?"
_MONTH = "(?P<y>[0-9]{4})[-/.年](?P<m>[0-9]{1,2})"
_FIRST = "(?:前|第?[1一][-~/至到]第?)"
_UNTIL = "Q1[-~/至到]Q?"
_SPAN = "{y}-{m:0>2}/{y2}-{m2:0>2}"
_WITHIN = "{y}-{m:0>2}/{y}-{m2:0>2}"
_PERIODS = tuple(
    (re.compile(pattern).fullmatch, form)
    for pattern, form in (
        (rf"{_YEAR}[-/.]?第?Q?(?P<q>[1-4])(?:季度?)", "{y}Q{q}"),
        (rf"{_YEAR}[-/.]?Q(?P<q>[1-4])", "{y}Q{q}"),
        (r"Q(?P<q>[1-4])[-/.]?(?P<y>[0-9]{4})年?", "{y}Q{q}"),
        (r"(?P<q>[1-4])Q[-/.]?(?P<y>[0-9]{4})年?", "{y}Q{q}"),
        (rf"{_YEAR}[-/.]?H(?P<h>[12])", "{y}H{h}"),
        (r"H(?P<h>[12])[-/.]?(?P<y>[0-9]{4})年?", "{y}H{h}"),
        (rf"{_YEAR}(?P<h>[上下])半年", "{y}H{h}"),
        (rf"{_YEAR}(?:{_FIRST}[2两]个?季度?|{_UNTIL}2)", "{y}-01/{y}-06"),
        (rf"{_YEAR}(?:{_FIRST}3个?季度?|{_UNTIL}3)", "{y}-01/{y}-09"),
        (rf"{_YEAR}(?:{_FIRST}4个?季度?|{_UNTIL}4)", "{y}-01/{y}-12"),
        (rf"{_YEAR}前(?P<m>[0-9]{{1,2}})个?月", "{y}-01/{y}-{m:0>2}"),
        (rf"{_MONTH}月?份?", "{y}-{m:0>2}"),
        (r"(?P<y>[0-9]{4})(?P<m>0[1-9]|1[0-2])", "{y}-{m}"),
        (r"(?P<y>[0-9]{4})(?:年(?:全年|度)?|全年|年?度)?", "{y}"),
        (rf"{_MONTH}月?[-~/至到](?P<y2>[0-9]{{4}})[-/.年](?P<m2>[0-9]{{1,2}})月?份?", _SPAN),
        (rf"{_YEAR}[-/.]?(?P<m>[0-9]{{1,2}})月?[-~/至到](?P<m2>[0-9]{{1,2}})月份?", _WITHIN),
        # Of one sign throughout it would be a day.
        (r"(?P<y>[0-9]{4})\.(?P<m>[0-9]{1,2})[-~/](?P<m2>[0-9]{1,2})", _WITHIN),
        (r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})[~/](?P<m2>[0-9]{1,2})", _WITHIN),
        (r"M(?P<m>[0-9]+)(?P<y>[0-9]{4})", "{y}-{m:0>2}"),
        (r"M(?P<m>[0-9]+)(?:-|TO)M(?P<m2>[0-9]+?)(?P<y>[0-9]{4})", _WITHIN),
    )
)
# 24Q2, 24年二季度; and what says that a quarter or month stands for itself.
_century = re.compile(r"^(?=[0-9]{2}(?:年|Q[1-4]$|H[12]$))").sub
_alone = re.compile(
    "(?:(?<=季)|(?<=季度)|(?<=月)|(?<=月份)|(?<=Q[1-4]))(?:当季度?|单季度?|当月|单月|当期)$"
).sub
_worded = re.compile(r"\b(?:the )?(first|second|third|fourth) (half|quarter)(?: of)? ([0-9]{4})")


def period_meant(text: str, year: int | None = None) -> Period | None:
    """Answer the period that a text means: 2022-Q3, 2022年三季度, 2022年上半年, 2022年1—9月.

    `year` is the one that is meant where the text names none: 三季度, 1—9月.
    """
    said = dated_in_digits(bare(text)).lower() if len(text) <= _MAX else ""
    said = _worded.sub(lambda match: f"{match[3]}{match[2][0]}{_ORDINALS[match[1]]}", said)
    said = re.sub(r"\s+", "", _numbered(said)).upper()
    said = _alone("", _century("20", said))
    written = _of_period(said)
    if not written and year is not None and not said.isdigit():
        written = _of_period(f"{year:04}{'' if said[:1] in 'QH' else '年'}{said}")
    try:
        return parse_period(written) if written else None
    except Malformed:
        return None


_TO_DATE = frozenset(
    ["累计", "年初至今", "今年以来", "年内累计", "本年累计", "当年累计", "年累计", "ytd"]
)


def is_to_date(text: str) -> bool:
    """Whether a text says that a value is the running total of its year, and not up to when."""
    return bare(text).lower().replace(" ", "") in _TO_DATE


def running_total(day: date) -> Period | None:
    """Answer the period from a year's start to a day; None where the day ends no month."""
    first = f"{day.year:04}-01"
    month = parse_period(f"{first}/{day:%Y-%m}" if day.month > 1 else first)
    return month if month.end == day else None


def _of_period(said: str) -> str:
    for matches, form in _PERIODS:
        if match := matches(said.removesuffix("累计")):
            parts = {key: _HALVES.get(one, one) for key, one in match.groupdict().items()}
            written = form.format(**parts)
            return _from_new_year(written) if said.endswith("累计") else written
    return ""


_quarter_or_month = re.compile(r"([0-9]{4})(?:Q([1-4])|-([0-9]{2}))").fullmatch


def _from_new_year(written: str) -> str:
    """Write the running total up to a quarter's or month's end: 三季度累计 is nine months."""
    match = _quarter_or_month(written)
    if match is None:
        return written
    month = int(match[3]) if match[3] else 3 * int(match[2])
    return f"{match[1]}-01/{match[1]}-{month:02}" if month > 1 else written


_ITS_OWN = {
    "{y}Q{q}": frozenset(["本季", "本季度", "当季", "当季度"]),
    "{y}-{m:02}": frozenset(["本月", "当月", "本月份"]),
    "{y}": frozenset(["本年", "本年度", "当年", "今年", "全年"]),
}
_this_year = re.compile("^(?:今年|本年度?|当年)(?=.)").sub


def period_about(text: str, day: date) -> Period | None:
    """Answer the period that a text means beside a day: 本季, 今年上半年, 1—9月."""
    said = _this_year("", re.sub(r"\s+", "", bare(text))) if len(text) <= _MAX else ""
    quarter = (day.month + 2) // 3
    for form, words in _ITS_OWN.items():
        if said in words:
            return parse_period(form.format(y=day.year, q=quarter, m=day.month))
    return period_meant(said, day.year)


def lacks_year(text: str) -> bool:
    """Whether a text means a period of no year: 三季度, 上半年, 1—9月, Q3."""
    return period_meant(text) is None and period_meant(text, _SOME_YEAR) is not None


def slug_meant(text: str) -> str | None:
    """Answer the id that a text means: capitals, spaces and underscores have no place in one."""
    said = re.sub(r"[\s_.]+", "-", bare(text).lower().rstrip("。；、,;.:"))
    try:
        return parse_slug(said)
    except Malformed:
        return None
