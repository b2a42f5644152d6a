"""Records in a file that is not theirs, and files saved under the name of another."""

from collections.abc import Mapping

import pytest

import builders as b
from fjdex.check.rules import check
from fjdex.load import load
from unit.check.faults import GOOD, sound_with

SOUND = sound_with()
AREAS = "- {id: 甲省, name: {zh: 甲, en: A}}\n- {id: 乙市, name: {zh: 乙, en: B}, parent: 甲省}\n"


def told(texts: Mapping[str, str]) -> list[tuple[str, int, int, str, str]]:
    """Answer file, line, column, kind and other file of everything that is told."""
    return [
        (
            one.place.file,
            one.place.line,
            one.place.column,
            one.arguments.get("why", one.code),
            one.arguments.get("text", ""),
        )
        for one in check(load(texts))
    ]


@pytest.mark.parametrize(
    ("file", "content", "home"),
    [
        ("sources.yaml", SOUND["targets.yaml"], "targets.yaml"),
        ("tasks.yaml", SOUND["targets.yaml"], "targets.yaml"),
        ("agencies.yaml", AREAS, "areas.yaml"),
        ("areas.yaml", GOOD * 2, "readings/<id>.yaml"),
        ("sources.yaml", SOUND["plan.yaml"], "plan.yaml"),
        ("plan.yaml", SOUND["targets.yaml"], "targets.yaml"),
        ("readings/t.yaml", SOUND["sources.yaml"], "sources.yaml"),
    ],
)
def test_the_content_of_another_file(file: str, content: str, home: str) -> None:
    """It is said once, of the file, and of nobody who cites what it should hold."""
    found = told({**SOUND, file: content})
    assert [(one[0], *one[3:]) for one in found if one[3] != "source-unused"] == [
        (file, "content", home)
    ]


def test_one_record_of_another_file() -> None:
    """It is told where it stands; who names it is not at fault, and the others are judged."""
    target = b.target(b.goal(), key="zz")
    texts = {
        **SOUND,
        "sources.yaml": SOUND["sources.yaml"] + target,
        "readings/zz.yaml": GOOD,
    }
    assert told(texts) == [("sources.yaml", 2, 4, "elsewhere", "targets.yaml")]


def test_a_slip_in_a_record_is_no_other_record() -> None:
    """A task without its content may be an outcome, and an agency without its kind an area."""
    agency = "- {id: 别局, name: {zh: 虚构, en: Invented}}\n"
    found = told({**SOUND, "agencies.yaml": SOUND["agencies.yaml"] + agency})
    assert [one[3] for one in found] == ["key-missing"]
