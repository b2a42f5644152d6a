"""What can be understood of a record that cannot be understood as a whole."""

from dataclasses import fields

import pytest

from fjdex.plan.readings import Reading
from fjdex.plan.records import Header, Target
from fjdex.yamlio.halves import half
from fjdex.yamlio.tree import compose


def keys(of: type[object], text: str) -> dict[str, object]:
    """Answer the keys that are set of a record in a text, and their values."""
    node = compose("readings/x.yaml", f"- {text}\n")[0]
    assert node is not None
    held = half(of, getattr(node, "items")[0])  # noqa: B009 (a list)
    return {
        one.name: getattr(held, one.name)
        for one in fields(held)  # type: ignore[arg-type]  # a record
        if hasattr(held, one.name) and one.name != "line"
    }


@pytest.mark.parametrize(
    ("text", "unset"),
    [
        ("{date: 2021-06-30, value: x, source: s}", {"value"}),
        ("{date: 2021-06-30, value: , source: s}", {"value"}),
        ("{date: 2021-06-30, value: *a, source: s}", {"value"}),
        ("{date: 2021-06-30, source: s", set()),
    ],
)
def test_a_key_that_cannot_be_read_is_not_set(text: str, unset: set[str]) -> None:
    """Those that are absent have their defaults."""
    every = {one.name for one in fields(Reading)} - {"line"}
    assert every - set(keys(Reading, text)) == unset


@pytest.mark.parametrize(
    "text",
    [
        "{date: 2021-06-30, valeu: 1, source: s}",
        "{date: 2021-06-30, <<: {value: 1}, source: s}",
        "{date: 2021-06-30, value: 1",
        "{value: 1, source: s}",
        "word",
    ],
)
def test_where_another_key_may_be_meant_none_has_its_default(text: str) -> None:
    """An unknown key, one that is lost, a record that is cut off or lacks what it needs."""
    assert "status" not in keys(Reading, text)


def test_lists_keep_their_entries_places() -> None:
    """Of texts "" stands for one that cannot be read; of records one without its keys."""
    found = keys(Target, "{id: x, leads: [甲, [], 乙], goals: [{value: 1}, x, {value: y}]}")
    goals = found.pop("goals")
    assert isinstance(goals, tuple)
    assert found == {"id": "x", "leads": ("甲", "", "乙")}
    assert [hasattr(one, "value") for one in goals] == [True, False, False]
    assert "bands" not in keys(Header, "{id: x, bands: {ahead: y}}")


def test_a_record_without_a_name_that_can_be_read() -> None:
    """Has "" for its id, which no record has."""
    assert [keys(Target, text)["id"] for text in ("{id: X Y}", "{}", "word")] == ["", "", ""]
