"""Edits of lines, and the way back from what was read to what was written."""

import pytest

from fjdex.plan.findings import Place
from fjdex.yamlio.edits import Draft, Edit, to_be


@pytest.mark.parametrize(
    ("written", "meant", "edit"),
    [
        ("a b", "a, b", Edit(0, 2, "", ",")),
        ("a: 1", "a: 1", Edit(0, 5, "", "")),
        ("aa", "aaa", Edit(0, 3, "", "a")),
        ("x: y: z", 'x: "y: z"', Edit(0, 4, "y: z", '"y: z"')),
        ("", "ab", Edit(0, 1, "", "ab")),
    ],
)
def test_an_edit_touches_no_more_than_it_must(written: str, meant: str, edit: Edit) -> None:
    """What begins and ends both lines stays."""
    assert (to_be(0, written, meant), Draft((written,)).edited([edit]).lines) == (edit, (meant,))


def test_places_lead_back_through_every_edit() -> None:
    """Before an edit a column stays, behind it it is moved, within it it stays within."""
    draft = Draft(("abcdef", "x")).edited([Edit(0, 3, "cd", "-")]).edited([Edit(0, 1, "", "++")])
    found = [
        draft.place(Place("f", 1, column, 1, column)).column
        for column in range(1, len(draft.lines[0]) + 2)
    ]
    assert (draft.text, found) == ("++ab-ef\nx", [1, 1, 1, 2, 3, 5, 6, 7])
    assert draft.place(Place("f", 2, 1, 2, 2)) == Place("f", 2, 1, 2, 2)
