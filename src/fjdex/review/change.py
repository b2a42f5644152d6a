"""A change: one fact of a plan that is there, gone or another one than before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from fjdex.plan.findings import Place
from fjdex.plan.records import Goal

Step = str | int
Steps = tuple[Step, ...]


class Deed(StrEnum):
    """What was done to a fact; readings are corrected and withdrawn, everything else is not."""

    ADDED = "added"
    REVISED = "revised"
    RENAMED = "renamed"
    REMOVED = "removed"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


READING = "reading"
# The list of a data folder that a file holds, and the word for one record of it.
ONE: Mapping[str, str] = MappingProxyType(
    {
        "plan": "plan",
        "targets": "target",
        "outcomes": "outcome",
        "tasks": "task",
        "agencies": "agency",
        "areas": "area",
        "sources": "source",
        "remarks": "remark",
    }
)
RATED = frozenset({"targets", "outcomes", "tasks"})


@dataclass(frozen=True, slots=True)
class Subject:
    """A record on both sides: `table` is its file without the ending, `former` the id it had."""

    table: str
    id: str
    former: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One fact that changed: of which record, what, and what it is on both sides.

    `thing` is the record itself (`target`, `source`), a reading, or the key that holds the fact;
    `of` is the goal that a planned value belongs to. `before` and `after` are values of the plan,
    None where there is nothing. `slot` leads to where the fact stands in the record as it was, or
    to the list that it is new in; `steps_before` and `steps_after` lead to it in its file's record.
    """

    subject: Subject
    thing: str
    deed: Deed
    before: object = None
    after: object = None
    of: Goal | None = None
    place_before: Place | None = None
    place_after: Place | None = None
    slot: Steps = field(default=(), compare=False, repr=False)
    steps_before: Steps | None = field(default=None, compare=False, repr=False)
    steps_after: Steps | None = field(default=None, compare=False, repr=False)

    @property
    def id(self) -> str:
        """The id that the record goes by now."""
        return self.subject.id

    @property
    def table(self) -> str:
        """The file of the record, without its ending."""
        return self.subject.table

    @property
    def code(self) -> str:
        """What happened, as a word that scripts rely on: `reading-added`, `goal-revised`."""
        return f"{self.thing}-{self.deed.value}"

    @property
    def place(self) -> Place | None:
        """Where it stands now, or stood."""
        return self.place_after or self.place_before

    @property
    def whole(self) -> bool:
        """Whether a record came, went or got another id."""
        return self.thing == ONE.get(self.table) and self.table != "remarks"


Locate = Callable[[Steps], Place]


def placed(change: Change, before: Locate, after: Locate) -> Change:
    """Answer a change with its places, as each side's record says them."""
    was, now = change.steps_before, change.steps_after
    return replace(
        change,
        place_before=None if was is None else before(was),
        place_after=None if now is None else after(now),
    )
