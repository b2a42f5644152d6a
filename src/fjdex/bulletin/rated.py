"""A plan rated for a period: once for the page of the whole and for those of all its agencies."""

from dataclasses import dataclass
from datetime import timedelta

from fjdex.assess.assessment import Assessment, assess
from fjdex.bulletin.moves import Move, moves
from fjdex.plan.period import Period
from fjdex.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Rated:
    """A plan as of a period's last day and as of the day before the period, and what moved.

    `before` is None where that day lies before the plan.
    """

    plan: Plan
    period: Period
    assessment: Assessment
    before: Assessment | None
    moved: tuple[Move, ...]


def rated(plan: Plan, period: Period) -> Rated:
    """Rate a plan for a period; raises `ValueError` for one that ends before the plan begins."""
    assessment = assess(plan, period.end)
    eve = period.start - timedelta(days=1)
    before = assess(plan, eve) if eve >= plan.header.start else None
    return Rated(plan, period, assessment, before, moves(before, assessment) if before else ())
