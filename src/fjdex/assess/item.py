"""One record's assessment: its rating and everything that the rating rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from fjdex.assess.duepath import Start
from fjdex.assess.pace import Lean, Pace
from fjdex.plan.readings import Reading
from fjdex.plan.records import Goal
from fjdex.plan.terms import ListName, Rating


class Flag(StrEnum):
    """What is said beside a rating."""

    STALE = "stale"
    PROVISIONAL = "provisional"
    SELF_REPORTED = "self-reported"
    BOUNDED = "bounded"
    DISPUTED = "disputed"
    YEAR_BEHIND = "year-behind"
    FELL_BACK = "fell-back"
    OVERDUE = "overdue"
    EARLY = "itself-not-due"


@dataclass(frozen=True, slots=True)
class YearPace:
    """The year's pace, and where the true one lies when a bounded figure entered it.

    `then` is the value at the year's start, of the day `since`, and `due` what the year asked for
    up to the reading; a running total, which counts from the year's start, has none of them.
    """

    ratio: Fraction
    lean: Lean | None = None
    then: Fraction = Fraction(0)
    since: date | None = None
    due: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Needed:
    """What each remaining month must bring to reach the goal, beside what each has brought."""

    per_month: Fraction
    so_far: Fraction


@dataclass(frozen=True, slots=True)
class Forecast:
    """The value at the due date on the line, and the day on which it meets the goal, if ever.

    `enough` is whether that value reaches the goal; `lean` says where the true value lies when a
    bounded figure entered the line.
    """

    projected: Fraction
    reaches: date | None
    enough: bool
    lean: Lean | None = None

    def contradicts(self, rating: Rating) -> bool:
        """Whether the line promises what the rating denies, or denies what it promises."""
        late = {Rating.BEHIND, Rating.FAR_BEHIND, Rating.REVERSING}
        return rating in (late if self.enough else {Rating.AHEAD, Rating.ON_SCHEDULE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """Where an item that is under way stands within its year, and what it needs."""

    year: YearPace | None
    needed: Needed | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A rating with the reading that it rests on and, where there is one, the pace."""

    rating: Rating
    reading: Reading | None = None
    start: Start | None = None
    pace: Pace | None = None
    outlook: Outlook | None = None
    fell_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What a record comes to on a day.

    `reading` is the one that the rating rests on, else the latest that counts. `beside` counts the
    readings on file that never rate the record: other measures, areas or parts. `parts` is how
    many of an outcome's parts are delivered, and of how many. `worst` names the leaf that decided
    a rolled-up rating, `children` counts its leaves by rating. `share` is reading over goal.
    `disputing` are readings of the same day that cannot be true beside the one that was taken.
    `latest` is the last value that counts, where the rating rests on an earlier one.
    """

    id: str
    list: ListName
    rating: Rating
    due: date | None
    flags: tuple[Flag, ...] = ()
    overdue: int | None = None
    goal: Goal | None = None
    reading: Reading | None = None
    start: Start | None = None
    pace: Pace | None = None
    outlook: Outlook | None = None
    share: Fraction | None = None
    latest: Reading | None = None
    disputing: tuple[Reading, ...] = ()
    beside: int = 0
    parts: tuple[int, int] | None = None
    worst: str | None = None
    children: Mapping[Rating, int] = field(default_factory=dict)
