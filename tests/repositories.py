"""Real git repositories for tests, with nobody's configuration and days of our making.

repo = Repo.begun(tmp_path, "invented")
repo.commit("Put the first half on file", day="2024-07-20")
"""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from stage import Result, Stage

# What git would read of whoever runs the tests, and what a hook that runs them would set.
_ALIEN = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX")
VARIABLES = {
    **{name: text for name, text in os.environ.items() if name not in _ALIEN},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "林一",
    "GIT_AUTHOR_EMAIL": "lin@example.org",
    "GIT_COMMITTER_NAME": "林一",
    "GIT_COMMITTER_EMAIL": "lin@example.org",
}
DAY = "2024-07-20"


@dataclass(frozen=True)
class Repo:
    """A repository, and the stage in its working tree on which the command line plays."""

    stage: Stage

    @classmethod
    def begun(cls, folder: Path, plan: str = "invented", **settings: str) -> "Repo":
        """Begin a repository with a plan in `data`, nothing committed yet."""
        repo = cls(Stage.of(plan, folder, **settings))
        repo.git("init", "-q", "-b", "main")
        return repo

    @property
    def top(self) -> Path:
        """The working tree's folder."""
        return self.stage.folder

    def git(self, *arguments: str, **variables: str) -> str:
        """Run git here and answer what it printed."""
        done = subprocess.run(  # noqa: S603 (git, in a folder of ours)
            ["git", *arguments],  # noqa: S607 (the one on the path)
            cwd=self.top,
            env={**VARIABLES, **variables},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def commit(self, why: str = "Change", day: str = DAY, author: str = "林一") -> str:
        """Commit everything on a day and answer the commit's id."""
        when = f"{day}T12:00:00+08:00"
        self.git("add", "-A")
        self.git(
            "commit",
            "-q",
            "--allow-empty",
            "-m",
            why,
            GIT_AUTHOR_DATE=when,
            GIT_COMMITTER_DATE=when,
            GIT_AUTHOR_NAME=author,
        )
        return self.git("rev-parse", "HEAD").strip()

    def run(self, *arguments: str, **variables: str) -> Result:
        """Run one command of ours in the working tree."""
        return self.stage.run(*arguments, **{**VARIABLES, **variables})

    def edit(self, name: str, old: str, new: str) -> None:
        """Put one text in the place of another that a file of the plan holds."""
        path = self.top / "data" / name
        text = path.read_bytes().decode()
        assert old in text, (name, old)
        path.write_bytes(text.replace(old, new).encode())

    def add(self, name: str, line: str) -> None:
        """Add a line to a file of the plan."""
        path = self.top / "data" / name
        text = path.read_bytes() if path.exists() else b""
        path.write_bytes(text + line.encode() + b"\n")
