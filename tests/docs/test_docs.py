"""Every command in README.md and docs/ is run, and what it prints is compared.

For whoever writes a block that begins with ```console:

- a line that begins with `$ ` is a command, the lines under it are all that it prints, stdout and
  stderr together; a command may go on in the next line after a backslash;
- each block starts in a fresh copy of data/ and examples/, in English, on 2026-11-23, without
  colour and without a terminal; where git is used the copy is a repository with one commit;
- `$ cd DIR` holds for the rest of the block, `$ echo $?` prints the last exit code;
- commits are called 1a2b3c4, 2a2b3c4 and so on, in their order;
- a line `…` stands for one left-out line or more;
- a block whose first command sets a machine up (`SET_UP`) is not run.

`pytest tests/docs --update-docs` writes the outputs anew and keeps the `…` where they were; look
at the difference before it is committed.
"""

import difflib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest

from fjdex.cli.environment import Environment
from fjdex.cli.main import main

ROOT = Path(__file__).parents[2]
PAGES = [
    path for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))) if path.is_file()
]
SET_UP = (
    "git clone",
    "python",
    "py ",
    ". .venv",
    "source .venv",
    ".venv/bin/p",
    ".venv\\Scripts",
    "pip",
)
# What stands in the docs for the folder in which a command was run.
HOME = "/home/you/plans"
LEFT_OUT = "…"
# How many digits of a commit's id are shown.
_SHORT = 7
VARIABLES = {"FJDEX_TODAY": "2026-11-23", "NO_COLOR": "1"}

_block = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_shell = re.compile(r"[|&;<>$`*=(]")


@dataclass(frozen=True)
class Run:
    """One command of a block with the output that the page gives."""

    command: str
    written: tuple[str, ...]
    output: tuple[str, ...]


def blocks_of(text: str) -> list[str]:
    """Answer the console blocks of a page."""
    return [match[1] for match in _block.finditer(text)]


def runs_of(block: str) -> list[Run]:
    """Answer the commands of a block."""
    lines = block.splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
    return [_run_of(lines[start:end]) for start, end in pairwise([*starts, len(lines)])]


def _run_of(lines: Sequence[str]) -> Run:
    end = 1
    while lines[end - 1].endswith("\\"):
        end += 1
    command = " ".join(line.removesuffix("\\").strip() for line in lines[:end])
    return Run(command.removeprefix("$ "), tuple(lines[:end]), tuple(lines[end:]))


@dataclass
class Shell:
    """What runs the commands of one block, one after the other."""

    home: Path
    here: Path
    variables: dict[str, str] = field(default_factory=lambda: dict(VARIABLES))
    code: int = 0

    def run(self, command: str) -> tuple[str, ...]:
        """Run a command and answer the lines that it prints."""
        command = command.removeprefix(".venv/bin/")
        if command.startswith("cd "):
            self.here = self.here / command.removeprefix("cd ")
            return ()
        if command == "echo $?":
            return (str(self.code),)
        inside = command.startswith("fjdex") and not _shell.search(command)
        text = self._inside(command) if inside else self._outside(command)
        text = self._renamed(text.replace(str(self.home), HOME))
        return tuple(line.rstrip() for line in text.splitlines())

    def _renamed(self, text: str) -> str:
        """Call commits 1a2b3c4, 2a2b3c4 and so on: their own ids change with every file."""
        if not (self.home / ".git").is_dir():
            return text
        for number, commit in enumerate(self._commits(), start=1):
            text = text.replace(commit[:_SHORT], f"{number}a2b3c4"[-_SHORT:])
        return text

    def _commits(self) -> Sequence[str]:
        done = subprocess.run(
            ["git", "rev-list", "--reverse", "--topo-order", "--all"],  # noqa: S607 (the one on the path)
            cwd=self.home,
            env={"PATH": os.environ["PATH"], **_GIT},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return done.stdout.split()

    def _inside(self, command: str) -> str:
        out = io.StringIO()
        environment = Environment(self.variables, self.here, io.StringIO(), out, out)
        self.code = main(shlex.split(command)[1:], environment)
        return out.getvalue()

    def _outside(self, command: str) -> str:
        done = subprocess.run(  # noqa: S603 (the docs are ours)
            ["/bin/sh", "-c", f'fjdex() {{ "{sys.executable}" -m fjdex "$@"; }}\n{command}'],
            cwd=self.here,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(ROOT / "src"),
                "LC_CTYPE": "C.UTF-8",
                **_GIT,
                **self.variables,
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        self.code = done.returncode
        return done.stdout


_GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "you",
    "GIT_AUTHOR_EMAIL": "you@example.org",
    "GIT_COMMITTER_NAME": "you",
    "GIT_COMMITTER_EMAIL": "you@example.org",
    "GIT_AUTHOR_DATE": "2026-11-23T12:00:00+08:00",
    "GIT_COMMITTER_DATE": "2026-11-23T12:00:00+08:00",
}


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    home = tmp_path / "plans"
    for name in ("data", "examples"):
        shutil.copytree(ROOT / name, home / name)
    return Shell(home, home)


def matches(written: Sequence[str], got: Sequence[str]) -> bool:
    """Whether an output is the one written, where `…` stands for left-out lines."""
    first, *rest = _segments(written)
    if not rest:
        return list(got) == first
    *middle, last = rest
    if list(got[: len(first)]) != first or (last and list(got[-len(last) :]) != last):
        return False
    at, end = len(first), len(got) - len(last)
    for segment in middle:
        places = range(at + 1, end - len(segment) + 1)
        found = next((one for one in places if list(got[one:][: len(segment)]) == segment), None)
        if found is None:
            return False
        at = found + len(segment)
    return at < end


def _segments(written: Sequence[str]) -> list[list[str]]:
    segments: list[list[str]] = [[]]
    for line in written:
        if line == LEFT_OUT:
            segments.append([])
        else:
            segments[-1].append(line)
    return segments


def refitted(written: Sequence[str], got: Sequence[str]) -> list[str]:
    """Answer an output as it is to be written: with `…` about where it was."""
    if matches(written, got):
        return list(written)
    first, *rest = _segments(written)
    if not rest:
        return list(got)
    *middle, last = rest
    fitted = list(got[: len(first)])
    end = len(got) - len(last)
    at = len(fitted)
    for segment in middle:
        like = difflib.get_close_matches(segment[0], list(got[at:end]), n=1, cutoff=0.0)
        at = at + list(got[at:end]).index(like[0]) if like else end
        stop = min(at + len(segment), end)
        fitted += [LEFT_OUT, *got[at:stop]]
        at = stop
    return [*fitted, LEFT_OUT, *got[end:]]


def performed(block: str, shell: Shell) -> str:
    """Answer a block as it is to be written after running its commands."""
    if "git " in block:
        shell.run("git init -q -b main && git add . && git commit -q -m 'the plan'")
    lines: list[str] = []
    for run in runs_of(block):
        lines += [*run.written, *refitted(run.output, shell.run(run.command))]
    return "".join(f"{line}\n" for line in lines)


def _numbered() -> Iterator[object]:
    for page in PAGES:
        for number, block in enumerate(blocks_of(page.read_text(encoding="utf-8"))):
            if not block.removeprefix("$ ").startswith(SET_UP):
                name = page.relative_to(ROOT).as_posix()
                yield pytest.param(page, number, id=f"{name}#{number + 1}")


@pytest.mark.parametrize(("page", "number"), tuple(_numbered()))
def test_console_block_is_what_the_program_prints(
    page: Path, number: int, shell: Shell, *, updating: bool
) -> None:
    """Each command in the docs prints what the docs say that it prints."""
    text = page.read_text(encoding="utf-8")
    match = list(_block.finditer(text))[number]
    if page.name.endswith(".zh.md"):
        shell.variables["FJDEX_LANG"] = "zh"
    now = performed(match[1], shell)
    if updating:
        page.write_text(text[: match.start(1)] + now + text[match.end(1) :], encoding="utf-8")
        return
    assert match[1] == now


def test_every_block_begins_with_a_command() -> None:
    """No console block has lines that belong to no command, which nothing would check."""
    strays = [
        (page.name, block)
        for page in PAGES
        for block in blocks_of(page.read_text(encoding="utf-8"))
        if not block.startswith("$ ")
    ]
    assert strays == []


@pytest.mark.parametrize(
    ("written", "got", "same"),
    [
        ("a b", "a b", True),
        ("a b", "a b c", False),
        ("a … c", "a b c", True),
        ("a … c", "a c", False),
        ("… c", "a b c", True),
        ("a …", "a b c", True),
        ("a …", "a", False),
        ("a … c … e", "a b c d e", True),
        ("a … x … e", "a b c d e", False),
        ("… b … b", "a b c", False),
    ],
)
def test_left_out_lines_are_one_or_more(written: str, got: str, *, same: bool) -> None:
    """`…` stands for one line or more, and every other line stands where it is written."""
    assert matches(written.split(), got.split()) is same


@pytest.mark.parametrize(
    ("written", "got", "now"),
    [
        ("a b", "x y z", "x y z"),
        ("a … c", "x y z", "x … z"),
        ("a … cc … e", "x b cd d z", "x … cd … z"),
        ("a … c", "a b c", "a … c"),
    ],
)
def test_update_keeps_what_was_left_out(written: str, got: str, now: str) -> None:
    """An output is written anew with its `…` about where they were."""
    assert refitted(written.split(), got.split()) == now.split()
