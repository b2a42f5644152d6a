"""Changing a file by the lines that are meant, and no other byte.

Each function answers the new text. Everything around the change stays as it is: comments, order,
quotes, spacing, CRLF, a missing final newline. Where the shape of a file does not let a record go
in on a line of its own, `Unsplicable` says so and nothing is written.
"""

from collections.abc import Sequence
from datetime import date

from fjdex.plan.readings import Reading
from fjdex.yamlio.lines import write_flow
from fjdex.yamlio.tree import Entries, Items, Node, Scalar, compose


class Unsplicable(Exception):  # noqa: N818 (it says what the text is)
    """The file's shape leaves no line to change: a list in brackets, or no list at all."""


def insert_reading(text: str, reading: Reading) -> str:
    """Answer the text with a reading on a line of its own, after all that are not later."""
    items = _items(text)
    after = [item for item in items if _day(item) is not None and _day(item) <= reading.date]  # type: ignore[operator]  # not None
    return _insert(text, items, after[-1] if after else None, [f"- {write_flow(reading)}"])


def append_item(text: str, lines: Sequence[str]) -> str:
    """Answer the text with the lines of one more record at the end of its list."""
    items = _items(text)
    return _insert(text, items, items[-1] if items else None, lines)


def replace_item(text: str, line: int, flow: str) -> str:
    """Answer the text with the record that begins on a line written anew, in place.

    What stands beside it on its line, such as a comment, stays.
    """
    item = _item_on(text, line)
    lines = text.split("\n")
    start, end = item.place, _end(item)
    head = lines[start.line - 1][: start.column - 1]
    tail = lines[end[0] - 1][end[1] - 1 :]
    return "\n".join([*lines[: start.line - 1], head + flow + tail, *lines[end[0] :]])


def remove_item(text: str, line: int) -> str:
    """Answer the text without the lines of the record that begins on a line."""
    item = _item_on(text, line)
    lines = text.split("\n")
    last = _end(item)[0]
    kept_before, kept_after = lines[: item.place.line - 1], lines[last:]
    if not kept_after and kept_before:
        # The last line had no newline after it, and neither has the one that is last now.
        kept_before[-1] = kept_before[-1].removesuffix("\r")
    return "\n".join([*kept_before, *kept_after])


def _items(text: str) -> tuple[Node, ...]:
    tree, findings = compose("", text)
    if findings:
        raise Unsplicable
    if tree is None or (isinstance(tree, Scalar) and tree.value is None):
        return ()
    if not isinstance(tree, Items) or (tree.flow and tree.items):
        raise Unsplicable
    return tree.items


def _item_on(text: str, line: int) -> Node:
    item = next((one for one in _items(text) if one.place.line == line), None)
    if item is None:
        raise Unsplicable
    return item


def _insert(text: str, items: Sequence[Node], after: Node | None, new: Sequence[str]) -> str:
    lines = text.split("\n")
    end = "\r" if "\r\n" in text else ""
    if not items:
        return _first(text, lines, [line + end for line in new])
    margin = " " * _dash_column(lines, items[0])
    added = [margin + line + end for line in new]
    at = _end(after)[0] if after else items[0].place.line - 1
    if at == len(lines):
        lines[-1] += end
        added[-1] = added[-1].removesuffix("\r")
    return "\n".join([*lines[:at], *added, *lines[at:]])


def _first(text: str, lines: list[str], added: Sequence[str]) -> str:
    """Put the first record into an empty list, or after the comments of a file that has none."""
    tree, _ = compose("", text)
    if tree is not None:
        at = tree.place.line - 1
        if lines[at].rstrip("\r") not in {"[]", "[ ]", "~", "null"}:
            raise Unsplicable
        last = [] if lines[at].endswith("\r") else [added[-1].removesuffix("\r")]
        return "\n".join([*lines[:at], *(added[:-1] if last else added), *last, *lines[at + 1 :]])
    whole = lines[:-1] if lines[-1] == "" else lines
    return "\n".join([*whole, *added, ""])


def _dash_column(lines: Sequence[str], item: Node) -> int:
    """Answer how far the dash before an item is indented; raise where it stands elsewhere."""
    head = lines[item.place.line - 1][: item.place.column - 1]
    if head.strip() != "-":
        raise Unsplicable
    return head.index("-")


def _day(item: Node) -> date | None:
    entry = item.get("date") if isinstance(item, Entries) else None
    try:
        return date.fromisoformat(entry[1].text) if entry and isinstance(entry[1], Scalar) else None
    except ValueError:
        return None


def _end(node: Node) -> tuple[int, int]:
    """Answer the line on which a node ends and the column after it.

    A collection in block style is marked as ending where the next thing begins, so the last of its
    words tells; a block of text ends before the line on which its mark stands.
    """
    if isinstance(node, Scalar):
        place = node.place
        over = place.end_column == 1 and place.end_line > place.line
        return (place.end_line - 1, 1) if over else (place.end_line, place.end_column)
    if node.flow:
        return (node.place.end_line, node.place.end_column)
    inner = node.items if isinstance(node, Items) else [value for _, value in node.entries]
    return max(map(_end, inner))
