"""Which files the data folder has in a revision, and where the folder stood then.

A revision is a commit's id here, or None for what is staged.
"""

import hashlib
import os
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from fjdex.store.files import READINGS
from fjdex.store.gitblobs import Blobs
from fjdex.store.gitrun import Git, heard, say, skip

_ENDINGS = (".yaml", ".yml")
_LINK = "120000"
_OTHER_REPOSITORY = "160000"
FILES = frozenset({"100644", "100755"})
_MOST_LINKS = 40
# The ids of an empty file, and the flag of a file of the index that is only meant to be added.
_EMPTY = frozenset(
    made(b"blob 0\0").hexdigest().encode() for made in (hashlib.sha1, hashlib.sha256)
)
_INTENT = 1 << 29
_FOLDER = "tree"
# The word for a link that leads out of the repository, so that no revision holds its content.
OUTSIDE = "outside"
# How git says of a link why it leads to no file, and what the disk's reader calls it.
_LEADS = {"dangling": "missing", "loop": "loop", "symlink": OUTSIDE, "notdir": "missing"}


@dataclass(frozen=True)
class Entry:
    """One file: its name within the folder, its blob id, or the word for why it has no content."""

    name: str
    blob: str
    why: str = ""
    mode: str = ""


def entries_of(git: Git, blobs: Blobs, commit: str | None, folder: str) -> list[Entry]:
    """Answer the data folder's files in a revision: those that the disk's reader would read."""
    everything = _staged(git, folder) if commit is None else _tree(git, commit, folder)
    ours = [one for one in everything if _counts(one.name)]
    links = [one for one in ours if one.mode == _LINK]
    plain = [_judged(one) for one in ours if one.mode != _LINK]
    if not links:
        return plain
    if commit is None:
        return [*plain, *(_led_staged(git, blobs, folder, one) for one in links)]
    return [*plain, *_led(git, commit, folder, links)]


def everything_in(git: Git, commit: str | None) -> Iterator[Entry]:
    """Answer every file of a revision by its path in the repository."""
    return _staged(git, "") if commit is None else _tree(git, commit, "")


def _tree(git: Git, commit: str, folder: str) -> Iterator[Entry]:
    """Answer everything below a folder of a commit."""
    yield from _entries(git.must("ls-tree", "-r", "-z", "--full-tree", f"{commit}:{folder}"))


def _entries(listed: bytes) -> Iterator[Entry]:
    for line in listed.split(b"\0")[:-1]:
        head, _, name = line.partition(b"\t")
        mode, _, blob = head.decode().split()
        yield Entry(os.fsdecode(name), blob, mode=mode)


def _staged(git: Git, folder: str, *, whole: bool = False) -> Iterator[Entry]:
    """Answer everything below a folder of the index, by its `whole` path or that within.

    A file in conflict has no one content; one that is only meant to be added has none yet.
    """
    within = f"{folder}/" if folder and not whole else ""
    told: set[str] = set()
    listed = git.must("ls-files", "-s", "-z", "--", folder or ".")
    meant = _meant(git, folder) if _EMPTY & set(re.findall(rb"[0-9a-f]{40,64}", listed)) else ()
    for line in listed.split(b"\0")[:-1]:
        head, _, path = line.partition(b"\t")
        mode, blob, stage = head.decode().split()
        name = os.fsdecode(path)
        if name not in told and name not in meant and name.startswith(within):
            told.add(name)
            why = "" if stage == "0" else "conflict"
            yield Entry(name.removeprefix(within), blob, why, mode)


def _meant(git: Git, folder: str) -> frozenset[str]:
    """Answer the files that `git add -N` announced; git lists them as if they were empty."""
    listed = git.must("ls-files", "--debug", "-z", "--", folder or ".")
    found = re.findall(rb"(?:\A|\n)([^\0]+)\0(?:  .*\n)*?.*flags: ([0-9a-f]+)(?=\n)", listed)
    return frozenset(os.fsdecode(name) for name, flags in found if int(flags, 16) & _INTENT)


def unchecked_of(git: Git, folder: str) -> list[Entry]:
    """Answer the data folder's plain files that a sparse checkout leaves out of the disk."""
    within = f"{folder}/" if folder else ""
    found = []
    for line in git.must("ls-files", "-t", "-s", "-z", "--", folder or ".").split(b"\0")[:-1]:
        head, _, path = line.partition(b"\t")
        tag, mode, blob, stage = head.decode().split()
        name = os.fsdecode(path).removeprefix(within)
        if (tag, stage) == ("S", "0") and mode in FILES and _counts(name):
            found.append(Entry(name, blob, mode=mode))
    return found


def _counts(name: str) -> bool:
    """Whether the disk's reader would look at a file or link of this name (`store.folder`)."""
    path = PurePosixPath(name)
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and (path.suffix.lower() in _ENDINGS or f"{name}/" == READINGS)


def _judged(entry: Entry) -> Entry:
    return replace(entry, why="repository") if entry.mode == _OTHER_REPOSITORY else entry


def _led(git: Git, commit: str, folder: str, links: list[Entry]) -> Iterator[Entry]:
    """Answer what links lead to within a commit, as the disk's reader follows them."""
    with git.talk("cat-file", "--batch-check", "--follow-symlinks") as run:
        for link in links:
            say(run, f"{commit}:{posixpath.join(folder, link.name)}")
            words = heard(run).split()
            if words[0] in _LEADS:
                skip(run, int(words[1]) + 1)
            yield from _end(git, link, words)


def _end(git: Git, link: Entry, words: list[str]) -> Iterator[Entry]:
    """Answer the file, or the readings' files, to which git says that a link leads."""
    if words[0] in _LEADS or words[-1] == "missing":
        yield replace(link, why=_LEADS.get(words[0], "missing"))
    elif words[1] != _FOLDER:
        yield Entry(link.name, words[0])
    elif f"{link.name}/" == READINGS:
        inner = _entries(git.must("ls-tree", "-r", "-z", "--full-tree", words[0]))
        yield from (Entry(READINGS + one.name, one.blob) for one in inner if _counts(one.name))
    else:
        yield replace(link, why="folder")


def _led_staged(git: Git, blobs: Blobs, folder: str, link: Entry) -> Entry:
    """Answer the file to which a link leads within the index."""
    at, path = link, posixpath.join(folder, link.name)
    for _ in range(_MOST_LINKS):
        target = os.fsdecode(blobs.raw(at.blob) or b"")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        if target.startswith("/") or path.startswith(".."):
            return replace(link, why=OUTSIDE)
        found = [one for one in _staged(git, path, whole=True) if one.name == path]
        if not found:
            return replace(link, why="missing")
        at = found[0]
        if at.mode != _LINK:
            return Entry(link.name, at.blob, at.why)
    return replace(link, why="loop")
