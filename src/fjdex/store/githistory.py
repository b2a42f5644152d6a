"""Which commits touched certain files of the data folder, and what these files held in each.

Only such commits are listed, and nothing of them is read before it is asked for. The data folder
is followed to wherever it stood before it was renamed.
"""

import posixpath
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, reduce
from operator import or_

from fjdex.plan.failures import Failure
from fjdex.store.files import HEADER
from fjdex.store.git import Repository, Revision
from fjdex.store.gitrun import heard, say

# id, day, author, subject: what stands between is in none of them.
_SHAPE = "--format=%h%x00%cI%x00%aI%x00%aN%x00%s"
_HEAD = "commit "


@dataclass(frozen=True)
class Commit:
    """One commit: who wrote it, on which days it was written and put here, and why.

    `parents` are the nearest commits before it of those that are listed. Days are those of the
    people's own clocks.
    """

    id: str
    short: str
    parents: tuple[str, ...]
    day: date
    written: date
    author: str
    subject: str


@dataclass(frozen=True)
class History:
    """Commits, parents first, and the blobs of the files asked for in each, by name.

    `folders` is where the data folder stood in each commit, where it was there at all.
    """

    commits: tuple[Commit, ...]
    folders: Mapping[str, str]
    blobs: Mapping[str, Mapping[str, str]]

    def base(self, one: str, other: str) -> str | None:
        """Answer the last commit that two have in common, None where there is none."""
        common = self._before[one] & self._before[other]
        return self.commits[common.bit_length() - 1].id if common else None

    @cached_property
    def _before(self) -> Mapping[str, int]:
        """Answer for each commit the set of all before it and itself, a bit each."""
        before: dict[str, int] = {}
        for at, commit in enumerate(self.commits):
            sides = (before[one] for one in commit.parents)
            before[commit.id] = reduce(or_, sides, 1 << at)
        return before


def history_of(
    repository: Repository, revision: Revision, names: Collection[str], beside: Collection[str]
) -> History:
    """Answer the commits that lead to a revision and touched files of these names.

    The blobs are of these files and of those `beside` them.
    """
    folders = [repository.listing(revision).folder]
    while True:
        commits = _commits(repository, revision, folders, names)
        stood = _stood(repository, [one.id for one in commits], folders)
        earlier = _earlier(repository, commits, folders)
        if not earlier:
            break
        folders += earlier
    asked = [*names, *beside]
    _refuse_gaps(repository, revision, [posixpath.join(f, n) for f in folders for n in asked])
    places = [(id_, stood[id_], name) for id_ in stood for name in asked]
    found = _resolved(repository, [f"{i}:{posixpath.join(f, n)}" for i, f, n in places])
    blobs: dict[str, dict[str, str]] = {one.id: {} for one in commits}
    for (id_, _, name), blob in zip(places, found, strict=True):
        if blob:
            blobs[id_][name] = blob
    return History(commits, stood, blobs)


def _refuse_gaps(repository: Repository, revision: Revision, paths: Sequence[str]) -> None:
    """Refuse a clone that left out contents of some files: they would pass for not there."""
    if not repository.git.partial():
        return
    listing = ("rev-list", "--objects", "--missing=print", revision.commit or "HEAD", "--")
    said = repository.git.ask(*listing, *paths)
    if not said.done or any(line.startswith(b"?") for line in said.out.split(b"\n")):
        raise Failure("contents-left-out")


def _commits(
    repository: Repository, revision: Revision, folders: Sequence[str], names: Collection[str]
) -> tuple[Commit, ...]:
    paths = [posixpath.join(folder, name) for folder in folders for name in names]
    order = ("--topo-order", "--reverse", "--parents", "--full-history", "--simplify-merges")
    command = ("rev-list", *order, "--encoding=UTF-8", _SHAPE, revision.commit or "HEAD", "--")
    said = repository.git.must(*command, *paths).decode("utf-8", "replace").split("\n")
    heads = (line.removeprefix(_HEAD).split() for line in said[:-1:2])
    return tuple(_commit(head, line) for head, line in zip(heads, said[1::2], strict=True))


def _commit(head: list[str], line: str) -> Commit:
    short, put, written, author, subject = line.split("\0", 4)
    days = date.fromisoformat(put[:10]), date.fromisoformat(written[:10])
    return Commit(head[0], short, tuple(head[1:]), *days, author, subject)


def _stood(
    repository: Repository, commits: Sequence[str], folders: Sequence[str]
) -> Mapping[str, str]:
    """Answer where the data folder stood in each commit; one that had none is left out."""
    stood: dict[str, str] = {}
    for folder in folders:
        left = [one for one in commits if one not in stood]
        names = [f"{one}:{posixpath.join(folder, HEADER)}" for one in left]
        found = zip(left, _resolved(repository, names), strict=True)
        stood.update({one: folder for one, blob in found if blob})
    return stood


def _earlier(
    repository: Repository, commits: Sequence[Commit], folders: Sequence[str]
) -> list[str]:
    """Answer where else the folder stood before a commit that brought it to where it stands."""
    befores = [f"{one.id}^" for one in commits if not one.parents]
    there = zip(befores, _resolved(repository, befores), strict=True)
    found = (repository.finder.folder_in(commit) for _, commit in there if commit)
    return [one for one in dict.fromkeys(found) if one is not None and one not in folders]


def _resolved(repository: Repository, names: Sequence[str]) -> Iterator[str | None]:
    """Answer the id of everything that is named, None where there is no such thing."""
    if not names:
        return
    with repository.git.talk("cat-file", "--batch-check=%(objectname)") as run:
        for name in names:
            say(run, name)
            answer = heard(run)
            yield None if answer.endswith(" missing") or " " in answer else answer
