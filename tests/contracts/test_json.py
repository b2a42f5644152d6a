"""The keys of the JSON that scripts rely on (docs/commands.md); more may be there, none may go."""

import io
import json
import os
from pathlib import Path
from typing import Any

import pytest

from fjdex.cli.environment import Environment
from fjdex.cli.main import main

ROOT = Path(__file__).parents[2]
STATUS = {"as_of", "counts", "items", "schema"}
ITEM = {"id", "kind", "name", "leads", "due", "rating", "flags", "goal", "reading", "baseline"}
ITEM |= {"expected", "pace", "pace_year", "share", "needed", "projected", "reaches"}
ITEM |= {"worst", "children"}
GOAL = {"value", "operator", "unit"}
READING = {"value", "date", "qualifier", "comparability", "area", "source"}
BASELINE = {"value", "date", "derived"}
FINDING = {"code", "severity", "message", "help"}
FINDING |= {"file", "line", "column", "end_line", "end_column"}
DUE = {"as_of", "known_by", "until", "plan", "agencies"}
OWED = {"matter", "id", "kind", "name", "leads", "by", "days_left", "quarter", "rating", "worst"}
NUMBERS = ("expected", "pace", "pace_year", "share", "needed", "projected")


def answered(*arguments: str) -> tuple[int, dict[str, Any]]:
    """Run a command on the plans of the repository; answer its exit code and its JSON."""
    out, err = io.StringIO(), io.StringIO()
    variables = dict(os.environ) | {"FJDEX_TODAY": "2024-10-15"}
    environment = Environment(variables, ROOT, io.StringIO(), out, err)
    code = main([*arguments, "--json"], environment)
    assert out.getvalue(), err.getvalue()
    whole: dict[str, Any] = json.loads(out.getvalue())
    return code, whole


def lacking(wanted: set[str], found: list[dict[str, Any]]) -> set[str]:
    """Answer the keys that not every one of some objects has."""
    return {key for key in wanted if not all(key in one for one in found)}


@pytest.fixture(scope="module", params=["data", "examples/invented/data"])
def status(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Answer the status of a plan."""
    code, whole = answered("status", "-C", request.param)
    assert code == 0
    return whole


def test_the_status_has_its_keys(status: dict[str, Any]) -> None:
    """Of the whole, of every item, and of what an item holds."""
    items = status["items"]
    held = {
        key: [one[key] for one in items if one.get(key)] for key in ("goal", "reading", "baseline")
    }
    assert lacking(STATUS, [status]) == set()
    assert lacking(ITEM, items) == set()
    assert lacking(GOAL, held["goal"]) == set()
    assert lacking(READING, held["reading"]) == set()
    assert lacking(BASELINE, held["baseline"]) == set()
    assert (status["schema"], status["as_of"]) == ("fjdex.status/1", "2024-10-15")


def test_the_counts_are_those_of_the_items(status: dict[str, Any]) -> None:
    """By list, from rating to number, and the three are all there."""
    counted: dict[str, dict[str, int]] = {"task": {}, "outcome": {}, "target": {}}
    for item in status["items"]:
        ratings = counted[item["kind"]]
        ratings[item["rating"]] = ratings.get(item["rating"], 0) + 1
    assert status["counts"] == counted


def test_numbers_are_texts(status: dict[str, Any]) -> None:
    """Decimals lose nothing on the way, and no number is a float."""

    def floats(value: object) -> bool:
        if isinstance(value, dict):
            return any(map(floats, value.values()))
        return any(map(floats, value)) if isinstance(value, list) else isinstance(value, float)

    assert not floats(status)
    values = [one.get(key) for one in status["items"] for key in NUMBERS]
    values += [(one["reading"] or {}).get("value") for one in status["items"]]
    assert {type(one) for one in values} <= {str, dict, type(None)}


def test_check_has_its_keys(tmp_path: Path) -> None:
    """Of every finding; the exit code is 1 where there are errors."""
    (tmp_path / "plan.yaml").write_text("id: x\n", encoding="utf-8")
    code, whole = answered("check", "-C", str(tmp_path))
    assert (code, whole["schema"], bool(whole["findings"])) == (1, "fjdex.check/1", True)
    assert lacking(FINDING, whole["findings"]) == set()


def test_what_is_due_has_its_keys() -> None:
    """Of every agency, and of everything that it owes or shares."""
    code, whole = answered("due", "-C", "examples/invented/data", "--as-of", "2025-06-01")
    owed = [one for agency in whole["agencies"] for one in agency["led"] + agency["shared"]]

    assert (code, whole["schema"], bool(owed)) == (0, "fjdex.due/1", True)
    assert lacking(DUE, [whole]) == set()
    assert lacking(OWED, owed) == set()
