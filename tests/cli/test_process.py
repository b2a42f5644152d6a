"""The program as a process: closed pipes, Ctrl-C, a real terminal, streams of other encodings."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from stage import REPOSITORY, Stage

FJDEX = (sys.executable, "-m", "fjdex")
SECONDS = 30


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage.of("invented", tmp_path)


def _variables(**own: str) -> dict[str, str]:
    given = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return {**given, "PYTHONPATH": str(REPOSITORY / "src"), "FJDEX_LANG": "en", **own}


def _run(stage: Stage, *arguments: str, **own: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 (our own program)
        [*FJDEX, *arguments],
        cwd=stage.folder,
        env=_variables(**own),
        capture_output=True,
        check=False,
        timeout=SECONDS,
    )


@pytest.mark.parametrize(
    "arguments", [("--help",), (), ("--version",), ("diff", "--help"), ("source", "--help")]
)
def test_a_full_disk_is_said_to_be_one(stage: Stage, arguments: tuple[str, ...]) -> None:
    """Also by help, which is written before any command begins."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # noqa: S603 (our own program)
            [*FJDEX, *arguments],
            cwd=stage.folder,
            env=_variables(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=SECONDS,
        )

    said = b"error: stdout cannot be written (the disk is full)\n"
    assert (done.returncode, done.stderr) == (2, said)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("status",),
        ("status", "--json"),
        ("source", "list"),
        ("check", "--format", "json"),
        ("report", "2024Q3", "-o", "-"),
    ],
)
@pytest.mark.parametrize("read", [0, 1, 100])
def test_a_closed_pipe_is_no_failure(stage: Stage, arguments: tuple[str, ...], read: int) -> None:
    """Whoever reads may go at any time: exit 0, and nothing on stderr."""
    process = subprocess.Popen(  # noqa: S603 (our own program)
        [*FJDEX, *arguments],
        cwd=stage.folder,
        env=_variables(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None

    if read:
        process.stdout.read(read)
    process.stdout.close()
    told = process.stderr.read()
    code = process.wait(SECONDS)
    process.stderr.close()

    # What `check` narrates may come before it finds that nobody reads.
    narrated = told if arguments[0] == "check" and told.startswith(b"Errors:") else b""
    assert (code, told) == (0, narrated)


def test_a_closed_pipe_with_more_than_it_holds(stage: Stage) -> None:
    """An answer larger than any pipe's buffer ends as quietly when nobody reads on."""
    many = "".join(
        f"- {{date: 2024-03-31, value: {number}, note: {'长' * 60}, source: bulletin-2024q1,"
        f" measure: {{zh: 虚构{number}, en: invented {number}}}, unit: 个, comparability: near}}\n"
        for number in range(2000)
    )
    stage.write("readings/drone-routes.yaml", many)
    process = subprocess.Popen(  # noqa: S603 (our own program)
        [*FJDEX, "show", "drone-routes"],
        cwd=stage.folder,
        env=_variables(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None

    first = process.stdout.readline()
    process.stdout.close()
    told = process.stderr.read()
    code = process.wait(SECONDS)
    process.stderr.close()

    assert (first, code, told) == (b"Drone routes between the islands  (drone-routes)\n", 0, b"")


def test_ctrl_c_at_a_question(stage: Stage) -> None:
    """Ctrl-C at the question whether a doubtful value is right: exit 130, nothing written."""
    before = stage.files()
    ours, theirs = pty.openpty()
    process = subprocess.Popen(  # noqa: S603 (our own program)
        [*FJDEX, "record", "smart-piers", "110", "--date=2025-03-31", "--source=bulletin-2025q1"],
        cwd=stage.folder,
        env=_variables(),
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=theirs,
        start_new_session=True,
    )
    assert process.stdout is not None
    os.close(theirs)
    told = b""
    while b"[y/N]" not in told:
        told += os.read(ours, 1024)

    process.send_signal(signal.SIGINT)
    code = process.wait(SECONDS)
    answer = process.stdout.read()
    process.stdout.close()
    os.close(ours)

    assert (code, answer) == (130, b"")
    assert stage.files() == before


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "utf-16"])
def test_output_is_utf8_whatever_the_system_says(stage: Stage, encoding: str) -> None:
    """Chinese is written as UTF-8 with LF, whatever encoding the system's streams are in."""
    result = _run(
        stage, "status", "outcome-01", "--as-of=2024-09-30", "--lang=zh", PYTHONIOENCODING=encoding
    )

    assert result.returncode == 0
    assert result.stdout.decode().splitlines()[0] == "乌有群岛数字海岛三年行动方案（虚构示例）"
    assert b"\r" not in result.stdout


def test_a_clock_of_its_own(stage: Stage) -> None:
    """Without FJDEX_TODAY the day is the system's, and the command works all the same."""
    result = _run(stage, "status", "outcome-01", FJDEX_TODAY="")

    assert (result.returncode, result.stderr) == (0, b"")


def test_version_and_help_need_no_data(tmp_path: Path) -> None:
    """Help and version work in an empty folder, in a process of their own."""
    stage = Stage.of("none", tmp_path)

    told = [_run(stage, option).returncode for option in ("--help", "-h", "--version")]

    assert told == [0, 0, 0]


@pytest.mark.parametrize("heavy", ["pydantic", "ruamel", "jinja2", "rich"])
def test_help_starts_without_what_it_does_not_need(stage: Stage, heavy: str) -> None:
    """`--help` imports no parser, no validation and no templates."""
    code = (
        "import sys; from fjdex.cli.environment import Environment;"
        "from fjdex.cli.main import main;"
        "main(['--help'], Environment.of_process());"
        f"sys.exit(any(name.split('.')[0] == {heavy!r} for name in sys.modules))"
    )

    result = subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-c", code],
        cwd=stage.folder,
        env=_variables(),
        capture_output=True,
        check=False,
        timeout=SECONDS,
    )

    assert result.returncode == 0


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("fjdex show fib", ["fibre-homes"]),
        ("fjdex status outcome-1", ["outcome-10", "outcome-11", "outcome-12"]),
        ("fjdex -C nowhere show fib", []),
        ("fjdex re", ["record", "remark", "report"]),
        ("fjdex status --lead 群岛海", ["群岛海洋局"]),
        ("fjdex status --rating m", ["met", "met-undated", "met-late", "missed"]),
        ("fjdex status --area 亡", ["亡是市"]),
        ("fjdex status --kind ta", ["target", "task"]),
        ("fjdex status --section tasks", ["tasks-1", "tasks-2"]),
        ("fjdex status --by s", ["section"]),
        ("fjdex record base-stations 1 --source islander", ["islander-2024"]),
        ("fjdex record outcome-04 建成 --part we", ["west-light"]),
        ("fjdex export --table readings,ra", ["readings,ratings"]),
        ("fjdex check --explain reading-o", ["reading-order"]),
        ("fjdex -C nowhere status --lead 群", []),
    ],
)
def test_the_shell_completes(stage: Stage, words: str, known: list[str]) -> None:
    """Commands, ids and words are completed; without a plan no id is, without a word."""
    result = _run(
        stage,
        _FJDEX_COMPLETE="complete_bash",
        COMP_WORDS=words,
        COMP_CWORD=str(len(words.split()) - 1),
    )

    assert (result.stdout.decode().split(), result.stderr) == (known, b"")
