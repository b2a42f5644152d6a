"""A process whose children run commands of `fjdex` in a folder, and are killed while they do.

It starts once and forks for each order, so that hundreds of deaths take seconds. Orders come on
stdin, one a line, as JSON; what a child does is told on stdout:

{"run": [argument…], "last": n}: one command, whose child kills itself at the n-th moment of writing
(the instant right before or right after a call that touches the disk). Answer: "killed", or where
there is no such moment the exit code and the names of the calls, as JSON.

{"loop": [[argument…]…], "first": n}: commands round and round from the n-th on, until somebody
kills the child. Answer: its process id, then "+" for each command that has said that it is done
("!" where it said something else), and at the end "dead".
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

from fjdex.store import filing, seeds
from stage import Stage

TOUCHING = frozenset(
    {"open", "close", "write", "flush", "fsync", "chmod", "link", "unlink", "replace", "rename"}
    | {"mkdir", "rmdir"}
)
_WRITERS = (
    (filing, "write_file"),
    (filing, "remove_file"),
    (filing, "clear_leftovers_below"),
    (seeds, "write_folder"),
    (seeds, "clear_leftovers"),
)


class Watch:
    """Counts the moments of writing, and at the last of them kills the process."""

    def __init__(self, last: int) -> None:
        self.last = last
        self.moments = 0
        self.calls: list[str] = []

    def see(self, _: FrameType, event: str, function: Any) -> None:
        """Take note of one event of the interpreter."""
        name = getattr(function, "__name__", "")
        if not event.startswith("c_") or name not in TOUCHING:
            return
        if event == "c_call":
            self.calls.append(name)
        self.moments += 1
        if self.moments == self.last:
            os.kill(os.getpid(), signal.SIGKILL)

    def over(self, writer: Callable[..., object]) -> Callable[..., object]:
        """Answer a function that is watched while it runs."""

        def watched(*arguments: object) -> object:
            sys.setprofile(self.see)
            try:
                return writer(*arguments)
            finally:
                sys.setprofile(None)

        return watched


def run(stage: Stage, arguments: list[str], last: int) -> NoReturn:
    """Run one command, at most up to a moment of its writing."""
    watch = Watch(last)
    for module, name in _WRITERS:
        setattr(module, name, watch.over(getattr(module, name)))
    result = stage.run(*arguments)
    os.write(1, (json.dumps([result.code, watch.calls]) + "\n").encode())
    os._exit(0)


def loop(stage: Stage, commands: list[list[str]], first: int) -> NoReturn:
    """Run commands until the end comes from outside."""
    os.write(1, f"{os.getpid()}\n".encode())
    for number in count(first):
        result = stage.run(*commands[number % len(commands)])
        os.write(1, b"!" if result.code else b"+")
        if result.code:
            os.write(1, result.err.encode())
            os._exit(1)
    raise AssertionError


def main() -> None:
    """Carry out orders until there are no more."""
    stage = Stage(Path(sys.argv[1]))
    # What commands import is imported here once, and not by every child.
    stage.run("source", "add", "warm", "--dry-run")
    stage.run("record", "t", "1", "--date=2021-12-30", "--source=s", "--dry-run")
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if child == 0 and "loop" in order:
            loop(stage, order["loop"], order["first"])
        elif child == 0:
            run(stage, order["run"], order["last"])
        status = os.waitpid(child, 0)[1]
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        if "loop" in order:
            os.write(1, b"dead\n")
        elif killed:
            os.write(1, b"killed\n")


if __name__ == "__main__":
    main()
