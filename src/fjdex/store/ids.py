"""The ids in a data folder, kept for completion: it must not wait for a parser.

They are found by the content of the registers, which name them; readings do not count.
"""

import os

from fjdex import __version__
from fjdex.store.files import READINGS, Contents, data_folder, read_bytes, yaml_files
from fjdex.store.shelf import Shelf, cache_folder, key_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


# What the ids are does not change with the program as an answer does: only with this form.
_FORM = f"ids 2, fjdex {__version__}".encode()


class Ids:
    """What is on file of the ids of the data folder that is meant; `known` is None without."""

    def __init__(self, named: str | None, here: str, variables: "Mapping[str, str]") -> None:
        folder, cache = data_folder(named, here), cache_folder(variables)
        self._shelf = Shelf(cache, "ids", most=50, each=1 << 20, all_=8 << 20) if cache else None
        self._name = key_of([os.path.abspath(folder)], _FORM) if folder and cache else ""
        registers = _registers(folder) if folder and cache else None
        self._digest = registers.digest if registers else ""

    @property
    def known(self) -> list[str] | None:
        """The ids, where the registers are as they were when they were kept."""
        data = self._shelf.take(self._name) if self._shelf and self._digest else None
        digest, *ids = data.decode().split("\n") if data else [""]
        return ids if digest and digest == self._digest else None

    def keep(self, ids: "Iterable[str]") -> None:
        """Keep the ids for the next time."""
        if self._shelf and self._digest:
            self._shelf.put(self._name, "\n".join([self._digest, *ids]).encode())


def _registers(folder: str) -> Contents | None:
    try:
        names = [name for name in yaml_files(folder) if not name.startswith(READINGS)]
        return Contents(folder, {name: read_bytes(folder, name) for name in names})
    except OSError:
        return None
