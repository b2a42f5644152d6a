"""How a rating came about, step by step, with the file and line of every input."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from fjdex.assess.duepath import Due, Origin, Point
from fjdex.assess.pace import Pace
from fjdex.assess.series import rivals_of, why_preferred
from fjdex.plan.readings import Reading
from fjdex.plan.records import Outcome, Target
from fjdex.plan.terms import Kind, Rating
from fjdex.render.blocks import Block
from fjdex.render.items import bounds_of, goal_said, pace_said
from fjdex.render.numbers import exact, measured, rounded
from fjdex.render.outlook import change_lines, outlook_lines
from fjdex.render.page import Page


def steps(page: Page) -> Iterator[Block]:
    """Answer a line for each step from the inputs to the rating, and what would change it."""
    item = page.item
    if item.worst is None:
        yield from _inputs(page)
    elif item.reading is not None:
        yield page.line("own", value=page.said(item.reading), at=page.at_reading(item.reading))
    yield from _pace(page)
    yield from outlook_lines(page)
    word = page.voice(f"terms.rating.{item.rating.value}")
    yield page.line("verdict", rating=word, why=_because(page))
    yield from change_lines(page)


def _inputs(page: Page) -> Iterator[Block]:
    item = page.item
    if item.reading is not None:
        yield page.line("reading", value=page.said(item.reading), at=page.at_reading(item.reading))
        yield from _rivals(page, item.reading)
    yield from _start(page)
    if item.goal is not None:
        goal = goal_said(item.goal, page.unit, page.voice)
        yield page.line("goal", value=goal, due=item.goal.due.isoformat(), at=page.at_goal())


def _rivals(page: Page, reading: Reading) -> Iterator[Block]:
    """Say why this one was taken where several values are on file for its day."""
    if reading.value is None:
        return
    for one in rivals_of(page.plan, page.record, reading):
        why = page.voice(f"show.preferred.{why_preferred(page.plan, reading, one)}")
        key = "disputing" if one in page.item.disputing else "rival"
        yield page.line(key, value=page.said(one), why=why, at=page.at_reading(one))


def _start(page: Page) -> Iterator[Block]:
    start, target = page.item.start, page.record
    if start is None or not isinstance(target, Target):
        return
    if start.reading is not None:
        yield page.line(
            "derived", value=page.said(start.reading), at=page.at_reading(start.reading)
        )
    elif target.baseline is not None:
        value = measured(target.baseline.value, page.unit, page.voice)
        day = start.date.isoformat()
        yield page.line("baseline", value=f"{value} ({day})", at=page.at_target(target, "baseline"))


def _pace(page: Page) -> Iterator[Block]:
    pace, reading = page.item.pace, page.item.reading
    if pace is None or reading is None:
        if page.item.share is not None and page.item.rating is Rating.NO_BASELINE:
            yield page.line("share", share=exact(rounded(page.item.share * 100, 1)))
        return
    if pace.elapsed is None:
        yield from _pace_on_line(page, pace, reading)
    else:
        yield from _pace_of_total(page, pace, reading)


def _pace_on_line(page: Page, pace: Pace, reading: Reading) -> Iterator[Block]:
    day = _day(page, reading)
    expected = page.number(pace.expected)
    yield page.line("due", day=day.isoformat(), sum=_due(page, pace.due, day), value=expected)
    if pace.ratio is not None and page.item.start is not None:
        base, value = page.number(page.item.start.value), page.number(Fraction(reading.value or 0))
        said = pace_said(page.plan, page.item, page.voice)
        yield page.line("pace", value=value, base=base, expected=expected, pace=said)


def _pace_of_total(page: Page, pace: Pace, reading: Reading) -> Iterator[Block]:
    """Write a running total's pace: the year's whole first, then its share of the year so far."""
    end = reading.period.end if reading.period else reading.date
    last = min(date(end.year, 12, 31), page.item.due or date.max)
    whole = page.number(pace.due.value)
    yield page.line("due", day=last.isoformat(), sum=_due(page, pace.due, last), value=whole)
    before = date(end.year, 1, 1) - timedelta(days=1)
    share = f"{(end - before).days}/{(last - before).days}"
    expected = page.number(pace.expected)
    yield page.line("elapsed", day=end.isoformat(), whole=whole, share=share, value=expected)
    if pace.ratio is None:
        return
    value = page.number(Fraction(reading.value or 0))
    goal = page.item.goal
    rising = goal is None or goal.operator is None or goal.operator.rising
    key = "total" if (pace.expected > 0) == rising else "cap"
    said = pace_said(page.plan, page.item, page.voice)
    yield page.line(key, value=value, expected=expected, pace=said)


def _day(page: Page, reading: Reading) -> date:
    """Answer the day for which the due value was reckoned."""
    target = page.record
    flow = isinstance(target, Target) and target.kind is Kind.FLOW
    return reading.period.end if flow and reading.period else reading.date


def _due(page: Page, due: Due, day: date) -> str:
    if due.before == due.after:
        return _point(page, due.before)
    elapsed, span = (day - due.before.date).days, (due.after.date - due.before.date).days
    first, last = page.number(due.before.value), page.number(due.after.value)
    ends = f"{_point(page, due.before)} → {_point(page, due.after)}"
    return f"{first} + ({last} − {first}) × {elapsed}/{span}, {ends}"


def _point(page: Page, point: Point) -> str:
    word = page.voice(f"show.origin.{point.origin.value}")
    text = f"{word} {page.number(point.value)} ({point.date.isoformat()})"
    path = ("path", point.index) if point.origin is Origin.PATH else ()
    return text if point.origin is Origin.BASELINE else f"{text} {page.at_goal(*path)}"


def _because(page: Page) -> str:
    """Say the rule that gave the rating, with its band where there is one."""
    item, voice = page.item, page.voice
    if item.worst is not None:
        worst = page.plan.records[item.worst].title.in_(voice.language)
        return voice("show.because.worst", worst=worst)
    due = item.due.isoformat() if item.due else ""
    if item.rating is Rating.BEHIND and item.pace is None:
        return _because_behind(page)
    if item.pace is None or item.pace.ratio is None:
        return voice(_reason(page), due=due)
    bands = sorted(bounds_of(page.plan), reverse=True)
    least = next((bound for bound in bands if item.pace.ratio >= bound), None)
    over = next((bound for bound in reversed(bands) if item.pace.ratio < bound), None)
    if least is None:
        return voice("show.band.below", over=exact(min(bands)))
    if over is None:
        return voice("show.band.above", least=exact(least))
    return voice("show.band.between", least=exact(least), over=exact(over))


def _reason(page: Page) -> str:
    """Answer the reason of a rating without a pace, in the words that fit its kind."""
    target, key = page.record, f"show.because.{page.item.rating.value}"
    growth = isinstance(target, Target) and target.kind is Kind.GROWTH
    reading = page.item.reading
    state = reading is not None and reading.state is not None
    ending = ".growth" if growth else ".state" if state else ""
    return key + ending if page.voice.holds(key + ending) else key


def _because_behind(page: Page) -> str:
    """Say what a growth rate or a deliverable, which have no pace, is short of."""
    record, item = page.record, page.item
    if isinstance(record, Target):
        path = item.goal.path if item.goal else ()
    else:
        path = record.path if isinstance(record, Outcome) else ()
    planned = [point for point in path if point.state and point.date <= page.as_of]
    if not planned:
        return page.voice("show.because.behind.growth")
    state = page.voice(f"terms.state.{planned[-1].state}")
    return page.voice("show.because.behind.state", state=state, day=planned[-1].date.isoformat())
