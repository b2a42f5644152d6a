"""Where the data folder stood in a revision: where it stands today, or wherever its plan was."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fjdex.plan.failures import Failure
from fjdex.store.files import HEADER
from fjdex.store.gitblobs import Blobs
from fjdex.store.gitrun import Git
from fjdex.store.gittree import FILES, entries_of, everything_in

_id_of = re.compile(r"""^id:[ ]*["']?([a-z0-9-]+)["']?[ ]*(?:\#.*)?\r?$""", re.MULTILINE).search


@dataclass(frozen=True)
class Finder:
    """Looks for the data folder; `folder` is where it stands today, `plan` its plan's id."""

    git: Git
    blobs: Blobs
    folder: str
    plan: str | None

    def folder_in(self, commit: str | None) -> str | None:
        """Answer the folder in a commit, or in what is staged; None where there is none.

        Several of one plan are told apart by what they have in common with today's; raises
        `Failure` where that does not tell.
        """
        place = f"{commit or ':0'}:{posixpath.join(self.folder, HEADER)}"
        if self.git.line("rev-parse", "--verify", "--quiet", place):
            return self.folder
        same = [
            one for one, blob in self._headers(commit).items() if self._plan_of(blob) == self.plan
        ]
        if len(same) <= 1 or self.plan is None:
            return next(iter(same), None) if self.plan else None
        return self._most_alike(commit, same)

    def _headers(self, commit: str | None) -> Mapping[str, str]:
        """Answer the blob of every plan.yaml by the folder that holds it."""
        return {
            posixpath.dirname(one.name): one.blob
            for one in everything_in(self.git, commit)
            if posixpath.basename(one.name) == HEADER and one.mode in FILES and not one.why
        }

    def _plan_of(self, blob: str) -> str | None:
        return plan_id(self.blobs.raw(blob) or b"")

    def _most_alike(self, commit: str | None, folders: list[str]) -> str:
        today = self._ids("HEAD", self.folder) or self._ids(None, self.folder)
        shared = {one: len(self._ids(commit, one) & today) for one in folders}
        most = max(shared.values())
        best = [one for one, count in shared.items() if count == most]
        if len(best) > 1:
            name = commit[:_SHORT] if commit else "git"
            raise Failure("folders-alike", text=name, paths=", ".join(sorted(best)))
        return best[0]

    def _ids(self, commit: str | None, folder: str) -> frozenset[str]:
        try:
            entries = entries_of(self.git, self.blobs, commit, folder)
        except Failure:
            return frozenset()
        return frozenset(one.blob for one in entries)


_SHORT = 7


def plan_id(data: bytes) -> str | None:
    """Answer the id that a plan.yaml gives, without reading the rest of it."""
    found = _id_of(data.decode("utf-8", "replace"))
    return found[1] if found else None


def plan_on_disk(path: Path) -> str | None:
    """Answer the id of the plan on disk, None where its file cannot be read."""
    try:
        return plan_id(path.read_bytes())
    except OSError:
        return None
