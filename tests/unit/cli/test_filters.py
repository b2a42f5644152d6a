"""What the words of filters mean, and how the head of an answer repeats them."""

import pytest

from fjdex.cli.filters import kind_asked, ratings_asked, said, section_asked
from fjdex.load import load
from fjdex.messages import Voice
from fjdex.plan.failures import Failure
from fjdex.plan.plan import Plan
from fjdex.plan.words import Language
from stage import PLANS


@pytest.fixture(scope="module")
def plan() -> Plan:
    folder = PLANS["invented"]
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.yaml")}
    loaded = load({name: path.read_bytes().decode() for name, path in paths.items()})
    assert loaded.plan is not None
    return loaded.plan


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("target", "target"),
        ("Targets", "target"),
        ("指标", "target"),
        ("任务", "task"),
        ("stock", "stock"),
        ("stocks", "stock"),
        ("存量", "stock"),
        ("增速", "growth"),
        ("交付物", "deliverable"),
    ],
)
def test_a_kind_in_either_language(word: str, code: str) -> None:
    """A list or a kind is meant by its code, its plural, or the word that pages have for it."""
    assert kind_asked(word) == code


@pytest.mark.parametrize(
    ("word", "ratings"),
    [
        ("missed", {"missed"}),
        ("MISSED", {"missed"}),
        ("到期未完成", {"missed"}),
        ("no_reading", {"no-reading"}),
        ("due, unconfirmed", {"unconfirmed"}),
        ("已完成，时间待核", {"met-undated"}),
        ("已完成", {"met"}),
        ("behind schedule", {"behind"}),
        ("Behind schedule", {"behind", "far-behind", "reversing", "missed"}),
        ("欠进度", {"behind", "far-behind", "reversing", "missed"}),
        ("达进度", {"on-schedule"}),
    ],
)
def test_a_rating_as_pages_write_it(plan: Plan, word: str, ratings: set[str]) -> None:
    """By its code or its words; the name of a class means all ratings that it counts."""
    assert {one.value for one in ratings_asked(plan, word)} == ratings


def test_a_section_by_its_title(plan: Plan) -> None:
    """A section is meant by its id, or by its title in either language."""
    one = plan.header.sections[0]

    meant = [section_asked(plan, word) for word in (one.id, one.name.zh, one.name.en)]

    assert meant == [one.id] * 3


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("behnd", "met, met-undated, met-late, ahead"),
        ("滞后", "已完成, 已完成，时间待核, 逾期完成, 超序时进度"),
    ],
)
def test_what_could_be_taken_is_in_the_same_script(plan: Plan, word: str, known: str) -> None:
    """Whoever types Chinese is told the Chinese words, others the codes."""
    with pytest.raises(Failure) as raised:
        ratings_asked(plan, word)

    said_known = raised.value.arguments["known"]
    assert (raised.value.code, said_known[: len(known)]) == ("rating-unknown", known)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ["子虚市", "指标", "到期未完成", "2024-06-30以前到期"]),
        ("en", ["子虚市", "targets", "missed", "due before 2024-06-30"]),
    ],
)
def test_the_head_speaks_the_language_of_the_page(
    plan: Plan, language: Language, words: list[str]
) -> None:
    """What was typed as a code or in the other language is said in the reader's own."""
    filters = {
        "area": "子虚市",
        "kind": "指标",
        "lead": None,
        "rating": "missed",
        "due_before": "2024年6月30日",
    }

    assert said(plan, Voice(language), filters) == words
