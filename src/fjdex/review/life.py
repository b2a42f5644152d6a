"""The life of one record: what each commit did to it, from the files that git holds of each.

A thousand commits are gone through by comparing the record's own lines; only where these differ is
anything parsed, and of the files only what not both sides hold.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from fjdex.load import HEADER, Loaded, load, readings_file
from fjdex.plan.findings import Finding
from fjdex.plan.readings import Reading
from fjdex.plan.records import LISTS
from fjdex.review.change import RATED, READING, Change
from fjdex.review.compare import compare
from fjdex.review.cuts import lines_of, own_part, readings_cut, records_cut
from fjdex.review.sides import beside

# A commit's files: the id of each one's content, by its name.
Files = Mapping[str, str]
Read = Callable[[str, str], str | Finding]
NO_FILES: Files = {}
TABLES = tuple(f"{table}.yaml" for table in sorted(RATED))
REGISTERS = (HEADER, *LISTS)
_AREAS = "areas.yaml"
# Without these nobody knows what the record is, and what place a reading is of.
_NEEDED = frozenset({*TABLES, _AREAS})
# How many versions of a series are kept apart into lines: those around a merge.
_KEPT = 16


class Side(NamedTuple):
    """What is loaded of one side: texts, and what gave none."""

    texts: dict[str, str]
    refused: list[Finding]


@dataclass(frozen=True)
class Entry:
    """What one commit did to the record; `folder` is where the data folder stood in it."""

    commit: str
    short: str
    day: date
    written: date
    author: str
    subject: str
    folder: str
    changes: tuple[Change, ...]

    @property
    def prefixes(self) -> tuple[str, str]:
        """What stands before a file's name, for `git show`: in the commit before, and in this."""
        folder = f"{self.folder}/" if self.folder else ""
        return f"{self.short}^:{folder}", f"{self.short}:{folder}"


class Life:
    """Compares the states of one record; `ids` are those that it goes or went by."""

    def __init__(self, ids: Collection[str], read: Read) -> None:
        self.ids = tuple(ids)
        self.read = read
        self.series = tuple(map(readings_file, self.ids))
        self._part = lru_cache(maxsize=None)(self._own_part)
        self._split = lru_cache(maxsize=_KEPT)(self._split_lines)
        self._tables = lru_cache(maxsize=_KEPT)(lambda texts: load(dict(texts)))

    def same(self, one: Files, other: Files) -> bool:
        """Whether two states say the same of the record, as far as its own lines show."""
        return self._parts(one) == self._parts(other) and self._held(one) == self._held(other)

    def changes(self, before: Files, after: Files) -> tuple[Change, ...]:
        """Answer what changed of the record, as a comparison of the whole folders tells it."""
        if self.same(before, after):
            return ()
        was, now = self._sides(before, after)
        same = frozenset(n for n in _NEEDED & now.texts.keys() if was.texts.get(n) == now.texts[n])
        tables = self._tables(tuple((name, now.texts[name]) for name in sorted(same)))
        sides = _beside(tables, was, same), _beside(tables, now, same)
        found = compare(*sides, same).changes
        return tuple(one for one in found if self._is_own(one))

    def merged(self, own: Files, one: Files, other: Files, base: Files) -> tuple[Change, ...]:
        """Answer what a merge itself did: what no side had brought, and what it dropped."""
        if self._delta(one, own) == self._delta(base, other) and (
            self._delta(other, own) == self._delta(base, one)
        ):
            return ()
        first = self._news(one, own, self.changes(base, other))
        second = self._news(other, own, self.changes(base, one))
        told = {_done(change) for change in first}
        return (*first, *(change for change in second if _done(change) not in told))

    def _news(self, side: Files, own: Files, brought: Iterable[Change]) -> tuple[Change, ...]:
        known = set(map(deed_of, brought))
        return tuple(one for one in self.changes(side, own) if deed_of(one) not in known)

    def _delta(self, before: Files, after: Files) -> tuple[object, ...]:
        """Answer what differs line for line; the same on both ways to a merge is nothing new."""
        parts = zip(self._parts(before), self._parts(after), strict=True)
        lines = [[self._lines(files, name) for name in self.series] for files in (before, after)]
        both = zip(*lines, strict=True)
        return (
            *(None if was == now else (was, now) for was, now in parts),
            *((was - now, now - was) for was, now in both),
        )

    def _lines(self, files: Files, name: str) -> frozenset[str]:
        return self._split(name, files[name]) if name in files else frozenset()

    def _split_lines(self, name: str, blob: str) -> frozenset[str]:
        text = self.read(name, blob)
        lines = lines_of(text) if isinstance(text, str) else None
        return frozenset({blob}) if lines is None else lines

    def _parts(self, files: Files) -> tuple[str, ...]:
        return tuple(self._part(name, files[name]) if name in files else "" for name in TABLES)

    def _own_part(self, name: str, blob: str) -> str:
        text = self.read(name, blob)
        return own_part(text, self.ids) if isinstance(text, str) else blob

    def _held(self, files: Files) -> tuple[str | None, ...]:
        return tuple(files.get(name) for name in self.series)

    def _sides(self, before: Files, after: Files) -> tuple[Side, Side]:
        """Answer both sides with only what differs, and what says what the record's facts mean."""
        was, now = Side({}, []), Side({}, [])
        for name in (*REGISTERS, *self.series):
            if before.get(name) == after.get(name) and name not in _NEEDED:
                continue
            texts = [self._text(side, files, name) for side, files in ((was, before), (now, after))]
            if texts[0] is not None and texts[1] is not None:
                texts = list(self._cut(name, texts[0], texts[1]))
            for side, text in zip((was, now), texts, strict=True):
                if text is not None:
                    side.texts[name] = text
        return was, now

    def _text(self, side: Side, files: Files, name: str) -> str | None:
        text = self.read(name, files[name]) if name in files else None
        if isinstance(text, Finding):
            side.refused.append(text)
            return None
        return text

    def _cut(self, name: str, before: str, after: str) -> tuple[str, str]:
        if name in self.series:
            return readings_cut(before, after)
        if name in {HEADER, _AREAS}:
            return before, after
        return records_cut(before, after, self.ids if name in TABLES else ())

    def _is_own(self, change: Change) -> bool:
        ours = change.table in RATED or change.thing == READING
        return ours and not {change.id, change.subject.former}.isdisjoint(self.ids)


def _beside(tables: Loaded, side: Side, same: frozenset[str]) -> Loaded:
    """Answer a side loaded, but for the files that are equal on both, which were loaded before."""
    rest = {name: text for name, text in side.texts.items() if name not in same}
    own = load(rest, tuple(side.refused))
    return beside(tables, own, same, own.draft.readings)


def deed_of(change: Change) -> tuple[object, ...]:
    """Answer what a change did, wherever it stands: the same change made twice has the same."""
    return (change.thing, change.id, *map(_unplaced, (change.of, change.before, change.after)))


def _done(change: Change) -> tuple[object, ...]:
    """Answer what there is after a change, from wherever it came."""
    kept = change.before if change.after is None else change.after
    return (change.thing, change.id, change.after is None, _unplaced(kept))


def _unplaced(value: object) -> str:
    return repr(replace(value, line=0) if isinstance(value, Reading) else value)


def once(entries: Iterable[Sequence[Change]]) -> Iterable[tuple[Change, ...]]:
    """Leave out of each what an earlier one did already and none has undone since.

    The same change may be made on two branches; the first that made it is told.
    """
    standing: dict[tuple[object, ...], tuple[object, ...]] = {}
    for changes in entries:
        told = [one for one in changes if standing.get(_done(one)) != deed_of(one)]
        for one in told:
            standing.pop((one.thing, one.id, False, _unplaced(one.before)), None)
            standing.pop((one.thing, one.id, True, _unplaced(one.after)), None)
            standing[_done(one)] = deed_of(one)
        yield tuple(told)
