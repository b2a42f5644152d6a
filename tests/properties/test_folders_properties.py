"""The folders that ship with the tool: sound, ratable on every day, and steady about the past."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fjdex.assess.assessment import assess
from fjdex.load import Loaded, load
from fjdex.plan.terms import ListName
from fjdex.yamlio.lines import read_lines, write_line
from fjdex.yamlio.scan import decode

ROOT = Path(__file__).parents[2]
FOLDERS = ["data", "examples/invented/data"]


@cache
def shipped(folder: str) -> Loaded:
    """Load a folder that ships with the tool."""
    base = ROOT / folder
    texts = {}
    for path in sorted(base.rglob("*.yaml")):
        text = decode(path.name, path.read_bytes())
        assert isinstance(text, str)
        texts[path.relative_to(base).as_posix()] = text
    return load(texts)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_shipped_folder_is_sound(folder: str) -> None:
    """Nothing is wrong with it."""
    loaded = shipped(folder)
    assert (loaded.findings, loaded.plan is not None) == ((), True)


@pytest.mark.parametrize("folder", FOLDERS)
def test_shipped_readings_are_canonical(folder: str) -> None:
    """Every reading is written as the tool would write it."""
    for file, text in shipped(folder).places.texts.items():
        if file.startswith("readings/"):
            lines = [line for line in text.split("\n") if line and not line.startswith("#")]
            assert [write_line(one) for one in read_lines(text) or ()] == lines


@pytest.mark.parametrize("folder", FOLDERS)
@given(count=st.integers(0, 3000))
@settings(max_examples=40)
def test_a_shipped_plan_is_rated_on_every_day(folder: str, count: int) -> None:
    """Every record of every list has one rating, on any day from the plan's start."""
    plan = shipped(folder).plan
    assert plan is not None
    found = assess(plan, date.fromordinal(plan.header.start.toordinal() + count))
    totals = {name: sum(counts.values()) for name, counts in found.counts().items()}
    assert totals == {name: len(plan.lists[name]) for name in ListName}
