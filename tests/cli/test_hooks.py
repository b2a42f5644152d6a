"""The hooks and the workflow that teams copy do what they say, in real repositories."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from stage import REPOSITORY, Stage

FAULTY = "- {date: 2024-13-30, value: 1, source: bulletin-2024q1}\n"
UNTIDY = "- {date: 2024-03-30,  value: 1, source: bulletin-2024q1}\n"
FILE = "readings/drone-routes.yaml"
ANNOTATION = (
    f"::error file=data/{FILE},line=1,endLine=1,col=10,endColumn=19,"
    "title=fjdex (date-malformed)::`2024-13-30` is not a date"
)


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage.of("invented", tmp_path)


def entries() -> dict[str, str]:
    """Answer what each hook runs."""
    hooks = YAML(typ="safe", pure=True).load(REPOSITORY / ".pre-commit-hooks.yaml")
    return {one["id"]: one["entry"] for one in hooks}


def steps() -> list[str]:
    """Answer what the workflow runs of ours."""
    workflow = YAML(typ="safe", pure=True).load(REPOSITORY / "examples/workflows/fjdex.yml")
    given = [one.get("run", "") for one in workflow["jobs"]["data"]["steps"]]
    return [one for one in given if one.startswith("fjdex ")]


def run(stage: Stage, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a program in the folder that holds the data, with `fjdex` on its path."""
    bin_ = stage.folder / ".bin"
    bin_.mkdir(exist_ok=True)
    program = bin_ / "fjdex"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m fjdex "$@"\n')
    program.chmod(0o755)
    own = {
        "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(REPOSITORY / "src"),
        "FJDEX_LANG": "en",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        **{
            f"GIT_{who}_{what}": "a@b"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        },
    }
    return subprocess.run(  # noqa: S603 (our own program and git)
        words,
        cwd=stage.folder,
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def committed(stage: Stage) -> int:
    """Try to commit everything; answer git's exit code."""
    run(stage, "git", "add", "data")
    return run(stage, "git", "commit", "-q", "-m", "data").returncode


@pytest.mark.parametrize(
    ("hook", "written"), [("fjdex-check", FAULTY), ("fjdex-fmt", UNTIDY), ("fjdex-fmt", FAULTY)]
)
def test_a_hook_keeps_out_what_is_wrong_and_lets_in_what_is_right(
    stage: Stage, hook: str, written: str
) -> None:
    """As git's own pre-commit hook, before anything is committed."""
    run(stage, "git", "init", "-q")
    script = stage.folder / ".git" / "hooks" / "pre-commit"
    script.parent.mkdir(exist_ok=True)
    script.write_text(f"#!/bin/sh\nexec {entries()[hook]}\n")
    script.chmod(0o755)
    right = committed(stage)
    stage.write(FILE, written)
    assert (right, committed(stage)) == (0, 1)
    assert run(stage, "git", "rev-list", "--count", "HEAD").stdout == "1\n"


@pytest.mark.parametrize(("hook", "code"), [("fjdex-check", 1), ("fjdex-fmt", 1)])
def test_a_hook_takes_the_folder_as_its_argument(stage: Stage, hook: str, code: int) -> None:
    """As `args` in a repository whose data lies further down, whatever was changed there."""
    stage.write(FILE, FAULTY)
    (stage.folder / "plans").mkdir()
    (stage.folder / "data").rename(stage.folder / "plans" / "invented")
    without = run(stage, *entries()[hook].split()).returncode
    given = run(stage, *entries()[hook].split(), "-C", "plans/invented").returncode
    assert (without, given) == (2, code)


def test_hooks_run_whatever_was_changed() -> None:
    """A file that is gone is handed to no hook, and may be what others rest on."""
    hooks = YAML(typ="safe", pure=True).load(REPOSITORY / ".pre-commit-hooks.yaml")
    told = [(one["always_run"], one["pass_filenames"], one["language"]) for one in hooks]
    assert told == [(True, False, "python")] * 2


def test_hooks_leave_files_alone(stage: Stage) -> None:
    """What a hook finds it tells; it mends nothing behind one's back."""
    stage.write(FILE, UNTIDY)
    before = stage.files()
    codes = {hook: run(stage, *entry.split()).returncode for hook, entry in entries().items()}
    assert codes == {"fjdex-check": 0, "fjdex-fmt": 1}
    assert {name: data for name, data in stage.files().items() if ".bin" not in name} == before


def test_the_workflow_annotates_the_line(stage: Stage) -> None:
    """The path is the repository's, so that the host finds the line."""
    stage.write(FILE, FAULTY)
    check, fmt = (run(stage, *one.split()) for one in steps())
    errors = [one for one in check.stdout.splitlines() if one.startswith("::error")]
    told = [one[: len(ANNOTATION)] for one in errors]
    assert (check.returncode, told, fmt.returncode) == (1, [ANNOTATION], 1)


def test_the_workflow_passes_what_is_right(stage: Stage) -> None:
    """Warnings are shown and stop nobody."""
    assert [run(stage, *one.split()).returncode for one in steps()] == [0, 0]
