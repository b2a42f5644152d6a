"""What a printed figure says about the true one, and whether that reaches a goal.

近50% is below 50 and does not meet a goal of 50; 超2.6 is above it and meets "2.6 or more";
左右 leaves a few percent open on either side (`about` in plan.yaml).
"""

from dataclasses import dataclass
from fractions import Fraction

from fjdex.plan.readings import Reading
from fjdex.plan.records import Goal
from fjdex.plan.terms import Operator, Qualifier


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a true value lies; an end of None is open to infinity, `open_*` leaves the end out."""

    low: Fraction | None
    high: Fraction | None
    open_low: bool = False
    open_high: bool = False


def interval_of(value: Fraction, qualifier: Qualifier, about: Fraction) -> Interval:
    """Answer where the true value of a printed one lies; `about` is in percent."""
    if qualifier is Qualifier.AT_LEAST:
        return Interval(value, None, open_low=True)
    if qualifier is Qualifier.FROM:
        return Interval(value, None)
    if qualifier is Qualifier.JUST_UNDER:
        return Interval(None, value, open_high=True)
    margin = abs(value) * about / 100 if qualifier is Qualifier.ABOUT else Fraction(0)
    return Interval(value - margin, value + margin)


def reaches(interval: Interval, operator: Operator, goal: Fraction) -> bool:
    """Whether every value of an interval reaches a goal."""
    if not operator.rising:
        return reaches(_mirrored(interval), _MIRRORED[operator], -goal)
    if interval.low is None:
        return False
    strict = operator is Operator.MORE and not interval.open_low
    return interval.low > goal if strict else interval.low >= goal


def falls_short(interval: Interval, operator: Operator, goal: Fraction) -> bool:
    """Whether no value of an interval reaches a goal."""
    if not operator.rising:
        return falls_short(_mirrored(interval), _MIRRORED[operator], -goal)
    if interval.high is None:
        return False
    at_goal_is_short = operator is Operator.MORE or interval.open_high
    return interval.high <= goal if at_goal_is_short else interval.high < goal


_MIRRORED = {Operator.AT_MOST: Operator.AT_LEAST, Operator.LESS: Operator.MORE}


def _mirrored(interval: Interval) -> Interval:
    low = None if interval.high is None else -interval.high
    high = None if interval.low is None else -interval.low
    return Interval(low, high, interval.open_high, interval.open_low)


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal to be reached by a number, with what 左右 means in this plan."""

    operator: Operator
    value: Fraction
    about: Fraction

    @classmethod
    def of(cls, goal: Goal, about: Fraction) -> "Aim | None":
        """Answer the aim of a goal, None where it is a state or lacks its operator."""
        if goal.value is None or goal.operator is None:
            return None
        return cls(goal.operator, Fraction(goal.value), about)

    def reached_by(self, reading: Reading) -> bool:
        """Whether a reading reaches the goal for certain."""
        return reaches(self._interval(reading), self.operator, self.value)

    def missed_by(self, reading: Reading) -> bool:
        """Whether a reading falls short of the goal for certain."""
        return falls_short(self._interval(reading), self.operator, self.value)

    def _interval(self, reading: Reading) -> Interval:
        return interval_of(value_of(reading), reading.qualifier, self.about)


def value_of(reading: Reading) -> Fraction:
    """Answer the number of a reading that has one."""
    assert reading.value is not None  # noqa: S101 (only numeric readings are counted)
    return Fraction(reading.value)
