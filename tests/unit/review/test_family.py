"""Which records a change can move, and how little of a plan is needed to rate them."""

from datetime import date

import pytest

from fjdex.assess.assessment import assess
from fjdex.review.family import below, family, only, touched
from pairs import Edit, compared, edited, loaded

_EVERY = {"stations", "users", "outcome-1", "outcome-2", "task-1", "task-2"}


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (("readings/stations.yaml", "value: 400", "value: 410"), {"stations"}),
        (("tasks.yaml", "zh: 架桥", "zh: 架大桥"), {"task-2"}),
        (("plan.yaml", "ahead: 1.05", "ahead: 1.10"), _EVERY),
        (("plan.yaml", "lag: 60", "lag: 50"), set()),
        (("areas.yaml", "en: West", "en: Westerly"), _EVERY),
        (("agencies.yaml", "en: Bureau A", "en: Office A"), set()),
        (
            ("sources.yaml", "published: 2022-01-20", "published: 2022-01-21"),
            {"stations", "outcome-2"},
        ),
        (("sources.yaml", "title: 甲方案", "title: 甲"), set()),
        (("remarks.yaml", "by: 甲局", "by: 乙局"), set()),
    ],
)
def test_a_change_touches_what_it_can_move(edit: Edit, expected: set[str]) -> None:
    """Its own record; those that cite a source; all of them where a rule of the plan changed."""
    was, now = loaded().draft, loaded(edit).draft

    assert touched(was, now, compared(edited(), edited(edit)).changes) == expected


def test_a_family_is_what_a_record_belongs_to_and_all_that_these_rest_on() -> None:
    """A target's outcome and task; of a record that stands alone only itself."""
    plan = loaded(
        (("targets.yaml"), "leads: [乙局]", "outcomes: [outcome-1]\n  leads: [乙局]")
    ).draft

    assert family(plan, {"stations"}) == {"stations", "outcome-1", "task-1", "users"}
    assert family(plan, {"outcome-2"}) == {"outcome-2"}
    assert below(plan, {"outcome-1"}) == {"outcome-1", "stations", "users"}


@pytest.mark.parametrize("id_", sorted(_EVERY))
def test_a_part_of_a_plan_rates_as_the_whole_does(id_: str) -> None:
    """Of a family every record comes to the same."""
    plan, day = loaded().draft, date(2022, 6, 1)
    ids = family(plan, {id_})

    part = assess(only(plan, ids), day)

    assert dict(part.items) == {
        one: item for one, item in assess(plan, day).items.items() if one in ids
    }
