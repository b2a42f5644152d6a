"""Writing a user's file: whole or not at all, and only over what was read.

The new content goes into a file beside the old one, is brought to the disk, and takes its name in
one step. A process killed at any instant leaves the old file or the new one.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from fjdex.plan.failures import Failure
from fjdex.store.folder import reason

_LEFTOVER = ".fjdex-new"


def write_file(path: Path, before: bytes | None, after: bytes) -> None:
    """Replace a file that held `before` (None: there was none) by one that holds `after`.

    Raises `Failure`: `file-changed` where somebody else wrote it since, `file-unwritable`.
    """
    with _explained(path):
        path = path.resolve()
        path.parent.mkdir(exist_ok=True)
        beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}{_LEFTOVER}")
        try:
            _write_beside(beside, path, after)
            _expect(path, before)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
        _sync_folder(path.parent)


def remove_file(path: Path, before: bytes) -> None:
    """Remove a file that held `before`; raises as `write_file` does."""
    with _explained(path):
        _expect(path, before)
        path.unlink()
        _sync_folder(path.parent)


def clear_leftovers(folder: Path) -> None:
    """Take away what a killed process left; the caller holds the lock, so nobody writes there."""
    with _explained(folder):
        for leftover in folder.glob(f".*{_LEFTOVER}"):
            leftover.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder with what is above it; raises `Failure`."""
    with _explained(folder):
        folder.mkdir(parents=True, exist_ok=True)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Failure("file-unwritable", path=str(path), why=reason(error)) from error


def _write_beside(beside: Path, path: Path, data: bytes) -> None:
    with beside.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        beside.chmod(path.stat().st_mode & 0o7777)


def _expect(path: Path, before: bytes | None) -> None:
    now = path.read_bytes() if os.path.lexists(path) else None
    if now != before:
        raise Failure("file-changed", path=str(path))


def _sync_folder(folder: Path) -> None:
    """Bring a renaming to the disk; Windows does so by itself and cannot open a folder.

    The new file has its name already: a file system that cannot do this for a folder is no reason
    to say that nothing was written.
    """
    if os.name == "nt":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
