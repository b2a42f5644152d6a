"""The closed vocabularies of a plan: every word that a file may hold where only some are allowed.

The codes are never translated; `messages` holds what people read for them.
"""

from enum import StrEnum


class ListName(StrEnum):
    """One of the plan's three lists of rated records, in the order in which they are shown."""

    TARGETS = "targets"
    OUTCOMES = "outcomes"
    TASKS = "tasks"

    @property
    def one(self) -> str:
        """The word for one record of the list: target, outcome or task."""
        return self.value.removesuffix("s")


class Kind(StrEnum):
    """How a target's value comes about, which decides how it is rated (docs/methodology.md)."""

    STOCK = "stock"
    FLOW = "flow"
    RATIO = "ratio"
    GROWTH = "growth"
    DELIVERABLE = "deliverable"


class Operator(StrEnum):
    """How a value is compared with its goal; it gives the direction too."""

    AT_LEAST = ">="
    MORE = ">"
    AT_MOST = "<="
    LESS = "<"

    @property
    def rising(self) -> bool:
        """Whether higher is better."""
        return self in {Operator.AT_LEAST, Operator.MORE}


class State(StrEnum):
    """How far a deliverable has come."""

    PLANNED = "planned"
    STARTED = "started"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


class Qualifier(StrEnum):
    """What a printed figure says about the true one; `BY` is for states alone."""

    EXACT = "exact"
    AT_LEAST = "at-least"
    FROM = "from"
    JUST_UNDER = "just-under"
    ABOUT = "about"
    BY = "by"


class Comparability(StrEnum):
    """How near a reading's measure is to the record's own; only `SAME` is ever rated."""

    SAME = "same"
    NEAR = "near"
    PARTIAL = "partial"
    PROXY = "proxy"


class Status(StrEnum):
    """Whether the publisher calls a figure final."""

    FINAL = "final"
    PROVISIONAL = "provisional"


class SourceKind(StrEnum):
    """Where a figure was seen: the publisher's own text, a reprint, a unit's return."""

    PUBLICATION = "publication"
    REPRINT = "reprint"
    RETURN = "return"


class AgencyKind(StrEnum):
    """What sort of body leads."""

    DEPARTMENT = "department"
    CITY = "city"
    GROUP = "group"
    OTHER = "other"


class Confidence(StrEnum):
    """How far a source is trusted."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Interval(StrEnum):
    """How often a record is to be reported."""

    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"


class Rating(StrEnum):
    """The computed verdict on a record; docs/methodology.md says when each is given.

    The order here is the order in which a list of ratings is shown, best first.
    """

    MET = "met"
    MET_UNDATED = "met-undated"
    MET_LATE = "met-late"
    AHEAD = "ahead"
    ON_SCHEDULE = "on-schedule"
    BEHIND = "behind"
    FAR_BEHIND = "far-behind"
    REVERSING = "reversing"
    MISSED = "missed"
    UNDECIDED = "undecided"
    UNCONFIRMED = "unconfirmed"
    NOT_DUE = "not-due"
    ONGOING = "ongoing"
    NO_BASELINE = "no-baseline"
    NO_READING = "no-reading"
    CANCELLED = "cancelled"


# The ratings for which plan.yaml gives the least pace, the highest first.
BANDS = (Rating.AHEAD, Rating.ON_SCHEDULE, Rating.BEHIND, Rating.FAR_BEHIND)
