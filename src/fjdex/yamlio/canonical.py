"""The canonical form of a file: what `fmt` writes, and nobody else.

Text in, text out, proved: the new text holds the same values and the same comments, or
`Unsplicable` is raised and the file stays as it is.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from fjdex.plan.readings import Reading
from fjdex.plan.scalars import Malformed
from fjdex.yamlio.brackets import Unsplicable
from fjdex.yamlio.comments import Comment, end_of, find_comments
from fjdex.yamlio.layout import Line, lay_out, place_comments
from fjdex.yamlio.lines import read_lines, write_flow, write_line
from fjdex.yamlio.nodes import Items, Node, Scalar
from fjdex.yamlio.scan import scan
from fjdex.yamlio.tree import compose
from fjdex.yamlio.typed import plain, validate

_Group = list[Line]


def format_records(text: str) -> str:
    """Answer a file of records, or plan.yaml, in canonical form; raises `Unsplicable`."""
    source, tree, comments = _read(text)
    lines = _laid_out(tree, source)
    trailing = place_comments(lines, comments)
    if [line.text for line in lines] == ["[]"]:
        # Nothing may stand beside it, so that a record can take its place.
        lines[0].inside += [lines[0].beside.strip()] if lines[0].beside else []
        lines[0].beside = ""
    new = _joined([lines], trailing)
    after = _read(new)
    same = _values(after[1]) == _values(tree)
    if not same or _said(after[2]) != _said(comments):
        raise Unsplicable
    return new


def format_readings(text: str) -> str:
    """Answer a file of readings in canonical form: a line each, oldest first.

    Raises `Unsplicable`, also where a reading is not understood.
    """
    return text if is_canonical(text) else rewrite_readings(text)


def rewrite_readings(text: str) -> str:
    """Answer the same by the full parser, whatever the file looks like."""
    source, tree, comments = _read(text)
    items = _items(tree)
    readings = _readings(items)
    groups = [_group(tree, item, one, source) for item, one in zip(items, readings, strict=True)]
    trailing = place_comments([line for group in groups for line in group], comments)
    for group in groups:
        _gather(group[0])
    head, groups = _oldest_first(groups, [one.date for one in readings])
    new = _joined(groups, trailing, head)
    after = _read(new)
    same = _readings(_items(after[1])) == sorted(readings, key=lambda one: one.date)
    if not same or sorted(_said(after[2])) != sorted(_said(comments)):
        raise Unsplicable
    return new


def is_canonical(text: str) -> bool:
    """Whether a file of readings is in canonical form for certain, told line by line.

    False says nothing: a comment that is indented, for one, is for the full parser to judge.
    """
    readings = read_lines(text)
    if readings is None or scan("", text) or not text.endswith("\n"):
        return False
    days = [one.date for one in readings]
    expected = {one.line: f"- {write_flow(one)}" for one in readings}
    lines = text.split("\n")[:-1]
    pairs = pairwise(["", *lines, ""])
    tidy = all(before or after for before, after in pairs)
    return (
        tidy
        and days == sorted(days)
        and all(_is_tidy(line, expected.get(number)) for number, line in enumerate(lines, start=1))
    )


def _is_tidy(line: str, expected: str | None) -> bool:
    """Whether a line is the one that is expected, with or without a comment; else a bare one."""
    if expected is None:
        return line[:1] in {"", "#"} and line == line.rstrip()
    rest = line.removeprefix(expected) if line.startswith(expected) else "?"
    return not rest or (rest.lstrip(" ").startswith("#") and rest == rest.rstrip())


def _read(text: str) -> tuple[list[str], Node | None, tuple[Comment, ...]]:
    text = text.replace("\r\n", "\n")
    tree, findings = compose("", text)
    if findings:
        raise Unsplicable
    source = text.split("\n")
    return source, tree, find_comments(source, tree)


def _laid_out(tree: Node | None, source: Sequence[str]) -> list[Line]:
    if tree is None:
        return []
    if _is_nothing(tree) or (isinstance(tree, Items) and not tree.items):
        return [Line("[]", 0, 1, _start(tree), end_of(source, tree))]
    return lay_out(tree, source)


def _is_nothing(tree: Node | None) -> bool:
    return tree is None or (isinstance(tree, Scalar) and tree.value is None)


def _values(tree: Node | None) -> object:
    return [] if _is_nothing(tree) or tree is None else plain(tree)


def _said(comments: Sequence[Comment]) -> list[str]:
    return [one.text for one in comments if one.text]


def _start(node: Node) -> tuple[int, int]:
    return node.place.line, node.place.column


def _items(tree: Node | None) -> tuple[Node, ...]:
    if _is_nothing(tree):
        return ()
    if not isinstance(tree, Items):
        raise Unsplicable
    return tree.items


def _readings(items: Sequence[Node]) -> list[Reading]:
    found = [validate(Reading, item)[0] for item in items]
    if None in found:
        raise Unsplicable
    return [replace(one, line=0) for one in found if one is not None]


def _group(tree: Node | None, item: Node, reading: Reading, source: Sequence[str]) -> _Group:
    if not isinstance(tree, Items):
        raise Unsplicable
    try:
        line = write_line(reading)
    except Malformed as error:
        raise Unsplicable from error
    start = _start(item)
    end = max(start, end_of(source, item))
    return [Line(line, 0, tree.place.column, start, end, dashed=True)]


def _gather(line: Line) -> None:
    """Put what stands below a reading above it, unless it goes on from what stands beside it."""
    if not line.beside:
        line.inside += [one.strip() for one in line.below if one]
        line.below.clear()


def _oldest_first(groups: list[_Group], days: Sequence[date]) -> tuple[list[str], list[_Group]]:
    """Sort readings by date with the comments above each, but for what the file begins with."""
    order = sorted(range(len(groups)), key=lambda at: days[at])
    if order == list(range(len(groups))):
        return [], groups
    first = groups[0][0]
    blank = max((at for at, line in enumerate(first.above) if not line), default=None)
    cut = len(first.above) if blank is None else blank + 1
    head, first.above = first.above[:cut], first.above[cut:]
    groups = [groups[at] for at in order]
    while head and not head[-1] and groups[0][0].above[:1] == [""]:
        head.pop()
    return head, groups


def _joined(groups: Sequence[_Group], trailing: Sequence[str], head: Sequence[str] = ()) -> str:
    """Put lines together; no blank ones at the top and at the end, one newline at the end."""
    lines = [*head, *(text for group in groups for line in group for text in line.written())]
    while trailing and not trailing[-1]:
        trailing = trailing[:-1]
    text = "".join(f"{line}\n" for line in [*lines, *trailing])
    while text.startswith("\n"):
        text = text[1:]
    return text
