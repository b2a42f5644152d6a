"""What sheets amount to: readings and remarks that are new, and everything that is wrong with them.

Nothing is decided here by what is likely. What a sheet does not say is asked for, what may have
been meant otherwise is a doubt, and both are told at the cell that they are about.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from fjdex.cli.entry import Asked, doubts
from fjdex.cli.opening import Given, Standing
from fjdex.cli.wording import asked_in, place_in, reading_in
from fjdex.exchange.grid import CellPlace, Problem, Remarked
from fjdex.exchange.items import Items
from fjdex.exchange.onfile import OnFile
from fjdex.exchange.rows import Entry, Event, Opening
from fjdex.load import readings_file
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Record, Remark, Source
from fjdex.plan.words import Words
from fjdex.yamlio.lines import write_flow


@dataclass(frozen=True)
class Taken:
    """A reading that a row gives, and the one on file whose place it takes."""

    record: Record
    reading: Reading
    place: CellPlace
    replaced: Reading | None = None


@dataclass(frozen=True)
class Explained:
    """A remark that a row gives, and the one on file whose place it takes."""

    remark: Remark
    place: CellPlace
    replaced: Remark | None = None


@dataclass
class Intake:
    """Gathers what one run takes from its sheets."""

    plan: Plan
    given: Given
    today: date
    readings: list[Taken] = field(default_factory=list)
    remarks: list[Explained] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Remarked] = field(default_factory=list)
    unchanged: int = 0

    def __post_init__(self) -> None:
        self.items = Items(self.plan)
        # The plan with the returns that come with it, so that readings can cite them.
        self._with_returns = self.plan
        self._standing = Standing(self.plan, self.given, self.today, None)
        self._on_file = OnFile(self.plan)
        self._rows: dict[tuple[str, object], CellPlace] = {}

    def take(self, events: Iterable[Event]) -> None:
        """Take what a file says."""
        for event in events:
            match event:
                case Problem():
                    self._tell(event)
                case Remarked():
                    self.notes.append(event)
                case Opening():
                    self._standing = Standing(self.plan, self.given, self.today, event)
                    self._tell(*self._standing.faults())
                case Entry():
                    self._entry(event)

    def _tell(self, *problems: Problem) -> None:
        """Put problems on the list; what is said to be right is told and no problem."""
        for one in problems:
            if one.doubt and self.given.sure:
                self.notes.append(Remarked(one.code, one.place, one.arguments))
            else:
                self.problems.append(one)

    def _entry(self, entry: Entry) -> None:
        if "value" in entry.words or entry.faulty & {"value", "state"}:
            self._value(entry)
        if "reason" in entry.words or "action" in entry.words:
            self._remark(entry)

    def _value(self, entry: Entry) -> None:
        standing = self._standing
        source = self._source(entry)
        asked = asked_in(entry, standing.day, source)
        if asked.source is None and not standing.told_source:
            standing.told_source = True
            self._tell(Problem("source-missing", entry.value_place))
        if asked.date is None and not entry.faulty & {"date", "period", "within"}:
            self._tell(Problem("date-missing", entry.value_place))
        reading = reading_in(self._with_returns, entry, asked, self.today)
        if isinstance(reading, list):
            self._tell(*reading)
        elif asked.source and asked.date and not entry.faulty and self._once(entry, reading):
            self._file(entry, reading, asked)

    def _doubt(self, entry: Entry, reading: Reading, asked: Asked) -> None:
        """Ask what `fjdex record` would ask; whoever is sure is not asked there either."""
        if self.given.sure:
            return
        last = {entry.record.id: self._on_file.until(entry.record, reading)}
        for doubt in doubts(replace(self.plan, readings=last), entry.record, reading, asked):
            self._tell(Problem(doubt.code, entry.value_place, doubt.arguments, doubt=True))

    def _source(self, entry: Entry) -> str | None:
        """Answer what a row without a source cites: the one that was named, else the return."""
        named, source = entry.words.get("source"), self._standing.source
        if named is None and self.given.source is not None:
            return self.given.source
        if source is None or (named is not None and named.text != source.id):
            return None
        if source.id not in self._with_returns.source:
            self.sources[source.id] = source
            if self._standing.assumed:
                arguments = {"id": source.id, "day": self.today.isoformat()}
                self.notes.append(Remarked("received-today", entry.place, arguments))
            sources = (*self._with_returns.sources, source)
            self._with_returns = replace(self._with_returns, sources=sources)
        return source.id

    def _once(self, entry: Entry, reading: Reading) -> bool:
        """Whether no row before was for the same; a second one is told."""
        key = (entry.record.id, self._on_file.key(entry.record, reading))
        return self._first(key, entry.value_place)

    def _first(self, key: tuple[str, object], place: CellPlace) -> bool:
        other = self._rows.setdefault(key, place)
        if other is not place:
            self._tell(Problem("row-twice", place, {"other": str(other), "id": key[0]}))
        return other is place

    def _file(self, entry: Entry, reading: Reading, asked: Asked) -> None:
        """Say what becomes of a reading: it is new, on file already, or in another's place."""
        record = entry.record
        old = self._on_file.same(record, reading)
        if old is not None and self._plain(record, old) == self._plain(record, reading):
            self.unchanged += 1
        elif old is not None and not self.given.correct:
            where = f"{self.given.prefix}{readings_file(record.id)}:{old.line}"
            arguments = {"where": where, "reading": write_flow(old)}
            self._tell(Problem("key-taken", place_in(entry, "value"), arguments))
        else:
            self.readings.append(Taken(record, reading, entry.value_place, old))
            self._say_dated(entry, reading)
            self._doubt(entry, reading, asked)

    def _say_dated(self, entry: Entry, reading: Reading) -> None:
        """Say once that what comes later with a return on the register keeps its earlier day."""
        standing = self._standing
        source = self.plan.source.get(reading.source or "")
        if source is None or source != standing.source or source.published is None:
            return
        arguments = {"id": source.id, "day": source.published.isoformat()}
        told = any((o.code, o.arguments) == ("return-dated", arguments) for o in self.notes)
        if source.published < standing.received and not told:
            self.notes.append(Remarked("return-dated", entry.place, arguments))

    def _plain(self, record: Record, reading: Reading) -> Reading:
        """Answer a reading without what says nothing: its own area named, its own unit."""
        unit = reading.unit if reading.measure else None
        printed = None if reading.printed == str(reading.value) else reading.printed
        return replace(
            reading, area=self.plan.area_read(record, reading), unit=unit, printed=printed
        )

    def _remark(self, entry: Entry) -> None:
        words, standing = entry.words, self._standing
        missing = next((name for name in ("reason", "action") if name not in words), None)
        if missing:
            self._tell(Problem(f"{missing}-missing", entry.place, {"id": entry.record.id}))
            return
        if standing.quarter is None:
            if not standing.told_quarter:
                standing.told_quarter = True
                self._tell(Problem("quarter-missing", words["reason"].place))
            return
        reason, action = (words[name].text for name in ("reason", "action"))
        remark = Remark(
            id=entry.record.id,
            quarter=standing.quarter,
            reason=Words(reason, reason),
            action=Words(action, action),
            by=standing.agency.id if standing.agency else None,
            date=standing.received,
        )
        if self._first((remark.id, (remark.quarter, remark.by)), words["reason"].place):
            self._file_remark(remark, words["reason"].place)

    def _file_remark(self, remark: Remark, place: CellPlace) -> None:
        key = (remark.id, remark.quarter, remark.by)
        old = next((o for o in self.plan.remarks if (o.id, o.quarter, o.by) == key), None)
        if old is not None and (old.reason, old.action) == (remark.reason, remark.action):
            self.unchanged += 1
        elif old is not None and not self.given.correct:
            arguments = {"id": remark.id, "quarter": str(remark.quarter)}
            self._tell(Problem("remark-taken", place, arguments))
        else:
            self.remarks.append(Explained(remark, place, old))
