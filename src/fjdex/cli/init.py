"""`fjdex init`: a new data folder, and what git is told about one."""

import os
import shlex
from pathlib import Path
from typing import Annotated

import typer

from fjdex.cli.completion import completing
from fjdex.cli.desk import Desk, desk_of
from fjdex.cli.options import Lang
from fjdex.plan.failures import Failure, Refused

Where = Annotated[str, typer.Argument(metavar="DIR", help="init_dir")]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="fujian|invented|empty",
        help="init_from",
        autocompletion=completing("fujian|invented|empty"),
    ),
]
WithGit = Annotated[bool, typer.Option("--git", help="init_git")]


def init(
    ctx: typer.Context,
    where: Where = ".",
    from_: From = None,
    git: WithGit = False,
    lang: Lang = None,
) -> int:
    """Lay down DIR/data: the Fujian plan, the invented one, or an empty one."""
    desk = desk_of(ctx, None, lang)
    there = _there(desk.environment.here / where) if git and from_ is None else None
    if git:
        _in_repository(desk, there or desk.environment.here / where)
    folder = there or _laid_down(desk, where, from_ or "fujian")
    if git:
        _tell_git(desk, folder, new=there is None)
    if there is None:
        wanted = "" if where == "." else f" -C {shlex.quote(where)}"
        key = "init.next.empty" if from_ == "empty" else "init.next"
        path = desk.prefix(folder).rstrip("/")
        desk.narrate(desk.voice(key, where=wanted, path=path))
    return 0


def _there(place: Path) -> Path | None:
    """Answer the data folder that is there already, None where there is none."""
    from fjdex.store.files import data_folder

    found = data_folder(str(place), "")
    return Path(found) if found else None


def _laid_down(desk: Desk, where: str, seed: str) -> Path:
    from fjdex.store.files import DATA
    from fjdex.store.seeds import SEEDS, lay_down

    if seed not in SEEDS:
        raise Failure("seed-unknown", text=seed, known=", ".join(SEEDS))
    folder = desk.environment.here / where / DATA
    if os.path.lexists(folder):
        raise Refused("folder-taken", path=str(folder))
    count = lay_down(seed, folder)
    shown = desk.prefix(folder).rstrip("/")
    desk.answer(desk.voice("init.done", path=shown, count=count) + "\n")
    return folder


def _in_repository(desk: Desk, folder: Path) -> None:
    """Make sure of it before anything is written; raises `Failure`."""
    from fjdex.store.gitsetup import repository_around

    repository_around(folder, desk.environment.variables, desk.environment.here)


def _tell_git(desk: Desk, folder: Path, *, new: bool) -> None:
    """Lay down what git lacks, and say each thing that was written."""
    from fjdex.store.gitsetup import ATTRIBUTES, DRIVER, set_up

    laid = set_up(folder, desk.environment.variables, desk.environment.here)
    path = f"{desk.prefix(folder)}{ATTRIBUTES}"
    said = [desk.voice("init.git.line", path=path, line=line) for line in laid.lines]
    if laid.setting:
        said.append(desk.voice("init.git.setting", name=DRIVER))
    desk.answer("".join(f"{line}\n" for line in said))
    if laid.other is not None:
        desk.narrate(desk.voice("init.git.other", name=DRIVER))
    elif not said and not new:
        desk.narrate(desk.voice("init.git.nothing"))
