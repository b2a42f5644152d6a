"""Lines and tables, in a pipe and at a terminal."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from fjdex.render.blocks import Block, Cell, Line, Table, plain, stacked, styled

WORDS = st.text("ab1 ，、个数字福建", max_size=12).map(lambda text: " ".join(text.split()))
ESCAPE = "\x1b"


def table(
    head: Sequence[str],
    *rows: Sequence[str],
    right: Sequence[int] = (),
    under: dict[int, int] | None = None,
) -> Table:
    """Make a table of bare words."""
    cells = tuple(tuple(map(Cell, row)) for row in rows)
    return Table(tuple(head), cells, frozenset(right), under or {})


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Make a table of some words, Chinese or not, as a terminal may have to fold them."""
    columns = draw(st.integers(1, 5))
    row = st.lists(WORDS, min_size=columns, max_size=columns)
    head, *rows = draw(st.lists(row, min_size=2, max_size=5))
    return table(head, *rows, right=range(columns // 2))


def signs(text: str) -> list[str]:
    """Answer every sign of a text but its white space."""
    return sorted("".join(text.split()))


def told(block: Table) -> list[str]:
    """Answer every sign of a table's words."""
    words = [*block.head, *(cell.text for row in block.rows for cell in row)]
    return signs("".join(words))


def test_columns_line_up_under_chinese() -> None:
    """A Chinese character takes two columns, so what stands beside it stands in line."""
    block = table(("名称", "value"), ("5G基站数", "71,000"), ("x", "8"), right=[1])

    assert plain([block]) == "名称       value\n5G基站数  71,000\nx              8\n"


def test_a_line_keeps_its_indent() -> None:
    """Lines stand as they are, indented where they say so, without blanks at the end."""
    assert plain([Line("a "), Line(), Line("乙", indent=2)]) == "a\n\n  乙\n"


@given(tables())
@settings(max_examples=100)
def test_nothing_is_cut_in_a_pipe(block: Table) -> None:
    """Every word of every row stands whole on the one line of its row."""
    lines = plain([block]).split("\n")[:-1]

    words = [block.head, *(tuple(cell.text for cell in row) for row in block.rows)]
    assert len(lines) == len(words)
    assert [signs(line) for line in lines] == [signs("".join(row)) for row in words]
    assert all(word in line for line, row in zip(lines, words, strict=True) for word in row)


@given(tables(), st.integers(40, 120))
@settings(max_examples=100, deadline=None)
def test_a_terminal_s_width_is_kept_and_nothing_lost(block: Table, width: int) -> None:
    """No line is wider than the terminal, and every sign of every word is there."""
    text = styled([block], width, colour=False)

    assert all(cell_len(line) <= width for line in text.split("\n"))
    assert signs(text) == told(block)


@given(tables())
@settings(max_examples=50, deadline=None)
def test_no_colour_is_no_escape(block: Table) -> None:
    """Without colour no escape sequence is written, whatever the style of a cell is."""
    rows = tuple(tuple(Cell(cell.text, "red") for cell in row) for row in block.rows)
    coloured = Table(block.head, rows, block.right)

    assert ESCAPE not in styled([coloured, Line("x", "bold")], 80, colour=False)


def test_colour_changes_no_word() -> None:
    """Taken out of its escape sequences, a coloured cell says what a plain one says."""
    block = Table(("甲",), ((Cell("到期未完成", "red"),),))

    assert (
        styled([block], 80, colour=True) == "\x1b[1m甲        \x1b[0m\n\x1b[31m到期未完成\x1b[0m\n"
    )


@pytest.mark.parametrize("sign", ["\n", "\r\n", "\t", "\x1b", "\x9b", "\x07"])
def test_every_text_stands_on_its_line(sign: str) -> None:
    """A line break, a tab or an order to the terminal within a text is a blank."""
    blocks: list[Block] = [Line(f"a{sign}b"), table((f"c{sign}d", "e"), (f"f{sign}g", "h"))]

    assert plain(blocks) == "a b\nc d  e\nf g  h\n"
    assert styled(blocks, 40, colour=False) == "a b\nc d  e\nf g  h\n"


@pytest.mark.parametrize("sign", ["x", "长", "x "])
def test_texts_of_ten_thousand_signs_on_a_narrow_terminal(sign: str) -> None:
    """Folded within its width, with every sign there."""
    block = table(("name", "id"), (sign * 10_000, "y" * 64), ("a", "b"))

    text = styled([block, Line(sign * 10_000, indent=2, hang=4)], 40, colour=False)

    assert max(map(cell_len, text.split("\n"))) <= 40
    assert signs(text) == sorted([*told(block), *signs(sign * 10_000)])


def test_square_brackets_are_no_markup() -> None:
    """What a note holds is shown, never read as a style."""
    text = "[red]x[/red] :smile: [link=file:///a]b[/link] [/]"

    assert styled([Line(text)], 80, colour=False) == f"{text}\n"
    assert styled([Line(text)], 80, colour=True) == f"{text}\n"
    assert styled([table((text,), (text,))], 80, colour=False) == f"{text}\n{text}\n"


def test_a_table_that_is_too_wide_stacks() -> None:
    """Where columns do not fit side by side, those that have a place below another go there."""
    block = table(
        ("name", "value", "id"),
        ("x" * 30, "71,000", "y" * 30),
        ("a", "8", ""),
        right=[1],
        under={2: 0},
    )

    assert styled([block], 50, colour=False) == (
        f"name\nid{' ' * 31}value\n{'x' * 30}  71,000\n{'y' * 30}\na{' ' * 36}8\n"
    )
    assert stacked(block).head == ("name\nid", "value")


@pytest.mark.parametrize("width", [40, 80])
def test_a_long_line_is_folded(width: int) -> None:
    """A line wider than the terminal is folded between words, Chinese between any two."""
    text = styled([Line("数" * 100), Line("word " * 40)], width, colour=False)

    assert max(map(cell_len, text.split("\n"))) <= width
    assert signs(text) == signs("数" * 100 + "word" * 40)
