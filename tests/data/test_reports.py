"""The bulletins of the Fujian plan that stand in `reports/`."""

from pathlib import Path

import pytest

from fjdex.bulletin.quarterly import bulletin
from fjdex.load import load
from fjdex.messages import Voice
from fjdex.plan.period import parse_period
from fjdex.plan.words import LANGUAGES, Language
from fjdex.render.markdown import bulletin_markdown
from fjdex.store.folder import read_folder

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("quarter", ["2022Q3", "2022Q4"])
def test_a_bulletin_is_what_the_data_make_of_its_quarter(quarter: str, language: Language) -> None:
    """Written anew from the shipped data, a bulletin has the very bytes that are on file."""
    plan = load(read_folder(ROOT / "data").texts).plan
    assert plan is not None

    text = bulletin_markdown(bulletin(plan, parse_period(quarter)), Voice(language))

    assert text.encode() == (ROOT / "reports" / f"{quarter}.{language}.md").read_bytes()
