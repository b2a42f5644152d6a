"""Bulletins of the shipped plans, written once, with their pictures: what pages are made of."""

from functools import cache

from fjdex.bulletin.quarterly import bulletin
from fjdex.load import load
from fjdex.messages import Voice
from fjdex.plan.period import parse_period
from fjdex.plan.words import Language
from fjdex.render.bulletin import Words
from fjdex.render.markdown import bulletin_markdown
from fjdex.render.pictures import pictures_of
from stage import PLANS

QUARTERS = {"fujian": "2022Q4", "invented": "2024Q3"}


@cache
def written_bulletin(plan: str, language: Language) -> tuple[str, dict[str, str]]:
    """Write the bulletin of a shipped plan: its Markdown, and its pictures by their paths."""
    folder = PLANS[plan]
    texts = {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in folder.rglob("*.yaml")
    }
    loaded = load(texts)
    assert loaded.plan is not None
    made, voice = bulletin(loaded.plan, parse_period(QUARTERS[plan])), Voice(language)
    pictures = pictures_of(made, voice, "pictures/")
    drawn = (*pictures.whole, *pictures.targets)
    words = Words(made, voice, "sha256:0", pictures)
    return bulletin_markdown(words, {}), {one.path: one.svg for one in drawn}
