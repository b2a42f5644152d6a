"""What is said beside a rating: stale, provisional, self-reported, bounded, disputed and others."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from fjdex.assess.bounds import value_of
from fjdex.assess.item import Flag, Item, Verdict
from fjdex.assess.selfreport import self_reported
from fjdex.assess.series import rivals_of
from fjdex.plan.agreement import contradict
from fjdex.plan.period import next_end
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Goal
from fjdex.plan.terms import Qualifier, Rating, Status

_CLOSED = frozenset(
    {Rating.MET, Rating.MET_LATE, Rating.MET_UNDATED, Rating.CANCELLED, Rating.ONGOING}
)
_OPEN_AFTER_DUE = frozenset(
    {
        Rating.MISSED,
        Rating.UNDECIDED,
        Rating.UNCONFIRMED,
        Rating.NO_READING,
        Rating.NO_BASELINE,
    }
)

# Ratings whose words say that a due date has passed.
_OF_THE_DUE = frozenset(
    {
        Rating.MET_LATE,
        Rating.MET_UNDATED,
        Rating.MISSED,
        Rating.UNDECIDED,
        Rating.UNCONFIRMED,
    }
)


def with_verdict(plan: Plan, item: Item, verdict: Verdict, as_of: date) -> Item:
    """Put a verdict into an item, with the flags that go beside it."""
    days = overdue(item.due, verdict.rating, as_of)
    disputing = _disputing(plan, item.id, verdict.reading)
    held = {
        Flag.STALE: _stale(plan, item.id, verdict, as_of),
        Flag.PROVISIONAL: verdict.reading is not None
        and verdict.reading.status is Status.PROVISIONAL,
        Flag.SELF_REPORTED: self_reported(plan, plan.records[item.id], verdict.reading, as_of),
        Flag.BOUNDED: _bounded(verdict),
        Flag.DISPUTED: bool(disputing),
        Flag.YEAR_BEHIND: _year_behind(verdict),
        Flag.FELL_BACK: verdict.fell_back,
        Flag.OVERDUE: days is not None,
    }
    return replace(
        item,
        rating=verdict.rating,
        reading=verdict.reading or item.reading,
        start=verdict.start,
        pace=verdict.pace,
        outlook=verdict.outlook,
        share=_share(item.goal, verdict),
        disputing=disputing,
        overdue=days,
        flags=tuple(flag for flag, on in held.items() if on),
    )


def overdue(due: date | None, rating: Rating, as_of: date) -> int | None:
    """Answer how many days have passed since an open item was due."""
    if due is None or rating not in _OPEN_AFTER_DUE or as_of <= due:
        return None
    return (as_of - due).days


def early(due: date | None, rating: Rating, as_of: date) -> bool:
    """Whether a rating that follows from others' speaks of a due day that has not come itself."""
    return due is not None and as_of < due and rating in _OF_THE_DUE


def _bounded(verdict: Verdict) -> bool:
    reading = verdict.reading
    if verdict.rating is Rating.NO_READING:
        return False
    if reading is not None and reading.qualifier not in {Qualifier.EXACT, Qualifier.BY}:
        return True
    year = verdict.outlook.year if verdict.outlook else None
    leans = [one.lean for one in (verdict.pace, year) if one is not None]
    return any(lean is not None for lean in leans)


def _year_behind(verdict: Verdict) -> bool:
    """Whether an item is on the plan's schedule and behind its year's."""
    year = verdict.outlook.year if verdict.outlook else None
    on_schedule = verdict.pace is not None and (verdict.pace.ratio or 0) >= 1
    return on_schedule and year is not None and year.ratio < 1


def _share(goal: Goal | None, verdict: Verdict) -> Fraction | None:
    if goal is None or not goal.value or verdict.reading is None or verdict.reading.value is None:
        return None
    return value_of(verdict.reading) / Fraction(goal.value)


def _disputing(plan: Plan, id_: str, reading: Reading | None) -> tuple[Reading, ...]:
    """Answer the counting readings for the same day that cannot be true beside this one."""
    if reading is None or reading.value is None:
        return ()
    about = Fraction(plan.header.about)
    others = rivals_of(plan, plan.records[id_], reading)
    return tuple(one for one in others if contradict(one, reading, about))


def _stale(plan: Plan, id_: str, verdict: Verdict, as_of: date) -> bool:
    """Whether the next reading's day plus the record's lag has passed without one."""
    if verdict.reading is None or verdict.rating in _CLOSED:
        return False
    return as_of > reading_due(plan, id_, verdict.reading.date)


def reading_due(plan: Plan, id_: str, last: date) -> date:
    """Answer the last day for the reading after one of a day: its period's end and the lag."""
    record = plan.records[id_]
    lag = plan.header.lag if record.lag is None else record.lag
    every = record.every or plan.header.every
    return next_end(last, every) + timedelta(days=lag)
