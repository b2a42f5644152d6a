"""Contents of files, as git holds them: raw, each read once, and known by its id.

They are read as they are, so that no filter of the repository runs; lines of either ending are
read alike, as from the disk.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from fjdex.plan.findings import Finding, Place
from fjdex.store.gitrun import Git, heard, say, skip, taken
from fjdex.yamlio.scan import MAX_BYTES, decode

if TYPE_CHECKING:
    from subprocess import Popen

_LIMIT = f"{MAX_BYTES // 1024 // 1024} MiB"
# How many contents a reader of histories keeps: some of every file of two commits.
_KEPT = 64
# Of the line before a content: its id, its type, its size.
_WORDS = 3
# What stands in git in the place of a file that is kept elsewhere.
_POINTER = b"version https://git-lfs.github.com/spec/"


@dataclass(frozen=True)
class Blobs:
    """The contents that were fetched so far; None for one that is too large to be read."""

    git: Git
    _raw: dict[str, bytes | None] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)

    def fetch(self, ids: Iterable[str]) -> None:
        """Read what is not at hand yet, all of it in one run; raises `Failure` for a lost one."""
        wanted = [one for one in dict.fromkeys(ids) if one not in self._raw]
        if wanted:
            self._raw.update(zip(wanted, contents(self.git, wanted), strict=True))

    def raw(self, blob: str) -> bytes | None:
        """Answer a content, None where it is too large."""
        self.fetch([blob])
        return self._raw[blob]

    def text(self, name: str, blob: str) -> str | Finding:
        """Answer a content as the text of a file of that name, or why it gives none."""
        if blob in self._texts:
            return self._texts[blob]
        text = _text(name, self.raw(blob))
        if isinstance(text, str):
            self._texts[blob] = text
        return text


def _text(name: str, data: bytes | None) -> str | Finding:
    if data is None:
        return Finding("file-too-large", Place(name), {"limit": _LIMIT})
    if data.startswith(_POINTER):
        return Finding("file-unreadable", Place(name), {"why": "pointer"})
    return decode(name, data)


@contextmanager
def reading(git: Git) -> Iterator[Callable[[str, str], str | Finding]]:
    """Hold a reader of contents by name and id, for histories: it keeps only the latest.

    It answers the text of a file of that name, or why there is none.
    """
    with git.talk("cat-file", "--batch") as run:

        @lru_cache(maxsize=_KEPT)
        def read(name: str, blob: str) -> str | Finding:
            say(run, blob)
            return _text(name, _content(git, run, blob))

        yield read


def contents(git: Git, ids: Iterable[str]) -> Iterator[bytes | None]:
    """Answer contents by their ids, in order, None for what is too large.

    An id may be any name of a file that git understands, such as `main:data/plan.yaml`.
    """
    with git.talk("cat-file", "--batch") as run:
        for one in ids:
            say(run, one)
            yield _content(git, run, one)


def _content(git: Git, run: "Popen[bytes]", name: str) -> bytes | None:
    words = heard(run).split()
    if len(words) != _WORDS or not words[2].isdigit():
        raise git.lacking(name)
    size = int(words[2])
    if size <= MAX_BYTES:
        return taken(run, size + 1)[:-1]
    skip(run, size + 1)
    return None
