"""One run of `fjdex import`: sheets read one after another, put on file at once, and told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fjdex.cli.desk import Desk
from fjdex.cli.intake import Intake, Taken
from fjdex.cli.intake_filing import commit_command, file_intake
from fjdex.cli.opening import Given
from fjdex.cli.progress import counted, wipe
from fjdex.exchange.grid import Broken, CellPlace, Problem, Remarked
from fjdex.exchange.rows import read_book
from fjdex.load import readings_file
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Target
from fjdex.render.findings import full
from fjdex.render.numbers import said
from fjdex.render.problems import told_json, told_lines
from fjdex.render.series import reading_json
from fjdex.render.unified import unified
from fjdex.store.filing import Batch
from fjdex.store.tables import opened

# More readings than this are told by the record.
_MOST_TOLD = 50
_UTF8 = "utf-8"


@dataclass(frozen=True)
class Run:
    """What was asked, and the plan as it was read."""

    desk: Desk
    plan: Plan
    given: Given
    reason: str | None
    write: bool

    def answer(self, files: Sequence[str], *, as_json: bool) -> int:
        """Read the files, and file what they say where nothing is wrong with any of them."""
        intake = Intake(self.plan, self.given, self.desk.environment.today())
        unreadable = [one for name in files if (one := self._read(intake, name))]
        wipe(self.desk)
        if unreadable:
            return self._unable([*unreadable, *intake.problems])
        batch = None if intake.problems else file_intake(self.desk, intake, write=self.write)
        if as_json:
            return self._answer_json(intake, batch)
        self.desk.environment.stderr.write(told_lines(intake.notes, self.desk.voice))
        if intake.problems or batch is None:
            return self._refuse(intake.problems)
        return self._tell(intake, batch, files)

    def _read(self, intake: Intake, name: str) -> Problem | None:
        """Take what one file says; answer what keeps it from being read."""
        try:
            with opened(Path(self.desk.environment.here / name), name) as book:
                file = CellPlace(name)
                if book.encoding not in {None, _UTF8}:
                    arguments = {"encoding": (book.encoding or "").upper()}
                    intake.notes.append(Remarked("encoding", file, arguments))
                if book.linked:
                    intake.notes.append(Remarked("linked", file))
                intake.problems.extend(book.problems)
                intake.take(counted(self.desk, name, read_book(intake.items, name, book.sheets)))
        except Broken as broken:
            return Problem(broken.code, CellPlace(name, None, broken.row), broken.arguments)
        return None

    def _unable(self, problems: Sequence[Problem]) -> int:
        self.desk.environment.stderr.write(told_lines(problems, self.desk.voice))
        self.desk.narrate(self.desk.voice("exchange.unable", count=len(problems)))
        return 2

    def _refuse(self, problems: Sequence[Problem]) -> int:
        self.desk.answer(told_lines(problems, self.desk.voice))
        self.desk.narrate(self.desk.voice("exchange.refused", count=len(problems)))
        return 1

    def _tell(self, intake: Intake, batch: Batch, files: Sequence[str]) -> int:
        """Say what was put on file, or show the lines that would change."""
        voice, prefix = self.desk.voice, self.given.prefix
        if batch.findings:
            texts = {file: after for file, (_, after) in batch.files.items()}
            self.desk.environment.stderr.write(full(batch.findings, texts, prefix, voice))
        if intake.unchanged:
            self.desk.narrate(voice("exchange.unchanged", count=intake.unchanged))
        if not batch.files:
            self.desk.narrate(voice("exchange.nothing"))
            return 0
        if not self.write:
            for file, (before, after) in batch.files.items():
                self.desk.answer(unified(prefix + file, before, after))
            self.desk.narrate(voice("record.nothing-written"))
            return 0
        self.desk.answer("".join(f"{line}\n" for line in self._lines(intake, batch)))
        counts = {"readings": len(intake.readings), "remarks": len(intake.remarks)}
        message = f"import {files[0]}" if len(files) == 1 else f"import {len(files)} sheets"
        message += f": {self.reason}" if self.reason else ""
        self.desk.narrate(voice("exchange.done", **counts))
        self.desk.narrate(
            voice("record.next", command=commit_command(batch.files, message, prefix))
        )
        return 0

    def _lines(self, intake: Intake, batch: Batch) -> Iterator[str]:
        voice, prefix = self.desk.voice, self.given.prefix
        new = {one.id for one in batch.loaded.plan.sources} if batch.loaded.plan else set()
        for id_ in intake.sources.keys() & new - self.plan.source.keys():
            done = voice("source.added", id=id_)
            yield voice("record.filed", done=done, file=f"{prefix}sources.yaml")
        if len(intake.readings) > _MOST_TOLD:
            yield from self._by_record(intake)
        else:
            yield from self._by_reading(intake, batch)
        for one in intake.remarks:
            remark = one.remark
            done = voice("remark.done", id=remark.id, quarter=str(remark.quarter))
            yield voice("record.filed", done=done, file=f"{prefix}remarks.yaml")

    def _by_reading(self, intake: Intake, batch: Batch) -> Iterator[str]:
        plan = batch.loaded.plan
        for one in intake.readings:
            record, reading = one.record, one.reading
            given = plan.readings.get(record.id, ()) if plan else ()
            line = next((other.line for other in given if other == reading), 0)
            apart = (reading.period, reading.area, reading.part)
            what = [record.id, reading.date.isoformat(), *(str(word) for word in apart if word)]
            value = said(
                reading, record.unit if isinstance(record, Target) else None, self.desk.voice
            )
            where = f"{self.given.prefix}{readings_file(record.id)}:{line}"
            key = "record.done.add" if one.replaced is None else "record.done.correct"
            yield self.desk.voice(key, what=" ".join(what), value=value, where=where)

    def _by_record(self, intake: Intake) -> Iterator[str]:
        counts: dict[str, int] = {}
        for one in intake.readings:
            counts[one.record.id] = counts.get(one.record.id, 0) + 1
        for id_, count in counts.items():
            file = self.given.prefix + readings_file(id_)
            yield self.desk.voice("exchange.by-record", id=id_, count=count, file=file)

    def _answer_json(self, intake: Intake, batch: Batch | None) -> int:
        """Answer what was put on file, or what is wrong, for scripts."""
        voice = self.desk.voice
        plan = batch.loaded.plan if batch and not intake.problems else None
        filed = plan or self.plan
        readings = [
            {
                "id": one.record.id,
                "action": "correct" if one.replaced else "add",
                "place": str(one.place),
                "file": self.given.prefix + readings_file(one.record.id),
                "reading": reading_json(filed, one.record, _as_filed(filed, one)),
            }
            for one in intake.readings
        ]
        remarks = [
            {
                "id": one.remark.id,
                "quarter": str(one.remark.quarter),
                "by": one.remark.by,
                "action": "correct" if one.replaced else "add",
                "place": str(one.place),
            }
            for one in intake.remarks
        ]
        self.desk.answer_json(
            {
                "schema": "fjdex.import/1",
                "written": bool(self.write and plan and batch and batch.files),
                "readings": readings,
                "remarks": remarks,
                "sources": [one for one in intake.sources if plan and one in plan.source],
                "unchanged": intake.unchanged,
                "problems": told_json(intake.problems, voice),
                "notes": told_json(intake.notes, voice),
                "findings": [one.code for one in batch.findings] if batch else [],
            }
        )
        return 1 if intake.problems else 0


def _as_filed(plan: Plan, taken: Taken) -> Reading:
    """Answer a reading with the line on which it stands, where it is on file."""
    given = plan.readings.get(taken.record.id, ())
    return next((one for one in given if one == taken.reading), taken.reading)
