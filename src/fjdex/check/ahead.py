"""What lies in the future: judged only where somebody says what day it is."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from fjdex.check.view import At, View, told
from fjdex.plan.findings import Finding, Place
from fjdex.plan.readings import Reading
from fjdex.plan.records import Goal, Record, Remark, Source


def dates_ahead(view: View) -> Iterator[Finding]:
    """Nothing is observed, published, decided or remarked on after today.

    Of a reading without a day the first one possible counts.
    """
    if view.today is None:
        return
    for source, at in zip(view.plan.sources, view.at("sources.yaml"), strict=True):
        yield from told(_published_ahead(source, at, view.today))
    for remark, at in zip(view.plan.remarks, view.at("remarks.yaml"), strict=True):
        yield from told(_remarked_ahead(remark, at, view.today))
    for target, at in zip(view.plan.targets, view.at("targets.yaml"), strict=True):
        for index, goal in enumerate(target.goals):
            yield from told(_decided_ahead(goal, partial(at, "goals", index), view.today))
    for record, readings in view.series():
        for reading in readings:
            yield from told(reading_ahead(view, record, reading))


def _published_ahead(source: Source, at: At, today: date) -> Iterator[Finding]:
    if source.published and source.published > today:
        said = {"text": source.published.isoformat(), "today": today.isoformat()}
        yield Finding("date-ahead", at("published"), {**said, "why": "published"})


def _remarked_ahead(remark: Remark, at: At, today: date) -> Iterator[Finding]:
    """Of a quarter that has not begun nobody can say why an item is behind in it."""
    if remark.quarter.start > today:
        said = {"text": str(remark.quarter), "today": today.isoformat()}
        yield Finding("date-ahead", at("quarter"), {**said, "why": "quarter"})
    if remark.date is not None and remark.date > today:
        said = {"text": remark.date.isoformat(), "today": today.isoformat()}
        yield Finding("date-ahead", at("date"), {**said, "why": "written"})


def _decided_ahead(goal: Goal, at: Callable[[str], Place], today: date) -> Iterator[Finding]:
    if goal.decided > today:
        said = {"text": goal.decided.isoformat(), "today": today.isoformat()}
        yield Finding("date-ahead", at("decided"), {**said, "why": "decided"})


def reading_ahead(view: View, record: Record, reading: Reading) -> Iterator[Finding]:
    """No reading is of a day to come."""
    first = reading.within.start if reading.within else reading.date
    if view.today is not None and first > view.today:
        today = view.today.isoformat()
        arguments = {"text": reading.date.isoformat(), "today": today, "why": "observed"}
        yield Finding("date-ahead", view.reading(record.id, reading, "date"), arguments)
