"""From arguments to exit code: the one place that catches and the one that exits."""

import os
import re
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout

import typer

from fjdex import __version__
from fjdex.cli.desk import Desk, ReaderGone
from fjdex.cli.environment import Environment
from fjdex.messages import Voice
from fjdex.plan.failures import Failure
from fjdex.plan.scalars import visible

INTERRUPTED = 130
UNABLE = 2


def main(arguments: Sequence[str], environment: Environment) -> int:
    """Run one command; answer 0 done, 1 the answer is no, 2 could not work, 130 interrupted."""
    _speak_utf8(environment)
    try:
        with redirect_stdout(environment.stdout), redirect_stderr(environment.stderr):
            code = _run(arguments, environment)
        environment.stdout.flush()
    except (BrokenPipeError, ReaderGone):
        if environment.tape:
            # Half an answer is none, and its exit code says nothing of the data.
            environment.tape.reads(None, None)
        _forget_stdout(environment)
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError:
        # What could not be written was told, and stands in the buffer still.
        _forget_stdout(environment)
        return UNABLE
    return code


def _run(arguments: Sequence[str], environment: Environment) -> int:
    """Call the command and say what kept it, if anything did."""
    desk = Desk(environment, lang=_lang_in(arguments))
    try:
        desk.voice("failure.usage")
    except Failure as failure:
        return _say(failure, environment, Voice("en"))
    from fjdex.cli.app import build
    from fjdex.cli.usage import command_of, usage_sentence

    command = typer.main.get_command(build())
    try:
        words = [f" {one}" if _negative(one) else one for one in arguments]
        result = command.main(words, "fjdex", standalone_mode=False, obj=desk)
    except Failure as failure:
        return _say(failure, environment, desk.voice)
    except typer.TyperException as error:
        desk.narrate(desk.voice("failure.prefix", text=usage_sentence(error, desk.voice)))
        desk.narrate(desk.voice("failure.see-help", command=command_of(error, arguments)))
        return UNABLE
    except typer.Abort:
        return INTERRUPTED
    except SystemExit as error:
        # Typer leaves by itself when what it prints finds no reader.
        if isinstance(error.__context__, BrokenPipeError):
            raise ReaderGone from error
        raise
    except (ReaderGone, BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as error:
        if environment.variables.get("FJDEX_DEBUG"):
            raise
        return _say(_failure_of(error), environment, desk.voice)
    return result if isinstance(result, int) else 0


def _failure_of(error: Exception) -> Failure:
    """Answer what to say of an error that no command has told.

    Help is written by Typer itself. Every other file that cannot be written is told where it is
    written, and has a name.
    """
    if isinstance(error, OSError) and error.filename is None:
        from fjdex.store.folder import reason

        if reason(error) != "system":
            return Failure("file-unwritable", path="stdout", why=reason(error))
    return Failure("unexpected", kind=type(error).__name__, version=__version__)


# -0.4% is a value and no option; the parser leaves alone what does not begin with a hyphen.
_negative = re.compile(r"-[0-9]").match


def _key(failure: Failure, voice: Voice) -> str:
    """Answer the sentence of a failure, another one where there is nothing that it could name."""
    alone = f"{failure.code}.none"
    lists = (text for name, text in failure.arguments.items() if name in _LISTS)
    nothing = any(not text for text in lists) and voice.holds(f"failure.{alone}")
    return alone if nothing else failure.code


# Arguments that list ids or words of the format, which hold no comma of their own.
_LISTS = frozenset(("near", "known", "lines"))


def _say(failure: Failure, environment: Environment, voice: Voice) -> int:
    arguments = {name: visible(text) for name, text in failure.arguments.items()}
    if "why" in arguments:
        arguments["why"] = voice(f"failure.why.{arguments['why']}")
    if failure.code == "extra-missing":
        # Another Python's pip would put it where this program never looks.
        arguments["python"] = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    for name in _LISTS & arguments.keys():
        arguments[name] = arguments[name].replace(", ", voice("status.comma"))
    text = voice(f"failure.{_key(failure, voice)}", **arguments)
    environment.stderr.write(voice("failure.prefix", text=text) + "\n")
    return failure.exit_code


def _lang_in(arguments: Sequence[str]) -> str | None:
    """Find --lang before anything is parsed: help and usage errors are said in it too."""
    for number, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and number + 1 < len(arguments):
            return arguments[number + 1]
    return None


def _speak_utf8(environment: Environment) -> None:
    """Write UTF-8 whatever the system's own encoding is, and LF on every system."""
    for stream in (environment.stdout, environment.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace", newline="\n")


def _forget_stdout(environment: Environment) -> None:
    """Let the interpreter's last flush go nowhere: nobody can read it."""
    if getattr(environment.stdout, "stream", environment.stdout) is sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
