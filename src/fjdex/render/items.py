"""One assessed item in words: its rating, reading, goal, pace and lead."""

from decimal import Decimal
from fractions import Fraction

from fjdex.assess.item import Flag, Item
from fjdex.assess.pace import Lean
from fjdex.messages import Voice
from fjdex.plan.agreement import rounding_of
from fjdex.plan.plan import Plan, part_of
from fjdex.plan.readings import Reading
from fjdex.plan.records import Goal, Target
from fjdex.plan.terms import Operator, Qualifier, Rating
from fjdex.render.numbers import day_said, leaning, measured, ratio, rounded, said, scale_of

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


def rating_printed(rating: Rating, voice: Voice) -> str:
    """Say a rating as a bulletin does: what has nothing comparable may have other figures."""
    bare = rating is Rating.NO_READING
    return voice("report.no-reading" if bare else f"terms.rating.{rating.value}")


def flags_said(item: Item, voice: Voice) -> str:
    """Say an item's flags; "" where it has none."""
    flags = (voice(f"terms.{_flag(item, flag)}", days=item.overdue) for flag in item.flags)
    return voice("status.comma").join(flags)


def awaited(item: Item, voice: Voice, rating: str, flags: str = "") -> str:
    """Say a rating of what falls due: what is met so far says how much is still to come."""
    waiting = 0 if item.rating is Rating.NOT_DUE else item.children.get(Rating.NOT_DUE, 0)
    more = voice("status.waiting", count=waiting) if waiting else ""
    said = voice("status.comma").join(filter(None, (flags, more)))
    return voice("status.flagged", rating=rating, flags=said) if said else rating


def _flag(item: Item, flag: Flag) -> str:
    """Answer how a flag is said: a figure is bounded itself, or only what it is measured by."""
    exact = item.reading is not None and item.reading.qualifier in {Qualifier.EXACT, Qualifier.BY}
    return "reckoned" if flag is Flag.BOUNDED and exact else f"flag.{flag.value}"


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


def goal_said(goal: Goal | None, unit: str | None, voice: Voice, scale: int | None = None) -> str:
    """Say a goal: 8万 or more, delivered."""
    if goal is None:
        return ""
    if goal.value is None or goal.operator is None:
        return voice(f"terms.goal-state.{goal.state}") if goal.state else ""
    value = measured(goal.value, unit, voice, scale)
    # Of things counted there are never fewer than none; a rate may lie below zero.
    if not goal.value and goal.operator is Operator.AT_MOST and unit != "%":
        return value
    return voice(f"terms.operator.{goal.operator.value}", value=value)


def expected_said(plan: Plan, item: Item, voice: Voice) -> str:
    """Say what was due on the reading's day, to the last digit that the reading's source gave."""
    due = expected_of(item)
    scale = scale_of_row(plan, item, voice)
    return "" if due is None else measured(due, unit_of(plan, item), voice, scale)


def expected_of(item: Item) -> Decimal | None:
    """Answer what was due, as it is shown; None where nothing was to be measured by."""
    if item.pace is None or item.reading is None or item.reading.value is None:
        return None
    return on_its_side(item.pace.expected, item.reading)


def on_its_side(expected: Fraction, reading: Reading, lean: Lean | None = None) -> Decimal:
    """Round what was due, or is to come, to a reading's last digit, or finer to stay true.

    It must not seem equal to a reading that it is not, nor nothing where something was due.
    """
    power = _last_digit(2 * rounding_of(reading) or Fraction(1))
    while True:
        shown = _in_tens(expected, power, lean)
        same = Fraction(shown) == Fraction(reading.value or 0) or not shown
        if not same or Fraction(shown) == expected:
            return shown
        power -= 1


def _last_digit(step: Fraction) -> int:
    """Answer the greatest power of ten that is no more than a step: 3 of 1,000, -1 of a tenth."""
    power = 0
    while Fraction(10) ** power > step:
        power -= 1
    while Fraction(10) ** (power + 1) <= step:
        power += 1
    return power


def _in_tens(value: Fraction, power: int, lean: Lean | None) -> Decimal:
    """Round a value half up to a power of ten, with no digit behind it that says nothing."""
    if value.denominator == 1 and power <= 0:
        return rounded(value, 0)
    if power <= 0:
        return leaning(value, -power, lean)
    return Decimal(format(leaning(value / 10**power, 0, lean).scaleb(power), "f"))


def scale_of_row(plan: Plan, item: Item, voice: Voice) -> int:
    """Answer the one power of ten in which reading, due value and goal of an item are written."""
    given = (
        item.reading.value if item.reading else None,
        expected_of(item),
        item.goal.value if item.goal else None,
    )
    return scale_of((one for one in given if one is not None), unit_of(plan, item), voice)


def bounds_of(plan: Plan) -> tuple[Fraction, ...]:
    """Answer the paces at which one band ends and another begins."""
    return tuple(Fraction(least) for least in plan.header.bands.values())


def pace_said(plan: Plan, item: Item, voice: Voice) -> str:
    """Say a pace, with the direction of the doubt where a bounded figure entered it."""
    if item.rating is Rating.NO_BASELINE and item.share is not None:
        return voice("terms.share", share=rounded(item.share * 100, 1))
    if item.pace is None or item.pace.ratio is None:
        return ""
    shown = ratio(item.pace.ratio, bounds_of(plan), lean=item.pace.lean)
    return voice(f"terms.lean.{item.pace.lean.value}", pace=shown) if item.pace.lean else shown


def lead_said(plan: Plan, item: Item, voice: Voice) -> str:
    """Name the agency that leads, which is the first."""
    leads = plan.records[item.id].leads
    return agency_said(plan, leads[0], voice) if leads else ""


def agency_said(plan: Plan, id_: str, voice: Voice) -> str:
    """Name an agency: by its short form in Chinese, by its name in English."""
    agency = plan.agency.get(id_)
    return agency.name.en if agency and voice.language == "en" else id_
