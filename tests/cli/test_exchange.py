"""What is exported and imported again, into the same plan without readings, is the same."""

import json
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from builders import FROM_ZERO, folder, goal, lines, outcome, source, target
from fjdex.load import load
from fjdex.plan.readings import Reading
from fjdex.store.folder import read_folder
from stage import Stage
from tables import numbers, texts

FILES = ("t.csv", "t.xlsx", "t.jsonl")


def readings_in(stage: Stage) -> dict[str, tuple[Reading, ...]]:
    """Answer the readings on file, of those records that have any."""
    snapshot = read_folder(stage.folder / "data")
    plan = load(snapshot.texts).plan
    assert plan is not None
    return {id_: tuple(readings) for id_, readings in plan.readings.items() if readings}


def round_trip(stage: Stage, file: str, *options: str) -> None:
    """Export the readings, take them all out, import them again."""
    exported = stage.run("export", "--table", "readings", "-o", file, *options)
    assert (exported.code, exported.out) == (0, f"{file}\n")
    shutil.rmtree(stage.folder / "data" / "readings")
    imported = stage.run("import", file, "--yes")
    assert imported.code == 0, imported.err


@pytest.mark.parametrize("plan", ["fujian", "invented"])
@pytest.mark.parametrize("file", FILES)
def test_a_plan_comes_back(plan: str, file: str, tmp_path: Path) -> None:
    """Every field of every reading, in every form that can be read."""
    stage = Stage.of(plan, tmp_path)
    before = readings_in(stage)

    round_trip(stage, file)

    assert readings_in(stage) == before


@pytest.mark.parametrize("options", [(), ("--labels",)])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_of_all_tables_only_the_readings_are_read(
    lang: str, options: tuple[str, ...], tmp_path: Path
) -> None:
    """What is planned or said of them is passed over, and nothing of it is new."""
    stage = Stage.of("invented", tmp_path, lang=lang)
    before = stage.files()
    stage.run("export", "-o", "all.xlsx", *options)

    told = json.loads(stage.run("import", "all.xlsx", "--json").out)

    named = [one["arguments"]["text"] for one in told["notes"] if one["code"] == "table-passed"]
    assert (told["problems"], told["readings"], told["remarks"]) == ([], [], [])
    assert {"goals", "path"} <= set(named)
    assert {name: data for name, data in stage.files().items() if name in before} == before


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("file", FILES[:2])
def test_heads_for_people_are_understood(lang: str, file: str, tmp_path: Path) -> None:
    """A table with --labels is read back like one with keys."""
    stage = Stage.of("invented", tmp_path, lang=lang)
    before = readings_in(stage)

    round_trip(stage, file, "--labels")

    assert readings_in(stage) == before


@pytest.mark.parametrize("file", FILES)
def test_what_is_on_file_is_not_taken_twice(file: str, tmp_path: Path) -> None:
    """An export that is imported where it comes from changes no byte."""
    stage = Stage.of("invented", tmp_path)
    stage.run("export", "--table", "readings", "-o", file)
    before = stage.files()

    assert stage.run("import", file, "--yes").code == 0
    assert stage.files() == before


def _quoted(text: str) -> str:
    for sign, written in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(sign, written)
    return f'"{text}"'


def _line(number: int, value: Decimal, zh: str, en: str) -> str:
    words = f"{{zh: {_quoted(zh)}, en: {_quoted(en)}}}"
    measure = f"measure: {words}, unit: 个/人, comparability: near"
    return f"date: 2021-{number + 1:02}-28, value: {value:f}, {measure}, source: s, note: {words}"


@given(st.lists(st.tuples(numbers, texts, texts), min_size=1, max_size=4))
@example([(Decimal("-0.10"), "_x0041_", "=a_x000D_b")])
@settings(deadline=None, max_examples=10)
def test_any_reading_comes_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[Decimal, str, str]]
) -> None:
    """Whatever its number, and whatever its texts begin with or hold."""
    written = [_line(number, *row) for number, row in enumerate(rows)]
    texts_ = folder(
        targets=target(goal(), unit="个", baseline=FROM_ZERO),
        outcomes=outcome("o"),
        readings={"t": lines(*written), "o": lines("date: 2021-06-30, state: started, source: s")},
        sources=source("s", "2022-12-31"),
    )
    stage = Stage.of("none", tmp_path_factory.mktemp("any"), lang="en")
    for file in FILES:
        for name, text in texts_.items():
            stage.write(name, text)
        before = readings_in(stage)
        assert len(before["t"]) == len(rows)

        round_trip(stage, file)

        assert readings_in(stage) == before
