"""The known words most like an unknown one, and none where none is."""

import pytest

from fjdex.plan.likeness import likest

WORDS = ["report-2021", "report-2022", "x", "省科技厅", "省发改委"]


@pytest.mark.parametrize(
    ("word", "count", "like"),
    [
        ("report-2023", 1, ["report-2022"]),
        ("report-2023", 3, ["report-2022", "report-2021"]),
        ("科技厅", 3, ["省科技厅"]),
        ("zzzz", 3, []),
        ("", 3, []),
        ("report-" * 30, 3, []),
    ],
)
def test_the_most_like_come_first(word: str, count: int, like: list[str]) -> None:
    """Up to as many as are asked for; a word of no sensible length is like none."""
    assert likest(word, WORDS, count) == like


def test_among_many_the_one_is_found() -> None:
    """A thousand others do not hide it, whatever order they come in."""
    others = [f"other-{number}" for number in range(1000)]
    for known in ([*others, "report-2022"], ["report-2022", *others]):
        assert likest("reprot-2022", known, 1) == ["report-2022"]
