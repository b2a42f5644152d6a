"""Two branches and git itself: what both recorded is kept, what they disagree on is found.

The attributes are those that `fjdex init` lays down; nothing is configured beside them.
"""

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from stage import Stage

SENSORS = "data/readings/ocean-sensors.yaml"
NEW = "data/readings/outcome-10.yaml"
Command = tuple[str, ...]


def git(stage: Stage, *arguments: str) -> tuple[int, str]:
    """Run git in the stage's folder."""
    done = subprocess.run(  # noqa: S603 (git, with arguments of ours)
        ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments],  # noqa: S607 (the git that users have)
        cwd=stage.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def committed(stage: Stage) -> None:
    """Commit everything."""
    assert git(stage, "add", "--all")[0] == 0
    assert git(stage, "commit", "--quiet", "--message=x")[0] == 0


def record(key: str, value: str, day: str, source: str = "bulletin-2025q1") -> Command:
    """Answer the command that records a reading."""
    return ("record", key, value, f"--date={day}", f"--source={source}", "--yes")


def correct(key: str, value: str, day: str, source: str) -> Command:
    """Answer the command that corrects one."""
    return (*record(key, value, day, source), "--correct", "--reason=x")


@pytest.fixture(params=["invented", "laid down"])
def stage(request: pytest.FixtureRequest, tmp_path: Path) -> Stage:
    """Set up a repository with the invented plan, a copy of ours or what `init` makes of it."""
    if request.param == "invented":
        stage = Stage.of("invented", tmp_path)
    else:
        stage = Stage.of("none", tmp_path)
        assert stage.run("init", "--from", "invented").code == 0
    assert stage.run("source", "add", "bulletin-2025q2", "--published=2025-07-20").code == 0
    assert git(stage, "init", "--quiet", "--initial-branch=main")[0] == 0
    committed(stage)
    return stage


def found(stage: Stage) -> Counter[tuple[str, str]]:
    """Answer code and file of all that `check` finds."""
    findings = json.loads(stage.run("check", "--format", "json").out)["findings"]
    return Counter((one["code"], one["file"]) for one in findings)


def merged(stage: Stage, ours: tuple[Command, ...], theirs: tuple[Command, ...]) -> bool:
    """Run commands on two branches and merge them; answer whether git did it by itself."""
    for branch, commands in (("theirs", theirs), ("ours", ours)):
        assert git(stage, "switch", "--quiet", "--create", branch, "main")[0] == 0
        for command in commands:
            result = stage.run(*command)
            assert result.code == 0, result.err
        committed(stage)
    return git(stage, "merge", "--quiet", "--no-edit", "theirs")[0] == 0


def lines(stage: Stage, file: str) -> list[str]:
    """Answer the readings of a file, without its head."""
    text = (stage.folder / file).read_text("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        (
            record("ocean-sensors", "7.2万", "2025-04-10"),
            record("ocean-sensors", "7.3万", "2025-04-20"),
            [],
        ),
        (
            record("ocean-sensors", "7.3万", "2025-04-20"),
            record("ocean-sensors", "7.2万", "2025-04-10"),
            [("reading-order", SENSORS)],
        ),
        (
            record("ocean-sensors", "7.2万", "2025-04-20"),
            record("ocean-sensors", "7.2万", "2025-04-20", "bulletin-2025q2"),
            [],
        ),
        (
            record("outcome-10", "started", "2025-04-10"),
            record("outcome-10", "delivered", "2025-04-20"),
            [],
        ),
        (
            record("ocean-sensors", "7.2万", "2025-04-20"),
            record("fibre-homes", "11.1万", "2025-04-20"),
            [],
        ),
    ],
    ids=["in order", "out of order", "two sources", "both make the file", "two files"],
)
def test_two_branches_that_record_different_readings(
    stage: Stage, ours: Command, theirs: Command, said: list[tuple[str, str]]
) -> None:
    """They merge by themselves, both readings are there, and nothing worse than order is found."""
    before = found(stage)
    assert merged(stage, (ours,), (theirs,))
    for command in (ours, theirs):
        day = command[3].removeprefix("--date=")
        source = command[4].removeprefix("--source=")
        file = f"data/readings/{command[1]}.yaml"
        held = [one for one in lines(stage, file) if day in one and f"source: {source}" in one]
        assert len(held) == 1
    assert list((found(stage) - before).elements()) == said


def test_two_branches_that_record_the_identical_line(stage: Stage) -> None:
    """It is there once, and nothing is found."""
    before = found(stage)
    command = record("ocean-sensors", "7.2万", "2025-04-20")
    assert merged(stage, (command,), (command,))
    line = "- {date: 2025-04-20, value: 72000, printed: 7.2万, source: bulletin-2025q1}"
    assert lines(stage, SENSORS)[-2:].count(line) == 1
    assert found(stage) == before


@pytest.mark.parametrize("first", [True, False])
def test_two_branches_that_record_one_reading_with_different_values(
    stage: Stage, *, first: bool
) -> None:
    """Never silently: `check` says that it is there twice, in a file of both or made by both."""
    key, values, file = (
        ("outcome-10", ("started", "delivered"), NEW)
        if first
        else ("ocean-sensors", ("7.2万", "7.3万"), SENSORS)
    )
    before = found(stage)
    ours, theirs = (record(key, value, "2025-04-20") for value in values)
    assert merged(stage, (ours,), (theirs,))
    assert (found(stage) - before)[("reading-duplicated", file)] == 1
    assert stage.run("check").code == 1


def last_of(stage: Stage) -> tuple[str, str]:
    """Answer day and source of the last reading of the sensors."""
    last = lines(stage, SENSORS)[-1]
    day = last.split("date: ")[1].split(",")[0]
    return day, last.split("source: ")[1].removesuffix("}").split(",")[0]


def test_two_branches_that_correct_one_reading_differently(stage: Stage) -> None:
    """Both corrections stay, so that `check` says that it is there twice."""
    before, (day, source) = found(stage), last_of(stage)
    ours, theirs = (correct("ocean-sensors", value, day, source) for value in ("7.5万", "7.6万"))
    assert merged(stage, (ours,), (theirs,))
    assert (found(stage) - before)[("reading-duplicated", SENSORS)] == 1
    assert stage.run("check").code == 1


def test_a_correction_that_meets_a_new_reading_beside_it(stage: Stage) -> None:
    """The old value comes back beside the corrected one, and `check` says so."""
    before, (day, source) = found(stage), last_of(stage)
    ours = correct("ocean-sensors", "7.5万", day, source)
    assert merged(stage, (ours,), (record("ocean-sensors", "7.6万", "2025-04-20"),))
    assert (found(stage) - before)[("reading-duplicated", SENSORS)] == 1
    assert stage.run("check").code == 1


def test_a_withdrawal_and_a_reading_far_from_it(stage: Stage) -> None:
    """The one is gone, the other there."""
    before, first = found(stage), lines(stage, SENSORS)[0]
    day = first.split("date: ")[1].split(",")[0]
    withdraw = ("record", "ocean-sensors", "--withdraw", "--reason=x", f"--date={day}")
    assert merged(stage, (withdraw,), (record("ocean-sensors", "7.2万", "2025-04-20"),))
    assert first not in lines(stage, SENSORS)
    assert found(stage) - before == Counter()


def test_a_withdrawal_that_meets_a_new_reading_beside_it(stage: Stage) -> None:
    """What was withdrawn comes back, which nothing can find: the attributes say to look."""
    before, (day, source) = found(stage), last_of(stage)
    last = lines(stage, SENSORS)[-1]
    withdraw = ("--withdraw", "--reason=x", f"--date={day}", f"--source={source}")
    ours = ("record", "ocean-sensors", *withdraw)
    assert merged(stage, (ours,), (record("ocean-sensors", "7.2万", "2025-04-20"),))
    assert (last in lines(stage, SENSORS), found(stage)) == (True, before)
    assert "comes back" in (stage.folder / "data" / ".gitattributes").read_text("utf-8")


def test_without_a_final_newline(stage: Stage) -> None:
    """Two readings put after a last line without one do not end up on one line."""
    path = stage.folder / SENSORS
    path.write_bytes(path.read_bytes().removesuffix(b"\n"))
    committed(stage)
    before = found(stage)
    ours = record("ocean-sensors", "7.2万", "2025-04-10")
    theirs = record("ocean-sensors", "7.3万", "2025-04-20")
    assert merged(stage, (ours,), (theirs,))
    days = [line.split("date: ")[1].split(",")[0] for line in lines(stage, SENSORS)[-2:]]
    assert (days, found(stage) - before) == (["2025-04-10", "2025-04-20"], Counter())


def test_fmt_mends_the_order_that_a_merge_leaves(stage: Stage) -> None:
    """After it the folder is as clean as before."""
    before = found(stage)
    ours = record("ocean-sensors", "7.3万", "2025-04-20")
    assert merged(stage, (ours,), (record("ocean-sensors", "7.2万", "2025-04-10"),))
    assert found(stage) != before
    assert stage.run("fmt", SENSORS).code == 0
    assert found(stage) == before


def test_two_branches_that_add_sources_conflict(stage: Stage) -> None:
    """Records of several lines are never mixed: git leaves the choice to a person."""
    ours, theirs = (("source", "add", key, "--published=2025-07-20") for key in ("n-1", "n-2"))
    assert not merged(stage, (ours,), (theirs,))
    assert stage.run("check").code == 1
    assert found(stage)[("conflict-marker", "data/sources.yaml")] > 0


@pytest.mark.parametrize("file", [SENSORS, "data/targets.yaml"])
def test_lines_end_in_lf_whatever_the_system_prefers(stage: Stage, file: str) -> None:
    """Where git would write CRLF, the data keeps the bytes that it was committed with."""
    before = (stage.folder / file).read_bytes()
    (stage.folder / file).unlink()
    assert git(stage, "-c", "core.autocrlf=true", "-c", "core.eol=crlf", "checkout", file)[0] == 0
    assert ((stage.folder / file).read_bytes(), b"\r" in before) == (before, False)


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        (SENSORS, "union"),
        (NEW, "union"),
        ("data/sources.yaml", "unspecified"),
        ("data/targets.yaml", "unspecified"),
        ("data/readings/old/x.yaml", "unspecified"),
    ],
)
def test_only_readings_are_merged_by_union(stage: Stage, file: str, wanted: str) -> None:
    """By what git itself makes of the attributes."""
    assert git(stage, "check-attr", "merge", "--", file) == (0, f"{file}: merge: {wanted}\n")
