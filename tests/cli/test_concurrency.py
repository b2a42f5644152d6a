"""Sixteen processes record at once: what one says is on file, once; nobody waits for the dead."""

import os
import subprocess
import sys
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest

import builders as b
from fjdex.store.lock import locked
from stage import REPOSITORY, Stage
from unit.check.faults import checked, lay_down, sound_with

PROCESSES = 16
SECONDS = 120
FIRST = date(2021, 7, 1)
HOLDER = """
import os, signal, sys
from pathlib import Path
from fjdex.store.lock import locked
with locked(Path(sys.argv[1])):
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Set up the sound folder of the rules' tests with four targets, none with readings."""
    targets = "".join(b.target(b.goal()[:-1] + ", source: s}", key=key) for key in "tuvw")
    texts = sound_with(targets=targets)
    del texts["readings/t.yaml"]
    lay_down(tmp_path / "data", texts, {})
    return Stage(tmp_path)


def started(stage: Stage, *arguments: str) -> "subprocess.Popen[str]":
    """Start the real program."""
    return subprocess.Popen(  # noqa: S603 (our own program)
        [sys.executable, "-m", "fjdex", *arguments],
        cwd=stage.folder,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY / "src"), "FJDEX_LANG": "en"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def at_once(stage: Stage, commands: Iterable[tuple[str, ...]]) -> list[tuple[int, str, str]]:
    """Run commands at once; answer the exit code, stdout and stderr of each.

    None can write before all are started: until then the lock is ours.
    """
    with locked(stage.folder / "data"):
        running = [started(stage, *command) for command in commands]
    told = [process.communicate(timeout=SECONDS) for process in running]
    codes = [process.returncode for process in running]
    return [(code, out, err) for code, (out, err) in zip(codes, told, strict=True)]


@pytest.mark.parametrize("targets", ["t", "tuvw"])
def test_sixteen_processes_record_at_once(stage: Stage, targets: str) -> None:
    """Into one file and into several: what was said to be done is there, once, in order."""
    days = [FIRST + timedelta(days=number) for number in range(PROCESSES)]
    keys = [targets[number % len(targets)] for number in range(PROCESSES)]
    told = at_once(
        stage,
        [
            ("record", key, "7", f"--date={day}", "--source=s", "--yes")
            for key, day in zip(keys, days, strict=True)
        ],
    )
    assert [code for code, _, _ in told] == [0] * PROCESSES, told
    lines = {key: stage.text(f"readings/{key}.yaml").splitlines()[3:] for key in targets}
    assert lines == {
        key: [
            f"- {{date: {day}, value: 7, source: s}}"
            for other, day in zip(keys, days, strict=True)
            if other == key
        ]
        for key in targets
    }
    assert checked(stage.folder / "data") == ()
    wanted = sorted(f"{key}.yaml" for key in targets)
    assert sorted(one.name for one in (stage.folder / "data" / "readings").iterdir()) == wanted


def test_sixteen_processes_record_the_same_reading(stage: Stage) -> None:
    """One is told that it is on file, the others that it is taken: never two, never none."""
    command = ("record", "t", "7", f"--date={FIRST}", "--source=s")
    told = at_once(stage, [command] * PROCESSES)
    assert sorted(code for code, _, _ in told) == [0] + [1] * (PROCESSES - 1)
    refused = {err for code, _, err in told if code}
    assert [one.startswith("error: this date, area, part") for one in refused] == [True]
    line = f"- {{date: {FIRST}, value: 7, source: s}}"
    assert stage.text("readings/t.yaml").splitlines()[3:] == [line]
    assert checked(stage.folder / "data") == ()


def test_a_lock_whose_holder_was_killed_keeps_nobody_waiting(stage: Stage) -> None:
    """The next command works as if nothing had been."""
    dead = subprocess.run(  # noqa: S603 (ourselves)
        [sys.executable, "-c", HOLDER, stage.folder / "data"],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY / "src")},
        check=False,
    )
    told = at_once(stage, [("record", "t", "7", f"--date={FIRST}", "--source=s")])
    assert (dead.returncode, told[0][0]) == (-9, 0)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("there", [True, False])
def test_an_edit_by_hand_meanwhile_is_not_lost(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, lang: str, *, there: bool
) -> None:
    """A file that is changed or made while a command works: exit 2, a sentence, the edit stays."""
    path = stage.folder / "data" / "readings" / "t.yaml"
    mine = b"- {date: 2021-06-30, value: 3, source: s} # mine\n"
    path.parent.mkdir(exist_ok=True)
    if there:
        path.write_bytes(b"- {date: 2021-06-30, value: 2, source: s}\n")
    real = os.fsync

    def edited(descriptor: int) -> None:
        real(descriptor)
        path.write_bytes(mine)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", edited)
        result = stage.run("record", "t", "4", f"--date={FIRST}", "--source=s", FJDEX_LANG=lang)
    said = {
        "zh": "错误：/here/data/readings/t.yaml刚被他人改动，未写入，请重试\n",
        "en": "error: /here/data/readings/t.yaml was changed by somebody else just now. "
        "Nothing was written; try again\n",
    }
    assert (result.code, result.out, result.err) == (2, "", said[lang])
    assert {one.name: one.read_bytes() for one in path.parent.iterdir()} == {"t.yaml": mine}
    again = stage.run("record", "t", "4", f"--date={FIRST}", "--source=s")
    line = f"- {{date: {FIRST}, value: 4, source: s}}\n"
    assert (again.code, path.read_bytes()) == (0, mine + line.encode())
