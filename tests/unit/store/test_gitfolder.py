"""Which plan a plan.yaml is of, without reading the rest of it."""

from pathlib import Path

import pytest

from fjdex.plan.failures import Failure
from fjdex.store.git import find_repository
from fjdex.store.gitfolder import plan_id, plan_on_disk
from repositories import VARIABLES, Repo


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("# schema\nid: a-plan\ntitle: x\n", "a-plan"),
        ('id: "a-plan"   # ours\r\n', "a-plan"),
        ("title: x\nid: 'a'\n", "a"),
        ("sections:\n  - id: inner\n", None),
        ("id:\n", None),
        ("", None),
    ],
)
def test_the_id_of_a_plan(text: str, id_: str | None) -> None:
    """Its own, quoted or not, and of nothing within it."""
    assert plan_id(text.encode()) == id_


def test_a_plan_that_cannot_be_read_has_no_id(tmp_path: Path) -> None:
    """It is not there, or is a folder."""
    assert [plan_on_disk(tmp_path / "plan.yaml"), plan_on_disk(tmp_path)] == [None, None]


def test_folders_that_nothing_tells_apart(tmp_path: Path) -> None:
    """Both are named, and none is taken."""
    repo = Repo.begun(tmp_path, "none")
    for name in ("one", "two"):
        (repo.top / name).mkdir()
        (repo.top / name / "plan.yaml").write_text("id: p\n", "utf-8")
    repo.commit()
    repo.git("rm", "-rq", "two")
    repo.git("mv", "one", "now")
    repository = find_repository(repo.top / "now", VARIABLES, repo.top)
    revision = repository.revision("HEAD")
    with pytest.raises(Failure) as caught:
        repository.listing(revision)
    assert caught.value.code == "folders-alike"
    assert caught.value.arguments == {"text": revision.short, "paths": "one, two"}
