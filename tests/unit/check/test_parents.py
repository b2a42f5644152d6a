"""Rules about how areas lie in each other."""

import pytest

import builders as b
from fjdex.check.rules import check
from fjdex.load import load
from unit.check.faults import WORDS, compared, sound_with

SOUND = sound_with()


def areas(*pairs: tuple[str, str]) -> str:
    """Write areas, each with its parent."""
    return "".join(f"- {{id: {id_}, name: {WORDS}, parent: {up}}}\n" for id_, up in pairs)


@pytest.mark.parametrize(
    "written",
    [
        areas(("甲区", "东市"), ("乙区", "甲区")),
        areas(("甲区", "⟦area-circular|甲区⟧")),
        areas(("甲区", "⟦area-circular|丙区⟧"), ("乙区", "甲区"), ("丙区", "乙区")),
        areas(("甲区", "乙区"), ("乙区", "⟦area-circular|丙区⟧"), ("丙区", "乙区")),
        areas(("甲区", "⟦area-circular|甲区⟧"), ("乙区", "⟦area-circular|乙区⟧")),
        f"- {{id: ⟦area-parentless|甲省⟧, name: {WORDS}}}\n",
    ],
)
def test_every_area_lies_in_the_whole(written: str) -> None:
    """A circle is told once, at the first of its areas; what only leads into it is not."""
    found, told = compared(SOUND | {"areas.yaml": b.AREAS + written})
    assert found == told


def test_a_circle_is_told_as_the_way_round_it() -> None:
    """From the area at which it is told back to the same."""
    written = areas(("乙区", "甲区"), ("丙区", "丁区"), ("丁区", "甲区"), ("甲区", "丙区"))
    (finding,) = check(load(SOUND | {"areas.yaml": b.AREAS + written}))
    arguments = {"text": "丙区", "chain": "丙区 → 丁区 → 甲区 → 丙区"}
    assert dict(finding.arguments) == arguments
