"""Making all changes to the old plan gives the new one, as far as ratings can tell."""

from dataclasses import replace

import pytest

from edits import CASES
from fjdex.plan.plan import Plan
from fjdex.review.applied import applied, followed
from pairs import Edit, compared, edited, loaded


def rateable(plan: Plan) -> Plan:
    """Answer a plan without what no rating rests on, in an order that tells nothing."""
    header = replace(plan.header, sections=(), classes=())
    lists = {
        name: tuple(sorted(getattr(plan, name), key=repr))
        for name in ("targets", "outcomes", "tasks", "areas", "sources")
    }
    readings = {id_: sorted(given, key=repr) for id_, given in plan.readings.items() if given}
    bare = {id_: tuple(replace(one, line=0) for one in given) for id_, given in readings.items()}
    return replace(plan, header=header, agencies=(), remarks=(), readings=bare, **lists)


@pytest.mark.parametrize("edit", [edit for edit, _ in CASES], ids=lambda one: str(one)[:60])
def test_the_old_plan_with_all_changes_is_the_new_one(edit: Edit) -> None:
    """Whatever was edited."""
    was, now = loaded().draft, loaded(edit).draft
    comparison = compared(edited(), edited(edit))

    made = applied(followed(was, comparison.renames), comparison.changes)

    assert rateable(made) == rateable(now)


def test_none_of_the_changes_leaves_the_old_plan() -> None:
    """And a plan in which nothing was renamed follows nothing."""
    plan = loaded().draft

    assert applied(plan, ()) == plan
    assert followed(plan, compared(edited(), edited()).renames) is plan
