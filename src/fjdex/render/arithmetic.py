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
from fjdex.render.sums import Sums


def steps(sums: Sums) -> Iterator[Block]:
    """Answer a line for each step from the inputs to the rating, and what would change it."""
    item = sums.item
    if item.worst is None:
        yield from _inputs(sums)
    elif item.reading is not None:
        yield sums.line("own", value=sums.said(item.reading), at=sums.at_reading(item.reading))
    yield from _pace(sums)
    yield from outlook_lines(sums)
    word = sums.voice(f"terms.rating.{item.rating.value}")
    yield sums.line("verdict", rating=word, why=_because(sums))
    yield from change_lines(sums)


def _inputs(sums: Sums) -> Iterator[Block]:
    item = sums.item
    if item.reading is not None:
        yield sums.line("reading", value=sums.said(item.reading), at=sums.at_reading(item.reading))
        yield from _rivals(sums, item.reading)
    yield from _start(sums)
    if item.goal is not None:
        goal = goal_said(item.goal, sums.unit, sums.voice)
        yield sums.line("goal", value=goal, due=item.goal.due.isoformat(), at=sums.at_goal())


def _rivals(sums: Sums, reading: Reading) -> Iterator[Block]:
    """Say why this one was taken where several values are on file for its day."""
    if reading.value is None:
        return
    for one in rivals_of(sums.plan, sums.plan.records[sums.item.id], reading):
        why = sums.voice(f"show.preferred.{why_preferred(sums.plan, reading, one)}")
        key = "disputing" if one in sums.item.disputing else "rival"
        yield sums.line(key, value=sums.said(one), why=why, at=sums.at_reading(one))


def _start(sums: Sums) -> Iterator[Block]:
    start, target = sums.item.start, sums.plan.records[sums.item.id]
    if start is None or not isinstance(target, Target):
        return
    if start.reading is not None:
        yield sums.line(
            "derived", value=sums.said(start.reading), at=sums.at_reading(start.reading)
        )
    elif target.baseline is not None:
        value = measured(target.baseline.value, sums.unit, sums.voice)
        day = start.date.isoformat()
        yield sums.line("baseline", value=f"{value} ({day})", at=sums.at_target(target, "baseline"))


def _pace(sums: Sums) -> Iterator[Block]:
    pace, reading = sums.item.pace, sums.item.reading
    if pace is None or reading is None:
        if sums.item.share is not None and sums.item.rating is Rating.NO_BASELINE:
            yield sums.line("share", share=exact(rounded(sums.item.share * 100, 1)))
        return
    if pace.elapsed is None:
        yield from _pace_on_line(sums, pace, reading)
    else:
        yield from _pace_of_total(sums, pace, reading)


def _pace_on_line(sums: Sums, pace: Pace, reading: Reading) -> Iterator[Block]:
    day = _day(sums, reading)
    expected = sums.number(pace.expected)
    yield sums.line("due", day=day.isoformat(), sum=_due(sums, pace.due, day), value=expected)
    if pace.ratio is not None and sums.item.start is not None:
        base, value = sums.number(sums.item.start.value), sums.number(Fraction(reading.value or 0))
        said = pace_said(sums.plan, sums.item, sums.voice)
        yield sums.line("pace", value=value, base=base, expected=expected, pace=said)


def _pace_of_total(sums: Sums, pace: Pace, reading: Reading) -> Iterator[Block]:
    """Write a running total's pace: the year's whole first, then its share of the year so far."""
    end = reading.period.end if reading.period else reading.date
    last = min(date(end.year, 12, 31), sums.item.due or date.max)
    whole = sums.number(pace.due.value)
    yield sums.line("due", day=last.isoformat(), sum=_due(sums, pace.due, last), value=whole)
    before = date(end.year, 1, 1) - timedelta(days=1)
    share = f"{(end - before).days}/{(last - before).days}"
    expected = sums.number(pace.expected)
    yield sums.line("elapsed", day=end.isoformat(), whole=whole, share=share, value=expected)
    if pace.ratio is None:
        return
    value = sums.number(Fraction(reading.value or 0))
    goal = sums.item.goal
    rising = goal is None or goal.operator is None or goal.operator.rising
    key = "total" if (pace.expected > 0) == rising else "cap"
    said = pace_said(sums.plan, sums.item, sums.voice)
    yield sums.line(key, value=value, expected=expected, pace=said)


def _day(sums: Sums, reading: Reading) -> date:
    """Answer the day for which the due value was reckoned."""
    target = sums.plan.records[sums.item.id]
    flow = isinstance(target, Target) and target.kind is Kind.FLOW
    return reading.period.end if flow and reading.period else reading.date


def _due(sums: Sums, due: Due, day: date) -> str:
    if due.before == due.after:
        return _point(sums, due.before)
    elapsed, span = (day - due.before.date).days, (due.after.date - due.before.date).days
    first, last = sums.number(due.before.value), sums.number(due.after.value)
    ends = f"{_point(sums, due.before)} → {_point(sums, due.after)}"
    return f"{first} + ({last} − {first}) × {elapsed}/{span}, {ends}"


def _point(sums: Sums, point: Point) -> str:
    word = sums.voice(f"show.origin.{point.origin.value}")
    text = f"{word} {sums.number(point.value)} ({point.date.isoformat()})"
    path = ("path", point.index) if point.origin is Origin.PATH else ()
    return text if point.origin is Origin.BASELINE else f"{text} {sums.at_goal(*path)}"


def _because(sums: Sums) -> str:
    """Say the rule that gave the rating, with its band where there is one."""
    item, voice = sums.item, sums.voice
    if item.worst is not None:
        worst = sums.plan.records[item.worst].title.in_(voice.language)
        return voice("show.because.worst", worst=worst)
    due = item.due.isoformat() if item.due else ""
    if item.rating is Rating.BEHIND and item.pace is None:
        return _because_behind(sums)
    if item.pace is None or item.pace.ratio is None:
        return voice(_reason(sums), due=due)
    bands = sorted(bounds_of(sums.plan), reverse=True)
    least = next((bound for bound in bands if item.pace.ratio >= bound), None)
    over = next((bound for bound in reversed(bands) if item.pace.ratio < bound), None)
    if least is None:
        return voice("show.band.below", over=exact(min(bands)))
    if over is None:
        return voice("show.band.above", least=exact(least))
    return voice("show.band.between", least=exact(least), over=exact(over))


def _reason(sums: Sums) -> str:
    """Answer the reason of a rating without a pace, in the words that fit its kind."""
    target, key = sums.plan.records[sums.item.id], f"show.because.{sums.item.rating.value}"
    growth = isinstance(target, Target) and target.kind is Kind.GROWTH
    reading = sums.item.reading
    state = reading is not None and reading.state is not None
    ending = ".growth" if growth else ".state" if state else ""
    return key + ending if sums.voice.holds(key + ending) else key


def _because_behind(sums: Sums) -> str:
    """Say what a growth rate or a deliverable, which have no pace, is short of."""
    record, item = sums.plan.records[sums.item.id], sums.item
    if isinstance(record, Target):
        path = item.goal.path if item.goal else ()
    else:
        path = record.path if isinstance(record, Outcome) else ()
    planned = [point for point in path if point.state and point.date <= sums.as_of]
    if not planned:
        return sums.voice("show.because.behind.growth")
    state = sums.voice(f"terms.state.{planned[-1].state}")
    return sums.voice("show.because.behind.state", state=state, day=planned[-1].date.isoformat())
