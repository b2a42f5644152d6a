"""`fjdex show`: one record whole, with the arithmetic of its rating."""

from typing import Annotated

import typer

from fjdex.cli.completion import complete_id
from fjdex.cli.desk import desk_of, sound_plan
from fjdex.cli.options import AsOf, Directory, Json, Lang

Id = Annotated[str, typer.Argument(metavar="ID", help="id", autocompletion=complete_id)]


def show(
    ctx: typer.Context,
    id_: Id,
    as_of: AsOf = None,
    json: Json = False,
    directory: Directory = None,
    lang: Lang = None,
) -> int:
    """Show one record as of a day."""
    from fjdex.cli.assessed import assessed
    from fjdex.cli.choice import record_asked
    from fjdex.render.page import Page
    from fjdex.render.series import series_json
    from fjdex.render.show import show_blocks
    from fjdex.render.status_json import item_json

    desk = desk_of(ctx, directory, lang)
    snapshot = desk.snapshot()
    plan, loaded = sound_plan(desk, snapshot)
    record = record_asked(plan, id_)
    assessment = assessed(plan, desk.day(as_of))
    item = assessment.items[record.id]
    page = Page(assessment, loaded, item, desk.prefix(snapshot.folder), desk.voice)
    if json:
        head = {"schema": "fjdex.show/1", "as_of": assessment.as_of.isoformat()}
        desk.answer_json({**head, **item_json(plan, item), "readings": series_json(page)})
    else:
        desk.show(show_blocks(page))
    return 0
