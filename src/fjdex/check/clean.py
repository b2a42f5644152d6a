"""Which files of readings no rule has anything to say of, judged by columns.

It makes no findings and knows no rules of its own: one reading of each sort is put before the rules
themselves, and what compares readings with each other (order, doubles, sums, falls) is asked of
whole columns in a stricter form. A file that is unusual in any way is not called clean, and then
the rules look at every reading of it. Being sure takes a tenth of the time of looking.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from fjdex.plan.ledger import Ledger
from fjdex.plan.period import Period, parse_period
from fjdex.plan.plan import Plan
from fjdex.plan.quantities import parse_quantity
from fjdex.plan.readings import Reading
from fjdex.plan.records import Record, Target
from fjdex.plan.scalars import NUMBER, Malformed
from fjdex.plan.terms import Kind
from fjdex.yamlio.ledger import Columns, columns_of

if TYPE_CHECKING:
    from datetime import date

SUMMED = frozenset({Kind.STOCK, Kind.FLOW})
_SHARE = "%"
# Words that say what is so anyway: with them a line is another than it looks.
_SPELT_OUT = ("qualifier: exact", "status: final", "comparability: same")
_figure = re.compile(rf"({NUMBER})([^0-9.,].*)?").fullmatch

# Whether the rules have anything to say of a reading by itself.
Judge = Callable[[Record, Reading], bool]


@dataclass(frozen=True)
class Clean:
    """The records whose readings are clean, and the sources that these cite."""

    records: frozenset[str]
    cited: frozenset[str]


NOTHING_CLEAN = Clean(frozenset(), frozenset())


def clean_of(plan: Plan, judge: Judge) -> Clean:
    """Answer which records' readings are known to be clean."""
    cleaner = _Cleaner(plan, judge)
    clean: set[str] = set()
    cited: set[str] = set()
    for id_, ledger in plan.readings.items():
        record = plan.records.get(id_)
        if record is None or not isinstance(ledger, Ledger):
            continue
        columns = columns_of(ledger)
        if columns is not None and cleaner.is_clean(record, columns, ledger):
            clean.add(id_)
            cited |= set(columns.sources)
    return Clean(frozenset(clean), frozenset(cited))


class _Cleaner:
    """What is seen in one ledger is known in the next."""

    def __init__(self, plan: Plan, judge: Judge) -> None:
        self.plan = plan
        self._judge = judge
        self._sorts: dict[object, bool] = {}

    def is_clean(self, record: Record, columns: Columns, ledger: Ledger) -> bool:
        """Whether it is certain that no rule has anything to say of a record's readings."""
        own = self.plan.area_of(record)
        areas = [area or own for area in columns.areas]
        return (
            list(columns.days) == sorted(columns.days)
            and len(set(zip(columns.days, areas, strict=True))) == len(areas)
            and set(areas) <= self.plan.area.keys()
            and not any(word in mark for mark in set(columns.marks) for word in _SPELT_OUT)
            and not any(_SPELT_OUT[2] in one for one in set(columns.measures))
            and self._sorts_are_clean(record, columns, ledger)
            and _printed_as_said(record, columns)
            and self._adds_up(record, columns, areas)
        )

    def _sorts_are_clean(self, record: Record, columns: Columns, ledger: Ledger) -> bool:
        """Put one reading of each sort before the rules: what they look at is the same in all."""
        whose = (type(record), getattr(record, "kind", None), getattr(record, "unit", None))
        values = map(bool, columns.values)
        printed = map(bool, columns.printed)
        sorts = zip(
            columns.days, columns.withins, columns.periods, values, columns.marks, printed,
            columns.measures, columns.sources, strict=True,
        )  # fmt: skip
        first: dict[object, int] = {}
        for at, sort in enumerate(sorts):
            first.setdefault(sort, at)
        new = {at: (whose, sort) for sort, at in first.items() if (whose, sort) not in self._sorts}
        for key, reading in zip(new.values(), ledger.picked(list(new)), strict=True):
            self._sorts[key] = not self._judge(record, reading)
        return all(self._sorts[whose, sort] for sort in first)

    def _adds_up(self, record: Record, columns: Columns, areas: Sequence[str]) -> bool:
        """Whether shares are shares, totals never fall, and the areas' figures make the whole's."""
        if not isinstance(record, Target):
            return True
        if record.kind is Kind.RATIO and record.unit == _SHARE:
            return all(0 <= Decimal(one) <= 100 for one in set(columns.values) if one)  # noqa: PLR2004 (in a hundred)
        if record.kind is Kind.FLOW and _falls(columns, areas):
            return False
        return (
            record.kind not in SUMMED
            or not self.plan.constituents
            or self._sums_agree(columns, areas)
        )

    def _sums_agree(self, columns: Columns, areas: Sequence[str]) -> bool:
        whole, constituents = self.plan.whole, self.plan.constituents
        sums: dict[object, Decimal] = defaultdict(Decimal)
        counts: dict[object, int] = defaultdict(int)
        wholes: dict[object, Decimal] = {}
        for moment, area, value in _plain_values(columns, areas):
            if area == whole:
                wholes[moment] = Decimal(value)
            elif area in constituents:
                sums[moment] += Decimal(value)
                counts[moment] += 1
        return all(
            counts[moment] < len(constituents) or sums[moment] == own
            for moment, own in wholes.items()
        )


def _plain_values(
    columns: Columns, areas: Sequence[str]
) -> Iterator[tuple[tuple[str, Period | None], str, str]]:
    """Answer moment, area and value of each figure that is exact, final and the record's own."""
    periods = _periods(columns)
    rows = zip(columns.days, columns.periods, areas, columns.values, strict=True)
    marked = map(any, zip(columns.marks, columns.measures, strict=True))
    return (
        ((day, periods[period]), area, value)
        for (day, period, area, value), other in zip(rows, marked, strict=True)
        if value and not other
    )


def _periods(columns: Columns) -> Mapping[str, Period | None]:
    return {text: parse_period(text) if text else None for text in set(columns.periods)}


def _falls(columns: Columns, areas: Sequence[str]) -> bool:
    """Whether any running total is below one of its year before, whatever else is said of it."""
    periods = _periods(columns)
    totals: dict[tuple[date, str], list[tuple[date, Decimal]]] = defaultdict(list)
    for text, area, value in zip(columns.periods, areas, columns.values, strict=True):
        period = periods[text]
        if value and period is not None and period.from_new_year:
            totals[period.start, area].append((period.end, Decimal(value)))
    in_order = ([value for _, value in sorted(series)] for series in totals.values())
    return any(values != sorted(values) for values in in_order)


def _printed_as_said(record: Record, columns: Columns) -> bool:
    """Whether every printed figure is the value in other words, such as 7.1万个 for 71000."""
    if any("unit: " in one for one in set(columns.measures)):
        return False
    unit = (record.unit if isinstance(record, Target) else None) or ""
    said = [one.strip('"') for one in columns.printed]
    both = [pair for pair in zip(columns.values, said, strict=True) if all(pair)]
    if all(words.startswith(value) for value, words in both):
        # Most often what follows the very same digits is the same few words.
        rests = {words[len(value) :] for value, words in both}
        return all(_no_digit(rest) and _scale(rest, unit) == 1 for rest in rests)
    return all(_same_figure(value, words, unit) for value, words in both)


_no_digit = re.compile(r"(?:[^0-9.,].*)?").fullmatch


def _same_figure(value: str, words: str, unit: str) -> bool:
    match = _figure(words)
    if match is None:
        return False
    scale = _scale(match[2] or "", unit)
    return scale is not None and Decimal(match[1]) * scale == Decimal(value)


@lru_cache(maxsize=1024)
def _scale(words: str, unit: str) -> Decimal | None:
    """Answer by how much the words after a figure multiply it; None where that is not sure."""
    try:
        one, more = (parse_quantity(f"{figure}{words}", unit).value for figure in ("1", "2.5"))
    except Malformed:
        return None
    if one is None or more is None:
        return None
    return one if more == one * Decimal("2.5") else None
