"""A file is written whole or not at all, and only over what was read."""

import errno
import os
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from fjdex.plan.failures import Failure
from fjdex.store.write import (
    Written,
    clear_leftovers,
    clear_leftovers_below,
    make_folder,
    remove_file,
    write_file,
    write_files,
    write_folder,
)

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
    (os, "fsync", errno.ENOSPC, "full"),
    (os, "fsync", errno.EDQUOT, "quota"),
    (Path, "replace", errno.EACCES, "permission"),
    (Path, "replace", errno.EXDEV, "system"),
    (Path, "chmod", errno.EPERM, "permission"),
    (Path, "open", errno.EACCES, "permission"),
    (Path, "open", errno.ENOSPC, "full"),
    (Path, "open", errno.EROFS, "read-only"),
    (Path, "open", errno.ENAMETOOLONG, "name-too-long"),
    (Path, "stat", errno.EIO, "system"),
    (Path, "read_bytes", errno.EIO, "system"),
    (Path, "mkdir", errno.EROFS, "read-only"),
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
    assert (told, tree(file.parent)) == (("file-unwritable", "full"), {"a.yaml": OLD})


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
        patch.setattr(Path, "unlink", lambda *_: None)
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


def test_a_new_file_is_never_laid_over_one_that_came_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made by somebody else in the last instant before it takes its name, theirs stays."""
    path = tmp_path / "a.yaml"
    real = os.link

    def late(source: Path, target: Path) -> None:
        path.write_bytes(b"theirs")
        real(source, target)

    monkeypatch.setattr(os, "link", late)
    assert failure(lambda: write_file(path, None, NEW)) == ("file-changed", "")
    assert tree(tmp_path) == {"a.yaml": b"theirs"}


@pytest.mark.parametrize("code", [errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK])
def test_a_disk_that_knows_no_second_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """A new file is renamed into its place there, and one that is there already is seen."""
    path = tmp_path / "a.yaml"
    monkeypatch.setattr(os, "link", fail(code))
    write_file(path, None, NEW)
    assert tree(tmp_path) == {"a.yaml": NEW}
    assert failure(lambda: write_file(path, None, OLD)) == ("file-changed", "")
    assert tree(tmp_path) == {"a.yaml": NEW}


def test_a_new_file_takes_its_name_by_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Renaming would lay it over whatever is there, so nothing is renamed."""
    monkeypatch.setattr(os, "rename", None)
    monkeypatch.setattr(os, "replace", None)
    write_file(tmp_path / "a.yaml", None, NEW)
    assert tree(tmp_path) == {"a.yaml": NEW}


def test_a_folder_that_was_made_for_nothing_goes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk leaves no empty folder behind."""
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail(errno.ENOSPC))
        told = failure(lambda: write_file(tmp_path / "readings" / "t.yaml", None, NEW))
    assert (told, list(tmp_path.iterdir())) == (("file-unwritable", "full"), [])


def test_a_name_that_is_as_long_as_a_name_may_be(tmp_path: Path) -> None:
    """What is written beside a file has a short name of its own; one longer is told as such."""
    longest = os.pathconf(tmp_path, "PC_NAME_MAX")
    path = tmp_path / f"{'t' * (longest - 5)}.yaml"
    write_file(path, None, OLD)
    write_file(path, OLD, NEW)
    assert tree(tmp_path) == {path.name: NEW}
    longer = path.with_name(f"t{path.name}")
    assert failure(lambda: write_file(longer, None, NEW)) == ("file-unwritable", "name-too-long")
    assert tree(tmp_path) == {path.name: NEW}


def test_links_that_lead_round_in_a_circle(tmp_path: Path) -> None:
    """They are told as that, and stay."""
    (tmp_path / "a.yaml").symlink_to("b.yaml")
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    for before in (None, OLD):
        told = failure(partial(write_file, tmp_path / "a.yaml", before, NEW))
        assert told == ("file-unwritable", "loop")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.yaml", "b.yaml"]


def test_a_pipe_of_that_name(tmp_path: Path) -> None:
    """Nobody waits for what may come out of it."""
    os.mkfifo(tmp_path / "a.yaml")
    assert failure(lambda: write_file(tmp_path / "a.yaml", None, NEW)) == (
        "file-unwritable",
        "special",
    )
    assert [one.name for one in tmp_path.iterdir()] == ["a.yaml"]


def test_a_file_that_may_not_be_written_is_not_replaced(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system would allow it to whoever may write the folder; who protected it meant it."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert failure(lambda: write_file(file, OLD, NEW)) == ("file-unwritable", "permission")
    assert failure(lambda: remove_file(file, OLD)) == ("file-unwritable", "permission")
    assert tree(file.parent) == {"a.yaml": OLD}


def test_a_file_is_private_before_anything_is_in_it(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody who may not read the old file can read the new one while it is written."""
    file.chmod(0o600)
    seen: list[tuple[int, int]] = []
    real = Path.chmod

    def watched(self: Path, mode: int) -> None:
        seen.append((mode, self.stat().st_size))
        real(self, mode)

    monkeypatch.setattr(Path, "chmod", watched)
    write_file(file, OLD, NEW)
    assert seen == [(0o600, 0)]


def test_leftovers_are_cleared_below_a_folder_but_not_beyond_its_links(tmp_path: Path) -> None:
    """Files and folders with our ending, at any depth; what lies elsewhere is not ours to clear."""
    (tmp_path / "away").mkdir()
    (tmp_path / "away" / ".1.fjdex-new").touch()
    data = tmp_path / "data"
    (data / "readings" / ".2.fjdex-new").mkdir(parents=True)
    for name in (".3.fjdex-new", "readings/.4.fjdex-new", "readings/.2.fjdex-new/a", "a.fjdex-new"):
        (data / name).touch()
    (data / "link").symlink_to(tmp_path / "away")
    (data / ".5.fjdex-new").symlink_to(tmp_path / "away")
    clear_leftovers_below(data)
    assert sorted(tree(tmp_path)) == ["away/.1.fjdex-new", "data/a.fjdex-new"]
    assert sorted(one.name for one in data.iterdir()) == ["a.fjdex-new", "link", "readings"]


def test_a_leftover_that_may_not_be_cleared_keeps_nobody_from_working(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stays until somebody may."""
    left = file.with_name(".1.fjdex-new")
    left.touch()
    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", fail(errno.EACCES))
        clear_leftovers(file.parent)
    assert left.exists()
    clear_leftovers(file.parent)
    assert not left.exists()


def test_a_folder_is_written_whole(tmp_path: Path) -> None:
    """With folders within it, and nothing beside it."""
    files = {"a.yaml": OLD, "readings/t.yaml": NEW}
    write_folder(tmp_path / "data", files)
    assert (tree(tmp_path / "data"), len(list(tmp_path.iterdir()))) == (files, 1)


@pytest.mark.parametrize("there", ["file", "folder"])
def test_a_folder_is_not_written_over_anything(tmp_path: Path, there: str) -> None:
    """A file, or a folder in which something stands."""
    mine = tmp_path / "data" / "mine" if there == "folder" else tmp_path / "data"
    mine.parent.mkdir(exist_ok=True)
    mine.write_bytes(OLD)
    before = tree(tmp_path)
    assert failure(lambda: write_folder(tmp_path / "data", {"a": NEW})) == ("folder-taken", "")
    assert tree(tmp_path) == before


def test_several_files_are_written_together(tmp_path: Path) -> None:
    """New ones and old ones, in folders that may have to be made, and nothing is left beside."""
    (tmp_path / "a").write_bytes(OLD)
    files = [Written(tmp_path / "a", OLD, NEW), Written(tmp_path / "below" / "b", None, NEW)]

    write_files(files)

    assert tree(tmp_path) == {"a": NEW, "below/b": NEW}


@pytest.mark.parametrize("there", [b"other", None])
def test_of_several_files_none_is_written_where_one_was_changed(
    tmp_path: Path, there: bytes | None
) -> None:
    """The others stay as they were, and what was made for them goes again."""
    (tmp_path / "a").write_bytes(OLD)
    if there is not None:
        (tmp_path / "b").write_bytes(there)
    before = tree(tmp_path)
    second = Written(tmp_path / "b", OLD if there is None else None, NEW)

    told = failure(lambda: write_files([Written(tmp_path / "a", OLD, NEW), second]))

    assert (told[0], tree(tmp_path)) == ("file-changed", before)


@pytest.mark.parametrize("before", [OLD, None])
def test_what_was_written_goes_back_where_a_later_file_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: bytes | None
) -> None:
    """The disk may fail between two names; then the first is what it was."""
    if before is not None:
        (tmp_path / "a").write_bytes(before)
    (tmp_path / "b").write_bytes(OLD)
    was, replace = tree(tmp_path), Path.replace

    def failing(path: Path, target: Path) -> Path:
        if target.name == "b":
            raise OSError(errno.EIO, "")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    files = [Written(tmp_path / "a", before, NEW), Written(tmp_path / "b", OLD, NEW)]
    told = failure(lambda: write_files(files))

    assert (told, tree(tmp_path)) == (("file-unwritable", "system"), was)
