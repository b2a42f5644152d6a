"""Readings that wait in their texts until somebody needs them."""

from datetime import date
from typing import Any

from fjdex.review.shelf import Shelf
from pairs import TEXTS, edited, loaded

_STATIONS = "readings/stations.yaml"


def shelf(text: str = TEXTS[_STATIONS], **held: Any) -> Shelf:
    """Put the readings of the stations on a shelf, beside what is held already."""
    return Shelf(held, {_STATIONS: text}, {}, [])


def test_a_shelf_is_the_readings_that_it_holds_and_those_that_wait() -> None:
    """Whoever asks for one gets it as a file gives it."""
    readings = loaded().draft.readings
    mixed = shelf(outcome=readings["outcome-2"])

    assert dict(mixed) == {"outcome": readings["outcome-2"], "stations": readings["stations"]}
    assert (len(mixed), "stations" in mixed, "users" in mixed) == (2, True, False)
    assert mixed.get("users") is None


def test_what_is_read_is_read_once() -> None:
    """For either of two shelves that share it."""
    read: dict[str, Any] = {}
    one, other = (Shelf({}, {_STATIONS: TEXTS[_STATIONS]}, read, []) for _ in range(2))

    assert one["stations"] is other["stations"]


def test_a_fault_is_known_when_the_file_is_needed() -> None:
    """Not before; what is understood beside it is there."""
    faulty = shelf(edited((_STATIONS, "value: 400", "value: 4oo"))[_STATIONS])

    before = list(faulty.faults)
    count = len(faulty["stations"])

    assert (before, count, [one.code for one in faulty.faults]) == ([], 2, ["number-malformed"])


def test_the_last_day_is_told_by_the_last_line() -> None:
    """Of a file in another shape, by reading it; of one without readings there is none."""
    texts = [
        TEXTS[_STATIONS],
        "- date: 2022-03-31\n  value: 400\n",
        "- {date: 2022-02-31, value: 400}\n",
        "[]\n",
    ]

    last = [shelf(text).last_day("stations") for text in texts]

    assert last == [date(2022, 3, 31), date(2022, 3, 31), date.min, date.min]
    assert shelf(users=loaded().draft.readings["stations"]).last_day("users") == date(2022, 3, 31)
