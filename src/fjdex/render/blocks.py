"""What a command shows, before it is known where: lines and tables of styled text.

`plain` writes blocks for a pipe: no colour, nothing cut off, columns that line up under Chinese.
`styled` writes them for a terminal of some width.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import StringIO
from typing import Literal

from rich.cells import cell_len


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `style` is a colour or weight by name.

    Folded on a terminal, what follows its first `hang` columns stays to the right of them.
    """

    text: str = ""
    style: str = ""
    indent: int = 0
    hang: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A word of a table."""

    text: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head.

    `right` are the columns of numbers. Where the terminal is too narrow for all side by side,
    `under` says which columns go below which others, and `spare` which can be left out.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    right: frozenset[int] = frozenset()
    under: Mapping[int, int] = field(default_factory=dict)
    spare: frozenset[int] = frozenset()


Block = Line | Table
_GAP = "  "
# No column is made narrower than this while another can give way.
_LEAST = 6


def plain(blocks: Iterable[Block]) -> str:
    """Write blocks as text for a pipe or a file."""
    return "".join(f"{line.rstrip()}\n" for block in blocks for line in _lines(_even(block)))


# A text of the data may have line breaks and tabs in it, and no terminal is to be told anything.
_controls = re.compile("[\x00-\x1f\x7f-\x9f]+").sub


def _even(block: Block) -> Block:
    """Answer a block of which every text stands on one line."""
    if isinstance(block, Line):
        return replace(block, text=_controls(" ", block.text))
    rows = (
        tuple(replace(cell, text=_controls(" ", cell.text)) for cell in row) for row in block.rows
    )
    head = tuple(_controls(" ", name) for name in block.head)
    return replace(block, head=head, rows=tuple(rows))


def _lines(block: Block) -> list[str]:
    if isinstance(block, Line):
        return [" " * block.indent + block.text]
    words = [block.head, *(tuple(cell.text for cell in row) for row in block.rows)]
    widths = [max(map(cell_len, column)) for column in zip(*words, strict=True)]
    return [_row(row, widths, block.right) for row in words]


def _row(words: Sequence[str], widths: Sequence[int], right: frozenset[int]) -> str:
    return _GAP.join(
        _padded(word, width, right=number in right)
        for number, (word, width) in enumerate(zip(words, widths, strict=True))
    )


def _padded(word: str, width: int, *, right: bool) -> str:
    space = " " * (width - cell_len(word))
    return space + word if right else word + space


def styled(blocks: Iterable[Block], width: int, *, colour: bool) -> str:
    """Write blocks for a terminal: folded to its width, coloured where that is wanted."""
    from rich.console import Console  # noqa: PLC0415 (a pipe needs none of it)

    out = StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    for block in map(_even, blocks):
        if isinstance(block, Table):
            fitting = _fitting(block, width)
            console.print(_rich_table(fitting, _fitted(fitting, width)))
        else:
            console.print(_rich_line(block, block.style if colour else "", width))
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().split("\n")[:-1])


def _rich_line(line: Line, style: str, width: int) -> object:
    from rich.table import Table as RichTable  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    if not line.indent + line.hang:
        return Text(_folded(line.text, width), style)
    split = next((at for at in range(len(line.text)) if cell_len(line.text[:at]) >= line.hang), 0)
    grid = RichTable.grid()
    hang = line.indent + cell_len(line.text[:split])
    grid.add_column(width=hang)
    grid.add_column(overflow="fold")
    head = " " * line.indent + line.text[:split]
    grid.add_row(
        Text(head, style, no_wrap=True), Text(_folded(line.text[split:], width - hang), style)
    )
    return grid


def _natural(table: Table) -> list[int]:
    """Answer how wide each column would have to be for nothing to fold."""
    words = [table.head, *(tuple(cell.text for cell in row) for row in table.rows)]
    lines = (max(map(cell_len, word.split("\n"))) for row in words for word in row)
    flat = list(lines)
    return [max(flat[number :: len(table.head)]) for number in range(len(table.head))]


def _width(table: Table) -> int:
    return sum(width + len(_GAP) for width in _natural(table)) - len(_GAP)


_run = re.compile(r"[!-~]+").findall


def _least(table: Table) -> list[int]:
    """Answer how narrow each column may get: as its longest word or id, which never breaks."""
    words = [table.head, *(tuple(cell.text for cell in row) for row in table.rows)]
    runs = [max(map(len, _run(word)), default=0) for row in words for word in row]
    columns = len(table.head)
    return [max(_LEAST, *runs[number::columns]) for number in range(columns)]


def _fitted(table: Table, width: int) -> list[int]:
    """Answer the columns' widths on a terminal: the widest give way, ids and words last."""
    widths, least = _natural(table), _least(table)
    room = width - len(_GAP) * (len(widths) - 1)
    for floors in (least, [1] * len(least)):
        while sum(widths) > room:
            slack = [width - floor for width, floor in zip(widths, floors, strict=True)]
            widest = max(range(len(widths)), key=lambda one: (slack[one] > 0, widths[one]))
            if slack[widest] <= 0:
                break
            widths[widest] -= 1
    return widths


def _fitting(table: Table, width: int) -> Table:
    """Answer the table as it fits: whole, else stacked, else without what can be spared."""
    if _width(table) <= width:
        return table
    narrow = stacked(table)
    gaps = len(_GAP) * (len(narrow.head) - 1)
    return narrow if sum(_least(narrow)) + gaps <= width else _without(narrow, narrow.spare)


def _without(table: Table, columns: frozenset[int]) -> Table:
    kept = [number for number in range(len(table.head)) if number not in columns]
    return Table(
        tuple(table.head[number] for number in kept),
        tuple(tuple(row[number] for number in kept) for row in table.rows),
        frozenset(kept.index(number) for number in table.right if number in kept),
    )


def stacked(table: Table) -> Table:
    """Put the columns that have a place below another one there, each on a line of its own."""
    kept = [number for number in range(len(table.head)) if number not in table.under]
    below = {above: number for number, above in table.under.items()}

    def joined(words: Sequence[str], number: int) -> str:
        lines = [words[number], words[below[number]] if number in below else ""]
        return "\n".join(filter(None, lines))

    rows = []
    for row in table.rows:
        words = [cell.text for cell in row]
        rows.append(tuple(Cell(joined(words, number), row[number].style) for number in kept))
    return Table(
        tuple(joined(table.head, number) for number in kept),
        tuple(rows),
        frozenset(kept.index(number) for number in table.right if number in kept),
        spare=frozenset(kept.index(number) for number in table.spare if number in kept),
    )


def _rich_table(block: Table, widths: Sequence[int]) -> object:
    from rich.table import Table as RichTable  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = RichTable(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for number, (name, width) in enumerate(zip(block.head, widths, strict=True)):
        justify: Literal["right", "left"] = "right" if number in block.right else "left"
        table.add_column(Text(_folded(name, width)), justify=justify, overflow="fold", width=width)
    for row in block.rows:
        texts = (_folded(cell.text, width) for cell, width in zip(row, widths, strict=True))
        styles = (cell.style for cell in row)
        table.add_row(*(Text(text, style=style) for text, style in zip(texts, styles, strict=True)))
    return table


def _folded(text: str, width: int) -> str:
    from fjdex.render.folding import folded  # noqa: PLC0415 (a pipe needs none of it)

    return "\n".join(folded(text, width, cell_len))
