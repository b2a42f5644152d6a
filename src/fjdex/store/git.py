"""Revisions of a data folder, as git holds them: the only place that runs git is `gitrun`.

    repository = find_repository(folder, variables, here)
    head = repository.head()                       # None before the first commit
    then = repository.revision("main~3")           # whatever git knows; raises `Failure`
    staged = repository.staged()                   # what the next commit would hold
    listing = repository.listing(then)             # names and blob ids, nothing read yet
    snapshot = repository.snapshot(then)           # the same type as of the disk
    changed = repository.snapshot(then, names)     # only these files of it

Nothing of the user's repository is touched: no checkout, no worktree, no branch, no lock, no
index refreshed, no object written; no hook, filter, pager or program of its configuration runs,
and nothing is fetched. What was read once is kept by its blob id, so that files that are equal in
two revisions are read once and give the same text (`is`), which whoever compares may use.
"""

import hashlib
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from fjdex.plan.failures import Failure
from fjdex.plan.findings import Finding, Place
from fjdex.store.files import HEADER
from fjdex.store.folder import Snapshot
from fjdex.store.gitblobs import Blobs
from fjdex.store.gitfolder import Finder, plan_on_disk
from fjdex.store.gitnames import HEAD, commit_of
from fjdex.store.gitrun import Git, git_of
from fjdex.store.gittree import OUTSIDE, Entry, entries_of, unchecked_of


@dataclass(frozen=True)
class Revision:
    """One state of a repository: a commit, what is staged (`commit` is None), or nothing at all.

    `day` is that of the commit, in the committer's own zone, so that it is the same everywhere.
    """

    name: str
    commit: str | None = None
    short: str = ""
    day: date | None = None
    void: bool = False

    def asked(self) -> dict[str, str | None]:
        """Answer the revision for scripts."""
        day = self.day.isoformat() if self.day else None
        return {"name": self.name, "commit": self.commit, "day": day}


# What there is before the first commit: to compare with it shows everything as new.
NOTHING = Revision("", void=True)


@dataclass(frozen=True)
class Listing:
    """The YAML files of the data folder in a revision: where it stood, and each file's blob id.

    `folder` is the path within the repository ("" at its top); `refused` tells of what has no
    content to read: links that lead nowhere, folders of other repositories, files in conflict.
    `links` has the blob id of each link that leads out of the repository: of the link itself.
    """

    folder: str
    blobs: Mapping[str, str]
    refused: tuple[Finding, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Repository:
    """A git repository, and where in it the data folder lies today.

    `top` is its working tree's folder, `inside` the data folder's path within it.
    """

    git: Git
    top: Path
    inside: str
    sha256: bool
    shallow: bool
    blobs: Blobs = field(repr=False)
    finder: Finder = field(repr=False)

    def head(self) -> Revision | None:
        """Answer the commit that is checked out, None before the first one."""
        commit = self.git.line("rev-parse", "--verify", "--quiet", f"{HEAD}^{{commit}}")
        return self._of(HEAD, commit) if commit else None

    def revision(self, text: str) -> Revision:
        """Answer what a name means to git: a branch, a tag, an id, `main@{yesterday}`, `:/words`.

        Raises `Failure` for a name that is unknown, that means several things, or that git could
        only guess at.
        """
        return self._of(text, commit_of(self.git, text, shallow=self.shallow))

    def staged(self) -> Revision:
        """Answer what is staged for the next commit."""
        return Revision("")

    def merge_base(self, one: Revision, other: Revision) -> Revision:
        """Answer the last commit that two have in common; raises `Failure` where there is none."""
        base = self.git.line("merge-base", one.commit or HEAD, other.commit or HEAD)
        if not base:
            raise Failure("revisions-unrelated", one=one.name, other=other.name)
        return self._of(base, base)

    def listing(self, revision: Revision) -> Listing:
        """Answer the data folder's files in a revision, wherever it stood then.

        A folder that was renamed since is found by its plan's id. Raises `Failure` where the
        revision holds no such folder.
        """
        if revision.void:
            return Listing(self.inside, {})
        folder = self.finder.folder_in(revision.commit)
        if folder is None and revision.commit is None:
            raise Failure("folder-not-staged", path=self.inside or ".")
        if folder is None:
            raise self._absent(revision.name)
        return _listed(folder, entries_of(self.git, self.blobs, revision.commit, folder))

    def _absent(self, name: str) -> Failure:
        """Answer why a revision has no data folder: nobody committed it yet, or not in that one."""
        path, head = self.inside or ".", self.head()
        ever = self.git.line("rev-list", "--max-count=1", "--all", "--", path)
        if ever or (head and self.finder.folder_in(head.commit)):
            return Failure("folder-not-in-revision", text=name, path=path)
        return Failure("folder-uncommitted", path=path)

    def snapshot(self, revision: Revision, names: Collection[str] | None = None) -> Snapshot:
        """Answer the data folder as it stood, or only the files of these names.

        What a file is refused for on disk it is refused for here. Raises `Failure` as `listing`.
        """
        return self.read(self.listing(revision), revision, names)

    def read(
        self, listing: Listing, revision: Revision, names: Collection[str] | None = None
    ) -> Snapshot:
        """Answer the files of a listing, or only those of these names, as a snapshot."""
        wanted = {
            name: blob for name, blob in listing.blobs.items() if names is None or name in names
        }
        self.blobs.fetch(wanted.values())
        texts = {name: self.blobs.text(name, blob) for name, blob in sorted(wanted.items())}
        refused = [one for one in listing.refused if names is None or one.place.file in names]
        return Snapshot(
            folder=self.top / listing.folder,
            texts={name: text for name, text in texts.items() if isinstance(text, str)},
            raw={name: raw for name, blob in wanted.items() if (raw := self.blobs.raw(blob))},
            refused=(*refused, *(one for one in texts.values() if isinstance(one, Finding))),
            origin=origin_of(revision, listing.folder),
        )

    def blob_id(self, data: bytes) -> str:
        """Answer the id that git gives to a file's bytes, to tell without reading it what differs.

        A file whose lines end in CRLF on disk has in git the id of the one with LF.
        """
        whole = b"blob %d\0" % len(data) + data
        return (hashlib.sha256 if self.sha256 else hashlib.sha1)(whole).hexdigest()

    def left_out(self, snapshot: Snapshot) -> Snapshot:
        """Answer the files on disk with those that a sparse checkout leaves out, as git has them.

        Nobody took them out, so that to git itself nothing changed.
        """
        missing = [
            one
            for one in unchecked_of(self.git, self.inside)
            if one.name not in snapshot.raw and not one.why
        ]
        if not missing:
            return snapshot
        held = self.read(_listed(self.inside, missing), self.staged())
        return replace(
            snapshot,
            texts={**snapshot.texts, **held.texts},
            raw={**snapshot.raw, **held.raw},
            refused=(*snapshot.refused, *held.refused),
        )

    def link_id(self, path: Path) -> str | None:
        """Answer the id that git gives to a link on disk, None for what is no link."""
        return self.blob_id(os.fsencode(path.readlink())) if path.is_symlink() else None

    def _of(self, name: str, commit: str) -> Revision:
        shape = "--format=%h%n%cI"
        lines = self.git.lines("rev-list", "--max-count=1", shape, commit, "--")
        return Revision(name, commit, lines[1], date.fromisoformat(lines[2][:10]))


def _listed(folder: str, entries: list[Entry]) -> Listing:
    blobs = {one.name: one.blob for one in entries if not one.why}
    refused = [
        Finding("file-unreadable", Place(one.name), {"why": one.why}) for one in entries if one.why
    ]
    links = {one.name: one.blob for one in entries if one.why == OUTSIDE}
    return Listing(folder, blobs, tuple(refused), links)


def origin_of(revision: Revision, folder: str) -> str | None:
    """Answer what stands before a file's name where it is told: what `git show` takes."""
    if revision.void:
        return None
    return f"{revision.short}:{folder}/" if folder else f"{revision.short}:"


def find_repository(folder: Path, variables: Mapping[str, str], here: Path) -> Repository:
    """Answer the repository that a data folder lies in; raises `Failure`.

    It is the nearest around the folder. GIT_DIR and what goes with it (git sets them for hooks)
    count where they speak of that repository, or of one whose working tree holds the folder.
    """
    real = Path(os.path.realpath(folder))
    git, top = git_of(real, variables, here)
    path = real.relative_to(top).as_posix()
    inside = "" if path == "." else path
    shape, shallow = git.lines("rev-parse", "--show-object-format", "--is-shallow-repository")
    blobs = Blobs(git)
    return Repository(
        git=git,
        top=top,
        inside=inside,
        sha256=shape == "sha256",
        shallow=shallow == "true",
        blobs=blobs,
        finder=Finder(git, blobs, inside, plan_on_disk(real / HEADER)),
    )
