"""Signs that are to be others, and a text in which they are."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fjdex.plan.findings import Place
from fjdex.yamlio.edits import shifted

_KINDS = {":": "colon"} | dict.fromkeys("=＝;；|", "equals") | dict.fromkeys("()（）", "parens")


@dataclass(frozen=True, slots=True)
class Slip:
    """One sign that is to be another: where it stands and what belongs there.

    `other` is the column of the other one of two quotes, which are two only together; `loose` says
    that it stands after a word that is no key, as in 12：30.
    """

    line: int
    column: int
    written: str
    meant: str
    other: int = 0
    loose: bool = False

    @property
    def kind(self) -> str:
        """A sign, a blank that YAML does not know, a colon without the blank after it; and others.

        `equals` is a `=` or what parts such pairs, `parens` a round bracket.
        """
        written = self.written.strip(" \t")
        if written in _KINDS:
            return _KINDS[written]
        return "sign" if self.written.strip() else "blank"


class Mended:
    """A text with its slips thought away, and where its columns stand in what was written."""

    def __init__(self, text: str, slips: Sequence[Slip]) -> None:
        lines = text.split("\n")
        self._shifts: dict[int, list[tuple[int, int]]] = {}
        for number, own in _by_line(slips).items():
            lines[number - 1] = self._line(number, lines[number - 1], own)
        self.text = "\n".join(lines)

    def _line(self, number: int, line: str, slips: Sequence[Slip]) -> str:
        mended, last = "", 0
        shifts = self._shifts.setdefault(number, [])
        for slip in slips:
            mended += line[last : slip.column - 1] + slip.meant
            last = slip.column - 1 + len(slip.written)
            shifts.append((len(mended) + 1, last - len(mended)))
        return mended + line[last:]

    def place(self, place: Place) -> Place:
        """Answer where what was read stands in what was written."""
        return shifted(place, self._column)

    def _column(self, line: int, column: int) -> int:
        shifts = self._shifts.get(line, [])
        index = bisect_right(shifts, (column, len(self.text)))
        return max(1, column + shifts[index - 1][1]) if index else column


def _by_line(slips: Sequence[Slip]) -> Mapping[int, list[Slip]]:
    found: dict[int, list[Slip]] = {}
    for slip in slips:
        found.setdefault(slip.line, []).append(slip)
    return found
