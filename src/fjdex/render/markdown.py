"""The bulletin as Markdown, by a template that a team may override block by block."""

import re
import traceback
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from fjdex.messages import Voice
from fjdex.plan.failures import Failure
from fjdex.render.bulletin import Words, context_of
from fjdex.render.escape import md

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATE = "bulletin.md.jinja"
# Under which name a team's template extends the one that comes with the program.
_BUILT_IN = "fjdex/"
_BLANKS = re.compile(r"\n{3,}")
# What a template can do wrong besides what Jinja itself notices.
_SLIPS = (
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
    ImportError,
    MemoryError,
)


def bulletin_markdown(words: Words, templates: Mapping[str, str]) -> str:
    """Write a bulletin as Markdown; the same bulletin gives the same bytes.

    `templates` are a team's own, by their path; the one called `bulletin.md.jinja` is used instead
    of ours. Raises `Failure` for a template that does not work, with its line.
    """
    from jinja2 import TemplateError  # noqa: PLC0415 (only a bulletin needs it)

    environment = _environment(templates)
    try:
        template = environment.get_template(TEMPLATE)
        text = template.render(**context_of(words), t=partial(Voice.__call__, words.voice), md=md)
    except (TemplateError, *_SLIPS) as error:
        raise _explained(error, templates) from error
    return _BLANKS.sub("\n\n", text).rstrip("\n") + "\n"


def _environment(templates: Mapping[str, str]) -> "Environment":
    from jinja2 import (  # noqa: PLC0415 (only a bulletin needs it)
        ChoiceLoader,
        FunctionLoader,
        PackageLoader,
        PrefixLoader,
        StrictUndefined,
    )
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415 (the same)

    ours = PackageLoader("fjdex", "bulletin/templates")
    named = {path.rpartition("/")[2]: (text, path, None) for path, text in templates.items()}
    prefixed = PrefixLoader({_BUILT_IN.rstrip("/"): ours})
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FunctionLoader(named.get), prefixed, ours]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # Markdown; `md` escapes
    )
    # What answers otherwise each time has no place in a bulletin.
    environment.globals.pop("lipsum")
    environment.filters.pop("random")
    return environment


def _explained(error: BaseException, templates: Mapping[str, str]) -> BaseException:
    """Answer the failure at a team's template's own line; what is not theirs stays as it is."""
    name, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    frames = traceback.extract_tb(error.__traceback__)
    within = [(one.filename, one.lineno) for one in frames if one.filename in templates]
    if name in templates:
        within.append((str(name), line))
    if not within:
        return error
    path, number = within[-1]
    kind = _KINDS.get(type(error).__name__, "")
    word = _quoted.search(str(error)) if kind == "undefined" else None
    text = word[1] if word else str(error).rstrip(".")
    return Failure(f"template-broken{kind and '.'}{kind}", path=path, line=str(number), text=text)


_quoted = re.compile("'([^']*)' is undefined")
# What Jinja calls its errors, to what we say of them.
_KINDS = {
    "UndefinedError": "undefined",
    "SecurityError": "unsafe",
    "TemplateNotFound": "missing",
    "TemplateSyntaxError": "syntax",
}
