"""How far ahead the words on the command line look: 90d, 2w, 3m, 1q, 1y."""

import calendar
import re
from collections.abc import Mapping
from datetime import date, timedelta

from fjdex.plan.failures import Failure
from fjdex.plan.period import MONTHS
from fjdex.plan.quantities import folded
from fjdex.plan.scalars import LAST_YEAR, MAX_DAYS

_DAYS: Mapping[str, int] = {"": 1, "d": 1, "天": 1, "日": 1, "w": 7, "周": 7}
_MONTHS: Mapping[str, int] = {
    "m": 1,
    "月": 1,
    "个月": 1,
    "q": 3,
    "季": 3,
    "季度": 3,
    "个季度": 3,
    "y": MONTHS,
    "年": MONTHS,
}
_span = re.compile(r"([0-9]{1,4}) *(\D*)").fullmatch


def day_within(text: str, start: date) -> date:
    """Answer the last day of a span that begins with a day; raises `Failure`.

    Days and weeks are counted out; months, quarters and years end on the same day of a later month,
    or on its last one; from the last day of a month they always reach the last one.
    """
    match = _span(folded(text).lower())
    if match is None or match[2] not in {**_DAYS, **_MONTHS}:
        raise Failure("within-malformed", text=text.strip())
    count, unit = int(match[1]), match[2]
    months = count * _MONTHS.get(unit, 0)
    if count * _DAYS.get(unit, 0) > MAX_DAYS or months > MAX_DAYS // 30:
        raise Failure("within-malformed", text=text.strip())
    later = start + timedelta(days=count * _DAYS.get(unit, 0))
    return _months_on(later, months) if months else later


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    if year > LAST_YEAR:
        return date(LAST_YEAR, MONTHS, 31)
    last = calendar.monthrange(year, month + 1)[1]
    ends = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if ends else min(day.day, last))
