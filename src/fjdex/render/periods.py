"""Periods and days in words."""

from datetime import date

from fjdex.messages import Voice
from fjdex.plan.period import Period


def period_said(period: Period, voice: Voice) -> str:
    """Say a period: 2022年第3季度, Q3 2022; a span by its first and last month."""
    start, end = period.start, period.end
    kind = _KINDS.get((start.month - 1, end.month - start.month)) if _one_year(period) else None
    quarter = (start.month + 2) // 3
    arguments: dict[str, object] = {
        "year": start.year,
        "number": voice(f"report.numeral.{quarter}"),
        "month": start.month,
    }
    if kind is None:
        arguments |= {"end_year": end.year, "end_month": end.month}
    return voice(f"report.period.{kind or 'span'}", **arguments)


def _one_year(period: Period) -> bool:
    return period.start.year == period.end.year


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
