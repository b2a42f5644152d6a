"""What is wrong with a sheet, in words and for scripts."""

import re
from pathlib import Path

import pytest

from fjdex.exchange.grid import CellPlace, Problem, Remarked
from fjdex.messages import Voice
from fjdex.plan.words import LANGUAGES, Language
from fjdex.render.problems import said_of, told_json, told_lines

SOURCE = Path(__file__).parents[3] / "src" / "fjdex"
PLACE = CellPlace("a.xlsx", "表", 7, "C")
DOUBT = Problem("number-noise", PLACE, {"text": "0.30000000000000004", "meant": "0.3"}, doubt=True)
_named = re.compile(r'(?:Problem|Remarked|Broken)\(\s*f?"([a-z{][^"]*)"')


def test_every_code_has_its_sentence() -> None:
    """In its own words, or in those of `record`."""
    text = "".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    codes = {code for code in _named.findall(text) if "{" not in code}
    voice = Voice("en")
    mute = {
        code
        for code in codes
        if not any(voice.holds(f"{domain}.{code}") for domain in ("exchange", "failure"))
    }
    assert (len(codes) > 40, mute) == (True, set())


def test_a_doubt_says_how_it_is_waived_and_then_what_was_done() -> None:
    """As a problem and as a note."""
    note = Remarked(DOUBT.code, PLACE, DOUBT.arguments)
    assert told_lines((DOUBT, note), Voice("en")) == (
        "a.xlsx[表]!C7: error[number-noise] 0.30000000000000004 holds more digits than a "
        "spreadsheet keeps; 0.3 is what it shows. If that is right, say so with --yes\n"
        "a.xlsx[表]!C7: note[number-noise] 0.30000000000000004 was taken as 0.3\n"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_a_file_cannot_be_read_is_said_in_the_language(language: Language) -> None:
    """And not by its code."""
    why = Problem("file-unreadable", CellPlace("a"), {"why": "missing"})
    said = {"zh": "无法读取（不存在）", "en": "it cannot be read (it is not there)"}
    assert said_of(why, Voice(language)) == said[language]


def test_scripts_get_the_place_in_its_parts() -> None:
    """None for what a place does not name; what a cell holds moves no cursor in a sentence."""
    other = Problem("line-malformed", CellPlace("a.jsonl", None, 3, ":value"))
    plain = Problem("item-unknown", CellPlace("a.csv"), {"text": "\x1b[2J", "near": "x"})
    parts = [
        [one[key] for key in ("code", "file", "sheet", "row", "column")]
        for one in told_json((DOUBT, other, plain), Voice("en"))
    ]
    assert parts == [
        ["number-noise", "a.xlsx", "表", 7, "C"],
        ["line-malformed", "a.jsonl", None, 3, "value"],
        ["item-unknown", "a.csv", None, None, None],
    ]
    assert "\x1b" not in said_of(plain, Voice("en"))
