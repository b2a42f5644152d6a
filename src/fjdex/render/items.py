"""One assessed item in words: its rating, reading, goal, pace and lead."""

from decimal import Decimal
from fractions import Fraction

from fjdex.assess.item import Item
from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.plan.records import Goal, Target
from fjdex.plan.terms import Rating
from fjdex.render.numbers import grouped, places_of, ratio, rounded, said, with_unit

STYLES = {
    Rating.MET: "green",
    Rating.MET_UNDATED: "green",
    Rating.MET_LATE: "green",
    Rating.AHEAD: "green",
    Rating.ON_SCHEDULE: "green",
    Rating.BEHIND: "yellow",
    Rating.FAR_BEHIND: "red",
    Rating.REVERSING: "red",
    Rating.MISSED: "red",
    Rating.UNDECIDED: "yellow",
    Rating.UNCONFIRMED: "yellow",
}


def rating_said(item: Item, voice: Voice) -> str:
    """Say a rating with its flags."""
    word = voice(f"terms.rating.{item.rating.value}")
    flags = [voice(f"terms.flag.{flag.value}", days=item.overdue) for flag in item.flags]
    return (
        voice("status.flagged", rating=word, flags=voice("status.comma").join(flags))
        if flags
        else word
    )


def rests_said(plan: Plan, item: Item, voice: Voice) -> str:
    """Say what the rating of an outcome or a task rests on."""
    if item.worst is not None:
        return voice("status.worst", name=plan.records[item.worst].title.in_(voice.language))
    if item.parts is not None and item.reading is None:
        return voice("status.parts", done=item.parts[0], total=item.parts[1])
    if item.reading is None:
        return ""
    return f"{item.reading.date.isoformat()} {said(item.reading, None, voice)}"


def unit_of(plan: Plan, item: Item) -> str | None:
    """Answer the unit of an item's values."""
    record = plan.records[item.id]
    return record.unit if isinstance(record, Target) else None


def goal_said(goal: Goal | None, unit: str | None, voice: Voice) -> str:
    """Say a goal: 8万 or more, delivered."""
    if goal is None:
        return ""
    if goal.value is None or goal.operator is None:
        return voice(f"terms.state.{goal.state}") if goal.state else ""
    value = with_unit(grouped(goal.value), unit, voice)
    return voice(f"terms.operator.{goal.operator.value}", value=value)


def expected_said(plan: Plan, item: Item, voice: Voice) -> str:
    """Say what was due on the reading's day, in the digits of the reading and the goal."""
    if item.pace is None or item.reading is None or item.goal is None:
        return ""
    places = places_of((item.reading.value, item.goal.value))
    shown = _on_its_side(item.pace.expected, item.reading.value, places)
    return with_unit(grouped(shown), unit_of(plan, item), voice)


def _on_its_side(expected: Fraction, value: Decimal | None, places: int) -> Decimal:
    """Round what was due so that it does not seem equal to a reading that it is not."""
    shown = rounded(expected, places)
    while value is not None and shown == value and Fraction(value) != expected:
        places += 1
        shown = rounded(expected, places)
    return shown


def bounds_of(plan: Plan) -> tuple[Fraction, ...]:
    """Answer the paces at which one band ends and another begins."""
    return tuple(Fraction(least) for least in plan.header.bands.values())


def pace_said(plan: Plan, item: Item, voice: Voice) -> str:
    """Say a pace, with the direction of the doubt where a bounded figure entered it."""
    if item.pace is None or item.pace.ratio is None:
        return ""
    shown = ratio(item.pace.ratio, bounds_of(plan))
    return voice(f"terms.lean.{item.pace.lean.value}", pace=shown) if item.pace.lean else shown


def lead_said(plan: Plan, item: Item) -> str:
    """Name the agency that leads, which is the first."""
    leads = plan.records[item.id].leads
    return leads[0] if leads else ""
