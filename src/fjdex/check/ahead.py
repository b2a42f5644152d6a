"""What lies in the future: judged only where somebody says what day it is."""

from collections.abc import Iterator

from fjdex.check.view import View
from fjdex.plan.findings import Finding


def dates_ahead(view: View) -> Iterator[Finding]:
    """Nothing is observed or published after today.

    Of a reading without a day the first one possible counts.
    """
    if view.today is None:
        return
    today = view.today.isoformat()
    for source, at in zip(view.plan.sources, view.at("sources.yaml"), strict=True):
        if source.published and source.published > view.today:
            arguments = {"text": source.published.isoformat(), "today": today, "why": "published"}
            yield Finding("date-ahead", at("published"), arguments)
    for record, readings in view.series():
        for reading in readings:
            first = reading.within.start if reading.within else reading.date
            if first > view.today:
                arguments = {"text": reading.date.isoformat(), "today": today, "why": "observed"}
                yield Finding("date-ahead", view.reading(record.id, reading, "date"), arguments)
