"""`--rev`: status and show of the folder as it stood, and what they say where it did not."""

import json
from pathlib import Path

import pytest

from repositories import Repo
from stage import Result

ID = "base-stations"
FILE = f"readings/{ID}.yaml"
DAY = ("--as-of", "2024-10-31")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """The third quarter's figure was corrected after the first commit."""
    repo = Repo.begun(tmp_path)
    repo.commit("Begin", day="2024-10-21")
    repo.edit(FILE, "value: 8500", "value: 12500")
    repo.edit(FILE, "printed: 8500个", "printed: 12500个")
    repo.commit("Correct", day="2024-11-08")
    return repo


def reading(repo: Repo, *arguments: str) -> str:
    """Answer the value that a record is rated by."""
    whole = json.loads(repo.run("status", ID, *DAY, "--json", *arguments).out)
    value: str = whole["items"][0]["reading"]["value"]
    return value


def test_what_was_known_then(repo: Repo) -> None:
    """The same day asked about, of two states of the data."""
    assert (reading(repo), reading(repo, "--rev", "HEAD~1")) == ("12500", "8500")
    assert reading(repo, "--rev", "HEAD") == "12500"


def test_what_is_on_disk_does_not_count(repo: Repo) -> None:
    """Neither what is not committed nor what is broken."""
    (repo.top / "data" / "targets.yaml").write_text("x: [", "utf-8")
    assert repo.run("status", *DAY).code == 2
    assert reading(repo, "--rev", "HEAD") == "12500"


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "As the folder stood in {commit}, committed 2024-10-21"),
        ("zh", "数据版本：{commit}（2024-10-21提交）"),
    ],
)
def test_the_page_says_of_which_commit_it_speaks(repo: Repo, lang: str, line: str) -> None:
    """Every page that may be asked of one."""
    short = repo.git("rev-parse", "--short", "HEAD~1").strip()
    pages = (
        ("status", *DAY),
        ("status", *DAY, "--by", "lead"),
        ("show", ID, *DAY),
    )
    for page in pages:
        lines = repo.run(*page, "--rev", "HEAD~1", "--lang", lang).out.splitlines()
        assert line.format(commit=short) in lines[:4]
        assert line.format(commit=short) not in repo.run(*page, "--lang", lang).out


def test_scripts_get_the_commit(repo: Repo) -> None:
    """Null where none was asked for."""
    wanted = {
        "name": "HEAD~1",
        "commit": repo.git("rev-parse", "HEAD~1").strip(),
        "day": "2024-10-21",
    }
    for command in (("status",), ("show", ID)):
        asked = json.loads(repo.run(*command, *DAY, "--rev", "HEAD~1", "--json").out)
        plain = json.loads(repo.run(*command, *DAY, "--json").out)
        assert (asked["rev"], plain["rev"]) == (wanted, None)


def test_places_are_what_git_show_takes(repo: Repo) -> None:
    """The line of the input can be looked at as it was."""
    short = repo.git("rev-parse", "--short", "HEAD~1").strip()
    place = f"{short}:data/{FILE}"
    assert f"{place}:14\n" in repo.run("show", ID, *DAY, "--rev", "HEAD~1").out
    assert "value: 8500" in repo.git("show", place).splitlines()[13]


def test_data_that_was_unsound_then(repo: Repo) -> None:
    """Its errors are told at their places in the revision."""
    repo.edit("tasks.yaml", "- id: task-01", "- id: [")
    repo.commit("Broken")
    short = repo.git("rev-parse", "--short", "HEAD").strip()
    result = repo.run("status", "--rev", "HEAD")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"{short}:data/tasks.yaml:")
    assert "error: the data cannot be relied upon" in result.err


@pytest.mark.parametrize(
    ("rev", "english", "chinese"),
    [
        (
            "nothing",
            (
                "git knows no revision `nothing`. Name a branch, a tag or a commit; "
                "git log --oneline lists them"
            ),
            "git中没有版本“nothing”。请用分支、标签或提交号，git log --oneline 可列出",
        ),
        (
            "2024-11-01",
            (
                "`2024-11-01` is a date, not a revision. "
                "The last commit up to it is {first} (2024-10-21): write {first}"
            ),
            "“2024-11-01”是日期，不是版本。截至该日的最后一次提交是{first}（2024-10-21），请写{first}",
        ),
        (
            "2024-01-01",
            (
                "`2024-01-01` is a date, not a revision, and nothing was committed by then. "
                "The first commit is of 2024-10-21"
            ),
            "“2024-01-01”是日期，不是版本；截至该日尚无提交，首次提交在2024-10-21",
        ),
        (
            "before",
            (
                "before holds no data folder of this plan, neither at data nor elsewhere. "
                "git log -- data lists the commits that do"
            ),
            (
                "before中没有该方案的数据目录，data和其他位置均无。"
                "git log -- data 可列出有该目录的提交"
            ),
        ),
    ],
)
def test_a_revision_that_does_not_serve(repo: Repo, rev: str, english: str, chinese: str) -> None:
    """One sentence in either language, and exit code 2."""
    first = repo.git("rev-parse", "--short", "HEAD~1").strip()
    tree = repo.git("hash-object", "-t", "tree", "-w", "/dev/null").strip()
    repo.git("branch", "before", repo.git("commit-tree", tree, "-m", "x").strip())
    said = [repo.run("status", "--rev", rev, "--lang", lang) for lang in ("en", "zh")]
    assert [(one.code, one.out) for one in said] == [(2, ""), (2, "")]
    assert said[0].err == f"error: {english.format(first=first)}\n"
    assert said[1].err == f"错误：{chinese.format(first=first)}\n"


def test_outside_a_repository(tmp_path: Path) -> None:
    """The sentence says how to begin one."""
    repo = Repo.begun(tmp_path)
    (repo.top / ".git").rename(repo.top / "git")
    result = repo.run("status", "--rev", "HEAD")
    assert (result.code, result.err) == (
        2,
        (
            "error: /here/data lies in no git repository, so it has no history. "
            "To begin one: git init, git add, git commit\n"
        ),
    )


def test_without_git(repo: Repo, tmp_path: Path) -> None:
    """Everything else works without it."""
    result = repo.run("status", "--rev", "HEAD", PATH=str(tmp_path))
    assert (result.code, result.err.startswith("error: git was not found. ")) == (2, True)
    assert repo.run("status", PATH=str(tmp_path)).code == 0


@pytest.mark.parametrize("asked", [("status", "--rev", "HEAD"), ("log", "base-stations")])
def test_a_folder_that_nobody_committed_yet(tmp_path: Path, asked: tuple[str, ...]) -> None:
    """It is in no revision at all, and what to do about it is said."""
    repo = Repo.begun(tmp_path)
    repo.git("commit", "-q", "--allow-empty", "-m", "Begin")

    said = "data is not committed yet, so it has no history. git add data and git commit begin it"
    assert repo.run(*asked) == Result(2, "", f"error: {said}\n")
    assert repo.run("diff").out.startswith("Everything is new: ")
