"""Which quarter or year the words on the command line mean."""

from datetime import date

from fjdex.plan.failures import Failure
from fjdex.plan.period import Period
from fjdex.plan.period import quarter_asked as quarter_in
from fjdex.plan.plan import Plan


def quarter_asked(plan: Plan, text: str, today: date) -> Period:
    """Answer the quarter asked for.

    Raises `Failure` for no quarter, one before the plan, and one that is still to come.
    """
    period = quarter_in(text)
    if period is None:
        raise Failure("quarter-malformed", text=text)
    refuse_before_plan(plan, period)
    if period.start > today:
        raise Failure("quarter-ahead", text=str(period), start=period.start.isoformat())
    return period


def refuse_before_plan(plan: Plan, period: Period) -> None:
    """Raise `Failure` for a period that ends before the plan begins."""
    if period.end < plan.header.start:
        start = plan.header.start.isoformat()
        raise Failure("quarter-before-plan", text=str(period), start=start)
