"""Running git: one way, in which nothing of the user's settings changes what it says or does."""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from fjdex.plan.failures import Failure

# What the configuration of a repository may ask git to run or to say otherwise.
_SETTINGS = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.quotePath=false",
    "core.warnAmbiguousRefs=true",
    "core.pager=cat",
    "log.showSignature=false",
)
# No lock is taken and nothing refreshed; names are names and no patterns; nothing is asked, and
# nothing fetched, by whatever program the repository names for it.
_FIXED = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "LC_ALL": "C",
}
_PLACES = ("GIT_DIR", "GIT_WORK_TREE")
# What speaks of one repository (`git rev-parse --local-env-vars`), settings apart.
_LOCAL = (
    *_PLACES,
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_OBJECT_DIRECTORY",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_GRAFT_FILE",
    "GIT_INDEX_FILE",
    "GIT_REPLACE_REF_BASE",
    "GIT_PREFIX",
    "GIT_SHALLOW_FILE",
    "GIT_COMMON_DIR",
)
_LOUD = (
    "GIT_TRACE",
    "GIT_EXTERNAL_DIFF",
    "GIT_DIFF_OPTS",
    "LANGUAGE",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
)


_PIECE = 1024 * 1024
# What is set in a clone that was made with a filter.
_PROMISED = r"^(remote\..*\.promisor|extensions\.partialclone)$"


@dataclass(frozen=True)
class Said:
    """What one run of git said, and whether it went well."""

    done: bool
    out: bytes
    err: str


@dataclass(frozen=True)
class Git:
    """Runs git in one folder with one environment."""

    folder: Path
    variables: Mapping[str, str]

    def ask(self, *arguments: str) -> Said:
        """Run git and answer what it said; raises `Failure` only where there is no git."""
        try:
            run = subprocess.run(  # noqa: S603 (arguments, and no shell)
                self._command(arguments),
                cwd=self.folder,
                env=self.variables,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        except OSError as error:
            raise Failure("git-missing") from error
        return Said(run.returncode == 0, run.stdout, run.stderr.decode("utf-8", "replace"))

    def must(self, *arguments: str) -> bytes:
        """Run git and answer its output; raises `Failure` with git's own words."""
        said = self.ask(*arguments)
        if not said.done:
            raise refusal(said.err, self.folder)
        return said.out

    def lacking(self, name: str) -> Failure:
        """Answer the failure for what git does not hold: left out of this clone, or lost."""
        if self.partial():
            return Failure("contents-left-out")
        return Failure("object-missing", text=name)

    def partial(self) -> bool:
        """Whether this clone was made without some contents, which git would fetch when asked."""
        return self.line("config", "--get-regexp", _PROMISED) is not None

    def line(self, *arguments: str) -> str | None:
        """Run git and answer its one line, None where it said no."""
        said = self.ask(*arguments)
        return os.fsdecode(said.out).rstrip("\n") or None if said.done else None

    def lines(self, *arguments: str) -> list[str]:
        """Run git and answer its lines; raises `Failure`."""
        return os.fsdecode(self.must(*arguments)).rstrip("\n").split("\n")

    @contextmanager
    def talk(self, *arguments: str) -> "Iterator[subprocess.Popen[bytes]]":
        """Hold a run of git that answers line for line; raises `Failure` without git."""
        try:
            run = subprocess.Popen(  # noqa: S603 (arguments, and no shell)
                self._command(arguments),
                cwd=self.folder,
                env=self.variables,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise Failure("git-missing") from error
        try:
            yield run
        finally:
            run.kill()
            run.communicate()

    @staticmethod
    def _command(arguments: Sequence[str]) -> list[str]:
        settings = [word for one in _SETTINGS for word in ("-c", one)]
        return ["git", "--no-pager", *settings, *arguments]


def git_of(folder: Path, variables: Mapping[str, str], here: Path) -> tuple[Git, Path]:
    """Answer git at the working tree that holds a folder, and that tree's top; raises `Failure`.

    `folder` is a real path. Git sets GIT_DIR for hooks, relative to where it runs them; it counts
    where it is the folder's own repository, or one whose working tree holds the folder.
    """
    named = {name: text for name, text in variables.items() if name not in _LOUD} | _FIXED
    unplaced = {name: text for name, text in named.items() if name not in _PLACES}
    around = _around(Git(folder, unplaced))
    if "GIT_DIR" in variables:
        given = _around(Git(here, named))
        if isinstance(given, Tree):
            if isinstance(around, Tree) and around.place == given.place:
                return Git(around.top, unplaced), around.top
            if folder.is_relative_to(given.top):
                placed = {"GIT_DIR": str(given.place), "GIT_WORK_TREE": str(given.top)}
                return Git(given.top, {**named, **placed}), given.top
        unplaced = {name: text for name, text in named.items() if name not in _LOCAL}
        around = _around(Git(folder, unplaced))
    if isinstance(around, Failure):
        raise around
    return Git(around.top, unplaced), around.top


@dataclass(frozen=True)
class Tree:
    """A working tree's top, and where its repository is; links are resolved in both."""

    top: Path
    place: Path


def _around(git: Git) -> Tree | Failure:
    """Answer the working tree around where git runs, or why there is none."""
    said = git.ask("rev-parse", "--show-toplevel", "--absolute-git-dir")
    if not said.done:
        return refusal(said.err, git.folder)
    top, place = os.fsdecode(said.out).rstrip("\n").split("\n")
    return Tree(Path(os.path.realpath(top)), Path(os.path.realpath(place)))


def refusal(err: str, folder: Path) -> Failure:
    """Answer the failure that git's words mean."""
    words = next((line for line in err.split("\n") if line.startswith("fatal: ")), err)
    words = words.removeprefix("fatal: ").strip()
    if "dubious ownership" in err:
        owned = words.partition("'")[2].partition("'")[0] or str(folder)
        return Failure("repository-unsafe", path=owned)
    if "promisor remote" in err:
        return Failure("contents-left-out")
    if "not a git repository" in err or "must be run in a work tree" in err:
        return Failure("repository-none", path=str(folder))
    return Failure("git-refused", text=words.split("\n")[0])


def say(run: "subprocess.Popen[bytes]", text: str) -> None:
    """Write one line to a run of git that waits for it; raises `Failure` where it has ended."""
    try:
        _end_of(run.stdin).write(os.fsencode(text) + b"\n")
        _end_of(run.stdin).flush()
    except BrokenPipeError as error:
        raise Failure("object-missing", text=text) from error


def heard(run: "subprocess.Popen[bytes]") -> str:
    """Answer the next line of a run of git, without its end."""
    return os.fsdecode(_end_of(run.stdout).readline()).rstrip("\n")


def taken(run: "subprocess.Popen[bytes]", size: int) -> bytes:
    """Answer the next bytes of a run of git."""
    return _end_of(run.stdout).read(size)


def skip(run: "subprocess.Popen[bytes]", size: int) -> None:
    """Let bytes of a run of git go by, however many."""
    while size > 0:
        size -= len(taken(run, min(size, _PIECE))) or size


def _end_of(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None  # noqa: S101 (both ends are pipes)
    return stream
