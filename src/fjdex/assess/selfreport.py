"""Whether a reading rests on a unit's own return, and nobody who publishes has said the same."""

from datetime import date
from fractions import Fraction

from fjdex.assess.series import counts, rivals_of
from fjdex.plan.agreement import contradict
from fjdex.plan.plan import Plan, part_of
from fjdex.plan.readings import Reading
from fjdex.plan.records import Record
from fjdex.plan.terms import SourceKind


def self_reported(plan: Plan, record: Record, reading: Reading | None, as_of: date) -> bool:
    """Whether a reading cites a return and no publication or reprint agrees with it.

    A value is agreed with by one for the same day and period that is bounded in the same way and
    equal as far as both are printed; a state by the same state, whatever day is printed for it.
    """
    if reading is None or not _is_return(plan, reading):
        return False
    if reading.state is not None:
        return not any(
            one.state is reading.state and one.date <= as_of and _published(plan, one)
            for one in plan.readings.get(record.id, ())
            if counts(plan, record, one, part_of(record, reading.part))
        )
    about = Fraction(plan.header.about)
    return not any(
        one.qualifier is reading.qualifier
        and _published(plan, one)
        and not contradict(one, reading, about)
        for one in rivals_of(plan, record, reading)
    )


def _is_return(plan: Plan, reading: Reading) -> bool:
    source = plan.source.get(reading.source or "")
    return source is not None and source.kind is SourceKind.RETURN


def _published(plan: Plan, reading: Reading) -> bool:
    source = plan.source.get(reading.source or "")
    return source is not None and source.kind is not SourceKind.RETURN
