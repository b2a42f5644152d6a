"""The records of a plan, one frozen type for each file of the data folder.

The fields are the keys of the YAML, in the order in which they are written there;
docs/data-format.md says what they mean. A field's type says how its text is read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from fjdex.plan.period import PeriodText
from fjdex.plan.scalars import Count, Day, Days, NameId, Number, Percent, Slug, Text
from fjdex.plan.terms import (
    AgencyKind,
    Confidence,
    Interval,
    Kind,
    ListName,
    Operator,
    Rating,
    SourceKind,
    State,
)
from fjdex.plan.words import Note, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading of the tasks' or the outcomes' list, with the number of items it announces."""

    id: Slug
    list: ListName
    name: Words
    total: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingClass:
    """One of the classes in which a bulletin counts; it gathers ratings."""

    id: Slug
    name: Words
    ratings: tuple[Rating, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What plan.yaml says: the plan's name and span, and the office's own conventions.

    `bands` gives the least pace of ahead, on-schedule, behind and far-behind; `about` how many
    percent 左右 leaves open on either side; `every` and `lag` (days) how often readings are due;
    `issuer` whose name bulletins bear.
    """

    id: Slug
    title: Words
    issuer: Words | None = None
    start: Day
    end: Day
    sections: tuple[Section, ...] = ()
    bands: Mapping[Rating, Number]
    about: Percent
    every: Interval
    lag: Days
    classes: tuple[RatingClass, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When a task or an outcome is due: the plan's own words, and the day they are taken for."""

    text: Text
    date: Day | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of the things that an outcome is the sum of."""

    id: Slug
    name: Words
    area: NameId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PathPoint:
    """A value or state that was planned for a day on the way to a goal."""

    date: Day
    value: Number | None = None
    state: State | None = None
    source: Slug | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task of the plan's first annex."""

    id: Slug
    section: Slug
    title: Words
    content: Words
    leads: tuple[NameId, ...]
    due: Due
    every: Interval | None = None
    lag: Days | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """An outcome of the plan's second annex; `tasks` are the ones it comes from."""

    id: Slug
    section: Slug
    title: Words
    leads: tuple[NameId, ...]
    due: Due
    tasks: tuple[Slug, ...] = ()
    area: NameId | None = None
    parts: tuple[Part, ...] = ()
    path: tuple[PathPoint, ...] = ()
    every: Interval | None = None
    lag: Days | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Where the plan states a target, and in which words."""

    ref: Text
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What is to be reached by when, as decided on a day; `path` belongs to this goal alone.

    A goal with an `area` is for that area alone; `of` is the day on which the goal for the whole
    was decided that it is a share of.
    """

    value: Number | None = None
    state: State | None = None
    operator: Operator | None = None
    due: Day
    decided: Day
    area: NameId | None = None
    of: Day | None = None
    source: Slug | None = None
    note: Note | None = None
    path: tuple[PathPoint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NextGoal:
    """What a later plan asks: shown, never in force."""

    value: Number
    due: Day
    source: Slug | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """Where a target started."""

    value: Number
    date: Day
    source: Slug | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A target: its quantity, its goals over time and its place among tasks and outcomes."""

    id: Slug
    name: Words
    kind: Kind
    unit: Text | None = None
    tasks: tuple[Slug, ...] = ()
    outcomes: tuple[Slug, ...] = ()
    leads: tuple[NameId, ...]
    area: NameId | None = None
    clause: Clause
    goals: tuple[Goal, ...]
    next: NextGoal | None = None
    baseline: Baseline | None = None
    every: Interval | None = None
    lag: Days | None = None
    note: Note | None = None

    @property
    def title(self) -> Words:
        """The target's name, under the word that tasks and outcomes use."""
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A body that leads or shares records; a group names its members."""

    id: NameId
    name: Words
    kind: AgencyKind
    aliases: tuple[Text, ...] = ()
    members: tuple[NameId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """The province, or an area within it."""

    id: NameId
    name: Words
    parent: NameId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publication or a return that readings cite."""

    id: Slug
    kind: SourceKind
    title: Note | None = None
    publisher: Text | None = None
    published: Day | None = None
    published_note: Note | None = None
    url: Text | None = None
    confidence: Confidence | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Why an item is behind in a quarter, and what is being done."""

    id: Slug
    quarter: PeriodText
    reason: Note
    action: Note
    by: Text | None = None
    date: Day | None = None


Record = Task | Outcome | Target


# The records of each register, by its file.
LISTS: Mapping[str, type[object]] = MappingProxyType(
    {
        "tasks.yaml": Task,
        "outcomes.yaml": Outcome,
        "targets.yaml": Target,
        "agencies.yaml": Agency,
        "areas.yaml": Area,
        "sources.yaml": Source,
        "remarks.yaml": Remark,
    }
)
