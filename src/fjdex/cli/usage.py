"""What was typed wrongly, in the reader's language.

Typer's own exceptions are told apart by the names of their classes: it does not export them.
"""

from collections.abc import Sequence
from typing import Any

from fjdex.messages import Voice
from fjdex.plan.scalars import visible


def usage_sentence(error: Any, voice: Voice) -> str:
    """Say what is wrong with a command line."""
    kind = type(error).__name__
    if kind == "NoSuchOption":
        near = voice("status.comma").join(error.possibilities or ())
        return voice(
            "failure.option-unknown.near" if near else "failure.option-unknown",
            text=visible(str(error.option_name)),
            near=near,
        )
    if kind == "MissingParameter":
        return voice("failure.argument-missing", name=_name(error.param))
    if kind == "BadOptionUsage":
        flag = "not take a value" in str(error.message)
        key = "failure.option-flag" if flag else "failure.option-incomplete"
        return voice(key, name=error.option_name)
    if kind == "BadParameter":
        return voice("failure.argument-malformed", name=_name(error.param))
    extra = str(error.message).rpartition("(")[2].rpartition(")")[0]
    return voice("failure.argument-extra", text=visible(extra)) if extra else voice("failure.usage")


def command_of(error: Any, arguments: Sequence[str]) -> str:
    """Answer the command whose help will say more."""
    context = getattr(error, "ctx", None)
    if context is not None:
        return str(context.command_path)
    return " ".join(["fjdex", *(one for one in arguments[:1] if one.isalpha())])


def _name(parameter: Any) -> str:
    if parameter is None:
        return ""
    option = parameter.param_type_name == "option"
    return str(parameter.opts[-1] if option else (parameter.metavar or parameter.name).upper())
