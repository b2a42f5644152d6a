"""`fjdex import`: readings and remarks out of sheets, all of them or none."""

from typing import TYPE_CHECKING, Annotated

import typer

from fjdex.cli.completion import completing
from fjdex.cli.desk import Desk, day_asked, desk_of
from fjdex.cli.options import Directory, DryRun, Json, Lang
from fjdex.plan.failures import Failure

if TYPE_CHECKING:
    from fjdex.cli.opening import Given
    from fjdex.plan.plan import Plan

Files = Annotated[list[str], typer.Argument(metavar="FILE", help="import_files")]
SourceOption = Annotated[
    str | None,
    typer.Option(
        "--source", metavar="SOURCE", help="import_source", autocompletion=completing("source")
    ),
]
LeadOption = Annotated[
    str | None,
    typer.Option(
        "--lead", metavar="AGENCY", help="import_lead", autocompletion=completing("agency")
    ),
]
QuarterOption = Annotated[
    str | None, typer.Option("--quarter", metavar="QUARTER", help="import_quarter")
]
DateOption = Annotated[str | None, typer.Option("--date", metavar="DATE", help="import_date")]
Received = Annotated[str | None, typer.Option("--received", metavar="DATE", help="received")]
Correct = Annotated[bool, typer.Option("--correct", help="import_correct")]
Reason = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="import_reason")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="import_yes")]


def import_(
    ctx: typer.Context,
    files: Files,
    source: SourceOption = None,
    lead: LeadOption = None,
    quarter: QuarterOption = None,
    date: DateOption = None,
    received: Received = None,
    correct: Correct = False,
    reason: Reason = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    json: Json = False,
    directory: Directory = None,
    lang: Lang = None,
) -> int:
    """Take readings and remarks out of sheets; everything wrong with them is told in one run."""
    from fjdex.cli.intake_run import Run

    desk = desk_of(ctx, directory, lang)
    if correct and not reason:
        raise Failure("reason-needed")
    if reason and not correct:
        raise Failure("option-needed", name="--correct")
    plan = desk.plan()
    days = {"--date": date, "--received": received}
    given = _given(desk, plan, {"source": source, "lead": lead, "quarter": quarter}, days)
    run = Run(desk, plan, given.but(correct=correct, sure=yes), reason, write=not dry_run)
    return run.answer(files, as_json=json)


def _given(
    desk: Desk, plan: "Plan", words: dict[str, str | None], days: dict[str, str | None]
) -> "Given":
    """Answer the options as understood; raises `Failure`."""
    from fjdex.cli.choice import agency_asked
    from fjdex.cli.entry import source_asked
    from fjdex.cli.opening import Given
    from fjdex.cli.quarters import quarter_asked

    today = desk.environment.today()
    known = {name: day_asked(text) if text else None for name, text in days.items()}
    for day in filter(None, known.values()):
        if day > today:
            raise Failure("day-ahead", text=day.isoformat(), today=today.isoformat())
    lead, quarter = words["lead"], words["quarter"]
    return Given(
        source=source_asked(plan, words["source"]),
        agency=agency_asked(plan, lead) if lead else None,
        quarter=quarter_asked(plan, quarter, today) if quarter else None,
        received=known["--received"],
        day=known["--date"],
        prefix=desk.prefix(desk.folder()),
    )
