"""Filing a change: under the lock, on what the disk holds now, proved and judged before it is kept.

The new text is read back: it must hold the old plan and the one change that was meant. It is
judged by the same rules as `check`: an error that was not there before keeps it from being written.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from fjdex.check.rules import OF_REGISTERS, check
from fjdex.load import Known, Loaded, known_from, load
from fjdex.plan.failures import Failure
from fjdex.plan.findings import Finding, Severity
from fjdex.plan.plan import Plan
from fjdex.store.folder import Snapshot, names_of, place_of, read_folder
from fjdex.store.lock import locked
from fjdex.store.write import (
    Written,
    clear_leftovers_below,
    remove_file,
    write_file,
    write_files,
)
from fjdex.yamlio.brackets import Unsplicable

_BOM = b"\xef\xbb\xbf"
# Arguments that name lines, which move when a line is put in above them.
_LINES = frozenset({"first", "line", "opened"})


@dataclass(frozen=True)
class Change:
    """A change of one file's text ("" where there is none), and the findings that it brings."""

    file: str
    before: str
    after: str
    loaded: Loaded
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What keeps the change from being written."""
        return tuple(one for one in self.findings if one.severity is Severity.ERROR)


Splice = Callable[[Plan, str], str]
Proof = Callable[[Plan, Plan], bool]


@dataclass(frozen=True)
class About:
    """What of a data folder a change is about: the readings of some records, None for all.

    `recall` answers what is known of a snapshot from before.
    """

    readings: frozenset[str] | None = None
    recall: Callable[[Snapshot], Known | None] = lambda _: None


WHOLE = About()


def file_change(  # noqa: PLR0913 (where, how, proved how, and of what)
    folder: Path, file: str, splice: Splice, proof: Proof, *, write: bool, about: About = WHOLE
) -> Change:
    """Change one file of a data folder, or with `write` off only answer what would change.

    `splice` makes the new text of the old plan and text, `proof` says whether old and new plan
    differ as they should. Nothing is written where the answer holds errors. What the change is not
    `about` is not read. Raises `Failure`.
    """
    with locked(folder):
        snapshot = read_folder(folder, readings=about.readings)
        change = _changed(snapshot, file, splice, proof, about)
        if write and not change.errors and change.after != change.before:
            _write(snapshot, change)
    return change


def _changed(snapshot: Snapshot, file: str, splice: Splice, proof: Proof, about: About) -> Change:
    loaded = load(snapshot.texts, snapshot.refused, about.recall(snapshot))
    refused = next((one for one in snapshot.refused if one.place.file == file), None)
    if loaded.plan is None or refused is not None:
        raise Failure("data-unsound", count=str(len(loaded.findings)))
    before, names = snapshot.texts.get(file, ""), names_of(snapshot, file)
    try:
        after = splice(loaded.plan, before)
    except Unsplicable as error:
        raise Failure("file-unsplicable", path=str(snapshot.folder / file)) from error
    texts = {**snapshot.texts, **dict.fromkeys(names, after)}
    known = known_from(loaded, names)
    new = load(texts, snapshot.refused, known)
    if new.plan is None or not proof(loaded.plan, new.plan):
        if names != (file,):
            raise Failure("file-shared", path=str(snapshot.folder / file), other=names[1])
        raise Failure("file-unsplicable", path=str(snapshot.folder / file))
    # Registers that have not changed are as right or wrong as before.
    same = OF_REGISTERS if known else ()
    brought = _brought(check(loaded, without=same), check(new, without=same))
    findings = tuple(one for one in brought if not _cited_elsewhere(snapshot, one, about))
    return Change(file, before, after, new, findings)


def _cited_elsewhere(snapshot: Snapshot, finding: Finding, about: About) -> bool:
    """Whether a source that seems unused is named in a file that has not been read."""
    if about.readings is None or finding.code != "source-unused":
        return False
    id_ = re.escape(finding.arguments["text"]).encode()
    cited = re.compile(rb"source[\"']?\s*:\s*[\"']?" + id_ + rb"(?![a-z0-9-])")
    every = read_folder(snapshot.folder).raw.items()
    return any(cited.search(data) for name, data in every if name not in snapshot.raw)


@dataclass(frozen=True)
class Batch:
    """A change of several files: their texts before and after by file, and what it brings."""

    files: Mapping[str, tuple[str, str]]
    loaded: Loaded
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What keeps the change from being written."""
        return tuple(one for one in self.findings if one.severity is Severity.ERROR)


Splices = Callable[[Plan], Mapping[str, Splice]]


def file_batch(folder: Path, splices: Splices, proof: Proof, *, write: bool) -> Batch:
    """Change several files of a data folder at once, all of them or none, as `file_change` does.

    `splices` says of the plan that is there now how each file changes; the files are written in
    that order. Raises `Failure`.
    """
    with locked(folder):
        snapshot = read_folder(folder)
        batch = _batch(snapshot, splices, proof)
        if write and not batch.errors and batch.files:
            clear_leftovers_below(folder)
            write_files(
                [_written(snapshot, file, after) for file, (_, after) in batch.files.items()]
            )
    return batch


def _batch(snapshot: Snapshot, splices: Splices, proof: Proof) -> Batch:
    loaded = load(snapshot.texts, snapshot.refused)
    if loaded.plan is None or not loaded.sound:
        raise Failure("data-unsound", count=str(len(loaded.findings)))
    files: dict[str, tuple[str, str]] = {}
    texts = dict(snapshot.texts)
    for file, splice in splices(loaded.plan).items():
        before, names = snapshot.texts.get(file, ""), names_of(snapshot, file)
        if names != (file,):
            raise Failure("file-shared", path=str(snapshot.folder / file), other=names[1])
        try:
            after = splice(loaded.plan, before)
        except Unsplicable as error:
            raise Failure("file-unsplicable", path=str(snapshot.folder / file)) from error
        if after != before:
            files[file], texts[file] = (before, after), after
    if not files:
        return Batch({}, loaded, ())
    new = load(texts, snapshot.refused)
    if new.plan is None or not proof(loaded.plan, new.plan):
        raise Failure("file-unsplicable", path=str(snapshot.folder))
    return Batch(files, new, _brought(check(loaded), check(new)))


def _written(snapshot: Snapshot, file: str, after: str) -> Written:
    raw = snapshot.raw.get(file)
    mark = _BOM if raw is not None and raw.startswith(_BOM) else b""
    return Written(place_of(snapshot.folder, file), raw, mark + after.encode())


def _brought(before: tuple[Finding, ...], after: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Answer the findings of `after` that `before` did not have, wherever they now stand."""
    had = Counter(map(_identity, before))
    brought = []
    for finding in after:
        if had[_identity(finding)]:
            had[_identity(finding)] -= 1
        else:
            brought.append(finding)
    return tuple(brought)


def _identity(finding: Finding) -> tuple[str, str, frozenset[tuple[str, str]]]:
    said = {pair for pair in finding.arguments.items() if pair[0] not in _LINES}
    return finding.code, finding.place.file, frozenset(said)


def _write(snapshot: Snapshot, change: Change) -> None:
    clear_leftovers_below(snapshot.folder)
    place = place_of(snapshot.folder, change.file)
    raw = snapshot.raw.get(change.file)
    mark = _BOM if raw is not None and raw.startswith(_BOM) else b""
    if change.after or raw is None:
        write_file(place, raw, mark + change.after.encode())
    elif (snapshot.folder / change.file).is_symlink():
        # Its name would lead nowhere without it.
        write_file(place, raw, b"")
    else:
        remove_file(place, raw)
