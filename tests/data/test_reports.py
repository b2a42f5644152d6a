"""The bulletins of the Fujian plan that stand in `reports/`."""

from pathlib import Path

import pytest

from fjdex.plan.words import LANGUAGES, Language
from stage import REPOSITORY, Stage


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("quarter", ["2022Q3", "2022Q4"])
def test_a_bulletin_is_what_the_data_make_of_its_quarter(
    quarter: str, language: Language, tmp_path: Path
) -> None:
    """Written anew from the shipped data, page and charts have the very bytes that are on file."""
    stage = Stage.of("fujian", tmp_path)
    stage.run("report", quarter, "--lang", language)

    assert _files(stage.folder / "reports") == {
        name: data
        for name, data in _files(REPOSITORY / "reports").items()
        if name.startswith(f"{quarter}.{language}")
    }


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
