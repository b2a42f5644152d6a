"""What a parser says of a text that is no YAML, as a finding: where, and which slip it was."""

from typing import Protocol

from ruamel.yaml.error import MarkedYAMLError

from fjdex.plan.findings import Finding, Place
from fjdex.yamlio.scan import place_at


class _Mark(Protocol):
    line: int
    column: int


def slip(file: str, text: str, error: MarkedYAMLError) -> Finding:
    """Say where the parser gave up and, from its words, which of the usual slips it was."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Finding("yaml-syntax", Place(file), {"why": "other"})
    place = _place_near(file, text, mark)
    problem = f"{error.problem or ''} {error.context or ''}"
    why = next((slip for words, slip in _SLIPS if words in problem), "other")
    opened = error.context_mark
    line = str(_place_near(file, text, opened).line) if opened else ""
    arguments = {"why": why, "opened": line}
    return Finding("yaml-syntax", place, arguments)


def sign_at(text: str, error: MarkedYAMLError) -> str:
    """Answer the sign at which the parser gave up, "" where it was past the end."""
    at = _index(text, error.problem_mark) if error.problem_mark else len(text)
    return text[at : at + 1]


def _place_near(file: str, text: str, mark: _Mark) -> Place:
    """Answer the place of a mark, moved into the text where the parser was past its end."""
    at = _index(text, mark)
    here = place_at(file, text, at, at)
    return Place(file, here.line, here.column, here.line, here.column + 1)


def _index(text: str, mark: _Mark) -> int:
    start = 0
    for _ in range(mark.line):
        start = text.find("\n", start) + 1
        if not start:
            return len(text)
    end = text.find("\n", start)
    return min(start + mark.column, len(text) if end < 0 else end)


# Words of the C parser and of the pure one, to the slips that people make.
_SLIPS = (
    ("tab", "tab"),
    ("mapping values are not allowed", "colon"),
    ("flow mapping", "brace"),
    ("flow node", "brace"),
    ("flow sequence", "bracket"),
    ("quoted scalar", "quote"),
    ("block collection", "indent"),
    ("block mapping", "indent"),
    ("could not find expected ':'", "colonless"),
    ("cannot start any token", "foreign"),
    ("alias", "foreign"),
    ("anchor", "foreign"),
)
