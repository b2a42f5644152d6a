"""`fjdex schema`: JSON Schemas for editors, beside the data that name them."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from fjdex.cli.desk import Desk, desk_of
from fjdex.cli.options import Directory, Lang

WithIds = Annotated[bool, typer.Option("--with-ids", help="with_ids")]


def schema(
    ctx: typer.Context,
    with_ids: WithIds = False,
    directory: Directory = None,
    lang: Lang = None,
) -> int:
    """Write a schema for every file of the data folder, into its folder `schema`."""
    from fjdex.cli.schemas import schema_texts
    from fjdex.store.schemas import write_schemas

    desk = desk_of(ctx, directory, lang)
    folder = desk.folder()
    texts = schema_texts(_ids(desk) if with_ids else {})
    path = write_schemas(folder, texts)
    shown = desk.prefix(folder) + path.name
    desk.answer(desk.voice("schema.done", path=shown, count=len(texts)) + "\n")
    if with_ids:
        desk.narrate(desk.voice("schema.ids"))
    return 0


def _ids(desk: Desk) -> Mapping[str, Sequence[str]]:
    plan = desk.plan()
    return {
        "agencies": [one.id for one in plan.agencies],
        "areas": [one.id for one in plan.areas],
        "sources": [one.id for one in plan.sources],
        "sections": [one.id for one in plan.header.sections],
        "tasks": [one.id for one in plan.tasks],
        "outcomes": [one.id for one in plan.outcomes],
        "records": list(plan.records),
    }
