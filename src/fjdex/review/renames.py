"""Which records go by another id, and a record's references as they read after that.

Whoever gives an agency another id changes one fact, and every record that it leads along with it:
what only follows a rename is no change of its own.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from types import MappingProxyType
from typing import Protocol, TypeVar, cast

from fjdex.plan.records import Agency, Area, Part, Section, Source, Target
from fjdex.review.pairing import Key, Pair, paired


class Named(Protocol):
    """Something with an id."""

    @property
    def id(self) -> str:
        """What it is known by."""


N = TypeVar("N", bound=Named)
V = TypeVar("V")
# What a key that names other records names: a sort of them.
_REFERENCES: Mapping[str, str] = MappingProxyType(
    {
        "tasks": "rated",
        "outcomes": "rated",
        "leads": "agencies",
        "area": "areas",
        "parent": "areas",
        "source": "sources",
        "section": "sections",
    }
)
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Renames:
    """From the old id to the new one, for each sort of records."""

    of: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(self.of.values())

    def new(self, sort: str, id_: str) -> str:
        """Answer the id that a record goes by now."""
        return self.of.get(sort, _NONE).get(id_, id_)

    def followed(self, value: V) -> V:
        """Answer a record or a reading with its references as they read after the renames."""
        return cast("V", self._followed(value)) if self else value

    def _followed(self, value: object) -> object:
        if isinstance(value, tuple):
            return tuple(self._followed(one) for one in value)
        if not is_dataclass(value) or isinstance(value, type):
            return value
        changed = {}
        for one in fields(value):
            held = getattr(value, one.name)
            now = self._field(one.name, held)
            if now != held:
                changed[one.name] = now
        return replace(value, **changed) if changed else value

    def _field(self, name: str, held: object) -> object:
        if name not in _REFERENCES:
            return self._followed(held)
        new = self.of.get(_REFERENCES[name], _NONE)
        if isinstance(held, tuple):
            return tuple(new.get(one, one) for one in held)
        return new.get(held, held) if isinstance(held, str) else held


NO_RENAMES = Renames()


def records_paired(before: Sequence[N], after: Sequence[N]) -> tuple[Pair, ...]:
    """Pair records by their ids, then those with another id that are the same all the same.

    Those are the ones of which all else, the title, or the clause is unchanged.
    """
    if before is after:
        return tuple((at, at) for at in range(len(after)))
    return paired(before, after, (_id,), _likely(before, after))


def renamed(before: Sequence[N], after: Sequence[N]) -> Mapping[str, str]:
    """Answer the new id by the old one."""
    if before is after:
        return _NONE
    both = ((b, a) for b, a in records_paired(before, after) if b is not None and a is not None)
    return {before[b].id: after[a].id for b, a in both if before[b].id != after[a].id}


def _id(record: Named) -> Hashable:
    return record.id


def _likely(before: Sequence[N], after: Sequence[N]) -> tuple[Key[N], ...]:
    one = next(iter((*before, *after)), None)
    if isinstance(one, Source):
        return (_all_else, _title, _url)
    if isinstance(one, Target):
        return (_all_else, _title, _clause)
    return (_all_else, _title)


def _all_else(record: Named) -> Hashable:
    return cast("Hashable", replace(cast("Part", record), id="-"))


def _title(record: Named) -> Hashable:
    if isinstance(record, Source):
        return record.title and (record.title, record.published, record.publisher)
    if isinstance(record, Agency | Area | Section | Part | Target):
        return record.name
    return getattr(record, "title", None) or getattr(record, "name", None)


def _clause(record: Named) -> Hashable:
    return record.clause if isinstance(record, Target) else None


def _url(record: Named) -> Hashable:
    return record.url if isinstance(record, Source) else None
