"""Which readings can decide a target's rating, found from their days and periods alone.

Every row of the table of ratings (docs/methodology.md) asks before the due day only for the last
reading of some sort up to some day: to the plan's start, to the year's, to the due day, to the day
asked about. All others need not even be read. From the due day on the first may count too.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date, timedelta
from itertools import compress

from fjdex.assess.series import Series, series_from, series_of
from fjdex.plan.ledger import Ledger, Rows, count_until
from fjdex.plan.period import Period, parse_period
from fjdex.plan.plan import Plan
from fjdex.plan.records import Goal, Target
from fjdex.plan.terms import Kind

# What tells the period of a reading from others that a rating takes otherwise.
Sorter = Callable[[Period], Hashable]


def deciding_series(plan: Plan, target: Target, goal: Goal | None, as_of: date) -> Series:
    """Answer a target's series without the values that cannot decide its rating as of a day.

    The rating is the same as by `series_of`, and so is how many readings are beside.
    """
    ledger = plan.readings.get(target.id)
    if not isinstance(ledger, Ledger):
        return series_of(plan, target, as_of)
    rows = ledger.rows(plan.area_of(target))
    kept = sorted(_deciding(plan, target, goal, as_of, rows))
    last = as_of.isoformat()
    upto = sum(map(last.__ge__, rows.days))
    known = upto if len(rows.days) == len(ledger) else count_until(ledger, last)
    every = _counting(target, rows.days, rows.periods, last)
    days, periods = ([of[at] for at in kept] for of in (rows.days, rows.periods))
    passed = every - _counting(target, days, periods, last)
    given = ledger.of([rows.lines[at] for at in kept])
    return series_from(plan, target, given, as_of, known - passed)


def _deciding(plan: Plan, target: Target, goal: Goal | None, as_of: date, rows: Rows) -> set[int]:
    """Answer the places of the rows that can decide, and of such as cannot be told from them."""
    year = date(as_of.year, 1, 1) - timedelta(days=1)
    ends = {plan.header.start, year, as_of, *((goal.due,) if goal else ())}
    doubtful = rows.odd | _sharing_a_day(rows.days)
    order, days = _in_order(rows.days, doubtful)
    sorts = _sorts(target, goal, year, rows)
    late = order[bisect_left(days, goal.due.isoformat()) :] if goal else ()
    early = (order[: bisect_right(days, end.isoformat())] for end in ends)
    last = (place for places in early for place in _last_of_each(sorts, places))
    return {*doubtful, *late, *last}


def _in_order(days: list[str], without: frozenset[int]) -> tuple[Sequence[int], Sequence[str]]:
    """Answer the places of the other rows by their days, and these."""
    places = range(len(days))
    if not without and days == sorted(days):
        return places, days
    order = sorted((at for at in places if at not in without), key=days.__getitem__)
    return order, [days[at] for at in order]


def _sharing_a_day(days: Sequence[str]) -> frozenset[int]:
    """Of one day's readings the best counts, so that each has to be looked at."""
    if len(set(days)) == len(days):
        return frozenset()
    times = Counter(days)
    return frozenset(at for at, day in enumerate(days) if times[day] > 1)


def _last_of_each(sorts: Sequence[Hashable] | None, places: Sequence[int]) -> Iterable[int]:
    """Answer the last place of each sort, of which None says that there is one."""
    if sorts is None:
        return places[-1:]
    return {sorts[at]: at for at in places}.values()


def _sorts(target: Target, goal: Goal | None, year: date, rows: Rows) -> Sequence[Hashable] | None:
    sorter = _sorter(target, goal, year)
    if sorter is None:
        return None
    periods = {text: parse_period(text) for text in set(rows.periods) if text}
    sorts = {text: sorter(period) for text, period in periods.items()}
    # A flow is of its period's last day: where that is another than its own, order may differ.
    ends = {text: period.end.isoformat() for text, period in periods.items()}
    return [
        (sorts.get(text), text if ends.get(text) != day else "")
        for day, text in zip(rows.days, rows.periods, strict=True)
    ]


def _sorter(target: Target, goal: Goal | None, year: date) -> Sorter | None:
    """Answer what a rating asks of a period; None where it asks nothing.

    Of a flow it is how it counts (`series.rates_record`), whether it is of the due year, and
    whether it had ended when the year began; of growth whether it is of the goal's own period.
    """
    due = goal.due if goal else date.max

    def of_flow(period: Period) -> Hashable:
        of_due = (period.end.year == due.year, period.end >= due)
        return (period.from_new_year, period.full_year, *of_due, period.end <= year)

    return {Kind.FLOW: of_flow, Kind.GROWTH: lambda period: period.covers(due)}.get(target.kind)


def _counting(target: Target, days: list[str], periods: list[str], last: str) -> int:
    """Answer how many rows up to a day would count if each were a plain value."""
    known = map(last.__ge__, days)
    if target.kind is not Kind.FLOW:
        return sum(known)
    times = Counter(compress(periods, known))
    return sum(count for text, count in times.items() if text and parse_period(text).from_new_year)
