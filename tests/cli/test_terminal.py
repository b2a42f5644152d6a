"""What is seen at a terminal: its width is kept, nothing is lost, colour is never alone."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from stage import Stage

ASKED = {
    "status": ("status", "--as-of=2024-09-30"),
    "status of targets": ("status", "--as-of=2024-09-30", "--kind=target"),
    "show": ("show", "base-stations", "--as-of=2024-09-30"),
    "show of a task": ("show", "task-01", "--as-of=2024-09-30"),
    "source list": ("source", "list"),
}
STYLE = re.compile("\x1b\\[[0-9;]*m")


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("columns", ["60", "80", "100", "160"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_width_is_kept(asked: str, columns: str, lang: str, tmp_path: Path) -> None:
    """No line is wider than the terminal, Chinese counted double."""
    stage = Stage.of("invented", tmp_path, lang=lang, terminal="yes")

    lines = stage.run(*ASKED[asked], COLUMNS=columns).out.split("\n")

    assert [line for line in lines if cell_len(line) > int(columns)] == []


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_terminal_says_what_a_pipe_says(asked: str, lang: str, tmp_path: Path) -> None:
    """Folded at a terminal or whole in a pipe, an answer holds the same signs."""
    pipe = Stage.of("invented", tmp_path / "pipe", lang=lang).run(*ASKED[asked]).out
    terminal = Stage.of("invented", tmp_path / "terminal", lang=lang, terminal="yes")

    told = terminal.run(*ASKED[asked]).out

    assert sorted("".join(told.split())) == sorted("".join(pipe.split()))


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_colour_says_nothing_of_its_own(asked: str, lang: str, tmp_path: Path) -> None:
    """Without its colours a coloured answer reads as the plain one at the same terminal."""
    plain = Stage.of("invented", tmp_path / "plain", lang=lang, terminal="yes")
    coloured = Stage.of("invented", tmp_path / "coloured", lang=lang, terminal="colour")

    told = STYLE.sub("", coloured.run(*ASKED[asked]).out)

    lines = [line.rstrip() for line in told.split("\n")]
    assert lines == plain.run(*ASKED[asked]).out.split("\n")


@pytest.mark.parametrize("asked", ASKED)
def test_forced_colour_in_a_pipe_is_not_folded(asked: str, tmp_path: Path) -> None:
    """FORCE_COLOR colours a pipe, and cuts or folds nothing there."""
    stage = Stage.of("invented", tmp_path)

    told = STYLE.sub("", stage.run(*ASKED[asked], FORCE_COLOR="1", COLUMNS="40").out)

    lines = [line.rstrip() for line in told.split("\n")]
    assert lines == stage.run(*ASKED[asked]).out.split("\n")


@pytest.mark.parametrize("command", ["", "status", "show", "record", "check", "report", "init"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help_fits_a_screen(command: str, lang: str, tmp_path: Path) -> None:
    """Help is at most one screen of forty lines, and every option on it is explained."""
    stage = Stage.of("none", tmp_path, lang=lang)

    lines = stage.run(*command.split(), "--help").out.split("\n")

    options = [line for line in lines if line.startswith("  -")]
    assert len(lines) <= 40
    assert options
    assert [line for line in options if len(re.split(" {2,}", line.strip())) < 2] == []


@pytest.mark.parametrize("command", ["", "status", "record", "check", "source add"])
@pytest.mark.parametrize("columns", ["50", "80", "120"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help_is_folded_under_itself(command: str, columns: str, lang: str, tmp_path: Path) -> None:
    """At a terminal no explanation is wider than it, and none is lost; examples are for copying."""
    pipe = Stage.of("none", tmp_path / "pipe", lang=lang).run(*command.split(), "--help").out
    terminal = Stage.of("none", tmp_path / "terminal", lang=lang, terminal="yes")

    told = terminal.run(*command.split(), "--help", COLUMNS=columns).out

    wide = {line for line in told.split("\n") if cell_len(line) > int(columns)}
    assert "".join(told.split()) == "".join(pipe.split())
    assert [line for line in wide if not line.startswith("  fjdex ")] == []


@pytest.mark.parametrize("columns", ["100", "120"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_ids_can_be_copied(columns: str, lang: str, tmp_path: Path) -> None:
    """However narrow the terminal, an id stands whole on one line: it is typed again next."""
    pipe = Stage.of("invented", tmp_path / "pipe", lang=lang).run(*ASKED["status"]).out
    terminal = Stage.of("invented", tmp_path / "terminal", lang=lang, terminal="yes")
    ids = {line.split()[-1] for line in pipe.split("\n") if re.search(r"  [a-z0-9-]+$", line)}

    told = terminal.run(*ASKED["status"], COLUMNS=columns).out

    assert ids
    assert [id_ for id_ in sorted(ids) if id_ not in told] == []
