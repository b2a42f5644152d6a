"""Which keys stand below which: `zh` and `en` below a name, `value` and `due` below `goals`."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, cast, get_args, get_origin, get_type_hints

from fjdex.plan import records
from fjdex.plan.words import Words
from fjdex.yamlio.foreign import HOMES

# A period, too, is a dataclass, but it is written as one word.
_RECORDS = (Words, *(one for one in vars(records).values() if is_dataclass(one)))


@dataclass(frozen=True, slots=True)
class Below:
    """What stands below a key: these keys, in entries with dashes where it is `listed`.

    `beside` are the keys that may stand in one record with it.
    """

    keys: frozenset[str]
    beside: frozenset[str]
    listed: bool

    @property
    def only(self) -> frozenset[str]:
        """The keys that stand below it and never beside it."""
        return self.keys - self.beside


def below(key: str) -> Below | None:
    """Answer what stands below a key, None where nothing with keys does."""
    return _table().get(key)


def lists_of(keys: frozenset[str], beside: str) -> list[str]:
    """Answer the keys beside another one below which an entry with some keys may stand."""
    return [
        key
        for key, one in _table().items()
        if one.listed and keys and keys <= one.keys and beside in one.beside
    ]


@cache
def _table() -> Mapping[str, Below]:
    found: dict[str, Below] = {}
    for of in dict.fromkeys(one for home in HOMES.values() for one in _types(home)):
        own = _names(of)
        for key, inner, listed in _inner(cast("Hashable", of)):
            before = found.get(key, Below(frozenset(), frozenset(), listed))
            found[key] = Below(before.keys | _names(inner), before.beside | own, listed)
    return MappingProxyType(found)


def _types(of: Any) -> Iterator[Any]:
    """Answer a type and all that stand within it."""
    yield of
    for _, inner, _ in _inner(of):
        yield from _types(inner)


@cache
def _inner(of: Hashable) -> tuple[tuple[str, Any, bool], ...]:
    """Answer the keys of a type below which keys stand, their type, whether it is a list."""
    hints = get_type_hints(of, include_extras=True)
    inner = ((key, dataclass_in(hint), is_list(hint)) for key, hint in hints.items())
    return tuple(one for one in inner if one[1] in _RECORDS)


def _names(of: Any) -> frozenset[str]:
    return frozenset(one.name for one in fields(of)) - {"line"}


def dataclass_in(of: Any) -> Any:
    """Find the record type within `tuple[X, ...] | None` and the like."""
    if isinstance(of, type) and is_dataclass(of):
        return of
    if isinstance(of, type) and issubclass(of, Enum):
        return None
    return next(filter(None, map(dataclass_in, get_args(of))), None)


def is_list(hint: Any) -> bool:
    """Whether a type is a list, or one that may be absent."""
    return get_origin(hint) is tuple or any(get_origin(one) is tuple for one in get_args(hint))
