"""`fjdex record`: one reading onto file, corrected or taken out, by the one line that it is."""

from typing import Annotated

import typer

from fjdex.cli.completion import completing
from fjdex.cli.desk import desk_of
from fjdex.cli.options import Directory, DryRun, Id, Json, Lang

Value = Annotated[str | None, typer.Argument(metavar="VALUE", help="value")]
DateOption = Annotated[str | None, typer.Option("--date", metavar="DATE", help="date")]
SourceOption = Annotated[
    str | None,
    typer.Option("--source", metavar="SOURCE", help="source", autocompletion=completing("source")),
]
AreaOption = Annotated[
    str | None,
    typer.Option("--area", metavar="AREA", help="area", autocompletion=completing("area")),
]
PartOption = Annotated[
    str | None,
    typer.Option("--part", metavar="PART", help="part", autocompletion=completing("part")),
]
PeriodOption = Annotated[str | None, typer.Option("--period", metavar="PERIOD", help="period")]
Qualify = Annotated[
    str | None,
    typer.Option(
        "--qualifier", metavar="WORD", help="qualifier", autocompletion=completing("qualifier")
    ),
]
Compare = Annotated[
    str | None,
    typer.Option(
        "--comparability",
        metavar="WORD",
        help="comparability",
        autocompletion=completing("comparability"),
    ),
]
StatusOption = Annotated[
    str | None,
    typer.Option("--status", metavar="WORD", help="status", autocompletion=completing("status")),
]
Printed = Annotated[str | None, typer.Option("--printed", metavar="TEXT", help="printed")]
NoteOption = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="note")]
Correct = Annotated[bool, typer.Option("--correct", help="correct")]
Withdraw = Annotated[bool, typer.Option("--withdraw", help="withdraw")]
Reason = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="reason")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="yes")]


def record(
    ctx: typer.Context,
    id_: Id,
    value: Value = None,
    date: DateOption = None,
    source: SourceOption = None,
    area: AreaOption = None,
    part: PartOption = None,
    period: PeriodOption = None,
    qualifier: Qualify = None,
    comparability: Compare = None,
    status: StatusOption = None,
    printed: Printed = None,
    note: NoteOption = None,
    correct: Correct = False,
    withdraw: Withdraw = False,
    reason: Reason = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    json: Json = False,
    directory: Directory = None,
    lang: Lang = None,
) -> int:
    """Put one reading on file, correct it or withdraw it."""
    from fjdex.cli.entry import Asked
    from fjdex.cli.filing import Filing, mode_of

    desk = desk_of(ctx, directory, lang)
    mode = mode_of(value, reason, correct=correct, withdraw=withdraw)
    asked = Asked(
        value, date, source, area, part, period, qualifier, comparability, status, printed, note
    )
    filing = Filing(desk, id_, asked, mode, reason, write=not dry_run, sure=yes)
    return filing.answer_json() if json else filing.answer()
