"""What was known on a day: a plan without what was published or decided later.

A reading is known from the day on which its source was published. Of an undated source nobody can
say when, so its readings are left out too, and counted apart. A goal is known from the day on which
it was decided, a remark from the day that it bears.
"""

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Goal, Remark

Held = tuple[str, Reading]


@dataclass(frozen=True, slots=True)
class Known:
    """A plan as known by a day, and what was left out for which reason.

    Readings and goals stand with the ids of their records: those of sources published later,
    those of sources of no known day, and what was decided later.
    """

    plan: Plan
    day: date
    published_later: tuple[Held, ...]
    undatable: tuple[Held, ...]
    decided_later: tuple[tuple[str, Goal], ...]
    remarked_later: tuple[Remark, ...]

    def of_days_until(self, day: date) -> "Known":
        """Answer the same with only those readings left out that are of a day or one before it."""
        return replace(
            self,
            published_later=tuple(one for one in self.published_later if one[1].date <= day),
            undatable=tuple(one for one in self.undatable if one[1].date <= day),
        )

    def of_records(self, ids: Container[str]) -> "Known":
        """Answer the same with only those readings left out that are of some records."""
        return replace(
            self,
            published_later=tuple(one for one in self.published_later if one[0] in ids),
            undatable=tuple(one for one in self.undatable if one[0] in ids),
        )

    @property
    def later(self) -> int:
        """How many readings were published later."""
        return len(self.published_later)

    @property
    def undated(self) -> int:
        """How many readings have no known day of publication."""
        return len(self.undatable)


def known_by(plan: Plan, day: date) -> Known:
    """Answer the plan with only what was published, decided or remarked up to a day."""
    days = {source.id: source.published for source in plan.sources}
    kept = {
        id_: tuple(one for one in readings if (on := _published(one, days)) and on <= day)
        for id_, readings in plan.readings.items()
    }
    targets = tuple(
        replace(target, goals=tuple(goal for goal in target.goals if goal.decided <= day))
        for target in plan.targets
    )
    remarks = tuple(one for one in plan.remarks if one.date is None or one.date <= day)
    goals = ((one.id, goal) for one in plan.targets for goal in one.goals)
    return Known(
        plan=replace(plan, readings=kept, targets=targets, remarks=remarks),
        day=day,
        published_later=tuple(_held(plan, days, lambda on: on is not None and on > day)),
        undatable=tuple(_held(plan, days, lambda on: on is None)),
        decided_later=tuple((id_, goal) for id_, goal in goals if goal.decided > day),
        remarked_later=tuple(one for one in plan.remarks if one not in remarks),
    )


def _held(
    plan: Plan, days: Mapping[str, date | None], test: Callable[[date | None], bool]
) -> Iterator[Held]:
    """Answer the readings whose day of publication passes a test."""
    for id_, readings in plan.readings.items():
        yield from ((id_, one) for one in readings if test(_published(one, days)))


def _published(reading: Reading, days: Mapping[str, date | None]) -> date | None:
    return days.get(reading.source or "")
