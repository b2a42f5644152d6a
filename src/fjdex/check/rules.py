"""All rules, in one table."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from fjdex.check.advice import advised
from fjdex.check.ahead import dates_ahead, reading_ahead
from fjdex.check.areas import area_faults
from fjdex.check.clean import clean_of
from fjdex.check.goals import goal_faults
from fjdex.check.header import band_faults, class_faults, section_totals, span_faults
from fjdex.check.identity import duplicate_ids, repeated_entries, taken_aliases, unused_sources
from fjdex.check.parents import parent_faults
from fjdex.check.readings import faults_of, reading_faults
from fjdex.check.references import unknown_references
from fjdex.check.remarks import remark_faults
from fjdex.check.series import series_faults
from fjdex.check.view import View, told
from fjdex.load import Loaded
from fjdex.plan.findings import Finding, in_order
from fjdex.plan.readings import Reading
from fjdex.plan.records import Record
from fjdex.yamlio.conflicts import other_lines

Rule = Callable[[View], Iterator[Finding]]

_OF_HEADER: tuple[Rule, ...] = (span_faults, band_faults, class_faults, section_totals)
# What these say does not hang on readings.
OF_REGISTERS: tuple[Rule, ...] = (
    duplicate_ids,
    taken_aliases,
    repeated_entries,
    *_OF_HEADER,
    parent_faults,
    remark_faults,
    goal_faults,
)
RULES: tuple[Rule, ...] = (
    *OF_REGISTERS,
    unused_sources,
    dates_ahead,
    unknown_references,
    reading_faults,
    series_faults,
    area_faults,
)


def check(
    loaded: Loaded, today: date | None = None, without: Collection[Rule] = ()
) -> tuple[Finding, ...]:
    """Answer everything that is wrong with a folder, in order of place and code.

    Without a header what it would say (sections, classes) is not judged, but all the rest is; what
    lies in the future is judged only where `today` is given. Rules `without` are not asked.
    """
    view = _with_clean(View(loaded.judged, loaded, today))
    # What to type is said for certain only by what is understood as a whole.
    found = [*advised(replace(view, plan=loaded.draft), loaded.findings), *_across(view, without)]
    if loaded.aside is not None:
        found += _of_other_sides(found, loaded, View(loaded.aside.judged, loaded.aside, today))
    return in_order(list(_without_meant(list(_without_exchanged(found)))))


def _without_exchanged(found: Sequence[Finding]) -> Iterator[Finding]:
    """Leave out sources that are unknown only because each stands under another value's key."""
    given = (one.arguments for one in found)
    meant = [one["near"] for one in given if one.get("why") == "swapped"]
    words = {word for near in meant for word in near.replace(", ", " ").split()}
    for one in found:
        if one.code != "source-unknown" or one.arguments["text"] not in words:
            yield one


def _without_meant(found: Sequence[Finding]) -> Iterator[Finding]:
    """Leave out sources that nothing cites, where one that is misspelt or left out may."""
    words = {
        word
        for one in found
        if one.code in {"source-unknown", "id-malformed"}
        for word in one.arguments.get("near", "").split(", ")
    }
    lost = any(one.code == "value-empty" and one.arguments["key"] == "source" for one in found)
    for one in found:
        if one.code != "source-unused" or not (lost or one.arguments["text"] in words):
            yield one


def _across(view: View, without: Collection[Rule] = ()) -> Iterator[Finding]:
    for rule in (one for one in RULES if one not in without):
        if view.loaded.headed or rule not in _OF_HEADER:
            yield from told(rule(view))


def _of_other_sides(found: Sequence[Finding], loaded: Loaded, view: View) -> Iterator[Finding]:
    """Answer what is wrong on the other sides of conflicts, which are not read with the first."""
    known = {(one.code, one.place) for one in found}
    lines = {file: other_lines(text) for file, text in loaded.places.texts.items()}
    for one in _across(view):
        there = one.place.line in lines.get(one.place.file, ())
        if there and (one.code, one.place) not in known:
            yield one


def _with_clean(view: View) -> View:
    """Leave out, of what is judged, the readings of which no rule has anything to say."""

    def judge(record: Record, reading: Reading) -> bool:
        by_itself = faults_of(view, record, reading), reading_ahead(view, record, reading)
        unknown = reading.source is not None and reading.source not in view.plan.source
        return unknown or any(map(any, by_itself))

    return replace(view, clean=clean_of(view.loaded.draft, judge))
