"""Both sides of a comparison, loaded: what is equal on both is read and understood once."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from fjdex.load import HEADER, LISTS, READINGS, Loaded, is_readings, load
from fjdex.plan.findings import Finding, in_order


def loaded_beside(
    other: Loaded,
    texts: Mapping[str, str],
    refused: tuple[Finding, ...],
    same: frozenset[str],
) -> Loaded:
    """Answer a folder of which the files of `same` are those of another one, already loaded.

    `texts` and `refused` speak of all its other files; places are answered in those alone.
    """
    own = load(texts, refused)
    ours = tuple(one for one in own.findings if one.place.file not in same)
    theirs = tuple(one for one in other.findings if one.place.file in same)
    understood = {file: (other if file in same else own).understood.get(file) for file in LISTS}
    named = {file: (other if file in same else own).named.get(file) for file in LISTS}
    draft = replace(own.draft, **_shared(own, other, same))
    header = other.plan if HEADER in same else own.plan
    return replace(
        own,
        plan=None if header is None else draft,
        draft=draft,
        findings=in_order((*ours, *theirs)),
        understood=MappingProxyType(
            {file: one for file, one in understood.items() if one is not None}
        ),
        named=MappingProxyType({file: one for file, one in named.items() if one is not None}),
    )


def _shared(own: Loaded, other: Loaded, same: frozenset[str]) -> dict[str, Any]:
    """Answer what of the plan is the other's, and the readings of both."""
    names = {file.removesuffix(".yaml") for file in LISTS if file in same}
    held: dict[str, Any] = {name: getattr(other.draft, name) for name in names}
    if HEADER in same:
        held["header"] = other.draft.header
    ids = [file.removeprefix(READINGS).removesuffix(".yaml") for file in same if is_readings(file)]
    theirs = {id_: other.draft.readings[id_] for id_ in ids if id_ in other.draft.readings}
    return {**held, "readings": {**own.draft.readings, **theirs}}
