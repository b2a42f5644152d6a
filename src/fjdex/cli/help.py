"""Help in the reader's language: usage, what the command does, arguments, options, examples.

The help text that a parameter is declared with is a code; the sentence is in `messages`.
"""

from collections.abc import Iterable
from typing import Any, Protocol

import typer
from typer.core import TyperCommand, TyperGroup

from fjdex.messages import Voice
from fjdex.plan.failures import Failure
from fjdex.render.folding import folded

# Columns beside the names below which nobody could read what stands there.
_LEAST = 30


class _Parameter(Protocol):
    opts: list[str]
    param_type_name: str
    metavar: str | None
    required: bool
    nargs: int

    @property
    def name(self) -> str | None: ...


class HelpfulCommand(TyperCommand):
    """A command that explains itself in two languages."""

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]  # the same class, as typer exports it
        """Answer the whole help text."""
        return help_text(ctx, self.get_params(ctx), ())


class HelpfulGroup(TyperGroup):
    """A group of commands that explains itself in two languages."""

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]  # the same class, as typer exports it
        """Answer the whole help text, with a line for each command."""
        return help_text(ctx, self.get_params(ctx), self.list_commands(ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that was asked for; raises `Failure` that names the nearest."""
        names = self.list_commands(ctx)
        if args and args[0] not in names and not args[0].startswith("-"):
            import difflib

            if args[0] == "help":
                raise Failure("command-unknown.help")
            near = difflib.get_close_matches(args[0], names, n=1)
            if not near:
                known = ", ".join(names)
                raise Failure("command-unknown.none", text=args[0], near=known)
            raise Failure("command-unknown", text=args[0], near=near[0])
        return super().resolve_command(ctx, args)


def help_text(ctx: typer.Context, parameters: Iterable[_Parameter], commands: Iterable[str]) -> str:
    """Answer the help of a command."""
    desk = ctx.find_root().obj
    voice: Voice = desk.voice
    # A pipe is never folded.
    width = desk.environment.width if desk.environment.at_terminal else 1_000_000
    key = ".".join(["command", *ctx.command_path.split()[1:]])
    shown = [one for one in parameters if not getattr(one, "hidden", False)]
    arguments = [one for one in shown if one.param_type_name == "argument"]
    options = [one for one in shown if one.param_type_name == "option"]
    rows_of_commands = [(name, voice(f"help.{key}.{name}.short")) for name in commands]
    parts = [
        f"{voice('help.usage')}{_usage(ctx, arguments, commands)}",
        "",
        *folded(voice(f"help.{key}"), width),
        *_rows(voice("help.commands"), rows_of_commands, width),
        *_rows(voice("help.arguments"), _explained(arguments, voice), width),
        *_rows(voice("help.options"), _explained(options, voice), width),
        *_examples(voice, f"help.{key}.examples"),
    ]
    return "\n".join(parts)


def _usage(ctx: typer.Context, arguments: Iterable[_Parameter], commands: Iterable[str]) -> str:
    words = [ctx.command_path, "[OPTIONS]", *map(_name, arguments)]
    return " ".join([*words, "COMMAND"] if list(commands) else words)


def _name(parameter: _Parameter) -> str:
    if parameter.param_type_name == "argument":
        word = (parameter.metavar or parameter.name or "").upper()
        word = f"{word}…" if parameter.nargs != 1 else word
        return word if parameter.required else f"[{word}]"
    names = ", ".join(sorted(parameter.opts, key=len))
    return f"{names} {parameter.metavar}" if parameter.metavar else names


def _said(parameter: _Parameter, voice: Voice) -> str:
    code = getattr(parameter, "help", None) or ""
    key = f"help.option.{code}"
    if voice.holds(key):
        return voice(key)
    longest = max(parameter.opts, key=len)
    return voice(f"help.option.{longest.lstrip('-').replace('-', '_')}")


def _explained(parameters: Iterable[_Parameter], voice: Voice) -> list[tuple[str, str]]:
    return [(_name(one), _said(one, voice)) for one in parameters]


def _rows(title: str, rows: list[tuple[str, str]], width: int) -> list[str]:
    if not rows:
        return []
    names = max(len(name) for name, _ in rows)
    return ["", title, *(line for row in rows for line in _row(*row, names, width))]


def _row(name: str, text: str, names: int, width: int) -> list[str]:
    """Answer a name and what is said of it beside it, below it where too little room is left."""
    room = width - names - 4
    if room < _LEAST:
        return [f"  {name}", *(f"      {line}" for line in folded(text, width - 6))]
    first, *rest = folded(text, room)
    return [f"  {name:{names}}  {first}".rstrip(), *(f"{'':{names + 4}}{line}" for line in rest)]


def _examples(voice: Voice, key: str) -> list[str]:
    if not voice.holds(key):
        return []
    lines = voice(key).split("\n")
    return ["", voice("help.examples"), *(f"  {line}" for line in lines)]
