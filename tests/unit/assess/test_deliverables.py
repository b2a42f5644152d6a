"""Deliverables: what is known of a delivery's day decides between the rows of the table."""

import pytest

import builders as b

OUTCOME = b.outcome("o")
PARTS = b.outcome(
    "o",
    parts="[{id: east, name: {zh: 东, en: East}, area: 东市}, "
    "{id: west, name: {zh: 西, en: West}, area: 西市}]",
)

ROWS = [
    # before its day
    ("2022-12-30", [], "not-due"),
    ("2022-12-30", ["date: 2022-01-31, state: planned"], "not-due"),
    ("2022-12-30", ["date: 2022-01-31, state: started"], "not-due"),
    # delivered in time, whether the very day is known or only the last on which it can have been
    ("2021-06-30", ["date: 2021-06-30, state: delivered"], "met"),
    ("2022-12-31", ["date: 2022-12-31, state: delivered"], "met"),
    ("2023-06-30", ["date: 2022-12-31, state: delivered, qualifier: by"], "met"),
    ("2023-06-30", ["date: 2022-12-31, within: 2022-12, state: delivered"], "met"),
    # delivered late, by its own printed day
    ("2023-06-30", ["date: 2023-01-01, state: delivered"], "met-late"),
    ("2023-06-30", ["date: 2023-01-31, within: 2023-01, state: delivered"], "met-late"),
    # delivered, on one side of the due date or the other
    ("2023-06-30", ["date: 2023-01-01, state: delivered, qualifier: by"], "met-undated"),
    ("2023-06-30", ["date: 2023-01-31, within: 2022-12/2023-01, state: delivered"], "met-undated"),
    # … unless it was seen not to be there on the due date or after it
    (
        "2023-06-30",
        ["date: 2022-12-31, state: started", "date: 2023-03-31, state: delivered, qualifier: by"],
        "met-late",
    ),
    (
        "2023-06-30",
        ["date: 2022-12-30, state: started", "date: 2023-03-31, state: delivered, qualifier: by"],
        "met-undated",
    ),
    # due, and seen not to be there
    ("2022-12-31", ["date: 2022-12-31, state: started"], "missed"),
    ("2023-06-30", ["date: 2023-06-30, state: planned"], "missed"),
    # due, and last seen before
    ("2022-12-31", ["date: 2022-12-30, state: started"], "unconfirmed"),
    ("2023-06-30", ["date: 2023-01-05, state: started, qualifier: by"], "unconfirmed"),
    # due, and nobody said anything
    ("2022-12-31", [], "no-reading"),
    # called off
    ("2022-06-30", ["date: 2022-06-30, state: cancelled"], "cancelled"),
    ("2023-06-30", ["date: 2022-06-30, state: cancelled"], "cancelled"),
    ("2022-06-29", ["date: 2022-06-30, state: cancelled"], "not-due"),
    # … and taken up again: the last state counts
    (
        "2022-12-30",
        ["date: 2022-06-30, state: cancelled", "date: 2022-09-30, state: started"],
        "not-due",
    ),
]


@pytest.mark.parametrize(("day", "readings", "rating"), ROWS)
def test_an_outcome_by_its_own_states(day: str, readings: list[str], rating: str) -> None:
    """An outcome without targets is rated as a deliverable."""
    assert b.rate_outcome(OUTCOME, b.lines(*readings), day).rating == rating


@pytest.mark.parametrize(("day", "readings", "rating"), ROWS)
def test_a_target_by_its_own_states(day: str, readings: list[str], rating: str) -> None:
    """A deliverable target has the same rows."""
    written = b.target(b.state_goal(), kind="deliverable")
    assert b.rate(written, b.lines(*readings), day).rating == rating


def test_of_several_accounts_of_a_delivery_the_earliest_day_counts() -> None:
    """A later source that still calls it delivered does not make it late."""
    readings = b.lines("date: 2022-12-01, state: delivered", "date: 2023-02-01, state: delivered")
    assert b.rate_outcome(OUTCOME, readings, "2023-06-30").rating == "met"


def test_falling_back_after_the_delivery() -> None:
    """What was delivered in time and is under way again after its due date stays met, flagged."""
    readings = b.lines("date: 2022-12-01, state: delivered", "date: 2023-02-01, state: started")
    item = b.rate_outcome(OUTCOME, readings, "2023-02-28")
    assert (item.rating, b.flags(item)) == ("met", ["fell-back"])


def test_without_a_due_date_an_outcome_is_never_late() -> None:
    """持续推进 is ongoing whatever its states, and shows the last."""
    item = b.rate_outcome(
        b.outcome("o", due=""), b.lines("date: 2021-06-30, state: delivered"), "2023-06-30"
    )
    assert (item.rating, item.due, item.reading and item.reading.state) == (
        "ongoing",
        None,
        "delivered",
    )


def test_cancelled_comes_before_ongoing() -> None:
    """An outcome without a date can be called off."""
    readings = b.lines("date: 2021-06-30, state: cancelled")
    assert b.rate_outcome(b.outcome("o", due=""), readings, "2021-06-30").rating == "cancelled"


EAST = "date: 2022-06-30, part: east, state: delivered"
WEST = "date: 2023-02-01, part: west, state: delivered"
BY_WEST = "date: 2023-02-01, part: west, state: delivered, qualifier: by"


@pytest.mark.parametrize(
    ("day", "readings", "rating", "done"),
    [
        ("2022-12-30", [EAST], "not-due", 1),
        ("2022-12-31", [EAST], "unconfirmed", 1),
        ("2023-01-31", [EAST, WEST], "unconfirmed", 1),
        ("2023-02-01", [EAST, WEST], "met-late", 2),
        ("2023-02-01", [EAST, BY_WEST], "met-undated", 2),
        ("2022-12-31", [EAST, WEST.replace("2023-02-01", "2022-12-31")], "met", 2),
        ("2022-12-31", [EAST, "date: 2022-12-31, state: started"], "missed", 1),
        ("2022-12-31", ["date: 2022-12-31, part: west, state: started"], "missed", 0),
        ("2022-12-31", [], "no-reading", 0),
        ("2022-12-31", ["date: 2022-12-31, state: delivered"], "met", 0),
        (
            "2022-12-31",
            [EAST, WEST.replace("part: west", "part: west, area: 东市")],
            "unconfirmed",
            1,
        ),
    ],
)
def test_parts_together_are_the_whole(
    day: str, readings: list[str], rating: str, done: int
) -> None:
    """The last part's delivery is the whole's; one part missing is no delivery."""
    item = b.rate_outcome(PARTS, b.lines(*readings), day)
    assert (item.rating, item.parts) == (rating, (done, 2))


def test_a_state_not_reached_by_its_day_on_the_path_is_behind() -> None:
    """Planned to have started by the end of March, and still only planned in June."""
    path = "[{date: 2022-03-31, state: started}]"
    written = b.target(b.state_goal(path=path), kind="deliverable")
    given = b.lines("date: 2022-06-30, state: planned")
    assert b.rate(written, given, "2022-06-30").rating == "behind"


@pytest.mark.parametrize(("day", "state"), [("2022-03-30", "planned"), ("2022-06-30", "started")])
def test_a_state_reached_by_its_day_on_the_path_is_not_due(day: str, state: str) -> None:
    """Before the planned day, or once the planned state is reached, nothing is late."""
    path = "[{date: 2022-03-31, state: started}]"
    written = b.target(b.state_goal(path=path), kind="deliverable")
    given = b.lines(f"date: {day}, state: {state}")
    assert b.rate(written, given, day).rating == "not-due"


def test_a_goal_may_be_an_earlier_state_than_delivered() -> None:
    """A goal of started is met by a start."""
    written = b.target(b.state_goal(state="started"), kind="deliverable")
    given = b.lines("date: 2022-06-30, state: started")
    assert b.rate(written, given, "2022-12-31").rating == "met"
