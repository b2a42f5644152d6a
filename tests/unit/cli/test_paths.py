"""Which files of the data folder the paths on the command line mean."""

import os
from collections.abc import Set as AbstractSet
from pathlib import Path

import pytest

from fjdex.cli.paths import files_asked
from fjdex.plan.failures import Failure

KNOWN = ["areas.yaml", "readings/t.yaml", "readings/u.yaml", "readings-old.yaml"]
READINGS = frozenset({"readings/t.yaml", "readings/u.yaml"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "plan" / "data"
    (folder / "readings").mkdir(parents=True)
    (tmp_path / "plan" / "data-old").mkdir()
    return folder


def test_without_a_path_all_are_meant(folder: Path) -> None:
    """Nothing asked is no choice, which is another thing than a choice of nothing."""
    assert files_asked([], folder, folder, KNOWN) is None


@pytest.mark.parametrize(
    ("paths", "files"),
    [
        (["data"], set(KNOWN)),
        (["."], set(KNOWN)),
        (["data/"], set(KNOWN)),
        (["data/."], set(KNOWN)),
        ([".."], set(KNOWN)),
        (["/"], set(KNOWN)),
        (["data/readings"], READINGS),
        (["data/readings/"], READINGS),
        (["data/./readings//t.yaml"], {"readings/t.yaml"}),
        (["data/readings/../areas.yaml"], {"areas.yaml"}),
        (["data/areas.yaml", "data/readings"], {"areas.yaml", *READINGS}),
        (["data/areas.yaml", "data"], set(KNOWN)),
        (["data/readings-old.yaml"], {"readings-old.yaml"}),
    ],
)
def test_a_path_means_a_file_or_what_lies_below(
    paths: list[str], files: AbstractSet[str], folder: Path
) -> None:
    """A file, a folder with all in it, the data folder, or one that holds it."""
    assert files_asked(paths, folder, folder.parent, KNOWN) == frozenset(files)


def test_a_whole_path_is_taken_as_it_is(folder: Path) -> None:
    """A path from the root does not ask where one stands."""
    assert files_asked([str(folder / "readings")], folder, Path("/"), KNOWN) == READINGS


@pytest.mark.parametrize(
    "path",
    [
        "data/nothing.yaml",
        "data/readings/nothing.yaml",
        "data/read",
        "data/areas.yaml/x",
        "data-old",
        "data-old/areas.yaml",
        "elsewhere",
        "../data",
    ],
)
def test_any_other_path_is_refused(path: str, folder: Path) -> None:
    """A path of no file is a mistake even beside one that is right; it is named as it was typed."""
    with pytest.raises(Failure) as raised:
        files_asked(["/", path], folder, folder.parent, KNOWN)

    assert (raised.value.code, raised.value.arguments) == (
        "path-unknown",
        {"path": path, "folder": str(folder)},
    )


def test_a_path_may_lead_through_a_link(folder: Path, tmp_path: Path) -> None:
    """Who reaches the folder by a link means the same files."""
    link = tmp_path / "link"
    link.symlink_to(folder)

    by_path = files_asked([str(link / "readings")], folder, tmp_path, KNOWN)
    by_folder = files_asked([str(folder / "readings")], link, tmp_path, KNOWN)

    assert (by_path, by_folder) == (READINGS, READINGS)


def test_a_link_in_the_folder_keeps_its_name(folder: Path) -> None:
    """A file that is a link is meant by its own name, not by what it leads to."""
    (folder / "readings" / "t.yaml").write_text("", encoding="utf-8")
    (folder / "readings" / "u.yaml").symlink_to("t.yaml")

    asked = files_asked(["readings/u.yaml"], folder, folder, KNOWN)

    assert asked == frozenset({"readings/u.yaml"})


def test_where_one_stands_may_be_a_link(folder: Path, tmp_path: Path) -> None:
    """Dots go back along the path as it was typed, as a shell does."""
    inside = tmp_path / "inside"
    inside.symlink_to(folder / "readings")

    asked = files_asked([f"..{os.sep}plan"], folder, inside, KNOWN)

    assert asked == frozenset(KNOWN)


def test_a_name_within_the_folder_is_enough(folder: Path, tmp_path: Path) -> None:
    """From anywhere: what `check` prints as a file's name can be given back to it."""
    paths = ["areas.yaml", "readings/t.yaml"]
    assert files_asked(paths, folder, tmp_path, KNOWN) == frozenset(paths)
