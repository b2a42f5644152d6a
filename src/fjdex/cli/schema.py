"""`fjdex schema`: JSON Schemas for editors, beside the data that name them."""

from typing import Annotated

import typer

from fjdex.cli.desk import desk_of
from fjdex.cli.options import Directory, Lang

WithIds = Annotated[bool, typer.Option("--with-ids", help="with_ids")]


def schema(
    ctx: typer.Context,
    with_ids: WithIds = False,
    directory: Directory = None,
    lang: Lang = None,
) -> int:
    """Write a schema for every file of the data folder, into its folder `schema`."""
    from fjdex.cli.schemas import ids_of, schema_texts
    from fjdex.store.schemas import write_schemas

    desk = desk_of(ctx, directory, lang)
    folder = desk.folder()
    texts = schema_texts(ids_of(desk.plan()) if with_ids else {})
    path = write_schemas(folder, texts)
    shown = desk.prefix(folder) + path.name
    desk.answer(desk.voice("schema.done", path=shown, count=len(texts)) + "\n")
    if with_ids:
        desk.narrate(desk.voice("schema.ids"))
    return 0
