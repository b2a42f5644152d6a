"""The life of a record through git: every commit that changed it, each with what it did."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from fjdex.cli.choice import area_asked
from fjdex.load import load
from fjdex.plan.failures import Failure
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Outcome, Record
from fjdex.review.change import Change, Deed
from fjdex.review.followed import Sought, followed
from fjdex.review.life import NO_FILES, REGISTERS, TABLES, Entry, Files, Life, once
from fjdex.store.git import Repository, Revision
from fjdex.store.gitblobs import reading
from fjdex.store.githistory import Commit, History, history_of

# Goes through commits one by one, and may say how far it has come.
Told = Callable[[Sequence[Commit]], Iterator[Commit]]
_SIDES_OF_A_MERGE = 2


def entries_of(repository: Repository, revision: Revision, id_: str, told: Told) -> list[Entry]:
    """Answer the entries of a record's life, oldest first; none where there never was one.

    Where it went by another id before, its life under that one is part of it.
    """
    ids = [id_]
    with reading(repository.git) as read:
        while True:
            found = _under(repository, revision, Life(ids, read), told)
            others = [one for entry in found for one in _names(entry) if one not in ids]
            if not others:
                return found
            ids += dict.fromkeys(others)


def _names(entry: Entry) -> Iterator[str]:
    for change in entry.changes:
        if change.whole and change.deed is Deed.RENAMED:
            yield change.subject.former
            yield change.id


def _under(repository: Repository, revision: Revision, life: Life, told: Told) -> list[Entry]:
    history = history_of(repository, revision, (*TABLES, *life.series), REGISTERS)
    walk = _Walk(history, life)
    changes = once(walk.changes(commit) for commit in told(history.commits))
    return [
        _entry(commit, history.folders.get(commit.id, ""), found)
        for commit, found in zip(history.commits, changes, strict=True)
        if found
    ]


def _entry(commit: Commit, folder: str, changes: tuple[Change, ...]) -> Entry:
    said = (commit.day, commit.written, commit.author, commit.subject)
    return Entry(commit.id, commit.short, *said, folder, changes)


@dataclass(frozen=True)
class _Walk:
    """Says of each commit what it did, by what its parents hold."""

    history: History
    life: Life

    def changes(self, commit: Commit) -> tuple[Change, ...]:
        """Answer what a commit did to the record; a merge does only what none of its sides did."""
        own = self.history.blobs[commit.id]
        sides = [self._files(one) for one in commit.parents] or [NO_FILES]
        if all(self.life.same(one, own) for one in sides):
            return ()
        if len(sides) == _SIDES_OF_A_MERGE:
            base = self._files(self.history.base(*commit.parents))
            return self.life.merged(own, sides[0], sides[1], base)
        if len(sides) > 1 and any(self.life.same(one, own) for one in sides):
            return ()
        return self.life.changes(sides[0], own)

    def _files(self, commit: str | None) -> Files:
        return self.history.blobs.get(commit, NO_FILES) if commit else NO_FILES


def plan_of(repository: Repository, revision: Revision) -> Plan:
    """Answer the plan as it stood, without its readings; what cannot be read is left out."""
    snapshot = repository.snapshot(revision, REGISTERS)
    return load(snapshot.texts, snapshot.refused).draft


def knowing(plan: Plan, id_: str, entries: Sequence[Entry]) -> Plan:
    """Answer the plan with the record under every id that it went by, so that each has its name."""
    changes = [change for entry in entries for change in entry.changes]
    ids = {one for change in changes for one in (change.id, change.subject.former)} | {id_}
    there = [plan.records[one] for one in sorted(ids) if one in plan.records]
    record = next(iter(there), None) or _last(changes)
    if record is None:
        return plan
    others = tuple(replace(record, id=one) for one in sorted(ids - set(plan.records)))
    table = plan.list_of(record).value
    return replace(plan, **{table: (*getattr(plan, table), *others)})  # type: ignore[arg-type]  # a list of records


def _last(changes: Sequence[Change]) -> Record | None:
    """Answer the record as it was when it was last taken out."""
    found = (one for change in reversed(changes) for one in (change.before, change.after))
    return next((one for one in found if isinstance(one, Record)), None)


def of_readings(
    plan: Plan, id_: str, entries: list[Entry], wanted: Mapping[str, object]
) -> list[Entry]:
    """Answer only what was done to the readings that are asked for, all where none is."""
    area = wanted["area"]
    known = {**wanted, "area": area_asked(plan, str(area)) if area else None}
    sought = Sought(**known)  # type: ignore[arg-type]  # each is what its option gives
    if not sought:
        return entries
    record = plan.records[id_]
    kept = followed([one.changes for one in entries], sought, partial(plan.area_read, record))
    pairs = zip(entries, kept, strict=True)
    told = [replace(entry, changes=changes) for entry, changes in pairs if changes]
    if not told:
        _refuse_unknown(plan, id_, entries, wanted)
    return told


def _refuse_unknown(
    plan: Plan, id_: str, entries: Sequence[Entry], wanted: Mapping[str, object]
) -> None:
    """Refuse a source or a part that neither the plan nor any reading of the record ever had."""
    sides = (
        side for one in entries for change in one.changes for side in (change.before, change.after)
    )
    readings = [one for one in sides if isinstance(one, Reading)]
    record = plan.records[id_]
    parts = [one.id for one in record.parts] if isinstance(record, Outcome) else []
    for name, own, known in (("source", [], plan.source), ("part", parts, {})):
        word, held = wanted[name], [getattr(one, name) for one in readings]
        had = dict.fromkeys([*own, *filter(None, held)])
        if word and had and word not in {*had, *known}:
            raise Failure(f"{name}-never", id=id_, text=str(word), near=", ".join(had))
