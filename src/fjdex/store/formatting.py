"""Bringing a data folder's files into canonical form, each by itself, under the lock."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from fjdex.load import is_readings, load
from fjdex.plan.findings import Finding, Severity
from fjdex.store.folder import Snapshot, place_of, read_folder
from fjdex.store.lock import locked
from fjdex.store.write import clear_leftovers_below, write_file
from fjdex.yamlio.brackets import Unsplicable
from fjdex.yamlio.canonical import format_readings, format_records


@dataclass(frozen=True)
class Formatted:
    """What canonical form changes: by file, its text before and after; what it has to leave alone.

    `faults` are the errors of files that are not understood, `kept` the files that are understood
    and have no canonical form.
    """

    snapshot: Snapshot
    changes: tuple[tuple[str, str, str], ...]
    faults: tuple[Finding, ...]
    kept: tuple[str, ...]


def format_folder(folder: Path, only: Collection[str] | None, *, write: bool) -> Formatted:
    """Bring the files of a folder, or `only` some, into canonical form; raises `Failure`.

    With `write` off nothing is written and the answer is the same. A file with an error of its own
    stays as it is: what is not understood cannot be written anew.
    """
    with locked(folder):
        snapshot = read_folder(folder)
        formatted = _formatted(snapshot, only)
        if write and formatted.changes:
            # Two names of one file are one change.
            places = {place_of(folder, file): (file, after) for file, _, after in formatted.changes}
            clear_leftovers_below(folder)
            for place, (file, after) in places.items():
                write_file(place, snapshot.raw[file], after.encode())
    return formatted


def _formatted(snapshot: Snapshot, only: Collection[str] | None) -> Formatted:
    findings = load(snapshot.texts, snapshot.refused).findings
    asked = [one for one in findings if only is None or one.place.file in only]
    faults = tuple(one for one in asked if one.severity is Severity.ERROR)
    # A file that is not of the plan is told in the same breath, though it is no error.
    left = {one.place.file for one in asked if one in faults or one.code == "file-unknown"}
    changes: list[tuple[str, str, str]] = []
    kept: list[str] = []
    for file, before in snapshot.texts.items():
        if file in left or (only is not None and file not in only):
            continue
        after = _canonical(file, before)
        if after is None:
            kept.append(file)
        elif after.encode() != snapshot.raw[file]:
            changes.append((file, before, after))
    return Formatted(snapshot, tuple(changes), faults, tuple(kept))


def _canonical(file: str, text: str) -> str | None:
    try:
        return format_readings(text) if is_readings(file) else format_records(text)
    except Unsplicable:
        return None
