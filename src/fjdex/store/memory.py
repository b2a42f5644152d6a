"""What one run learns of a data folder, for the next one: kept in the cache, found by content.

Kept are the registers as they were understood, which files of readings are canonical, and what each
record came to by its own readings on the day that was last asked about. Each is taken for true only
of the very same bytes, read by the very same program.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path

from fjdex.assess import duepath, item, pace
from fjdex.assess.item import Item
from fjdex.load import LISTS, Known, Loaded, is_readings, readings_file
from fjdex.plan import period, readings, records, terms, words
from fjdex.plan.codec import Codec, Json
from fjdex.plan.ledger import Ledger
from fjdex.store.folder import Snapshot
from fjdex.store.shelf import Shelf, key_of

_MIB = 1024 * 1024
_MODULES = (words, terms, period, records, readings, duepath, pace, item)
_TYPES = tuple(
    of
    for module in _MODULES
    for of in vars(module).values()
    if isinstance(of, type)
    and of.__module__ == module.__name__
    and (is_dataclass(of) or issubclass(of, Enum))
)


@dataclass
class Memory:
    """What is known of a data folder; changes are put away by `keep`."""

    shelf: Shelf
    name: str
    digests: Mapping[str, str]
    held: dict[str, Json] = field(default_factory=dict)
    new: bool = False

    @classmethod
    def of(cls, cache: str, made_by: bytes, snapshot: Snapshot) -> "Memory":
        """Answer what is known of a folder as it was read."""
        shelf = Shelf(cache, "folders", most=50, each=64 * _MIB, all_=256 * _MIB)
        name = key_of([str(Path(snapshot.folder).absolute())], made_by)
        return cls(shelf, name, snapshot.contents.digests, _opened(shelf.take(name)))

    @property
    def known(self) -> Known | None:
        """What of the folder need not be read again; None where the registers are others."""
        digest, written = _pair(self.held.get("registers"))
        if digest != self._registers():
            return None
        try:
            held = _codec().read(written)
        except ValueError:
            return None
        if not isinstance(held, tuple) or len(held) != len(LISTS) + 1:
            return None
        header, *lists = held
        canonical = set(_list(self.held.get("canonical")))
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
        if _pair(self.held.get("registers"))[0] != digest:
            lists = (getattr(loaded.plan, file.removesuffix(".yaml")) for file in LISTS)
            self._hold("registers", [digest, _codec().write((loaded.plan.header, *lists))])
        ledgers = (id_ for id_, one in loaded.plan.readings.items() if isinstance(one, Ledger))
        canonical = sorted(self.digests[readings_file(id_)] for id_ in ledgers)
        if canonical != self.held.get("canonical"):
            self._hold("canonical", list(canonical))

    def items(self, as_of: date) -> Mapping[str, Item]:
        """Answer what records came to by their own readings, where these are the same still."""
        asked, written = _pair(self.held.get("items"))
        if asked != self._asked(as_of):
            return {}
        same = (one for one in map(_pair, _list(written)) if _list(one[0]) == self._whose(one[0]))
        try:
            found = [_codec().read(item) for _, item in same]
        except ValueError:
            return {}
        return {one.id: one for one in found if isinstance(one, Item)}

    def learn_items(self, as_of: date, items: Mapping[str, Item]) -> None:
        """Learn what each record came to by its own readings."""
        written: list[Json] = [
            [[id_, self._digest(id_)], _codec().write(one)] for id_, one in items.items()
        ]
        self._hold("items", [self._asked(as_of), written])

    def keep(self) -> None:
        """Put away what was learnt."""
        if self.new:
            self.new = False
            text = json.dumps(self.held, ensure_ascii=False, separators=(",", ":"))
            self.shelf.put(self.name, text.encode())

    def _hold(self, key: str, what: Json) -> None:
        self.held[key] = what
        self.new = True

    def _registers(self) -> str:
        own = sorted(f"{file} {one}" for file, one in self.digests.items() if not is_readings(file))
        return hashlib.sha256("\n".join(own).encode(errors="surrogateescape")).hexdigest()

    def _asked(self, as_of: date) -> str:
        return f"{self._registers()} {as_of.isoformat()}"

    def _digest(self, id_: str) -> str:
        return self.digests.get(readings_file(id_), "")

    def _whose(self, held: Json) -> list[Json]:
        id_ = _pair(held)[0]
        return [id_, self._digest(id_)] if isinstance(id_, str) else [None]


def _opened(data: bytes | None) -> dict[str, Json]:
    try:
        held = json.loads(data) if data else {}
    except ValueError:
        return {}
    return held if isinstance(held, dict) else {}


def _pair(held: Json) -> tuple[Json, Json]:
    return (held[0], held[1]) if isinstance(held, list) and len(held) == 2 else (None, None)  # noqa: PLR2004 (a pair)


def _list(held: Json) -> list[Json]:
    return held if isinstance(held, list) else []


@cache
def _codec() -> Codec:
    return Codec(_TYPES)
