"""Changing a list in brackets: one record more or less between the others, as they stand.

What separates two of its records separates the new one too. Where a comment stands in the way,
`Unsplicable` says so.
"""

from fjdex.yamlio.nodes import Items, Node


class Unsplicable(Exception):  # noqa: N818 (it says what the text is)
    """The file's shape leaves no place for the change: `fmt` gives it one that does."""


def insert_between(text: str, listed: Items, after: int | None, flow: str) -> str:
    """Answer the text with a record after the one of an index, before all with None."""
    items = listed.items
    if not items:
        at = end_index(text, listed) - 1
        return text[:at] + flow + text[at:]
    separator = _separator(text, items)
    if after is None:
        at = start_index(text, items[0])
        return text[:at] + flow + separator + text[at:]
    at = end_index(text, items[after])
    last = after + 1 == len(items)
    following = end_index(text, listed) if last else start_index(text, items[after + 1])
    _refuse_comment(text[at:following])
    return text[:at] + separator + flow + text[at:]


def remove_between(text: str, listed: Items, index: int) -> str:
    """Answer the text without the record of an index and what separated it from its neighbour."""
    items = listed.items
    start, end = start_index(text, items[index]), end_index(text, items[index])
    if index:
        start = end_index(text, items[index - 1])
        _refuse_comment(text[start : start_index(text, items[index])])
    elif len(items) > 1:
        end = start_index(text, items[1])
        _refuse_comment(text[end_index(text, items[0]) : end])
    return text[:start] + text[end:]


def _separator(text: str, items: tuple[Node, ...]) -> str:
    """Answer what stands between the first two records; a comma and a space where only one is."""
    if len(items) == 1:
        return ", "
    between = text[end_index(text, items[0]) : start_index(text, items[1])]
    _refuse_comment(between)
    return between


def _refuse_comment(between: str) -> None:
    if "#" in between:
        raise Unsplicable


def start_index(text: str, node: Node) -> int:
    """Answer where in a text a node begins."""
    return _index(text, node.place.line, node.place.column)


def end_index(text: str, node: Node) -> int:
    """Answer where in a text a node in flow style ends."""
    return _index(text, node.place.end_line, node.place.end_column)


def _index(text: str, line: int, column: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = text.index("\n", at) + 1
    return at + column - 1
