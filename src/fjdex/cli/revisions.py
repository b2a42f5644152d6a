"""Which state of the data folder a command is about: the one on disk, or one that git holds."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fjdex.cli.desk import Desk
from fjdex.store.folder import Snapshot

if TYPE_CHECKING:
    from fjdex.store.git import Repository, Revision


@dataclass(frozen=True)
class Then:
    """The folder as it stood, and in which revision; `revision` is None for the one on disk."""

    snapshot: Snapshot
    revision: "Revision | None"

    def asked(self) -> dict[str, object]:
        """Answer the revision for scripts."""
        return {"rev": self.revision.asked() if self.revision else None}

    def said(self, desk: Desk) -> str:
        """Answer the sentence on which commit is spoken of, "" of the folder on disk."""
        if self.revision is None or self.revision.day is None:
            return ""
        day = self.revision.day.isoformat()
        return desk.voice("status.rev", commit=self.revision.short, day=day)


def repository_of(desk: Desk) -> "Repository":
    """Answer the repository in which the data folder lies; raises `Failure`."""
    from fjdex.store.git import find_repository

    return find_repository(desk.folder(), desk.environment.variables, desk.environment.here)


def folder_at(desk: Desk, rev: str | None) -> Then:
    """Answer the data folder as it stood in a revision, or as it is where none is given."""
    if rev is None:
        return Then(desk.snapshot(), None)
    repository = repository_of(desk)
    revision = repository.revision(rev)
    return Then(repository.snapshot(revision), revision)
