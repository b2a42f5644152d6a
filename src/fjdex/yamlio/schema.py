"""JSON Schemas (draft 2020-12) of the data files, made from the types that read them."""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, cast

from fjdex.plan.scalars import ID_TYPES
from fjdex.yamlio.typed import adapter

DRAFT = "https://json-schema.org/draft/2020-12/schema"

# What a name means to a reader: its title and its description, each in both languages.
Describe = Callable[[str], tuple[str, str]]

# Keys whose values are ids of another list.
_REFERENCES: Mapping[str, str] = {
    "leads": "agencies",
    "area": "areas",
    "parent": "areas",
    "source": "sources",
    "section": "sections",
    "tasks": "tasks",
    "outcomes": "outcomes",
    "Remark.id": "records",
}


# Lists that stand for nothing where they are empty.
_NEVER_EMPTY = frozenset({"goals", "leads"})
# Texts of ids that an editor takes for something else.
_TAKEN = {"true": True, "false": False}
_whole = re.compile("0|[1-9][0-9]*").fullmatch


def schema_of(
    file: str, of: Hashable, describe: Describe, ids: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    """Answer the schema of a file that holds one value of a type.

    `describe` answers for "file.NAME", for the name of a type and for "Type.key". `ids` maps
    agencies, areas, sources, sections, tasks, outcomes and records to their ids, which are then the
    only ones that an editor accepts; what it does not hold stays open.
    """
    made = adapter(of).json_schema()
    whole, definitions = made["prefixItems"][0], made["$defs"]
    for name, definition in definitions.items():
        _describe_type(name, definition, describe, ids)
    title, description = describe(f"file.{file}")
    return {
        "$schema": DRAFT,
        "title": title,
        "description": description,
        **_root(whole, definitions),
        "$defs": dict(sorted(definitions.items())),
    }


def _root(whole: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """Answer what stands at the top: a list's own schema, or that of the one type it refers to."""
    name = str(whole.get("$ref", "")).removeprefix("#/$defs/")
    if not name:
        return whole
    return {key: one for key, one in definitions.pop(name).items() if key in _OF_OBJECT}


_OF_OBJECT = frozenset({"type", "properties", "required", "additionalProperties"})


def _describe_type(
    name: str, definition: dict[str, Any], describe: Describe, ids: Mapping[str, Sequence[str]]
) -> None:
    definition["title"], definition["description"] = describe(name)
    # Where a reading stands is for the reader to say, not for the file.
    properties = definition.get("properties", {})
    properties.pop("line", None)
    for key, value in properties.items():
        _never_null(value)
        if not value.get("default"):
            value.pop("default", None)
        known = ids.get(_REFERENCES.get(f"{name}.{key}") or _REFERENCES.get(key, ""))
        if known is not None:
            _only(value, known)
        if key in _NEVER_EMPTY:
            value["minItems"] = 1
        value["title"], value["description"] = describe(f"{name}.{key}")


def _never_null(schema: dict[str, Any]) -> None:
    """A key that may be absent is left out, never empty."""
    given = [one for one in schema.get("anyOf", ()) if one != {"type": "null"}]
    if len(given) == 1:
        del schema["anyOf"]
        schema.update(given[0])
    elif given:
        schema["anyOf"] = given


def _only(schema: dict[str, Any], ids: Sequence[str]) -> None:
    """Let only some ids be written where any could be; to an editor 2022 is a number."""
    if schema.get("type") == list(ID_TYPES):
        schema.clear()
        schema["enum"] = [*ids, *(_TAKEN[id_] for id_ in ids if id_ in _TAKEN)]
        schema["enum"] += [int(id_) for id_ in ids if _whole(id_)]
    for inner in (schema.get("items"), *schema.get("anyOf", ())):
        if isinstance(inner, dict):
            _only(cast("dict[str, Any]", inner), ids)
