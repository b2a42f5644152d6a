"""Completion of ids in the shell: it never fails, it only knows or does not know."""

import typer


def complete_id(ctx: typer.Context, incomplete: str) -> list[str]:
    """Answer the ids of records that begin like this."""
    from fjdex.cli.desk import Desk
    from fjdex.cli.environment import Environment
    from fjdex.load import load
    from fjdex.plan.failures import Failure

    directory = ctx.params.get("directory") or ctx.find_root().params.get("directory")
    try:
        snapshot = Desk(Environment.of_process(), directory).snapshot()
    except Failure:
        return []
    plan = load(snapshot.texts).plan
    return [id_ for id_ in plan.records if id_.startswith(incomplete)] if plan else []
