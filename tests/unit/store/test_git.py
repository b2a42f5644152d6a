"""A data folder as it stood, read from real repositories; nothing of them is touched."""

from datetime import date
from pathlib import Path

import pytest

from fjdex.plan.failures import Failure
from fjdex.plan.findings import Finding, Place
from fjdex.store.folder import read_folder
from fjdex.store.git import NOTHING, Repository, find_repository
from repositories import VARIABLES, Repo

LINE = "- {date: 2024-10-31, value: 8600, source: bulletin-2024q3}"
READINGS = "readings/base-stations.yaml"
POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n"


def found(repo: Repo, data: str = "data", **variables: str) -> Repository:
    """Answer the repository as a command would find it."""
    return find_repository(repo.top / data, {**VARIABLES, **variables}, repo.top)


def code_of(caught: pytest.ExceptionInfo[Failure]) -> tuple[str, dict[str, str]]:
    """Answer what a failure says."""
    return caught.value.code, caught.value.arguments


def test_a_commit_is_known_by_its_day_where_it_was_made(tmp_path: Path) -> None:
    """Late on New Year's Eve in Fuzhou it is still the old year, wherever it is read."""
    repo = Repo.begun(tmp_path)
    when = "2024-12-31T23:30:00+08:00"
    repo.git("add", "-A")
    repo.git("commit", "-qm", "x", GIT_COMMITTER_DATE=when, GIT_AUTHOR_DATE=when)
    head = found(repo, TZ="America/New_York").head()
    assert head is not None
    assert head.asked() == {
        "name": "HEAD",
        "commit": repo.git("rev-parse", "HEAD").strip(),
        "day": "2024-12-31",
    }


def test_a_snapshot_is_what_the_disk_held(tmp_path: Path) -> None:
    """The same texts, bytes and digest; what came later is not in it."""
    repo = Repo.begun(tmp_path)
    repo.commit()
    before = read_folder(repo.top / "data")
    repo.add(READINGS, LINE)
    repo.commit()
    repository = found(repo)
    then = repository.snapshot(repository.revision("HEAD~1"))
    assert (then.texts, then.raw, then.refused) == (before.texts, before.raw, before.refused)
    assert (then.digest, then.folder) == (before.digest, before.folder)
    assert then.origin == repo.git("rev-parse", "--short", "HEAD~1").strip() + ":data/"


def test_what_is_equal_in_two_revisions_is_one_text(tmp_path: Path) -> None:
    """So whoever compares need not look into it; only what is asked for is read."""
    repo = Repo.begun(tmp_path)
    repo.commit()
    repo.add(READINGS, LINE)
    repo.commit()
    repository = found(repo)
    one, other = (repository.listing(repository.revision(name)) for name in ("HEAD~1", "HEAD"))
    differing = {name for name in one.blobs if one.blobs[name] != other.blobs[name]}
    now = repository.snapshot(repository.revision("HEAD"), differing)
    whole = [repository.snapshot(repository.revision(name)) for name in ("HEAD~1", "HEAD")]
    assert (differing, set(now.texts)) == ({READINGS}, {READINGS})
    assert whole[0].texts["targets.yaml"] is whole[1].texts["targets.yaml"]


def test_the_index_is_a_revision_too(tmp_path: Path) -> None:
    """With what is staged, without what is only on disk; a file in conflict has no content."""
    repo = Repo.begun(tmp_path)
    repo.commit()
    repo.add(READINGS, LINE)
    repo.git("add", "-A")
    staged = read_folder(repo.top / "data")
    repo.add("targets.yaml", "# not staged")
    repository = found(repo)
    then = repository.snapshot(repository.staged())
    assert (then.texts, then.origin) == (staged.texts, ":data/")


def test_a_file_in_conflict_is_refused(tmp_path: Path) -> None:
    """Nothing of it is staged."""
    repo = Repo.begun(tmp_path)
    repo.commit()
    repo.git("checkout", "-qb", "other")
    repo.edit("targets.yaml", "value: 20000", "value: 20001")
    repo.commit()
    repo.git("checkout", "-q", "main")
    repo.edit("targets.yaml", "value: 20000", "value: 20002")
    repo.commit()
    with pytest.raises(AssertionError):
        repo.git("merge", "-q", "other")
    repository = found(repo)
    then = repository.snapshot(repository.staged())
    told = Finding("file-unreadable", Place("targets.yaml"), {"why": "conflict"})
    assert (then.refused, "targets.yaml" in then.texts) == ((told,), False)


def test_before_the_first_commit_there_is_nothing(tmp_path: Path) -> None:
    """No head, an empty snapshot to compare with, and a sentence for any name."""
    repo = Repo.begun(tmp_path)
    repository = found(repo)
    with pytest.raises(Failure) as caught:
        repository.revision("HEAD")
    assert (repository.head(), dict(repository.snapshot(NOTHING).texts)) == (None, {})
    assert code_of(caught) == ("repository-empty", {"path": str(repo.top)})


def test_a_revision_before_the_folder(tmp_path: Path) -> None:
    """It was committed later, under whatever name it had then."""
    repo = Repo.begun(tmp_path)
    repo.git("commit", "-qm", "x", "--allow-empty")
    repo.commit()
    for name in ("data", "数据"):
        (repo.top / "data").rename(repo.top / name)
        repository = find_repository(repo.top / name, VARIABLES, repo.top)
        with pytest.raises(Failure) as caught:
            repository.snapshot(repository.revision("HEAD~1"))
        assert code_of(caught) == ("folder-not-in-revision", {"text": "HEAD~1", "path": name})


@pytest.mark.parametrize("kind", ["HEAD", "staged"])
def test_a_folder_that_git_does_not_hold(tmp_path: Path, kind: str) -> None:
    """It is not committed, or not even staged."""
    repo = Repo.begun(tmp_path)
    repo.git("commit", "-qm", "x", "--allow-empty")
    repository = found(repo)
    revision = repository.staged() if kind == "staged" else repository.revision(kind)
    with pytest.raises(Failure) as caught:
        repository.snapshot(revision)
    wanted = {
        "HEAD": ("folder-uncommitted", {"path": "data"}),
        "staged": ("folder-not-staged", {"path": "data"}),
    }
    assert code_of(caught) == wanted[kind]


def test_what_two_have_in_common(tmp_path: Path) -> None:
    """The commit at which they parted; branches without one are told."""
    repo = Repo.begun(tmp_path)
    base = repo.commit()
    repo.git("checkout", "-qb", "other")
    repo.commit("on the branch")
    repo.git("checkout", "-q", "main")
    repo.commit("on main")
    repo.git("checkout", "-q", "--orphan", "alone")
    repo.commit("alone")
    repository = found(repo)
    main, other, alone = map(repository.revision, ("main", "other", "alone"))
    with pytest.raises(Failure) as caught:
        repository.merge_base(main, alone)
    assert repository.merge_base(main, other).commit == base
    assert code_of(caught) == ("revisions-unrelated", {"one": "main", "other": "alone"})


@pytest.mark.parametrize("shape", ["sha1", "sha256"])
def test_ids_are_those_of_the_repositorys_format(tmp_path: Path, shape: str) -> None:
    """In either format a file's bytes have the id that git gives them."""
    repo = Repo(Repo.begun(tmp_path / "x").stage)
    repo.git("init", "-q", "-b", "main", f"--object-format={shape}", str(repo.top / "data"))
    for arguments in (["add", "-A"], ["commit", "-qm", "x"]):
        repo.git("-C", "data", *arguments)
    repository = found(repo)
    listing = repository.listing(repository.revision("HEAD"))
    raw = read_folder(repo.top / "data").raw
    assert (listing.folder, repository.sha256) == ("", shape == "sha256")
    assert listing.blobs == {name: repository.blob_id(data) for name, data in raw.items()}


def test_refusals_are_those_of_the_disk(tmp_path: Path) -> None:
    """What is not UTF-8 is no text; of a file kept elsewhere git has only a pointer."""
    repo = Repo.begun(tmp_path)
    (repo.top / "data" / "remarks.yaml").write_bytes("- 说明".encode("gb18030"))
    disk = read_folder(repo.top / "data")
    (repo.top / "data" / "tasks.yaml").write_text(POINTER, "utf-8")
    repo.commit()
    repository = found(repo)
    pointer = Finding("file-unreadable", Place("tasks.yaml"), {"why": "pointer"})
    refused = repository.snapshot(repository.revision("HEAD")).refused
    assert [one.code for one in disk.refused] == ["file-not-utf8"]
    assert refused == (*disk.refused, pointer)


def test_line_ends_and_filters_of_the_checkout_do_not_count(tmp_path: Path) -> None:
    """A checkout with CRLF and the one with LF are the same folder."""
    repo = Repo.begun(tmp_path)
    repo.commit()
    disk = read_folder(repo.top / "data")
    repo.git("config", "core.autocrlf", "true")
    (repo.top / "data" / ".gitattributes").unlink()
    repo.git("rm", "-rq", "--cached", ".")
    repo.git("reset", "-q", "--hard")
    repository = found(repo)
    assert repository.snapshot(repository.revision("HEAD")).digest == disk.digest


def test_nothing_of_the_repository_is_touched(tmp_path: Path) -> None:
    """No file of it changes, comes or goes: not the index, not a lock, not an object."""
    repo = Repo.begun(tmp_path)
    repo.commit()
    (repo.top / "data" / "tasks.yaml").touch()

    def state() -> dict[str, tuple[int, int]]:
        files = (one for one in (repo.top / ".git").rglob("*"))
        return {str(one): (one.stat().st_mtime_ns, one.stat().st_size) for one in files}

    before = state()
    repository = found(repo)
    repository.snapshot(repository.revision("main"))
    repository.snapshot(repository.staged())
    assert state() == before


def test_the_day_of_a_revision(tmp_path: Path) -> None:
    """An annotated tag means its commit, with that one's day."""
    repo = Repo.begun(tmp_path)
    commit = repo.commit(day="2024-07-20")
    repo.git("tag", "-a", "report-2024h1", "-m", "x", GIT_COMMITTER_DATE="2024-08-01T12:00:00Z")
    revision = found(repo).revision("report-2024h1")
    assert (revision.commit, revision.day) == (commit, date(2024, 7, 20))
