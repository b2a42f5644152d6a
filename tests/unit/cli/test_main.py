"""From arguments to exit code: what is caught, and what is answered for it."""

import errno
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from fjdex.cli.environment import Environment
from fjdex.cli.main import main
from stage import Stage


class Failing(StringIO):
    """A stream that fails when it is written to."""

    def __init__(self, error: Callable[[], BaseException]) -> None:
        super().__init__()
        self.error = error

    def write(self, _: str) -> int:
        raise self.error()


def _main(arguments: list[str], stdout: StringIO, folder: Path) -> tuple[int, str]:
    stage = Stage.of("invented", folder)
    told = StringIO()
    variables = {**stage.variables(), "FJDEX_DEBUG": ""}
    environment = Environment(variables, stage.folder, StringIO(), stdout, told)
    return main(arguments, environment), told.getvalue()


@pytest.mark.parametrize("arguments", [["status"], ["--help"], ["--version"], ["check"], []])
def test_a_reader_that_went(arguments: list[str], tmp_path: Path) -> None:
    """A closed pipe is exit 0, and nobody is told."""
    gone = Failing(lambda: BrokenPipeError(errno.EPIPE, "Broken pipe"))

    told = _main(arguments, gone, tmp_path)

    assert told == (0, "")


@pytest.mark.parametrize("arguments", [["status"], ["check"], ["report", "2024Q3", "-o", "-"]])
def test_an_interruption(arguments: list[str], tmp_path: Path) -> None:
    """Ctrl-C is exit 130, without a traceback and without a word."""
    told = _main(arguments, Failing(KeyboardInterrupt), tmp_path)

    assert told == (130, "")


def test_a_full_disk(tmp_path: Path) -> None:
    """An answer that cannot be written is exit 2 and one sentence, without a traceback."""
    code, told = _main(
        ["status"], Failing(lambda: OSError(errno.ENOSPC, "No space left")), tmp_path
    )

    assert code == 2
    assert told.startswith("error: ")
    assert told.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["nosuch", "--lang", "zh"], "zh"),
        (["--lang=zh", "nosuch"], "zh"),
        (["nosuch", "--lang", "en"], "en"),
        (["nosuch"], "en"),
    ],
)
def test_usage_is_said_in_the_language_asked_for(
    arguments: list[str], language: str, tmp_path: Path
) -> None:
    """What is typed wrongly is said in the language that the same line asks for."""
    code, told = _main(arguments, StringIO(), tmp_path)

    assert code == 2
    assert told.startswith({"zh": "错误：", "en": "error: "}[language])


def test_the_word_help_is_answered_with_what_to_type(tmp_path: Path) -> None:
    """Whoever looks for help as git has it is told how to ask for it here."""
    told = _main(["help", "status"], StringIO(), tmp_path)

    how = "fjdex --help lists the commands, fjdex status --help explains one"
    assert told == (2, f"error: there is no command `help`: {how}\n")


def test_no_argument_is_help_and_no_failure(tmp_path: Path) -> None:
    """`fjdex` alone prints its help with two examples, exit 0."""
    out = StringIO()

    told = _main([], out, tmp_path)

    assert told == (0, "")
    assert out.getvalue().split("Examples:\n")[1].count("  fjdex ") == 2


def test_a_library_that_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is for the pip of the Python that runs the program, whose path may hold a blank."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    monkeypatch.setattr(sys, "executable", "/my plans/bin/python")

    told = _main(["export", "-o", "all.xlsx"], StringIO(), tmp_path)

    install = '"/my plans/bin/python" -m pip install "fjdex[xlsx]"'
    assert told == (2, f"error: this needs the extra `xlsx`. To install it: {install}\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["show", "x"], "there is no task, outcome or target `x`: the plan holds none yet"),
        (["status", "--lead", "x"], "there is no agency `x`: agencies.yaml lists none yet"),
        (["status", "--area", "x"], "there is no area `x`: areas.yaml lists none"),
        (["status", "--section", "x"], "`x` is no section: plan.yaml lists none"),
    ],
)
def test_where_there_is_nothing_near_nothing_is_named(
    arguments: list[str], told: str, tmp_path: Path
) -> None:
    """In a plan that holds nothing yet no sentence ends in an empty list."""
    stage = Stage.of("none", tmp_path, lang="en")
    stage.run("init", "--from", "empty")

    result = stage.run(*arguments)

    assert (result.code, result.err) == (2, f"error: {told}\n")
