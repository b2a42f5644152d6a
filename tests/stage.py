"""A stage on which the command line plays: a folder with a plan, and an environment of our making.

Nothing here touches the process: arguments go in, and exit code, answer and narration come out.
"""

import shutil
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from fjdex.cli.environment import Environment
from fjdex.cli.main import main

TODAY = "2026-11-23"
WIDTH = 100
REPOSITORY = Path(__file__).resolve().parent.parent
PLANS = {
    "fujian": REPOSITORY / "data",
    "invented": REPOSITORY / "examples" / "invented" / "data",
}


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@dataclass(frozen=True)
class Result:
    """What one command did."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Stage:
    """A folder that holds a plan as `data`, and who stands before it.

    `terminal` is "no", "yes" or "colour".
    """

    folder: Path
    lang: str = "en"
    terminal: str = "no"
    here: str = "."

    @classmethod
    def of(cls, plan: str, folder: Path, **settings: str) -> "Stage":
        """Set up a fresh copy of a plan, or with plan "none" an empty folder."""
        folder.mkdir(parents=True, exist_ok=True)
        if plan != "none":
            shutil.copytree(PLANS[plan], folder / "data")
        return cls(folder, **settings)

    def variables(self) -> dict[str, str]:
        """Answer the variables that every command here gets."""
        own = {"FJDEX_TODAY": TODAY, "FJDEX_LANG": self.lang, "COLUMNS": str(WIDTH)}
        own["FJDEX_DEBUG"] = "1"  # what goes wrong in the program itself fails the test
        if self.terminal == "yes":
            own["NO_COLOR"] = "1"
        return own

    def run(self, *arguments: str, answer: str | None = None, **variables: str) -> Result:
        """Run one command; `answer` is what is typed at a terminal, None that nobody is there.

        A variable that is given as "" is not set.
        """
        stream = StringIO if self.terminal == "no" else Terminal
        there = Terminal if answer is not None else StringIO
        out, err = stream(), there()
        given = {**self.variables(), **variables}
        environment = Environment(
            variables={name: value for name, value in given.items() if value},
            here=self.folder / self.here,
            stdin=there(answer or ""),
            stdout=out,
            stderr=err,
        )
        code = main(list(arguments), environment)
        return Result(code, self.scrubbed(out.getvalue()), self.scrubbed(err.getvalue()))

    def scrubbed(self, text: str) -> str:
        """Put /here where the folder's own path stands."""
        return text.replace(str(self.folder), "/here")

    def files(self) -> dict[str, bytes]:
        """Answer every file of the folder with its bytes."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }

    def write(self, file: str, text: str) -> None:
        """Write a file of the data folder as UTF-8."""
        self.write_bytes(file, text.encode())

    def write_bytes(self, file: str, data: bytes) -> None:
        """Write a file of the data folder."""
        path = self.folder / "data" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def text(self, file: str) -> str:
        """Read a file of the data folder."""
        return (self.folder / "data" / file).read_bytes().decode()
