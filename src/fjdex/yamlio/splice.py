"""Changing a file by the lines that are meant, and no other byte.

Each function answers the new text. Everything around the change stays as it is: comments, order,
quotes, spacing, CRLF, a missing final newline. Where the shape of a file does not let a record go
in on a line of its own, `Unsplicable` says so and nothing is written.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fjdex.plan.readings import Reading
from fjdex.yamlio.lines import write_line
from fjdex.yamlio.tree import Entries, Items, Node, Scalar, compose


class Unsplicable(Exception):  # noqa: N818 (it says what the text is)
    """The file's shape leaves no line to change: a list in brackets, or no list at all."""


@dataclass(frozen=True)
class _List:
    """A list in block style, line by line; `margin` is how far its dashes are indented."""

    lines: list[str]
    items: tuple[Node, ...]
    margin: int

    def first(self, item: Node) -> int:
        """Answer the index of the line on which an item's dash stands; comments may follow it."""
        for index in range(item.place.line - 1, -1, -1):
            line = self.lines[index]
            if line[self.margin : self.margin + 1] == "-" and not line[: self.margin].strip():
                return index
        raise Unsplicable

    def after(self, item: Node) -> int:
        """Answer the index of the line that follows an item's last one."""
        return _end(item, self.lines)[0]

    def on(self, line: int) -> Node:
        """Answer the item that begins on a line, counted from 1."""
        item = next((one for one in self.items if one.place.line == line), None)
        if item is None:
            raise Unsplicable
        return item


def insert_reading(text: str, reading: Reading) -> str:
    """Answer the text with a reading on a line of its own, after all that are not later."""
    listed = _read(text)
    earlier = [item for item in listed.items if _not_later(item, reading.date)]
    return _insert(text, listed, earlier[-1] if earlier else None, [write_line(reading)])


def append_item(text: str, lines: Sequence[str]) -> str:
    """Answer the text with the lines of one more record at the end of its list."""
    listed = _read(text)
    return _insert(text, listed, listed.items[-1] if listed.items else None, lines)


def replace_item(text: str, line: int, flow: str) -> str:
    """Answer the text with the record that begins on a line written anew, in place.

    What stands beside it on its line, such as a comment, stays.
    """
    listed = _read(text)
    item, lines = listed.on(line), listed.lines
    start, (last, column) = item.place, _end(item, lines)
    head = lines[start.line - 1][: start.column - 1]
    tail = lines[last - 1][column - 1 :]
    return "\n".join([*lines[: start.line - 1], head + flow + tail, *lines[last:]])


def remove_item(text: str, line: int) -> str:
    """Answer the text without the lines of the record that begins on a line."""
    listed = _read(text)
    item = listed.on(line)
    kept, rest = listed.lines[: listed.first(item)], listed.lines[listed.after(item) :]
    if kept and not rest:
        # The last line had no newline after it, and neither has the one that is last now.
        kept[-1] = kept[-1].removesuffix("\r")
    return "\n".join([*kept, *rest])


def _read(text: str) -> _List:
    tree, findings = compose("", text)
    if findings:
        raise Unsplicable
    lines = text.split("\n")
    if tree is None or (isinstance(tree, Scalar) and tree.value is None):
        return _List(lines, (), 0)
    if not isinstance(tree, Items):
        raise Unsplicable
    if not tree.flow:
        return _List(lines, tree.items, tree.place.column - 1)
    if tree.items:
        raise Unsplicable
    return _List(lines, (), 0)


def _insert(text: str, listed: _List, after: Node | None, new: Sequence[str]) -> str:
    end = "\r" if "\r\n" in text else ""
    if not listed.items:
        return _first(text, [line + end for line in new])
    lines = list(listed.lines)
    added = [" " * listed.margin + line + end for line in new]
    at = listed.after(after) if after else listed.first(listed.items[0])
    return _put(lines, at, added, end)


def _put(lines: list[str], at: int, added: list[str], end: str) -> str:
    """Put lines in; at the end of a text without a final newline it stays without one."""
    if at == len(lines):
        lines[-1] += end
        added[-1] = added[-1].removesuffix("\r")
    return "\n".join([*lines[:at], *added, *lines[at:]])


_EMPTY = frozenset({"[]", "[ ]", "~", "null"})


def _first(text: str, added: list[str]) -> str:
    """Put the first record in the place of an empty list, or after what a file begins with."""
    lines = text.split("\n")
    end = "\r" if added[0].endswith("\r") else ""
    empty = [at for at, line in enumerate(lines) if line.rstrip() in _EMPTY]
    if empty:
        at = empty[0]
        if not lines[at].endswith("\r"):
            added[-1] = added[-1].removesuffix("\r")
        return "\n".join([*lines[:at], *added, *lines[at + 1 :]])
    if not all(line.lstrip().startswith("#") or line.strip() in {"", "---"} for line in lines):
        raise Unsplicable
    if not lines[-1]:
        return "\n".join([*lines[:-1], *added, ""])
    return _put(lines, len(lines), added, end)


def _not_later(item: Node, day: date) -> bool:
    entry = item.get("date") if isinstance(item, Entries) else None
    try:
        return entry is not None and date.fromisoformat(getattr(entry[1], "text", "")) <= day
    except ValueError:
        return False


def _end(node: Node, lines: Sequence[str]) -> tuple[int, int]:
    """Answer the line on which a node ends and the column after it.

    A collection in block style is marked as ending where the next thing begins, so the last of its
    words tells. A block of text ends before the blank lines under it.
    """
    place = node.place
    if isinstance(node, Scalar):
        if place.end_column > 1 or place.end_line == place.line:
            return place.end_line, place.end_column
        last = place.end_line - 1
        while last > place.line and not lines[last - 1].strip():
            last -= 1
        return last, len(lines[last - 1].removesuffix("\r")) + 1
    if node.flow:
        return place.end_line, place.end_column
    inner = node.items if isinstance(node, Items) else [value for _, value in node.entries]
    return max((_end(one, lines) for one in inner), default=(place.line, place.column))
