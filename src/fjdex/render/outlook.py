"""Where an item stands within its year, where it is heading, and what would change its rating."""

from collections.abc import Iterator
from fractions import Fraction

from fjdex.assess.item import Flag, Forecast, YearPace
from fjdex.assess.pace import ways_of
from fjdex.plan.readings import Reading
from fjdex.plan.records import Goal, Target
from fjdex.plan.terms import Kind, Qualifier, Rating
from fjdex.render.blocks import Block
from fjdex.render.items import bounds_of
from fjdex.render.numbers import ratio
from fjdex.render.page import Page

_SHORT_OF_SCHEDULE = frozenset({Rating.BEHIND, Rating.FAR_BEHIND, Rating.REVERSING})
_UNDER_WAY = _SHORT_OF_SCHEDULE | {Rating.ON_SCHEDULE, Rating.AHEAD, Rating.NO_BASELINE}
_SHORT_OF_GOAL = frozenset({Rating.MISSED, Rating.UNCONFIRMED, Rating.UNDECIDED})


def outlook_lines(page: Page) -> Iterator[Block]:
    """Say the year's pace, what each month must bring, and where the readings point."""
    outlook = page.item.outlook
    if outlook is None:
        return
    if outlook.year is not None:
        yield _year(page, outlook.year)
    if outlook.needed is not None:
        needed, so_far = outlook.needed.per_month, outlook.needed.so_far
        yield page.line("needed", needed=page.rate(needed), so_far=page.rate(so_far))
    forecast = page.assessment.forecast(page.item)
    if forecast is not None:
        yield from _forecast(page, forecast)


def _year(page: Page, year: YearPace) -> Block:
    """Write the year's pace; without ends of its own it is a running total's pace."""
    said = ratio(year.ratio, bounds_of(page.plan), lean=year.lean)
    if year.lean is not None:
        said = page.voice(f"terms.lean.{year.lean.value}", pace=said)
    behind = ".behind" if Flag.YEAR_BEHIND in page.item.flags else ""
    if year.since is None or page.item.reading is None:
        return page.line(f"year{behind}", pace=said)
    value = page.number(Fraction(page.item.reading.value or 0))
    then, due = page.number(year.then), page.number(year.due)
    since = year.since.isoformat()
    return page.line(f"year-since{behind}", pace=said, value=value, then=then, due=due, day=since)


def _forecast(page: Page, forecast: Forecast) -> Iterator[Block]:
    due = page.item.due.isoformat() if page.item.due else ""
    when = forecast.reaches.isoformat() if forecast.reaches else ""
    read = page.item.reading.date if page.item.reading else None
    past = forecast.reaches is not None and read is not None and forecast.reaches <= read
    key = "forecast-never" if not when else "forecast-kept" if past else "forecast"
    value = page.number(forecast.projected)
    if forecast.lean is not None:
        value = page.voice(f"terms.lean.{forecast.lean.value}", pace=value)
        when = page.voice("terms.lean.either", pace=when) if when else ""
    yield page.line(key, due=due, value=value, day=when)
    if forecast.contradicts(page.item.rating):
        yield page.line("contradicts-more" if forecast.enough else "contradicts-less", due=due)


def change_lines(page: Page) -> Iterator[Block]:
    """Say what would have put it on schedule, and what reaches the goal."""
    item = page.item
    goal, reading = item.goal, item.reading
    if goal is None or goal.value is None or goal.operator is None:
        return
    if reading is None or reading.value is None:
        return
    value, way = Fraction(reading.value), "more" if goal.operator.rising else "less"
    if item.pace is not None and item.rating in _SHORT_OF_SCHEDULE:
        rising = goal.operator.rising
        missing = page.amount(abs(item.pace.expected - value))
        missing = _bounded(page, missing, reading.qualifier, rising=rising)
        yield page.line(f"to-schedule.{way}", amount=missing, day=reading.date.isoformat())
    short = Fraction(goal.value) - value if goal.operator.rising else value - Fraction(goal.value)
    # A bound says by itself that the true amount is not quite this one.
    strict = "=" not in goal.operator.value and not ways_of(reading.qualifier)
    missing = _bounded(page, page.amount(short), reading.qualifier, rising=goal.operator.rising)
    if short < 0:
        return
    if item.rating in _SHORT_OF_GOAL and short:
        yield page.line("short", amount=missing)
    elif item.rating in _UNDER_WAY and _of_goal_year(page, goal, reading):
        ending = (".over" if short else ".any") if strict else ""
        if short or strict:
            yield page.line(f"to-goal.{way}{ending}", amount=missing, due=goal.due.isoformat())


def _bounded(page: Page, amount: str, qualifier: Qualifier, *, rising: bool) -> str:
    """Say on which side of a missing amount the true one lies where the reading is bounded."""
    ways = ways_of(qualifier)
    if not ways:
        return amount
    lean = "either" if len(ways) > 1 else "at-most" if (ways[0] > 0) == rising else "at-least"
    return page.voice(f"terms.lean.{lean}", pace=amount)


def _of_goal_year(page: Page, goal: Goal, reading: Reading) -> bool:
    """Whether more of the same leads to the goal: of a flow only within the due year."""
    target = page.record
    if not isinstance(target, Target) or target.kind is not Kind.FLOW:
        return True
    of_due_year = reading.period is not None and reading.period.end.year == goal.due.year
    return of_due_year and goal.operator is not None and goal.operator.rising
