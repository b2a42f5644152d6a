"""The plan as known by a day and of an area, assessed as of a day; or the sentence why not."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from fjdex.assess.areas import plan_of_area
from fjdex.assess.assessment import Assessment, rate_alone, roll_up
from fjdex.assess.known import Known, known_by
from fjdex.cli.desk import Desk, day_asked
from fjdex.plan.failures import Failure
from fjdex.plan.plan import Plan
from fjdex.plan.records import Agency

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fjdex.assess.item import Item
    from fjdex.store.memory import Memory


@dataclass(frozen=True)
class Clocks:
    """The two days of a question: as of when, and known by when (None: everything on file)."""

    as_of: date
    known_by: date | None

    @classmethod
    def of(cls, desk: Desk, as_of: str | None, known: str | None) -> "Clocks":
        """Answer the days asked for; raises `Failure` for what is no date."""
        return cls(desk.day(as_of), day_asked(known) if known else None)

    def asked(self) -> dict[str, str | None]:
        """Answer the two days for scripts."""
        known = self.known_by.isoformat() if self.known_by else None
        return {"as_of": self.as_of.isoformat(), "known_by": known}


def assessed(
    plan: Plan,
    desk: Desk,
    clocks: Clocks,
    area: str | None = None,
    memory: "Memory | None" = None,
) -> Assessment:
    """Answer the assessment, and narrate how many readings a clock left out.

    A memory is of the whole plan with all that is on file. Raises `Failure` for a day before the
    plan's start.
    """
    if clocks.known_by is not None or area is not None:
        memory = None
    if clocks.known_by is not None:
        plan = as_known(plan, desk, clocks.known_by)
    if area is not None:
        plan = plan_of_area(plan, area)
    try:
        return roll_up(plan, clocks.as_of, _alone(plan, clocks.as_of, memory))
    except ValueError as error:
        start, day = plan.header.start.isoformat(), clocks.as_of.isoformat()
        raise Failure("day-before-plan", text=day, start=start) from error


def _alone(plan: Plan, as_of: date, memory: "Memory | None") -> "Mapping[str, Item]":
    if memory is None:
        return rate_alone(plan, as_of)
    known = memory.items(as_of)
    alone = rate_alone(plan, as_of, known)
    if len(known) < len(alone):
        memory.learn_items(as_of, alone)
    return alone


def as_known(plan: Plan, desk: Desk, day: date) -> Plan:
    """Answer the plan as known by a day, and narrate how many readings are left out."""
    return knowledge(plan, desk, day).plan


def knowledge(
    plan: Plan, desk: Desk, day: date, until: date | None = None, agency: Agency | None = None
) -> Known:
    """Answer what was known by a day and what was left out, and narrate of how many readings.

    Readings of days after `until` are not missed, and so not counted; nor are those of what an
    agency that is asked about neither leads nor shares.
    """
    known = known_by(plan, day)
    known = known.of_days_until(until) if until else known
    if agency is not None:
        records = plan.records.items()
        known = known.of_records({id_ for id_, one in records if agency.id in one.leads})
    if known.later or known.undated:
        counts = {"later": known.later, "undated": known.undated}
        desk.narrate(desk.voice("status.left-out", day=day.isoformat(), **counts))
    return known
