"""What a revision's name means, and which sentence says that it means nothing here."""

from pathlib import Path

import pytest

from fjdex.plan.failures import Failure
from fjdex.store.git import find_repository
from repositories import VARIABLES, Repo


@pytest.fixture(scope="module")
def repo(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    """Three commits on two days, a branch and a tag, and a name that both have."""
    repo = Repo.begun(tmp_path_factory.mktemp("names"))
    repo.commit("first", day="2024-07-20")
    repo.commit("second", day="2024-10-21")
    repo.commit("第三：更正", day="2024-10-21")
    repo.git("tag", "-a", "v1", "-m", "x", "HEAD~1")
    repo.git("branch", "草稿", "HEAD~2")
    repo.git("branch", "both", "HEAD~2")
    repo.git("tag", "both", "HEAD~1")
    return repo


def commit_of(repo: Repo, text: str) -> str | None:
    """Answer the commit that a name means."""
    return find_repository(repo.top / "data", VARIABLES, repo.top).revision(text).commit


def failure_of(repo: Repo, text: str) -> tuple[str, dict[str, str]]:
    """Answer the failure that a name meets."""
    with pytest.raises(Failure) as caught:
        commit_of(repo, text)
    assert caught.value.exit_code == 2
    return caught.value.code, caught.value.arguments


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("HEAD", "HEAD"),
        ("main~1", "HEAD~1"),
        ("v1", "HEAD~1"),
        ("草稿", "HEAD~2"),
        (":/second", "HEAD~1"),
        ("HEAD^{/第三}", "HEAD"),
        ("refs/heads/both", "HEAD~2"),
        ("tags/both", "HEAD~1"),
        ("@", "HEAD"),
        ("main@{0}", "HEAD"),
    ],
)
def test_any_name_that_git_knows(repo: Repo, text: str, same: str) -> None:
    """A branch, a tag, an ancestor, the words of a message, the log of a branch."""
    assert commit_of(repo, text) == repo.git("rev-parse", same).strip()


def test_an_id_may_be_shortened(repo: Repo) -> None:
    """As far as it stays one."""
    whole = repo.git("rev-parse", "HEAD~1").strip()
    assert [commit_of(repo, whole[:length]) for length in (8, 40)] == [whole, whole]


@pytest.mark.parametrize(
    "text",
    [
        "nothing",
        "",
        " ",
        "-x",
        "--all",
        "HEAD~9",
        "main..v1",
        "a b",
        "main@{9}x",
        "refs/heads/*",
        "^main",
    ],
)
def test_what_git_does_not_know(repo: Repo, text: str) -> None:
    """The failure names it; nothing that looks like an option reaches git as one."""
    assert failure_of(repo, text) == ("revision-unknown", {"text": text})


@pytest.mark.parametrize("text", ["HEAD^{tree}", "HEAD:data/plan.yaml", ":data/plan.yaml"])
def test_what_is_no_commit(repo: Repo, text: str) -> None:
    """A folder or a file of one."""
    assert failure_of(repo, text) == ("revision-no-commit", {"text": text})


def test_what_means_a_branch_and_a_tag(repo: Repo) -> None:
    """Git would take the tag; whoever asked may have meant the branch."""
    assert failure_of(repo, "both") == ("revision-ambiguous", {"text": "both"})


@pytest.mark.parametrize("text", ["main@{2020-01-01}", "main@{3 years ago}"])
def test_a_day_before_the_log_of_a_branch(repo: Repo, text: str) -> None:
    """Git would take the oldest state that it has, which is not the one asked for."""
    assert failure_of(repo, text) == ("revision-before-log", {"text": text})


@pytest.mark.parametrize(
    ("day", "commit", "of"),
    [("2024-10-21", "HEAD", "2024-10-21"), ("2024-10-20", "HEAD~2", "2024-07-20")],
)
def test_a_date_names_the_commit_to_type(repo: Repo, day: str, commit: str, of: str) -> None:
    """The last one that was there at the day's end."""
    short = repo.git("rev-parse", "--short", commit).strip()
    assert failure_of(repo, day) == ("revision-day", {"text": day, "commit": short, "day": of})


def test_a_date_before_every_commit(repo: Repo) -> None:
    """It is said when the first one was."""
    wanted = ("revision-day.early", {"text": "2024-07-19", "day": "2024-07-20"})
    assert failure_of(repo, "2024-07-19") == wanted


def test_a_clone_without_its_history(repo: Repo, tmp_path: Path) -> None:
    """The sentence says how to get the rest."""
    repo.git("clone", "-q", "--depth=1", f"file://{repo.top}", str(tmp_path / "clone"))
    clone = find_repository(tmp_path / "clone" / "data", VARIABLES, tmp_path)
    with pytest.raises(Failure) as caught:
        clone.revision("HEAD~1")
    assert (clone.shallow, clone.revision("HEAD").name) == (True, "HEAD")
    assert caught.value.code == "revision-unknown.shallow"
    with pytest.raises(Failure) as caught:
        clone.revision("2024-01-01")
    latest = repo.git("log", "-1", "--format=%cs").strip()
    assert (caught.value.code, caught.value.arguments) == (
        "revision-day.shallow",
        {"text": "2024-01-01", "day": latest},
    )
