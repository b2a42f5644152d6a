"""Where an item stands within its year, where it is heading, and what would change its rating."""

from collections.abc import Iterator
from fractions import Fraction

from fjdex.assess.item import Flag, Forecast
from fjdex.plan.readings import Reading
from fjdex.plan.records import Goal, Target
from fjdex.plan.terms import Kind, Rating
from fjdex.render.blocks import Block
from fjdex.render.items import bounds_of
from fjdex.render.numbers import ratio
from fjdex.render.sums import Sums

_SHORT_OF_SCHEDULE = frozenset({Rating.BEHIND, Rating.FAR_BEHIND, Rating.REVERSING})
_UNDER_WAY = _SHORT_OF_SCHEDULE | {Rating.ON_SCHEDULE, Rating.AHEAD, Rating.NO_BASELINE}
_SHORT_OF_GOAL = frozenset({Rating.MISSED, Rating.UNCONFIRMED, Rating.UNDECIDED})


def outlook_lines(sums: Sums) -> Iterator[Block]:
    """Say the year's pace, what each month must bring, and where the readings point."""
    outlook = sums.item.outlook
    if outlook is None:
        return
    if outlook.year is not None:
        year = ratio(outlook.year.ratio, bounds_of(sums.plan))
        if outlook.year.lean is not None:
            year = sums.voice(f"terms.lean.{outlook.year.lean.value}", pace=year)
        behind = Flag.YEAR_BEHIND in sums.item.flags
        yield sums.line("year-behind" if behind else "year", pace=year)
    if outlook.needed is not None:
        needed, so_far = outlook.needed.per_month, outlook.needed.so_far
        yield sums.line("needed", needed=sums.rate(needed), so_far=sums.rate(so_far))
    if outlook.forecast is not None:
        yield from _forecast(sums, outlook.forecast)


def _forecast(sums: Sums, forecast: Forecast) -> Iterator[Block]:
    due = sums.item.due.isoformat() if sums.item.due else ""
    when = forecast.reaches.isoformat() if forecast.reaches else ""
    read = sums.item.reading.date if sums.item.reading else None
    past = forecast.reaches is not None and read is not None and forecast.reaches <= read
    key = "forecast-never" if not when else "forecast-kept" if past else "forecast"
    yield sums.line(key, due=due, value=sums.number(forecast.projected), day=when)
    if forecast.contradicts(sums.item.rating):
        yield sums.line("contradicts-more" if forecast.enough else "contradicts-less", due=due)


def change_lines(sums: Sums) -> Iterator[Block]:
    """Say what would have put it on schedule, and what reaches the goal."""
    item = sums.item
    goal, reading = item.goal, item.reading
    if goal is None or goal.value is None or goal.operator is None:
        return
    if reading is None or reading.value is None:
        return
    value, way = Fraction(reading.value), "more" if goal.operator.rising else "less"
    if item.pace is not None and item.rating in _SHORT_OF_SCHEDULE:
        missing = sums.amount(abs(item.pace.expected - value))
        yield sums.line(f"to-schedule.{way}", amount=missing, day=reading.date.isoformat())
    short = Fraction(goal.value) - value if goal.operator.rising else value - Fraction(goal.value)
    missing = sums.amount(short)
    if short < 0:
        return
    if item.rating in _SHORT_OF_GOAL and goal.value != reading.value:
        yield sums.line("short", amount=missing)
    elif item.rating in _UNDER_WAY and _of_goal_year(sums, goal, reading):
        strict = "" if "=" in goal.operator.value else ".over"
        yield sums.line(f"to-goal.{way}{strict}", amount=missing, due=goal.due.isoformat())


def _of_goal_year(sums: Sums, goal: Goal, reading: Reading) -> bool:
    """Whether more of the same leads to the goal: of a flow only within the due year."""
    target = sums.plan.records[sums.item.id]
    if not isinstance(target, Target) or target.kind is not Kind.FLOW:
        return True
    of_due_year = reading.period is not None and reading.period.end.year == goal.due.year
    return of_due_year and goal.operator is not None and goal.operator.rising
