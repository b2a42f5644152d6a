"""What scripts read: one object, stable keys and types, nothing translated, decimals as strings."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from fjdex.assess.item import Flag
from fjdex.plan.findings import CODES
from fjdex.plan.terms import Comparability, Operator, Qualifier, Rating, State, Status
from stage import Stage

DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?").fullmatch
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch
RATINGS = {one.value for one in Rating}
FLAGS = {one.value for one in Flag}
ITEM_KEYS = {
    "id", "kind", "name", "leads", "due", "rating", "flags", "goal", "reading", "baseline",
    "expected", "pace", "share", "worst", "children",
}  # fmt: skip
DAYS = {
    "fujian": ["2021-03-03", "2022-09-30", "2022-12-31", "2023-06-30", "2026-11-23"],
    "invented": ["2023-01-01", "2023-06-30", "2024-01-31", "2024-09-30", "2025-12-31"],
}
CASES = [(plan, day) for plan, days in DAYS.items() for day in days]


def _data(text: str) -> Any:
    """Read JSON as a script might, holding that no number in it has a fraction."""

    def refuse(number: str) -> float:
        pytest.fail(f"{number} is a number with a fraction: decimals are strings")

    return json.loads(text, parse_float=refuse)


def _status(plan: str, folder: Path, day: str, *arguments: str, **settings: str) -> Any:
    stage = Stage.of(plan, folder, **settings)
    result = stage.run("status", "--json", "--as-of", day, *arguments)
    assert (result.code, result.err) == (0, "")
    return _data(result.out)


@pytest.mark.parametrize(("plan", "day"), CASES)
def test_status_has_its_keys_and_types(plan: str, day: str, tmp_path: Path) -> None:
    """Every item of `status` has the promised keys, each of its promised type, on every day."""
    whole = _status(plan, tmp_path, day)

    assert (whole["schema"], whole["as_of"]) == ("fjdex.status/1", day)
    for item in whole["items"]:
        assert set(item) >= ITEM_KEYS
        assert item["rating"] in RATINGS
        assert set(item["flags"]) <= FLAGS
        assert item["kind"] in {"task", "outcome", "target"}
        assert all(isinstance(lead, str) for lead in item["leads"])
        assert item["due"] is None or DAY(item["due"])
        assert all(item[key] is None or DECIMAL(item[key]) for key in ("expected", "pace", "share"))
        _hold_goal(item["goal"])
        _hold_reading(item["reading"])
        _hold_baseline(item["baseline"])
        assert set(item["children"]) <= RATINGS
        assert all(type(count) is int for count in item["children"].values())


def _hold_goal(goal: Any) -> None:
    if goal is None:
        return
    assert {"value", "operator", "unit"} <= set(goal)
    assert goal["value"] is None or DECIMAL(goal["value"])
    assert goal["operator"] is None or goal["operator"] in {one.value for one in Operator}


def _hold_reading(reading: Any) -> None:
    if reading is None:
        return
    assert {"value", "date", "qualifier", "comparability", "area", "source"} <= set(reading)
    assert reading["value"] is None or DECIMAL(reading["value"])
    assert reading["state"] is None or reading["state"] in {one.value for one in State}
    assert DAY(reading["date"])
    assert reading["qualifier"] in {one.value for one in Qualifier}
    assert reading["comparability"] == Comparability.SAME.value
    assert reading["status"] in {one.value for one in Status}


def _hold_baseline(baseline: Any) -> None:
    if baseline is None:
        return
    assert set(baseline) == {"value", "date", "derived"}
    assert DECIMAL(baseline["value"])
    assert type(baseline["derived"]) is bool


@pytest.mark.parametrize(("plan", "day"), CASES)
def test_counts_are_those_of_the_items(plan: str, day: str, tmp_path: Path) -> None:
    """The counts by list and rating are what counting the items gives."""
    whole = _status(plan, tmp_path, day)

    counted: dict[str, dict[str, int]] = {"target": {}, "outcome": {}, "task": {}}
    for item in whole["items"]:
        of_list = counted[item["kind"]]
        of_list[item["rating"]] = of_list.get(item["rating"], 0) + 1
    assert whole["counts"] == counted


@pytest.mark.parametrize("arguments", [
    ("status", "--as-of", "2024-09-30"),
    ("show", "base-stations", "--as-of", "2024-09-30"),
    ("show", "outcome-04", "--as-of", "2024-09-30"),
    ("show", "task-01", "--as-of", "2024-09-30"),
    ("source", "list"),
    ("record", "ocean-sensors", "7.6万", "--date=2025-03-30", "--source=bulletin-2025q1", "-n"),
])  # fmt: skip
def test_nothing_is_translated(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """Scripts get the same bytes in Chinese and in English, at a terminal and in a pipe."""
    told = {
        Stage.of("invented", tmp_path / f"{lang}-{terminal}", lang=lang, terminal=terminal)
        .run(*arguments, "--json")
        .out
        for lang in ("zh", "en")
        for terminal in ("no", "colour")
    }

    assert len(told) == 1
    assert _data(told.pop())["schema"] == f"fjdex.{arguments[0].replace('source', 'source-list')}/1"


def test_check_differs_in_its_sentences_alone(tmp_path: Path) -> None:
    """`check --json` says message, label and help in a language, and everything else in none."""
    told = []
    for lang in ("zh", "en"):
        stage = Stage.of("invented", tmp_path / lang, lang=lang)
        stage.write("readings/data-hub.yaml", "- {date: 2023-13-30, sate: 计划, note: 全角}\n")
        whole = _data(stage.run("check", "--json").out)
        for finding in whole["findings"]:
            assert finding["code"] in CODES
            assert finding["severity"] == CODES[finding["code"]].value
            sentences = [finding.pop(key) for key in ("message", "label", "help")]
            assert sentences[0]
        told.append(whole)

    assert told[0] == told[1]
    places = [
        (one["code"], one["line"], one["column"])
        for one in told[0]["findings"]
        if one["file"].endswith("data-hub.yaml")
    ]
    assert places == [("date-malformed", 1, 10), ("key-unknown", 1, 22)]


def test_filters_answer_the_same_items(tmp_path: Path) -> None:
    """A filter leaves items out and changes none, in data as on screen."""
    whole = _status("invented", tmp_path / "1", "2024-09-30")
    missed = _status("invented", tmp_path / "2", "2024-09-30", "--rating=missed")

    assert missed["items"] == [item for item in whole["items"] if item["rating"] == "missed"]
    assert missed["counts"]["target"] == {"missed": 1}


def test_no_item_is_an_empty_list(tmp_path: Path) -> None:
    """Where no record fits, scripts get an empty list and exit 0."""
    whole = _status("invented", tmp_path, "2024-09-30", "--rating=missed", "--kind=growth")

    assert whole["items"] == []


def test_json_of_a_refused_record(tmp_path: Path) -> None:
    """A record refused by a rule is told to scripts with what it would break, and exit 1."""
    stage = Stage.of("invented", tmp_path)
    before = stage.files()

    result = stage.run(
        "record", "ocean-sensors", "8万", "--date=2025-09-30", "--source=bulletin-2025q1", "--json"
    )

    whole = _data(result.out)
    assert result.code == 1
    assert (whole["schema"], whole["written"]) == ("fjdex.record/1", False)
    assert whole["findings"] == ["reading-after-publication"]
    assert stage.files() == before


FIGURES = {
    "2022-09-30": ("on-schedule", "71000", "69917.8082192"),
    "2022-12-31": ("missed", "71000", None),
    "2023-06-30": ("met-late", "80000", None),
}


@pytest.mark.parametrize("day", FIGURES)
def test_base_stations_of_the_fujian_plan(day: str, tmp_path: Path) -> None:
    """5G base stations go from on schedule over missed to met late, on the figures on file."""
    (item,) = _status("fujian", tmp_path, day, "5g-base-stations")["items"]

    assert (item["rating"], item["reading"]["value"], item["expected"]) == FIGURES[day]
