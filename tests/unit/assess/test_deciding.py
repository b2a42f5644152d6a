"""Which readings of a ledger are made for a rating."""

from dataclasses import replace
from datetime import date

import builders as b
from fjdex.assess.deciding import deciding_series
from fjdex.assess.series import series_of
from fjdex.yamlio.ledger import ledger_of

PLAN = b.plan_of(b.folder(b.target(b.goal())))
TARGET = PLAN.targets[0]
MONTHS = tuple(f"date: {2021 + at // 12}-{1 + at % 12:02}-15, value: {at}" for at in range(36))


def test_of_many_plain_values_the_last_of_each_span_are_made() -> None:
    """Up to the year's start and the day asked about; the others count all the same."""
    ledger = ledger_of(b.lines(*MONTHS, "date: 2023-12-20, value: 1, measure: {zh: 甲, en: A}"))
    assert ledger is not None
    plan = replace(PLAN, readings={"t": ledger})
    goal, day = TARGET.goals[0], date(2022, 6, 30)

    few, every = deciding_series(plan, TARGET, goal, day), series_of(plan, TARGET, day)
    assert [one.date.isoformat() for one in few.values] == ["2021-12-15", "2022-06-15"]
    assert (len(every.values), few.beside, every.beside) == (18, 0, 0)
