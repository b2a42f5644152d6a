"""A YAML text as a tree in which every key and value knows its place.

Scalars stay texts: what they mean is for the record's type to say, so `2025-13-30`, `007` and `no`
come through as written.
"""

from collections.abc import Iterator
from dataclasses import replace

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from fjdex.plan.findings import Finding, Place
from fjdex.yamlio.builder import Builder, Enough, Event
from fjdex.yamlio.edits import HOLE
from fjdex.yamlio.nodes import Node
from fjdex.yamlio.reading import Placed, read_on
from fjdex.yamlio.scan import readable, scan
from fjdex.yamlio.slips import sign_at, slip


def compose(file: str, text: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """Answer the tree of a text and what is wrong with it; no tree where it cannot be read.

    An empty file, or one of comments alone, has no tree and nothing wrong with it.
    """
    refused = scan(file, text)
    draft = readable(text) if refused else None
    if refused and draft is None:
        return None, refused
    read = (
        read_on(file, draft.text, _composed, draft.place)
        if draft
        else read_on(file, text, _composed)
    )
    return read.root, (*refused, *map(_typed, read.findings))


def _typed(finding: Finding) -> Finding:
    """Take out of what is to be typed the sign for what cannot be read."""
    if not any(HOLE in text for text in finding.arguments.values()):
        return finding
    arguments = {key: text.replace(HOLE, "") for key, text in finding.arguments.items()}
    return replace(finding, arguments=arguments)


def _composed(file: str, text: str, placed: Placed, *, pure: bool = False) -> Builder:
    builder = Builder(file, placed, holes=HOLE in text)
    try:
        for event in _events(text, pure=pure):
            builder.take(event)
    except MarkedYAMLError as error:
        if not pure and _is_of_c(text, error) and len(text) <= _SLOW:
            return _composed(file, text, placed, pure=True)
        found = slip(file, text, error)
        builder.findings.append(replace(found, place=placed(found.place)))
        builder.failed = True
    except YAMLError:
        builder.findings.append(Finding("yaml-syntax", Place(file), {"why": "other"}))
        builder.failed = True
    except Enough:
        builder.whole = False
    else:
        return builder
    builder.root = None
    return builder


# The pure parser reads forty times as slowly.
_SLOW = 1024 * 1024


def _is_of_c(text: str, error: MarkedYAMLError) -> bool:
    """Whether the C parser refuses what YAML 1.2 allows within a bare word in braces.

    That is a colon, as in {url: http://x.cn}, and a question mark, as in {note: 属实?}.
    """
    return "found unexpected ':'" in str(error.problem) or sign_at(text, error) == "?"


def _events(text: str, *, pure: bool) -> Iterator[Event]:
    return iter(YAML(typ="safe", pure=pure).parse(text))
