"""One assessed item in words: its rating, reading, goal, pace and lead."""

from decimal import Decimal
from fractions import Fraction

from fjdex.assess.item import Item
from fjdex.messages import Voice
from fjdex.plan.plan import Plan, part_of
from fjdex.plan.records import Goal, Target
from fjdex.plan.terms import Rating
from fjdex.render.numbers import day_said, measured, places_of, ratio, rounded, said

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
    word, flags = voice(f"terms.rating.{item.rating.value}"), flags_said(item, voice)
    return voice("status.flagged", rating=word, flags=flags) if flags else word


def flags_said(item: Item, voice: Voice) -> str:
    """Say an item's flags; "" where it has none."""
    flags = (voice(f"terms.flag.{flag.value}", days=item.overdue) for flag in item.flags)
    return voice("status.comma").join(flags)


def rests_said(plan: Plan, item: Item, voice: Voice) -> str:
    """Say what the rating of an outcome or a task rests on."""
    if item.worst is not None:
        worst = voice("status.worst", name=plan.records[item.worst].title.in_(voice.language))
        waiting = item.children.get(Rating.NOT_DUE, 0)
        if item.rating is Rating.NOT_DUE or not waiting:
            return worst
        return voice("status.comma").join((worst, voice("status.waiting", count=waiting)))
    reading = item.reading
    state = f"{day_said(reading, voice)} {said(reading, None, voice)}" if reading else ""
    if item.parts is None:
        return state
    if reading is None:
        return voice("status.no-part", total=item.parts[1])
    done = voice("status.parts", done=item.parts[0], total=item.parts[1])
    if reading.part is None:
        return voice("status.comma").join(filter(None, (done, state)))
    part = part_of(plan.records[item.id], reading.part)
    name = part.name.in_(voice.language) if part else reading.part
    return voice("status.comma").join((done, voice("status.of-part", name=name, state=state)))


def unit_of(plan: Plan, item: Item) -> str | None:
    """Answer the unit of an item's values."""
    record = plan.records[item.id]
    return record.unit if isinstance(record, Target) else None


def goal_said(goal: Goal | None, unit: str | None, voice: Voice) -> str:
    """Say a goal: 8万 or more, delivered."""
    if goal is None:
        return ""
    if goal.value is None or goal.operator is None:
        return voice(f"terms.goal-state.{goal.state}") if goal.state else ""
    value = measured(goal.value, unit, voice)
    return voice(f"terms.operator.{goal.operator.value}", value=value)


def expected_said(plan: Plan, item: Item, voice: Voice) -> str:
    """Say what was due on the reading's day, in the digits of the reading and the goal."""
    if item.pace is None or item.reading is None or item.goal is None:
        return ""
    places = places_of((item.reading.value, item.goal.value))
    shown = _on_its_side(item.pace.expected, item.reading.value, places)
    return measured(shown, unit_of(plan, item), voice)


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
    if item.rating is Rating.NO_BASELINE and item.share is not None:
        return voice("terms.share", share=rounded(item.share * 100, 1))
    if item.pace is None or item.pace.ratio is None:
        return ""
    shown = ratio(item.pace.ratio, bounds_of(plan))
    return voice(f"terms.lean.{item.pace.lean.value}", pace=shown) if item.pace.lean else shown


def lead_said(plan: Plan, item: Item, voice: Voice) -> str:
    """Name the agency that leads, which is the first."""
    leads = plan.records[item.id].leads
    return agency_said(plan, leads[0], voice) if leads else ""


def agency_said(plan: Plan, id_: str, voice: Voice) -> str:
    """Name an agency: by its short form in Chinese, by its name in English."""
    agency = plan.agency.get(id_)
    return agency.name.en if agency and voice.language == "en" else id_
