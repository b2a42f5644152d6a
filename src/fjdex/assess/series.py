"""Which readings count for a record, and which of several for one day.

Only readings of the record's own measure, its own area and the whole of it are counted, dated on
or before the day asked about (docs/methodology.md, Which reading). Everything else is shown beside.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from fjdex.plan.ledger import count_until, of_area, on_day
from fjdex.plan.plan import Plan
from fjdex.plan.preference import REASONS, preference
from fjdex.plan.readings import Reading
from fjdex.plan.records import Part, Record, Target
from fjdex.plan.terms import Comparability, Kind, State


@dataclass(frozen=True, slots=True)
class Series:
    """A record's readings as of a day: the ones that count, and how many do not."""

    values: tuple[Reading, ...]
    states: tuple[Reading, ...]
    beside: int

    @property
    def cancelled(self) -> Reading | None:
        """The last state, where it is that the record is cancelled."""
        last = self.states[-1] if self.states else None
        return last if last and last.state is State.CANCELLED else None


def series_of(plan: Plan, record: Record, as_of: date) -> Series:
    """Answer the readings of a whole record as of a day, oldest first, one value a day."""
    readings = plan.readings.get(record.id, ())
    given = of_area(readings, plan.area_of(record))
    return series_from(plan, record, given, as_of, count_until(readings, as_of.isoformat()))


def series_from(
    plan: Plan, record: Record, given: Sequence[Reading], as_of: date, known: int
) -> Series:
    """Answer the series that given readings of a record make, as of a day.

    `known` is how many are on file up to that day, those left out that count and are not given.
    """
    own = [one for one in given if one.date <= as_of and counts(plan, record, one, None)]
    values = [one for one in own if one.value is not None and _fits(record, one)]
    states = oldest_first(plan, (one for one in own if one.state is not None))
    return Series(best_by_day(plan, values), states, known - len(values) - len(states))


def part_states(plan: Plan, record: Record, part: Part, as_of: date) -> tuple[Reading, ...]:
    """Answer the states of one part of an outcome as of a day, oldest first."""
    given = of_area(plan.readings.get(record.id, ()), plan.area_of(record, part))
    own = (one for one in given if one.date <= as_of and counts(plan, record, one, part))
    return oldest_first(plan, (one for one in own if one.state is not None))


def counts(plan: Plan, record: Record, reading: Reading, part: Part | None) -> bool:
    """Whether a reading is of the record's own measure and area, and of this part or the whole."""
    return (
        reading.comparability is Comparability.SAME
        and reading.measure is None
        and reading.part == (part.id if part else None)
        and reading.area in {None, plan.area_of(record, part)}
    )


def rates_record(plan: Plan, record: Record, reading: Reading) -> bool:
    """Whether a reading may rate its record as a whole: what `show` lists as counting."""
    return counts(plan, record, reading, None) and _fits(record, reading)


def _fits(record: Record, reading: Reading) -> bool:
    """A flow counts over a year, or from the year's start: a lone quarter says too little."""
    if reading.value is None:
        return True
    if not isinstance(record, Target) or record.kind is not Kind.FLOW:
        return True
    return reading.period is not None and reading.period.from_new_year


def best_by_day(plan: Plan, readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Answer one reading for each day, oldest first: the one that is to be believed."""
    best: dict[date, Reading] = {}
    for reading in sorted(readings, key=lambda one: preference(plan, one)):
        best.setdefault(reading.date, reading)
    return tuple(best[day] for day in sorted(best))


def oldest_first(plan: Plan, *groups: Iterable[Reading]) -> tuple[Reading, ...]:
    """Answer the readings of some groups by their dates; of one day the best comes last."""
    best_last = sorted(chain(*groups), key=lambda one: preference(plan, one), reverse=True)
    return tuple(sorted(best_last, key=lambda one: one.date))


def why_preferred(plan: Plan, chosen: Reading, other: Reading) -> str:
    """Answer what tipped the scale between two readings for one day.

    One of final, exact, published, source, in the order in which they are asked.
    """
    pairs = zip(preference(plan, chosen), preference(plan, other), REASONS, strict=True)
    return next((reason for one, another, reason in pairs if one != another), REASONS[-1])


def rivals_of(plan: Plan, record: Record, reading: Reading) -> tuple[Reading, ...]:
    """Answer the other counting values for a reading's day and period, best first."""
    same = (
        one
        for one in on_day(plan.readings.get(record.id, ()), plan.area_of(record), reading.date)
        if one.period == reading.period
        and one.value is not None
        and (one.line, one) != (reading.line, reading)
        and counts(plan, record, one, None)
    )
    return tuple(sorted(same, key=lambda one: preference(plan, one)))
