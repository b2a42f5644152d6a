"""The program as a process of its own runs it, cache and all, but within this process.

What a process has for itself is put in its place while it runs: folder, variables, arguments and
streams.
"""

import os
import sys
from contextlib import ExitStack, chdir
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest import mock

import pytest

from fjdex.__main__ import run
from fjdex.cli import main

TODAY = "2022-06-30"


@dataclass(frozen=True)
class Said:
    """Exit code, answer and narration; `again` says that no command was run for them."""

    code: object
    out: str
    err: str
    again: bool

    @property
    def words(self) -> tuple[object, str, str]:
        """What whoever asked can see of it."""
        return self.code, self.out, self.err


@dataclass(frozen=True)
class Asker:
    """Who asks, in which folder, with which cache; a variable that is "" is not set."""

    here: Path
    cache: Path

    def ask(self, *arguments: str, here: str = ".", **variables: str) -> Said:
        """Run the program, in a folder below."""
        given = {
            "FJDEX_CACHE": str(self.cache), "FJDEX_LANG": "en", "FJDEX_TODAY": TODAY,
            "FJDEX_DEBUG": "1", **variables,
        }  # fmt: skip
        out, err = (TextIOWrapper(BytesIO(), encoding="utf-8") for _ in range(2))
        with ExitStack() as stack:
            stack.enter_context(chdir(self.here / here))
            stack.enter_context(mock.patch.dict(os.environ, given))
            for name in (name for name, value in given.items() if not value):
                del os.environ[name]
            for name, value in (("argv", ["fjdex", *arguments]), ("stdout", out), ("stderr", err)):
                stack.enter_context(mock.patch.object(sys, name, value))
            ran = stack.enter_context(mock.patch.object(main, "main", wraps=main.main))
            with pytest.raises(SystemExit) as left:
                run()
            again = not ran.called
        return Said(left.value.code, _text(out), _text(err), again)

    def plainly(self, *arguments: str, here: str = ".", **variables: str) -> Said:
        """Run the program without any cache."""
        return self.ask(*arguments, here=here, **{**variables, "FJDEX_CACHE": "off"})


def _text(stream: TextIOWrapper) -> str:
    stream.flush()
    held = stream.buffer
    assert isinstance(held, BytesIO)
    return held.getvalue().decode()


def lay(folder: Path, texts: dict[str, str]) -> Path:
    """Write a data folder."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder
