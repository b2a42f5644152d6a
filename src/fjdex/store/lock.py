"""One writer at a time: a lock that the system frees when its process dies, and no file for it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fjdex.load import HEADER
from fjdex.plan.failures import Failure
from fjdex.store.folder import reason

# Far behind the end of any plan.yaml, so that locking there keeps nobody from reading it.
_BEYOND = 1 << 30


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder's lock; waits while another process holds it. Raises `Failure`.

    On Windows only a folder with a plan has one: a folder cannot be opened there, plan.yaml can.
    """
    if sys.platform == "win32":
        with _locked_byte(folder / HEADER):
            yield
        return
    descriptor = _lock(folder)
    try:
        yield
    finally:
        os.close(descriptor)


def _lock(folder: Path) -> int:
    """Answer the descriptor of a folder that is locked, and that is still the one of its name."""
    import fcntl  # noqa: PLC0415 (not on Windows)

    while True:
        try:
            descriptor = os.open(folder, os.O_RDONLY)
        except OSError as error:
            raise Failure("folder-unreadable", path=str(folder), why=reason(error)) from error
        held = False
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            # While we waited, git may have put another folder in its place.
            held = _is_still(folder, descriptor)
        except OSError as error:
            raise Failure("folder-unlockable", path=str(folder), why=reason(error)) from error
        finally:
            if not held:
                os.close(descriptor)
        if held:
            return descriptor


def _is_still(folder: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), folder.stat())
    except FileNotFoundError:
        return False


@contextmanager
def _locked_byte(path: Path) -> Iterator[None]:
    import msvcrt  # noqa: PLC0415 (Windows alone)

    if not path.is_file():
        yield
        return
    with path.open("rb") as file:
        file.seek(_BEYOND)
        while not _try_byte(msvcrt, file.fileno()):
            pass
        try:
            yield
        finally:
            file.seek(_BEYOND)
            msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined]  # Windows alone


def _try_byte(msvcrt: object, descriptor: int) -> bool:
    """Ask for the byte once; the system waits ten seconds before it says no."""
    try:
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]  # Windows alone
    except OSError:
        return False
    return True
