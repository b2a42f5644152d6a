"""Which codes of findings the words on the command line mean."""

import difflib
import re
from collections.abc import Iterable

from fjdex.plan.failures import Failure
from fjdex.plan.findings import CODES


def codes_asked(select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
    """Answer the codes that are selected, all where none is, but for those that are ignored.

    A word is a code, or what several begin with: `reading` means `reading-order` and the like.
    Several stand in one word with commas between. Raises `Failure` for a word that means none.
    """
    selected = [code for word in select for code in _meant(word)]
    ignored = [code for word in ignore for code in _meant(word)]
    return frozenset(selected or CODES) - frozenset(ignored)


def code_asked(word: str) -> str:
    """Answer the one code that a word is; raises `Failure` that names the nearest."""
    if word in CODES:
        return word
    raise _unknown(word)


def _meant(words: str) -> list[str]:
    asked = [word for word in _separated(words) if word] or [words]
    return [code for word in asked for code in _codes_of(word)]


# Commas of either width; whoever pastes a list of codes may have blanks in it too.
_separated = re.compile(r"[\s,，、;；]+").split


def _codes_of(word: str) -> list[str]:
    codes = [code for code in CODES if code == word or code.startswith(f"{word}-")]
    if not codes:
        raise _unknown(word)
    return codes


def _unknown(word: str) -> Failure:
    said = word.lower().replace("_", "-")
    near = difflib.get_close_matches(said, CODES, n=3, cutoff=0.4)
    if not near:
        return Failure("code-unknown.none", text=word)
    return Failure("code-unknown", text=word, near=", ".join(near))
