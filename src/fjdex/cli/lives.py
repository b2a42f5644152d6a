"""The life of a record through git: every commit that changed it, each with what it did."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from fjdex.review.change import Change, Deed
from fjdex.review.life import NO_FILES, REGISTERS, TABLES, Files, Life, once
from fjdex.store.git import Repository, Revision
from fjdex.store.gitblobs import reading
from fjdex.store.githistory import Commit, History, history_of

# Goes through commits one by one, and may say how far it has come.
Told = Callable[[Sequence[Commit]], Iterator[Commit]]
_SIDES_OF_A_MERGE = 2


@dataclass(frozen=True)
class Entry:
    """What one commit did to a record, and where the data folder stood in it."""

    commit: Commit
    folder: str
    changes: tuple[Change, ...]


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
        Entry(commit, history.folders.get(commit.id, ""), found)
        for commit, found in zip(history.commits, changes, strict=True)
        if found
    ]


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
