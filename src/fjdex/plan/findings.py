"""Findings: what is wrong with a data folder, as values with a place.

A finding holds a code and arguments; `messages` makes sentences of them. Codes name the pattern,
not the remedy, and are relied upon: `CODES` is the whole table of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Severity(StrEnum):
    """Whether a finding makes the data wrong, or only doubtful."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a file. Lines and columns count from 1, columns in characters.

    `end_column` is the column after the last character; an empty stretch points between two.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


_ERRORS = (
    # a file, before anything in it is understood
    "file-empty",
    "file-missing",
    "file-unreadable",
    "file-not-utf8",
    "file-too-large",
    "file-too-deep",
    "conflict-marker",
    "character-forbidden",
    "yaml-syntax",
    "yaml-feature",
    "sign-fullwidth",
    "shape-unexpected",
    # a record, taken alone
    "key-unknown",
    "key-missing",
    "key-duplicated",
    "value-empty",
    "text-expected",
    "term-unknown",
    "number-malformed",
    "date-malformed",
    "period-malformed",
    "id-malformed",
    # records among each other
    "id-duplicated",
    "agency-unknown",
    "area-unknown",
    "outcome-unknown",
    "part-unknown",
    "record-unknown",
    "section-unknown",
    "source-unknown",
    "task-unknown",
    "alias-taken",
    "area-circular",
    "entry-repeated",
    "span-reversed",
    "band-unfit",
    "class-uncovered",
    "baseline-order",
    "goal-incomplete",
    "goal-order",
    "goal-unknown",
    "path-order",
    "path-outside",
    "value-misprinted",
    "value-unfit",
    "unit-unfit",
    "measure-unfit",
    "period-unfit",
    "reading-duplicated",
    "reading-order",
    "reading-after-publication",
    "remark-duplicated",
    "source-missing",
)
_WARNINGS = (
    "file-unknown",
    "date-ahead",
    "goal-after-due",
    "next-order",
    "area-parentless",
    "area-sum",
    "goal-sum",
    "section-total",
    "period-missing",
    "reading-contradicted",
    "state-after-publication",
    "source-unused",
    "total-falling",
    "value-out-of-domain",
)
CODES: Mapping[str, Severity] = MappingProxyType(
    dict.fromkeys(_ERRORS, Severity.ERROR) | dict.fromkeys(_WARNINGS, Severity.WARNING)
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, where, and what a sentence about it needs."""

    code: str
    place: Place
    arguments: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """How much it matters, as the table of codes says."""
        return CODES[self.code]


def in_order(findings: "tuple[Finding, ...] | list[Finding]") -> tuple[Finding, ...]:
    """Sort findings by file, line, column and code."""
    return tuple(sorted(findings, key=lambda one: (one.place, one.code)))


def too_many(file: str, line: int, limit: int) -> Finding:
    """Say that of a file no more is told than so many faults of a kind, from this line on."""
    arguments = {"limit": f"{limit:,}", "why": "faults"}
    return Finding("file-too-large", Place(file, line, 1, line, 1), arguments)
