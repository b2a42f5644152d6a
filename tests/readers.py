"""Another reader of YAML than ours: what a file says and which comments it holds.

The parser in pure Python is not the one that the program reads with; its events are put together
here. It knows no tabs as white space, which YAML does, so those are put aside first.
"""

import re
import warnings

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLWarning

_tab = re.compile(r"(?<=[:,])\t+|\t+(?=#|\r?\n|\Z)").sub


def _bare(text: str) -> str:
    return _tab(lambda match: " " * len(match[0]), text.removeprefix("\ufeff"))


def words_of(text: str) -> object:
    """Answer what a text says as lists, mappings and texts, whatever YAML takes those for."""
    return _words(YAML(typ="safe", pure=True).compose(_bare(text)))


def _words(node: object) -> object:
    kind, value = getattr(node, "id", None), getattr(node, "value", None)
    if kind == "sequence" and isinstance(value, list):
        return [_words(one) for one in value]
    if kind == "mapping" and isinstance(value, list):
        return {str(_words(key)): _words(one) for key, one in value}
    return value


def items_of(text: str) -> list[dict[str, object]]:
    """Answer the records of a text that is a list; none of one that holds nothing."""
    said = words_of(text)
    return said if isinstance(said, list) else []


def typed(text: str, version: tuple[int, int]) -> object:
    """Answer what a text says to a reader that takes 1 for a number, by one version of YAML."""
    yaml = YAML(typ="safe", pure=True)
    yaml.version = version
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", YAMLWarning)
        # A document that says where it begins is taken for one of the latest version.
        return yaml.load(re.sub(r"(?m)^---(?=\s)", "   ", _bare(text)))


def comments_of(text: str) -> list[str]:
    """Answer the comments of a text, sorted: what stands from a `#` on between its words."""
    text = _bare(text).replace("\r\n", "\n")
    found: list[str] = []
    at = 0
    for token in YAML(typ="safe", pure=True).scan(text):
        if token.id != "<scalar>":
            continue
        start, end = token.start_mark.index, token.end_mark.index
        found += re.findall("#.*", text[at:start])
        if token.style in {"|", ">"}:
            found += re.findall("#.*", text[start : text.index("\n", start)])
        at = end
    found += re.findall("#.*", text[at:])
    return sorted(one.rstrip() for one in found)
