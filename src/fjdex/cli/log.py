"""`fjdex log`: the life of one record or reading through git: when, who, what, why."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from fjdex.cli.completion import completing
from fjdex.cli.desk import Desk, day_asked, desk_of
from fjdex.cli.options import Directory, Id, Json, Lang, Rev
from fjdex.plan.failures import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fjdex.plan.plan import Plan
    from fjdex.store.githistory import Commit

Of = Annotated[str | None, typer.Option("--date", metavar="DATE", help="log_date")]
Source = Annotated[
    str | None,
    typer.Option("--source", metavar="ID", help="log_source", autocompletion=completing("source")),
]
Area = Annotated[
    str | None,
    typer.Option("--area", metavar="AREA", help="log_area", autocompletion=completing("area")),
]
Part = Annotated[
    str | None,
    typer.Option("--part", metavar="ID", help="log_part", autocompletion=completing("part")),
]


def log(
    ctx: typer.Context,
    id_: Id,
    date: Of = None,
    source: Source = None,
    area: Area = None,
    part: Part = None,
    rev: Rev = None,
    json: Json = False,
    directory: Directory = None,
    lang: Lang = None,
) -> int:
    """Tell what each commit did to a record, the latest first."""
    from fjdex.cli.lives import entries_of, knowing, of_readings, plan_of
    from fjdex.cli.revisions import repository_of
    from fjdex.render.log import Log, log_blocks, log_json, sides_of

    desk = desk_of(ctx, directory, lang)
    day = day_asked(date) if date else None
    repository = repository_of(desk)
    revision = repository.revision(rev or "HEAD")
    plan = plan_of(repository, revision)
    entries = entries_of(repository, revision, id_, partial(_told, desk))
    if not entries:
        raise _unknown(desk, plan, id_)
    plan = knowing(plan, id_, entries)
    told = of_readings(
        plan, id_, entries, {"day": day, "source": source, "area": area, "part": part}
    )
    answer = Log(id_, plan, told[::-1], sides_of(plan, entries[::-1]))
    if json:
        asked = {"rev": revision.asked(), "complete": not repository.shallow}
        desk.answer_json({**log_json(answer), **asked})
    elif told:
        desk.show(log_blocks(answer, desk.voice))
    else:
        desk.narrate(desk.voice("log.none"))
    if repository.shallow:
        desk.narrate(desk.voice("log.shallow"))
    return 0


def _told(desk: Desk, commits: "Sequence[Commit]") -> "Iterator[Commit]":
    from fjdex.cli.progress import told

    return told(desk, commits)


def _unknown(desk: Desk, plan: "Plan", id_: str) -> Failure:
    """Answer why there is no life: not committed yet, or no such record."""
    from fjdex.cli.choice import record_asked
    from fjdex.load import load

    snapshot = desk.snapshot()
    if id_ in load(snapshot.texts, snapshot.refused).draft.records:
        return Failure("record-uncommitted", text=id_)
    try:
        record_asked(plan, id_)
    except Failure as failure:
        return failure
    return Failure("record-uncommitted", text=id_)
