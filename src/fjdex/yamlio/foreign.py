"""Records that stand in another file than their own, and files that hold what belongs in another.

Somebody pastes a target below the sources, or saves one file under the name of another. Every key
would then be unknown, and every key that is needed missing: where all keys are those of another
file's records, that is said instead.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import MISSING, fields
from functools import cache
from types import MappingProxyType
from typing import Any, cast

from fjdex.plan.findings import Finding, Place
from fjdex.plan.readings import Reading
from fjdex.plan.records import LISTS, Header
from fjdex.yamlio.nodes import Entries, Items, Node, Scalar

# What each file of a data folder holds; the files of readings by the name of their folder.
HOMES: Mapping[str, type[object]] = MappingProxyType(
    {"plan.yaml": Header, **LISTS, "readings/": Reading}
)
# Without these a reading is not known for one, though the type lets them be absent.
_SHOWING = frozenset({"date", "source"})
# One key that is wrong may be a slip; a record of another kind has more.
_ENOUGH = 2


def home_of(node: Node, of: type[object], least: int = _ENOUGH) -> str:
    """Answer the one file in which a record would be right, "" where it is more like its own."""
    if not isinstance(node, Entries) or any(key.lost for key, _ in node.entries):
        return ""
    keys = frozenset(key.text for key, _ in node.entries)
    if _misfits(of, keys) < least:
        return ""
    homes = [file for file, other in HOMES.items() if other is not of and not _misfits(other, keys)]
    return homes[0] if len(homes) == 1 else ""


def content_of(node: Node, of: type[object]) -> str:
    """Answer the file whose content a whole file holds, "" where that is not certain."""
    if isinstance(node, Entries):
        return home_of(node, of)
    items = node.items if isinstance(node, Items) else ()
    sure = next((home for home in (home_of(one, of) for one in items) if home), "")
    return sure if sure and all(home_of(one, of, 1) == sure for one in items) else ""


def is_content(place: Place, home: str) -> Finding:
    """Say of a whole file that it is the content of another."""
    arguments = {"key": place.file, "why": "content", "text": _named(home)}
    return Finding("shape-unexpected", place, arguments)


def is_strayed(node: Node, home: str) -> Finding:
    """Say of one record that it belongs in another file."""
    place = node.entries[0][0].place if isinstance(node, Entries) else node.place
    arguments = {"key": place.file, "why": "elsewhere", "text": _named(home)}
    return Finding("shape-unexpected", place, arguments)


def ids_in(nodes: Sequence[Node]) -> frozenset[str]:
    """Answer the ids that records show, so that nobody says of one that it is nowhere."""
    found = (node.get("id") for node in nodes if isinstance(node, Entries))
    return frozenset(one[1].text for one in found if one and isinstance(one[1], Scalar))


def shape_of(file: str) -> str:
    """Answer what a record of a file is like: the keys that it cannot do without."""
    if file.startswith("readings/"):
        return "- {date: …, value: …, source: …}"
    of = HOMES.get(file)
    own = fields(cast("Any", of)) if of else ()
    needed = [f"{one.name}: …" for one in own if one.default is one.default_factory is MISSING]
    return needed[0] if of is Header else f"- {{{', '.join(needed)}}}"


def _named(home: str) -> str:
    return f"{home}<id>.yaml" if home.endswith("/") else home


@cache
def _keys(of: Hashable) -> tuple[frozenset[str], frozenset[str]]:
    """Answer the keys that a record needs, and those that it may have."""
    own = fields(cast("Any", of))
    needed = {one.name for one in own if one.default is one.default_factory is MISSING}
    known = frozenset(one.name for one in own if one.name != "line")
    return (frozenset(needed) | _SHOWING if of is Reading else frozenset(needed)), known


def _misfits(of: type[object], keys: frozenset[str]) -> int:
    needed, known = _keys(cast("Hashable", of))
    return len(needed - keys) + len(keys - known)
