"""What changed of one record with its readings: the comparison that everything else is made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Outcome, Record, Target, Task
from fjdex.review.change import ONE, Change, Deed, Subject
from fjdex.review.readings import Held, reading_changes
from fjdex.review.records import record_changes
from fjdex.review.renames import NO_RENAMES, Named, Renames, renamed

# Where readings stand that are of no record.
ORPHANS = "readings"
_TABLES: Mapping[str, type[object]] = MappingProxyType(
    {"targets": Target, "outcomes": Outcome, "tasks": Task}
)
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class State:
    """One record as a plan holds it, None where it holds none, with its readings."""

    plan: Plan
    record: Record | None
    readings: Sequence[Reading] = ()

    @classmethod
    def of(cls, plan: Plan, id_: str) -> "State":
        """Answer the state of the record with an id."""
        return cls(plan, plan.records.get(id_), plan.readings.get(id_, ()))


def changes_of(
    before: State, after: State, renames: Renames = NO_RENAMES, id_: str = ""
) -> tuple[Change, ...]:
    """Answer what changed of one record and its readings; the places are for the caller to add.

    `renames` says which other records go by another id now, so that what only follows is no change;
    `id_` is the id where neither side has the record, only readings.
    """
    subject = _subject(before.record, after.record, id_)
    own = one_changes(subject, before.record, after.record, renames)
    return (*own, *_of_readings(subject, before, after, renames))


def _subject(before: Record | None, after: Record | None, id_: str) -> Subject:
    known = [one for one in (before, after) if one]
    if not known:
        return Subject(ORPHANS, id_, id_)
    table = next(table for table, of in _TABLES.items() if isinstance(known[-1], of))
    return Subject(table, known[-1].id, known[0].id)


def _of_readings(
    subject: Subject, before: State, after: State, renames: Renames
) -> tuple[Change, ...]:
    if before.readings is after.readings:
        return ()
    whole = before.plan.whole or after.plan.whole, after.plan.whole or before.plan.whole
    parts = _parts(before, after)
    was = [_held(before, one, whole[0], renames, parts) for one in before.readings]
    return reading_changes(subject, was, [_held(after, one, whole[1]) for one in after.readings])


def _held(
    state: State,
    reading: Reading,
    whole: str,
    renames: Renames = NO_RENAMES,
    parts: Mapping[str, str] = _NONE,
) -> Held:
    """Answer a reading with what it means: the area that it leaves out, ids as they are now.

    `whole` is the area of what has none; a side that cannot read its areas has the other's.
    """
    area = state.plan.area_read(state.record, reading) if state.record else ""
    meant = renames.followed(replace(reading, area=reading.area or area or whole or None))
    part = meant.part and parts.get(meant.part, meant.part)
    return Held(reading, meant if part == meant.part else replace(meant, part=part))


def _parts(before: State, after: State) -> Mapping[str, str]:
    """Answer the new id of each part that goes by another one now."""
    was, now = before.record, after.record
    if isinstance(was, Outcome) and isinstance(now, Outcome):
        return renamed(was.parts, now.parts)
    return _NONE


def one_changes(
    subject: Subject, before: Named | None, after: Named | None, renames: Renames
) -> Iterator[Change]:
    """Answer what changed of one record: that it came, went or was renamed, and its keys."""
    one = ONE.get(subject.table, subject.table)
    if before is None and after is not None:
        yield Change(subject=subject, thing=one, deed=Deed.ADDED, after=after, steps_after=())
    elif after is None and before is not None:
        yield Change(subject=subject, thing=one, deed=Deed.REMOVED, before=before, steps_before=())
    elif before is not None and after is not None and before is not after:
        if before.id != after.id and subject.table != "plan":
            yield _renaming(subject, before, after)
        yield from record_changes(subject, before, after, renames)


def _renaming(subject: Subject, before: Named, after: Named) -> Change:
    return Change(
        subject=subject,
        thing=ONE[subject.table],
        deed=Deed.RENAMED,
        before=before.id,
        after=after.id,
        steps_before=("id",),
        steps_after=("id",),
    )
