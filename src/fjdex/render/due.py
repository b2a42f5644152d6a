"""`fjdex due`: what each agency owes, as tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fjdex.assess.assessment import Assessment
from fjdex.assess.obligations import Duty, Matter, Obligation
from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.render.blocks import Block, Cell, Line, Table
from fjdex.render.items import STYLES, agency_said, awaited


@dataclass(frozen=True)
class Owed:
    """What some agencies owe on a day and up to another.

    `named` is whether one was asked for by name, so that what it shares is listed too.
    """

    assessment: Assessment
    until: date
    duties: tuple[Duty, ...]
    named: bool

    @property
    def plan(self) -> Plan:
        """The plan that was rated."""
        return self.assessment.plan

    @property
    def as_of(self) -> date:
        """The day for which it is said."""
        return self.assessment.as_of


def due_blocks(owed: Owed, voice: Voice, heads: Sequence[str] = ()) -> list[Block]:
    """Answer a table that counts, then one for each agency that owes something itself."""
    dates = {"day": owed.as_of.isoformat(), "until": owed.until.isoformat()}
    blocks: list[Block] = [
        Line(owed.plan.header.title.in_(voice.language), "bold"),
        *(Line(head) for head in heads),
        Line(voice("due.dates", **dates)),
        Line(),
        _counts(owed, voice),
    ]
    for duty in owed.duties:
        if duty.led:
            blocks += [Line(), Line(duty_said(owed.plan, duty, voice), "bold")]
            blocks.append(_listed(owed.plan, duty.led, voice))
        if duty.shared and owed.named:
            name = duty_said(owed.plan, duty, voice)
            blocks += [Line(), Line(voice("due.shares", name=name), "bold")]
            blocks.append(_listed(owed.plan, duty.shared, voice, lead=True))
    return blocks


def duty_said(plan: Plan, duty: Duty, voice: Voice) -> str:
    """Name the agency; what nobody leads stands under a word of its own."""
    return agency_said(plan, duty.id, voice) if duty.id else voice("status.unassigned")


def _counts(owed: Owed, voice: Voice) -> Table:
    heads = [voice(f"due.matter.{matter}") for matter in Matter]
    head = (voice("due.agency"), *heads, voice("due.shared"))
    rows = [
        (
            duty_said(owed.plan, duty, voice),
            *(str(sum(one.matter is matter for one in duty.led)) for matter in Matter),
            str(len(duty.shared)),
        )
        for duty in owed.duties
    ]
    cells = tuple(tuple(Cell(word) for word in row) for row in rows)
    return Table(head, cells, right=frozenset(range(1, len(head))))


def _listed(plan: Plan, found: Sequence[Obligation], voice: Voice, *, lead: bool = False) -> Table:
    names = ["matter", "by", "days", "name", "rating", *(["lead"] if lead else []), "id"]
    rows = tuple(_row(plan, one, voice, lead=lead) for one in found)
    head = tuple(voice(f"due.{name}") for name in names)
    return Table(head, rows, under={1: 0, 4: 3}, spare=frozenset({2}))


def _row(plan: Plan, one: Obligation, voice: Voice, *, lead: bool) -> tuple[Cell, ...]:
    record = plan.records[one.item.id]
    leading = [Cell(agency_said(plan, record.leads[0], voice))] if lead else []
    late = "red" if one.left < 0 else ""
    rating = awaited(one.item, voice, voice(f"terms.rating.{one.item.rating.value}"))
    return (
        Cell(voice(f"due.matter.{one.matter}"), late),
        Cell(one.day.isoformat() if one.quarter is None else str(one.quarter)),
        Cell(days_said(one, voice), late),
        Cell(record.title.in_(voice.language)),
        Cell(rating, STYLES.get(one.item.rating, "")),
        *leading,
        Cell(one.item.id),
    )


def days_said(one: Obligation, voice: Voice) -> str:
    """Say how many days are left or it is late; a remark is late from its quarter's end on."""
    if one.left:
        return voice("due.left" if one.left > 0 else "due.late", days=abs(one.left))
    return voice("due.today") if one.quarter is None else ""
