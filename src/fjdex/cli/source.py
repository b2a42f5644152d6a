"""`fjdex source`: the register of publications and returns that readings cite."""

from typing import Annotated

import typer

from fjdex.cli.desk import desk_of
from fjdex.cli.options import Directory, Json, Lang

Id = Annotated[str, typer.Argument(metavar="ID", help="source_id")]
KindOption = Annotated[str, typer.Option("--kind", metavar="KIND", help="source_kind")]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="title")]
Publisher = Annotated[str | None, typer.Option("--publisher", metavar="TEXT", help="publisher")]
Published = Annotated[str | None, typer.Option("--published", metavar="DATE", help="published")]
PublishedNote = Annotated[
    str | None, typer.Option("--published-note", metavar="TEXT", help="published_note")
]
Url = Annotated[str | None, typer.Option("--url", metavar="URL", help="url")]
ConfidenceOption = Annotated[
    str | None, typer.Option("--confidence", metavar="high|medium|low", help="confidence")
]
NoteOption = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="note")]
DryRun = Annotated[bool, typer.Option("-n", "--dry-run", help="dry_run")]
Pattern = Annotated[str | None, typer.Argument(metavar="TEXT", help="source_text")]


def add_source(
    ctx: typer.Context,
    id_: Id,
    kind: KindOption = "publication",
    title: Title = None,
    publisher: Publisher = None,
    published: Published = None,
    published_note: PublishedNote = None,
    url: Url = None,
    confidence: ConfidenceOption = None,
    note: NoteOption = None,
    dry_run: DryRun = False,
    directory: Directory = None,
    lang: Lang = None,
) -> int:
    """Put a source on the register."""
    from fjdex.cli.register import register

    desk = desk_of(ctx, directory, lang)
    words = {
        "id": id_,
        "kind": kind,
        "title": title,
        "publisher": publisher,
        "published": published,
        "published_note": published_note,
        "url": url,
        "confidence": confidence,
        "note": note,
    }
    return register(desk, {key: word for key, word in words.items() if word}, write=not dry_run)


def list_sources(
    ctx: typer.Context,
    text: Pattern = None,
    json: Json = False,
    directory: Directory = None,
    lang: Lang = None,
) -> int:
    """List the register, or the sources in which a text occurs."""
    from fjdex.render.sources import mentions, source_blocks, sources_json

    desk = desk_of(ctx, directory, lang)
    plan = desk.plan()
    chosen = [one for one in plan.sources if text is None or mentions(one, text)]
    if json:
        desk.answer_json(sources_json(plan, chosen))
    elif chosen:
        desk.show(source_blocks(plan, chosen, desk.voice))
    else:
        desk.narrate(desk.voice("source.none"))
    return 0
