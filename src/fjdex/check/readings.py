"""Rules about a reading by itself: does it say what its record can take, and with a source."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fjdex.check.view import At, View, takes_numbers, told
from fjdex.plan.findings import Finding, Place
from fjdex.plan.quantities import folded, parse_quantity, plain, same_unit
from fjdex.plan.readings import Reading
from fjdex.plan.records import Record, Target
from fjdex.plan.scalars import Malformed
from fjdex.plan.terms import Comparability, Kind, Qualifier, State

_SHARE = "%"
_WHOLE = 100


@dataclass(frozen=True)
class _Case:
    """One reading under judgement."""

    view: View
    record: Record
    reading: Reading

    def place(self, key: str) -> Place:
        return self.view.reading(self.record.id, self.reading, key)

    def fault(self, code: str, key: str, **arguments: str) -> Finding:
        return Finding(code, self.place(key), {"key": key, **arguments})


def reading_faults(view: View) -> Iterator[Finding]:
    """Each reading fits its record's kind and unit, and cites a source published after it.

    Where a source was published before all that cites it, its own day is wrong: that is told once.
    """
    late: dict[str, list[Finding]] = {}
    right: set[str | None] = set(view.clean.cited)
    for record, readings in view.series():
        for reading in readings:
            in_time = True
            for one in faults_of(view, record, reading):
                if one.code in _LATE:
                    late.setdefault(reading.source or "", []).append(one)
                    in_time = False
                else:
                    yield one
            if in_time:
                right.add(getattr(reading, "source", None))
    for source, found in late.items():
        yield from found if source in right else _at_source(view, source, found)


_LATE = frozenset({"reading-after-publication", "state-after-publication"})


def _at_source(view: View, source: str, found: Sequence[Finding]) -> Iterator[Finding]:
    """Tell of several at once that the day of their source is wrong; states alone may be right."""
    codes = {one.code for one in found}
    if len(found) < _SEVERAL or codes == {"state-after-publication"}:
        yield from found
        return
    index = [one.id for one in view.plan.sources].index(source)
    first = min(one.arguments["text"] for one in found)
    arguments = {"text": first, "published": found[0].arguments["published"], "why": "all"}
    place = At(view.loaded, "sources.yaml", index)("published")
    yield Finding("reading-after-publication", place, {**arguments, "count": str(len(found))})


# So many readings that cite one source say that it is the source's day that is wrong.
_SEVERAL = 2


def faults_of(view: View, record: Record, reading: Reading) -> Iterator[Finding]:
    """Answer what is wrong with one reading by itself."""
    case = _Case(view, record, reading)
    for rule in _RULES:
        yield from told(rule(case))


def _fits_kind(case: _Case) -> Iterator[Finding]:
    """A record of numbers takes values, a deliverable states; another measure takes any."""
    reading = case.reading
    if (reading.value is None) == (reading.state is None):
        yield case.fault("value-unfit", "value", why="one")
    elif reading.measure is None and not _kind_takes(case.record, reading):
        key = "value" if reading.state is None else "state"
        yield case.fault("value-unfit", key, why="state" if key == "value" else "value")


def _kind_takes(record: Record, reading: Reading) -> bool:
    if takes_numbers(record):
        return reading.value is not None or reading.state is State.CANCELLED
    return reading.state is not None


def _fits_qualifier(case: _Case) -> Iterator[Finding]:
    """`by` is said of states; every other qualifier but exact of numbers."""
    qualifier = case.reading.qualifier
    takes = {Qualifier.EXACT} | ({Qualifier.BY} if case.reading.state else set(_OF_NUMBERS))
    if qualifier not in takes:
        yield case.fault("value-unfit", "qualifier", why="qualifier")


_OF_NUMBERS = frozenset(Qualifier) - {Qualifier.BY}


def _in_domain(case: _Case) -> Iterator[Finding]:
    """A share lies between 0 and 100."""
    record, reading = case.record, case.reading
    share = isinstance(record, Target) and record.kind is Kind.RATIO and record.unit == _SHARE
    if not share or reading.measure is not None or reading.value is None:
        return
    if not 0 <= reading.value <= _WHOLE:
        yield case.fault("value-out-of-domain", "value", text=plain(reading.value))


def _fits_print(case: _Case) -> Iterator[Finding]:
    """The value is the printed figure, in the reading's unit; a figure in other words says less."""
    record, reading = case.record, case.reading
    unit = reading.unit or (record.unit if isinstance(record, Target) else None) or ""
    if reading.value is None or reading.printed is None:
        return
    try:
        printed = parse_quantity(reading.printed, unit).value
    except Malformed:
        return
    if printed != reading.value:
        arguments = {"text": plain(reading.value), "printed": reading.printed}
        yield case.fault("value-misprinted", "value", **arguments)


def _fits_unit(case: _Case) -> Iterator[Finding]:
    """Without a measure of its own a reading is in the record's unit."""
    record, reading = case.record, case.reading
    own = record.unit if isinstance(record, Target) else None
    if reading.unit is None or reading.measure is not None:
        return
    if own is None or not same_unit(own, reading.unit):
        # A figure that cannot be read leaves the unit as wrong as it is.
        slip = _slip_of_unit(getattr(reading, "value", None), reading.unit, own or "")
        yield case.fault("unit-unfit", "unit", text=reading.unit, unit=own or "", **slip)


def _slip_of_unit(value: Decimal | None, unit: str, own: str) -> Mapping[str, str]:
    """Say how a unit differs: spelled otherwise, another size of the same, or the record has none.

    万亿 for 万亿元 says the same and less; a value in 亿元 can be written in 万亿元.
    """
    if not own:
        return {"why": "none"}
    said = folded(unit)
    try:
        one = parse_quantity(f"1 {said}", own).value
        meant = parse_quantity(f"{plain(value or Decimal(0))} {said}", own).value
    except Malformed:
        return {}
    if one == 1:
        return {"why": "spelling"}
    return {"why": "size", "write": plain(meant)} if value is not None and meant else {}


def _fits_measure(case: _Case) -> Iterator[Finding]:
    """Another measure has its own unit and is never comparable in full."""
    reading = case.reading
    if reading.measure is None:
        return
    if reading.unit is None and reading.value is not None:
        yield case.fault("measure-unfit", "measure", why="unit")
    if reading.comparability is Comparability.SAME:
        yield case.fault("measure-unfit", "measure", why="same")


def _has_period(case: _Case) -> Iterator[Finding]:
    """A flow and a rate of growth say which period they are for; without it they cannot count."""
    record, reading = case.record, case.reading
    if not isinstance(record, Target) or record.kind not in {Kind.FLOW, Kind.GROWTH}:
        return
    same = reading.comparability is Comparability.SAME
    if same and reading.value is not None and reading.period is None:
        kind = record.kind.value
        yield case.fault("period-missing", "value", kind=kind, why=kind)


def _fits_period(case: _Case) -> Iterator[Finding]:
    """Nothing is observed before its period is over; `within` ends on the reading's date."""
    reading = case.reading
    if reading.period is not None and reading.period.end > reading.date:
        end = reading.period.end.isoformat()
        yield case.fault("period-unfit", "period", text=str(reading.date), end=end, why="ahead")
    if reading.within is not None and reading.within.end != reading.date:
        end = reading.within.end.isoformat()
        yield case.fault("period-unfit", "within", text=str(reading.date), end=end, why="within")


def _has_source(case: _Case) -> Iterator[Finding]:
    if case.reading.source is None:
        yield case.fault("source-missing", "date")


def _seen_before_published(case: _Case) -> Iterator[Finding]:
    """Nothing is observed after the day on which it was published.

    A state may be: a law can be published with the day on which it will be in force.
    """
    source = case.view.plan.source.get(case.reading.source or "")
    reading = case.reading
    first = reading.within.start if reading.within else reading.date
    if source and source.published and first > source.published:
        code = "reading-after-publication" if reading.state is None else "state-after-publication"
        published = source.published.isoformat()
        yield case.fault(code, "date", text=reading.date.isoformat(), published=published)


_RULES = (
    _fits_kind,
    _fits_qualifier,
    _in_domain,
    _fits_print,
    _fits_unit,
    _fits_measure,
    _has_period,
    _fits_period,
    _has_source,
    _seen_before_published,
)
