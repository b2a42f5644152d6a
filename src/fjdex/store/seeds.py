"""The plans that travel with the program, for `init` to lay down."""

from collections.abc import Mapping
from pathlib import Path

from fjdex.store.lock import locked
from fjdex.store.write import clear_leftovers, folder_made, write_folder

_PACKAGE = Path(__file__).resolve().parent.parent
_REPOSITORY = _PACKAGE.parent.parent

# Where a seed lies in an installed package, and where in a checkout of the source.
_PLACES = {
    "fujian": (_PACKAGE / "seeds" / "fujian", _REPOSITORY / "data"),
    "invented": (
        _PACKAGE / "seeds" / "invented",
        _REPOSITORY / "examples" / "invented" / "data",
    ),
    "empty": (_PACKAGE / "seeds" / "empty",),
}
SEEDS = tuple(_PLACES)


def read_seed(name: str) -> Mapping[str, bytes]:
    """Answer the files of a seed by their path within the data folder, the schemas among them."""
    schemas = _files(_folder("fujian"), "schema/*.json")
    return {**schemas, **_files(_folder(name), "**/*")}


def _folder(name: str) -> Path:
    return next(place for place in _PLACES[name] if place.is_dir())


def _files(folder: Path, pattern: str) -> Mapping[str, bytes]:
    files = sorted(path for path in folder.glob(pattern) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def lay_down(name: str, folder: Path) -> int:
    """Write a seed into a new folder and answer how many files it has; raises `Failure`.

    The folder is there with all its files or not at all, so that one killed halfway leaves nothing
    that the next would have to take away first.
    """
    files = read_seed(name)
    with folder_made(folder.parent), locked(folder.parent):
        clear_leftovers(folder.parent)
        write_folder(folder, files)
    return len(files)
