"""Completion of ids in the shell: it never fails, it only knows or does not know."""

import os

import typer


def complete_id(ctx: typer.Context, incomplete: str) -> list[str]:
    """Answer the ids of records that begin like this."""
    from fjdex.store.ids import Ids

    directory = ctx.params.get("directory") or ctx.find_root().params.get("directory")
    try:
        kept = Ids(directory or os.environ.get("FJDEX_DATA"), os.getcwd(), os.environ)
        ids = kept.known
        if ids is None:
            ids = _read(directory)
            kept.keep(ids)
    except OSError:
        return []
    return [id_ for id_ in ids if id_.startswith(incomplete)]


def _read(directory: str | None) -> list[str]:
    from fjdex.cli.desk import Desk
    from fjdex.cli.environment import Environment
    from fjdex.load import load
    from fjdex.plan.failures import Failure
    from fjdex.store.folder import read_folder

    try:
        folder = Desk(Environment.of_process(), directory).folder()
        plan = load(read_folder(folder, readings=()).texts).plan
    except Failure:
        return []
    return list(plan.records) if plan else []
