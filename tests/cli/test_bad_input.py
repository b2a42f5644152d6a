"""Bad input gets one clear sentence with what to do, the right exit code, and nothing written."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from stage import Stage

READINGS = "readings/ocean-sensors.yaml"
LINE = "- {date: 2023-12-31, value: 50000, source: statistics-2023}\n"

# Every command that needs the data to be sound, each as it would be typed.
COMMANDS: dict[str, tuple[str, ...]] = {
    "status": ("status",),
    "show": ("show", "fibre-homes"),
    "report": ("report", "2024Q3"),
    "source list": ("source", "list"),
    "record": (
        *("record", "ocean-sensors", "11万", "--source", "bulletin-2025q1"),
        "--date=2025-03-31",
    ),
}


@pytest.fixture(params=["zh", "en"])
def stage(request: pytest.FixtureRequest, tmp_path: Path) -> Stage:
    return Stage.of("invented", tmp_path, lang=request.param)


def _gbk(stage: Stage) -> None:
    stage.write_bytes(READINGS, "# 传感器的填报值\n".encode("gb18030") + LINE.encode())


def _utf16(stage: Stage) -> None:
    stage.write_bytes(READINGS, LINE.encode("utf-16"))


def _nul(stage: Stage) -> None:
    stage.write_bytes(READINGS, LINE.replace("5", "\0").encode())


def _conflict(stage: Stage) -> None:
    stage.write(READINGS, f"<<<<<<< HEAD\n{LINE}=======\n{LINE}>>>>>>> theirs\n")


def _half_written(stage: Stage) -> None:
    stage.write(READINGS, LINE[:40])


def _folder_for_file(stage: Stage) -> None:
    (stage.folder / "data" / READINGS).unlink()
    (stage.folder / "data" / READINGS).mkdir()


def _dangling(stage: Stage) -> None:
    (stage.folder / "data" / READINGS).unlink()
    (stage.folder / "data" / READINGS).symlink_to("nowhere.yaml")


def _no_plan(stage: Stage) -> None:
    stage.write("plan.yaml", "")


def _half_plan(stage: Stage) -> None:
    stage.write("plan.yaml", stage.text("plan.yaml")[:300])


def _plan_is_folder(stage: Stage) -> None:
    (stage.folder / "data" / "plan.yaml").unlink()
    (stage.folder / "data" / "plan.yaml").mkdir()


def _no_targets(stage: Stage) -> None:
    (stage.folder / "data" / "targets.yaml").unlink()


def _readings_is_file(stage: Stage) -> None:
    for path in (stage.folder / "data" / "readings").iterdir():
        path.unlink()
    (stage.folder / "data" / "readings").rmdir()
    stage.write("readings", "not a folder\n")


# How the data is broken, with the code and the place of what `check` says of it.
BROKEN: dict[str, tuple[Callable[[Stage], None], str]] = {
    "gbk": (_gbk, "readings/ocean-sensors.yaml:1:3: error[file-not-utf8]"),
    "utf-16": (_utf16, "readings/ocean-sensors.yaml:1:1: error[file-not-utf8]"),
    "nul": (_nul, "readings/ocean-sensors.yaml:1:29: error[character-forbidden]"),
    "conflict": (_conflict, "readings/ocean-sensors.yaml:1:1: error[conflict-marker]"),
    "half-written": (_half_written, "readings/ocean-sensors.yaml:1:"),
    "folder-for-file": (
        _folder_for_file,
        "readings/ocean-sensors.yaml:1:1: error[file-unreadable]",
    ),
    "dangling-link": (_dangling, "readings/ocean-sensors.yaml:1:1: error[file-unreadable]"),
    "plan-empty": (_no_plan, "plan.yaml:1:1: error[file-empty]"),
    "plan-half-written": (_half_plan, "plan.yaml:"),
    "plan-a-folder": (_plan_is_folder, "plan.yaml:1:1: error[file-unreadable]"),
    "targets-missing": (_no_targets, "targets.yaml:1:1: error[file-missing]"),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_check_names_the_place_of_what_is_broken(stage: Stage, broken: str) -> None:
    """Whatever is wrong with a file, `check` says so at its place, exits 1 and writes nothing."""
    breaks, place = BROKEN[broken]
    breaks(stage)
    before = stage.files()

    result = stage.run("check")

    errors = [line for line in result.out.splitlines() if "error[" in line]
    assert result.code == 1
    assert any(line.startswith(f"data/{place}") for line in errors), result.out
    assert stage.files() == before


@pytest.mark.parametrize(("broken", "encoding"), [("gbk", "GB18030"), ("utf-16", "UTF-16")])
def test_another_encoding_is_named_with_what_to_type(
    stage: Stage, broken: str, encoding: str
) -> None:
    """A file in GBK or UTF-16 is told as such, with the command that converts it from here."""
    BROKEN[broken][0](stage)

    result = stage.run("check", "--format=full")

    assert f"iconv -f {encoding} -t UTF-8 data/{READINGS}" in result.out


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("broken", BROKEN)
def test_no_command_answers_from_broken_data(stage: Stage, broken: str, command: str) -> None:
    """A command that cannot rely on the data answers nothing, says why and what to do, exits 2."""
    breaks, place = BROKEN[broken]
    breaks(stage)
    before = stage.files()

    result = stage.run(*COMMANDS[command])

    *findings, sentence = result.err.splitlines()
    assert (result.code, result.out) == (2, "")
    assert any(line.startswith(f"data/{place}") for line in findings), result.err
    assert re.search(r"fjdex check", sentence), sentence
    assert stage.files() == before


def test_one_bad_file_does_not_hide_the_next(stage: Stage) -> None:
    """Broken files are all reported in one run, each at its place."""
    _gbk(stage)
    stage.write("readings/smart-piers.yaml", "- {date: 2024-03-31\n")
    stage.write(
        "readings/chart-errors.yaml", "- {date: 2024-13-31, value: 1, source: notice-2024-02}"
    )

    result = stage.run("check")

    files = {line.split(":")[0] for line in result.out.splitlines() if "error[" in line}
    assert files == {
        "data/readings/ocean-sensors.yaml",
        "data/readings/smart-piers.yaml",
        "data/readings/chart-errors.yaml",
    }


def test_check_json_of_a_folder_that_cannot_be_understood(stage: Stage) -> None:
    """Scripts get one JSON object from `check` even where nothing at all can be understood."""
    _no_plan(stage)

    result = stage.run("check", "--json")

    assert result.code == 1
    assert result.out.startswith('{\n  "schema": "fjdex.check/1",\n')


CODES_OF_REASONS = {"missing", "permission", "folder", "not-folder", "system"}


def _reason(sentence: str) -> tuple[str, str]:
    """Take a sentence apart into what it says and the reason that it gives in brackets."""
    match = re.fullmatch(r"(.*?) ?[（(]([^()（）]+)[）)]\n", sentence)
    assert match is not None, sentence
    return match[1], match[2]


def test_readings_that_is_not_a_folder(stage: Stage) -> None:
    """A file where the folder of readings should be: one sentence that names it, in words."""
    _readings_is_file(stage)

    result = stage.run("status")

    sentence, why = _reason(result.err)
    assert (result.code, result.out) == (2, "")
    assert "/here/data/readings" in sentence
    assert why not in CODES_OF_REASONS


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("path", ["data/plan.yaml", "data/readings", "data/readings/data-hub.yaml"])
def test_what_may_not_be_read(stage: Stage, path: str) -> None:
    """A file or folder without the right to read it: exit 2 and a sentence."""
    (stage.folder / path).chmod(0)

    result = stage.run("status")

    (stage.folder / path).chmod(0o700)
    assert (result.code, result.out) == (2, "")
    assert "Traceback" not in result.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(stage: Stage) -> None:
    """A readings folder without the right to write: exit 2, a sentence, and the data as it was."""
    before = stage.files()
    folder = stage.folder / "data" / "readings"
    folder.chmod(0o500)

    result = stage.run(*COMMANDS["record"])

    folder.chmod(0o700)
    assert (result.code, result.out) == (2, "")
    assert stage.files() == before


def test_a_report_onto_a_folder(stage: Stage) -> None:
    """A bulletin whose name is a folder's is not written, and the sentence says why in words."""
    name = f"/here/reports/2024Q3.{stage.lang}.md"
    (stage.folder / name.removeprefix("/here/")).mkdir(parents=True)

    result = stage.run("report", "2024Q3")

    sentence, why = _reason(result.err)
    assert (result.code, result.out) == (2, "")
    assert name in sentence
    assert why not in CODES_OF_REASONS


def test_a_report_below_a_file(stage: Stage) -> None:
    """A bulletin cannot go below a file; the sentence says why in words, and the file stays."""
    (stage.folder / "reports").write_text("mine\n")

    result = stage.run("report", "2024Q3")

    sentence, why = _reason(result.err)
    assert (result.code, result.out) == (2, "")
    assert "/here/reports" in sentence
    assert why not in CODES_OF_REASONS
    assert (stage.folder / "reports").read_text() == "mine\n"


def test_what_may_not_be_read_is_said_in_words(stage: Stage) -> None:
    """A file that is a folder is told as such by `check`, in the reader's language."""
    _folder_for_file(stage)

    result = stage.run("check", "--format", "full")

    assert (
        result.out.split("error[file-unreadable]")[1].splitlines()[0]
        == {
            "zh": ": readings/ocean-sensors.yaml是目录，不是文件",
            "en": ": readings/ocean-sensors.yaml is a folder",
        }[stage.lang]
    )


@pytest.mark.parametrize(
    "text",
    [
        "[" * 2000,
        "{" * 2000,
        "- " * 2000,
        "a: &a [*a]\n",
        "!!python/object:os.system x\n",
        "? ? ?\n",
    ],
)
def test_hostile_yaml(stage: Stage, text: str) -> None:
    """Deep, cyclic or tagged YAML is a finding; it neither crashes nor runs anything."""
    stage.write(READINGS, text)

    result = stage.run("check")

    assert result.code == 1
    assert f"data/{READINGS}:1:" in result.out


def test_an_unexpected_file_is_only_a_warning(stage: Stage) -> None:
    """A YAML file that the program does not read is pointed out and keeps nobody from working."""
    stage.write("notes.yaml", "- mine\n")

    assert stage.run("status").code == 0
    assert "data/notes.yaml:1:1: warning[file-unknown]" in stage.run("check").out


def test_a_record_that_would_need_a_rewrite_is_refused(stage: Stage) -> None:
    """A file into which no line can be put safely is left alone, and the sentence names it."""
    stage.write(READINGS, "[{date: 2023-12-31, value: 50000, source: statistics-2023} # x\n]\n")
    before = stage.files()

    result = stage.run(
        "record", "ocean-sensors", "5.6万", "--date=2024-09-30", "--source=bulletin-2024q3"
    )

    assert (result.code, result.out) == (2, "")
    assert "/here/data/readings/ocean-sensors.yaml" in result.err
    assert stage.files() == before
