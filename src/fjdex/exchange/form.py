"""A sheet to be filled in, before it is known in which format: cells, what may be typed, layout."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

# What the register of sources beside a form is called; it has nothing that could be taken.
REGISTERS = frozenset({"来源", "Sources"})


class Input(Enum):
    """What may be typed into the cells of a column; NONE: nothing, it is given."""

    NONE = "none"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"
    SOURCE = "source"


@dataclass(frozen=True)
class FormColumn:
    """A column: its head, its width in half-width signs, and a hint on what is to be typed."""

    head: str
    width: int
    input: Input
    hint: str = ""


@dataclass(frozen=True)
class FormRow:
    """The cells of a row by column, and the choices in some, which then take nothing else.

    `lines` is how many lines the longest of its given texts takes.
    """

    cells: tuple[str, ...]
    choices: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    lines: int = 1


@dataclass(frozen=True)
class Form:
    """A sheet to be filled in.

    `statements` are labels with what the sheet says of itself, "" where it is to be filled in;
    `sources` is the register for looking up, heads first.
    """

    name: str
    title: str
    statements: tuple[tuple[str, str], ...]
    instructions: tuple[str, ...]
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]
    sources_name: str
    sources: tuple[tuple[str, ...], ...]
    warning: str
    font: str

    @property
    def first_row(self) -> int:
        """How many rows stand above the first one to be filled in."""
        return 2 + len(self.instructions) + 1
