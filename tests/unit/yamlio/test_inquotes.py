"""Where quotes open and close in a line."""

import pytest

from fjdex.yamlio.inquotes import outside_quotes, quotes, without_quoted


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('{a: "b", c: 1}', [(4, 6)]),
        ("{a: 'it''s'}", [(4, 10)]),
        ('{a: "b', [(4, -1)]),
        ('{a: b"c}', []),
        ("{a: 1} # 'x'", []),
    ],
)
def test_where_quotes_stand(line: str, found: list[tuple[int, int]]) -> None:
    """Only where a value may begin, and not in a comment."""
    assert list(quotes(line)) == found


def test_brackets_in_quotes_are_none() -> None:
    """And a quote that nothing closes is the last that is answered."""
    assert list(outside_quotes('{a: "}"}')) == [(0, "{"), (7, "}")]
    assert list(outside_quotes('{a: "}')) == [(0, "{"), (4, '"')]


def test_a_line_without_what_stands_in_quotes() -> None:
    """It is as long as it was."""
    line = '{a: "}"}'
    assert without_quoted(line, list(outside_quotes(line))) == "{a: ___}"
