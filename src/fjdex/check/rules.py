"""All rules, in one table."""

from collections.abc import Callable, Iterator

from fjdex.check.areas import area_faults
from fjdex.check.goals import goal_faults
from fjdex.check.identity import class_faults, duplicate_ids, section_totals, unused_sources
from fjdex.check.readings import reading_faults
from fjdex.check.references import unknown_references
from fjdex.check.series import series_faults
from fjdex.check.view import View
from fjdex.load import Loaded
from fjdex.plan.findings import Finding, in_order

Rule = Callable[[View], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    duplicate_ids,
    class_faults,
    section_totals,
    unused_sources,
    unknown_references,
    goal_faults,
    reading_faults,
    series_faults,
    area_faults,
)


def check(loaded: Loaded) -> tuple[Finding, ...]:
    """Answer everything that is wrong with a folder, in order of place and code.

    Without a header there is no plan to judge, and only what loading found is answered.
    """
    if loaded.plan is None:
        return loaded.findings
    view = View(loaded.plan, loaded)
    across = [finding for rule in RULES for finding in rule(view)]
    return in_order([*loaded.findings, *across])
