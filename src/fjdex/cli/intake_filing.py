"""How what was taken from sheets goes onto file: all of it at once, proved, and told."""

import shlex
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar

from fjdex.cli.desk import Desk
from fjdex.cli.headers import HEADERS, READINGS, REMARKS, SOURCES
from fjdex.cli.intake import Explained, Intake, Taken
from fjdex.exchange.grid import CellPlace, Problem
from fjdex.load import readings_file
from fjdex.plan.failures import Failure
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Source
from fjdex.plan.words import Words
from fjdex.render.findings import headline, help_of
from fjdex.store.filing import Batch, Splice, file_batch
from fjdex.yamlio.lines import quote, write_flow
from fjdex.yamlio.splice import append_item, insert_readings, replace_item, replace_items

T = TypeVar("T")


@dataclass(frozen=True)
class Put:
    """What is put on file in one run of `fjdex import`."""

    plan: Plan
    readings: Mapping[str, Sequence[Taken]]
    remarks: Sequence[Explained]
    sources: Sequence[Source]

    @classmethod
    def of(cls, intake: Intake) -> "Put":
        """Answer what an intake comes to; a return that nothing new cites is left out."""
        readings: dict[str, list[Taken]] = {}
        for one in intake.readings:
            readings.setdefault(one.record.id, []).append(one)
        cited = {one.reading.source for one in intake.readings}
        sources = [one for id_, one in intake.sources.items() if id_ in cited]
        return cls(intake.plan, readings, intake.remarks, sources)

    def splices(self, now: Plan) -> Mapping[str, Splice]:
        """Answer how each file changes: sources first, so that nothing ever cites what is not."""
        if now != self.plan:
            raise Failure("data-changed")
        files: dict[str, Splice] = {}
        if self.sources:
            files[SOURCES] = self._with_sources
        for id_, taken in self.readings.items():
            files[readings_file(id_)] = partial(self._with_readings, id_, taken)
        if self.remarks:
            files[REMARKS] = self._with_remarks
        return files

    def _with_sources(self, _plan: Plan, text: str) -> str:
        for one in self.sources:
            lines = _lines(
                id=one.id,
                kind=one.kind.value,
                title=one.title,
                publisher=one.publisher,
                published=one.published,
            )
            text = append_item(text or HEADERS[SOURCES], lines)
        return text

    def _with_readings(self, id_: str, taken: Sequence[Taken], plan: Plan, text: str) -> str:
        given = plan.readings.get(id_, ())
        at = {one.key(plan.area_read(taken[0].record, one)): n for n, one in enumerate(given)}
        replaced = {
            at[one.replaced.key(plan.area_read(one.record, one.replaced))]: (
                write_flow(one.reading),
            )
            for one in taken
            if one.replaced is not None
        }
        text = replace_items(text, replaced) if replaced else text
        new = [one.reading for one in taken if one.replaced is None]
        return insert_readings(text or HEADERS[READINGS], new) if new else text

    def _with_remarks(self, plan: Plan, text: str) -> str:
        for one in self.remarks:
            remark = one.remark
            lines = _lines(
                id=remark.id,
                quarter=str(remark.quarter),
                reason=remark.reason,
                action=remark.action,
                by=remark.by,
                date=remark.date,
            )
            if one.replaced is None:
                text = append_item(text or HEADERS[REMARKS], lines)
            else:
                text = replace_item(text, plan.remarks.index(one.replaced), *lines)
        return text

    def proof(self, old: Plan, new: Plan) -> bool:
        """Whether the new plan is the old one and what was put on file, and nothing else."""
        ids = {*old.readings, *new.readings}
        return (
            (old.header, old.lists, old.agencies, old.areas)
            == (new.header, new.lists, new.agencies, new.areas)
            and new.sources == (*old.sources, *self.sources)
            and all(self._proved(id_, old.readings, new.readings) for id_ in ids)
            and _replaced(old.remarks, [(one.replaced, one.remark) for one in self.remarks])
            == list(new.remarks)
        )

    def _proved(
        self, id_: str, old: Mapping[str, Sequence[Reading]], new: Mapping[str, Sequence[Reading]]
    ) -> bool:
        taken = self.readings.get(id_, ())
        added = {one.reading for one in taken if one.replaced is None}
        pairs = [(one.replaced, one.reading) for one in taken if one.replaced is not None]
        rest = [one for one in new.get(id_, ()) if one not in added]
        return rest == _replaced(old.get(id_, ()), pairs) and added <= set(new.get(id_, ()))


def _replaced(old: Iterable[T], pairs: Iterable[tuple[T | None, T]]) -> list[T]:
    """Answer a list with some of its members replaced, and what replaces nothing at its end."""
    new = list(old)
    for before, after in pairs:
        if before is None:
            new.append(after)
        else:
            new[new.index(before)] = after
    return new


def _lines(**words: str | Words | date | None) -> list[str]:
    """Write the lines of a record, without a dash."""
    return [f"{key}: {_written(word)}" for key, word in words.items() if word is not None]


def _written(word: str | Words | date) -> str:
    if isinstance(word, date):
        return word.isoformat()
    if isinstance(word, str):
        return quote(word)
    both = f"{{zh: {quote(word.zh)}, en: {quote(word.en)}}}"
    return quote(word.zh) if word.zh == word.en else both


def file_intake(desk: Desk, intake: Intake, *, write: bool) -> Batch:
    """Put what was taken on file, or with `write` off only answer what would change.

    What the rules forbid becomes a problem of the intake, at the cell that it comes from. Raises
    `Failure`.
    """
    put = Put.of(intake)
    batch = file_batch(desk.folder(), put.splices, put.proof, write=write and not intake.problems)
    cells = _cells(put, batch) if batch.errors else {}
    prefix = desk.prefix(desk.folder())
    for finding in batch.errors:
        own = CellPlace(prefix + finding.place.file, None, finding.place.line)
        place = cells.get((finding.place.file, finding.place.line), own)
        help_ = help_of(finding, desk.voice)
        text = headline(finding, desk.voice)
        said = desk.voice("exchange.pair", text=text, help=help_) if help_ else text
        intake.problems.append(Problem("rule-broken", place, {"text": said, "rule": finding.code}))
    return batch


def _cells(put: Put, batch: Batch) -> Mapping[tuple[str, int], CellPlace]:
    """Answer the cell that each new line of a file comes from."""
    new = batch.loaded.plan.readings if batch.loaded.plan else {}
    found: dict[tuple[str, int], CellPlace] = {}
    for id_, taken in put.readings.items():
        lines = {one: one.line for one in new.get(id_, ())}
        file = readings_file(id_)
        found |= {(file, lines[one.reading]): one.place for one in taken if one.reading in lines}
    return found


def commit_command(files: Iterable[str], message: str, prefix: str) -> str:
    """Answer the git command; the register goes along, a source may just have been added."""
    places = shlex.join(prefix + file for file in dict.fromkeys([SOURCES, *files]))
    return f"git add {places} && git commit -m {shlex.quote(message)}"
