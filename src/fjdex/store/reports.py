"""Where bulletins are written: `reports/` beside the data folder."""

from datetime import date
from pathlib import Path

from fjdex.plan.failures import Failure
from fjdex.plan.period import Period
from fjdex.plan.words import Language
from fjdex.store.folder import reason
from fjdex.store.lock import locked
from fjdex.store.write import clear_leftovers, folder_made, write_file


def report_path(
    folder: Path, period: Period, language: Language, known_by: date | None = None
) -> Path:
    """Answer the file of a bulletin; one of what was known on a day has a name of its own."""
    known = f".known-by-{known_by.isoformat()}" if known_by else ""
    return folder.parent / "reports" / f"{period}{known}.{language}.md"


def write_report(path: Path, text: str) -> None:
    """Write a bulletin over the one that was there; raises `Failure`."""
    with folder_made(path.parent), locked(path.parent):
        clear_leftovers(path.parent)
        write_file(path, _read(path), text.encode())


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise Failure("file-unwritable", path=str(path), why=reason(error)) from error
