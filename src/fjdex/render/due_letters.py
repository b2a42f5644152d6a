"""`fjdex due --format markdown`: a reminder to each agency, ready to be pasted and sent."""

from collections.abc import Sequence

from fjdex.assess.obligations import Duty, Matter, Obligation
from fjdex.messages import Voice
from fjdex.render.due import Owed, duty_said
from fjdex.render.escape import md
from fjdex.render.items import awaited
from fjdex.render.periods import date_said, period_said

_BETWEEN = "\n---\n\n"


def due_letters(owed: Owed, voice: Voice) -> str:
    """Answer a letter to each agency that owes something itself, one after the other."""
    return _BETWEEN.join(_letter(owed, duty, voice) for duty in owed.duties if duty.led)


def _letter(owed: Owed, duty: Duty, voice: Voice) -> str:
    name, plan = md(_whole_name(owed, duty, voice)), owed.plan.header.title.in_(voice.language)
    day = date_said(owed.as_of, voice)
    sections = [
        (matter, found)
        for matter in Matter
        if (found := [one for one in duty.led if one.matter is matter])
    ]
    blocks = [
        voice("due.letter.title", name=name),
        voice("due.letter.to", name=name),
        voice("due.letter.opening", day=day, plan=md(plan)),
    ]
    for number, (matter, found) in enumerate(sections, 1):
        blocks += [_heading(owed, matter, number, voice), _lines(owed, found, voice)]
    blocks.append(voice("due.letter.closing"))
    if duty.shared:
        blocks.append(voice("due.letter.shared", count=len({one.item.id for one in duty.shared})))
    return "\n\n".join(filter(None, blocks)) + "\n"


def _whole_name(owed: Owed, duty: Duty, voice: Voice) -> str:
    agency = owed.plan.agency.get(duty.id or "")
    return agency.name.in_(voice.language) if agency else duty_said(owed.plan, duty, voice)


def _heading(owed: Owed, matter: Matter, number: int, voice: Voice) -> str:
    numeral, until = voice(f"report.numeral.{number}"), date_said(owed.until, voice)
    return voice(f"due.letter.heading.{matter}", number=numeral, until=until)


def _lines(owed: Owed, found: Sequence[Obligation], voice: Voice) -> str:
    return "\n".join(f"- {_line(owed, one, voice)}" for one in found)


def _line(owed: Owed, one: Obligation, voice: Voice) -> str:
    name = owed.plan.records[one.item.id].title.in_(voice.language)
    arguments = {
        "name": md(name),
        "id": md(one.item.id),
        "day": date_said(one.day, voice),
        "days": abs(one.left),
        "rating": awaited(one.item, voice, voice(f"terms.rating.{one.item.rating.value}")),
        "quarter": period_said(one.quarter, voice) if one.quarter else "",
        "last": date_said(one.item.reading.date, voice) if one.item.reading else "",
    }
    return voice(f"due.letter.item.{_case(one)}", **arguments)


def _case(one: Obligation) -> str:
    """Answer which sentence is to be said: of what is due today, of what has no reading at all."""
    if one.matter is Matter.DUE and not one.left:
        return "today"
    if one.matter is Matter.READING and one.item.reading is None:
        return "first-reading"
    return one.matter.value
