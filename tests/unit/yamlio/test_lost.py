"""What of a tree is lost, and what only follows from it."""

import pytest

from fjdex.yamlio.edits import CUT, HOLE
from fjdex.yamlio.lost import Lost, Path, lost_in
from fjdex.yamlio.scan import readable
from fjdex.yamlio.tree import compose


def lost(text: str) -> Lost:
    """Answer what is lost in a text in which NUL stands for what cannot be read."""
    node = compose("f", text)[0]
    assert node is not None
    return lost_in(node)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{a: 1, b: [2]}", Lost()),
        ("{a: \0, b: [2, \0]}", Lost(frozenset({("a",), ("b", 1)}))),
        ("{a: *x}", Lost(frozenset({("a",)}))),
        ("{a: !x 1, b: !x [2]}", Lost(frozenset({("a",)}))),
        ("{\0: 1}", Lost(frozenset({(HOLE,)}), frozenset({()}))),
        ("{b: {<<: {c: 1}}}", Lost(frozenset({("b", HOLE)}), frozenset({("b",)}))),
        ("{a: \0\0}", Lost(frozenset({("a",)}), frozenset({()}))),
        ("\0", Lost(frozenset({()}))),
    ],
)
def test_what_is_lost(text: str, found: Lost) -> None:
    """Values keep their keys; behind a key that is lost any may stand."""
    if text.count("\0") > 1:
        text = f"{text}\n\n\n"
    assert (lost(text), bool(lost(text))) == (found, bool(found))


def test_what_follows() -> None:
    """All that is below what is lost, and a key that is missing where one is lost."""
    some = Lost(frozenset({("a",)}), frozenset({("b",)}))
    asked: list[tuple[Path, bool]] = [
        (("a", 1), False),
        (("b", "x"), False),
        (("b", "x"), True),
        (("x",), True),
    ]
    assert [some.explains(path, missing=missing) for path, missing in asked] == [
        True,
        False,
        True,
        False,
    ]
    assert CUT == HOLE + HOLE


def test_a_sign_that_damages_and_one_that_is_not_seen() -> None:
    """The one takes the value away, the other is taken out; another encoding is no text at all."""
    found = [readable(text) for text in ("a\0b", "a\u200bb", "a\r\r\nb", "a\rb\n", "\0\0\0")]
    assert [one and one.text for one in found] == [
        f"a{HOLE}b",
        "ab",
        "a\r\nb",
        f"a{HOLE}b\n",
        None,
    ]
