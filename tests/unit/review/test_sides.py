"""Two sides that share what is equal are compared as if each had been read whole."""

import pytest

from edits import CASES, SHAPES
from fjdex.load import load
from fjdex.review.compare import compare
from fjdex.review.sides import loaded_beside
from pairs import TEXTS, Edit, compared, edited

_FAULTS: list[Edit] = [
    ("targets.yaml", "value: 730\n", "value: 73o\n"),
    ("readings/stations.yaml", "value: 400", "value: 4oo"),
    ("plan.yaml", "lag: 60", "lag: soon"),
]


@pytest.mark.parametrize("edit", [*(one for one, _ in CASES), *SHAPES, *_FAULTS], ids=repr)
def test_what_is_equal_need_not_be_read_twice(edit: Edit) -> None:
    """The plan is the same, and so is what is said of the difference."""
    texts = edited(edit)
    same = frozenset(file for file, text in texts.items() if TEXTS.get(file) == text)
    own = {file: text for file, text in TEXTS.items() if file not in same}
    after = load(texts)

    before = loaded_beside(after, own, (), same)

    whole = load(TEXTS)
    assert (before.plan, before.findings) == (whole.plan, whole.findings)
    assert (before.understood, before.named) == (whole.understood, whole.named)
    assert compare(before, after, same) == compared(TEXTS, texts)


def test_a_fault_in_what_is_equal_is_of_both() -> None:
    """It is found once and belongs to either side."""
    texts = edited(_FAULTS[0])
    after = load(texts)

    before = loaded_beside(after, {}, (), frozenset(texts))

    assert (before.plan, before.findings) == (after.plan, after.findings)
    assert not before.sound
