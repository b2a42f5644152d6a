"""Where bulletins are written: `reports/` beside the data folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fjdex.plan.failures import Failure
from fjdex.plan.period import Period
from fjdex.plan.words import Language
from fjdex.store.folder import reason
from fjdex.store.lock import locked
from fjdex.store.write import clear_leftovers, folder_made, write_file


@dataclass(frozen=True)
class Place:
    """Where a bulletin's page goes, and the folder of its charts as the page names it."""

    page: Path
    pictures: str

    @classmethod
    def at(cls, page: Path) -> "Place":
        """Answer the place of a page that is asked for by its path; its charts lie beside it."""
        return cls(page, f"{page.stem}/")

    @classmethod
    def of(  # noqa: PLR0913, PLR0917 (what sets one bulletin apart from another)
        cls,
        folder: Path,
        period: Period,
        language: Language,
        ending: str,
        lead: str | None,
        known_by: date | None,
    ) -> "Place":
        """Answer the place of a bulletin by what it is about.

        One of what was known on a day has a name of its own; an agency's page lies in the folder
        of the whole's charts, and shows the same ones.
        """
        known = f".known-by-{known_by.isoformat()}" if known_by else ""
        name = f"{str(period).replace('/', '_')}{known}.{language}"
        if lead is None:
            return cls(folder / f"{name}.{ending}", f"{name}/")
        return cls(folder / name / f"{lead}.{ending}", "")


def write_report(files: Mapping[Path, bytes]) -> None:
    """Write a bulletin's files over those that were there; raises `Failure`."""
    for path, data in files.items():
        with folder_made(path.parent), locked(path.parent):
            clear_leftovers(path.parent)
            write_file(path, _read(path), data)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise Failure("file-unwritable", path=str(path), why=reason(error)) from error
