"""From a tree to typed values: pydantic validates, and its errors become findings with places.

The words of the library are never shown: an error's type is looked up in a table, its location is
walked in the tree.
"""

import difflib
from collections.abc import Hashable, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import GenericAlias
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_type_hints

from pydantic import ConfigDict, TypeAdapter, ValidationError

from fjdex.plan.findings import Finding
from fjdex.plan.scalars import MAX_ID, Malformed, shown
from fjdex.yamlio.tree import Entries, Items, Node, Scalar, Step, find

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

T = TypeVar("T")

# So many faults are told of one record; none that is meant as one has as many keys.
MAX_FINDINGS = 100

_CODES = {
    "missing": "key-missing",
    "unexpected_keyword_argument": "key-unknown",
    "enum": "term-unknown",
    "dataclass_type": "shape-unexpected",
    "tuple_type": "shape-unexpected",
    "mapping_type": "shape-unexpected",
    "dict_type": "shape-unexpected",
    "string_type": "text-expected",
}
_SHAPES = {"dataclass_type": "mapping", "mapping_type": "mapping", "dict_type": "mapping"}


def plain(node: Node) -> object:
    """Answer a tree as dicts, lists, texts and None."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}


@cache
def adapter(of: Hashable) -> TypeAdapter[tuple[Any]]:
    """Answer what validates a value of a type, and knows its JSON Schema: of a tuple of one."""
    # A tuple of one, because a dataclass of the standard library takes its configuration from
    # what it stands in, and TypeAdapter refuses one for the bare type.
    one: type[tuple[Any]] = GenericAlias(tuple, (of,))  # type: ignore[assignment]  # known at run time
    return TypeAdapter(one, config=ConfigDict(extra="forbid"))


def validate(of: type[T], node: Node) -> tuple[T | None, tuple[Finding, ...]]:
    """Answer the typed value of a node, or what is wrong with it, each thing at its place."""
    try:
        value: T = adapter(cast("Hashable", of)).validate_python((plain(node),))[0]
    except ValidationError as error:
        errors = error.errors(include_url=False)[:MAX_FINDINGS]
        found = [_finding(of, node, one) for one in errors]
        return None, tuple(one for at, one in enumerate(found) if one not in found[:at])
    return value, ()


def _finding(of: type[object], node: Node, error: "ErrorDetails") -> Finding:
    path = _walkable(node, error["loc"][1:])
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, Malformed):
        place = find(node, path) or node.place
        return Finding(cause.code, place, {"key": shown(_last_key(path)), **cause.arguments})
    kind = error["type"]
    code = _CODES.get(kind, "shape-unexpected")
    if kind == "enum" and error["input"] is None:
        code = "value-empty"
    on_key = code == "key-unknown" or error["loc"][-1] == "[key]"
    place = find(node, path, key=on_key) or node.place
    key = shown(_last_key(path)) or place.file
    arguments = {"key": key, "text": shown(error["input"])}
    if code == "shape-unexpected":
        arguments["shape"] = _SHAPES.get(kind, "list")
    return Finding(code, place, arguments | _nearest(of, code, path, error))


def _walkable(node: Node, location: Sequence[Step]) -> tuple[Step, ...]:
    """Drop from a location what is pydantic's own: the names of a union's members and `[key]`."""
    path: list[Step] = []
    for step in location:
        if isinstance(node, Items) and isinstance(step, int):
            node = node.items[step]
        elif isinstance(node, Entries) and (entry := node.get(str(step))):
            node = entry[1]
        elif isinstance(node, Scalar):
            break
        elif step == "[key]" or (isinstance(step, str) and not step.isidentifier()):
            continue
        path.append(step)
    return tuple(path)


def _last_key(path: Sequence[Step]) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _nearest(
    of: type[object], code: str, path: Sequence[Step], error: "ErrorDetails"
) -> dict[str, str]:
    """Name what could have been meant by an unknown key or word."""
    if code == "key-unknown":
        known = _keys(of, path[:-1])
        return {"near": near(str(path[-1]), known), "known": " ".join(known)}
    if code == "term-unknown":
        known = [
            word.strip("'") for word in error["ctx"]["expected"].replace(" or ", ", ").split(", ")
        ]
        return {"near": near(shown(error["input"]), known), "known": " ".join(known)}
    return {}


def near(word: str, known: Sequence[str]) -> str:
    """Answer the known word that is most like this one, or "" where none is."""
    if len(word) > MAX_ID:
        return ""
    return next(iter(difflib.get_close_matches(word, known, n=1, cutoff=0.5)), "")


def _keys(of: Any, path: Sequence[Step]) -> list[str]:
    """Answer the keys that a type allows at the end of a path."""
    for step in path:
        of = _member(of, step)
    of = _dataclass_in(of)
    return [one.name for one in fields(of) if one.name != "line"] if of else []


def _member(of: Any, step: Step) -> Any:
    inner = _dataclass_in(of)
    if isinstance(step, int) or inner is None:
        return of
    return get_type_hints(inner).get(step)


def _dataclass_in(of: Any) -> Any:
    """Find the record type within `tuple[X, ...] | None` and the like."""
    if is_dataclass(of):
        return of
    if isinstance(of, type) and issubclass(of, Enum):
        return None
    return next(filter(None, map(_dataclass_in, get_args(of))), None)
