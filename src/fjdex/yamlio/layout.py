"""A tree written anew in one layout, with every comment at its place.

Lists and mappings in block style are indented by two, a flow collection takes one line, texts of
several lines are literal blocks, quotes stand only where they are needed. The order of records and
keys, the choice between block and flow, and the words of plain scalars are the user's.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from fjdex.yamlio.comments import Comment, Position, end_of
from fjdex.yamlio.lines import quote
from fjdex.yamlio.nodes import Entries, Items, Node, Scalar

_STEP = 2


@dataclass
class Line:
    """One line to be written, `body` the lines of a block of text below it.

    `column` is where it began in the source, `start` and `end` span what it is made of, `dashed`
    says whether it is an item's first. Comments stand `above` it, or above it because they stood
    within (`inside`), `beside` it, or `below`, deeper than what follows.
    """

    text: str
    indent: int
    column: int
    start: Position
    end: Position
    body: tuple[str, ...] = ()
    dashed: bool = False
    above: list[str] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)
    beside: str = ""
    below: list[str] = field(default_factory=list)

    def written(self) -> list[str]:
        """Answer the line with its comments."""
        margin = " " * self.indent
        line = f"{margin}{self.text}{self.beside}".rstrip()
        return [*self.above, *self.inside, line, *self.body, *self.below]


def lay_out(node: Node, source: Sequence[str], indent: int = 0) -> list[Line]:
    """Answer the lines of a node in block style, whatever its own; `source` are the text's."""
    if isinstance(node, Items):
        return [line for item in node.items for line in lay_out_item(node, item, source, indent)]
    if isinstance(node, Entries):
        entries = node.entries
        return [line for key, value in entries for line in _entry(key, value, source, indent)]
    return [_word(node, source, indent)]


def lay_out_item(listed: Items, item: Node, source: Sequence[str], indent: int) -> list[Line]:
    """Answer the lines of one item of a list, its dash before them."""
    inner = indent + _STEP
    lines = [_word(item, source, inner)] if _inline(item) else lay_out(item, source, inner)
    first = lines[0]
    first.text, first.indent, first.column = f"- {first.text}", indent, listed.place.column
    first.dashed = True
    return lines


def _inline(node: Node) -> bool:
    return isinstance(node, Scalar) or node.flow or not (_children(node))


def _children(node: Items | Entries) -> Sequence[object]:
    return node.items if isinstance(node, Items) else node.entries


def _entry(key: Scalar, value: Node, source: Sequence[str], indent: int) -> list[Line]:
    start = (key.place.line, key.place.column)
    name = f"{_scalar(key)}:"
    if _inline(value):
        line = _word(value, source, indent)
        line.text, line.column, line.start = f"{name} {line.text}".rstrip(), start[1], start
        return [line]
    end = (key.place.end_line, key.place.end_column)
    return [Line(name, indent, start[1], start, end), *lay_out(value, source, indent + _STEP)]


def _word(node: Node, source: Sequence[str], indent: int) -> Line:
    """Answer the line of a value that takes one, or of a block of text."""
    place = node.place
    text = flow(node)
    body: tuple[str, ...] = ()
    if isinstance(node, Scalar) and _is_literal(node.text):
        text, body = _literal(node.text, " " * (indent + _STEP))
    start = (place.line, place.column)
    return Line(text, indent, place.column, start, max(start, end_of(source, node)), body)


def _is_literal(text: str) -> bool:
    """Whether a text is written as a literal block: several lines that begin with no space."""
    lines = text.split("\n")
    return len(lines) > 1 and bool(lines[0]) and all(line.strip() == line for line in lines)


def _literal(text: str, margin: str) -> tuple[str, tuple[str, ...]]:
    lines = text.split("\n")
    chomping = "-" if lines[-1] else "" if lines[-2] else "+"
    if not lines[-1]:
        lines.pop()
    return f"|{chomping}", tuple(margin + line if line else "" for line in lines)


def flow(node: Node) -> str:
    """Answer a node in one line, collections in flow style."""
    if isinstance(node, Scalar):
        return _scalar(node)
    if isinstance(node, Items):
        return "[" + ", ".join(map(flow, node.items)) + "]"
    pairs = (f"{_scalar(key)}: {flow(value) or 'null'}" for key, value in node.entries)
    return "{" + ", ".join(pairs) + "}"


def _scalar(node: Scalar) -> str:
    """Answer a scalar as it was where it was plain, else quoted only where that is needed."""
    if node.plain and "\n" not in node.text:
        return node.text
    return quote(node.text)


def place_comments(lines: Sequence[Line], comments: Sequence[Comment]) -> list[str]:
    """Put comments and blank lines to the lines they belong to; answer those after the last line.

    A comment beside something stays beside it; one inside what is now a single line goes above it;
    one on its own line stays between its neighbours, as deep as it stood.
    """
    starts = [line.start for line in lines]
    trailing: list[str] = []
    for comment in comments:
        at = bisect_right(starts, comment.position) - 1
        before = lines[at] if at >= 0 else None
        if before and comment.text and (comment.header or _beside(before, comment)):
            before.beside = " " * max(1, comment.gap) + comment.text
        elif before and comment.position < before.end:
            before.inside += [" " * before.indent + comment.text] if comment.text else []
        else:
            _place_between(lines[: at + 1], lines[at + 1 : at + 2], trailing, comment)
    return trailing


def _place_between(
    before: Sequence[Line], following: Sequence[Line], trailing: list[str], comment: Comment
) -> None:
    after = following[0] if following else None
    indent = after.indent if after else 0
    depth = _depth(before, after, comment)
    place = after.above if after else trailing
    if after and not comment.alone:
        # It stood beside the dash of what follows.
        place = after.inside
    elif before and depth > indent and not any(place):
        place = before[-1].below
    else:
        # After one that belongs to what follows, no other goes back.
        depth = indent
    _add(place, " " * depth + comment.text)


def _beside(line: Line, comment: Comment) -> bool:
    return not comment.alone and line.end[0] == comment.line and line.end <= comment.position


def _add(lines: list[str], text: str) -> None:
    """Add a line; of several blank ones only the first is kept."""
    if text.strip() or not lines or lines[-1]:
        lines.append(text.rstrip())


def _depth(before: Sequence[Line], after: Line | None, comment: Comment) -> int:
    """Answer how far a comment of its own line is indented: as its neighbours are.

    One that stands deeper than what follows belongs to what stands above it.
    """
    column, indent = (after.column, after.indent) if after else (1, 0)
    if not comment.alone or comment.column <= column:
        return indent
    above = next((line for line in reversed(before) if line.column <= comment.column), None)
    if above is None:
        return indent
    within = above.dashed and comment.column > above.column
    return max(indent, above.indent + (_STEP if within else 0))
