"""`fjdex init`: a new data folder."""

import os
import shlex
from typing import Annotated

import typer

from fjdex.cli.desk import desk_of
from fjdex.cli.options import Lang
from fjdex.plan.failures import Failure, Refused

Where = Annotated[str, typer.Argument(metavar="DIR", help="init_dir")]
From = Annotated[str, typer.Option("--from", metavar="fujian|invented|empty", help="init_from")]


def init(ctx: typer.Context, where: Where = ".", from_: From = "fujian", lang: Lang = None) -> int:
    """Lay down DIR/data: the Fujian plan, the invented one, or an empty one."""
    from fjdex.store.files import DATA
    from fjdex.store.seeds import SEEDS, lay_down

    desk = desk_of(ctx, None, lang)
    if from_ not in SEEDS:
        raise Failure("seed-unknown", text=from_, known=", ".join(SEEDS))
    folder = desk.environment.here / where / DATA
    if os.path.lexists(folder):
        raise Refused("folder-taken", path=str(folder))
    count = lay_down(from_, folder)
    shown = desk.prefix(folder).rstrip("/")
    desk.answer(desk.voice("init.done", path=shown, count=count) + "\n")
    desk.narrate(desk.voice("init.next", where="" if where == "." else f" -C {shlex.quote(where)}"))
    return 0
