"""The commands, put together. A command, and what it needs, is imported when it runs."""

from importlib import import_module
from types import MappingProxyType
from typing import Annotated, Any

import typer

from fjdex import __version__
from fjdex.cli.desk import desk_of
from fjdex.cli.help import HelpfulCommand, HelpfulGroup
from fjdex.cli.options import Directory, Lang, NoCache

# Every command in the order in which help lists them, and the module of that name that holds it.
COMMANDS = MappingProxyType(
    {
        "status": "status",
        "show": "show",
        "record": "record",
        "remark": "remark",
        "sheet": "sheet",
        "import": "import_",
        "check": "check",
        "fmt": "fmt",
        "diff": "diff",
        "log": "log",
        "due": "due",
        "report": "report",
        "export": "export",
        "schema": "schema",
        "init": "init",
        "source": "source",
    }
)
Version = Annotated[bool, typer.Option("--version", is_eager=True, help="version")]


def root(
    ctx: typer.Context,
    directory: Directory = None,
    lang: Lang = None,
    no_cache: NoCache = False,
    version: Version = False,
) -> None:
    """root"""  # noqa: D403, D415 (the code of a help text)
    ctx.obj = desk_of(ctx, directory, lang, no_cache=no_cache)
    if version:
        ctx.obj.answer(f"fjdex {__version__}\n")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        ctx.obj.answer(ctx.get_help() + "\n")


class Commands(HelpfulGroup):
    """All commands, of which only the one that is asked for is imported."""

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002 (the group asks)
        """Answer the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: object, cmd_name: str) -> Any:  # noqa: ARG002 (the group asks)
        """Answer the command of a name, None where there is none."""
        return command_of(cmd_name) if cmd_name in COMMANDS else None


def command_of(name: str) -> Any:
    """Answer the command of a name, ready to be called."""
    module = import_module(f"fjdex.cli.{COMMANDS[name]}")
    if name == "source":
        return typer.main.get_command(_source(module))
    alone = _group(name)
    alone.command(name, cls=HelpfulCommand)(getattr(module, COMMANDS[name]))
    return typer.main.get_command(alone)


def _source(module: Any) -> typer.Typer:
    app = _group("source")
    app.callback(invoke_without_command=True)(source_root)
    app.command("add", cls=HelpfulCommand)(module.add_source)
    app.command("list", cls=HelpfulCommand)(module.list_sources)
    return app


def source_root(ctx: typer.Context, directory: Directory = None, lang: Lang = None) -> None:
    """Take what stands before the sub-command; without one, show the help."""
    ctx.find_root().obj = desk_of(ctx, directory, lang)
    if ctx.invoked_subcommand is None:
        ctx.find_root().obj.answer(ctx.get_help() + "\n")


def build() -> typer.Typer:
    """Answer the application."""
    app = _group("fjdex", Commands, completion=True)
    app.callback(invoke_without_command=True)(root)
    return app


def _group(
    name: str, cls: type[HelpfulGroup] = HelpfulGroup, *, completion: bool = False
) -> typer.Typer:
    return typer.Typer(
        name=name,
        cls=cls,
        add_completion=completion,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
