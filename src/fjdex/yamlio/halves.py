"""What can be understood of a record that cannot be understood as a whole.

Each key is read by itself; one that cannot be read, or may be the one that is lost, is not set.
Who asks for it gets an AttributeError, and so learns that there is nothing to be judged.
"""

from collections.abc import Hashable, Mapping
from dataclasses import MISSING, Field, fields
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_type_hints

from pydantic import ValidationError

from fjdex.plan.words import Words
from fjdex.yamlio.edits import CUT, HOLE
from fjdex.yamlio.lost import lost_in
from fjdex.yamlio.nesting import dataclass_in, is_list
from fjdex.yamlio.nodes import Entries, Items, Node, Scalar
from fjdex.yamlio.typed import adapter, plain

T = TypeVar("T")

_UNKNOWN = object()
# Without these nobody knows whether a record was written to its end, though they may be absent.
_LAST = frozenset({"source"})


def half(of: type[T], node: Node) -> T:
    """Answer a record with the keys that can be read; its id is "" where that is none of them."""
    made: T = object.__new__(of)
    given = _given(node)
    settled = _settled(of, node, given)
    for one in fields(cast("Any", of)):
        value = _value(of, one, given, settled=settled)
        if one.name == "line":
            value = node.place.line
        if one.name == "id" and value is _UNKNOWN:
            value = ""
        if value is not _UNKNOWN:
            object.__setattr__(made, one.name, value)
    return made


def _given(node: Node) -> Mapping[str, Node]:
    entries = node.entries if isinstance(node, Entries) else ()
    return {key.text: value for key, value in entries if not key.lost}


def _settled(of: type[object], node: Node, given: Mapping[str, Node]) -> bool:
    """Whether a key that is absent is known not to be meant by anything that stands there."""
    known = {one.name for one in fields(cast("Any", of))}
    if not isinstance(node, Entries) or not known.issuperset(given):
        return False
    needed = {one.name for one in fields(cast("Any", of)) if _is_needed(one)}
    if not needed <= set(given):
        return False
    unnamed = {key.text for key, _ in node.entries if key.lost}
    unnamed |= {HOLE for _, value in node.entries if isinstance(value, Scalar) and _cuts(value)}
    return not unnamed or (unnamed == {CUT} and _whole_keys(of) <= set(given))


def _cuts(value: Scalar) -> bool:
    return value.lost and value.text == CUT


def _whole_keys(of: type[object]) -> set[str]:
    found: tuple[Field[Any], ...] = fields(cast("Any", of))
    return {one.name for one in found if _is_needed(one) or one.name in _LAST}


def _is_needed(one: Field[Any]) -> bool:
    return one.default is MISSING and one.default_factory is MISSING


def _value(of: type[object], one: Field[Any], given: Mapping[str, Node], *, settled: bool) -> Any:
    if one.name in given:
        return _read(_hints(cast("Hashable", of))[one.name], given[one.name])
    return one.default if settled and one.default is not MISSING else _UNKNOWN


@cache
def _hints(of: Hashable) -> Mapping[str, Any]:
    return get_type_hints(cast("type[object]", of), include_extras=True)


def _read(hint: Any, node: Node) -> Any:
    """Answer the value of a key, as much of it as can be read."""
    if isinstance(node, Scalar) and (node.lost or node.value is None):
        return _UNKNOWN
    if not lost_in(node) and not _is_empty_in(node):
        try:
            return adapter(hint).validate_python((plain(node),))[0]
        except ValidationError:
            pass
    inner = dataclass_in(hint)
    if inner is not None and inner is not Words:
        return _inner(hint, inner, node)
    return _texts(hint, node) if isinstance(node, Items) and is_list(hint) else _UNKNOWN


def _is_empty_in(node: Node) -> bool:
    """Whether nothing stands after a key within: it is not absent, and nobody knows what it is."""
    if isinstance(node, Scalar):
        return node.value is None
    below = node.items if isinstance(node, Items) else [value for _, value in node.entries]
    return any(map(_is_empty_in, below))


def _inner(hint: Any, inner: Any, node: Node) -> Any:
    if not is_list(hint):
        return half(inner, node) if isinstance(node, Entries) else _UNKNOWN
    if not isinstance(node, Items):
        return _UNKNOWN
    read = (_read(inner, item) for item in node.items)
    return tuple(
        half(inner, item) if one is _UNKNOWN else one
        for one, item in zip(read, node.items, strict=True)
    )


def _texts(hint: Any, node: Items) -> Any:
    """Answer a list of texts, "" in the place of one that cannot be read."""
    item = get_args(hint)[0]
    if isinstance(item, type) and issubclass(item, Enum):
        return _UNKNOWN
    read = (_read(item, one) for one in node.items)
    return tuple("" if one is _UNKNOWN else one for one in read)
