"""One reading among the changes of a record, followed back to where it came from."""

from datetime import date
from decimal import Decimal

import pytest

from fjdex.plan.readings import Reading
from fjdex.review.change import READING, Change, Deed, Subject
from fjdex.review.followed import Sought, followed

SUBJECT = Subject("targets", "t", "t")
FIRST = Reading(date=date(2024, 10, 13), value=Decimal(1), source="a")
MENDED = Reading(date=date(2024, 10, 31), value=Decimal(1), source="a")
CITY = Reading(date=date(2024, 10, 31), value=Decimal(1), area="东市", part="p", source="b")


def change(before: Reading | None, after: Reading | None) -> Change:
    """Make a change of a reading."""
    deed = Deed.ADDED if before is None else Deed.WITHDRAWN if after is None else Deed.CORRECTED
    return Change(subject=SUBJECT, thing=READING, deed=deed, before=before, after=after)


def area_of(reading: Reading) -> str:
    """Answer the area of a reading: the whole's, where it names none."""
    return reading.area or "全省"


ADDED, CORRECTED, OTHER = change(None, FIRST), change(FIRST, MENDED), change(None, CITY)
TITLE = Change(subject=SUBJECT, thing="title", deed=Deed.REVISED)


@pytest.mark.parametrize(
    ("sought", "wanted"),
    [
        (Sought(day=MENDED.date, area="全省"), [(ADDED,), (CORRECTED,), ()]),
        (Sought(day=MENDED.date), [(ADDED,), (CORRECTED,), (OTHER,)]),
        (Sought(day=FIRST.date), [(ADDED,), (CORRECTED,), ()]),
        (Sought(source="b"), [(), (), (OTHER,)]),
        (Sought(area="东市"), [(), (), (OTHER,)]),
        (Sought(part="p"), [(), (), (OTHER,)]),
        (Sought(part="p", source="a"), [(), (), ()]),
    ],
)
def test_only_what_was_done_to_the_reading(
    sought: Sought, wanted: list[tuple[Change, ...]]
) -> None:
    """A correction is followed back to what the reading was before, by whatever date."""
    assert followed([(ADDED, TITLE), (CORRECTED,), (OTHER,)], sought, area_of) == wanted


def test_nothing_sought_is_nothing() -> None:
    """Whoever asks for no reading is not asked to choose."""
    assert [bool(one) for one in (Sought(), Sought(part="p"))] == [False, True]
