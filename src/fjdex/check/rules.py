"""All rules, in one table."""

from collections.abc import Callable, Iterator
from datetime import date

from fjdex.check.advice import advised
from fjdex.check.ahead import dates_ahead
from fjdex.check.areas import area_faults
from fjdex.check.goals import goal_faults
from fjdex.check.header import band_faults, class_faults, section_totals, span_faults
from fjdex.check.identity import duplicate_ids, repeated_entries, taken_aliases, unused_sources
from fjdex.check.parents import parent_faults
from fjdex.check.readings import reading_faults
from fjdex.check.references import unknown_references
from fjdex.check.remarks import remark_faults
from fjdex.check.series import series_faults
from fjdex.check.view import View
from fjdex.load import Loaded
from fjdex.plan.findings import Finding, in_order

Rule = Callable[[View], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    duplicate_ids,
    taken_aliases,
    repeated_entries,
    span_faults,
    band_faults,
    class_faults,
    section_totals,
    unused_sources,
    parent_faults,
    remark_faults,
    dates_ahead,
    unknown_references,
    goal_faults,
    reading_faults,
    series_faults,
    area_faults,
)

_OF_HEADER = (span_faults, band_faults, class_faults, section_totals)


def check(loaded: Loaded, today: date | None = None) -> tuple[Finding, ...]:
    """Answer everything that is wrong with a folder, in order of place and code.

    Without a header what it would say (sections, classes) is not judged, but all the rest is; what
    lies in the future is judged only where `today` is given.
    """
    view = View(loaded.draft, loaded, today)
    rules = RULES if loaded.plan else [rule for rule in RULES if rule not in _OF_HEADER]
    across = [finding for rule in rules for finding in rule(view)]
    return in_order([*advised(view, loaded.findings), *across])
