"""Ratings by numbers: stock, ratio, flow and growth (the table in docs/methodology.md)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from fjdex.assess.bounds import Aim, value_of
from fjdex.assess.duepath import Start
from fjdex.assess.item import Verdict
from fjdex.assess.pace import Pace, pace_of, rating_of
from fjdex.plan.readings import Reading
from fjdex.plan.records import Goal, Target
from fjdex.plan.terms import Kind, Rating

Bands = tuple[tuple[Rating, Fraction], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A target to be rated as of a day: its goal in force, its counting readings, its start."""

    target: Target
    goal: Goal
    aim: Aim
    readings: Sequence[Reading]
    start: Start | None
    as_of: date
    bands: Bands

    @property
    def flow(self) -> bool:
        """Whether the target accumulates."""
        return self.target.kind is Kind.FLOW

    @property
    def growth(self) -> bool:
        """Whether the target is a rate of growth."""
        return self.target.kind is Kind.GROWTH

    @property
    def is_due(self) -> bool:
        """Whether the due day has come: on that day an item is due."""
        return self.as_of >= self.goal.due


def rate_values(case: Case) -> Verdict:
    """Answer the verdict on a target of numbers that is not cancelled: the first row that fits."""
    return _met(case) or (_after_due(case) if case.is_due else None) or _under_way(case)


def _met(case: Case) -> Verdict | None:
    last = min(case.goal.due, case.as_of)
    by_due = [one for one in case.readings if one.date <= last and _may_meet(case, one)]
    if not by_due or not case.aim.reached_by(by_due[-1]):
        return None
    later = [one for one in case.readings if one.date > by_due[-1].date and _settles(case, one)]
    return Verdict(
        rating=Rating.MET,
        reading=by_due[-1],
        start=case.start,
        fell_back=_short_again(case, later),
    )


def _short_again(case: Case, later: Sequence[Reading]) -> bool:
    """Whether the last reading since that says for certain says that the goal is missed again."""
    certain = [one for one in later if case.aim.missed_by(one) or case.aim.reached_by(one)]
    return bool(certain) and case.aim.missed_by(certain[-1])


def _may_meet(case: Case, reading: Reading) -> bool:
    """Whether a reading up to the due day can meet the goal.

    A flow's goal is its due year's: a running total of that year meets it as soon as it is
    reached where more is better, while a cap holds only when the year is over.
    """
    if not case.flow or reading.period is None:
        return _settles(case, reading)
    of_due_year = reading.period.end.year == case.goal.due.year
    return of_due_year and (case.aim.operator.rising or _settles(case, reading))


def _settles(case: Case, reading: Reading) -> bool:
    """Whether a reading is of the very period that the goal is for."""
    if case.growth:
        return reading.period is not None and reading.period.covers(case.goal.due)
    if case.flow:
        period, due = reading.period, case.goal.due
        return period is not None and period.end >= due and period.end.year == due.year
    return True


def _after_due(case: Case) -> Verdict | None:
    late = [one for one in case.readings if one.date >= case.goal.due and _reports_late(case, one)]
    short = [one for one in late if _settles(case, one) and case.aim.missed_by(one)]
    reached = [one for one in late if case.aim.reached_by(one)]
    kept = [one for one in reached if short and one.date > short[0].date]
    if kept:
        return _late(case, Rating.MET_LATE, kept[0], late)
    if reached:
        return _late(case, Rating.MET_UNDATED, reached[0], late)
    if short:
        return Verdict(rating=Rating.MISSED, reading=short[-1], start=case.start)
    open_ = [one for one in late if _settles(case, one)]
    if open_:
        return Verdict(rating=Rating.UNDECIDED, reading=open_[-1], start=case.start)
    if case.readings:
        return Verdict(rating=Rating.UNCONFIRMED, reading=case.readings[-1], start=case.start)
    return None


def _reports_late(case: Case, reading: Reading) -> bool:
    """Whether a reading from the due day on says something about the goal.

    A later full year of a flow can show that the level was reached, but not that it was missed;
    a running total of a later year can show it where more is better.
    """
    if not case.flow or reading.period is None:
        return _settles(case, reading)
    if reading.period.end.year == case.goal.due.year:
        return _settles(case, reading) or case.aim.operator.rising
    return reading.period.full_year or case.aim.operator.rising


def _late(case: Case, rating: Rating, reading: Reading, late: Sequence[Reading]) -> Verdict:
    after = [one for one in late if one.date > reading.date and _settles_or_later(case, one)]
    fell_back = _short_again(case, after)
    return Verdict(rating=rating, reading=reading, start=case.start, fell_back=fell_back)


def _settles_or_later(case: Case, reading: Reading) -> bool:
    return not case.flow or (reading.period is not None and reading.period.full_year)


def _under_way(case: Case) -> Verdict:
    if case.growth:
        return _growing(case)
    start = case.start
    since = [one for one in case.readings if start is None or one.date > start.date]
    if not since:
        last = case.readings[-1] if case.readings else None
        return Verdict(rating=Rating.NO_READING, reading=last, start=start)
    reading = since[-1]
    pace = pace_of(start, case.goal, reading, flow=case.flow)
    if pace is None:
        return Verdict(rating=Rating.NO_BASELINE, reading=reading, start=start)
    return Verdict(rating=rating_of(pace, case.bands), reading=reading, start=start, pace=pace)


def _growing(case: Case) -> Verdict:
    """Rate a rate of growth before its due day: at or above the goal, below it, below zero."""
    if not case.readings:
        return Verdict(rating=Rating.NO_READING)
    reading = case.readings[-1]
    value = value_of(reading)
    rising = case.aim.operator.rising
    if case.aim.reached_by(reading) or (_at_goal(case, value) and not case.aim.missed_by(reading)):
        return Verdict(rating=Rating.ON_SCHEDULE, reading=reading)
    shrinking = value < 0 if rising else value > 0
    return Verdict(rating=Rating.REVERSING if shrinking else Rating.BEHIND, reading=reading)


def _at_goal(case: Case, value: Fraction) -> bool:
    return value >= case.aim.value if case.aim.operator.rising else value <= case.aim.value


def bands_of(bands: Mapping[Rating, object]) -> Bands:
    """Answer the bands of a plan, least pace falling."""
    pairs = ((rating, Fraction(str(least))) for rating, least in bands.items())
    return tuple(sorted(pairs, key=lambda pair: -pair[1]))


__all__ = ["Bands", "Case", "Pace", "bands_of", "rate_values"]
