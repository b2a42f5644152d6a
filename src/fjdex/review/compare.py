"""Two states of a data folder compared: every fact that changed, once, with its places.

What one side cannot read is not taken for gone: it is told as that side's findings, and the rest is
compared all the same.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

from fjdex.load import HEADER, READINGS, Loaded, is_readings, readings_file
from fjdex.plan.findings import Finding, Place, Severity
from fjdex.plan.plan import Plan
from fjdex.plan.records import LISTS, Record, Remark
from fjdex.review.change import RATED, READING, Change, Deed, Steps, Subject, placed
from fjdex.review.changes import State, changes_of, one_changes
from fjdex.review.pairing import chosen, paired
from fjdex.review.renames import Named, Renames, records_paired, renamed

# In the order in which changes are told.
_RECORDS = ("targets", "outcomes", "tasks")
_REGISTERS = ("agencies", "areas", "sources")
_ABSENT = "file-missing"
_PART = "part"


@dataclass(frozen=True)
class Comparison:
    """What lies between two states of a folder.

    `reshaped` are the files that are written otherwise and say the same. `before` and `after` are
    what cannot be read on either side; what is as it was stands in `after` alone.
    """

    changes: tuple[Change, ...]
    renames: Renames
    reshaped: tuple[str, ...] = ()
    before: tuple[Finding, ...] = ()
    after: tuple[Finding, ...] = ()

    @property
    def whole(self) -> Deed | None:
        """Whether all of the folder came or went at once, rather than something in it."""
        plan = next((one for one in self.changes if one.table == "plan" and one.whole), None)
        return plan.deed if plan else None

    @property
    def same(self) -> bool:
        """Whether both sides say the same, as far as they can be read."""
        return not (self.changes or self.before or self.after)


def compare(before: Loaded, after: Loaded, same: frozenset[str] = frozenset()) -> Comparison:
    """Answer what changed from one state of a folder to another.

    `same` are files that are known to be equal: nobody looks at them.
    """
    return _Comparing(before, after, same).answer()


def nothing_there(loaded: Loaded) -> bool:
    """Whether a folder is not there at all, rather than one that cannot be read."""
    return not loaded.places.texts and all(one.code == _ABSENT for one in loaded.findings)


class _Side:
    """One side of a comparison: its plan, and what of it could not be read."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded, self.plan = loaded, loaded.draft
        self.void = nothing_there(loaded)
        errors = (one for one in loaded.findings if one.severity is Severity.ERROR)
        self.errors = () if self.void else tuple(errors)
        self.faulty = frozenset(one.place.file for one in self.errors)

    def lacks(self, file: str, id_: str) -> bool:
        """Whether a record is certainly not in a file, rather than there and not understood."""
        if self.void or file not in self.faulty:
            return True
        named = self.loaded.named.get(file)
        return named is not None and id_ not in named

    def locate(self, file: str, at: int | None) -> Callable[[Steps], Place]:
        """Answer where in a file a fact of the record with a number stands."""
        places, understood = self.loaded.places, self.loaded.understood
        index = () if at is None or file not in understood else (understood[file][at],)
        return lambda steps: places.of(file, *index, *steps)


class _Comparing:
    """One comparison of two folders."""

    def __init__(self, before: Loaded, after: Loaded, same: frozenset[str]) -> None:
        self.before, self.after, self.same = _Side(before), _Side(after), same
        self.renames = _renames(self.before.plan, self.after.plan)

    def answer(self) -> Comparison:
        """Compare file by file."""
        differing = self._differing()
        if not differing:
            return Comparison((), self.renames)
        parts = (self._header(), self._records(), self._orphans(), self._registers())
        changes = (*(one for part in parts for one in part), *self._remarks())
        was = tuple(one for one in self.before.errors if one.place.file in differing)
        reshaped = tuple(sorted(self._reshaped(differing, changes)))
        return Comparison(changes, self.renames, reshaped, was, self.after.errors)

    def _differing(self) -> frozenset[str]:
        was, now = self.before.loaded.places.texts, self.after.loaded.places.texts
        faulty = self.before.faulty ^ self.after.faulty
        names = ({*was, *now} | faulty) - self.same
        return frozenset(one for one in names if was.get(one) != now.get(one) or one in faulty)

    def _header(self) -> Iterator[Change]:
        was, now = self.before.loaded.plan, self.after.loaded.plan
        if (was is None and not self.before.void) or (now is None and not self.after.void):
            return
        before, after = (one.header if one else None for one in (was, now))
        ids = [one.id for one in (before, after) if one]
        subject = Subject("plan", ids[-1], ids[0])
        for change in one_changes(subject, before, after, self.renames):
            yield self._placed(change, HEADER, None, None)

    def _records(self) -> Iterator[Change]:
        for table in _RECORDS:
            was: tuple[Record, ...] = getattr(self.before.plan, table)
            now: tuple[Record, ...] = getattr(self.after.plan, table)
            for b, a in records_paired(was, now):
                for change in self._of_record(table, chosen(was, b), chosen(now, a)):
                    yield self._placed(change, f"{table}.yaml", b, a)

    def _of_record(
        self, table: str, before: Record | None, after: Record | None
    ) -> Iterator[Change]:
        """Compare a record; one that one side cannot read stands for itself on both."""
        file = f"{table}.yaml"
        if after is None and before is not None and not self.after.lacks(file, before.id):
            after = before
        if before is None and after is not None and not self.before.lacks(file, after.id):
            before = after
        states = State(self.before.plan, before, ()), State(self.after.plan, after, ())
        former, id_ = (one.id for one in (before or after, after or before) if one)
        file_was, file_now = readings_file(former), readings_file(id_)
        if file_was != file_now or file_now not in self.same:
            states = (
                State(self.before.plan, before, self.before.plan.readings.get(former, ())),
                State(self.after.plan, after, self.after.plan.readings.get(id_, ())),
            )
        for change in changes_of(*states, self.renames):
            if change.thing != READING or self._certain(change, file_was, file_now):
                yield change

    def _orphans(self) -> Iterator[Change]:
        """Compare the readings of what is no record on either side."""
        was, now = self.before.plan, self.after.plan
        for id_ in sorted({*was.readings, *now.readings} - {*was.records, *now.records}):
            file = readings_file(id_)
            if file in self.same:
                continue
            states = State.of(was, id_), State.of(now, id_)
            for change in changes_of(*states, self.renames, id_):
                if self._certain(change, file, file):
                    yield self._placed(change, file, None, None)

    def _certain(self, change: Change, file_was: str, file_now: str) -> bool:
        """Whether a reading that one side lacks is not one that it cannot read."""
        if change.before is None:
            return file_was not in self.before.faulty
        return change.after is not None or file_now not in self.after.faulty

    def _registers(self) -> Iterator[Change]:
        for table in _REGISTERS:
            was: Sequence[Named] = getattr(self.before.plan, table)
            now: Sequence[Named] = getattr(self.after.plan, table)
            file = f"{table}.yaml"
            for b, a in records_paired(was, now):
                before, after = chosen(was, b), chosen(now, a)
                ids = [one.id for one in (before, after) if one]
                lacking = self.before if before is None else self.after
                if len(ids) == 1 and not lacking.lacks(file, ids[0]):
                    continue
                subject = Subject(table, ids[-1], ids[0])
                for change in one_changes(subject, before, after, self.renames):
                    yield self._placed(change, file, b, a)

    def _remarks(self) -> Iterator[Change]:
        """A remark is one fact: of a record, for a quarter, by somebody."""
        file, was, now = "remarks.yaml", self.before.plan.remarks, self.after.plan.remarks
        then = [replace(one, id=self.renames.new("rated", one.id)) for one in was]
        both = list(zip(was, then, strict=True)), [(one, one) for one in now]
        for b, a in paired(*both, _REMARK_SURELY, _REMARK_PERHAPS):
            before, after = chosen(was, b), chosen(now, a)
            if b is None and file in self.before.faulty:
                continue
            if a is None and file in self.after.faulty:
                continue
            if b is None or after not in {was[b], then[b]}:
                yield self._placed(_remark_change(before, after), file, b, a)

    def _placed(self, change: Change, file: str, b: int | None, a: int | None) -> Change:
        if change.thing == READING:
            was, now = readings_file(change.subject.former), readings_file(change.id)
            return placed(change, _at_line(was), _at_line(now))
        return placed(change, self.before.locate(file, b), self.after.locate(file, a))

    def _reshaped(self, differing: frozenset[str], changes: tuple[Change, ...]) -> Iterator[str]:
        places = (place for one in changes for place in (one.place_before, one.place_after))
        told = {place.file for place in places if place}
        pairs = self.renames.of.get("rated", {}).items()
        moved = {readings_file(id_) for pair in pairs for id_ in pair}
        faulty = self.before.faulty | self.after.faulty
        renamed = bool(self.renames) or any(one.thing == _PART for one in changes)
        for file in differing - told - moved - faulty:
            known = file in {HEADER, *LISTS} or is_readings(file)
            if known and self._written_anew(file) and not (renamed and self._follows(file)):
                yield file

    def _follows(self, file: str) -> bool:
        """Whether a file names by their new ids what was renamed, which is more than its shape."""
        was, now = (_content(side.plan, file) for side in (self.before, self.after))
        return was != now

    def _written_anew(self, file: str) -> bool:
        """Whether a file differs in more than its line ends."""
        both = (side.loaded.places.texts.get(file, "") for side in (self.before, self.after))
        was, now = (text.replace("\r\n", "\n") for text in both)
        return was != now


# A remark as it is written, and with its record's id as it is now.
_Remark = tuple[Remark, Remark]


def _written(one: _Remark) -> Hashable:
    return one[0].id, one[0].quarter, one[0].by


def _meant(one: _Remark) -> Hashable:
    return one[1].id, one[1].quarter, one[1].by


def _by_anybody(one: _Remark) -> Hashable:
    return one[1].id, one[1].quarter


_REMARK_SURELY = (_written, _meant)
_REMARK_PERHAPS = (_by_anybody,)


def _content(plan: Plan, file: str) -> object:
    """Answer what a file says, in whatever order."""
    name = file.removesuffix(".yaml")
    if file == HEADER:
        return plan.header
    if is_readings(file):
        return Counter(plan.readings.get(name.removeprefix(READINGS), ()))
    return Counter(getattr(plan, name))


def _at_line(file: str) -> Callable[[Steps], Place]:
    def place(steps: Steps) -> Place:
        line = int(steps[0])
        return Place(file, line, 1, line, 1)

    return place


def _remark_change(before: Remark | None, after: Remark | None) -> Change:
    ids = [one.id for one in (before, after) if one]
    deed = Deed.ADDED if before is None else Deed.REMOVED if after is None else Deed.REVISED
    return Change(
        subject=Subject("remarks", ids[-1], ids[0]),
        thing="remark",
        deed=deed,
        before=before,
        after=after,
        steps_before=None if before is None else (),
        steps_after=None if after is None else (),
    )


def _renames(before: Plan, after: Plan) -> Renames:
    rated = {
        old: new
        for table in sorted(RATED)
        for old, new in renamed(getattr(before, table), getattr(after, table)).items()
    }
    others = {table: renamed(getattr(before, table), getattr(after, table)) for table in _REGISTERS}
    sections = renamed(before.header.sections, after.header.sections)
    return Renames({"rated": rated, "sections": sections, **others})
