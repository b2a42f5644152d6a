"""Where JSON Schemas are written: `schema/` in the data folder, as its files say."""

from collections.abc import Mapping
from pathlib import Path

from fjdex.store.lock import locked
from fjdex.store.write import make_folder, write_file


def write_schemas(folder: Path, texts: Mapping[str, str]) -> Path:
    """Write schemas by their names into a data folder; answer where; raises `Failure`."""
    place = folder / "schema"
    with locked(folder):
        make_folder(place)
        for name, text in texts.items():
            path = place / f"{name}.json"
            before = path.read_bytes() if path.is_file() else None
            if before != text.encode():
                write_file(path, before, text.encode())
    return place
