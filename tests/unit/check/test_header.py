"""Rules about plan.yaml: its span, its bands, its classes, what its sections announce."""

import pytest

import builders as b
from fjdex.check.rules import check
from fjdex.load import load
from fjdex.plan.terms import Rating
from unit.check.faults import WORDS, compared, sound_with

SOUND = sound_with()
BANDS = "{ahead: 1.05, on-schedule: 1, behind: 0.60, far-behind: 0}"


def with_header(old: str, new: str) -> dict[str, str]:
    """Answer the sound folder with something else in plan.yaml."""
    assert old in SOUND["plan.yaml"]
    return SOUND | {"plan.yaml": SOUND["plan.yaml"].replace(old, new)}


@pytest.mark.parametrize("end", ["2021-01-01", "2021-01-02", "⟦span-reversed|2020-12-31⟧"])
def test_a_plan_does_not_end_before_it_starts(end: str) -> None:
    """A plan of one day has a span."""
    found, told = compared(with_header("end: 2022-12-31", f"end: {end}"))
    assert found == told


@pytest.mark.parametrize(
    "bands",
    [
        "{ahead: 1, on-schedule: 1, behind: 1, far-behind: 1}",
        "{ahead: 0.9, on-schedule: ⟦band-unfit|1⟧, behind: 0.60, far-behind: 0}",
        "{ahead: 1.05, on-schedule: 1, behind: 0.60, far-behind: ⟦band-unfit|0.61⟧}",
        "{far-behind: ⟦band-unfit|2⟧, behind: 1, on-schedule: 1, ahead: 1}",
        "{ahead: 1, behind: ⟦band-unfit|2⟧, on-schedule: 1, far-behind: 0}",
        "{ahead: 1.05, on-schedule: 1, behind: 0.60, far-behind: 0, ⟦band-unfit|met⟧: 0}",
    ],
)
def test_no_band_asks_for_more_than_the_one_above(bands: str) -> None:
    """Whatever order they are written in; two equal ones do without one of them."""
    found, told = compared(with_header(BANDS, bands))
    assert found == told


def classes(*ratings: str) -> dict[str, str]:
    """Answer the sound folder with these classes."""
    head, _, tail = SOUND["plan.yaml"].partition("classes:\n")
    sections = tail[tail.index("sections:") :]
    lines = [
        f"- {{id: c{number}, name: {WORDS}, ratings: [{words}]}}\n"
        for number, words in enumerate(ratings)
    ]
    return SOUND | {"plan.yaml": f"{head}classes:\n{''.join(lines)}{sections}"}


def told_of(texts: dict[str, str]) -> list[tuple[str, str, str]]:
    """Answer code, rating and count or reason of what is found."""
    return [
        (one.code, one.arguments["text"], one.arguments.get("count") or one.arguments["why"])
        for one in check(load(texts))
    ]


def test_every_rating_is_in_one_class() -> None:
    """None is left out and none counted twice; all are told at once."""
    every = list(Rating)
    rest = ", ".join(every[2:])
    assert told_of(classes(f"{every[0]}, {rest}", every[0])) == [
        ("class-uncovered", every[1], "0"),
        ("class-uncovered", every[0], "2"),
    ]


@pytest.mark.parametrize(
    ("bands", "wrong"),
    [
        ("{ahead: 1.05, on-schedule: 1, behind: 0.60}", [("far-behind", "missing")]),
        (
            "{ahead: 1.05, on-schedule: 1, behind: 0.60, far-behind: 0, reversing: 0}",
            [("reversing", "unwanted")],
        ),
        (
            "{met: 1}",
            [
                *((one, "missing") for one in ("ahead", "on-schedule", "behind", "far-behind")),
                ("met", "unwanted"),
            ],
        ),
    ],
)
def test_there_are_four_bands(bands: str, wrong: list[tuple[str, str]]) -> None:
    """No fewer and no other."""
    found = told_of(with_header(BANDS, bands))
    assert found == [("band-unfit", *one) for one in wrong]


@pytest.mark.parametrize(
    ("total", "count"), [("0", 0), ("1", 1), ("2", 2), ("⟦section-total|3⟧", 2)]
)
def test_a_section_holds_what_its_heading_announces(total: str, count: int) -> None:
    """Items of tasks and of outcomes are counted where they say they stand."""
    header = SOUND["plan.yaml"] + f"- {{id: x, list: tasks, name: {WORDS}, total: {total}}}\n"
    items = "".join(b.task(f"k{number}").replace("tasks-1", "x") for number in range(count))
    texts = SOUND | {"plan.yaml": header, "tasks.yaml": SOUND["tasks.yaml"] + items}
    found_, told = compared(texts)
    assert found_ == told


@pytest.mark.parametrize(
    ("total", "fault"),
    [
        ("1", "{⟦value-empty|id⟧: , section: x}"),
        ("1", "⟦shape-unexpected|word⟧"),
        ("⟦section-total|2⟧", "⟦shape-unexpected|word⟧"),
        ("1", "UNKNOWN"),
        ("⟦section-total|2⟧", "UNKNOWN"),
    ],
)
def test_what_is_lost_may_be_what_a_section_lacks(total: str, fault: str) -> None:
    """An item that cannot be read, or stands in no section, is not told as lacking too."""
    header = SOUND["plan.yaml"] + f"- {{id: x, list: tasks, name: {WORDS}, total: {total}}}\n"
    unknown = b.task("k9").replace("tasks-1", "⟦section-unknown|y⟧")
    item = unknown if fault == "UNKNOWN" else f"- {fault}\n"
    texts = SOUND | {"plan.yaml": header, "tasks.yaml": SOUND["tasks.yaml"] + item}
    found_, told = compared(texts)
    assert [one for one in found_ if one[0] != "key-missing"] == told


def test_one_item_is_announced_in_the_singular() -> None:
    """English has a word for one item and one for several."""
    header = SOUND["plan.yaml"] + f"- {{id: x, list: tasks, name: {WORDS}, total: 1}}\n"
    (found_,) = check(load(SOUND | {"plan.yaml": header}))
    assert dict(found_.arguments) == {"text": "x", "total": "1", "count": "0", "why": "one"}
