"""What `init --git` tells a repository, and what real git then shows."""

from pathlib import Path

import pytest

from fjdex.plan.failures import Failure
from fjdex.store.gitsetup import ATTRIBUTES, DRIVER, HEADINGS, Laid, set_up
from repositories import VARIABLES, Repo

LINES = ("*.yaml text eol=lf", "*.yaml diff=fjdex", "readings/*.yaml merge=union")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository with the invented plan, of which git knows nothing yet."""
    repo = Repo.begun(tmp_path / "repo")
    (repo.top / "data" / ATTRIBUTES).unlink()
    return repo


def laid(repo: Repo) -> Laid:
    """Lay down what is missing."""
    return set_up(repo.top / "data", VARIABLES, repo.top)


def headings(repo: Repo) -> list[str]:
    """Answer what stands behind the second @@ of each hunk of `git diff`."""
    lines = repo.git("diff", "-U0").splitlines()
    return [line.split("@@ ")[-1] for line in lines if line.startswith("@@")]


def test_what_is_missing_is_laid_down_once(repo: Repo) -> None:
    """The second time there is nothing to do, and no byte changes."""
    path = repo.top / "data" / ATTRIBUTES
    assert laid(repo) == Laid(LINES, setting=True)
    first = path.read_bytes()
    assert laid(repo) == Laid((), setting=False)
    assert (first, path.read_bytes()) == ("".join(f"{one}\n" for one in LINES).encode(), first)


def test_what_somebody_set_otherwise_is_left(repo: Repo) -> None:
    """Their attributes, wherever they stand, and their setting."""
    (repo.top / ATTRIBUTES).write_text("*.yaml merge=binary -text\n", "utf-8")
    repo.git("config", DRIVER, "^x")
    assert laid(repo) == Laid(("*.yaml diff=fjdex",), setting=False, other="^x")
    assert repo.git("config", "--get", DRIVER) == "^x\n"


def test_what_was_deleted_from_disk_is_laid_down_again(repo: Repo) -> None:
    """Though git's index holds it still, and git would go by that."""
    laid(repo)
    repo.commit()
    (repo.top / "data" / ATTRIBUTES).unlink()
    assert laid(repo) == Laid(LINES, setting=False)
    assert repo.git("status", "--porcelain") == ""


def test_what_one_user_set_for_himself_does_not_count(repo: Repo, tmp_path: Path) -> None:
    """In another clone it does not hold."""
    mine = tmp_path / "attributes"
    mine.write_text("*.yaml text eol=lf diff=fjdex merge=union\n", "utf-8")
    repo.git("config", "core.attributesFile", str(mine))
    assert laid(repo) == Laid(LINES, setting=True)


def test_lines_go_below_what_is_there(repo: Repo) -> None:
    """A last line without an end gets one."""
    path = repo.top / "data" / ATTRIBUTES
    path.write_text("*.yaml text\n*.png -diff", "utf-8")
    laid(repo)
    assert path.read_text("utf-8") == (
        "*.yaml text\n*.png -diff\n*.yaml diff=fjdex\nreadings/*.yaml merge=union\n"
    )


def test_git_names_the_record_of_each_hunk(repo: Repo) -> None:
    """Its id, whether it is the first key or a later one, in braces or not; of plan.yaml a key."""
    (repo.top / "data" / "extra.yaml").write_text(
        "- name: 甲\n  id: named-first\n  list:\n    - {id: part}\n  value: 1\n"
        "- {id: in-braces, a: 1,\n   b: 1}\n",
        "utf-8",
    )
    repo.commit()
    laid(repo)
    repo.edit("extra.yaml", "value: 1\n- {", "value: 2\n- {")
    repo.edit("extra.yaml", "b: 1", "b: 2")
    repo.edit("targets.yaml", "value: 20000", "value: 20001")
    repo.edit("plan.yaml", "Connect the islands", "Connect all islands")
    assert headings(repo) == ["named-first", "in-braces", "sections", "base-stations"]


def test_the_headings_are_set_for_a_linked_worktree_too(repo: Repo, tmp_path: Path) -> None:
    """It shares the repository's configuration."""
    repo.commit()
    repo.git("worktree", "add", "-q", str(tmp_path / "linked"), "HEAD")
    linked = tmp_path / "linked"
    assert set_up(linked / "data", VARIABLES, linked).setting
    assert repo.git("config", "--get", DRIVER) == HEADINGS + "\n"


def test_outside_a_repository_nothing_is_written(tmp_path: Path) -> None:
    """And the failure says so."""
    with pytest.raises(Failure) as caught:
        set_up(tmp_path, VARIABLES, tmp_path)
    assert (caught.value.code, list(tmp_path.iterdir())) == ("repository-none", [])
