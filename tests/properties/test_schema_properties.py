"""An editor with the schemas and `fjdex check` judge the form of a record alike."""

import copy
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from fjdex.check.rules import check
from fjdex.cli.schemas import schema_texts
from fjdex.load import load
from unit.yamlio.test_schema import FOLDERS, FORM, name_of, read, texts_of

Path = tuple[str | int, ...]

SLIPS = [
    *(None, "", " ", "\u3000", "x", "X Y", "x_y", "a-b", "甲", "甲、乙", "-a", "（甲）", "a" * 65),
    *(2022, -5, 1.5, 0, 60, 3660, 3661, True, False, "60", "007", "+5", "1e3", "1" * 41, "-0.5"),
    *("2022-09-30", "2022-13-01", "2022-02-30", "1899-12-31", "2201-01-01", "2022/9/30"),
    *("2022", "1899", "2022H1", "2022Q3", "2022Q5", "2022-09", "2022-13", "2022-01/2022-09"),
    *(">=", "=>", "stock", "quarter", "final", "delivered", "same", "publication", "null", "NULL"),
    *([], ["a"], [2022, "a"], [["a"]], {}, {"zh": "甲", "en": "A"}, {"zh": "甲"}, {"foo": 1}),
    *({"zh": 2022, "en": True}, {"zh": " ", "en": "A"}, {"zh": "甲", "en": "A", "fr": "A"}),
]
KEYS = ["foo", "id", "note", "value", "state", "area", "date", "日期", "Date", "zh"]


@cache
def validator(name: str) -> Draft202012Validator:
    """Answer what judges a file by its schema."""
    schema = json.loads(schema_texts({})[name])
    return Draft202012Validator(schema, format_checker=FormatChecker())


@cache
def records() -> list[tuple[str, Any]]:
    """Answer every record of the invented plan, by the name of its file; plan.yaml is one."""
    found: list[tuple[str, Any]] = []
    for file, text in texts_of(FOLDERS["invented"]).items():
        whole = read(text)
        found += [(name_of(file), one) for one in ([whole] if file == "plan.yaml" else whole)]
    return found


def paths_in(value: Any, path: Path = ()) -> Iterator[Path]:
    """Answer the paths to everything within a value."""
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in steps:
        yield (*path, step)
        if isinstance(inner, dict | list):
            yield from paths_in(inner, (*path, step))


@st.composite
def slipped(draw: st.DrawFn) -> tuple[str, Any]:
    """Answer a record with a slip or two: another value, a key too many, a key too few."""
    name, record = draw(st.sampled_from(records()))
    record = copy.deepcopy(record)
    for _ in range(draw(st.integers(0, 2))):
        path = draw(st.sampled_from(list(paths_in(record))))
        holder = record
        for step in path[:-1]:
            holder = holder[step]
        what = draw(st.sampled_from(["value", "value", "value", "gone", "key"]))
        if what == "value":
            holder[path[-1]] = copy.deepcopy(draw(st.sampled_from(SLIPS)))
        elif what == "gone":
            del holder[path[-1]]
        elif isinstance(holder, dict):
            key, slip = draw(st.sampled_from(KEYS)), draw(st.sampled_from(SLIPS))
            holder.setdefault(key, copy.deepcopy(slip))
    return name, record


def told(name: str, text: str) -> set[str]:
    """Answer the codes that `check` tells of the form of a text."""
    file = "readings/x.yaml" if name == "readings" else f"{name}.yaml"
    found = check(load({file: text}))
    return {one.code for one in found if one.place.file == file} & FORM


@given(slipped())
def test_editor_and_check_judge_a_record_alike(given_: tuple[str, Any]) -> None:
    """What a schema can say, and it is all of the form, is told by both or by neither."""
    name, record = given_
    whole = record if name == "plan" else [record]
    marked = not validator(name).is_valid(whole)
    text = json.dumps(whole, ensure_ascii=False)
    assert marked == bool(told(name, text)), text
