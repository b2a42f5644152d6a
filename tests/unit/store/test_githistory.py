"""Which commits touched some files, and what they held, in repositories of every shape."""

from datetime import date
from pathlib import Path

from fjdex.store.git import find_repository
from fjdex.store.githistory import Commit, History, history_of
from repositories import VARIABLES, Repo

FILE = "readings/base-stations.yaml"
LINE = "- {date: 2024-10-31, value: 8600, source: bulletin-2024q3}"


def history(repo: Repo, data: str = "data", name: str = "HEAD") -> History:
    """Answer the history of one file of readings."""
    repository = find_repository(repo.top / data, VARIABLES, repo.top)
    return history_of(repository, repository.revision(name), [FILE], ["targets.yaml"])


def subjects(found: History) -> list[str]:
    """Answer the subjects of the commits, parents first."""
    return [one.subject for one in found.commits]


def test_only_commits_that_touched_the_file_are_listed(tmp_path: Path) -> None:
    """Each with who made it, when and why; its parents are the listed ones."""
    repo = Repo.begun(tmp_path)
    first = repo.commit("第一次录入", day="2024-07-20")
    repo.add("targets.yaml", "# beside")
    repo.commit("Another file")
    repo.add(FILE, LINE)
    last = repo.commit("更正：少报一个区县", day="2024-10-21", author="陈 二")
    found = history(repo)
    short = [repo.git("rev-parse", "--short", one).strip() for one in (first, last)]
    days = date(2024, 7, 20), date(2024, 10, 21)
    assert found.commits == (
        Commit(first, short[0], (), days[0], days[0], "林一", "第一次录入"),
        Commit(last, short[1], (first,), days[1], days[1], "陈 二", "更正：少报一个区县"),
    )
    blobs = [repo.git("rev-parse", f"{one}:data/{FILE}").strip() for one in (first, last)]
    assert [found.blobs[one.id][FILE] for one in found.commits] == blobs
    assert set(found.folders.values()) == {"data"}


def test_a_renamed_folder_is_followed(tmp_path: Path) -> None:
    """Twice, from the top of the repository downward."""
    repo = Repo.begun(tmp_path)
    repo.commit("start")
    repo.git("mv", "data", "数据")
    repo.commit("rename")
    (repo.top / "plans").mkdir()
    repo.git("mv", "数据", "plans/data")
    repo.commit("again")
    found = history(repo, "plans/data")
    assert subjects(found) == ["start", "rename", "again"]
    assert [found.folders[one.id] for one in found.commits] == ["data", "数据", "plans/data"]
    assert len({found.blobs[one.id][FILE] for one in found.commits}) == 1


def test_what_two_branches_have_in_common(tmp_path: Path) -> None:
    """The last listed commit before both."""
    repo = Repo.begun(tmp_path)
    first = repo.commit("start")
    repo.git("checkout", "-qb", "side")
    repo.add(FILE, LINE)
    side = repo.commit("side")
    repo.git("checkout", "-q", "main")
    repo.edit(FILE, "value: 8500", "value: 8501")
    main = repo.commit("main")
    repo.git("merge", "-q", "-m", "merge", "side")
    found = history(repo)
    merge = found.commits[-1]
    assert (merge.subject, merge.parents) == ("merge", (main, side))
    assert found.base(main, side) == first
    assert found.base(first, side) == first


def test_histories_without_a_common_beginning(tmp_path: Path) -> None:
    """They have no commit in common."""
    repo = Repo.begun(tmp_path)
    one = repo.commit("start")
    repo.git("checkout", "-q", "--orphan", "alone")
    repo.add(FILE, LINE)
    other = repo.commit("alone")
    repo.git("merge", "-q", "-s", "ours", "--allow-unrelated-histories", "-m", "merge", "main")
    found = history(repo)
    assert found.base(one, other) is None


def test_a_file_that_was_taken_out(tmp_path: Path) -> None:
    """The commit that did it is listed, and has no blob for it."""
    repo = Repo.begun(tmp_path)
    repo.commit("start")
    (repo.top / "data" / FILE).unlink()
    repo.commit("out")
    found = history(repo)
    assert subjects(found) == ["start", "out"]
    assert [FILE in found.blobs[one.id] for one in found.commits] == [True, False]


def test_what_is_said_in_another_encoding(tmp_path: Path) -> None:
    """A message committed as GBK is read, whatever the user's own setting."""
    repo = Repo.begun(tmp_path)
    repo.git("config", "i18n.commitEncoding", "gb18030")
    repo.git("config", "i18n.logOutputEncoding", "gb18030")
    message = tmp_path / "message"
    message.write_bytes("更正基站数".encode("gb18030"))
    repo.git("add", "data")
    repo.git("commit", "-q", "-F", str(message))
    assert subjects(history(repo)) == ["更正基站数"]
