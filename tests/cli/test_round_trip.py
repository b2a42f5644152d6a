"""What `export` writes and `import` takes back is the same, reading by reading."""

from pathlib import Path

import pytest

from fjdex.load import load
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.store.folder import read_folder
from stage import PLANS, Stage


def plan_of(folder: Path) -> Plan:
    """Load a data folder."""
    snapshot = read_folder(folder)
    plan = load(snapshot.texts, snapshot.refused).plan
    assert plan is not None
    return plan


def by_key(plan: Plan) -> dict[str, list[Reading]]:
    """Answer the readings of every record, in the order of their keys."""
    return {
        id_: sorted(readings, key=lambda one: one.key(plan.area_read(plan.records[id_], one)))
        for id_, readings in plan.readings.items()
        if readings
    }


# The keys of objects are never translated.
FORMS = (("csv",), ("csv", "--labels"), ("xlsx",), ("xlsx", "--labels"), ("jsonl",))


@pytest.mark.parametrize("form", FORMS, ids=" ".join)
@pytest.mark.parametrize("plan", sorted(PLANS))
def test_an_export_comes_back_into_an_empty_folder(
    tmp_path: Path, plan: str, form: tuple[str, ...]
) -> None:
    """Every field of every reading, whichever heads were asked for."""
    stage = Stage.of(plan, tmp_path, lang="zh")
    wanted = by_key(plan_of(PLANS[plan]))
    ending, *labels = form
    name = f"readings.{ending}"
    done = stage.run("export", "--table", "readings", "-o", name, *labels)
    for path in (stage.folder / "data" / "readings").iterdir():
        path.unlink()

    result = stage.run("import", name, "--yes")

    assert (done.code, result.code, result.out.count("error[")) == (0, 0, 0), result.out
    assert by_key(plan_of(stage.folder / "data")) == wanted


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
def test_an_export_that_nobody_changed_changes_nothing(tmp_path: Path, form: str) -> None:
    """Not a byte."""
    stage = Stage.of("invented", tmp_path)
    stage.run("export", "--table", "readings", "-o", f"a.{form}")
    before = stage.files()

    result = stage.run("import", f"a.{form}")

    assert (result.code, result.out, stage.files()) == (0, "", before)
