"""One reading sought among the changes of a record, and followed back to where it came from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from fjdex.plan.readings import Reading
from fjdex.review.change import READING, Change

# Answers the area that a reading is of, where it names none itself.
AreaOf = Callable[[Reading], str]


@dataclass(frozen=True)
class Sought:
    """What is known of the reading; what is None may be anything."""

    day: date | None = None
    source: str | None = None
    area: str | None = None
    part: str | None = None

    def __bool__(self) -> bool:
        return any((self.day, self.source, self.area, self.part))

    def fits(self, reading: Reading, area_of: AreaOf) -> bool:
        """Whether a reading may be the one."""
        pairs = (
            (self.day, reading.date),
            (self.source, reading.source),
            (self.part, reading.part),
            (self.area, area_of(reading) if self.area else None),
        )
        return all(wanted is None or wanted == held for wanted, held in pairs)


def followed(
    entries: Sequence[Sequence[Change]], sought: Sought, area_of: AreaOf
) -> list[tuple[Change, ...]]:
    """Answer of each entry, oldest first, only what it did to the readings that are sought.

    What such a reading was before a correction is followed too, whatever its date was then.
    """
    was: set[Reading] = set()
    kept: list[tuple[Change, ...]] = []
    for changes in reversed(entries):
        found = []
        for change in changes:
            sides = [one for one in (change.before, change.after) if isinstance(one, Reading)]
            ours = any(one in was or sought.fits(one, area_of) for one in sides)
            if change.thing == READING and ours:
                found.append(change)
                was.update(sides[:1] if change.before is not None else ())
        kept.append(tuple(found))
    return kept[::-1]
