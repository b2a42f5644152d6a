"""What is wrong with a team's templates, each at its own file and line. Needs Jinja.

What Jinja would let pass in silence is looked for before anything is made: a block that replaces
nothing, words that stand where nothing is printed.
"""

import re
import traceback
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, cast

from jinja2 import Environment, StrictUndefined, TemplateNotFound, UndefinedError, nodes
from jinja2.utils import missing

from fjdex.plan.failures import Failure
from fjdex.plan.likeness import likest
from fjdex.render.template_bounds import NoTextError, TooMuchError

# What a template can do wrong besides what Jinja itself notices.
SLIPS = (
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
    ImportError,
    MemoryError,
    TooMuchError,
    NoTextError,
)
# What is said of an error of Jinja's, by its name.
_KINDS = {
    "SecurityError": "unsafe",
    "TemplateNotFound": "missing",
    "TemplateSyntaxError": "syntax",
    "TooMuchError": "endless",
    "RecursionError": "endless",
    "MemoryError": "endless",
}
_ENDLESS = ".endless"
_ENDING = ".jinja"
# Which sentence of ours tells one of Jinja's or Python's, and the name in it, where it has one.
_SAID = (
    (".filter", re.compile("No filter named '(?P<text>[^']*)'")),
    (".test", re.compile("No test named '(?P<text>[^']*)'")),
    (
        ".mismatched",
        re.compile("unknown tag '(?P<text>end[^']*)'.* be closed is '(?P<near>[^']*)'"),
    ),
    (".tag", re.compile("Encountered unknown tag '(?P<text>[^']*)'")),
    (".unclosed", re.compile("needs to be closed is '(?P<text>[^']*)'")),
    (".twice", re.compile("block '(?P<text>[^']*)' defined twice")),
    (".unsafe", re.compile("access to attribute '(?P<text>[^']*)'")),
    (".unclosed", re.compile("Missing end of (?P<text>[a-z]+)")),
    (".ended", re.compile("'end of|nexpected end of")),
    (".unexpected", re.compile("got '(?P<text>.*)'")),
    (".unexpected", re.compile("unexpected (?:char )?'(?P<text>.*)'")),
    (".endless", re.compile("Range too big")),
    (".zero", re.compile("by zero")),
)


class AbsentError(UndefinedError):
    """A template asks for a name that is not there; `known` are those that are."""

    def __init__(self, message: str, name: str, known: Iterable[str]) -> None:
        super().__init__(message)
        self.name = name
        self.known = tuple(known)


class WordsError(LookupError):
    """A template asks for words of the program that it has not, or gives them too little.

    `lacking` is what they need besides, `known` are words that there are.
    """

    def __init__(self, key: str, lacking: str = "", known: Iterable[str] = ()) -> None:
        super().__init__(key)
        self.key, self.lacking, self.known = key, lacking, tuple(known)


class Absent(StrictUndefined):
    """What stands for a name that is not there, until something is done with it."""

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: Any = UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        if hint is None and name is not None:
            known = () if obj is missing else _names_in(obj)
            said = partial(AbsentError, name=str(name), known=known)
            self._undefined_exception = cast("type[UndefinedError]", said)


def _names_in(of: object) -> list[str]:
    """Answer the names by which something has parts."""
    names = of if isinstance(of, Mapping) else getattr(of, "__dataclass_fields__", ())
    return [one for one in names if isinstance(one, str)]


def check_templates(environment: Environment, templates: Mapping[str, str], entry: str) -> None:
    """Raise `Failure` for what a template says that would be left out without a word."""
    named = {path.rpartition("/")[2]: path for path in templates}
    if templates and entry not in named:
        nearest = likest(entry, named, 1) or list(named)
        raise Failure("template-not-used", path=named[nearest[0]], text=entry)
    for path, text in templates.items():
        tree = environment.parse(text, path.rpartition("/")[2], path)
        parent = tree.find(nodes.Extends)
        if parent is not None and isinstance(parent.template, nodes.Const):
            extended = str(parent.template.value)
            if path.rpartition("/")[2] in _ancestors(environment, extended):
                raise Failure("template-broken.itself", path=path, line=str(parent.lineno))
            _check_page(tree, path, list(_blocks(environment, extended)))


def _check_page(tree: nodes.Template, path: str, known: list[str]) -> None:
    """Look through a template that extends another: only its blocks are printed."""
    for node in tree.body:
        if isinstance(node, nodes.Block) and known and node.name not in known:
            near = ", ".join(likest(node.name, known, 1) or known)
            line = str(node.lineno)
            raise Failure("template-broken.block", path=path, line=line, text=node.name, near=near)
        for one in node.nodes if isinstance(node, nodes.Output) else ():
            words = one.data if isinstance(one, nodes.TemplateData) else "{{ … }}"
            if words.strip():
                above = words[: len(words) - len(words.lstrip())].count("\n")
                line, text = str(one.lineno + above), words.strip().split("\n")[0]
                raise Failure("template-broken.outside", path=path, line=line, text=text)


def _blocks(environment: Environment, name: str) -> Iterator[str]:
    """Answer the blocks of a template and of those that it extends; none of one not there."""
    for tree in _ancestors(environment, name).values():
        yield from (one.name for one in tree.find_all(nodes.Block))


def _ancestors(environment: Environment, name: str) -> Mapping[str, nodes.Template]:
    """Answer a template and those that it extends, by name: each once, even if it is its own."""
    found: dict[str, nodes.Template] = {}
    while name not in found and (source := _source(environment, name)) is not None:
        found[name] = environment.parse(source)
        parent = found[name].find(nodes.Extends)
        if parent is not None and isinstance(parent.template, nodes.Const):
            name = str(parent.template.value)
    return found


def _source(environment: Environment, name: str) -> str | None:
    try:
        return environment.loader.get_source(environment, name)[0] if environment.loader else None
    except TemplateNotFound:
        return None


def explained(
    error: BaseException, templates: Mapping[str, str], names: Iterable[str]
) -> BaseException:
    """Answer the failure at a team's template's own line; what is not theirs stays as it is."""
    # What is wrong with a single sign, Jinja tells with the file's name in another place.
    name = getattr(error, "filename", None) or getattr(error, "name", None)
    line = getattr(error, "lineno", None)
    frames = traceback.extract_tb(error.__traceback__)
    within = [(one.filename, one.lineno) for one in frames if one.filename.endswith(_ENDING)]
    if name in templates:
        within.append((str(name), line))
    theirs = [one for one in within if one[0] in templates]
    kind, arguments = _told(error, names)
    # A template of ours that fails is our fault, but not that it was called without end.
    if not theirs or (within[-1] != theirs[-1] and kind != _ENDLESS):
        return error
    path, number = theirs[-1]
    return Failure(f"template-broken{kind}", path=path, line=str(number), **arguments)


def _told(error: BaseException, names: Iterable[str]) -> tuple[str, Mapping[str, str]]:
    """Answer which sentence tells an error, and what is said in it."""
    text = str(error).rstrip(".")
    if isinstance(error, NoTextError):
        return f".prints-{error.kind}", {}
    if isinstance(error, AbsentError):
        near = "".join(likest(error.name, error.known or names, 1))
        kind = ".undefined-near" if near else ".undefined"
        return kind, {"text": error.name} | ({"near": near} if near else {})
    if isinstance(error, WordsError):
        near = error.lacking or ", ".join(likest(error.key, error.known, 1))
        kind = ".words-lack" if error.lacking else ".words-near" if near else ".words"
        return kind, {"text": error.key} | ({"near": near} if near else {})
    for kind, pattern in _SAID:
        found = pattern.search(text)
        if found:
            return kind, found.groupdict()
    known = _KINDS.get(type(error).__name__, "")
    kind = known and f".{known}"
    return kind, {} if kind == _ENDLESS else {"text": text}
