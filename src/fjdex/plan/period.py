"""Periods: what an accumulating or yearly value covers, and the quarters of a bulletin.

Forms: `2022`, `2022H1`, `2022Q3` (that quarter alone), `2022-09`, and `2022-01/2022-09`, the
months from the first to the last, both included.
"""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Annotated

from fjdex.plan.scalars import FIRST_YEAR, LAST_YEAR, YEARS, Malformed, Written, shown
from fjdex.plan.terms import Interval

MONTH = "(?:0[1-9]|1[0-2])"
PERIOD = rf"(?:[0-9]{{4}}(?:H[12]|Q[1-4]|-{MONTH})?|[0-9]{{4}}-{MONTH}/[0-9]{{4}}-{MONTH})"
_EDITED = rf"^(?:(?:{YEARS})(?:H[12]|Q[1-4]|-{MONTH})?|(?:{YEARS})-{MONTH}/(?:{YEARS})-{MONTH})$"
_single = re.compile(rf"([0-9]{{4}})(?:H([12])|Q([1-4])|-({MONTH}))?").fullmatch
MONTHS = 12


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Whole months from `start` to `end`, both days included.

    `text` is how it was written: 2022H1 and 2022-01/2022-06 are the same period.
    """

    start: date
    end: date
    text: str = field(compare=False)

    @property
    def full_year(self) -> bool:
        """Whether it is one calendar year, from its first day to its last."""
        return self.from_new_year and (self.end.month, self.end.day) == (MONTHS, 31)

    @property
    def from_new_year(self) -> bool:
        """Whether it runs from a year's first day to some day of the same year."""
        return (self.start.month, self.start.day) == (1, 1) and self.start.year == self.end.year

    def covers(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.start <= day <= self.end

    def __str__(self) -> str:
        return self.text


def parse_period(text: object) -> Period:
    """Answer the period that a file's text writes; raises `Malformed`."""
    if not isinstance(text, str):
        raise Malformed("period-malformed", text=shown(text))
    first, slash, last = text.partition("/")
    start, end = _single(first), _single(last if slash else first)
    if start is None or end is None or (slash and not (start[4] and end[4])):
        raise Malformed("period-malformed", text=shown(text))
    period = Period(_months(start)[0], _months(end)[1], text)
    if (
        period.end < period.start
        or not FIRST_YEAR <= period.start.year <= period.end.year <= LAST_YEAR
    ):
        raise Malformed("period-malformed", text=shown(text))
    return period


def _months(match: re.Match[str]) -> tuple[date, date]:
    year, half, quarter, month = match.groups()
    if half:
        return _span(int(year), 6 * int(half) - 5, 6)
    if quarter:
        return _span(int(year), 3 * int(quarter) - 2, 3)
    return _span(int(year), int(month), 1) if month else _span(int(year), 1, MONTHS)


def _span(year: int, month: int, months: int) -> tuple[date, date]:
    if not 1 <= year < date.max.year:
        raise Malformed("period-malformed", text=str(year))
    after = month + months
    following = date(year + 1, 1, 1) if after > MONTHS else date(year, after, 1)
    return date(year, month, 1), following - timedelta(days=1)


def quarter_of(day: date) -> Period:
    """Answer the quarter in which a day lies."""
    return parse_period(f"{day.year:04}Q{(day.month + 2) // 3}")


_LENGTH = {Interval.QUARTER: 3, Interval.HALF_YEAR: 6, Interval.YEAR: MONTHS}


def next_end(day: date, every: Interval) -> date:
    """Answer the last day of the reporting period that ends next after a day."""
    months = _LENGTH[every]
    following = day + timedelta(days=1)
    first = (following.month - 1) // months * months + 1
    return _span(following.year, first, months)[1]


PeriodText = Annotated[
    Period,
    Written(
        parse_period,
        {
            "type": ["string", "integer"],
            "pattern": _EDITED,
            "minimum": FIRST_YEAR,
            "maximum": LAST_YEAR,
        },
    ),
]


def quarter_asked(text: str) -> Period | None:
    """Answer the quarter that a text such as 2022Q3 names, None for anything else."""
    try:
        period = parse_period(text.upper())
    except Malformed:
        return None
    return period if "Q" in period.text else None
