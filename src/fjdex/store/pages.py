"""The pages that travel with the program: one on every code of a finding, in each language."""

from pathlib import Path

from fjdex.plan.words import Language

_PACKAGE = Path(__file__).resolve().parent.parent
# Where the pages lie in an installed package, and where in a checkout of the source.
_PLACES = (_PACKAGE / "pages", _PACKAGE.parent.parent / "docs" / "findings")


def read_page(code: str, language: Language) -> str:
    """Answer the page on a code, in Markdown; raises `OSError` for a code that has none."""
    root = next(place for place in _PLACES if place.is_dir())
    folder = root / "zh" if language == "zh" else root
    return (folder / f"{code}.md").read_text(encoding="utf-8")
