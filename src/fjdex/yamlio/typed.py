"""From a tree to typed values: pydantic validates, and its errors become findings with places.

The words of the library are never shown: an error's type is looked up in a table, its location is
walked in the tree.
"""

import difflib
import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import MISSING, fields
from functools import cache
from types import GenericAlias
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_type_hints

from pydantic import ConfigDict, TypeAdapter, ValidationError

from fjdex.plan.findings import Finding, Place
from fjdex.plan.scalars import MAX_ID, Malformed, shown
from fjdex.plan.words import Note, Words
from fjdex.yamlio.lost import NOTHING, Lost
from fjdex.yamlio.nesting import dataclass_in
from fjdex.yamlio.nodes import Entries, Items, Node, Scalar, Step, find

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

T = TypeVar("T")

# So many faults are told of one record; none that is meant as one has as many keys.
MAX_FINDINGS = 100

_SHAPE = "shape-unexpected"
_CODES = {
    "missing": "key-missing",
    "unexpected_keyword_argument": "key-unknown",
    "enum": "term-unknown",
    "dataclass_type": _SHAPE,
    "tuple_type": _SHAPE,
    "mapping_type": _SHAPE,
    "dict_type": _SHAPE,
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


def validate(of: type[T], node: Node, lost: Lost = NOTHING) -> tuple[T | None, tuple[Finding, ...]]:
    """Answer the typed value of a node, or what is wrong with it, each thing at its place.

    Where something is `lost` there is no value, and nothing is told of it: it was told before.
    """
    value: T | None = None
    errors: list[ErrorDetails] = []
    try:
        value = adapter(cast("Hashable", of)).validate_python((plain(node),))[0]
    except ValidationError as error:
        errors = error.errors(include_url=False)
    empty = dict(_empty(node, ()))
    walked = [(_walkable(node, one["loc"][1:]), one) for one in errors]
    told = [(path, _on_key(one), one) for path, one in walked if not _follows(lost, path, one)]
    # What stands below something wrong is not judged, and what is empty is only that.
    over = {path for path, on_key, _ in told if on_key or path not in empty}
    judged = [one for one in told if one[1] or one[0] in over]
    found = [_finding(of, node, path, error) for path, _, error in judged[:MAX_FINDINGS]]
    found += [
        finding
        for path, finding in empty.items()
        if not any(path[:length] in over for length in range(len(path) + 1))
    ][: MAX_FINDINGS - len(found)]
    if found or lost:
        return None, tuple(one for at, one in enumerate(found) if one not in found[:at])
    return value, ()


def _follows(lost: Lost, path: Sequence[Step], error: "ErrorDetails") -> bool:
    return bool(lost) and lost.explains(path, missing=error["type"] == "missing")


def _empty(node: Node, path: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], Finding]]:
    """Answer the keys and entries within a node after which nothing stands, or `~` or `null`."""
    if isinstance(node, Scalar):
        return
    below: Iterable[tuple[Step, Place, Node]] = (
        ((at, item.place, item) for at, item in enumerate(node.items))
        if isinstance(node, Items)
        else ((key.text, key.place, value) for key, value in node.entries if not key.lost)
    )
    for step, place, one in below:
        inner = (*path, step)
        if isinstance(one, Scalar) and one.value is None and not one.lost:
            where = one.place if one.text else place
            yield inner, Finding("value-empty", where, {"key": shown(_last_key(inner))})
        yield from _empty(one, inner)


def _on_key(error: "ErrorDetails") -> bool:
    """Whether an error is about a key, whatever its value."""
    return _CODES.get(error["type"]) == "key-unknown" or error["loc"][-1] == "[key]"


def _finding(of: type[object], node: Node, path: Sequence[Step], error: "ErrorDetails") -> Finding:
    place = find(node, path, key=_on_key(error)) or node.place
    key, text = shown(_last_key(path)), error["input"]
    cause = error.get("ctx", {}).get("error")
    code = cause.code if isinstance(cause, Malformed) else _CODES.get(error["type"], _SHAPE)
    if path and isinstance(text, str) and not text.strip() and not _on_key(error):
        return Finding("value-empty", place, {"key": key})
    if shape := _one_needed(code, path, text, known=isinstance(cause, Malformed)):
        return Finding(_SHAPE, place, {"key": key, "text": "", **shape})
    if isinstance(cause, Malformed):
        return Finding(code, place, {"key": key, **cause.arguments})
    arguments = {"key": key or place.file, "text": shown(text)}
    if code == _SHAPE:
        why = _in_words(of, path)
        if why:
            return Finding("text-expected", place, {**arguments, "why": why, "near": _both(text)})
        arguments |= _shape(of, path, error["type"]) | ({} if key else {"why": "record"})
    nearest = _nearest(of, code, path, error)
    # A word of a vocabulary that stands as a key is a key like any other.
    named = "key-unknown" if code == "term-unknown" and _on_key(error) else code
    return Finding(named, place, arguments | nearest)


def _shape(of: type[object], path: Sequence[Step], kind: str) -> dict[str, str]:
    """Say which shape was needed, of a mapping with the keys that it cannot do without."""
    inner = dataclass_in(_walked(of, path)) if kind == "dataclass_type" else None
    if inner is None:
        return {"shape": _SHAPES.get(kind, "list")}
    needed = [one.name for one in fields(inner) if one.default is one.default_factory is MISSING]
    return {"shape": "keys", "known": ", ".join(f"{name}: …" for name in needed)}


def _one_needed(code: str, path: Sequence[Step], written: object, *, known: bool) -> dict[str, str]:
    """Say that one value is needed where a list or braces stand; several ids are told as such."""
    if not isinstance(written, list | dict) or not (known or code == "term-unknown"):
        return {}
    one = _only(written)
    if code == "text-expected" or (code == "id-malformed" and not one):
        return {}
    said = f"{key}: {one}" if isinstance(key := path[-1], str) else one
    return {"shape": "one", "near": said} if one else {"shape": "single"}


def _only(written: object) -> str:
    """Answer the one text in a list or in braces that stand where one value belongs, else ""."""
    if isinstance(written, dict) and len(written) == 1:
        key, value = next(iter(written.items()))
        return _only([key if value is None else value])
    if isinstance(written, list) and len(written) == 1:
        one = written[0]
        return shown(one) if isinstance(one, str) else _only(one)
    return ""


def _in_words(of: type[object], path: Sequence[Step]) -> str:
    """Answer `note` for a key that takes a text in one language or both, `words` for both."""
    inner = dataclass_in(_walked(of, path[:-1]))
    hints = get_type_hints(inner, include_extras=True) if inner and path else {}
    hint = hints.get(str(path[-1])) if path else None
    either = (hint, *get_args(hint))
    return "note" if Note in either else "words" if Words in either else ""


def _both(text: object) -> str:
    """Write what to type where a text stands without its language."""
    said = text if isinstance(text, str) and _harmless(text) else "…"
    return f"{{zh: {said}, en: …}}"


_harmless = re.compile(r"[^-?~\s#:,\[\]{}\"'\\&*!|>%@`][^\s#:,\[\]{}\"'\\]{0,39}").fullmatch


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
        written = [f'"{word}"' if word.startswith((">", "<")) else word for word in known]
        meant = near(shown(error["input"]), known)
        quoted = dict(zip(known, written, strict=True)).get(meant, "")
        return {"near": quoted, "known": " ".join(written)}
    return {}


def near(word: str, known: Sequence[str]) -> str:
    """Answer the known word that is most like this one, or "" where none is."""
    if len(word) > MAX_ID:
        return ""
    return next(iter(difflib.get_close_matches(word, known, n=1, cutoff=0.5)), "")


def _keys(of: Any, path: Sequence[Step]) -> list[str]:
    """Answer the keys that a type allows at the end of a path."""
    of = dataclass_in(_walked(of, path))
    return [one.name for one in fields(of) if one.name != "line"] if of else []


def _walked(of: Any, path: Sequence[Step]) -> Any:
    for step in path:
        of = _member(of, step)
    return of


def _member(of: Any, step: Step) -> Any:
    inner = dataclass_in(of)
    if isinstance(step, int) or inner is None:
        return of
    return get_type_hints(inner).get(step)
