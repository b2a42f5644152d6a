"""From the words of `fjdex record` to a reading: understood exactly, or a sentence why not."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from fjdex.cli.choice import area_asked
from fjdex.plan.amounts import beside_figure
from fjdex.plan.failures import Failure
from fjdex.plan.period import Period
from fjdex.plan.plan import Plan
from fjdex.plan.quantities import Entered, parse_quantity, parse_state, plain
from fjdex.plan.readings import Reading
from fjdex.plan.records import Outcome, Part, Record, Target
from fjdex.plan.scalars import Malformed
from fjdex.plan.suggestions import day_meant, lacks_year, period_meant, slug_meant
from fjdex.plan.terms import Comparability, Kind, Qualifier, State, Status
from fjdex.plan.vocabulary import term_meant
from fjdex.plan.words import Words
from fjdex.yamlio.scan import holds_forbidden

E = TypeVar("E", bound=StrEnum)
_WHOLE = 100
_JUMP = 10


@dataclass(frozen=True)
class Asked:
    """The options of one `fjdex record`, as typed."""

    value: str | None
    date: str | None
    source: str | None
    area: str | None
    part: str | None
    period: str | None
    qualifier: str | None
    comparability: str | None
    status: str | None
    printed: str | None
    note: str | None


def reading_asked(plan: Plan, record: Record, asked: Asked, today: date) -> Reading:
    """Answer the reading that somebody enters; raises `Failure` for what cannot be understood."""
    for name, text in (("--note", asked.note), ("--printed", asked.printed)):
        if text is not None and not text.strip():
            raise Failure("text-empty", name=name)
        if text is not None and (holds_forbidden(text) or "\n" in text):
            raise Failure("text-malformed", name=name)
    figure, remark = beside_figure(asked.value or "") or (asked.value or "", None)
    entered = _entered(record, figure, asked.value or "")
    period = period_typed(asked.period, asked.date)
    day, within = _when(asked.date, period, today)
    comparability = _term(Comparability, asked.comparability, "comparability")
    _need_period(record, period, comparability, entered)
    qualifier = _term(Qualifier, asked.qualifier, "qualifier") or entered.qualifier
    status, note = _beside(asked, remark)
    return Reading(
        date=day,
        within=within,
        period=period,
        area=_area(plan, record, asked),
        part=_part(record, asked.part),
        value=entered.value,
        state=entered.state,
        qualifier=qualifier,
        status=status or Status.FINAL,
        printed=asked.printed or entered.printed,
        comparability=comparability or Comparability.SAME,
        source=source_asked(plan, asked.source),
        note=Words(note, note) if note else None,
    )


def _beside(asked: Asked, remark: str | None) -> tuple[Status | None, str | None]:
    """Answer status and note: their options, or what stands in brackets as in 7300个（初步）."""
    status, note = _term(Status, asked.status, "status"), asked.note
    meant = term_meant(remark or "", [one.value for one in Status])
    if meant and status is None:
        return Status(meant), note
    return status, note or (remark if not meant else None)


def _need_period(
    record: Record, period: Period | None, comparability: Comparability | None, entered: Entered
) -> None:
    """Refuse a flow or a rate of growth that could not count for want of its period."""
    kinds = {Kind.FLOW, Kind.GROWTH}
    counted = comparability in {None, Comparability.SAME} and entered.value is not None
    if isinstance(record, Target) and record.kind in kinds and counted and period is None:
        raise Failure("period-needed")


def _entered(record: Record, text: str, whole: str) -> Entered:
    """Answer what was entered: `text` of it; failures name the whole."""
    numeric = isinstance(record, Target) and record.kind is not Kind.DELIVERABLE
    state = parse_state(text)
    unit = (record.unit if isinstance(record, Target) else None) or ""
    if state is not None:
        if numeric and state is not State.CANCELLED:
            raise Failure("state-for-number", text=whole, unit=unit)
        return Entered(state=state)
    if not numeric:
        raise Failure("state-malformed", text=whole)
    try:
        return parse_quantity(text, unit)
    except Malformed as error:
        raise Failure(error.code, **{"unit": unit, **error.arguments}) from error


def period_typed(text: str | None, day: str | None) -> Period | None:
    """Answer the period that is typed, in any form that is certain: 2022Q3, 2022年三季度.

    三季度 alone is one of the year of the day that is typed beside it. Raises `Failure`.
    """
    if not text:
        return None
    year = day_typed(day)[0].year if day else None
    period = period_meant(text, year)
    if period is None:
        raise Failure("period-yearless" if lacks_year(text) else "period-malformed", text=text)
    return period


def day_typed(text: str) -> tuple[date, Period | None]:
    """Answer the day that is typed, and the period in which it lies where only that is.

    In any form that is certain: 2022-09-30, 2022年9月30日, 2022年9月. Raises `Failure`.
    """
    day = day_meant(text)
    if day is not None:
        return day, None
    period = period_meant(text)
    if period is None:
        raise Failure("day-malformed", text=text)
    return period.end, period


def _when(text: str | None, period: Period | None, today: date) -> tuple[date, Period | None]:
    """Answer the day: the one given, else the period's last, else today; never one to come."""
    day, within = day_typed(text) if text else (min(period.end, today) if period else today, None)
    if day > today:
        raise Failure("day-ahead", text=day.isoformat(), today=today.isoformat())
    return day, within


def _area(plan: Plan, record: Record, asked: Asked) -> str | None:
    """Answer an area other than the record's own; its own is left out of the line."""
    if asked.area is None:
        return None
    part = next((one for one in _parts(record) if one.id == asked.part), None)
    area = area_asked(plan, asked.area)
    return None if area == plan.area_of(record, part) else area


def _parts(record: Record) -> tuple[Part, ...]:
    return record.parts if isinstance(record, Outcome) else ()


def _part(record: Record, text: str | None) -> str | None:
    ids = [one.id for one in _parts(record)]
    if text is None or text in ids:
        return text
    if not ids:
        raise Failure("part-none")
    called = [one.id for one in _parts(record) if text in {one.name.zh, one.name.en}]
    if len(called) == 1:
        return called[0]
    raise Failure("part-unknown", text=text, near=", ".join(ids))


def source_asked(plan: Plan, text: str | None) -> str | None:
    """Answer a source on the register; raises `Failure` that says how to add it."""
    if text is None or text in plan.source:
        return text
    meant = slug_meant(text)
    if meant in plan.source:
        return meant
    raise Failure("source-unknown", text=text, near=nearest(text, plan.source))


def _term(terms: type[E], text: str | None, name: str) -> E | None:
    if text is None:
        return None
    known = [one.value for one in terms]
    meant = term_meant(text, known)
    if not meant:
        raise Failure("term-unknown", text=text, name=name, known=", ".join(known))
    return terms(meant)


def nearest(text: str, known: Iterable[str]) -> str:
    """Answer the three known words most like one, or the first three where none is like it."""
    words = list(known)
    found = difflib.get_close_matches(text, words, n=3, cutoff=0.4)
    return ", ".join(found or words[:3])


def doubts(plan: Plan, record: Record, reading: Reading, asked: Asked) -> list[Failure]:
    """Answer what makes an entry look like a slip, each as the question to ask about it."""
    found = []
    if not asked.date and not asked.period:
        found.append(Failure("doubt-today", text=reading.date.isoformat()))
    if reading.value is None or not isinstance(record, Target) or reading.measure is not None:
        return found
    if record.kind is Kind.RATIO and record.unit == "%" and not 0 <= reading.value <= _WHOLE:
        found.append(Failure("doubt-share", text=plain(reading.value)))
    before = _last_before(plan, record, reading)
    if before is None or before.value is None:
        return found
    figures = {"text": _figure(record, reading.value), "before": _figure(record, before.value)}
    if _falls(record, reading, before):
        found.append(Failure("doubt-falls", **figures))
    if _jumps(reading.value, before.value) or _drops(record, reading.value, before.value):
        found.append(Failure("doubt-jump", **figures))
    return found


def _jumps(value: Decimal, before: Decimal) -> bool:
    """Whether a value is tenfold another, either way; or nothing, or less, after something."""
    if before > 0 >= value:
        return True
    high, low = max(value, before), min(value, before)
    return low > 0 and high >= _JUMP * low


def _drops(record: Target, value: Decimal, before: Decimal) -> bool:
    """Whether a stock that is to grow is suddenly less than half of what it was."""
    goal = record.goals[-1] if record.goals else None
    grows = goal is not None and goal.operator is not None and goal.operator.rising
    return record.kind is Kind.STOCK and grows and 2 * value < before


def _figure(record: Target, value: Decimal) -> str:
    return f"{value:,f}{record.unit or ''}"


def _last_before(plan: Plan, record: Target, reading: Reading) -> Reading | None:
    """Answer the last reading of the same thing on file that is not later."""
    area = plan.area_read(record, reading)
    same = [
        one
        for one in plan.readings.get(record.id, ())
        if one.date <= reading.date
        and one.measure is None
        and one.value is not None
        and (plan.area_read(record, one), one.part) == (area, reading.part)
    ]
    return same[-1] if same else None


def _falls(record: Target, reading: Reading, before: Reading) -> bool:
    if record.kind is not Kind.FLOW or reading.period is None or before.period is None:
        return False
    same_start = reading.period.start == before.period.start and before.period.from_new_year
    longer = reading.period.end >= before.period.end
    return same_start and longer and (reading.value or 0) < (before.value or 0)
