"""What one run learns of a data folder, for the next one: kept in the cache, found by content.

Kept are the registers as they were understood, which files of readings are canonical, and what each
record came to by its own readings on the day that was last asked about. Each is taken for true only
of the very same bytes, read by the very same program.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, TypeGuard

from fjdex.assess import duepath, item, pace
from fjdex.assess.item import Item
from fjdex.load import Known, Loaded, is_readings, readings_file
from fjdex.plan import period, readings, records, terms, words
from fjdex.plan.codec import Codec, Json
from fjdex.plan.ledger import Ledger
from fjdex.plan.records import LISTS, Header
from fjdex.store.shelf import Shelf, key_of

_MIB = 1024 * 1024
# Of so many files it is kept that they are canonical, also of such as are gone.
_MOST_FILES = 10_000
_MODULES = (words, terms, period, records, readings, duepath, pace, item)
_TYPES = tuple(
    of
    for module in _MODULES
    for of in vars(module).values()
    if isinstance(of, type)
    and of.__module__ == module.__name__
    and (is_dataclass(of) or issubclass(of, Enum))
)


class Notebook:
    """The pages on one data folder in the cache, each read and written by itself."""

    def __init__(self, cache: str, made_by: bytes, folder: Path) -> None:
        self._shelf = Shelf(cache, "folders", most=150, each=64 * _MIB, all_=256 * _MIB)
        self._name = key_of([str(folder.absolute())], made_by)
        self._pages: dict[str, Json] = {}
        self._registers: tuple[Json, object] = (None, None)

    def page(self, title: str) -> Json:
        """Answer what stands on a page, None where there is none."""
        if title not in self._pages:
            data = self._shelf.take(f"{self._name}-{title}")
            try:
                self._pages[title] = json.loads(data) if data else None
            except (ValueError, RecursionError):
                self._pages[title] = None
        return self._pages[title]

    def write(self, title: str, what: Json) -> None:
        """Put something on a page."""
        self._pages[title] = what
        text = json.dumps(what, ensure_ascii=False, separators=(",", ":"))
        self._shelf.put(f"{self._name}-{title}", text.encode())

    def registers(self, digest: str) -> object:
        """Answer what the registers held that have a digest, None where they are others."""
        if self._registers[0] != digest:
            found, written = _pair(self.page("registers"))
            self._registers = (digest, _read(written) if found == digest else None)
        return self._registers[1]


@dataclass(frozen=True)
class Memory:
    """What is known of a data folder as it was read: the digests are those of its files."""

    notebook: Notebook
    digests: Mapping[str, str]

    @property
    def known(self) -> Known | None:
        """What of the folder need not be read again; None where the registers are others."""
        held = self.notebook.registers(self._registers())
        if not _is_registers(held):
            return None
        header, *lists = held
        canonical = self._canonical()
        files = (file for file in self.digests if is_readings(file))
        return Known(
            header,
            dict(zip(LISTS, lists, strict=True)),
            frozenset(file for file in files if self.digests[file] in canonical),
        )

    def learn(self, loaded: Loaded) -> None:
        """Learn what a folder holds in which nothing is wrong."""
        if loaded.plan is None or loaded.findings:
            return
        digest = self._registers()
        if _pair(self.notebook.page("registers"))[0] != digest:
            lists = (getattr(loaded.plan, file.removesuffix(".yaml")) for file in LISTS)
            written = _codec().write((loaded.plan.header, *lists))
            self.notebook.write("registers", [digest, written])
        ledgers = (id_ for id_, one in loaded.plan.readings.items() if isinstance(one, Ledger))
        own = {self.digests[readings_file(id_)] for id_ in ledgers}
        known = self._canonical()
        if not own <= known:
            # Who reads some of the files only has nothing to say of the others.
            both = own | known
            self.notebook.write("canonical", [*sorted(both if len(both) <= _MOST_FILES else own)])

    def items(self, as_of: date) -> Mapping[str, Item]:
        """Answer what records came to by their own readings, where these are the same still."""
        asked, written = _pair(self.notebook.page("items"))
        if asked != self._asked(as_of):
            return {}
        same = (one for one in map(_pair, _list(written)) if _list(one[0]) == self._whose(one[0]))
        found = (_read(item) for _, item in same)
        return {one.id: one for one in found if isinstance(one, Item)}

    def learn_items(self, as_of: date, items: Mapping[str, Item]) -> None:
        """Learn what each record came to by its own readings."""
        written: list[Json] = [
            [[id_, self._digest(id_)], _codec().write(one)] for id_, one in items.items()
        ]
        self.notebook.write("items", [self._asked(as_of), written])

    def _canonical(self) -> set[str]:
        return {one for one in _list(self.notebook.page("canonical")) if isinstance(one, str)}

    def _registers(self) -> str:
        own = sorted(pair for pair in self.digests.items() if not is_readings(pair[0]))
        return key_of((word for pair in own for word in pair), b"")

    def _asked(self, as_of: date) -> str:
        return f"{self._registers()} {as_of.isoformat()}"

    def _digest(self, id_: str) -> str:
        return self.digests.get(readings_file(id_), "")

    def _whose(self, held: Json) -> list[Json]:
        id_ = _pair(held)[0]
        return [id_, self._digest(id_)] if isinstance(id_, str) else [None]


def _pair(held: Json) -> tuple[Json, Json]:
    return (held[0], held[1]) if isinstance(held, list) and len(held) == 2 else (None, None)  # noqa: PLR2004 (a pair)


def _is_registers(held: object) -> TypeGuard[tuple[Any, ...]]:
    if not isinstance(held, tuple) or len(held) != len(LISTS) + 1:
        return False
    header, *lists = held
    return isinstance(header, Header) and all(
        isinstance(given, tuple) and all(isinstance(one, of) for one in given)
        for given, of in zip(lists, LISTS.values(), strict=True)
    )


def _list(held: Json) -> list[Json]:
    return held if isinstance(held, list) else []


def _read(written: Json) -> object:
    try:
        return _codec().read(written)
    except (ValueError, RecursionError):
        return None


@cache
def _codec() -> Codec:
    return Codec(_TYPES)
