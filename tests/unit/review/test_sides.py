"""Two sides that share what is equal are compared as if each had been read whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pytest

from edits import CASES, SHAPES
from fjdex.load import load
from fjdex.plan.findings import Finding
from fjdex.review.compare import compare
from fjdex.review.review import review
from fjdex.review.sides import loaded_sides
from pairs import TEXTS, Edit, compared, edited, loaded

_STATIONS = "readings/stations.yaml"
_FAULTS: list[Edit] = [
    ("targets.yaml", "value: 730\n", "value: 73o\n"),
    (_STATIONS, "value: 400", "value: 4oo"),
    ("plan.yaml", "lag: 60", "lag: soon"),
]
_DAY, _SINCE = date(2023, 1, 10), date(2022, 6, 1)


@dataclass(frozen=True)
class Given:
    """What was read of one side."""

    texts: Mapping[str, str]
    refused: tuple[Finding, ...] = ()


def sides(
    before: Mapping[str, str], after: Mapping[str, str]
) -> tuple[Given, Given, frozenset[str]]:
    """Answer two sides, the first without what is equal in the second."""
    same = frozenset(file for file, text in after.items() if before.get(file) == text)
    own = {file: text for file, text in before.items() if file not in same}
    return Given(own), Given(after), same


@pytest.mark.parametrize("edit", [*(one for one, _ in CASES), *SHAPES, *_FAULTS], ids=repr)
def test_what_is_equal_need_not_be_read_twice(edit: Edit) -> None:
    """The plans are the same, and so is what is said of the difference."""
    texts = edited(edit)
    one, other, same = sides(TEXTS, texts)

    before, after = loaded_sides(one, other, same)

    whole = load(TEXTS), load(texts)
    assert (before.plan, after.plan) == (whole[0].plan, whole[1].plan)
    assert (before.findings, after.findings) == (whole[0].findings, whole[1].findings)
    assert (before.understood, before.named) == (whole[0].understood, whole[0].named)
    assert compare(before, after, same) == compared(TEXTS, texts)


@pytest.mark.parametrize("edit", [one for one, _ in CASES], ids=repr)
def test_what_is_equal_is_rated_all_the_same(edit: Edit) -> None:
    """The same ratings move, by the same causes, and the same by time alone."""
    one, other, same = sides(TEXTS, edited(edit))

    found = review(*loaded_sides(one, other, same), _DAY, _SINCE, same)

    assert found == review(loaded(), loaded(edit), _DAY, _SINCE)


def test_a_fault_in_what_is_equal_is_of_both() -> None:
    """It is found once and belongs to either side."""
    texts = edited(_FAULTS[0])

    before, after = loaded_sides(*sides(texts, texts))

    assert (before.plan, before.findings) == (after.plan, after.findings)
    assert not before.sound


def test_readings_that_no_change_can_move_are_not_even_read() -> None:
    """A fault in them is no business of a change elsewhere; in what is needed it is."""
    fault = (_STATIONS, "value: 400", "value: 4oo")
    users = ("targets.yaml", "value: 73,", "value: 74,")
    note = ("targets.yaml", "note: 含室内", "note: 不含室内")

    found = []
    for edit in (users, note):
        one, other, same = sides(edited(fault), edited(fault, edit))
        found.append(review(*loaded_sides(one, other, same), _DAY, None, same))

    assert [(one.rated, [told.code for told in one.comparison.after]) for one in found] == [
        (True, []),
        (False, ["number-malformed"]),
    ]
