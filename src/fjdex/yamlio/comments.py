"""The comments and blank lines of a YAML text, which its tree does not hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fjdex.yamlio.nodes import Entries, Items, Node, Scalar

# A line and a column, both counted from 1.
Position = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its `#` to the end of its line; a blank line is one without text.

    `alone` where nothing stands before it on its line, `gap` the spaces before it, `header` where
    it stands beside the `|` or `>` of a block of text.
    """

    line: int
    column: int
    text: str
    alone: bool
    gap: int
    header: bool = False

    @property
    def position(self) -> Position:
        """Where it begins."""
        return self.line, self.column


def find_comments(lines: Sequence[str], tree: Node | None) -> tuple[Comment, ...]:
    """Answer the comments and blank lines of a text, top to bottom.

    `lines` are the text's, without carriage returns, `tree` is what it was composed to. Blank lines
    within a text of several lines are part of it, or not, as its place says; they come along.
    """
    words = list(_words(tree)) if tree is not None else []
    found = [_beside_header(lines, word) for word in words if is_block(lines, word)]
    covered = _covered(lines, words)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            found.append(Comment(number, 1, "", alone=True, gap=0))
        elif (at := _hash(line, covered.get(number, ()))) is not None:
            before = line[:at]
            gap = len(before) - len(before.rstrip())
            found.append(_comment(number, at, line, alone=not before.strip(), gap=gap))
    return tuple(sorted(filter(None, found), key=lambda one: one.position))


def is_block(lines: Sequence[str], word: Scalar) -> bool:
    """Whether a scalar is a block of text, which begins with `|` or `>`."""
    place = word.place
    return not word.plain and lines[place.line - 1][place.column - 1 :][:1] in {"|", ">"}


def end_of(lines: Sequence[str], node: Node) -> Position:
    """Answer the line on which a node ends and the column after it.

    A collection in block style is marked as ending where the next thing begins, so the last of its
    words tells. A block of text ends before the blank lines under it, unless it keeps them.
    """
    place = node.place
    if isinstance(node, Scalar):
        if place.end_column > 1 or place.end_line == place.line:
            return place.end_line, place.end_column
        last = place.end_line - 1
        if is_block(lines, node) and node.text.endswith("\n\n"):
            # The blank line with which it ends is within it.
            return last, max(2, len(lines[last - 1]) + 1)
        while last > place.line and not lines[last - 1].strip():
            last -= 1
        return last, len(lines[last - 1].removesuffix("\r")) + 1
    if node.flow:
        return place.end_line, place.end_column
    inner = node.items if isinstance(node, Items) else [value for _, value in node.entries]
    return max((end_of(lines, one) for one in inner), default=(place.line, place.column))


def _comment(number: int, at: int, line: str, *, alone: bool, gap: int) -> Comment:
    return Comment(number, at + 1, line[at:].rstrip(), alone, gap)


def _words(node: Node) -> Iterator[Scalar]:
    """Answer the scalars of a tree in the order of the text."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Items):
        for item in node.items:
            yield from _words(item)
    elif isinstance(node, Entries):
        for key, value in node.entries:
            yield key
            yield from _words(value)


def _beside_header(lines: Sequence[str], word: Scalar) -> Comment | None:
    line, begin = lines[word.place.line - 1], word.place.column - 1
    at = line.find("#", begin)
    if at < 0:
        return None
    gap = len(line[:at]) - len(line[:at].rstrip())
    return Comment(word.place.line, at + 1, line[at:].rstrip(), alone=False, gap=gap, header=True)


def _covered(
    lines: Sequence[str], words: Sequence[Scalar]
) -> dict[int, list[tuple[int, int | None]]]:
    """Answer, for each line, the stretches that words cover (None: to the end of the line)."""
    covered: dict[int, list[tuple[int, int | None]]] = {}
    for word in words:
        place = word.place
        last, column = end_of(lines, word)
        for number in range(place.line, last + 1):
            start = place.column - 1 if number == place.line else 0
            end = column - 1 if number == last and not is_block(lines, word) else None
            covered.setdefault(number, []).append((start, end))
    return covered


def _hash(line: str, covered: Sequence[tuple[int, int | None]]) -> int | None:
    """Answer where a line's comment begins: at the first `#` that no word covers."""
    at = line.find("#")
    while at >= 0:
        if not any(start <= at and (end is None or at < end) for start, end in covered):
            return at
        at = line.find("#", at + 1)
    return None
