"""A file is written whole or not at all, and only over what was read."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fjdex.plan.failures import Failure
from fjdex.store.write import clear_leftovers, make_folder, remove_file, write_file

OLD, NEW = b"old\n", "新\r\n".encode()


def tree(folder: Path) -> dict[str, bytes]:
    """Answer every file below a folder with its content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def failure(action: Callable[[], None]) -> tuple[str, str]:
    """Answer the code of the failure that an action raises, and why."""
    with pytest.raises(Failure) as caught:
        action()
    return caught.value.code, caught.value.arguments.get("why", "")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Answer a file that holds the old content, alone in its folder."""
    path = tmp_path / "data" / "a.yaml"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def test_a_file_is_replaced(file: Path) -> None:
    """It holds the new content to the byte, and nothing is left beside it."""
    write_file(file, OLD, NEW)
    assert tree(file.parent) == {"a.yaml": NEW}


def test_a_file_is_made_with_its_folder(tmp_path: Path) -> None:
    """The first readings of a plan make the folder too."""
    path = tmp_path / "readings" / "t.yaml"
    write_file(path, None, NEW)
    assert tree(tmp_path) == {"readings/t.yaml": NEW}


def test_a_file_is_removed(file: Path) -> None:
    """And its folder stays."""
    remove_file(file, OLD)
    assert (tree(file.parent), file.parent.is_dir()) == ({}, True)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_mode_of_a_file_is_kept(file: Path, mode: int) -> None:
    """Who may read or run it does not change."""
    file.chmod(mode)
    write_file(file, OLD, NEW)
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_a_new_file_has_the_mode_that_the_user_asks_for(tmp_path: Path) -> None:
    """The process's mask decides, as for any file."""
    other = tmp_path / "other"
    other.touch()
    write_file(tmp_path / "a.yaml", None, NEW)
    assert (tmp_path / "a.yaml").stat().st_mode == other.stat().st_mode


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    """Who keeps a file elsewhere and links to it finds it changed there."""
    link = tmp_path / "a.yaml"
    link.symlink_to(file)
    write_file(link, OLD, NEW)
    assert (link.is_symlink(), file.read_bytes(), link.read_bytes()) == (True, NEW, NEW)


@pytest.mark.parametrize(
    ("there", "read"), [(b"other", OLD), (None, OLD), (OLD, None), (b"", None), (OLD + b"x", OLD)]
)
def test_what_somebody_else_wrote_is_not_lost(
    tmp_path: Path, there: bytes | None, read: bytes | None
) -> None:
    """Changed, removed or made since it was read: nothing is written."""
    path = tmp_path / "a.yaml"
    if there is not None:
        path.write_bytes(there)
    before = tree(tmp_path)
    assert failure(lambda: write_file(path, read, NEW)) == ("file-changed", "")
    if read is not None:
        assert failure(lambda: remove_file(path, read)) == ("file-changed", "")
    assert tree(tmp_path) == before


def test_a_file_changed_while_the_new_one_is_written(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last look is taken just before the name is."""
    real = os.fsync

    def meddled(descriptor: int) -> None:
        real(descriptor)
        file.write_bytes(b"meddled")

    monkeypatch.setattr(os, "fsync", meddled)
    assert failure(lambda: write_file(file, OLD, NEW)) == ("file-changed", "")
    assert tree(file.parent) == {"a.yaml": b"meddled"}


def fail(code: int) -> Callable[..., Any]:
    """Answer a step that the system refuses."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return refuse


Step = tuple[object, str, int, str]
STEPS: list[Step] = [
    (os, "fsync", errno.EIO, "system"),
    (os, "fsync", errno.ENOSPC, "system"),
    (Path, "replace", errno.EACCES, "permission"),
    (Path, "replace", errno.EXDEV, "system"),
    (Path, "chmod", errno.EPERM, "permission"),
    (Path, "open", errno.EACCES, "permission"),
    (Path, "open", errno.ENOSPC, "system"),
    (Path, "stat", errno.EIO, "system"),
    (Path, "read_bytes", errno.EIO, "system"),
    (Path, "mkdir", errno.EROFS, "system"),
]


@pytest.mark.parametrize("step", STEPS, ids=[f"{step[1]}-{step[2]}" for step in STEPS])
def test_a_step_that_fails_leaves_the_old_file(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: Step
) -> None:
    """The disk is full, the right is missing, the device breaks: old content, no leftover."""
    owner, name, code, why = step
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, fail(code))
        told = failure(lambda: write_file(file, OLD, NEW))
    assert (told, tree(file.parent)) == (("file-unwritable", why), {"a.yaml": OLD})


def test_a_disk_that_fills_up_while_writing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of a new file is never left, under no name."""
    real = Path.open

    def small(self: Path, *arguments: Any, **keys: Any) -> Any:
        opened = real(self, *arguments, **keys)
        opened.write(NEW[:1])
        opened.close()
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", small)
        told = failure(lambda: write_file(file, OLD, NEW))
    assert (told, tree(file.parent)) == (("file-unwritable", "system"), {"a.yaml": OLD})


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, SystemExit])
def test_an_interruption_leaves_the_old_file(
    file: Path, monkeypatch: pytest.MonkeyPatch, interruption: type[BaseException]
) -> None:
    """Ctrl-C goes on its way, and nothing is left behind."""

    def interrupt(_: int) -> None:
        raise interruption

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(interruption):
        write_file(file, OLD, NEW)
    assert tree(file.parent) == {"a.yaml": OLD}


def test_once_the_new_file_is_there_nothing_says_that_it_is_not(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that cannot be brought to the disk is no reason to call a written file unwritten."""
    real = os.fsync

    def only_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "no such thing for a folder here")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    write_file(file, OLD, NEW)
    assert tree(file.parent) == {"a.yaml": NEW}


def test_the_content_is_on_the_disk_before_it_has_the_name(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written, brought to the disk, renamed, the folder brought to the disk: in this order."""
    steps: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(descriptor: int) -> None:
        folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        steps.append("folder" if folder else f"file of {os.fstat(descriptor).st_size}")
        sync(descriptor)

    def replaced(self: Path, target: Path) -> Path:
        steps.append(f"name {target.name}")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    write_file(file, OLD, NEW)
    assert steps == [f"file of {len(NEW)}", "name a.yaml", "folder"]


def test_what_a_killed_process_left_is_cleared(file: Path) -> None:
    """Whoever holds the lock next takes it away, and nothing else that is hidden."""
    names: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", lambda self, _: names.append(self.name))
        patch.setattr(Path, "unlink", lambda *_, **__: None)
        write_file(file, OLD, NEW)
    (file.parent / ".kept").touch()
    assert sorted(tree(file.parent)) == sorted([*names, ".kept", "a.yaml"])
    clear_leftovers(file.parent)
    assert tree(file.parent) == {".kept": b"", "a.yaml": OLD}


@pytest.mark.parametrize("action", ["write", "remove"])
def test_a_folder_where_a_file_should_be(tmp_path: Path, action: str) -> None:
    """It is told as what it is."""
    path = tmp_path / "a.yaml"
    path.mkdir()
    act = {
        "write": lambda: write_file(path, OLD, NEW),
        "remove": lambda: remove_file(path, OLD),
    }
    assert failure(act[action]) == ("file-unwritable", "folder")
    assert tree(tmp_path) == {}


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """Only the last folder is made: a path that is wrong altogether is not."""
    path = tmp_path / "no" / "such" / "a.yaml"
    assert failure(lambda: write_file(path, None, NEW)) == ("file-unwritable", "missing")
    assert not (tmp_path / "no").exists()


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    """Whether it is to be written into or made."""
    (tmp_path / "file").write_bytes(OLD)
    told = failure(lambda: write_file(tmp_path / "file" / "a.yaml", None, NEW))
    made = failure(lambda: make_folder(tmp_path / "file" / "deeper"))
    assert (told[0], made) == ("file-unwritable", ("file-unwritable", "not-folder"))
    assert tree(tmp_path) == {"file": OLD}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_only_be_read(file: Path) -> None:
    """Nothing changes."""
    file.parent.chmod(0o500)
    try:
        assert failure(lambda: write_file(file, OLD, NEW)) == ("file-unwritable", "permission")
        assert failure(lambda: remove_file(file, OLD)) == ("file-unwritable", "permission")
    finally:
        file.parent.chmod(0o700)
    assert tree(file.parent) == {"a.yaml": OLD}


def test_making_a_folder_makes_those_above_it(tmp_path: Path) -> None:
    """And one that is there is left as it is."""
    folder = tmp_path / "a" / "b"
    make_folder(folder)
    make_folder(folder)
    assert folder.is_dir()
