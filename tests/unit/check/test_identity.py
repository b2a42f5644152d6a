"""Rules about what things are called: ids, aliases, lists, the register of sources."""

import pytest

import builders as b
from fjdex.check.rules import check
from fjdex.load import load
from unit.check.faults import WORDS, compared, found, sound_with, with_target

SOUND = sound_with()


@pytest.mark.parametrize(
    ("file", "extra"),
    [
        ("targets.yaml", b.target(b.goal(), key="⟦id-duplicated|t⟧")),
        ("tasks.yaml", b.task("⟦id-duplicated|k⟧")),
        ("tasks.yaml", b.task("⟦id-duplicated|t⟧")),
        ("outcomes.yaml", b.outcome("⟦id-duplicated|t⟧")),
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
    written = b.outcome("o", parts=parts)
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


AGENCY = "- {id: 别局, name: {zh: 别的局, en: Other}, kind: other, aliases: [%s]}\n"


@pytest.mark.parametrize(
    "alias",
    [
        "别称",
        "别局",
        "别的局",
        "⟦alias-taken|虚构局⟧",
        "⟦alias-taken|Invented bureau⟧",
        "⟦alias-taken|甲⟧",
    ],
)
def test_an_alias_means_one_agency(alias: str) -> None:
    """Not what another one is called: by its id, its name in either language or an alias."""
    first = b.AGENCIES.replace("department", "department, aliases: [甲]")
    found_, told = compared(SOUND | {"agencies.yaml": first + AGENCY % alias})
    assert found_ == told


@pytest.mark.parametrize(
    ("file", "extra"),
    [
        ("targets.yaml", b.target(b.goal(), key="x", tasks="[k, ⟦entry-repeated|k⟧]")),
        (
            "targets.yaml",
            b.target(b.goal(), key="x").replace("局]", "局, ⟦entry-repeated|虚构局⟧]"),
        ),
        ("tasks.yaml", b.task("x").replace("局]", "局, ⟦entry-repeated|虚构局⟧]")),
        ("agencies.yaml", AGENCY % "甲, 乙, ⟦entry-repeated|甲⟧, ⟦entry-repeated|甲⟧"),
        (
            "agencies.yaml",
            f"- {{id: 各局, name: {WORDS}, kind: group, members: [甲, ⟦entry-repeated|甲⟧]}}\n",
        ),
    ],
)
def test_a_list_names_nothing_twice(file: str, extra: str) -> None:
    """Every entry after the first is told where it stands."""
    found_, told = compared(SOUND | {file: SOUND[file] + extra})
    assert (bool(told), found_) == (True, told)


def test_outcomes_and_ratings_are_not_repeated_either() -> None:
    """A rating twice in one class is told as that, and not as one in two classes."""
    outcomes = b.outcome("o")
    target = b.target(b.goal(), key="x", outcomes="[o, ⟦entry-repeated|o⟧]")
    header = SOUND["plan.yaml"].replace("[met,", "[met, ⟦entry-repeated|met⟧,")
    texts = {"outcomes.yaml": outcomes, "targets.yaml": SOUND["targets.yaml"] + target}
    found_, told = compared(SOUND | texts | {"plan.yaml": header})
    assert (len(told), found_) == (2, told)
