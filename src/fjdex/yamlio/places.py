"""Where every record and key of a data folder stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fjdex.plan.findings import Place
from fjdex.plan.readings import Reading
from fjdex.yamlio.nodes import Items, Node, Step, find


@dataclass(frozen=True)
class Places:
    """Where every record and key of a folder stands.

    Files of canonical readings are composed only when somebody asks for a place in them.
    """

    texts: Mapping[str, str]
    _trees: dict[str, Node | None] = field(default_factory=dict)
    _by_line: dict[str, dict[int, int]] = field(default_factory=dict)

    def tree(self, file: str) -> Node | None:
        """Answer the tree of a file, None where it has none."""
        if file not in self._trees:
            from fjdex.yamlio.tree import compose  # noqa: PLC0415 (most often nobody asks)

            self._trees[file] = compose(file, self.texts.get(file, ""))[0]
        return self._trees[file]

    def of(self, file: str, *path: Step, key: bool = False) -> Place:
        """Answer the place of what a path leads to; of the file where it leads nowhere."""
        return find(self.tree(file), path, key=key) or Place(file)

    def keep(self, file: str, tree: Node | None) -> None:
        """Keep a tree that has been composed, so that nobody composes it again."""
        self._trees[file] = tree

    def of_reading(self, file: str, reading: Reading, key: str) -> Place:
        """Answer the place of one key's value of a reading, of the reading where it is absent."""
        number = self._numbers(file).get(reading.line)
        if number is None:
            return Place(file, reading.line, 1, reading.line, 1)
        return self.of(file, number, key)

    def _numbers(self, file: str) -> Mapping[int, int]:
        """Answer the index of every record in a file by the line on which it begins."""
        if file not in self._by_line:
            tree = self.tree(file)
            items = tree.items if isinstance(tree, Items) else ()
            self._by_line[file] = {item.place.line: at for at, item in enumerate(items)}
        return self._by_line[file]
