"""A tree of what a YAML text holds, in which every key and value knows its place."""

from collections.abc import Sequence
from dataclasses import dataclass

from fjdex.plan.findings import Place

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """One word or text; `plain` where it is not quoted, so that `~` can mean nothing.

    `lost` says that something stands here, but nobody can say what: it has been told.
    """

    text: str
    plain: bool
    place: Place
    lost: bool = False

    @property
    def value(self) -> str | None:
        """The text, or None where the file says that there is nothing."""
        return None if self.plain and self.text in _NULLS else self.text


@dataclass(frozen=True, slots=True)
class Items:
    """A sequence; `flow` where it stands in brackets."""

    items: tuple["Node", ...]
    place: Place
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping; of a key that stands twice only the first is kept, `flow` as for a sequence."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place
    flow: bool = False

    def get(self, key: str) -> tuple[Scalar, "Node"] | None:
        """Answer a key with its value, or None."""
        return next((entry for entry in self.entries if entry[0].text == key), None)


Node = Scalar | Items | Entries
Step = str | int


def find(node: Node | None, path: Sequence[Step], *, key: bool = False) -> Place | None:
    """Answer the place of what a path of keys and indices leads to; with `key`, of the last key.

    Where the path breaks off, the place of the last thing that is there.
    """
    if node is None:
        return None
    place = _start(node)
    for number, step in enumerate(path):
        if isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            place = _start(node)
            continue
        entry = node.get(str(step)) if isinstance(node, Entries) else None
        if entry is None:
            return place
        last = number == len(path) - 1
        node = entry[1]
        place = entry[0].place if key and last else whole(node)
    return place


def _start(node: Node) -> Place:
    """Point at a record by its first key: the whole of it may be forty lines."""
    if isinstance(node, Entries) and node.entries:
        return node.entries[0][0].place
    return whole(node)


def whole(node: Node) -> Place:
    """Answer a node's place; of a collection of several lines where it begins."""
    place = node.place
    if isinstance(node, Scalar) or place.end_line == place.line:
        return place
    return Place(place.file, place.line, place.column, place.line, place.column + 1)
