"""What a line shows by itself: where it begins, its key, whether it opens or is a text."""

import pytest

from fjdex.yamlio.outline import Line, said


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- id: a", Line(0, 0, True, 2, "id", "a", "id")),  # noqa: FBT003
        ("    - {value: 1}", Line(0, 4, True, 6, "", "{value: 1}", "value")),  # noqa: FBT003
        ("  goals:", Line(0, 2, False, 2, "goals", "", "goals")),  # noqa: FBT003
        ("  第二行", Line(0, 2, False, 2, "", "第二行", "")),  # noqa: FBT003
    ],
)
def test_a_line(text: str, line: Line) -> None:
    """Columns count from 0; the first key of braces stands for the line's own."""
    assert said(text) == [line]


def test_lines_that_say_nothing() -> None:
    """Empty ones and comments are left out, also with a carriage return."""
    assert [one.at for one in said("# 注\n\n- a\n   \n  # 注\r\n\r\n  b\n")] == [2, 6]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  goals:", (True, False, False, False)),
        ("  goals: # 注", (True, False, False, False)),
        ("  reason: |", (False, True, False, False)),
        ("  reason: >-  # 注", (False, True, False, False)),
        ("  reason: 甲", (False, False, True, False)),
        ("  reason: {zh: 甲}", (False, False, False, False)),
        ("  第二行", (False, False, False, True)),
        ("  第二行\t甲", (False, False, False, False)),
        ("  value 15", (False, False, False, False)),
        ("  备注 甲", (False, False, False, False)),
        ("  名称：甲", (False, False, False, False)),
        ("* 甲", (False, False, False, False)),
    ],
)
def test_what_a_line_may_be(text: str, shown: tuple[bool, ...]) -> None:
    """It opens what stands below, a text below, a text that may go on, or is a text."""
    (line,) = said(text)
    assert (line.opens, line.opens_text, line.holds_text, line.is_text) == shown
