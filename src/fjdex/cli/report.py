"""`fjdex report`: the bulletin of a quarter, a year or another span."""

from typing import Annotated

import typer

from fjdex.cli.completion import completing
from fjdex.cli.desk import desk_of, sound_plan
from fjdex.cli.options import Directory, KnownBy, Lang
from fjdex.plan.failures import Failure

Quarter = Annotated[str, typer.Argument(metavar="QUARTER", help="quarter")]
OutputOption = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="output")]
FormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="md|html|docx",
        help="report_format",
        autocompletion=completing("md|html|docx"),
    ),
]
LeadOption = Annotated[
    str | None,
    typer.Option(
        "--lead", metavar="AGENCY", help="report_lead", autocompletion=completing("agency")
    ),
]
AllLeads = Annotated[bool, typer.Option("--all-leads", help="all_leads")]
RequireRemarks = Annotated[bool, typer.Option("--require-remarks", help="require_remarks")]


def report(
    ctx: typer.Context,
    quarter: Quarter,
    output: OutputOption = None,
    format_: FormatOption = "md",
    lead: LeadOption = None,
    all_leads: AllLeads = False,
    require_remarks: RequireRemarks = False,
    known: KnownBy = None,
    directory: Directory = None,
    lang: Lang = None,
) -> int:
    """Write the bulletin of a period, or with --require-remarks answer 1 where some are owed."""
    from fjdex.cli.assessed import knowledge
    from fjdex.cli.bulletins import FORMATS, Bulletins
    from fjdex.cli.choice import agency_asked
    from fjdex.cli.quarters import known_day_asked, period_asked

    desk = desk_of(ctx, directory, lang)
    if format_ not in FORMATS:
        raise Failure("format-unknown", text=format_, known=", ".join(FORMATS))
    if output == "-" and format_ == "docx":
        raise Failure("options-exclusive", one="-o -", other="--format docx")
    if all_leads and (lead or output):
        raise Failure("options-exclusive", one="--all-leads", other="--lead" if lead else "-o")
    snapshot = desk.snapshot()
    plan, _ = sound_plan(desk, snapshot)
    period = period_asked(plan, quarter, desk.environment.today())
    if period.end > desk.environment.today():
        desk.narrate(desk.voice("report.not-over", quarter=str(period), end=period.end.isoformat()))
    day = known_day_asked(plan, known) if known else None
    agency = agency_asked(plan, lead) if lead else None
    found = knowledge(plan, desk, day, period.end, agency) if day else None
    pages = Bulletins(desk, snapshot, found.plan if found else plan, period, found, format_)
    wanted = pages.all_leads() if all_leads else [agency]
    if require_remarks and pages.tell_owed(wanted):
        return 1
    pages.write(wanted, output)
    return 0
