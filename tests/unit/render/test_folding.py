"""Text folded to a width."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from fjdex.render.folding import folded


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 20, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one\n\ntwo", 7, ["one", "", "two"]),
        ("数据目录或其所在目录", 8, ["数据目录", "或其所在", "目录"]),
        ("期限未到。", 8, ["期限未", "到。"]),
        ("依次（见下）", 7, ["依次", "（见", "下）"]),
        ("用-C DIR指定目录", 9, ["用-C DIR", "指定目录"]),
        ("a-very-long-word is", 5, ["a-", "very-", "long-", "word", "is"]),
        ("一a-long-word", 9, ["一a-long-", "word"]),
        ("abcdef", 4, ["abcd", "ef"]),
        ("不高于1.04", 8, ["不高于", "1.04"]),
        ("超2.3万亿元", 9, ["超2.3万亿", "元"]),
    ],
)
def test_a_line_is_folded_between_its_words(text: str, width: int, lines: list[str]) -> None:
    """Chinese may be parted anywhere but before what closes and behind what opens."""
    assert folded(text, width) == lines


@given(st.text("ab 中文，（）。-\n", max_size=60), st.integers(8, 40))
@settings(max_examples=100, deadline=None)
def test_nothing_is_lost(text: str, width: int) -> None:
    """Whatever the text and the width, its signs are all there, in their order."""
    assert "".join("".join(folded(text, width)).split()) == "".join(text.split())


@given(st.text("ab 中文。", max_size=60), st.integers(8, 40))
@settings(max_examples=100, deadline=None)
def test_no_line_is_wider(text: str, width: int) -> None:
    """Only signs that close what stands before them may hang over the end of a line."""
    wide = [line for line in folded(text, width) if cell_len(line) > width]

    assert [line for line in wide if line.strip("。 ")] == []
