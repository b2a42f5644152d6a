"""Periods and days in words."""

from datetime import date

from fjdex.messages import Voice
from fjdex.plan.period import Period


def period_said(period: Period, voice: Voice) -> str:
    """Say a period: 2022年第三季度, Q3 2022; a span by its first and last month."""
    start, end = period.start, period.end
    arguments = {
        "year": start.year,
        "number": voice(f"report.numeral.{(start.month + 2) // 3}"),
        "month": start.month,
        "end_year": end.year,
        "end_month": end.month,
    }
    return voice(f"report.period.{_kind(period)}", **arguments)


def spoken_period(period: Period, voice: Voice) -> str:
    """Say a period as a bulletin's title does: 2022年度 for the year."""
    kind = _kind(period)
    if kind != "year":
        return period_said(period, voice)
    return voice("report.title-year", year=period.start.year)


def this_period(period: Period, voice: Voice) -> str:
    """Say that a period is meant that has been named: 本季度, this year."""
    return voice(f"report.this.{_kind(period)}")


def _kind(period: Period) -> str:
    start, end = period.start, period.end
    if start.year != end.year:
        return "span"
    return _KINDS.get((start.month - 1, end.month - start.month), "months")


# From months before the first and months after it, to how a period is called.
_KINDS = {
    (0, 11): "year",
    (0, 5): "first-half",
    (6, 5): "second-half",
    **{(month, 2): "quarter" for month in (0, 3, 6, 9)},
    **{(month, 0): "month" for month in range(12)},
}


def date_said(day: date, voice: Voice) -> str:
    """Say a day as a text does: 2022年12月31日; in English as everywhere else."""
    return voice("report.day", year=day.year, month=day.month, day=day.day)
