"""The world, as one value: every command gets it, and a test makes its own.

Streams, variables, folder, terminal and today's date enter the program here and nowhere else.
"""

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from fjdex.plan.failures import Failure
from fjdex.plan.scalars import Malformed, parse_day
from fjdex.plan.words import LANGUAGES, Language

if TYPE_CHECKING:
    from fjdex.cli.tape import Tape


@dataclass(frozen=True)
class Environment:
    """What a process is given."""

    variables: Mapping[str, str]
    here: Path
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    tape: "Tape | None" = None

    @classmethod
    def of_process(cls, tape: "Tape | None" = None) -> "Environment":
        """Answer the environment of this process; a tape hears what is said.

        A process may be started with a stream closed, and in a folder that is gone.
        """
        given = sys.stdin or _nothing("r")
        out, beside = sys.stdout or _nothing("w"), sys.stderr or _nothing("w")
        if tape is not None:
            out, beside = tape.heard(1, out), tape.heard(2, beside)
        return cls(os.environ, _here(), given, out, beside, tape)

    @property
    def at_terminal(self) -> bool:
        """Whether the answer goes to a terminal."""
        return self.stdout.isatty()

    @property
    def can_prompt(self) -> bool:
        """Whether somebody is there to be asked."""
        return self.stdin.isatty() and self.stderr.isatty()

    @property
    def colour(self) -> bool:
        """Whether the answer is coloured: NO_COLOR, then FORCE_COLOR, then the terminal."""
        if self.variables.get("NO_COLOR"):
            return False
        if self.variables.get("FORCE_COLOR"):
            return True
        return self.at_terminal and self.variables.get("TERM") != "dumb"

    @property
    def width(self) -> int:
        """How many columns the terminal has; COLUMNS goes before what the system says."""
        given = self.variables.get("COLUMNS", "")
        return (
            int(given) if given.isdecimal() and int(given) else shutil.get_terminal_size().columns
        )

    def today(self) -> date:
        """Answer the day; FJDEX_TODAY stands in for the clock."""
        given = self.variables.get("FJDEX_TODAY")
        if not given:
            return date.today()  # noqa: DTZ011 (a day of the user's calendar is meant)
        try:
            return parse_day(given)
        except Malformed as error:
            raise Failure("variable-malformed", name="FJDEX_TODAY", text=given) from error

    def language(self, asked: str | None) -> Language:
        """Answer the language: the one asked for, FJDEX_LANG, the locale's, English.

        Raises `Failure` for one that is asked for by name and not spoken.
        """
        named = asked or self.variables.get("FJDEX_LANG")
        for language in LANGUAGES:
            if named == language:
                return language
        if named:
            raise Failure("language-unknown", text=named)
        places = ("LC_ALL", "LC_MESSAGES", "LANG")
        locale = next((found for name in places if (found := self.variables.get(name))), "")
        return "zh" if locale.lower().startswith("zh") else "en"


def _nothing(mode: str) -> TextIO:
    stream: object = open(os.devnull, mode, encoding="utf-8")  # noqa: SIM115, PTH123 (until the end)
    return stream  # type: ignore[return-value]  # it is one of text


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError:
        return Path(os.sep)
