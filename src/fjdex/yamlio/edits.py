"""Lines in which something was made other, and where what they hold stands in what was written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from fjdex.plan.findings import Place

# Stands where something is that nobody can read; no file that is read may hold it itself.
HOLE = "\ufdd0"
# Stands where keys may have been lost besides: as a key where a record may have been cut off, as
# a value where what was written may have held the next key too.
CUT = f"{HOLE}{HOLE}"


@dataclass(frozen=True, slots=True)
class Edit:
    """Signs of one line that are to be others: the line from 0, the column from 1."""

    line: int
    column: int
    written: str
    meant: str


def shifted(place: Place, column: Callable[[int, int], int]) -> Place:
    """Answer a place with both its ends in the columns that a line and a column lead to."""
    return replace(
        place,
        column=column(place.line, place.column),
        end_column=column(place.end_line, place.end_column),
    )


def to_be(line: int, written: str, meant: str) -> Edit:
    """Answer the edit of a line in which nothing stays but what begins and ends it already."""
    shorter = min(len(written), len(meant))
    same = next((at for at in range(shorter) if written[at] != meant[at]), shorter)
    left = shorter - same
    end = next((at for at in range(left) if written[-1 - at] != meant[-1 - at]), left)
    return Edit(line, same + 1, written[same : len(written) - end], meant[same : len(meant) - end])


@dataclass(frozen=True)
class Draft:
    """Lines as they were made by edits, one after the other; no line is added or taken out."""

    lines: tuple[str, ...]
    edits: tuple[Edit, ...] = ()

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)

    def edited(self, edits: Sequence[Edit]) -> "Draft":
        """Answer the draft with further edits, each made in what the one before it left."""
        lines = list(self.lines)
        for one in edits:
            line, at = lines[one.line], one.column - 1
            lines[one.line] = line[:at] + one.meant + line[at + len(one.written) :]
        return Draft(tuple(lines), (*self.edits, *edits))

    def place(self, place: Place) -> Place:
        """Answer where what is read in the draft stands in what was written."""
        return shifted(place, self._column)

    def _column(self, line: int, column: int) -> int:
        for edit in self._by_line.get(line - 1, ()):
            past = column - edit.column
            if past >= len(edit.meant):
                column += len(edit.written) - len(edit.meant)
            elif past > 0:
                column = edit.column + min(past, len(edit.written))
        return column

    @cached_property
    def _by_line(self) -> dict[int, list[Edit]]:
        """The edits of each line, the last first."""
        found: dict[int, list[Edit]] = {}
        for edit in reversed(self.edits):
            found.setdefault(edit.line, []).append(edit)
        return found
