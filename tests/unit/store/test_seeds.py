"""The plans that travel with the program are laid down whole, and are sound."""

import errno
import os
from pathlib import Path

import pytest

from fjdex.check.rules import check
from fjdex.load import load
from fjdex.plan.failures import Failure
from fjdex.plan.findings import Severity
from fjdex.store.folder import read_folder
from fjdex.store.seeds import SEEDS, lay_down, read_seed


def test_there_are_three() -> None:
    """The Fujian plan, the invented one and an empty one."""
    assert SEEDS == ("fujian", "invented", "empty")


@pytest.mark.parametrize("name", SEEDS)
def test_a_seed_is_laid_down_to_the_byte(name: str, tmp_path: Path) -> None:
    """All files of it and no other, as many as it says."""
    folder = tmp_path / "new" / "data"
    count = lay_down(name, folder)
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert (files, count) == (dict(read_seed(name)), len(files))


@pytest.mark.parametrize("name", SEEDS)
def test_a_seed_is_sound(name: str, tmp_path: Path) -> None:
    """No errors; the empty one has nothing to warn about either."""
    lay_down(name, tmp_path / "data")
    snapshot = read_folder(tmp_path / "data")
    findings = check(load(snapshot.texts, snapshot.refused))
    errors = [one for one in findings if one.severity is Severity.ERROR]
    assert (errors, name != "empty" or findings == ()) == ([], True)


def test_nothing_is_laid_over_a_file(tmp_path: Path) -> None:
    """A file that is there is somebody's, and nothing is left beside the folder."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "plan.yaml").write_bytes(b"mine")
    with pytest.raises(Failure) as caught:
        lay_down("empty", data)
    assert (caught.value.code, caught.value.exit_code) == ("folder-taken", 1)
    assert [one.relative_to(tmp_path).as_posix() for one in sorted(tmp_path.rglob("*"))] == [
        "data",
        "data/plan.yaml",
    ]


@pytest.mark.parametrize("name", SEEDS)
def test_a_seed_tells_git_how_to_merge(name: str) -> None:
    """Each brings the same word about line ends, differences and merging readings, no other."""
    rules = [
        line
        for line in read_seed(name)[".gitattributes"].decode().splitlines()
        if line and not line.startswith("#")
    ]
    assert rules == [
        "*.yaml text eol=lf",
        "*.yml text eol=lf",
        "*.yaml diff=fjdex",
        "readings/*.yaml merge=union",
    ]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES])
@pytest.mark.parametrize("step", ["fsync", "mkdir", "rename"])
def test_a_seed_that_cannot_be_laid_down_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int
) -> None:
    """A disk that is full halfway leaves no part of the folder, nor what was made above it."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(os, step, refuse)
        with pytest.raises(Failure) as caught:
            lay_down("empty", tmp_path / "p" / "q" / "data")
    assert (caught.value.code, caught.value.exit_code) == ("file-unwritable", 2)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_init_left_is_cleared(tmp_path: Path) -> None:
    """The next takes it away, and no other hidden folder."""
    (tmp_path / ".0a1b.fjdex-new" / "readings").mkdir(parents=True)
    (tmp_path / ".0a1b.fjdex-new" / "plan.yaml").touch()
    (tmp_path / ".git").mkdir()
    lay_down("empty", tmp_path / "data")
    assert sorted(one.name for one in tmp_path.iterdir()) == [".git", "data"]
