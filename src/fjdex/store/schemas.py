"""Where JSON Schemas are written: `schema/` in the data folder, as its files say."""

from collections.abc import Mapping
from pathlib import Path

from fjdex.store.folder import place_of
from fjdex.store.lock import locked
from fjdex.store.write import clear_leftovers_below, make_folder, write_file


def write_schemas(folder: Path, texts: Mapping[str, str]) -> Path:
    """Write schemas by their names into a data folder; answer where; raises `Failure`."""
    with locked(folder):
        place = place_of(folder, "schema")
        clear_leftovers_below(folder)
        make_folder(place)
        for name, text in texts.items():
            path = place_of(folder, f"schema/{name}.json")
            before = path.read_bytes() if path.is_file() else None
            if before != text.encode():
                write_file(path, before, text.encode())
    return folder / "schema"
