"""`fjdex sheet`: a sheet in which an agency reports a quarter."""

from typing import Annotated

import typer

from fjdex.cli.completion import completing
from fjdex.cli.desk import desk_of
from fjdex.cli.options import Directory, Lang
from fjdex.plan.failures import Failure

QuarterOption = Annotated[str, typer.Option("--quarter", metavar="QUARTER", help="sheet_quarter")]
LeadOption = Annotated[
    str | None,
    typer.Option(
        "--lead", metavar="AGENCY", help="sheet_lead", autocompletion=completing("agency")
    ),
]
AllLeads = Annotated[bool, typer.Option("--all-leads", help="sheet_all_leads")]
Shared = Annotated[bool, typer.Option("--shared", help="shared")]
OutputOption = Annotated[
    str | None, typer.Option("-o", "--output", metavar="PATH", help="sheet_output")
]
FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="xlsx|csv", help="sheet_format", autocompletion=completing("xlsx|csv")
    ),
]
Replace = Annotated[bool, typer.Option("--replace", help="sheet_replace")]


def sheet(
    ctx: typer.Context,
    quarter: QuarterOption,
    lead: LeadOption = None,
    all_leads: AllLeads = False,
    shared: Shared = False,
    output: OutputOption = None,
    format_: FormatOption = None,
    replace: Replace = False,
    directory: Directory = None,
    lang: Lang = None,
) -> int:
    """Write a sheet for an agency, or one for each that leads something, and print the paths."""
    from fjdex.cli.choice import agency_asked
    from fjdex.cli.quarters import quarter_asked
    from fjdex.cli.sheets import Sheets, format_asked

    desk = desk_of(ctx, directory, lang)
    if all_leads and lead:
        raise Failure("options-exclusive", one="--all-leads", other="--lead")
    if all_leads and output == "-":
        raise Failure("options-exclusive", one="--all-leads", other="-o -")
    form = format_asked(output, format_, alone=not all_leads)
    plan = desk.plan()
    period = quarter_asked(plan, quarter, desk.environment.today())
    sheets = Sheets(desk, plan, period, form, shared)
    if all_leads:
        return sheets.answer_all(output, replace=replace)
    if lead is None:
        raise Failure("lead-needed")
    return sheets.answer_one(agency_asked(plan, lead), output, replace=replace)
