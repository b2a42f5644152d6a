"""Rules about the plan as a whole: ids, classes, section totals, the register of sources."""

import pytest

import builders as b
from fjdex.check.rules import check
from fjdex.load import load
from fjdex.plan.terms import Rating
from unit.check.faults import WORDS, compared, found, sound_with, with_target

SOUND = sound_with()


@pytest.mark.parametrize(
    ("file", "extra"),
    [
        ("targets.yaml", b.target(b.goal(), key="⟦id-duplicated|t⟧")),
        ("tasks.yaml", b.task("⟦id-duplicated|k⟧")),
        ("tasks.yaml", b.task("⟦id-duplicated|t⟧")),
        ("outcomes.yaml", b.outcome("⟦id-duplicated|t⟧").replace("outcomes-1", "tasks-1")),
        ("agencies.yaml", b.AGENCIES.replace("id: 虚构局", "id: ⟦id-duplicated|虚构局⟧")),
        ("areas.yaml", f"- {{id: ⟦id-duplicated|西市⟧, name: {WORDS}, parent: 虚构省}}\n"),
        ("sources.yaml", b.source("⟦id-duplicated|s⟧")),
        ("plan.yaml", f"- {{id: ⟦id-duplicated|tasks-1⟧, list: tasks, name: {WORDS}}}\n"),
    ],
)
def test_an_id_that_is_taken(file: str, extra: str) -> None:
    """Unique across the three lists, and within every other list; the second one is told."""
    texts, told = compared(SOUND | {file: SOUND[file] + extra})
    assert texts == told


def test_parts_of_an_outcome_have_ids_of_their_own() -> None:
    """Two parts with one id would count as one."""
    parts = f"[{{id: p, name: {WORDS}}}, {{id: ⟦id-duplicated|p⟧, name: {WORDS}}}]"
    written = b.outcome("o", parts=parts).replace("outcomes-1", "tasks-1")
    found_, told = compared(SOUND | {"outcomes.yaml": written})
    assert found_ == told


def test_classes_have_ids_of_their_own() -> None:
    """A bulletin counts by them."""
    header = SOUND["plan.yaml"].replace(
        "classes:\n", f"classes:\n- {{id: whole, name: {WORDS}, ratings: []}}\n"
    )
    header = header.replace("- {id: whole, name: {zh: 虚构, en: Invented}, ratings: [met,", "@", 1)
    header = header.replace("@", f"- {{id: ⟦id-duplicated|whole⟧, name: {WORDS}, ratings: [met,")
    found_, told = compared(SOUND | {"plan.yaml": header})
    assert (len(told), found_) == (1, told)


def test_an_id_may_stand_in_lists_that_are_not_rated_together() -> None:
    """A source may be called as a target is."""
    cited = SOUND["targets.yaml"].replace("source: s}", "source: t}")
    reading = SOUND["readings/t.yaml"].replace("source: s}", "source: t}")
    texts = {"targets.yaml": cited, "readings/t.yaml": reading, "sources.yaml": b.source("t")}
    assert found(SOUND | texts) == []


def test_the_first_one_is_named_with_its_line() -> None:
    """So that both can be looked at."""
    twice = b.AGENCIES * 2
    (finding,) = check(load(SOUND | {"agencies.yaml": f"# 注\n{twice}"}))
    assert dict(finding.arguments) == {"text": "虚构局", "first": "agencies.yaml:2"}


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
    """Answer code, rating and count of what is found."""
    return [
        (one.code, one.arguments["text"], one.arguments.get("count", ""))
        for one in check(load(texts))
    ]


def test_every_rating_is_in_one_class() -> None:
    """None is left out and none counted twice; all are told at once."""
    every = list(Rating)
    rest = ", ".join(every[2:])
    assert told_of(classes(f"{every[0]}, {rest}", every[0])) == [
        ("class-uncovered", every[0], "2"),
        ("class-uncovered", every[1], "0"),
    ]


@pytest.mark.parametrize(
    ("bands", "wrong"),
    [
        ("{ahead: 1.05, on-schedule: 1, behind: 0.60}", ["far-behind"]),
        ("{ahead: 1.05, on-schedule: 1, behind: 0.60, far-behind: 0, reversing: 0}", ["reversing"]),
        ("{met: 1}", ["ahead", "behind", "far-behind", "met", "on-schedule"]),
    ],
)
def test_there_are_four_bands(bands: str, wrong: list[str]) -> None:
    """No fewer and no other."""
    old = "{ahead: 1.05, on-schedule: 1, behind: 0.60, far-behind: 0}"
    texts = SOUND | {"plan.yaml": SOUND["plan.yaml"].replace(old, bands)}
    assert told_of(texts) == [("class-uncovered", word, "") for word in wrong]


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
    "citing",
    [
        b.target(b.goal()[:-1] + ", source: s2}", key="x"),
        b.target(b.goal(path="[{date: 2021-06-30, value: 1, source: s2}]"), key="x"),
        b.target(b.goal(), key="x", next="{value: 900, due: 2025-12-31, source: s2}"),
        b.target(b.goal(), key="x", baseline="{value: 0, date: 2020-12-31, source: s2}"),
    ],
    ids=["goal", "path", "next", "baseline"],
)
def test_a_source_is_used_by_whatever_cites_it(citing: str) -> None:
    """Goals, paths, later goals and baselines cite, not readings alone."""
    sources = b.source("s") + b.source("s2")
    assert found(with_target(citing, sources=sources)) == []
    assert found(with_target("", sources=sources)) == [("source-unused", "sources.yaml", 2, 8, 10)]
