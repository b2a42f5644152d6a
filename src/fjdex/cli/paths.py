"""Which of a data folder's files the paths on the command line mean."""

import os
from collections.abc import Iterable
from pathlib import Path

from fjdex.plan.failures import Failure


def files_asked(
    paths: Iterable[str], folder: Path, here: Path, known: Iterable[str]
) -> frozenset[str] | None:
    """Answer the files, by their name within the folder; None where no path is given: all.

    A path may be a file of the folder, a folder in it, the data folder or one that holds it. It is
    looked for from where the command runs, then from the data folder.
    Raises `Failure` for a path that is none of them.
    """
    files = frozenset(known)
    given = [(path, _meant(path, folder, here, files)) for path in paths]
    found = frozenset(file for _, name in given for file in files if _covers(name, file))
    for path, name in given:
        if not any(_covers(name, file) for file in files):
            raise Failure("path-unknown", path=path, folder=str(folder))
    return found if given else None


def _meant(path: str, folder: Path, here: Path, files: frozenset[str]) -> str | None:
    """Answer the name of what a path means, None where it means no file of the folder."""
    for start in (here, folder) if ".." not in Path(path).parts else (here,):
        name = _within(Path(os.path.abspath(start / path)), folder)  # noqa: PTH100 (a link keeps its name)
        if any(_covers(name, file) for file in files):
            return name
    return None


def _within(path: Path, folder: Path) -> str | None:
    """Answer a path's name within the folder, "" for one that holds the folder, else None."""
    for root, one in ((folder, path), (folder.resolve(), path.resolve())):
        if one == root or one in root.parents:
            return ""
        if root in one.parents:
            return one.relative_to(root).as_posix()
    return None


def _covers(name: str | None, file: str) -> bool:
    return name is not None and (not name or name == file or file.startswith(f"{name}/"))
