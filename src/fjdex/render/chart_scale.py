"""Ticks that people can read, on an axis of numbers and on one of days; exact throughout."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import count, takewhile

# The most ticks on an axis of numbers, and on one of days.
_UP, _ACROSS = 6, 8
_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_ROUND = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis of numbers from its first tick to its last."""

    ticks: tuple[Fraction, ...]
    # The decimal places that tell the ticks apart.
    places: int

    def share(self, value: Fraction) -> Fraction:
        """Answer how far along the axis a value lies, from 0 to 1."""
        return (value - self.ticks[0]) / (self.ticks[-1] - self.ticks[0])


def scale_of(values: list[Fraction]) -> Scale:
    """Answer an axis on which some values lie, with zero unless it is far from all of them."""
    low, high = min(values), max(values)
    spread = high - low
    if low > 0 and (not spread or low <= 2 * spread):
        low = Fraction(0)
    elif high < 0 and (not spread or -high <= 2 * spread):
        high = Fraction(0)
    if low == high:
        high = Fraction(1)
    step, places = _step((high - low) / (_UP - 1))
    first, last = low // step, -(-high // step)
    return Scale(tuple(step * number for number in range(first, last + 1)), places)


def _step(least: Fraction) -> tuple[Fraction, int]:
    """Answer the smallest 1, 2 or 5 with noughts that is no less, and its decimal places."""
    power = next(one for one in count() if Fraction(10) ** one >= least)
    while Fraction(10) ** (power - 1) >= least:
        power -= 1
    lower = Fraction(10) ** (power - 1)
    times = next((one for one in _ROUND if lower * one >= least), 10)
    step = lower * times
    return step, max(0, -power if times == 10 else 1 - power)  # noqa: PLR2004 (ten is base)


@dataclass(frozen=True, slots=True)
class Days:
    """An axis of days."""

    first: date
    last: date

    def share(self, day: date) -> Fraction:
        """Answer how far along the axis a day lies, from 0 to 1."""
        return Fraction((day - self.first).days, (self.last - self.first).days)

    def ticks(self) -> tuple[tuple[date, str], ...]:
        """Answer first days of months or years, few enough to stand side by side, in words."""
        for months in _MONTHS:
            days = self._every(months)
            if len(days) <= _ACROSS:
                break
        else:
            days = days[:: len(days) // _ACROSS + 1]
        yearly = all(day.month == 1 for day in days) and len(days) > 1
        return tuple((day, str(day.year) if yearly else f"{day:%Y-%m}") for day in days)

    def _every(self, months: int) -> list[date]:
        first = self.first.year * 12 + self.first.month - 1
        start = -(-first // months) * months
        most = self.last.year * 12 + self.last.month - 1
        numbers = takewhile(lambda one: one <= most, count(start, months))
        days = [date(one // 12, one % 12 + 1, 1) for one in numbers]
        return [day for day in days if self.first <= day <= self.last]


def days_of(days: list[date]) -> Days:
    """Answer an axis on which some days lie, half a year to either side of a lone one."""
    first, last = min(days), max(days)
    if first == last:
        first, last = date(first.year, 1, 1), date(last.year, 12, 31)
    return Days(first, last)
