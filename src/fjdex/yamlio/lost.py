"""What of a tree is lost: something stands there, it has been told, and nobody can say what it is.

A value that is lost keeps its key. Where a key is lost, any key of its mapping may be the one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fjdex.yamlio.edits import CUT
from fjdex.yamlio.nodes import Entries, Items, Node, Scalar, Step

Path = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """The paths within a node to what is lost, and to the mappings that lost a key."""

    paths: frozenset[Path] = frozenset()
    unnamed: frozenset[Path] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything is lost."""
        return bool(self.paths or self.unnamed)

    def explains(self, path: Sequence[Step], *, missing: bool) -> bool:
        """Whether what is said of a path only follows from what is lost."""
        steps = tuple(path)
        below = any(steps[:length] in self.paths for length in range(len(steps) + 1))
        return below or (missing and steps[:-1] in self.unnamed)


def lost_in(node: Node) -> Lost:
    """Answer what is lost within a node."""
    paths: list[Path] = []
    unnamed: list[Path] = []
    for path, named in _walk(node, ()):
        (paths if named else unnamed).append(path)
    return Lost(frozenset(paths), frozenset(unnamed)) if paths or unnamed else NOTHING


NOTHING = Lost()


def _walk(node: Node, path: Path) -> Iterator[tuple[Path, bool]]:
    """Answer the paths of what is lost, and whether it is a value, or the key of a mapping."""
    if isinstance(node, Scalar):
        if node.lost:
            yield path, True
    elif isinstance(node, Items):
        for at, item in enumerate(node.items):
            yield from _walk(item, (*path, at))
    else:
        yield from _walk_entries(node, path)


def _walk_entries(node: Entries, path: Path) -> Iterator[tuple[Path, bool]]:
    for key, value in node.entries:
        if key.lost:
            yield (*path, key.text), True
            yield path, False
        else:
            yield from _walk(value, (*path, key.text))
            if isinstance(value, Scalar) and value.lost and value.text == CUT:
                yield path, False
