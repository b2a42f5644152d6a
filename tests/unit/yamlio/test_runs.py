"""Runs of lines: how far they are moved and how that is told, and what is passed over."""

import pytest

from fjdex.yamlio.outline import said
from fjdex.yamlio.runs import Outline, Run, braced, quoted

TEXT = "- id: a\n  name: {zh: 甲,\n    en: A}\n  note: '甲\n  乙'\n- id: b\n"


def outline(text: str) -> Outline:
    """Answer the outline of a register."""
    return Outline("tasks.yaml", text.split("\n"), said(text))


@pytest.mark.parametrize(
    ("first", "end", "right", "told"),
    [
        (1, 2, 4, {"why": "too-shallow", "text": "5"}),
        (1, 2, 1, {"why": "too-deep", "text": "2"}),
        (1, 3, 4, {"why": "shallow-lines", "count": "2", "first": "2", "last": "3"}),
        (1, 3, 0, {"why": "deep-lines", "count": "2", "first": "2", "last": "3"}),
    ],
)
def test_lines_that_are_moved(first: int, end: int, right: int, told: dict[str, str]) -> None:
    """One is told by its column, several by their numbers and how far."""
    run = outline(TEXT).moved(first, end, right)
    assert [dict(one.arguments) for one in run.told] == [told]
    assert (run.end, len(run.slips)) == (end, end - first)


def test_what_is_passed_over() -> None:
    """Braces and quotes of several lines, up to where they are closed or a record begins."""
    lines = outline(TEXT)
    assert [braced(lines, at) for at in (0, 1)] == [None, Run(3)]
    assert [quoted(lines, at) for at in (0, 3)] == [None, Run(5)]
    assert braced(outline("- id: a\n  name: {zh: 甲\n  kind: b\n- id: b\n"), 1) == Run(3)


def test_the_margin() -> None:
    """Records begin where the leftmost dash stands, in a mapping nowhere."""
    assert (outline(TEXT).margin, outline("id: a\n").margin) == (0, -1)
    assert (outline(TEXT).listed, Outline("plan.yaml", [], []).listed) == (True, False)
