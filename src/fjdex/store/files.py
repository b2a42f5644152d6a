"""The names and bytes of a data folder, and where it lies. Needs nothing but the system.

What answers again without starting the whole program stands on this module alone, so it imports
next to nothing.
"""

import hashlib
import os
import stat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DATA = "data"
HEADER = "plan.yaml"
READINGS = "readings/"
_ENDINGS = (".yaml", ".yml")
# What is larger than a text may be (`yamlio/scan.py`) is not taken in.
MAX_BYTES = 64 * 1024 * 1024


def data_folder(named: str | None, here: str) -> str | None:
    """Answer the data folder that is named, or else the nearest upward; None where there is none.

    A folder may be named itself or by the one that holds it as `data`.
    """
    if named:
        return _data_in(os.path.join(here, named))
    folder, above = "", here
    while above != folder:
        found = _data_in(above)
        if found is not None:
            return found
        folder, above = above, os.path.dirname(above)
    return None


def _data_in(folder: str) -> str | None:
    candidates = (os.path.join(folder, DATA), folder)
    return next((one for one in candidates if os.path.lexists(os.path.join(one, HEADER))), None)


def yaml_files(folder: str, prefix: str = "") -> "Iterator[str]":
    """Answer the YAML files of a folder, however they are spelt and in whatever folder below.

    Links to folders are not followed: they may lead out, or back. Raises `OSError`.
    """
    with os.scandir(os.path.join(folder, prefix)) as entries:
        found = list(entries)
    for entry in found:
        name = prefix + entry.name
        if entry.name.startswith("."):
            continue
        if os.path.splitext(entry.name)[1].lower() in _ENDINGS:
            yield name
        elif f"{name}/" == READINGS or entry.is_dir(follow_symlinks=False):
            yield from yaml_files(folder, f"{name}/")


class Contents:
    """The bytes of a folder's files by their names, and the digest of each."""

    def __init__(self, folder: str, raw: "Mapping[str, bytes]") -> None:
        self.folder, self.raw = folder, raw
        self.digests = {name: hashlib.sha256(data).hexdigest() for name, data in raw.items()}

    @property
    def digest(self) -> str:
        """A fingerprint of all files together, of their names and what they hold."""
        pairs = (f"{len(name)} {name} {one}" for name, one in sorted(self.digests.items()))
        return hashlib.sha256("\n".join(pairs).encode(errors="surrogatepass")).hexdigest()


def contents_now(named: str | None, here: str) -> Contents | None:
    """Answer what a data folder holds now, None where some of it cannot be read."""
    folder = data_folder(named, here)
    if folder is None:
        return None
    try:
        return Contents(folder, {name: read_bytes(folder, name) for name in yaml_files(folder)})
    except OSError:
        return None


def read_bytes(folder: str, name: str) -> bytes:
    """Answer what a file holds; raises `OSError`, also for what is no file."""
    path = os.path.join(folder, name)
    status = os.stat(path)
    if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
        raise OSError(path)
    with open(path, "rb", buffering=0) as file:
        return file.read()
