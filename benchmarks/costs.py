"""What one process takes: processor seconds, seconds by the clock, memory."""

import os
import pty
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

TODAY = "2026-11-23"
DOWN = subprocess.DEVNULL


@dataclass(frozen=True)
class Cost:
    """What a process took: processor seconds, seconds by the clock, and memory in MiB."""

    cpu: float
    clock: float
    memory: float


def cost(words: Sequence[str | Path], more: Mapping[str, str]) -> Cost:
    """Answer what a command takes, at a terminal where `more` says so."""
    own = {"FJDEX_TODAY": TODAY, "COLUMNS": "160", "PYTHONDONTWRITEBYTECODE": "", **more}
    given = {**os.environ, **own}
    started = perf_counter()
    with _terminal() if "terminal" in more else _nowhere() as out:
        process = subprocess.Popen(
            list(map(str, words)), env=given, stdin=DOWN, stdout=out, stderr=DOWN
        )
        _, code, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(code)
    if process.returncode not in {0, 1}:
        raise SystemExit(f"{' '.join(map(str, words))} ended with {process.returncode}")
    per_mib = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(used.ru_utime + used.ru_stime, perf_counter() - started, used.ru_maxrss / per_mib)


@contextmanager
def _nowhere() -> Iterator[int]:
    yield DOWN


@contextmanager
def _terminal() -> Iterator[int]:
    """Answer a terminal that somebody reads."""
    ours, theirs = pty.openpty()
    reader = subprocess.Popen(("cat",), stdin=ours, stdout=DOWN, stderr=DOWN)
    os.close(ours)
    try:
        yield theirs
    finally:
        os.close(theirs)
        reader.wait()
