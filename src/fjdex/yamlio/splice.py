"""Changing a file by the lines that are meant, and no other byte.

Each function answers the new text. Everything around the change stays as it is: comments, order,
quotes, spacing, CRLF, a missing final newline. Where the shape of a file does not let a record go
in as it should, `Unsplicable` says so and nothing is written.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import accumulate

from fjdex.plan.readings import Reading
from fjdex.yamlio.brackets import Unsplicable, insert_between, remove_between
from fjdex.yamlio.comments import end_of, find_comments
from fjdex.yamlio.ledger import ledger_of
from fjdex.yamlio.lines import write_line
from fjdex.yamlio.nodes import Entries, Items, Node, Scalar
from fjdex.yamlio.tree import compose


@dataclass(frozen=True)
class _List:
    """A list, line by line; `margin` is how far its dashes are indented."""

    lines: list[str]
    node: Items | None
    margin: int

    @property
    def items(self) -> tuple[Node, ...]:
        """Its records."""
        return self.node.items if self.node else ()

    @property
    def brackets(self) -> Items | None:
        """The list itself where it stands in brackets."""
        return self.node if self.node and self.node.flow else None

    def first(self, item: Node) -> int:
        """Answer the index of the line on which an item's dash stands; comments may follow it."""
        for index in range(item.place.line - 1, -1, -1):
            line = self.lines[index]
            if line[self.margin : self.margin + 1] == "-" and not line[: self.margin].strip():
                return index
        raise Unsplicable

    def before_first(self) -> int:
        """Answer where an item goes before all others: above the comments of the one that is first.

        Comments with which the file begins are its own, unless a blank line sets them apart.
        """
        first = at = self.first(self.items[0])
        while at and self.lines[at - 1].lstrip(" ").startswith("#"):
            at -= 1
        return at if at and not self.lines[at - 1].strip() else first

    def end(self, item: Node) -> int:
        """Answer the index of the line that follows an item's last one."""
        return end_of(self.lines, item)[0]

    def after(self, item: Node) -> int:
        """Answer where another item goes: behind the comments that stand deeper than the dashes."""
        at = self.end(item)
        while at < len(self.lines) and self._is_deeper(self.lines[at]):
            at += 1
        return at

    def _is_deeper(self, line: str) -> bool:
        bare = line.lstrip(" ")
        return bare.startswith("#") and len(line) - len(bare) > self.margin

    def commented(self, item: Node) -> bool:
        """Whether a comment stands within an item."""
        start, end = (item.place.line, item.place.column), end_of(self.lines, item)
        comments = find_comments(self.lines, self.node)
        return any(one.text and start <= one.position < end for one in comments)


def insert_reading(text: str, reading: Reading) -> str:
    """Answer the text with a reading on a line of its own, after all that are not later.

    In a list in brackets it goes between the others as they stand.
    """
    line = write_line(reading)
    at = _line_after(text, reading.date)
    if at is not None:
        lines = text.split("\n")
        return "\n".join([*lines[:at], line, *lines[at:]])
    listed = _read(text)
    earlier = [at for at, item in enumerate(listed.items) if _not_later(item, reading.date)]
    after = earlier[-1] if earlier else None
    if listed.brackets:
        return insert_between(text, listed.brackets, after, line.removeprefix("- "))
    return _insert(text, listed, None if after is None else listed.items[after], [line])


def _line_after(text: str, day: date) -> int | None:
    """Answer the index of the line before which a reading of a day goes, None where it takes care.

    Where a file is canonical and no comment stands between its readings, lines alone tell.
    """
    ledger = ledger_of(text)
    if not ledger or not text.endswith("\n"):
        return None
    start = text.index("- {")
    days, between = ledger.days, text[start:].count("\n") - len(ledger)
    earlier = bisect_right(days, day.isoformat())
    if between or not earlier or days != sorted(days):
        return None
    return text[:start].count("\n") + earlier


def append_item(text: str, lines: Sequence[str]) -> str:
    """Answer the text with one more record at the end of its list; `lines` are without a dash."""
    listed = _read(text)
    if listed.brackets and listed.items:
        raise Unsplicable
    dashed = [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]
    return _insert(text, listed, listed.items[-1] if listed.items else None, dashed)


def insert_readings(text: str, readings: Sequence[Reading]) -> str:
    """Answer the text with several readings, where each would go if they went in one by one.

    However many they are, the text is read once.
    """
    order = sorted(readings, key=lambda one: one.date)
    listed = _read(text)
    if listed.brackets:
        return reduce(insert_reading, order, text)
    if not listed.items:
        return insert_readings(insert_reading(text, order[0]), order[1:]) if order else text
    end = "\r" if "\r\n" in text else ""
    lines = list(listed.lines)
    # From the bottom up, so that what is not yet done still stands where it was read.
    for after, group in reversed(list(_by_place(listed, order))):
        at = listed.after(listed.items[after]) if after >= 0 else listed.before_first()
        added = [" " * listed.margin + write_line(one) + end for one in group]
        lines = _put_in(lines, at, added, end)
    return "\n".join(lines)


def _by_place(listed: _List, order: Sequence[Reading]) -> Iterator[tuple[int, list[Reading]]]:
    """Answer the readings by the item that each goes after, -1 for before all of them."""
    days = sorted((day, at) for at, item in enumerate(listed.items) if (day := _day_of(item)))
    last = list(accumulate((at for _, at in days), max))
    found: dict[int, list[Reading]] = {}
    for one in order:
        earlier = bisect_right(days, one.date, key=lambda pair: pair[0])
        found.setdefault(last[earlier - 1] if earlier else -1, []).append(one)
    yield from sorted(found.items())


def replace_item(text: str, index: int, *written: str) -> str:
    """Answer the text with a record of the list written anew, in place, in one line or several.

    What stands beside it on its line, such as a comment, stays; a comment within it has no place
    any more, so it is refused.
    """
    return replace_items(text, {index: written})


def replace_items(text: str, written: Mapping[int, Sequence[str]]) -> str:
    """Answer the text with several records of the list written anew, as `replace_item` does."""
    listed = _read(text)
    lines = list(listed.lines)
    between = "\r\n" if "\r\n" in text else "\n"
    for index in sorted(written, reverse=True):
        item, new = listed.items[index], written[index]
        if listed.commented(item) or (listed.brackets and len(new) > 1):
            raise Unsplicable
        start, (last, column) = item.place, end_of(listed.lines, item)
        head = lines[start.line - 1][: start.column - 1]
        tail = lines[last - 1][column - 1 :]
        indent = between + " " * (start.column - 1)
        lines[start.line - 1 : last] = [head + indent.join(new) + tail]
    return "\n".join(lines)


def remove_item(text: str, index: int) -> str:
    """Answer the text without a record of its list; comments go only with the lines they are on."""
    listed = _read(text)
    if listed.brackets:
        return remove_between(text, listed.brackets, index)
    item = listed.items[index]
    kept, rest = listed.lines[: listed.first(item)], listed.lines[listed.end(item) :]
    if kept and not rest:
        # The last line had no newline after it, and neither has the one that is last now.
        kept[-1] = kept[-1].removesuffix("\r")
    return "\n".join([*kept, *rest])


def _read(text: str) -> _List:
    tree, findings = compose("", text)
    if findings:
        raise Unsplicable
    lines = text.split("\n")
    if tree is None or (isinstance(tree, Scalar) and tree.plain and not tree.text):
        return _List(lines, None, 0)
    if not isinstance(tree, Items):
        raise Unsplicable
    return _List(lines, tree, tree.place.column - 1)


def _insert(text: str, listed: _List, after: Node | None, new: Sequence[str]) -> str:
    end = "\r" if "\r\n" in text else ""
    if not listed.items:
        return _first(text, [line + end for line in new])
    lines = list(listed.lines)
    added = [" " * listed.margin + line + end for line in new]
    at = listed.after(after) if after else listed.before_first()
    return "\n".join(_put_in(lines, at, added, end))


def _put_in(lines: list[str], at: int, added: list[str], end: str) -> list[str]:
    """Put lines in; at the end of a text without a final newline it stays without one."""
    if at == len(lines):
        lines[-1] += end
        added[-1] = added[-1].removesuffix("\r")
    return [*lines[:at], *added, *lines[at:]]


_EMPTY = frozenset({"[]", "[ ]"})


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
    return "\n".join(_put_in(lines, len(lines), added, end))


def _not_later(item: Node, day: date) -> bool:
    own = _day_of(item)
    return own is not None and own <= day


def _day_of(item: Node) -> date | None:
    entry = item.get("date") if isinstance(item, Entries) else None
    try:
        return date.fromisoformat(getattr(entry[1], "text", "")) if entry else None
    except ValueError:
        return None
