"""`fjdex fmt`: which files it takes, what it says, and what it leaves as it is."""

import json
import os
import stat
from pathlib import Path

import pytest

from shapes import texts_with
from stage import PLANS, Stage

LOOSE = "-  {date: 2021-03-31, value: 1, source: s}\n"
NEAT = "- {date: 2021-03-31, value: 1, source: s}\n"
AREA = "- {id: 虚构省, name: {zh: 虚构省, en: Invented province}}\n"
READINGS = "readings/t.yaml"


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """A folder of which readings and areas are not in canonical form, and nothing else."""
    stage = Stage(tmp_path)
    texts = texts_with(READINGS, LOOSE) | {"areas.yaml": AREA.replace("- ", "-   ")}
    for file, text in texts.items():
        stage.write(file, text)
    (tmp_path / "data" / "schema").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "areas.yaml").write_text("-   1\n", encoding="utf-8")
    return stage


def changed(stage: Stage, before: dict[str, bytes]) -> list[str]:
    """Answer which files are other than they were, without their folder."""
    after = stage.files()
    return [name.removeprefix("data/") for name in sorted(after) if after[name] != before[name]]


@pytest.mark.parametrize(
    ("paths", "files"),
    [
        ((), ["areas.yaml", READINGS]),
        (("data",), ["areas.yaml", READINGS]),
        ((".",), ["areas.yaml", READINGS]),
        (("/here/data",), ["areas.yaml", READINGS]),
        (("data/",), ["areas.yaml", READINGS]),
        (("data/readings",), [READINGS]),
        (("data/readings/",), [READINGS]),
        (("data/readings/t.yaml",), [READINGS]),
        (("data/readings/../areas.yaml",), ["areas.yaml"]),
        (("data/areas.yaml", "data/readings"), ["areas.yaml", READINGS]),
        (("data/areas.yaml", "data/areas.yaml"), ["areas.yaml"]),
        (("data/sources.yaml",), []),
    ],
)
def test_paths_say_which_files(paths: tuple[str, ...], files: list[str], stage: Stage) -> None:
    """A path is a file, a folder in the data folder, or one that holds it; without any, all."""
    before = stage.files()

    result = stage.run("fmt", *(one.replace("/here", str(stage.folder)) for one in paths))

    assert (result.code, result.out) == (0, "".join(f"data/{one}\n" for one in files))
    assert result.err == f"Files rewritten: {len(files)}.\n"
    assert changed(stage, before) == files


@pytest.mark.parametrize(
    "path",
    ["elsewhere", "elsewhere/areas.yaml", "data/nothing.yaml", "nothing.yaml", "data/readin"],
)
@pytest.mark.parametrize("more", [(), ("data/areas.yaml",)])
def test_other_paths_are_refused(path: str, more: tuple[str, ...], stage: Stage) -> None:
    """A path outside the folder, or of nothing, is a mistake: it is named, and that is all."""
    before = stage.files()

    result = stage.run("fmt", *more, path)

    assert (result.code, result.out, stage.files()) == (2, "", before)
    assert result.err.startswith(f"error: {path} ")


def test_paths_are_seen_from_where_one_stands(stage: Stage) -> None:
    """Within the readings folder a bare file name is meant there."""
    result = Stage(stage.folder, here="data/readings").run("fmt", "t.yaml")

    assert (result.code, stage.text(READINGS)) == (0, NEAT)


@pytest.mark.parametrize("option", ["--check", "-n", "--dry-run"])
def test_nothing_is_written_when_only_asked(option: str, stage: Stage) -> None:
    """`--check` and `-n` leave every byte; only `--check` answers 1."""
    before = stage.files()

    result = stage.run("fmt", option)

    assert (result.code, stage.files()) == (int(option == "--check"), before)
    assert result.err == "Files that would be rewritten: 2.\n"


def test_a_dry_run_shows_the_lines(stage: Stage) -> None:
    """`-n` answers a diff of what would change."""
    result = stage.run("fmt", "-n", "data/readings")

    assert result.out == (
        f"--- a/data/{READINGS}\n+++ b/data/{READINGS}\n@@ -1 +1 @@\n-{LOOSE}+{NEAT}"
    )


@pytest.mark.parametrize(
    ("options", "code"),
    [((), 0), (("--check",), 1), (("-n",), 0)],
)
def test_scripts_are_told(options: tuple[str, ...], code: int, stage: Stage) -> None:
    """`--json` names the files that change and whether they were written."""
    result = stage.run("fmt", "--json", *options)

    assert (result.code, json.loads(result.out)) == (
        code,
        {
            "schema": "fjdex.fmt/1",
            "written": not options,
            "changed": ["data/areas.yaml", f"data/{READINGS}"],
            "left": [],
        },
    )


@pytest.mark.parametrize("options", [(), ("--check",), ("-n",)])
def test_scripts_are_told_what_is_left(options: tuple[str, ...], stage: Stage) -> None:
    """A file that is not understood is left, named, and answers 1; the others are done."""
    stage.write(READINGS, "- {date: 2021-13-31, value: 1, source: s}\n")

    result = stage.run("fmt", "--json", *options)

    told = json.loads(result.out)
    assert (result.code, told["changed"], told["left"]) == (
        1,
        ["data/areas.yaml"],
        [f"data/{READINGS}"],
    )


def test_an_error_elsewhere_is_none_of_its_business(stage: Stage) -> None:
    """Of files that were not asked for nothing is said, and they do not count."""
    stage.write(READINGS, "- {date: 2021-13-31, value: 1, source: s}\n")

    result = stage.run("fmt", "data/areas.yaml")

    assert (result.code, result.out, result.err) == (
        0,
        "data/areas.yaml\n",
        "Files rewritten: 1.\n",
    )


def test_what_is_not_understood_is_told_with_its_place(stage: Stage) -> None:
    """The reason is said as `check` says it, and that the file stays."""
    stage.write(READINGS, "- {date: 2021-13-31, value: 1, source: s}\n")
    before = stage.files()

    result = stage.run("fmt")

    assert (result.code, result.out) == (1, "data/areas.yaml\n")
    assert result.err == (
        f"data/{READINGS}:1:10: error[date-malformed] `2021-13-31` is not a date\n"
        f"data/{READINGS} is not understood, so it stays as it is.\nFiles rewritten: 1.\n"
    )
    assert changed(stage, before) == ["areas.yaml"]


def test_errors_that_are_not_of_the_form_do_not_keep_a_file(stage: Stage) -> None:
    """What only a rule across files finds, such as a source that is not there, stops nothing."""
    stage.write(READINGS, LOOSE.replace("source: s", "source: nowhere"))

    result = stage.run("fmt")

    assert (result.code, stage.text(READINGS)) == (0, NEAT.replace("source: s", "source: nowhere"))


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + NEAT.encode(),
        NEAT.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + LOOSE.replace("\n", "\r\n").encode(),
        NEAT.encode().removesuffix(b"\n"),
        b"\n\n" + NEAT.encode() + b"\n\n",
    ],
    ids=["mark", "CRLF", "mark and CRLF", "no newline", "blank lines"],
)
def test_the_outside_of_a_file_is_canonical_too(data: bytes, stage: Stage) -> None:
    """No byte order mark, no CRLF, one newline at the end, no blank lines around."""
    stage.write_bytes(READINGS, data)

    checked = stage.run("fmt", "--check", "data/readings")
    stage.run("fmt")

    assert checked.code == 1
    assert (stage.folder / "data" / READINGS).read_bytes() == NEAT.encode()


def test_a_file_in_form_is_not_touched(stage: Stage) -> None:
    """What is canonical is not even written again."""
    stage.run("fmt")
    path = stage.folder / "data" / READINGS
    os.utime(path, ns=(1, 1))
    inode = path.stat().st_ino

    result = stage.run("fmt")

    assert (result.code, result.out, result.err) == (0, "", "Files rewritten: 0.\n")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (1, inode)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_mode_of_a_file_is_kept(mode: int, stage: Stage) -> None:
    """Who may read and write a file stays as it was."""
    path = stage.folder / "data" / READINGS
    path.chmod(mode)

    stage.run("fmt")

    assert (stage.text(READINGS), stat.S_IMODE(path.stat().st_mode)) == (NEAT, mode)


def test_a_link_stays_a_link(stage: Stage) -> None:
    """What a link within the folder leads to is brought into form, under its own name."""
    folder = stage.folder / "data" / "readings"
    (folder / "t.yaml").rename(folder / "real.yaml")
    (folder / "t.yaml").symlink_to("real.yaml")
    stage.write(
        "targets.yaml",
        stage.text("targets.yaml") + stage.text("targets.yaml").replace("id: t", "id: real"),
    )

    result = stage.run("fmt")

    assert (folder / "t.yaml").readlink() == Path("real.yaml")
    assert (stage.text("readings/real.yaml"), result.code) == (NEAT, 0)
    assert stage.run("fmt", "--check").code == 0


def test_what_is_no_file_of_the_plan_stays(stage: Stage) -> None:
    """Other files in the folder are nobody's business: notes, schemas, a stray YAML file."""
    stage.write("notes.txt", "-   a\n")
    stage.write("schema/x.json", "{ }")
    before = stage.files()

    stage.run("fmt")

    assert changed(stage, before) == ["areas.yaml", READINGS]


@pytest.mark.parametrize("plan", PLANS)
def test_what_ships_is_in_form(plan: str, tmp_path: Path) -> None:
    """The plans that come along are canonical."""
    result = Stage.of(plan, tmp_path).run("fmt", "--check")

    assert (result.code, result.out) == (0, "")


def test_what_commands_write_is_in_form(tmp_path: Path) -> None:
    """A reading, a correction and a source leave nothing to be done."""
    stage = Stage.of("invented", tmp_path)
    reading = ("--date=2025-04-20", "--source=bulletin-2025q1")

    codes = [
        stage.run("source", "add", "neu", "--title=甲: 乙", "--url=http://x.cn/?a=1#b").code,
        stage.run("record", "ocean-sensors", "7.2万", *reading, "--note=a # b").code,
        stage.run("record", "ocean-sensors", "7.3万", *reading, "--correct", "--reason=x").code,
        stage.run("fmt", "--check").code,
    ]

    assert codes == [0, 0, 0, 0]


@pytest.mark.parametrize("seed", ["fujian", "invented", "empty"])
def test_what_init_lays_down_is_in_form(seed: str, tmp_path: Path) -> None:
    """A new folder is canonical from its first day."""
    stage = Stage.of("none", tmp_path)

    laid = stage.run("init", f"--from={seed}")

    assert (laid.code, stage.run("fmt", "--check").code) == (0, 0)
