"""Which quarter, year or span the words on the command line mean."""

from datetime import date

from fjdex.cli.desk import day_asked
from fjdex.plan.failures import Failure
from fjdex.plan.period import Period, parse_period
from fjdex.plan.period import quarter_asked as quarter_in
from fjdex.plan.plan import Plan
from fjdex.plan.scalars import Malformed


def quarter_asked(plan: Plan, text: str, today: date) -> Period:
    """Answer the quarter asked for.

    Raises `Failure` for no quarter, one before the plan, and one that is still to come.
    """
    period = quarter_in(text) or quarter_in(str(_meant(text) or ""))
    if period is None:
        raise Failure("quarter-malformed", text=text)
    return _within(plan, period, today)


def period_asked(plan: Plan, text: str, today: date) -> Period:
    """Answer the quarter, half-year, year, month or span asked for; raises as `quarter_asked`."""
    try:
        period = parse_period(text.upper())
    except Malformed as error:
        meant = _meant(text)
        if meant is None:
            raise Failure("span-malformed", text=text) from error
        period = meant
    return _within(plan, period, today)


def _meant(text: str) -> Period | None:
    """Answer the period that is written as offices do: 2022年三季度."""
    from fjdex.plan.suggestions import period_meant

    return period_meant(text)


def known_day_asked(plan: Plan, text: str) -> date:
    """Answer the day of --known-by; raises `Failure` for one on which nobody knew the plan."""
    day = day_asked(text)
    if day < plan.header.start:
        start = plan.header.start.isoformat()
        raise Failure("known-before-plan", text=text, start=start)
    return day


def _within(plan: Plan, period: Period, today: date) -> Period:
    if period.end < plan.header.start:
        start = plan.header.start.isoformat()
        raise Failure("quarter-before-plan", text=str(period), start=start)
    if period.start > today:
        raise Failure("quarter-ahead", text=str(period), start=period.start.isoformat())
    return period
