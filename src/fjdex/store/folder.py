"""Finding and reading a data folder."""

import errno
import hashlib
import os
import stat
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fjdex.load import is_readings, readings_file
from fjdex.plan.failures import Failure
from fjdex.plan.findings import Finding, Place
from fjdex.store.files import Contents, data_folder, yaml_files
from fjdex.yamlio.scan import MAX_BYTES, decode

_REASONS = {
    errno.ENOENT: "missing",
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.EISDIR: "folder",
    errno.ENOTDIR: "not-folder",
    errno.EEXIST: "not-folder",  # said where a folder is made, of what stands there instead
    errno.ENOSPC: "full",
    errno.EDQUOT: "quota",
    errno.EROFS: "read-only",
    errno.ELOOP: "loop",
    errno.ENAMETOOLONG: "name-too-long",
}


@dataclass(frozen=True)
class Snapshot:
    """A data folder as it was read: its texts, its bytes, and the files that gave no text.

    `origin` is what stands before a file's name where the folder is not the one on disk but as it
    stood in a revision: `1a2b3c4:data/`, as `git show` takes it.
    """

    folder: Path
    texts: Mapping[str, str]
    raw: Mapping[str, bytes]
    refused: tuple[Finding, ...]
    origin: str | None = None
    hashed: Contents | None = None

    @cached_property
    def contents(self) -> Contents:
        """The bytes with their digests."""
        return self.hashed or Contents(str(self.folder), self.raw)

    @property
    def files(self) -> frozenset[str]:
        """The names of all files, of those too that gave no text."""
        return frozenset(self.texts) | {one.place.file for one in self.refused}

    @property
    def digest(self) -> str:
        """A fingerprint of what the files say."""
        return digest_of(self.texts)


def digest_of(texts: Mapping[str, str]) -> str:
    """Answer a fingerprint of texts, the same wherever and however they were fetched."""
    whole = hashlib.sha256()
    for name, text in sorted(texts.items()):
        data = text.replace("\r\n", "\n").encode()
        whole.update(f"{name}\0{len(data)}\0".encode() + data)
    return f"sha256:{whole.hexdigest()}"


def find_folder(asked: str | None, variable: str | None, here: Path) -> Path:
    """Answer the data folder: the one asked for, else FJDEX_DATA's, else the nearest upward.

    A folder may be named itself or by the one that holds it as `data`. Raises `Failure` that says
    where was looked.
    """
    named = asked or variable
    found = data_folder(named, str(here))
    if found is None and named:
        raise Failure("no-data-at", path=str(here / named))
    if found is None:
        raise Failure("no-data", path=str(here))
    return Path(found)


def read_folder(
    folder: Path, now: Contents | None = None, readings: Collection[str] | None = None
) -> Snapshot:
    """Read every YAML file of a data folder; raises `Failure` where a folder cannot be listed.

    `now` is what it holds where that has just been read. `readings` are the ids of the records
    whose readings are wanted, None for all.
    """
    if now is not None and now.folder != str(folder):
        now = None
    wanted = None if readings is None else set(map(readings_file, readings))
    texts: dict[str, str] = {}
    raw: dict[str, bytes] = {}
    refused: list[Finding] = []
    for name in sorted(now.raw) if now else _names(folder):
        if wanted is not None and is_readings(name) and name not in wanted:
            continue
        data = now.raw[name] if now else _read(folder, name)
        text = decode(name, data) if isinstance(data, bytes) else data
        if isinstance(data, bytes):
            raw[name] = data
        if isinstance(text, str):
            texts[name] = text
        else:
            refused.append(text)
    return Snapshot(folder, texts, raw, tuple(refused), hashed=now)


def read_templates(folder: Path) -> Mapping[str, str]:
    """Answer a team's own templates by their name within the data folder.

    Raises `Failure`, also for a link that leads out of the folder.
    """
    found = {}
    for path in sorted((folder / "templates").glob("*.jinja")):
        name = path.relative_to(folder).as_posix()
        place_of(folder, name)
        data = _read(folder, name)
        text = decode(name, data) if isinstance(data, bytes) else data
        if not isinstance(text, str):
            raise Failure("template-unreadable", path=str(path))
        found[name] = text
    return found


def _names(folder: Path) -> list[str]:
    try:
        return sorted(yaml_files(str(folder)))
    except OSError as error:
        path = str(Path(error.filename or folder))
        raise Failure("folder-unreadable", path=path, why=reason(error)) from error


def _read(folder: Path, name: str) -> bytes | Finding:
    path = folder / name
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            why = "folder" if path.is_dir() else "system"
            return Finding("file-unreadable", Place(name), {"why": why})
        if status.st_size > MAX_BYTES:
            limit = f"{MAX_BYTES // 1024 // 1024} MiB"
            return Finding("file-too-large", Place(name), {"limit": limit})
        return path.read_bytes()
    except OSError as error:
        return Finding("file-unreadable", Place(name), {"why": reason(error)})


def place_of(folder: Path, file: str) -> Path:
    """Answer where a file of a data folder really lies, whatever links lead there.

    Raises `Failure` where that is outside the folder: what lies there is under no lock of ours and
    in nobody's diff. The folder itself may be reached through a link.
    """
    place = Path(os.path.realpath(folder / file))
    if not place.is_relative_to(os.path.realpath(folder)):
        raise Failure("link-leads-out", path=str(folder / file), target=str(place))
    return place


def names_of(snapshot: Snapshot, file: str) -> tuple[str, ...]:
    """Answer every name under which the snapshot holds the file of a name, that one first."""
    folder, place = snapshot.folder, place_of(snapshot.folder, file)
    inside = place.relative_to(os.path.realpath(folder)).as_posix()
    linked = [name for name in snapshot.raw if (folder / name).is_symlink()]
    same = [name for name in linked if os.path.realpath(folder / name) == str(place)]
    real = [inside] if inside in snapshot.raw else []
    return tuple(dict.fromkeys([file, *real, *same]))


def reason(error: OSError) -> str:
    """Answer why the system refused, as a word that `messages` knows."""
    return _REASONS.get(error.errno or 0, "system")
