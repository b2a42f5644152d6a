"""One record's assessment: its rating and everything that the rating rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from fjdex.assess.duepath import Start
from fjdex.assess.pace import Pace
from fjdex.plan.readings import Reading
from fjdex.plan.records import Goal
from fjdex.plan.terms import ListName, Rating


class Flag(StrEnum):
    """What is said beside a rating."""

    STALE = "stale"
    PROVISIONAL = "provisional"
    BOUNDED = "bounded"
    FELL_BACK = "fell-back"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A rating with the reading that it rests on and, where there is one, the pace."""

    rating: Rating
    reading: Reading | None = None
    start: Start | None = None
    pace: Pace | None = None
    fell_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What a record comes to on a day.

    `reading` is the one that the rating rests on, else the latest that counts. `beside` counts the
    readings on file that never rate the record: other measures, areas or parts. `parts` is how
    many of an outcome's parts are delivered, and of how many. `worst` names the leaf that decided
    a rolled-up rating, `children` counts its leaves by rating. `share` is reading over goal.
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
    share: Fraction | None = None
    beside: int = 0
    parts: tuple[int, int] | None = None
    worst: str | None = None
    children: Mapping[Rating, int] = field(default_factory=dict)
