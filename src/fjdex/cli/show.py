"""`fjdex show`: one record whole, with the arithmetic of its rating."""

from typing import Annotated

import typer

from fjdex.cli.desk import desk_of, sound_plan
from fjdex.cli.options import AsOf, Directory, Id, Json, KnownBy, Lang, NoCache, Rev

Methods = Annotated[bool, typer.Option("--methods", help="methods")]


def show(
    ctx: typer.Context,
    id_: Id,
    as_of: AsOf = None,
    known: KnownBy = None,
    rev: Rev = None,
    methods: Methods = False,
    json: Json = False,
    directory: Directory = None,
    lang: Lang = None,
    no_cache: NoCache = False,
) -> int:
    """Show one record as of a day."""
    from fjdex.cli.assessed import Clocks, assessed
    from fjdex.cli.choice import record_asked
    from fjdex.cli.revisions import folder_at
    from fjdex.render.methods import method_blocks, methods_json
    from fjdex.render.page import Page
    from fjdex.render.series import series_json
    from fjdex.render.show import show_blocks
    from fjdex.render.status_json import item_json

    desk = desk_of(ctx, directory, lang, no_cache=no_cache)
    then = folder_at(desk, rev)
    plan, loaded = sound_plan(desk, then.snapshot)
    record = record_asked(plan, id_)
    clocks = Clocks.of(desk, as_of, known)
    assessment = assessed(plan, desk, clocks)
    item = assessment.items[record.id]
    prefix = desk.prefix_of(then.snapshot)
    page = Page(assessment, loaded, item, prefix, desk.voice, then.said(desk))
    if json:
        head = {"schema": "fjdex.show/1", **clocks.asked(), **then.asked()}
        whole = {**head, **item_json(assessment, item), "readings": series_json(page)}
        desk.answer_json({**whole, "methods": methods_json(page)} if methods else whole)
    else:
        desk.show([*show_blocks(page), *(method_blocks(page) if methods else ())])
    return 0
