"""`fjdex status`: where the plan stands, against the schedule, and who is behind."""

from typing import Annotated

import typer

from fjdex.cli.completion import complete_id
from fjdex.cli.desk import desk_of
from fjdex.cli.options import AsOf, Directory, Json, KnownBy, Lang

Ids = Annotated[
    list[str] | None, typer.Argument(metavar="ID", help="ids", autocompletion=complete_id)
]
Kind = Annotated[str | None, typer.Option("--kind", metavar="KIND", help="kind")]
Section = Annotated[str | None, typer.Option("--section", metavar="SECTION", help="section")]
Lead = Annotated[str | None, typer.Option("--lead", metavar="AGENCY", help="lead")]
Area = Annotated[str | None, typer.Option("--area", metavar="AREA", help="area_filter")]
RatingOption = Annotated[str | None, typer.Option("--rating", metavar="RATING", help="rating")]
DueBefore = Annotated[str | None, typer.Option("--due-before", metavar="DATE", help="due_before")]


def status(
    ctx: typer.Context,
    ids: Ids = None,
    as_of: AsOf = None,
    known: KnownBy = None,
    kind: Kind = None,
    section: Section = None,
    lead: Lead = None,
    area: Area = None,
    rating: RatingOption = None,
    due_before: DueBefore = None,
    json: Json = False,
    directory: Directory = None,
    lang: Lang = None,
) -> int:
    """Rate every record of the plan as of a day."""
    from fjdex.cli.assessed import Clocks, assessed
    from fjdex.cli.choice import Choice, area_asked

    desk = desk_of(ctx, directory, lang)
    plan = desk.plan()
    choice = Choice.of(
        plan,
        ids=ids,
        kind=kind,
        section=section,
        lead=lead,
        rating=rating,
        due_before=due_before,
    )
    where = area_asked(plan, area) if area else None
    clocks = Clocks.of(desk, as_of, known)
    assessment = assessed(plan, desk, clocks, where)
    items = choice.among(assessment.plan, tuple(assessment.items.values()))
    if json:
        from fjdex.render.status_json import status_json

        desk.answer_json({**status_json(assessment, items), **clocks.asked(), "area": where})
        return 0
    from fjdex.render.status import status_blocks

    if not items:
        desk.narrate(desk.voice("status.none" if assessment.items else "status.empty"))
        return 0
    desk.show(status_blocks(assessment, items, desk.voice, whole=not choice.named))
    return 0
