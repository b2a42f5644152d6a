"""Keys and records that do not begin where the others do, by themselves."""

import pytest

from fjdex.yamlio.beside import dash_too_many, keys_beside, record_beside
from fjdex.yamlio.outline import said
from fjdex.yamlio.runs import Outline, Run


def found(text: str, at: int, file: str = "tasks.yaml") -> list[tuple[str, str]]:
    """Answer kind and column or numbers of what is told below a line."""
    outline = Outline(file, text.split("\n"), said(text))
    run = record_beside(outline, at) or keys_beside(outline, at) or Run(0)
    return [
        (one.arguments["why"], one.arguments.get("text", one.arguments.get("last", "")))
        for one in run.told
    ]


@pytest.mark.parametrize(
    ("text", "at", "told"),
    [
        ("- id: a\n   note: 注\n", 0, [("too-deep", "3")]),
        ("- id: a\n   note: 注\n   lag: 1\n", 0, [("deep-lines", "3")]),
        ("- id: a\n  lag: 1\nnote: 注\n", 1, [("too-shallow", "3")]),
        (" - id: a\n  note: 注\n", 0, [("too-deep", "1")]),
        ("- id: a\n - id: b\n", 0, [("too-deep", "1")]),
        ("- id: a\n  note: 注\n", 0, []),
        ("- id: a\n  parts:\n    - id: b\n", 1, []),
        ("- id: a\n  due:\n    text: 年底\n  note: 注\n", 2, []),
        ("- parts:\n    - id: b\n      name: 甲\n  note: 注\n", 2, []),
    ],
)
def test_what_begins_elsewhere(text: str, at: int, told: list[tuple[str, str]]) -> None:
    """It is told with the column of the others; what may begin there is not."""
    assert found(text, at) == told


def test_a_dash_in_a_mapping() -> None:
    """plan.yaml is no list; a list within it has its dashes."""
    text = "- id: a\nstart: 2021-01-01\n"
    outline = Outline("plan.yaml", text.split("\n"), said(text))
    run = dash_too_many(outline, 0) or Run(0)
    assert [one.arguments["why"] for one in run.told] == ["nodash"]
    assert dash_too_many(Outline("tasks.yaml", outline.lines, outline.said), 0) is None


def test_no_record_begins_in_a_mapping() -> None:
    """The entries of plan.yaml stand below its keys."""
    assert found("sections:\n  - {id: a}\n   - {id: b}\n", 1, "plan.yaml") == []
