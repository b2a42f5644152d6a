"""`fjdex export`: what is on file, and what follows from it, as tables."""

from typing import Annotated

import typer

from fjdex.cli.completion import completing
from fjdex.cli.desk import desk_of, sound_plan
from fjdex.cli.options import AsOf, Directory, Ids, Kind, KnownBy, Lang, Lead, Rev, Section

TableOption = Annotated[
    list[str] | None,
    typer.Option(
        "--table", metavar="TABLE", help="export_table", autocompletion=completing("table")
    ),
]
FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="csv|xlsx|jsonl|parquet",
        help="export_format",
        autocompletion=completing("csv|xlsx|jsonl|parquet"),
    ),
]
OutputOption = Annotated[
    str | None, typer.Option("-o", "--output", metavar="PATH", help="export_output")
]
Labels = Annotated[bool, typer.Option("--labels", help="labels")]


def export(
    ctx: typer.Context,
    ids: Ids = None,
    table: TableOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    labels: Labels = False,
    as_of: AsOf = None,
    known: KnownBy = None,
    rev: Rev = None,
    kind: Kind = None,
    section: Section = None,
    lead: Lead = None,
    directory: Directory = None,
    lang: Lang = None,
) -> int:
    """Write tables of readings, ratings, records and registers."""
    from fjdex.cli.assessed import Clocks
    from fjdex.cli.choice import Choice
    from fjdex.cli.exports import Way, answer_table, asked_tables, tables_asked, write_tables
    from fjdex.cli.revisions import folder_at

    desk = desk_of(ctx, directory, lang)
    way, names = Way.of(desk, format_, output, labels=labels), tables_asked(table or ())
    way.expect_one_file(names)
    then = folder_at(desk, rev)
    plan = sound_plan(desk, then.snapshot)[0]
    filters = {"kind": kind, "section": section, "lead": lead}
    choice = Choice.of(plan, ids=ids, due_before=None, filters=filters)
    clocks = Clocks.of(desk, as_of, known)
    revision = (then.revision.commit or then.revision.name) if then.revision else None
    tables = asked_tables(desk, plan, clocks, choice, revision).tables(names)
    if output == "-":
        answer_table(desk, tables[0], way)
    else:
        folder = then.snapshot.folder.parent / "exports"
        write_tables(desk, tables, way, folder, plan.header.id)
    return 0
