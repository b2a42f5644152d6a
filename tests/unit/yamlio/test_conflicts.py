"""What git leaves where it cannot join two changes."""

import pytest

from fjdex.yamlio.conflicts import conflict_findings, one_side, other_lines

WHOLE = "a\n<<<<<<< HEAD\nb\n||||||| base\nc\n=======\nd\n>>>>>>> x\ne\n"


def test_either_side_stands_on_its_own_lines() -> None:
    """Of the ancestor nothing is read."""
    assert one_side(WHOLE) == "a\n\nb\n\n\n\n\n\ne\n"
    assert one_side(WHOLE, other=True) == "a\n\n\n\n\n\nd\n\ne\n"
    assert other_lines(WHOLE) == frozenset({7})


@pytest.mark.parametrize(
    "text",
    ["a\n=======\nb\n", "<<<<<<< x\na\n", "a\n>>>>>>> x\r\nb\n", "<<<<<<< x\na\n=======\nb\n"],
)
def test_of_what_is_left_of_a_conflict_all_lines_are_read(text: str) -> None:
    """Nobody can say which are of which side."""
    kept = [line for line in text.split("\n") if line in {"a", "b"}]
    assert [line for line in one_side(text).split("\n") if line] == kept
    assert (one_side(text, other=True), other_lines(text)) == (one_side(text), frozenset())


def test_a_text_without_markers_stays() -> None:
    """As it is."""
    assert (one_side("a\r\n= b\n"), other_lines("a\n")) == ("a\r\n= b\n", frozenset())


def test_each_conflict_is_told_at_the_first_marker_that_is_left() -> None:
    """Also where the first of all is deleted already."""
    text = f"{WHOLE}=======\nf\n>>>>>>> y\n{WHOLE}"
    assert [one.place.line for one in conflict_findings("f", text)] == [2, 10, 14]
