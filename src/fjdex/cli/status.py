"""`fjdex status`: where the plan stands, against the schedule, and who is behind."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from fjdex.cli.completion import completing
from fjdex.cli.desk import Desk, desk_of, sound_plan
from fjdex.cli.options import (
    AsOf,
    Directory,
    Ids,
    Json,
    Kind,
    KnownBy,
    Lang,
    Lead,
    NoCache,
    Rev,
    Section,
)
from fjdex.plan.failures import Failure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fjdex.assess.assessment import Assessment
    from fjdex.assess.item import Item
    from fjdex.plan.plan import Plan

Area = Annotated[
    str | None,
    typer.Option("--area", metavar="AREA", help="area_filter", autocompletion=completing("area")),
]
RatingOption = Annotated[
    str | None,
    typer.Option("--rating", metavar="RATING", help="rating", autocompletion=completing("rating")),
]
DueBefore = Annotated[str | None, typer.Option("--due-before", metavar="DATE", help="due_before")]
By = Annotated[
    str | None,
    typer.Option(
        "--by", metavar="section|lead", help="by", autocompletion=completing("section|lead")
    ),
]


def status(
    ctx: typer.Context,
    ids: Ids = None,
    as_of: AsOf = None,
    known: KnownBy = None,
    rev: Rev = None,
    kind: Kind = None,
    section: Section = None,
    lead: Lead = None,
    area: Area = None,
    rating: RatingOption = None,
    due_before: DueBefore = None,
    by: By = None,
    json: Json = False,
    directory: Directory = None,
    lang: Lang = None,
    no_cache: NoCache = False,
) -> int:
    """Rate every record of the plan as of a day."""
    from fjdex.cli.assessed import Clocks, assessed
    from fjdex.cli.choice import Choice, area_asked
    from fjdex.cli.revisions import folder_at

    desk = desk_of(ctx, directory, lang, no_cache=no_cache)
    then = folder_at(desk, rev)
    memory = desk.memory(then.snapshot)
    plan = sound_plan(desk, then.snapshot, memory)[0]
    filters = {"kind": kind, "section": section, "lead": lead, "rating": rating}
    choice = Choice.of(plan, ids=ids, due_before=due_before, filters=filters)
    where = area_asked(plan, area) if area else None
    clocks = Clocks.of(desk, as_of, known)
    assessment = assessed(plan, desk, clocks, where, memory)
    items = choice.among(assessment.plan, tuple(assessment.items.values()))
    if json:
        _answer_json(desk, assessment, items, {**clocks.asked(), **then.asked(), "area": where})
    else:
        only = _only(desk, plan, {"area": where, **filters, "due_before": due_before})
        asking = Asking(by, only, then.said(desk), named=choice.named)
        _show(desk, assessment, items, asking)
    return 0


@dataclass(frozen=True)
class Asking:
    """How the answer is to be laid out, and what its head says was asked for."""

    by: str | None
    only: str
    rev: str
    named: bool


def _only(desk: Desk, plan: "Plan", filters: "Mapping[str, str | None]") -> str:
    from fjdex.cli.filters import said

    return desk.voice("status.comma").join(said(plan, desk.voice, filters))


def _answer_json(
    desk: Desk,
    assessment: "Assessment",
    items: "tuple[Item, ...]",
    asked: "Mapping[str, object]",
) -> None:
    from fjdex.render.status_json import status_json

    desk.answer_json({**status_json(assessment, items), **asked})


def _show(desk: Desk, assessment: "Assessment", items: "tuple[Item, ...]", asking: Asking) -> None:
    from fjdex.render.groups import GROUPINGS, group_blocks
    from fjdex.render.status import status_blocks

    voice, by = desk.voice, asking.by
    if not items:
        desk.narrate(voice("status.none" if assessment.items else "status.empty"))
        return
    heads = [asking.rev] if asking.rev else []
    if by is None:
        heads += [voice("status.only", words=asking.only)] if asking.only else []
        whole = not asking.named
        desk.show(status_blocks(assessment, items, voice, whole=whole, heads=heads))
        return
    if by not in GROUPINGS:
        raise Failure("grouping-unknown", text=by, known=", ".join(GROUPINGS))
    desk.show(group_blocks(assessment, items, by, voice, heads=heads))
