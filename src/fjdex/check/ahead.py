"""What lies in the future: judged only where somebody says what day it is."""

from collections.abc import Iterator
from datetime import date

from fjdex.check.view import At, View, told
from fjdex.plan.findings import Finding
from fjdex.plan.readings import Reading
from fjdex.plan.records import Record, Source


def dates_ahead(view: View) -> Iterator[Finding]:
    """Nothing is observed or published after today.

    Of a reading without a day the first one possible counts.
    """
    if view.today is None:
        return
    for source, at in zip(view.plan.sources, view.at("sources.yaml"), strict=True):
        yield from told(_published_ahead(source, at, view.today))
    for record, readings in view.series():
        for reading in readings:
            yield from told(reading_ahead(view, record, reading))


def _published_ahead(source: Source, at: At, today: date) -> Iterator[Finding]:
    if source.published and source.published > today:
        said = {"text": source.published.isoformat(), "today": today.isoformat()}
        yield Finding("date-ahead", at("published"), {**said, "why": "published"})


def reading_ahead(view: View, record: Record, reading: Reading) -> Iterator[Finding]:
    """No reading is of a day to come."""
    first = reading.within.start if reading.within else reading.date
    if view.today is not None and first > view.today:
        today = view.today.isoformat()
        arguments = {"text": reading.date.isoformat(), "today": today, "why": "observed"}
        yield Finding("date-ahead", view.reading(record.id, reading, "date"), arguments)
