"""What an agency is asked to report for a quarter: its items, one row for each thing that is read.

What is rated by other items alone is not asked for, and neither is what was cancelled.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fjdex.assess.assessment import Assessment, assess
from fjdex.assess.series import part_states, series_of
from fjdex.plan.period import Period, parse_period
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Agency, Goal, Outcome, Part, Record, Target, Task
from fjdex.plan.terms import Kind, Rating

_ACCUMULATING = frozenset({Kind.FLOW, Kind.GROWTH})


@dataclass(frozen=True)
class Asking:
    """One row: a record or a part of one, what is known of it, and the period it is asked for.

    `last` is the latest reading that counts; `period` is None where a value is of a day.
    """

    record: Record
    part: Part | None
    goal: Goal | None
    due: date | None
    last: Reading | None
    period: Period | None

    @property
    def unit(self) -> str | None:
        """The unit of a value; None where a state is asked for."""
        numeric = isinstance(self.record, Target) and self.record.kind is not Kind.DELIVERABLE
        return (self.record.unit or "") if numeric and isinstance(self.record, Target) else None

    @property
    def spans(self) -> bool:
        """Whether a value has to say which period it covers."""
        return isinstance(self.record, Target) and self.record.kind in _ACCUMULATING


@dataclass(frozen=True)
class Collection:
    """What is asked of one agency for a quarter."""

    plan: Plan
    agency: Agency
    quarter: Period
    rows: tuple[Asking, ...]


def collection(plan: Plan, agency: Agency, quarter: Period, *, shared: bool) -> Collection:
    """Answer what an agency is asked: what it leads and, with `shared`, what it shares.

    Raises `ValueError` for a quarter that ends before the plan begins.
    """
    assessment = assess(plan, quarter.end)
    records = [one for one in plan.records.values() if _its_own(agency, one, shared=shared)]
    rows = tuple(row for one in records for row in _rows(assessment, one, quarter))
    return Collection(plan, agency, quarter, rows)


def _its_own(agency: Agency, record: Record, *, shared: bool) -> bool:
    return agency.id in (record.leads if shared else record.leads[:1])


def _rows(assessment: Assessment, record: Record, quarter: Period) -> Iterator[Asking]:
    plan, item = assessment.plan, assessment.items[record.id]
    if item.rating is Rating.CANCELLED or _rests_on_others(plan, record):
        return
    parts = record.parts if isinstance(record, Outcome) else ()
    for part in parts:
        states = part_states(plan, record, part, quarter.end)
        last = states[-1] if states else None
        yield Asking(record, part, item.goal, item.due, last, None)
    if not parts:
        series = series_of(plan, record, quarter.end)
        last = next(reversed((*series.states, *series.values)), None)
        yield Asking(record, None, item.goal, item.due, last, _period(record, quarter))


def _rests_on_others(plan: Plan, record: Record) -> bool:
    if isinstance(record, Outcome):
        return bool(plan.targets_of(record))
    return isinstance(record, Task) and bool(plan.children_of(record))


def _period(record: Record, quarter: Period) -> Period | None:
    """Answer the running total of the year, which is what counts of a flow."""
    if not isinstance(record, Target) or record.kind is not Kind.FLOW:
        return None
    year, month = quarter.end.year, quarter.end.month
    return parse_period(f"{year}-01/{year}-{month:02}")
