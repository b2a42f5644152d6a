"""A review: changes, the ratings that they moved, and what time alone moved beside them."""

from datetime import date

from fjdex.review.review import Review, review
from pairs import Edit, loaded

_DAY = date(2023, 1, 10)
_STATIONS, _TITLE = "readings/stations.yaml", ("tasks.yaml", "修路", "修大路")
_DONE: Edit = (_STATIONS, "", "- {date: 2022-12-31, value: 740, source: news-2}\n")


def moves(found: Review) -> list[tuple[str, str, str]]:
    """Answer which ratings moved, and the sort of their causes."""
    return [(one.id, str(one.after), one.cause.kind) for one in found.moved]


def test_time_is_told_apart_from_what_was_done() -> None:
    """What a reading moved is not said to have moved by time, though that had moved it too."""
    found = review(loaded(), loaded(_DONE), _DAY, date(2022, 6, 1))

    assert moves(found) == [
        ("stations", "met", "reading"),
        ("outcome-1", "met", "child"),
        ("task-1", "met", "child"),
    ]
    assert [(one.id, str(one.before), str(one.after)) for one in found.by_time] == [
        ("outcome-2", "not-due", "unconfirmed")
    ]


def test_where_nothing_changed_nothing_is_told_of_time() -> None:
    """The same data on both sides come to nothing at all."""
    found = review(loaded(), loaded(), _DAY, date(2022, 6, 1))

    assert (found.comparison.same, found.moved, found.by_time) == (True, (), ())


def test_nothing_is_rated_from_data_that_are_not_understood() -> None:
    """Nor before the plan begins; the changes are told all the same."""
    fault: Edit = (_STATIONS, "value: 400", "value: 4oo")

    faulty = review(loaded(), loaded(fault, _TITLE), _DAY)
    early = review(loaded(), loaded(_TITLE), date(2020, 12, 31))

    assert [(one.rated, len(one.comparison.changes), one.moved) for one in (faulty, early)] == [
        (False, 1, ()),
        (False, 1, ()),
    ]


def test_what_time_moved_is_told_under_the_id_of_now() -> None:
    """Whoever looks it up finds it; what it was called before stands beside."""
    renamed = [("targets.yaml", "id: users", "id: accounts")]
    readings = ("readings/users.yaml", "", "- {date: 2022-03-31, value: 40, source: news-2}\n")
    moved = ("readings/accounts.yaml", "", readings[2])

    found = review(loaded(readings), loaded(*renamed, moved), date(2023, 6, 1), date(2022, 6, 1))

    told = [(one.id, one.former) for one in found.by_time if one.former == "users"]
    assert told == [("accounts", "users")]
