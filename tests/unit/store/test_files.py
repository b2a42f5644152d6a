"""What a data folder holds, byte for byte, and where it lies."""

import os
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest

from fjdex.store import files
from fjdex.store.files import Contents, contents_now, data_folder, yaml_files
from fjdex.store.folder import read_folder
from fjdex.yamlio import scan


def lay(folder: Path, *names: str) -> Path:
    """Lay down files, each holding its own name."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return folder


def test_where_the_data_is(tmp_path: Path) -> None:
    """The folder that is named or the one in it; else the nearest upward."""
    lay(tmp_path, "data/plan.yaml", "a/b/c/x", "a/other/plan.yaml")
    above, deep = str(tmp_path / "data"), str(tmp_path / "a" / "b" / "c")

    assert data_folder(None, deep) == above
    assert data_folder(None, above) == above
    assert data_folder("..", deep) is None
    assert data_folder("../../other", deep) == f"{deep}/../../other"
    assert data_folder(str(tmp_path), deep) == above
    assert data_folder(None, "/") is None


def test_the_folder_in_it_goes_before_the_folder(tmp_path: Path) -> None:
    """Where both hold a plan."""
    lay(tmp_path, "plan.yaml", "data/plan.yaml")

    assert data_folder(str(tmp_path), "/") == str(tmp_path / "data")


def test_which_files_are_looked_at(tmp_path: Path) -> None:
    """YAML however it is spelt, in folders below; nothing hidden, nothing behind links."""
    lay(
        tmp_path,
        "plan.yaml", "a.YML", "notes.txt", "readings/t.yaml", "deep/er/x.Yaml", ".git/x.yaml",
        ".x.yaml", "readings/.t.yaml",
    )  # fmt: skip
    (tmp_path / "linked").symlink_to(tmp_path / "deep")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "nowhere")

    assert sorted(yaml_files(str(tmp_path))) == [
        "a.YML", "deep/er/x.Yaml", "link.yaml", "plan.yaml", "readings/t.yaml",
    ]  # fmt: skip


def test_contents_are_those_that_the_program_reads(tmp_path: Path) -> None:
    """One digest for both, so that what was asked of the one holds of the other."""
    lay(tmp_path, "data/plan.yaml", "data/readings/t.yaml", "data/x.yml")
    now = contents_now(None, str(tmp_path))

    assert now is not None
    assert now.raw == read_folder(tmp_path / "data").raw
    assert now.digest == read_folder(tmp_path / "data").contents.digest


def test_other_contents_have_another_digest() -> None:
    """Names and bytes, and which bytes belong to which name; where they lie does not count."""
    held: list[dict[str, bytes]] = [
        {},
        {"a": b""},
        {"a": b"b"},
        {"b": b"a"},
        {"ab": b""},
        {"a": b"x", "b": b"y"},
        {"a": b"y", "b": b"x"},
        {"a": b"xy", "b": b""},
        {"\udcff": b""},
    ]
    digests = [Contents("/here", one).digest for one in held]

    assert len(set(digests)) == len(digests)
    assert Contents("/there", held[5]).digest == Contents("/here", held[5]).digest
    turned = dict(reversed(held[5].items()))
    assert Contents("/here", turned).digest == Contents("/here", held[5]).digest


def test_a_name_cannot_pass_for_two_files() -> None:
    """However it is spelt: a name may hold what parts names."""
    two = Contents("/", {"a": b"x", "b": b"y"})
    one = Contents("/", {f"a {two.digests['a']}\n1 b": b"y"})

    assert one.digest != two.digest


def _nothing(place: Path) -> None:
    place.unlink()


def _a_link_to_nothing(place: Path) -> None:
    place.unlink()
    place.symlink_to("nowhere")


def _a_folder(place: Path) -> None:
    place.unlink()
    place.mkdir()


def _a_pipe(place: Path) -> None:
    place.unlink()
    os.mkfifo(place)


def _no_end(place: Path) -> None:
    place.unlink()
    place.symlink_to("/dev/zero")


def _huge(place: Path) -> None:
    os.truncate(place, files.MAX_BYTES + 1)


@pytest.mark.parametrize("change", [_a_link_to_nothing, _a_folder, _a_pipe, _no_end, _huge])
def test_a_file_that_cannot_be_read_makes_nothing_known(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    """Nobody waits for a pipe, and nobody takes in what is larger than a text may be."""
    lay(tmp_path, "data/plan.yaml", "data/readings/t.yaml")
    change(tmp_path / "data" / "readings" / "t.yaml")

    assert contents_now(None, str(tmp_path)) is None
    assert len(read_folder(tmp_path / "data").refused) == 1


def test_no_folder_makes_nothing_known(tmp_path: Path) -> None:
    """Neither one that is not there nor one in whose place a file stands."""
    lay(tmp_path, "data/plan.yaml", "data/readings")

    assert contents_now("nowhere", str(tmp_path)) is None
    assert contents_now(None, str(tmp_path)) is None
    _nothing(tmp_path / "data" / "readings")
    assert contents_now(None, str(tmp_path)) is not None


def test_a_folder_that_nobody_may_list(tmp_path: Path) -> None:
    """It is not taken for an empty one."""
    lay(tmp_path, "data/plan.yaml")
    with mock.patch.object(os, "scandir", side_effect=PermissionError):
        assert contents_now(None, str(tmp_path)) is None


def test_one_bound_for_a_file() -> None:
    """What is looked up without the program is as large as what the program reads."""
    assert files.MAX_BYTES == scan.MAX_BYTES
