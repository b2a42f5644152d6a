"""Other published methods beside ours, each with its own number and class (docs/methodology.md).

They are shown, never used: each answers another question than pace does. Powers of fractions are
irrational, so growth rates are reckoned in decimals of 30 digits; nothing here is a float.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Context, Decimal
from fractions import Fraction

from fjdex.assess.bounds import value_of
from fjdex.assess.duepath import Start
from fjdex.assess.pace import Pace, pace_of, running_total
from fjdex.assess.values import Case
from fjdex.assess.year import months
from fjdex.plan.readings import Reading

_CONTEXT = Context(prec=30)
_ON_TRACK = Decimal("0.95")
_MODERATE = Decimal("0.60")
_STAGNATION = Decimal("0.10")
_LEAST = Decimal("-Infinity")
Bands = tuple[tuple[Decimal, str], ...]
_RATIO_BANDS: Bands = (
    (_ON_TRACK, "on-track"),
    (_MODERATE, "accelerate"),
    (Decimal(0), "limited"),
    (_LEAST, "deterioration"),
)
_PROJECTION_BANDS: Bands = (
    (_ON_TRACK, "on-track"),
    (_STAGNATION, "fair"),
    (_LEAST, "stagnation"),
)
_THOUSANDTH = Fraction(1, 1000)


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
    rising = case.aim.operator.rising
    forward = rising == (goal > 0) if goal else rising
    over, under = (value, goal) if forward else (goal, value)
    share = None if under == 0 or (over < 0) != (under < 0) else over / under
    if case.aim.reached_by(reading):
        return Method("attained", share, "full-marks", favourable=True)
    verdict = "no-ratio" if share is None else "partial-marks"
    return Method("attained", share, verdict, False if case.is_due and share is not None else None)


def _growth(case: Case, reading: Reading) -> tuple[Method, Method]:
    """Answer the two methods of compound growth rates, or why they do not apply."""
    if case.growth:
        return _neither("of-growth")
    if case.start is None or reading.date <= case.start.date:
        return _neither("no-baseline")
    if case.goal.due <= case.start.date:
        return _neither("no-span")
    return _ratio_of_rates(case, case.start, reading), _projection(case, case.start, reading)


def _neither(verdict: str) -> tuple[Method, Method]:
    growth = Method("growth-ratio", None, verdict, None)
    return growth, Method("projection", None, verdict, None)


def _ratio_of_rates(case: Case, start: Start, reading: Reading) -> Method:
    """Take growth observed over growth required (Statistics Canada, after Eurostat).

    A base or goal of zero is taken as 0.001, and a negative base turns the sign, as there.
    """
    base, goal = start.value or _THOUSANDTH, case.aim.value or _THOUSANDTH
    span = _years(start.date, case.goal.due)
    actual = _rate(base, value_of(reading), _years(start.date, reading.date))
    required = _rate(base, goal, span)
    sign = (1 if case.aim.operator.rising else -1) * (1 if base > 0 else -1)
    number = None if actual is None or not required else _quotient(actual * sign, abs(required))
    return _judged("growth-ratio", number, _RATIO_BANDS, achieved=case.aim.reached_by(reading))


def _projection(case: Case, start: Start, reading: Reading) -> Method:
    """Carry the growth observed on to the due day (UN Statistics Division, as EUSTAT does).

    After the due day it is carried back to it: the goal is judged at its own day, as there.
    """
    value, goal = value_of(reading), case.aim.value
    actual = _rate(start.value, value, _years(start.date, reading.date))
    number = None
    if actual is not None and goal != start.value:
        growth = _power(_CONTEXT.add(actual, Decimal(1)), _years(reading.date, case.goal.due))
        if growth is not None:
            distance = _CONTEXT.multiply(_decimal(value), growth) - _decimal(start.value)
            number = _quotient(distance, _decimal(goal - start.value))
    return _judged("projection", number, _PROJECTION_BANDS, achieved=case.aim.reached_by(reading))


def _judged(code: str, number: Decimal | None, bands: Bands, *, achieved: bool) -> Method:
    """Give the class; a target that is met is achieved whatever the trend, in both methods."""
    shown = None if number is None else Fraction(number)
    if achieved:
        return Method(code, shown, "achieved", favourable=True)
    if number is None:
        return Method(code, None, "no-growth", None)
    verdict = next((word for least, word in bands if number >= least), bands[-1][1])
    return Method(code, shown, verdict, verdict == "on-track")


def _years(first: date, last: date) -> Fraction:
    return months(first, last) / 12


def _rate(base: Fraction, value: Fraction, years: Fraction) -> Decimal | None:
    """Answer the compound growth a year from one value to another; None where there is none."""
    if base == 0 or value == 0 or (base < 0) != (value < 0):
        return None
    power = _power(_decimal(value / base), 1 / years)
    return None if power is None else _CONTEXT.subtract(power, Decimal(1))


def _power(base: Decimal, exponent: Fraction) -> Decimal | None:
    """Raise to a power; None beyond what thirty digits and their exponents hold."""
    try:
        return _CONTEXT.power(base, _decimal(exponent))
    except ArithmeticError:
        return None


def _quotient(over: Decimal, under: Decimal) -> Decimal | None:
    try:
        return _CONTEXT.divide(over, under)
    except ArithmeticError:
        return None


def _decimal(value: Fraction) -> Decimal:
    return _CONTEXT.divide(Decimal(value.numerator), Decimal(value.denominator))
