"""What a review says of some records only."""

from datetime import date

import pytest

from fjdex.review.narrowed import narrowed
from fjdex.review.review import Review, review
from pairs import TEXTS, Edit, loaded, said

_BAND = ("plan.yaml", "behind: 0.60", "behind: 0.90")
_TITLE = ("tasks.yaml", "zh: 任务二", "zh: 第二项任务")
_SOURCE = ("sources.yaml", "publisher: 虚构报", "publisher: 虚构日报")
_RENAMED = ("targets.yaml", "id: users", "id: accounts")
_DAY = date(2022, 6, 1)


def reviewed(*edits: Edit) -> Review:
    """Review the plan after some edits."""
    return review(loaded(), loaded(*edits), _DAY)


@pytest.mark.parametrize(
    ("ids", "changes", "moved"),
    [
        ({"task-2"}, ["title-revised task-2"], []),
        ({"news-1"}, ["publisher-revised news-1"], []),
        ({"stations"}, ["band-revised invented"], ["stations"]),
        ({"outcome-1"}, ["band-revised invented"], ["outcome-1"]),
        ({"task-1"}, ["band-revised invented"], ["task-1"]),
        ({"users"}, ["target-renamed accounts"], []),
        ({"accounts"}, ["target-renamed accounts"], []),
        ({"outcome-2"}, [], []),
    ],
)
def test_only_what_is_about_a_record_stays(
    ids: set[str], changes: list[str], moved: list[str]
) -> None:
    """Its changes, its rating, and what moved that, though it is another record's."""
    found = narrowed(reviewed(_BAND, _TITLE, _SOURCE, _RENAMED), ids)

    assert said(found.comparison.changes) == changes
    assert [one.id for one in found.moved] == moved


def test_what_cannot_be_read_is_told_all_the_same() -> None:
    """Nobody knows whether it is about the record; shapes are about none."""
    whole = review(loaded(), loaded(_TITLE, ("targets.yaml", "value: 730\n", "value: 73o\n")), _DAY)

    found = narrowed(whole, {"task-1"})

    assert (found.comparison.after, found.comparison.reshaped) == (whole.comparison.after, ())


def test_a_folder_that_is_new_is_told_as_a_whole() -> None:
    """There is nothing that any record of it was before."""
    before = loaded(*((file, text, "") for file, text in TEXTS.items()))

    whole = review(before, loaded(), _DAY)

    assert narrowed(whole, {"stations"}) is whole
