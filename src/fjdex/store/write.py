"""Writing a user's file: whole or not at all, and only over what was read.

The new content goes into a file beside the old one, is brought to the disk, and takes its name in
one step. A process killed at any instant leaves the old file or the new one.
"""

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from fjdex.plan.failures import Failure, Refused
from fjdex.store.folder import reason

_LEFTOVER = ".fjdex-new"


def write_file(path: Path, before: bytes | None, after: bytes) -> None:
    """Replace a file that held `before` (None: there was none) by one that holds `after`.

    A link is followed and stays. Raises `Failure`: `file-changed` where somebody else wrote it
    since, `file-unwritable`.
    """
    with _explained(path):
        path = Path(os.path.realpath(path))
        beside = _beside(path)
        with folder_made(path.parent, parents=False):
            try:
                _write_beside(beside, path, after)
                _put_in_place(beside, path, before)
            finally:
                # What stays is cleared by the next who writes, and is no reason to say more.
                with suppress(OSError):
                    beside.unlink()
            _sync_folder(path.parent)


def fill_file(path: Path, fill: Callable[[BinaryIO], object]) -> None:
    """Put a file in the place of another, or where there was none, as `fill` writes it.

    For what is too large to be held whole. A link is followed and stays. Raises `Failure`.
    """
    with _explained(path):
        path = Path(os.path.realpath(path))
        beside = _beside(path)
        with folder_made(path.parent, parents=False):
            try:
                _expect_ordinary(path)
                _fill_beside(beside, path, fill)
                beside.replace(path)
            finally:
                with suppress(OSError):
                    beside.unlink()
            _sync_folder(path.parent)


@dataclass(frozen=True)
class Written:
    """A file that held `before` (None: there was none) and is to hold `after`."""

    path: Path
    before: bytes | None
    after: bytes


def write_files(files: Sequence[Written]) -> None:
    """Replace several files, all of them or, where one cannot be, none.

    Every new file lies complete on the disk before the first takes its name. A process killed
    between two of the names leaves some with the old content and some with the new, each whole, in
    the order given. Raises as `write_file` does.
    """
    with ExitStack() as stack, ExitStack() as undoing:
        beside = [stack.enter_context(_prepared(one)) for one in files]
        for one, new in zip(files, beside, strict=True):
            with _explained(one.path):
                _put_in_place(new, Path(os.path.realpath(one.path)), one.before)
            undoing.callback(_put_back, one)
        undoing.pop_all()


@contextmanager
def _prepared(file: Written) -> Iterator[Path]:
    """Have the new content of a file beside it, as long as it has not taken its name."""
    with _explained(file.path):
        path = Path(os.path.realpath(file.path))
        beside = _beside(path)
    with folder_made(path.parent, parents=False):
        try:
            with _explained(file.path):
                _write_beside(beside, path, file.after)
                _expect(path, file.before)
            yield beside
        finally:
            with suppress(OSError):
                beside.unlink()
            _sync_folder(path.parent)


def _put_back(file: Written) -> None:
    if file.before is None:
        remove_file(file.path, file.after)
    else:
        write_file(file.path, file.after, file.before)


def _put_in_place(beside: Path, path: Path, before: bytes | None) -> None:
    _expect(path, before)
    if before is None:
        _take_name(beside, path)
    else:
        beside.replace(path)


def remove_file(path: Path, before: bytes) -> None:
    """Remove a file that held `before`; raises as `write_file` does."""
    with _explained(path):
        _expect(path, before)
        path.unlink()
        _sync_folder(path.parent)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder that holds these files, all of them or no folder.

    Raises `Failure`: `folder-taken` where something of that name holds anything, `file-unwritable`.
    """
    with _explained(folder):
        beside = _beside(folder)
        try:
            for path, data in files.items():
                (beside / path).parent.mkdir(parents=True, exist_ok=True)
                with (beside / path).open("xb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
            for made, _, _ in os.walk(beside):
                _sync_folder(Path(made))
            _name_folder(beside, folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
        _sync_folder(folder.parent)


def clear_leftovers(folder: Path) -> None:
    """Take away what a killed process left; the caller holds the lock, so nobody writes there.

    What may not be taken away stays: it is hidden, and keeps nobody from working.
    """
    with suppress(OSError):
        for leftover in folder.glob(f".*{_LEFTOVER}"):
            if leftover.is_dir() and not leftover.is_symlink():
                shutil.rmtree(leftover, ignore_errors=True)
            else:
                with suppress(OSError):
                    leftover.unlink()


def clear_leftovers_below(folder: Path) -> None:
    """Clear a folder and all within it, without following links."""
    for inner, _, _ in os.walk(folder):
        clear_leftovers(Path(inner))


def make_folder(folder: Path) -> None:
    """Make a folder with what is above it; raises `Failure`."""
    with _explained(folder):
        folder.mkdir(parents=True, exist_ok=True)


@contextmanager
def folder_made(folder: Path, *, parents: bool = True) -> Iterator[None]:
    """Have a folder there; what is made for it and stays empty goes again. Raises `Failure`."""
    with _explained(folder):
        made = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        with _explained(folder):
            folder.mkdir(parents=parents, exist_ok=True)
        for one in made:
            _sync_folder(one.parent)
        yield
    finally:
        for one in made:
            with suppress(OSError):
                one.rmdir()


def _beside(path: Path) -> Path:
    """Answer a name beside a file that nobody has; a short one, as the file's own may be long."""
    return path.with_name(f".{secrets.token_hex(8)}{_LEFTOVER}")


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Failure("file-unwritable", path=str(path), why=reason(error)) from error


def _write_beside(beside: Path, path: Path, data: bytes) -> None:
    _fill_beside(beside, path, lambda file: file.write(data))


def _fill_beside(beside: Path, path: Path, fill: Callable[[BinaryIO], object]) -> None:
    with beside.open("xb") as file:
        # Before there is anything in it that not everybody may read.
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o7777)
        fill(file)
        file.flush()
        os.fsync(file.fileno())


def _expect(path: Path, before: bytes | None) -> None:
    there = _expect_ordinary(path)
    now = path.read_bytes() if there else None
    if now != before:
        raise Failure("file-changed", path=str(path))


def _expect_ordinary(path: Path) -> bool:
    """Answer whether there is something of that name; raises where it may not be replaced."""
    there = os.path.lexists(path)
    if there and stat.S_IFMT(path.stat().st_mode) not in {stat.S_IFREG, stat.S_IFDIR}:
        # Reading a pipe would wait for whoever writes into it.
        raise Failure("file-unwritable", path=str(path), why="special")
    if there and not os.access(path, os.W_OK):
        # The system asks for the folder's permission alone, where a file is replaced.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return there


def _take_name(beside: Path, path: Path) -> None:
    """Give a new file its name in one step that fails where somebody has taken the name."""
    try:
        os.link(beside, path)
    except FileExistsError as error:
        raise Failure("file-changed", path=str(path)) from error
    except OSError:
        # A disk that knows no second name for a file, such as a memory stick; where it is full or
        # may not be written, renaming says so too.
        _expect(path, None)
        beside.rename(path)


def _name_folder(beside: Path, folder: Path) -> None:
    try:
        beside.rename(folder)
    except OSError as error:
        if os.path.lexists(folder):
            raise Refused("folder-taken", path=str(folder)) from error
        raise


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
