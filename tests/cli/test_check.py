"""`fjdex check` as it is called: which files, in which form, with which exit code."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from stage import Stage

FILE = "readings/base-stations.yaml"
NOTE = "备注很长的一行，用来看插入符号是否对齐"
FAULT = f"- {{date: 2024-13-30, value: 1, note: {NOTE}, source: bulletin-2024q2}}\n"


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage.of("invented", tmp_path)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 1),
        (("--select", "date-malformed"), 1),
        (("--select", "date"), 1),
        (("--ignore", "date-malformed"), 0),
        (("--select", "reading"), 0),
        (("--strict", "--select", "reading"), 1),
        (("--strict", "--ignore", "date,reading,area"), 0),
        (("--strict", "data/outcomes.yaml"), 0),
        (("data/outcomes.yaml",), 0),
        (("data/readings",), 1),
        ((FILE,), 1),
        (("data",), 1),
    ],
)
def test_the_exit_code_is_about_what_is_told(
    stage: Stage, arguments: tuple[str, ...], code: int
) -> None:
    """Errors count, warnings only when they are asked to, and nothing that was not asked for."""
    stage.write(FILE, stage.text(FILE) + FAULT)
    assert stage.run("check", *arguments).code == code


@pytest.mark.parametrize(
    "file", ["remarks.yaml", "readings/base-stations.yaml", "readings/outcome-10.yaml"]
)
def test_a_file_that_was_deleted_may_be_named(stage: Stage, file: str) -> None:
    """As git lists it among what was changed: there is nothing to be said of it."""
    (stage.folder / "data" / file).unlink(missing_ok=True)
    told = stage.run("check", f"data/{file}")
    assert (told.code, told.out) == (0, "")


def test_a_file_that_is_needed_and_deleted_is_told(stage: Stage) -> None:
    """Under its own name."""
    (stage.folder / "data" / "areas.yaml").unlink()
    told = stage.run("check", "data/areas.yaml")
    assert (told.code, told.out) == (
        1,
        "data/areas.yaml:1:1: error[file-missing] there is no areas.yaml\n",
    )


@pytest.mark.parametrize("columns", ["30", "60", "80", "200"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_carets_stand_under_a_line_that_the_terminal_does_not_fold(
    tmp_path: Path, lang: str, columns: str
) -> None:
    """However narrow it is, and however long the line."""
    stage = Stage.of("invented", tmp_path, lang=lang, terminal="yes")
    stage.write(FILE, stage.text(FILE) + FAULT)
    lines = stage.run("check", "--select", "date-malformed", COLUMNS=columns).out.split("\n")
    shown, carets = lines[3], lines[4]
    at = carets.index("^")
    assert cell_len(shown) <= max(int(columns), 36)
    assert shown[at:].startswith("2024-13-30")
    assert cell_len(shown[:at]) == at


def test_another_run_says_the_same(stage: Stage) -> None:
    """In every form, to the byte."""
    stage.write(FILE, stage.text(FILE) + FAULT)
    for form in ("full", "concise", "github", "json"):
        first, second = (stage.run("check", "--format", form) for _ in range(2))
        assert first == second
