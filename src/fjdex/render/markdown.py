"""The bulletin as Markdown, by a template that a team may override block by block."""

import re
from collections.abc import Callable, Mapping

from fjdex.messages import Voice, messages_of
from fjdex.plan.failures import Failure
from fjdex.render.bulletin import context_of
from fjdex.render.bulletin_words import Words
from fjdex.render.escape import md

TEMPLATE = "bulletin.md.jinja"
# Under which name a team's template extends the one that comes with the program.
_BUILT_IN = "fjdex/"
_BLANKS = re.compile(r"\n{3,}")
_FRONT = re.compile(r"---\n((?:[^\n:]+:.*\n)*)---\n")
# The line of the front matter that says of which templates a bulletin is.
_DIGEST = "templates: "
# What templates may do at least, and how much more for every record of the plan.
_BOUND, _BOUND_OF_RECORD = 20_000_000, 20_000


def bulletin_markdown(words: Words, templates: Mapping[str, str]) -> str:
    """Write a bulletin as Markdown; the same bulletin gives the same bytes.

    `templates` are a team's own, by their path; the one called `bulletin.md.jinja` is used instead
    of ours. Raises `Failure` for a template that does not work, with its line, and for one that
    prints nothing.
    """
    from jinja2 import TemplateError  # noqa: PLC0415 (only a bulletin needs it)

    from fjdex.render.template_bounds import BoundedEnvironment, Meter  # noqa: PLC0415 (the same)
    from fjdex.render.template_checks import (  # noqa: PLC0415 (the same)
        SLIPS,
        Absent,
        check_templates,
        explained,
    )

    meter = Meter(_BOUND + _BOUND_OF_RECORD * len(words.bulletin.plan.records))
    environment = BoundedEnvironment(meter, **_options(templates), undefined=Absent)
    # What answers otherwise each time has no place in a bulletin.
    environment.globals.pop("lipsum")
    environment.filters.pop("random")
    context = {**context_of(words), "t": _words_of(words.voice), "md": md}
    try:
        check_templates(environment, templates, TEMPLATE)
        text = environment.get_template(TEMPLATE).render(**context)
    except (TemplateError, *SLIPS) as error:
        raise explained(error, templates, [*context, *environment.globals]) from error
    return _settled(text, words.templates, templates)


def _settled(text: str, digest: str, templates: Mapping[str, str]) -> str:
    """Answer a bulletin without runs of blank lines, marked as made by the templates that it is."""
    text = _BLANKS.sub("\n\n", text).strip("\n") + "\n"
    found = _FRONT.match(text)
    front, body = (found[1], text[found.end() :]) if found else ("", "\n" + text)
    if not body.strip():
        raise Failure("template-empty", path=_path_of(templates))
    if not digest:
        return text
    kept = [line for line in front.splitlines() if not line.startswith(_DIGEST)]
    return "\n".join(["---", *kept, _DIGEST + digest, "---", body])


def _path_of(templates: Mapping[str, str]) -> str:
    return next((path for path in templates if path.rpartition("/")[2] == TEMPLATE), TEMPLATE)


def _options(templates: Mapping[str, str]) -> dict[str, object]:
    """Answer where templates are found and how they are read."""
    from jinja2 import (  # noqa: PLC0415 (only a bulletin needs it)
        ChoiceLoader,
        FunctionLoader,
        PackageLoader,
        PrefixLoader,
    )

    ours = PackageLoader("fjdex", "bulletin/templates")
    named = {path.rpartition("/")[2]: (text, path, None) for path, text in templates.items()}
    prefixed = PrefixLoader({_BUILT_IN.rstrip("/"): ours})
    return {
        "loader": ChoiceLoader([FunctionLoader(named.get), prefixed, ours]),
        "trim_blocks": True,
        "lstrip_blocks": True,
        "keep_trailing_newline": True,
        "autoescape": False,  # Markdown; `md` escapes
    }


def _words_of(voice: Voice) -> Callable[..., str]:
    """Answer what says the program's own words in a template, and tells what is not among them."""
    from fjdex.render.template_checks import WordsError  # noqa: PLC0415 (needs the library)

    def t(key: str, **arguments: object) -> str:
        domain = key.partition(".")[0]
        try:
            known = [f"{domain}.{code}" for code in messages_of(voice.language, domain)]
        except ImportError:
            known = []
        if key not in known:
            raise WordsError(key, known=known)
        try:
            return voice(key, **arguments)
        except KeyError as error:
            raise WordsError(key, lacking=str(error.args[0])) from error

    return t
