"""`fjdex report`: the quarterly bulletin."""

from typing import Annotated

import typer

from fjdex.cli.desk import day_asked, desk_of
from fjdex.cli.options import Directory, KnownBy, Lang

Quarter = Annotated[str, typer.Argument(metavar="QUARTER", help="quarter")]
OutputOption = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="output")]


def report(
    ctx: typer.Context,
    quarter: Quarter,
    output: OutputOption = None,
    known: KnownBy = None,
    directory: Directory = None,
    lang: Lang = None,
) -> int:
    """Write the bulletin of a quarter."""
    from fjdex.bulletin.quarterly import bulletin
    from fjdex.cli.assessed import as_known
    from fjdex.cli.quarters import quarter_asked
    from fjdex.render.markdown import bulletin_markdown
    from fjdex.store.reports import report_path, write_report

    desk = desk_of(ctx, directory, lang)
    plan = desk.plan()
    period = quarter_asked(plan, quarter, desk.environment.today())
    if period.end > desk.environment.today():
        desk.narrate(desk.voice("report.not-over", quarter=str(period), end=period.end.isoformat()))
    known_day = day_asked(known) if known else None
    if known_day is not None:
        plan = as_known(plan, desk, known_day)
    text = bulletin_markdown(bulletin(plan, period, known_day), desk.voice)
    if output == "-":
        desk.answer(text)
        return 0
    here = desk.environment.here
    path = (
        here / output
        if output
        else report_path(desk.folder(), period, desk.voice.language, known_day)
    )
    write_report(path, text)
    desk.answer(desk.prefix(path).rstrip("/") + "\n")
    return 0
