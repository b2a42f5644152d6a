"""A long drawing in pieces: each shape where it lies, nothing lost, nothing twice."""

import re

from fjdex.render.svg_pieces import pieces_of

ROWS = "".join(
    f'<rect x="0" y="{at}" width="9" height="20"/><text x="0" y="{at - 4}">{at}</text>'
    for at in range(120, 1000, 44)
)
BREAKS = " ".join(str(at - 20) for at in range(164, 1000, 44))
KEYS = 'xmlns="http://www.w3.org/2000/svg" width="720" viewBox="0 0 720 1000"'
HEAD = "<title>t</title><style>rect{fill:red}</style>"


def drawing(height: int, breaks: str, inside: str = HEAD + ROWS) -> str:
    """Write a drawing that may be parted."""
    return f'<svg {KEYS} height="{height}" data-breaks="{breaks}">{inside}</svg>'


def test_every_row_is_in_one_piece() -> None:
    """With the style of the whole; the pieces together are as high as it was."""
    pieces = pieces_of(drawing(1000, BREAKS))
    texts = [re.findall("<text[^>]*>([^<]*)", one) for one in pieces]
    heights = [int(re.findall('height="([0-9]+)"', one)[0]) for one in pieces]

    assert [len(one) for one in texts] == [2, 5, 5, 5, 3]
    assert [int(one) for some in texts for one in some] == list(range(120, 1000, 44))
    assert sum(heights) == 1000
    assert all(one.count("<style>") == one.count("<title>") == 1 for one in pieces)
    assert not [one for one in pieces if "data-breaks" in one]


def test_what_goes_through_is_in_every_piece() -> None:
    """A ground, or a line in pieces beside all rows."""
    line = '<path d="M5 0L5 1000"/><rect x="0" y="0" width="720" height="1000"/>'
    pieces = pieces_of(drawing(1000, "500", line))

    assert [(one.count("<path"), one.count("<rect")) for one in pieces] == [(1, 1), (1, 1)]


def test_what_is_not_long_stays_whole() -> None:
    """Wider than high, or with no place to part it: the same text."""
    low, whole = drawing(700, "100 200"), drawing(1000, "")

    assert (pieces_of(low), pieces_of(whole)) == ([low], [whole])
