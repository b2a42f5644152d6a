"""The layout: indentation, one line for what stands in brackets, comments at their places."""

import pytest

from fjdex.yamlio.comments import find_comments
from fjdex.yamlio.layout import flow, lay_out, place_comments
from fjdex.yamlio.tree import compose


def laid_out(text: str) -> str:
    """Lay a text out; what follows the last line comes last."""
    tree, findings = compose("", text)
    assert findings == ()
    assert tree is not None
    source = text.split("\n")
    lines = lay_out(tree, source)
    trailing = place_comments(lines, find_comments(source, tree))
    return "\n".join([*(one for line in lines for one in line.written()), *trailing])


WORDS = [
    ("a", "a"),
    ("a b", "a b"),
    ("'a'", "a"),
    ('"a b"', "a b"),
    ("'a: b'", '"a: b"'),
    ("'a#b'", '"a#b"'),
    ("a#b", "a#b"),
    ("'1'", '"1"'),
    ("1", "1"),
    ("010", "010"),
    ("+5", "+5"),
    ("'+5'", '"+5"'),
    ("'+.5'", '"+.5"'),
    ("'.5'", '".5"'),
    ("'-.5'", '"-.5"'),
    ("'1e3'", '"1e3"'),
    ("'6.02e+23'", '"6.02e+23"'),
    ("'0x1F'", '"0x1F"'),
    ("'0o17'", '"0o17"'),
    ("'1_000'", '"1_000"'),
    ("'.inf'", '".inf"'),
    ("'+.inf'", '"+.inf"'),
    ("'-.INF'", '"-.INF"'),
    ("'.NaN'", '".NaN"'),
    ("'2022'", '"2022"'),
    ("'2022-06-30'", '"2022-06-30"'),
    ("2022-06-30", "2022-06-30"),
    ("'12:30'", '"12:30"'),
    ("'null'", '"null"'),
    ("'Null'", '"Null"'),
    ("'~'", '"~"'),
    ("~", "~"),
    ("'true'", '"true"'),
    ("'No'", '"No"'),
    ("'ON'", '"ON"'),
    ("'y'", '"y"'),
    ("'='", '"="'),
    ("'<<'", '"<<"'),
    ("''", '""'),
    ("' '", '" "'),
    ("'a '", '"a "'),
    ("' a'", '" a"'),
    ("'- a'", '"- a"'),
    ("'? a'", '"? a"'),
    ("'it''s'", '"it\'s"'),
    ("it's", "it's"),
    ("'\"a\"'", '"\\"a\\""'),
    ("'a\\b'", '"a\\\\b"'),
    ('"\\u4e2d\\x41"', "中A"),
    ("7.1万", "7.1万"),
    ("'7.1万'", "7.1万"),
    ("'甲，乙：丙'", "甲，乙：丙"),
    ("'甲　乙'", "甲　乙"),
    ("😀", "😀"),
    ("one\n  two", "one two"),
    ('"one\n  two"', "one two"),
    (">-\n  one\n  two", "one two"),
    ("|-\n  one", "one"),
    ("|\n  one", "|\n  one"),
    ("|\n    one\n     two", '"one\\n two\\n"'),
    ("|+\n  one\n\n", "|+\n  one\n"),
    ("|-\n  one\n\n  two", "|-\n  one\n\n  two"),
    ('"one\\ntwo"', "|-\n  one\n  two"),
    ("[ ]", "[]"),
    ("[a,b ,  'c']", "[a, b, c]"),
    ("[a,\n   b,\n  ]", "[a, b]"),
    ("{a: 1,b: '2'}", '{a: 1, b: "2"}'),
    ("{a, b: }", "{a: null, b: null}"),
    ("{a: {b: [c]}}", "{a: {b: [c]}}"),
    ('{a: "one\\ntwo"}', '{a: "one\\ntwo"}'),
]


@pytest.mark.parametrize(("written", "then"), WORDS)
def test_a_value_is_written_one_way(written: str, then: str) -> None:
    """Plain words stay as they are, quotes stay where they are needed, brackets take one line."""
    assert laid_out(f"k: {written}\n").rstrip("\n") == f"k: {then}".rstrip("\n")


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("-   a\n-   b\n", "- a\n- b"),
        ("  - a\n  - b\n", "- a\n- b"),
        ("-\n  a: 1\n-\n  b\n", "- a: 1\n- b"),
        ("- - a\n  - b\n- c\n", "- - a\n  - b\n- c"),
        ("- a:\n  - 1\n  b: 2\n", "- a:\n    - 1\n  b: 2"),
        ("a:\n- b:\n      c: d\n", "a:\n  - b:\n      c: d"),
        ("a:\n    b:\n        c: d\n", "a:\n  b:\n    c: d"),
        ("a   :   1\n'b' : 2\n", "a: 1\nb: 2"),
        ("? a\n: b\n? c\n", "a: b\nc:"),
        ("a:\n  'b'\n", "a: b"),
        ("a:\n  [b,\n   c]\n", "a: [b, c]"),
        ("a:\nb: ~\n", "a:\nb: ~"),
        ("- {a: 1}\n- []\n- {}\n", "- {a: 1}\n- []\n- {}"),
    ],
)
def test_blocks_are_indented_by_two(text: str, then: str) -> None:
    """Lists stand two deeper than their key, and nothing is aligned."""
    assert laid_out(text) == f"{then}\n" if text.endswith("\n") else then


@pytest.mark.parametrize(
    ("text", "then"),
    [
        # Beside a value it stays beside it, as far away as it stood.
        ("a: 1   # x\nb: 2 # y\n", "a: 1   # x\nb: 2 # y\n"),
        ("a: 1\t# x\n", "a: 1 # x\n"),
        ("a: # x\n  1\n", "# x\na: 1\n"),
        ("a: # x\n  b: 1\n", "a: # x\n  b: 1\n"),
        ("a: # x\nb: 1\n", "a: # x\nb: 1\n"),
        ("a: | # x\n  one\n  two\n", "a: | # x\n  one\n  two\n"),
        ("a: > # x\n  one\n", "a: | # x\n  one\n"),
        # Between keys and records it stays between them, as deep as it belongs.
        ("# x\na: 1\n# y\nb: 2\n# z\n", "# x\na: 1\n# y\nb: 2\n# z\n"),
        ("a: 1\n    # x\nb: 2\n", "a: 1\n# x\nb: 2\n"),
        ("a:\n    b: 1\n    # in\n# out\nc: 2\n", "a:\n  b: 1\n  # in\n# out\nc: 2\n"),
        ("a:\n# left\n    b: 1\n", "a:\n  # left\n  b: 1\n"),
        ("- a: 1\n  # in\n- b: 2\n# out\n- c: 3\n", "- a: 1\n  # in\n- b: 2\n# out\n- c: 3\n"),
        ("-   a: 1\n    # in\n-   b: 2\n", "- a: 1\n  # in\n- b: 2\n"),
        ("- a: 1\n  # in\n", "- a: 1\n  # in\n"),
        ("a:\n- 1\n# x\n- 2\n# y\n", "a:\n  - 1\n  # x\n  - 2\n# y\n"),
        ("- # x\n  a: 1\n", "# x\n- a: 1\n"),
        # Within what takes one line it goes above that line.
        ("a: [1, # x\n    2] # y\n", "# x\na: [1, 2] # y\n"),
        ("- a: 1\n  b: {c: 1,\n      # x\n      d: 2}\n", "- a: 1\n  # x\n  b: {c: 1, d: 2}\n"),
        # Blank lines stay, one of several.
        ("a: 1\n\n\n# x\n\nb: 2\n", "a: 1\n\n# x\n\nb: 2\n"),
        ("a: [1,\n\n    2]\n", "a: [1, 2]\n"),
        ("a: |\n  one\n\n\nb: 2\n", "a: |\n  one\n\nb: 2\n"),
    ],
)
def test_comments_stay_where_they_belong(text: str, then: str) -> None:
    """Beside, above or between, a comment is told of the same thing as before."""
    assert laid_out(text) == then


def test_a_node_is_written_in_one_line() -> None:
    """In flow style everything stands between brackets, whatever it stood in."""
    tree, _ = compose("", "a:\n  - 1\n  - b: 'x: y'\nc:\n")
    assert tree is not None

    assert flow(tree) == '{a: [1, {b: "x: y"}], c: null}'
