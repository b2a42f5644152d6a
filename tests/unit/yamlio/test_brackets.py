"""A list in brackets: one record more or less between the others, as they stand."""

import pytest

from fjdex.yamlio.brackets import (
    Unsplicable,
    end_index,
    insert_between,
    remove_between,
    start_index,
)
from fjdex.yamlio.nodes import Items
from fjdex.yamlio.tree import compose

# A list, after which record `{new}` goes in, and the list then.
INSERTED = [
    ("[]", None, "[{new}]"),
    ("[ ]", None, "[ {new}]"),
    ("[\n]\n", None, "[\n{new}]\n"),
    ("# 头\n[] # 尾\n", None, "# 头\n[{new}] # 尾\n"),
    ("[a]", None, "[{new}, a]"),
    ("[a]", 0, "[a, {new}]"),
    ("[a,]", 0, "[a, {new},]"),
    ("[ a ]", 0, "[ a, {new} ]"),
    ("[a, b]", None, "[{new}, a, b]"),
    ("[a, b]", 0, "[a, {new}, b]"),
    ("[a, b]", 1, "[a, b, {new}]"),
    ("[a,b,c]", 1, "[a,b,{new},c]"),
    ("[a,   b]", 1, "[a,   b,   {new}]"),
    ("[\n  a,\n  b,\n]\n", None, "[\n  {new},\n  a,\n  b,\n]\n"),
    ("[\n  a,\n  b,\n]\n", 0, "[\n  a,\n  {new},\n  b,\n]\n"),
    ("[\n  a,\n  b,\n]\n", 1, "[\n  a,\n  b,\n  {new},\n]\n"),
    ("[\n  a,\n  b\n]\n", 1, "[\n  a,\n  b,\n  {new}\n]\n"),
    ("[\r\n  a,\r\n  b\r\n]", 0, "[\r\n  a,\r\n  {new},\r\n  b\r\n]"),
    ("[\n  a\n  , b\n]", 1, "[\n  a\n  , b\n  , {new}\n]"),
    ("[{x: 1}, {y: [2, 3]}]", 1, "[{x: 1}, {y: [2, 3]}, {new}]"),
    ('["a, b", "#"]', 0, '["a, b", {new}, "#"]'),
    ("[a, b, # 注\n c]", 0, "[a, {new}, b, # 注\n c]"),
    ("# 注\n[a] # 注", 0, "# 注\n[a, {new}] # 注"),
    ("[ # 注\n a, b]", 0, "[ # 注\n a, {new}, b]"),
]
# A list, which record comes out, and the list then.
REMOVED = [
    ("[a]", 0, "[]"),
    ("[ a ]", 0, "[  ]"),
    ("[a, b]", 0, "[b]"),
    ("[a, b]", 1, "[a]"),
    ("[a, b,]", 1, "[a,]"),
    ("[a,b,c]", 1, "[a,c]"),
    ("[\n  a,\n  b,\n  c\n]\n", 0, "[\n  b,\n  c\n]\n"),
    ("[\n  a,\n  b,\n  c\n]\n", 1, "[\n  a,\n  c\n]\n"),
    ("[\n  a,\n  b,\n  c\n]\n", 2, "[\n  a,\n  b\n]\n"),
    ("[a, b, # 注\n c]", 0, "[b, # 注\n c]"),
    ("[a, b, # 注\n c]", 1, "[a, # 注\n c]"),
    ("[a, b # 注\n]", 0, "[b # 注\n]"),
]


def listed(text: str) -> Items:
    """Read a list in brackets."""
    tree, findings = compose("", text)
    assert findings == ()
    assert isinstance(tree, Items)
    return tree


@pytest.mark.parametrize(("text", "after", "then"), INSERTED)
def test_a_record_goes_between(text: str, after: int | None, then: str) -> None:
    """What separates the first two separates the new one too; nothing else changes."""
    assert insert_between(text, listed(text), after, "{new}") == then


@pytest.mark.parametrize(("text", "index", "then"), REMOVED)
def test_a_record_comes_out(text: str, index: int, then: str) -> None:
    """With it goes what separated it from the one before, or for the first from the one after."""
    assert remove_between(text, listed(text), index) == then


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("[a, # 注\n b]", None),
        ("[a, # 注\n b]", 0),
        ("[a, # 注\n b]", 1),
        ("[a # 注\n]", 0),
        ("[a,\n # 注\n]", 0),
        ("[a, b # 注\n, c]", 1),
    ],
)
def test_a_comment_in_the_way_is_not_moved(text: str, after: int | None) -> None:
    """Nobody can say to which record a comment between them belongs."""
    with pytest.raises(Unsplicable):
        insert_between(text, listed(text), after, "{new}")


@pytest.mark.parametrize(("text", "index"), [("[a, # 注\n b]", 0), ("[a, # 注\n b]", 1)])
def test_a_comment_does_not_go_with_a_record(text: str, index: int) -> None:
    """A comment between two records is not taken out with one of them."""
    with pytest.raises(Unsplicable):
        remove_between(text, listed(text), index)


@pytest.mark.parametrize(("text", "after"), [(text, after) for text, after, _ in INSERTED])
def test_what_went_in_comes_out(text: str, after: int | None) -> None:
    """Taken out again, a record leaves the list as it was."""
    then = insert_between(text, listed(text), after, "{new}")

    assert remove_between(then, listed(then), 0 if after is None else after + 1) == text


def test_places_are_found_in_the_text() -> None:
    """Where a node begins and ends is counted in the whole text, line ends of two signs too."""
    text = "# 头\r\n[甲, \r\n  {乙: 1}]\r\n"
    first, second = listed(text).items

    cut = [text[start_index(text, one) : end_index(text, one)] for one in (first, second)]

    assert cut == ["甲", "{乙: 1}"]
