"""`fjdex check`: every problem in one run, at its place. It never writes."""

from typing import Annotated

import typer

from fjdex.cli.desk import desk_of
from fjdex.cli.options import Directory, Json, Lang
from fjdex.plan.failures import Failure

FormatOption = Annotated[
    str | None, typer.Option("--format", metavar="full|concise|github|json", help="check_format")
]
Strict = Annotated[bool, typer.Option("--strict", help="strict")]


def check(
    ctx: typer.Context,
    format_: FormatOption = None,
    json: Json = False,
    strict: Strict = False,
    directory: Directory = None,
    lang: Lang = None,
) -> int:
    """Answer 1 where there are errors (with --strict warnings too), else 0."""
    from fjdex.check.rules import check as judge
    from fjdex.load import load
    from fjdex.plan.findings import Severity
    from fjdex.render.findings import FORMATS, summary

    desk = desk_of(ctx, directory, lang)
    form = format_ or ("json" if json else "full" if desk.environment.at_terminal else "concise")
    if form not in FORMATS:
        raise Failure("format-unknown", text=form, known=", ".join(FORMATS))
    snapshot = desk.snapshot()
    findings = judge(load(snapshot.texts, snapshot.refused))
    prefix = desk.prefix(snapshot.folder)
    desk.answer(FORMATS[form](findings, snapshot.texts, prefix, desk.voice))
    desk.narrate(summary(findings, desk.voice))
    counted = findings if strict else [one for one in findings if one.severity is Severity.ERROR]
    return 1 if counted else 0
