"""`fjdex due`: what falls due, what is late, which readings and remarks are owed, by agency."""

from typing import TYPE_CHECKING, Annotated

import typer

from fjdex.cli.completion import completing
from fjdex.cli.desk import Desk, desk_of, sound_plan
from fjdex.cli.options import AsOf, Directory, Json, KnownBy, Lang, Lead, Rev
from fjdex.plan.failures import Failure

if TYPE_CHECKING:
    from fjdex.render.due import Owed

Within = Annotated[str, typer.Option("--within", metavar="SPAN", help="within")]
FormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="text|markdown",
        help="due_format",
        autocompletion=completing("text|markdown"),
    ),
]
_FORMATS = ("text", "markdown")


def due(
    ctx: typer.Context,
    within: Within = "90d",
    lead: Lead = None,
    as_of: AsOf = None,
    known: KnownBy = None,
    rev: Rev = None,
    format_: FormatOption = _FORMATS[0],
    json: Json = False,
    directory: Directory = None,
    lang: Lang = None,
) -> int:
    """Say what each agency owes as of a day."""
    from fjdex.assess.obligations import by_agency, obligations
    from fjdex.cli.assessed import Clocks, assessed
    from fjdex.cli.choice import leads_asked
    from fjdex.cli.revisions import folder_at
    from fjdex.cli.spans import day_within
    from fjdex.render.due import Owed

    desk = desk_of(ctx, directory, lang)
    _expect_one_form(format_, json=json)
    then = folder_at(desk, rev)
    plan = sound_plan(desk, then.snapshot)[0]
    asked = leads_asked(plan, lead) if lead else None
    clocks = Clocks.of(desk, as_of, known)
    until = day_within(within, clocks.as_of)
    assessment = assessed(plan, desk, clocks)
    duties = by_agency(plan, obligations(assessment, until))
    chosen = tuple(one for one in duties if asked is None or one.id in asked)
    owed = Owed(assessment, until, chosen, named=lead is not None)
    if json:
        from fjdex.render.due_json import due_json

        desk.answer_json({**due_json(owed), **clocks.asked(), **then.asked()})
    else:
        _answer(desk, owed, format_, then.said(desk))
    return 0


def _expect_one_form(form: str, *, json: bool) -> None:
    if form not in _FORMATS:
        raise Failure("format-unknown", text=form, known=", ".join(_FORMATS))
    if json and form != _FORMATS[0]:
        raise Failure("options-exclusive", one="--json", other=f"--format {form}")


def _answer(desk: Desk, owed: "Owed", form: str, rev: str) -> None:
    """Answer tables or letters; where there are none, say so beside the answer."""
    from fjdex.render.due import due_blocks
    from fjdex.render.due_letters import due_letters

    letters = due_letters(owed, desk.voice) if form != _FORMATS[0] else ""
    if not owed.duties:
        desk.narrate(desk.voice("due.none", day=owed.until.isoformat()))
    elif letters:
        desk.answer(letters)
    elif form != _FORMATS[0]:
        desk.narrate(desk.voice("due.no-letter"))
    else:
        desk.show(due_blocks(owed, desk.voice, (rev,) if rev else ()))
