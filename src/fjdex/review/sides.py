"""Both sides of a comparison, loaded: what is equal on both is understood once, or not at all."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Protocol

from fjdex.load import HEADER, Known, Loaded, is_readings, load
from fjdex.plan.findings import Finding, in_order
from fjdex.plan.records import LISTS
from fjdex.review.shelf import Shelf


class Texts(Protocol):
    """What was read of one side: texts by file, and why others gave none."""

    @property
    def texts(self) -> Mapping[str, str]:
        """The content of each file that could be decoded."""

    @property
    def refused(self) -> tuple[Finding, ...]:
        """What is wrong with the others."""


def loaded_sides(
    before: Texts, after: Texts, same: frozenset[str], known: Known | None = None
) -> tuple[Loaded, Loaded]:
    """Answer two states of a folder, loaded; of `before` the files of `same` need not be there.

    Places are answered in what differs alone. Readings that are equal wait on a shelf. `known` is
    what is known of `after` from before.
    """
    shelved = {file: after.texts[file] for file in same if is_readings(file)}
    rest = {file: text for file, text in after.texts.items() if file not in shelved}
    now, own = load(rest, after.refused, known), load(before.texts, before.refused)
    read: dict[str, Any] = {}
    faults: list[Finding] = []

    def shelf(held: Loaded) -> Shelf:
        return Shelf(held.draft.readings, shelved, read, faults)

    return beside(now, own, same, shelf(own)), _with(now, readings=shelf(now))


def _with(loaded: Loaded, **held: Any) -> Loaded:
    draft = replace(loaded.draft, **held)
    return replace(loaded, draft=draft, plan=None if loaded.plan is None else draft)


def beside(other: Loaded, own: Loaded, same: frozenset[str], readings: Mapping[str, Any]) -> Loaded:
    """Answer a folder of which the files of `same` are those of another one."""
    ours = tuple(one for one in own.findings if one.place.file not in same)
    theirs = tuple(one for one in other.findings if one.place.file in same)
    held: dict[str, Any] = {
        file.removesuffix(".yaml"): getattr(other.draft, file.removesuffix(".yaml"))
        for file in LISTS
        if file in same
    }
    header = other.plan if HEADER in same else own.plan
    if HEADER in same:
        held["header"] = other.draft.header
    return replace(
        _with(replace(own, plan=header), readings=readings, **held),
        findings=in_order((*ours, *theirs)),
        understood=_merged(own.understood, other.understood, same),
        named=_merged(own.named, other.named, same),
    )


def _merged(own: Mapping[str, Any], other: Mapping[str, Any], same: frozenset[str]) -> Any:
    held = {file: (other if file in same else own).get(file) for file in {*own, *other}}
    return MappingProxyType({file: one for file, one in held.items() if one is not None})
