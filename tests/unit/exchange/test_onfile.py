"""What is on file of a record, looked up by the row."""

from collections.abc import Sequence

import builders as b
from fjdex.exchange.onfile import OnFile
from fjdex.plan.readings import Reading

READINGS = b.lines(
    "date: 2021-03-31, value: 1, source: s",
    "date: 2021-06-30, area: 东市, value: 2, source: s",
    "date: 2021-06-30, value: 3, measure: {zh: 乙, en: other}, unit: 个, source: s",
    "date: 2021-09-30, value: 4, source: s",
    "date: 2021-09-30, value: 5, source: u",
)


def on_file() -> tuple[OnFile, Sequence[Reading]]:
    """Answer the shelf of a plan with a target and an empty one, and the readings on it."""
    targets = b.target(b.goal(), key="t") + b.target(b.goal(), key="empty")
    sources = b.source("s") + b.source("u")
    plan = b.plan_of(b.folder(targets=targets, readings={"t": READINGS}, sources=sources))
    return OnFile(plan), plan.readings["t"]


def test_the_same_key_is_found() -> None:
    """An area that is named is the one that goes without saying."""
    shelf, given = on_file()
    record, empty = shelf.plan.records["t"], shelf.plan.records["empty"]
    named = b.reading_of("date: 2021-03-31, area: 虚构省, value: 9, source: s")
    other = b.reading_of("date: 2021-03-31, value: 1, source: u")

    assert shelf.same(record, named) == given[0]
    assert (shelf.same(record, other), shelf.same(empty, named)) == (None, None)


def test_the_last_value_of_the_same_thing_is_found() -> None:
    """Of one area, one part and the record's own measure; the last of its day."""
    shelf, given = on_file()
    record = shelf.plan.records["t"]
    asked = (
        "date: 2021-08-31, value: 9",
        "date: 2021-08-31, area: 东市, value: 9",
        "date: 2021-12-31, value: 9",
        "date: 2021-01-31, value: 9",
    )
    found = [shelf.until(record, b.reading_of(one)) for one in asked]
    assert found == [(given[0],), (given[1],), (given[4],), ()]
