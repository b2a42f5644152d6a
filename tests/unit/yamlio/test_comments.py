"""Where a text's comments and blank lines are, and where its nodes end."""

import pytest

from fjdex.yamlio.comments import Comment, end_of, find_comments, is_block
from fjdex.yamlio.nodes import Entries, Items, Node, Scalar
from fjdex.yamlio.tree import compose


def read(text: str) -> tuple[list[str], Node | None]:
    """Read a text in which nothing is wrong."""
    tree, findings = compose("", text)
    assert findings == ()
    return text.split("\n"), tree


def said(text: str) -> list[tuple[int, int, str]]:
    """Answer line, column and words of a text's comments."""
    return [(one.line, one.column, one.text) for one in find_comments(*read(text)) if one.text]


# A text in which » stands before every comment, and nowhere else.
MARKED = [
    "»# a",
    "»#a\n»#\n»###\n",
    "a: 1 »# b\n",
    "a: 1\t»# b\n",
    "a: »# b\n  1\n",
    "a: »# b\n",
    "a#b: c#d »# e #f\n",
    "'a # b': 'c # d' »# e\n",
    'a: "b \\" # c" »# d\n',
    "a: 'it''s # b' »# c\n",
    'a: "one\n  # two" »# b\n',
    "a: one\n  two#three »# b\n",
    "a: |\n  # b\n  c # d\n»# e\n",
    "a: | »# b\n  # c\n»# d\n",
    "a: >- »# b\n  c\n»# d\n",
    "a: |\n   one\n  »# shallower\n »# more so\nb: 1\n",
    "a: |+ »# b\n  c\n\n\n»# d\n",
    "a: |2 »# b\n    # c\n  # d\n",
    "[a, »# b\n c] »# d\n",
    "[a,»# b\n c]»# d\n",
    "- {a: 1, »# b\n   »# c\n   d: 2}»# e\n»# f",
    "»# a\n- »# b\n  c: 1\n  »# d\n-\n  »# e\n  f: 2\n    »# g\n",
    "--- »# a\nb: 1\n... »# c\n»# d\n",
    "? a »# b\n: c »# d\n",
    "a: [ ] »# b\nc: {} »# d\n",
    "- \"#\"\n- '#' »# a\n",
    "a: ~ »# b\nc: »# d\n",
]


@pytest.mark.parametrize("marked", MARKED)
def test_comments_are_found(marked: str) -> None:
    """A comment begins at a `#` that no word or text covers, and ends with its line."""
    lines = [line.replace("»", "") for line in marked.split("\n")]
    expected = [
        (number, line.index("»") + 1, lines[number - 1][line.index("»") :].rstrip())
        for number, line in enumerate(marked.split("\n"), start=1)
        if "»" in line
    ]

    assert said("\n".join(lines)) == expected


def test_a_comment_knows_how_it_stands() -> None:
    """Alone on its line or beside something, with how much between, or beside a block's header."""
    text = "  # a\nb: 1   # c\nd: |  # e\n  f\n"

    assert find_comments(*read(text)) == (
        Comment(1, 3, "# a", alone=True, gap=2),
        Comment(2, 8, "# c", alone=False, gap=3),
        Comment(3, 7, "# e", alone=False, gap=2, header=True),
        Comment(5, 1, "", alone=True, gap=0),
    )


def test_blank_lines_come_along() -> None:
    """A line of nothing or of white space is a comment without text."""
    text = "a: 1\n\n  \nb: 2"

    assert find_comments(*read(text)) == (
        Comment(2, 1, "", alone=True, gap=0),
        Comment(3, 1, "", alone=True, gap=0),
    )


def test_a_text_without_a_tree_has_comments() -> None:
    """Comments alone are found too."""
    assert said("# a\n\n# b\n") == [(1, 1, "# a"), (3, 1, "# b")]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("- one", 1, 6),
        ("- one # two\n", 1, 6),
        ("- 'one'  \n", 1, 8),
        ("- one\n  two\n\n# x\n", 2, 6),
        ('- "one\n\n  two" # x\n', 3, 7),
        ("- {a: 1, b: 2} # x\n", 1, 15),
        ("- {a: 1,\n   b: 2\n  } # x\n", 3, 4),
        ("- [\n  ]\n", 2, 4),
        ("- a: 1\n  b: 2\n\n# x\n", 2, 7),
        ("- a: 1\n  b:\n    - c\n    - d: e\n\n", 4, 11),
        ("- a: |\n    one\n    two\n\n\n", 3, 8),
        ("- a: |-\n    one\n\n  # x\n- b\n", 2, 8),
        ("- a: >\n    one\n- b\n", 2, 8),
        ("- a: |\n    one", 2, 8),
        ("- a: |\r\n    one\r\n- b\r\n", 2, 8),
        # The blank lines are the text's own.
        ("- a: |+\n    one\n\n\n- b\n", 4, 2),
        ("- a: |+\n    one\n\n\n", 4, 2),
    ],
)
def test_a_node_ends_where_its_last_word_does(text: str, line: int, column: int) -> None:
    """Blank lines and comments below it are not part of it; what a text keeps is."""
    lines, tree = read(text)
    assert isinstance(tree, Items)

    assert end_of(lines, tree.items[0]) == (line, column)


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        ("|\n  a", True),
        (">-\n  a", True),
        ("'| a'", False),
        ('"> a"', False),
        ("a|b", False),
        ("a>b", False),
    ],
)
def test_blocks_are_known_by_their_sign(value: str, is_one: bool) -> None:  # noqa: FBT001
    """Only a scalar that begins with `|` or `>` is a block of text."""
    lines, tree = read(f"a: {value}\n")
    assert isinstance(tree, Entries)
    word = tree.entries[0][1]
    assert isinstance(word, Scalar)

    assert is_block(lines, word) is is_one
