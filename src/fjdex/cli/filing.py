"""How `fjdex record` goes on once its words are known: doubts, the change, what is said of it."""

import shlex
from dataclasses import dataclass, replace
from enum import Enum

from fjdex.assess.assessment import assess
from fjdex.cli.choice import record_asked
from fjdex.cli.desk import Desk, sound_plan
from fjdex.cli.entry import (
    Asked,
    day_typed,
    doubts,
    period_typed,
    reading_asked,
    source_asked,
)
from fjdex.cli.headers import HEADERS, READINGS
from fjdex.load import readings_file
from fjdex.plan.failures import Failure, Refused
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Outcome, Record, Target
from fjdex.render.findings import full
from fjdex.render.numbers import said
from fjdex.render.series import reading_json
from fjdex.render.unified import unified
from fjdex.store.filing import About, Change, file_change
from fjdex.store.folder import read_folder
from fjdex.yamlio.lines import write_flow
from fjdex.yamlio.splice import insert_reading, remove_item, replace_item


class Mode(Enum):
    """What is done with the reading."""

    ADD = "add"
    CORRECT = "correct"
    WITHDRAW = "withdraw"


def mode_of(value: str | None, reason: str | None, *, correct: bool, withdraw: bool) -> Mode:
    """Answer what is to be done; raises `Failure` for options that do not go together."""
    if correct and withdraw:
        raise Failure("options-exclusive", one="--correct", other="--withdraw")
    if (correct or withdraw) and not reason:
        raise Failure("reason-needed")
    if not withdraw and value is None:
        raise Failure("value-needed")
    return Mode.CORRECT if correct else Mode.WITHDRAW if withdraw else Mode.ADD


@dataclass(frozen=True)
class Filing:
    """One run of `fjdex record`."""

    desk: Desk
    id: str
    asked: Asked
    mode: Mode
    reason: str | None
    write: bool
    sure: bool

    def answer(self) -> int:
        """File the reading and say so, or show the lines that would change."""
        desk, voice = self.desk, self.desk.voice
        plan = self._plan()
        record, reading, change = self._file(plan)
        prefix = desk.prefix(desk.folder())
        if change.findings:
            text = full(change.findings, {change.file: change.after}, prefix, voice)
            desk.environment.stderr.write(text)
        if change.errors:
            raise Refused("would-break")
        if not self.write:
            desk.answer(unified(prefix + change.file, change.before, change.after))
            desk.narrate(voice("record.nothing-written"))
            return 0
        what = _what(record, reading)
        value = said(reading, record.unit if isinstance(record, Target) else None, voice)
        line = _line_of(change, record, reading)
        where = f"{prefix}{change.file}:{line}" if line else f"{prefix}{change.file}"
        desk.answer(
            voice(f"record.done.{self.mode.value}", what=what, value=value, where=where) + "\n"
        )
        if _rolls_up(plan, record):
            desk.narrate(voice("record.shown-only", id=record.id))
        self._tell_rating(plan, change.loaded.plan, record)
        desk.narrate(voice("record.next", command=self._commit(what, prefix, change.file)))
        return 0

    def _tell_rating(self, before: Plan, after: Plan | None, record: Record) -> None:
        """Say if the record's rating as of today is another one now."""
        today = self.desk.environment.today()
        if after is None or today < before.header.start:
            return
        old = assess(before, today).items[record.id].rating
        new = assess(after, today).items[record.id].rating
        if old is not new:
            words = [self.desk.voice(f"terms.rating.{one.value}") for one in (old, new)]
            self.desk.narrate(self.desk.voice("record.rating", before=words[0], after=words[1]))

    def answer_json(self) -> int:
        """File the reading and answer what was written for scripts."""
        plan = self._plan()
        record, reading, change = self._file(plan)
        line = _line_of(change, record, reading)
        self.desk.answer_json(
            {
                "schema": "fjdex.record/1",
                "id": record.id,
                "action": self.mode.value,
                "written": self.write and not change.errors,
                "file": self.desk.prefix(self.desk.folder()) + change.file,
                "line": line,
                "reading": reading_json(plan, record, replace(reading, line=line or 0)),
                "findings": [one.code for one in change.findings],
            }
        )
        return 1 if change.errors else 0

    def _plan(self) -> Plan:
        """Answer the plan with the readings that the record is rated from, and no others."""
        folder = self.desk.folder()
        registers = sound_plan(self.desk, read_folder(folder, readings=()))[0]
        about = registers.concerned(record_asked(registers, self.id))
        return sound_plan(self.desk, read_folder(folder, readings=about))[0]

    def _file(self, plan: Plan) -> tuple[Record, Reading, Change]:
        record = record_asked(plan, self.id)
        if self.mode is Mode.WITHDRAW:
            reading = _on_file(plan, record, self.asked)
        else:
            today = self.desk.environment.today()
            reading = reading_asked(plan, record, self.asked, today)
            self._ask(plan, record, reading)
        splice, folder = _SPLICES[self.mode], self.desk.folder()
        prefix = self.desk.prefix(folder)
        if self.mode is Mode.ADD:
            _refuse_double(plan, record, reading, prefix)

        def spliced(now: Plan, text: str) -> str:
            # Somebody may have recorded the same meanwhile.
            if self.mode is Mode.ADD:
                _refuse_double(now, record, reading, prefix)
            return splice(now, record, reading, text)

        change = file_change(
            folder,
            readings_file(record.id),
            spliced,
            lambda old, new: _proved(old, new, record, reading, self.mode),
            write=self.write,
            about=About(frozenset(plan.concerned(record)), self.desk.recall),
        )
        return record, reading, change

    def _ask(self, plan: Plan, record: Record, reading: Reading) -> None:
        """Ask about what looks like a slip; with nobody there, refuse and name the flag."""
        if reading.source is None:
            raise Failure("source-needed")
        voice = self.desk.voice
        for doubt in doubts(plan, record, reading, self.asked) if not self.sure else ():
            question = voice(f"failure.{doubt.code}", **doubt.arguments)
            if not self.desk.environment.can_prompt:
                raise Failure("doubtful", question=question)
            self.desk.environment.stderr.write(voice("record.sure", question=question))
            self.desk.environment.stderr.flush()
            if self.desk.environment.stdin.readline().strip().lower() not in {"y", "yes", "是"}:
                raise Refused("not-confirmed")

    def _commit(self, what: str, prefix: str, file: str) -> str:
        """Answer the git command; the register goes along, a source may just have been added."""
        verb = {Mode.ADD: "record", Mode.CORRECT: "correct", Mode.WITHDRAW: "withdraw"}[self.mode]
        message = f"{verb} {what}" + (f": {self.reason}" if self.reason else "")
        # A file that was never committed and is gone again is nothing that git could add.
        first = f"{prefix}readings" if self.mode is Mode.WITHDRAW else prefix + file
        places = shlex.join([first, f"{prefix}sources.yaml"])
        return f"git add {places} && git commit -m {shlex.quote(message)}"


def _rolls_up(plan: Plan, record: Record) -> bool:
    """Whether a record is rated by others, so that its own states are shown only."""
    if isinstance(record, Target):
        return False
    return bool(
        plan.targets_of(record) if isinstance(record, Outcome) else plan.children_of(record)
    )


def _what(record: Record, reading: Reading) -> str:
    """Name a reading: its record and day, and what else sets it apart from others."""
    apart = (reading.period, reading.area, reading.part)
    return " ".join([record.id, reading.date.isoformat(), *(str(one) for one in apart if one)])


def _on_file(plan: Plan, record: Record, asked: Asked) -> Reading:
    """Answer the one reading on file that the options describe."""
    source = source_asked(plan, asked.source)
    day = day_typed(asked.date)[0].isoformat() if asked.date else None
    period = period_typed(asked.period, asked.date)
    wanted = {"date": day, "source": source, "part": asked.part, "period": period and str(period)}
    found = [
        one
        for one in plan.readings.get(record.id, ())
        if all(word is None or str(getattr(one, key)) == word for key, word in wanted.items())
        and (asked.area is None or plan.area_read(record, one) == asked.area)
    ]
    if not found:
        raise Refused("reading-absent", id=record.id)
    own = [one for one in found if one.measure is None]
    if len(own) == 1:
        # What is meant without more is the record's own measure.
        return own[0]
    if len(found) > 1:
        lines = ", ".join(str(one.line) for one in found)
        raise Failure("reading-ambiguous", id=record.id, count=str(len(found)), lines=lines)
    return found[0]


def _same_key(plan: Plan, record: Record, reading: Reading) -> Reading | None:
    key = reading.key(plan.area_read(record, reading))
    given = plan.readings.get(record.id, ())
    return next((one for one in given if one.key(plan.area_read(record, one)) == key), None)


def _refuse_double(plan: Plan, record: Record, reading: Reading, prefix: str) -> None:
    taken = _same_key(plan, record, reading)
    if taken is not None:
        place = f"{prefix}{readings_file(record.id)}:{taken.line}"
        raise Refused("key-taken", where=place, reading=write_flow(taken))


def _add(_plan: Plan, _record: Record, reading: Reading, text: str) -> str:
    return insert_reading(text or HEADERS[READINGS], reading)


def _correct(plan: Plan, record: Record, reading: Reading, text: str) -> str:
    old = _same_key(plan, record, reading)
    if old is None:
        raise Refused("reading-absent", id=record.id)
    given = plan.readings[record.id]
    return replace_item(text, given.index(old), write_flow(reading))


def _withdraw(plan: Plan, record: Record, reading: Reading, text: str) -> str:
    given = plan.readings.get(record.id, ())
    if reading not in given:
        raise Refused("reading-absent", id=record.id)
    rest = remove_item(text, given.index(reading))
    return "" if rest == HEADERS[READINGS] else rest


_SPLICES = {Mode.ADD: _add, Mode.CORRECT: _correct, Mode.WITHDRAW: _withdraw}


def _proved(old: Plan, new: Plan, record: Record, reading: Reading, mode: Mode) -> bool:
    """Whether the new plan is the old one with this one change."""
    before = list(old.readings.get(record.id, ()))
    after = list(new.readings.get(record.id, ()))
    if mode is Mode.WITHDRAW:
        before.remove(reading)
    elif mode is Mode.ADD:
        at = after.index(reading) if reading in after else len(after)
        before.insert(at, reading)
    else:
        replaced = _same_key(old, record, reading)
        before = [reading if one == replaced else one for one in before]
    others = {**old.readings, record.id: tuple(after)}
    untouched = {**new.readings, record.id: tuple(after)}
    same_records = (old.header, old.lists, old.sources) == (new.header, new.lists, new.sources)
    return before == after and others == untouched and same_records


def _line_of(change: Change, record: Record, reading: Reading) -> int | None:
    plan = change.loaded.plan
    given = plan.readings.get(record.id, ()) if plan else ()
    return next((one.line for one in given if one == reading), None)
