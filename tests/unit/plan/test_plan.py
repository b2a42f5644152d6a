"""Look-ups in a plan: by id, by list, from a record to its area and its children."""

import builders as b
from fjdex.plan.plan import part_of
from fjdex.plan.records import Outcome
from fjdex.plan.terms import ListName

PARTS = "[{id: east, name: {zh: 东, en: East}, area: 东市}, {id: rest, name: {zh: 余, en: Rest}}]"
PLAN = b.plan_of(
    b.folder(
        b.target(b.goal(), key="t", outcomes="[o]", tasks="[k]")
        + b.target(b.goal(), key="u", outcomes="[nowhere]", area="西市"),
        b.outcome("o", tasks="[k]", area="西市", parts=PARTS),
        b.task("k"),
    )
)


def test_records_are_found_by_id() -> None:
    """All three lists, targets first."""
    assert [(key, PLAN.list_of(one).one) for key, one in PLAN.records.items()] == [
        ("t", "target"),
        ("u", "target"),
        ("o", "outcome"),
        ("k", "task"),
    ]


def test_of_two_records_with_one_id_the_first_is_found() -> None:
    """The second is for check to tell."""
    targets = b.target(b.goal("1")) + b.target(b.goal("2"))
    plan = b.plan_of(b.folder(targets))
    assert (plan.records["t"], len(plan.lists[ListName.TARGETS])) == (plan.targets[0], 2)


def test_children_are_found_through_the_links() -> None:
    """A task's outcomes come before its targets; a link to nothing leads nowhere."""
    task, outcome = PLAN.tasks[0], PLAN.outcomes[0]
    found = (
        [one.id for one in PLAN.children_of(task)],
        [one.id for one in PLAN.targets_of(outcome)],
    )
    assert found == (["o", "t"], ["t"])


def test_the_whole_is_the_area_without_a_parent() -> None:
    """A plan without areas has none."""
    bare = b.folder() | {"areas.yaml": "[]"}
    assert (PLAN.whole, b.plan_of(bare).whole) == ("虚构省", "")


def test_the_area_that_an_absent_one_stands_for() -> None:
    """The part's own, else the record's, else the whole."""
    outcome = PLAN.outcomes[0]
    east, rest = outcome.parts
    found = [PLAN.area_of(outcome, part) for part in (east, rest, None)]
    found += [PLAN.area_of(PLAN.targets[0]), PLAN.area_of(PLAN.tasks[0])]
    assert found == ["东市", "西市", "西市", "虚构省", "虚构省"]


def test_the_area_that_a_reading_is_for() -> None:
    """Its own, else the one that its absence stands for."""
    outcome = PLAN.outcomes[0]
    given = ["area: 东市", "part: east", "part: rest", "part: unknown", "state: started"]
    readings = [b.reading_of(f"date: 2022-01-01, {keys}") for keys in given]
    assert [PLAN.area_read(outcome, one) for one in readings] == [
        "东市",
        "东市",
        "西市",
        "西市",
        "西市",
    ]


def test_parts_belong_to_outcomes() -> None:
    """A target or an unknown part has none."""
    outcome = PLAN.outcomes[0]
    assert isinstance(outcome, Outcome)
    found = (part_of(outcome, "rest"), part_of(outcome, "x"), part_of(PLAN.targets[0], "rest"))
    assert found == (outcome.parts[1], None, None)


def test_what_a_reading_is_known_by() -> None:
    """Date, area, part, measure and source; an absent area is the one it stands for."""
    bare = b.reading_of("date: 2022-01-01, value: 1")
    full = b.reading_of(
        "date: 2022-01-01, area: 东市, part: east, value: 1,"
        " measure: {zh: 别的, en: Other}, unit: 个, source: x"
    )
    day = bare.date
    assert (bare.key("虚构省"), full.key("虚构省")) == (
        (day, "虚构省", "", "", ""),
        (day, "东市", "east", "别的", "x"),
    )


def test_where_a_reading_stands_is_not_what_it_says() -> None:
    """Two readings on different lines are equal."""
    texts = b.folder(readings={"t": b.lines("date: 2022-01-01, value: 1") * 2})
    one, other = b.plan_of(texts).readings["t"]
    assert (one == other, one.line, other.line) == (True, 1, 2)


def test_titles_are_found_under_one_word() -> None:
    """A target's name is its title, in either language."""
    assert [PLAN.targets[0].title.in_("zh"), PLAN.targets[0].title.in_("en")] == [
        "虚构",
        "Invented",
    ]
