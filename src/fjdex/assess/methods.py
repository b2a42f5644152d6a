"""Other published methods beside ours, each with its own number and class (METHODS in the docs).

They are shown, never used: each answers another question than pace does. Powers of fractions are
irrational, so growth rates are reckoned in decimals of 30 digits; nothing here is a float.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from fractions import Fraction

from fjdex.assess.bounds import value_of
from fjdex.assess.pace import Pace, pace_of, running_total
from fjdex.assess.values import Case
from fjdex.plan.readings import Reading

_CONTEXT = Context(prec=30)
_YEAR = Fraction(1461, 4)
_ON_TRACK = Decimal("0.95")
_MODERATE = Decimal("0.60")
_STAGNATION = Decimal("0.10")


@dataclass(frozen=True, slots=True)
class Method:
    """One method's answer: a number and a class, or the reason why it gives none.

    `favourable` is whether the class says that all is well; None where there is no class.
    """

    code: str
    number: Fraction | None
    verdict: str
    favourable: bool | None


def other_methods(case: Case, reading: Reading, pace: Pace | None) -> tuple[Method, ...]:
    """Answer what other methods make of a reading; of a running total they can make nothing."""
    if case.flow and running_total(reading):
        codes = ("attained", "growth-ratio", "projection")
        return tuple(Method(code, None, "no-year", None) for code in codes)
    return (*_straight(case, reading, pace), _attained(case, reading), *_growth(case, reading))


def _straight(case: Case, reading: Reading, pace: Pace | None) -> Iterator[Method]:
    """Measure against the straight line from baseline to goal, where a path was planned."""
    if pace is None or case.start is None or not case.goal.path or case.flow:
        return
    straight = pace_of(case.start, replace(case.goal, path=()), reading, flow=False)
    if straight is not None and straight.ratio is not None:
        good = straight.ratio >= 1
        yield Method("straight-line", straight.ratio, "on-line" if good else "below-line", good)


def _attained(case: Case, reading: Reading) -> Method:
    """Take actual over target (the offices' self-evaluation forms, Akvo); reversed for a cap."""
    value, goal = value_of(reading), case.aim.value
    over, under = (value, goal) if case.aim.operator.rising else (goal, value)
    if under == 0 or (over < 0) != (under < 0):
        return Method("attained", None, "no-ratio", None)
    share = over / under
    good = case.aim.reached_by(reading)
    if good:
        return Method("attained", share, "full-marks", favourable=True)
    return Method("attained", share, "partial-marks", False if case.is_due else None)


def _growth(case: Case, reading: Reading) -> Iterator[Method]:
    start, value, goal = case.start, value_of(reading), case.aim.value
    if start is None or reading.date <= start.date or case.growth:
        return
    if not (start.value > 0 and value > 0 and goal > 0) or start.value == goal:
        yield Method("growth-ratio", None, "no-growth", None)
        return
    gone = Fraction((reading.date - start.date).days) / _YEAR
    span = Fraction((case.goal.due - start.date).days) / _YEAR
    left = Fraction((case.goal.due - reading.date).days) / _YEAR
    actual = _rate(value / start.value, gone)
    achieved = case.aim.reached_by(reading)
    yield _ratio_of_rates(case, actual, _rate(goal / start.value, span), achieved=achieved)
    yield _projection(case, value, actual, left, achieved=achieved)


def _rate(ratio: Fraction, years: Fraction) -> Decimal:
    """Answer the compound growth a year that makes a ratio in some years."""
    exponent = _decimal(1 / years)
    return _CONTEXT.subtract(_CONTEXT.power(_decimal(ratio), exponent), Decimal(1))


def _ratio_of_rates(case: Case, actual: Decimal, required: Decimal, *, achieved: bool) -> Method:
    """Take growth observed over growth required (Statistics Canada, after Eurostat)."""
    sign = 1 if case.aim.operator.rising else -1
    number = _CONTEXT.divide(actual * sign, abs(required))
    bands = ((_ON_TRACK, "on-track"), (_MODERATE, "accelerate"), (Decimal(0), "limited"))
    verdict = next((word for least, word in bands if number >= least), "deterioration")
    return _judged("growth-ratio", number, verdict, achieved=achieved)


def _projection(
    case: Case, value: Fraction, actual: Decimal, left: Fraction, *, achieved: bool
) -> Method:
    """Carry the growth observed on to the due day (UN Statistics Division, as EUSTAT does)."""
    assert case.start is not None  # noqa: S101 (the caller has looked)
    factor = _CONTEXT.power(_CONTEXT.add(actual, Decimal(1)), _decimal(left))
    projected = _CONTEXT.multiply(_decimal(value), factor)
    base = _decimal(case.start.value)
    distance = _CONTEXT.subtract(_decimal(case.aim.value), base)
    number = _CONTEXT.divide(_CONTEXT.subtract(projected, base), distance)
    bands = ((_ON_TRACK, "on-track"), (_STAGNATION, "fair"))
    verdict = next((word for least, word in bands if number >= least), "stagnation")
    return _judged("projection", number, verdict, achieved=achieved)


def _judged(code: str, number: Decimal, verdict: str, *, achieved: bool) -> Method:
    """Give the class; a target that is met is achieved whatever the trend, in both methods."""
    word = "achieved" if achieved else verdict
    return Method(code, Fraction(number), word, word in {"achieved", "on-track"})


def _decimal(value: Fraction) -> Decimal:
    return _CONTEXT.divide(Decimal(value.numerator), Decimal(value.denominator))
