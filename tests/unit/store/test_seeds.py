"""The plans that travel with the program are laid down whole, and are sound."""

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
    lay_down(name, tmp_path)
    snapshot = read_folder(tmp_path)
    findings = check(load(snapshot.texts, snapshot.refused))
    errors = [one for one in findings if one.severity is Severity.ERROR]
    assert (errors, name != "empty" or findings == ()) == ([], True)


def test_nothing_is_laid_over_a_file(tmp_path: Path) -> None:
    """A file that is there is somebody's."""
    (tmp_path / "plan.yaml").write_bytes(b"mine")
    with pytest.raises(Failure) as caught:
        lay_down("empty", tmp_path)
    assert (caught.value.code, (tmp_path / "plan.yaml").read_bytes()) == ("file-changed", b"mine")
