"""The commands, put together. What a command needs is imported when it runs."""

from typing import Annotated

import typer

from fjdex import __version__
from fjdex.cli.check import check
from fjdex.cli.desk import Desk, desk_of
from fjdex.cli.diff import diff
from fjdex.cli.due import due
from fjdex.cli.export import export
from fjdex.cli.fmt import fmt
from fjdex.cli.help import HelpfulCommand, HelpfulGroup
from fjdex.cli.import_ import import_
from fjdex.cli.init import init
from fjdex.cli.log import log
from fjdex.cli.options import Directory, Lang, NoCache
from fjdex.cli.record import record
from fjdex.cli.remark import remark
from fjdex.cli.report import report
from fjdex.cli.schema import schema
from fjdex.cli.sheet import sheet
from fjdex.cli.show import show
from fjdex.cli.source import add_source, list_sources
from fjdex.cli.status import status

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


def source_root(ctx: typer.Context, directory: Directory = None, lang: Lang = None) -> None:
    """Take what stands before the sub-command; without one, show the help."""
    ctx.find_root().obj = desk_of(ctx, directory, lang)
    if ctx.invoked_subcommand is None:
        ctx.find_root().obj.answer(ctx.get_help() + "\n")


def build() -> typer.Typer:
    """Answer the application."""
    app = _group("fjdex")
    app.callback(invoke_without_command=True)(root)
    daily = (
        status,
        show,
        record,
        remark,
        sheet,
        import_,
        check,
        fmt,
        diff,
        log,
        due,
        report,
        export,
    )
    for command in (*daily, schema, init):
        app.command(command.__name__.rstrip("_"), cls=HelpfulCommand)(command)
    source = _group("source")
    source.callback(invoke_without_command=True)(source_root)
    source.command("add", cls=HelpfulCommand)(add_source)
    source.command("list", cls=HelpfulCommand)(list_sources)
    app.add_typer(source, name="source", help="source")
    return app


def _group(name: str) -> typer.Typer:
    return typer.Typer(
        name=name,
        cls=HelpfulGroup,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


__all__ = ["Desk", "build"]
