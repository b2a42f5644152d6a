"""Where bulletins are written: `reports/` beside the data folder."""

from datetime import date
from pathlib import Path

from fjdex.plan.period import Period
from fjdex.plan.words import Language
from fjdex.store.write import make_folder, write_file


def report_path(
    folder: Path, period: Period, language: Language, known_by: date | None = None
) -> Path:
    """Answer the file of a bulletin; one of what was known on a day has a name of its own."""
    known = f".known-by-{known_by.isoformat()}" if known_by else ""
    return folder.parent / "reports" / f"{period}{known}.{language}.md"


def write_report(path: Path, text: str) -> None:
    """Write a bulletin over the one that was there; raises `Failure`."""
    make_folder(path.parent)
    before = path.read_bytes() if path.is_file() else None
    write_file(path, before, text.encode())
