"""Killed at any instant, a command leaves the old file or the new one, and what it said is kept."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from stage import REPOSITORY, Stage
from unit.check.faults import lay_down, sound_with

LEFTOVER = ".fjdex-new"
READINGS = "data/readings/t.yaml"
KILLS = 200
READING = ("--date=2021-09-30", "--source=s")
LATER = ("--date=2021-12-31", "--source=s")
LINE = b"- {date: 2021-06-30, value: 1, source: s}\n"
OVER = ["chmod", "write", "flush", "fsync", "replace", "fsync"]
# What is run, the readings that are there before, a write into another folder, and the calls whose
# order decides what a crash leaves.
SCENARIOS: dict[str, tuple[tuple[str, ...], bytes, tuple[str, ...], list[str]]] = {
    "replace": (("record", "t", "2", *READING), b"# x\n" + LINE, ("source", "add", "o"), OVER),
    "create": (
        ("record", "t", "2", *READING),
        b"",
        ("source", "add", "o"),
        ["write", "flush", "fsync", "link", "unlink", "fsync"],
    ),
    "remove": (
        ("record", "t", "--withdraw", "--reason=x", "--date=2021-06-30"),
        LINE,
        ("source", "add", "o"),
        ["unlink", "fsync"],
    ),
    "register": (("source", "add", "n"), LINE, ("record", "t", "2", *LATER), OVER),
}


class Dying:
    """The process that forks what is killed (`dying.py`)."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self.stdin: IO[bytes] = process.stdin
        self.stdout: IO[bytes] = process.stdout

    def run(self, arguments: tuple[str, ...], last: int) -> str:
        """Order one command that lives up to a moment; answer what is told of it."""
        self._order({"run": arguments, "last": last})
        return self._line()

    def calls(self, arguments: tuple[str, ...]) -> list[str]:
        """Order a command that lives; answer which calls touched the disk."""
        code, calls = json.loads(self.run(arguments, 0))
        assert code == 0
        return [str(one) for one in calls]

    def loop(
        self, commands: list[tuple[str, ...]], first: int, wanted: int, spins: int
    ) -> tuple[int, bytes]:
        """Order commands round and round, and kill them after so many; answer what was done.

        That is how many said that they were done, and what else was said.
        """
        self._order({"loop": commands, "first": first})
        child = int(self._line())
        done = b""
        while len(done) < wanted:
            done += self.stdout.read(1)
        for _ in range(spins):
            pass
        os.kill(child, signal.SIGKILL)
        done += self._line().encode()
        return done.count(b"+"), done.lstrip(b"+")

    def _order(self, order: object) -> None:
        self.stdin.write(json.dumps(order).encode() + b"\n")
        self.stdin.flush()

    def _line(self) -> str:
        line = b""
        while not line.endswith(b"\n"):
            read = self.stdout.read(1)
            assert read, line
            line += read
        return line.decode().strip()


@contextmanager
def dying(folder: Path) -> Iterator[Dying]:
    """Start the process that forks, and end it when it is no longer needed."""
    paths = os.pathsep.join(str(REPOSITORY / one) for one in ("src", "tests"))
    with subprocess.Popen(  # noqa: S603 (ourselves)
        [sys.executable, Path(__file__).with_name("dying.py"), folder],
        env={**os.environ, "PYTHONPATH": paths},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
    ) as process:
        yield Dying(process)


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Set up the sound folder of the rules' tests, without readings."""
    lay_down(tmp_path / "data", sound_with(), {})
    (tmp_path / READINGS).unlink()
    return Stage(tmp_path)


def restore(stage: Stage, files: dict[str, bytes]) -> None:
    """Put these files there and no other."""
    for name in stage.files():
        (stage.folder / name).unlink()
    for name, data in files.items():
        (stage.folder / name).write_bytes(data)


def whole(stage: Stage) -> dict[str, bytes]:
    """Answer all files but what a killed process left."""
    files = stage.files()
    return {name: data for name, data in files.items() if not name.endswith(LEFTOVER)}


def litter(stage: Stage) -> set[str]:
    """Answer what killed processes left."""
    return {name for name in stage.files() if name.endswith(LEFTOVER)}


def in_order(wanted: list[str], calls: list[str]) -> bool:
    """Whether calls are among others in an order."""
    left = iter(calls)
    return all(one in left for one in wanted)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_killed_before_and_after_every_call_that_touches_the_disk(
    stage: Stage, scenario: str
) -> None:
    """The file is the old or the new one, and the next write, in any folder, clears the rest."""
    command, readings, other, wanted = SCENARIOS[scenario]
    if readings:
        (stage.folder / READINGS).write_bytes(readings)
    before = stage.files()
    seen = []
    with dying(stage.folder) as dead:
        calls = dead.calls(command)
        after = stage.files()
        for last in range(1, 2 * len(calls) + 1):
            restore(stage, before)
            told = dead.run(command, last)
            now = whole(stage)
            seen.append(now == after)
            assert (told, now in (before, after), len(litter(stage)) <= 1) == ("killed", True, True)
            assert (stage.run(*other).code, litter(stage)) == (0, set())
            assert stage.run(*command).code == int(now == after)
    assert in_order(wanted, calls), calls
    assert (seen == sorted(seen), seen[0], seen[-1]) == (True, False, True)


def test_an_init_killed_at_every_call_that_touches_the_disk(tmp_path: Path) -> None:
    """The folder is there whole or not at all, and the next clears what is left."""
    stage = Stage(tmp_path)
    command = ("init", "--from", "empty")
    seen = []
    with dying(tmp_path) as dead:
        calls = dead.calls(command)
        after = stage.files()
        for last in range(1, 2 * len(calls) + 1):
            shutil.rmtree(tmp_path / "data", ignore_errors=True)
            told = dead.run(command, last)
            seen.append((tmp_path / "data").exists())
            assert (told, len(list(tmp_path.glob(f".*{LEFTOVER}"))) <= 1) == ("killed", True)
            assert stage.run(*command).code == int(seen[-1])
            assert {**whole(stage)} == after
    assert (seen == sorted(seen), seen[0], seen[-1]) == (True, False, True)
    assert "data" in [one.name for one in tmp_path.iterdir()]


# Round and round: a file is made, gets a line more, one less, and goes.
ROUND: list[tuple[str, ...]] = [
    ("record", "t", "2", *READING),
    ("record", "t", "3", *LATER),
    ("record", "t", "--withdraw", "--reason=x", *LATER),
    ("record", "t", "--withdraw", "--reason=x", *READING),
]


def test_killed_two_hundred_times_at_random(stage: Stage) -> None:
    """What was said to be done is on file, and at most the one thing more that was being done."""
    states = []
    for command in ROUND:
        states.append(stage.files())
        assert stage.run(*command).code == 0
    assert stage.files() == states[0]
    chance = random.Random(2021)  # noqa: S311 (moments, not secrets)
    state, finished = 0, 0
    with dying(stage.folder) as dead:
        for _ in range(KILLS):
            left = litter(stage)
            wanted, spins = chance.randrange(4), chance.randrange(400_000)
            done, told = dead.loop(ROUND, state, wanted, spins)
            assert (done >= wanted, told) == (True, b"dead")
            possible = [(state + done + more) % len(ROUND) for more in (0, 1)]
            now = whole(stage)
            assert now in [states[one] for one in possible]
            assert (len(litter(stage)) <= 1, done == 0 or not left & litter(stage)) == (True, True)
            state = next(one for one in possible if states[one] == now)
            finished += done
    assert stage.run(*ROUND[state]).code == 0
    assert (stage.files(), finished >= KILLS) == (states[(state + 1) % len(ROUND)], True)
