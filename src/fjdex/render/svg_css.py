"""The styles of drawings, as far as drawings of ours use them: rules, and what they choose."""

import re
from collections.abc import Iterator, Mapping

Rule = tuple[str, str]

_comments = re.compile(r"/\*.*?\*/", re.DOTALL).sub
_strings = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'").sub
_url = re.compile(r"url\(\s*(['\"]?)(.*?)\1\s*\)", re.IGNORECASE).sub
_simple = re.compile(r"[.#:]?[\w-]+").findall
_is_simple = re.compile(r"(?:[.#]?[\w-]+)+").fullmatch


def rules(css: str) -> Iterator[Rule]:
    """Answer the rules of a style one by one: what each is for, and what stands in its braces."""
    css = _comments("", css)
    bare = _strings(lambda match: "x" * len(match[0]), css)
    start = opened = depth = 0
    for at, sign in enumerate(bare):
        if sign == ";" and depth == 0:
            start = at + 1  # an import, or the like: of no rule
        elif sign == "{":
            opened, depth = (at, 1) if depth == 0 else (opened, depth + 1)
        elif sign == "}" and depth:
            depth -= 1
            if depth == 0:
                yield css[start:opened].strip(), css[opened + 1 : at].strip()
                start = at + 1


def selectors(heading: str) -> list[str]:
    """Answer what a rule is for, one by one."""
    return [one.strip() for one in heading.split(",")]


def declarations(body: str) -> Iterator[tuple[str, str]]:
    """Answer what a rule says, one by one."""
    for one in body.split(";"):
        name, colon, value = one.partition(":")
        if colon:
            yield name.strip(), value.strip()


def simple(compound: str) -> list[str]:
    """Answer the parts of what chooses one element: its tag, its classes, its id."""
    return _simple(compound)


def weight(selector: str) -> tuple[int, int, int] | None:
    """Answer how strong a selector is, or None for one of a kind that drawings of ours have not."""
    compounds = selector.split()
    if not compounds or not all(map(_is_simple, compounds)):
        return None
    parts = [part for one in compounds for part in simple(one)]
    ids, classes = (sum(part[0] == sign for part in parts) for sign in "#.")
    return ids, classes, len(parts) - ids - classes


def local(value: str, ids: Mapping[str, str]) -> str:
    """Let a value refer to nothing but what stands in the same drawing, under its new id."""

    def renamed(match: re.Match[str]) -> str:
        target = match[2]
        return f"url(#{ids.get(target[1:], target[1:])})" if target.startswith("#") else "none"

    return _url(renamed, value)
