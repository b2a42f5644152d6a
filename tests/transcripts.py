"""Transcripts: small stories of what is typed and what is answered, run and compared whole.

A transcript is a text file of

    # prose that says what is shown
    @ plan=invented lang=zh terminal=no      a new scene: a fresh folder, and who stands before it
    $ fjdex status --as-of 2024-09-30        a command; `> ` before the lines that it is given
    …                                        the answer (stdout)
    [stderr]
    …                                        the narration (stderr), where there is any
    [exit 0]

Besides `fjdex` a scene knows a few commands that show and change files: `cat FILE`, `cat > FILE`,
`rm FILE`, `mkdir DIR`, `cd DIR`, `ls DIR` and `changes`, which shows as a diff what has changed
since the scene began or `changes` was last asked. `git …` runs git in a repository of the scene;
commits are of 2024-07-20, and their ids are shown as c000001 and so on. `VAR=value fjdex …` sets a
variable; `yes ANSWER | fjdex …` answers at a terminal.
"""

import difflib
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from repositories import DAY, VARIABLES, Repo
from stage import Result, Stage

_EXIT = re.compile(r"\[exit [0-9]+\]").fullmatch
_ASSIGNED = re.compile(r"([A-Z_]+)=(.*)", re.DOTALL).fullmatch
_NO_NEWLINE = "[no newline]"
_ESCAPE, _SHOWN_ESCAPE = "\x1b", "␛"

# What git needs to find itself, and nobody's configuration.
_GIT = {name: text for name, text in VARIABLES.items() if name == "PATH" or name[:4] == "GIT_"}


@dataclass(frozen=True)
class Step:
    """One line of a transcript that does something, with the lines it is given."""

    line: str
    given: tuple[str, ...] = ()


def steps(text: str) -> Iterator[Step]:
    """Answer what a transcript does, without what it says was answered."""
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        line, at = lines[at], at + 1
        given = []
        if line.startswith("$ "):
            while at < len(lines) and re.match(r">( |$)", lines[at]):
                given.append(lines[at][2:])
                at += 1
            at = _after_answer(lines, at)
        yield Step(line, tuple(given))


def _after_answer(lines: list[str], start: int) -> int:
    """Answer where the answer that begins at `start` ends; there where none was written yet."""
    for at in range(start, len(lines)):
        if _EXIT(lines[at]):
            return at + 1
        if lines[at].startswith(("$ ", "@ ")):
            break
    return start


@dataclass
class Scene:
    """A stage, and the files as they were when changes were last asked for."""

    stage: Stage
    before: dict[str, bytes] = field(init=False)
    commits: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.before = self.stage.files()

    def play(self, step: Step) -> Result:
        """Do what one step says."""
        words = shlex.split(step.line.removeprefix("$ "))
        if words[0] == "cd":
            self.stage = replace(self.stage, here=words[1])
            return Result(0, "", "")
        if words == ["changes"]:
            return Result(0, self._changes(), "")
        if words[0] == "git":
            return self._git(words[1:])
        if words[0] in {"cat", "rm", "mkdir", "ls"}:
            return Result(0, self._on_file(words, step.given), "")
        return self._fjdex(words)

    def _git(self, words: list[str]) -> Result:
        repo = Repo(self.stage)
        when = f"{DAY}T12:00:00+08:00"
        out = repo.git(*words, GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when)
        if words[0] == "commit":
            self.commits.append(repo.git("rev-parse", "HEAD").strip())
        return Result(0, self._hidden(out), "")

    def _hidden(self, text: str) -> str:
        """Number the commits: their ids are other ones with every word of a plan."""
        for number, commit in enumerate(self.commits, start=1):
            text = text.replace(commit, f"c{number:039}").replace(commit[:7], f"c{number:06}")
        return text

    def _on_file(self, words: list[str], given: tuple[str, ...]) -> str:
        path = self.stage.folder / words[-1]
        text = "".join(f"{line}\n" for line in given)
        if words[0] == "rm":
            path.unlink()
        elif words[0] == "ls":
            return "".join(f"{one.name}\n" for one in sorted(path.iterdir()))
        elif words[0] == "mkdir":
            path.mkdir()
        elif words[1] == ">":
            path.write_bytes(text.encode())
        else:
            return path.read_bytes().decode()
        return ""

    def _fjdex(self, words: list[str]) -> Result:
        answer = None
        if words[0] == "yes":
            answer, words = f"{words[1]}\n", words[3:]
        variables: dict[str, str] = {}
        while match := _ASSIGNED(words[0]):
            variables[match[1]] = match[2].replace("/here", str(self.stage.folder))
            words = words[1:]
        assert words[0] == "fjdex", words
        before = self.stage.files()
        arguments = [one.replace("/here", str(self.stage.folder)) for one in words[1:]]
        result = self.stage.run(*arguments, answer=answer, **{**_GIT, **variables})
        self._held(result, before)
        return replace(result, out=self._hidden(result.out), err=self._hidden(result.err))

    def _held(self, result: Result, before: dict[str, bytes]) -> None:
        """Hold what is true of every command, whatever it says."""
        assert "Traceback" not in result.err
        assert result.code in {0, 1, 2, 130}
        if result.code:
            assert self.stage.files() == before, "a command that failed wrote something"
        if result.code == 2:
            assert result.out == "", "what could not work answered something"
        if self.stage.terminal != "colour":
            assert _ESCAPE not in result.out + result.err
        blanks = [line for line in result.out.split("\n") if line != line.rstrip()]
        assert blanks == []

    def _changes(self) -> str:
        now = self.stage.files()
        text = "".join(
            line
            for name in sorted({*self.before, *now})
            if not name.startswith(".git/")
            for line in difflib.unified_diff(
                self.before.get(name, b"").decode().splitlines(keepends=True),
                now.get(name, b"").decode().splitlines(keepends=True),
                name if name in self.before else "/dev/null",
                name if name in now else "/dev/null",
                n=0,
            )
        )
        self.before = now
        return text


def shown(result: Result) -> Iterator[str]:
    """Answer the lines by which a transcript tells a result."""
    yield from _stream(result.out)
    if result.err:
        yield "[stderr]"
        yield from _stream(result.err)
    yield f"[exit {result.code}]"


def _stream(text: str) -> Iterator[str]:
    if not text:
        return
    text = text.replace(_ESCAPE, _SHOWN_ESCAPE)
    yield from text.removesuffix("\n").split("\n")
    if not text.endswith("\n"):
        yield _NO_NEWLINE


def played(text: str, folder: Path) -> str:
    """Play a transcript in new folders below `folder`; answer it as it should read."""
    lines: list[str] = []
    scene: Scene | None = None
    count = 0
    for step in steps(text):
        lines.append(step.line)
        if step.line.startswith("@ "):
            settings = dict(word.split("=", 1) for word in step.line[2:].split())
            count += 1
            scene = Scene(Stage.of(settings.pop("plan"), folder / str(count), **settings))
        elif step.line.startswith("$ "):
            assert scene is not None, "a transcript begins with a scene"
            lines += [f"> {line}".rstrip() for line in step.given]
            lines += shown(scene.play(step))
    return "\n".join(lines)
