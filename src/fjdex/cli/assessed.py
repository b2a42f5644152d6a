"""The assessment of a plan as of a day, or the sentence why there is none."""

from datetime import date

from fjdex.assess.assessment import Assessment, assess
from fjdex.plan.failures import Failure
from fjdex.plan.plan import Plan


def assessed(plan: Plan, day: date) -> Assessment:
    """Answer the assessment; raises `Failure` for a day before the plan's start."""
    try:
        return assess(plan, day)
    except ValueError as error:
        start = plan.header.start.isoformat()
        raise Failure("day-before-plan", text=day.isoformat(), start=start) from error
