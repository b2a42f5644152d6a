"""Whether two figures for the same thing can both be true.

A printed figure stands for everything that rounds to it: 7.1万 for 70,500 to 71,500.
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from fjdex.plan.numerals import begun_in_digits
from fjdex.plan.readings import Reading
from fjdex.plan.terms import Qualifier

Span = tuple[Fraction | None, Fraction | None]

_number = re.compile(r"-?[0-9]+(?:,[0-9]{3})*(?:\.([0-9]+))?").search


def contradict(one: Reading, other: Reading, about: Fraction) -> bool:
    """Whether two readings of the same thing cannot both be true, rounding and bounds allowed.

    `about` is how many percent 左右 leaves open on either side.
    """
    return bool(contradictions((one, other), about))


def contradictions(
    readings: Sequence[Reading], about: Fraction
) -> tuple[tuple[Reading, Reading], ...]:
    """Answer each reading that cannot be true beside an earlier one, with the earlier one."""
    spans = [_span(reading, about) for reading in readings]
    found: list[tuple[Reading, Reading]] = []
    highest: Fraction | None = None
    lowest: Fraction | None = None
    for at, (low, high) in enumerate(spans):
        below = high is not None and highest is not None and high < highest
        above = low is not None and lowest is not None and low > lowest
        if below or above:
            first = next(before for before in range(at) if _disjoint(spans[before], spans[at]))
            found.append((readings[at], readings[first]))
        highest = max([one for one in (highest, low) if one is not None], default=None)
        lowest = min([one for one in (lowest, high) if one is not None], default=None)
    return tuple(found)


def _disjoint(one: Span, other: Span) -> bool:
    (low, high), (other_low, other_high) = one, other
    below = high is not None and other_low is not None and high < other_low
    return below or (other_high is not None and low is not None and other_high < low)


def _span(reading: Reading, about: Fraction) -> Span:
    """Answer where a reading's true value may lie (of a state, its day as a number)."""
    if reading.value is None:
        first = reading.within.start if reading.within else reading.date
        low = None if reading.qualifier is Qualifier.BY else Fraction(first.toordinal())
        return low, Fraction(reading.date.toordinal())
    value = Fraction(reading.value)
    half = rounding_of(reading)
    if reading.qualifier in {Qualifier.AT_LEAST, Qualifier.FROM}:
        return value, None
    if reading.qualifier is Qualifier.JUST_UNDER:
        return None, value
    if reading.qualifier is Qualifier.ABOUT:
        half = max(half, abs(value) * about / 100)
    return value - half, value + half


def rounding_of(reading: Reading) -> Fraction:
    """Answer half of the last digit that a source printed, in the reading's unit.

    7.1万 may stand for anything from 70,500 to 71,500; without a printed figure, the value's own
    digits are the source's.
    """
    value = Fraction(reading.value or 0)
    written = reading.printed or str(reading.value)
    said = begun_in_digits(written)
    printed = _number(said)
    if printed is None:
        return Fraction(0)
    digits = printed[0].replace(",", "")
    shown = Fraction(digits)
    scale = value / shown if shown else Fraction(1)
    # 一万二千 says nothing of its hundreds, though in digits it ends in noughts.
    noughts = len(digits) - len(digits.rstrip("0")) if said != written and not printed[1] else 0
    return abs(scale) * Fraction(10**noughts, 10 ** len(printed[1] or "")) / 2
