"""The bulletins that stand in `reports/` and `docs/bulletin/`, and the pages that list them."""

import os
import re
import shutil
from pathlib import Path

import pytest

from fjdex.messages import Voice
from fjdex.plan.period import parse_period
from fjdex.plan.words import LANGUAGES, Language
from fjdex.render.periods import period_said
from stage import REPOSITORY, Stage

KEPT = {
    "reports": ("fujian", ("2022Q3", "2022Q4", "2022", "2023Q2")),
    "docs/bulletin": ("invented", ("2024Q1", "2024Q3")),
}
CASES = [
    (folder, plan, period, language)
    for folder, (plan, periods) in KEPT.items()
    for period in periods
    for language in LANGUAGES
]


@pytest.mark.parametrize(("folder", "plan", "period", "language"), CASES)
def test_a_bulletin_is_what_the_data_make_of_its_period(
    folder: str, plan: str, period: str, language: Language, tmp_path: Path
) -> None:
    """Written anew from the shipped data, page and charts have the very bytes that are on file."""
    stage = Stage.of(plan, tmp_path)
    stage.run("report", period, "--lang", language)
    if os.environ.get("FJDEX_REWRITE"):
        _rewrite(stage.folder / "reports", REPOSITORY / folder, f"{period}.{language}")

    assert _files(stage.folder / "reports") == {
        name: data
        for name, data in _files(REPOSITORY / folder).items()
        if name.startswith(f"{period}.{language}")
    }


def _rewrite(made: Path, kept: Path, name: str) -> None:
    """Put what was made in the place of what is on file, for somebody to look at."""
    shutil.rmtree(kept / name)
    shutil.copytree(made, kept, dirs_exist_ok=True)


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("folder", KEPT)
def test_the_index_lists_every_bulletin(folder: str) -> None:
    """Each period with its name in both languages and both its pages, and no other page."""
    periods = KEPT[folder][1]
    pages = {path.name for path in (REPOSITORY / folder).glob("*.md")} - {"README.md"}
    text = (REPOSITORY / folder / "README.md").read_text(encoding="utf-8")
    row = r"^\| (.+?) · (.+?) \| \[(.+?)\]\((.+?)\) \| \[(.+?)\]\((.+?)\) \|"
    rows = re.findall(row, text, re.MULTILINE)

    assert pages == {f"{period}.{language}.md" for period in periods for language in LANGUAGES}
    assert rows == [
        (
            *(period_said(parse_period(period), Voice(language)) for language in LANGUAGES),
            *(f"{period}.{language}.md" for language in ("zh", "zh", "en", "en")),
        )
        for period in periods
    ]
