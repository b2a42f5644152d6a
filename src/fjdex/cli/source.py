"""`fjdex source`: the register of publications and returns that readings cite."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from fjdex.cli.completion import completing
from fjdex.cli.desk import day_asked, desk_of
from fjdex.cli.headers import HEADERS, SOURCES
from fjdex.cli.options import Directory, DryRun, Json, Lang

if TYPE_CHECKING:
    from fjdex.plan.plan import Plan

Id = Annotated[str, typer.Argument(metavar="ID", help="source_id")]
KindOption = Annotated[
    str,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="source_kind",
        autocompletion=completing("publication|reprint|return"),
    ),
]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="title")]
Publisher = Annotated[str | None, typer.Option("--publisher", metavar="TEXT", help="publisher")]
Published = Annotated[str | None, typer.Option("--published", metavar="DATE", help="published")]
PublishedNote = Annotated[
    str | None, typer.Option("--published-note", metavar="TEXT", help="published_note")
]
Url = Annotated[str | None, typer.Option("--url", metavar="URL", help="url")]
ConfidenceOption = Annotated[
    str | None,
    typer.Option(
        "--confidence",
        metavar="high|medium|low",
        help="confidence",
        autocompletion=completing("high|medium|low"),
    ),
]
NoteOption = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="note")]
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
    from fjdex.cli.entries import Entry, file_entry
    from fjdex.plan.records import Source

    desk = desk_of(ctx, directory, lang)
    desk.plan()  # says what is wrong with the data before anything is added to them
    given = {
        "id": id_,
        "kind": kind,
        "title": title,
        "publisher": publisher,
        "published": day_asked(published).isoformat() if published else None,
        "published_note": published_note,
        "url": url,
        "confidence": confidence,
        "note": note,
    }
    words = {key: word for key, word in given.items() if word}
    entry = Entry(SOURCES, Source, words, partial(_appended, id_), _proved)
    return file_entry(desk, entry, desk.voice("source.added", id=id_), write=not dry_run)


def _appended(id_: str, plan: "Plan", text: str, lines: list[str]) -> str:
    from fjdex.plan.failures import Refused
    from fjdex.yamlio.splice import append_item

    if id_ in plan.source:
        raise Refused("source-taken", id=id_)
    return append_item(text or HEADERS[SOURCES], lines)


def _proved(old: "Plan", new: "Plan") -> bool:
    added_one = new.sources[:-1] == old.sources
    rest = (old.header, old.lists, old.readings, old.remarks)
    return added_one and rest == (new.header, new.lists, new.readings, new.remarks)


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
