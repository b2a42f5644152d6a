"""Which files a revision has, by the same rules as the disk's reader."""

from pathlib import Path

import pytest

from fjdex.plan.findings import Finding, Place
from fjdex.store.folder import read_folder
from fjdex.store.git import Repository, find_repository
from repositories import VARIABLES, Repo


def found(repo: Repo, data: str = "data") -> Repository:
    """Answer the repository."""
    return find_repository(repo.top / data, VARIABLES, repo.top)


def test_the_files_are_those_that_the_disk_has(tmp_path: Path) -> None:
    """Other endings, hidden files and folders are passed over; strange names are not."""
    repo = Repo.begun(tmp_path)
    data = repo.top / "data"
    for name in (".hidden/x.yaml", ".x.yaml", "a.txt", "更多/数 据.YAML", "readings/*?[x].yml"):
        (data / name).parent.mkdir(exist_ok=True)
        (data / name).write_text("[]\n", "utf-8")
    (data / 'quo"te\\.yaml').write_text("[]\n", "utf-8")
    repo.commit()
    repository = found(repo)
    wanted = read_folder(data)
    for revision in (repository.revision("HEAD"), repository.staged()):
        then = repository.snapshot(revision)
        assert (then.texts, then.refused) == (wanted.texts, wanted.refused)
    assert {"更多/数 据.YAML", "readings/*?[x].yml", 'quo"te\\.yaml'} <= set(wanted.texts)


def test_links_to_files_are_followed(tmp_path: Path) -> None:
    """To a file beside, above, through another link; as on disk."""
    repo = Repo.begun(tmp_path)
    data = repo.top / "data"
    (repo.top / "shared.yaml").write_bytes((data / "agencies.yaml").read_bytes())
    (data / "agencies.yaml").unlink()
    (data / "agencies.yaml").symlink_to("../shared.yaml")
    (data / "readings" / "y.yaml").symlink_to("../agencies.yaml")
    repo.commit()
    repository = found(repo)
    wanted = read_folder(data).texts
    for revision in (repository.revision("HEAD"), repository.staged()):
        assert repository.snapshot(revision).texts == wanted


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("nowhere.yaml", "missing"),
        ("remarks.yaml", "loop"),
        ("/etc/hostname", "outside"),
        ("../../out.yaml", "outside"),
    ],
)
@pytest.mark.parametrize("staged", [False, True])
def test_links_that_lead_to_no_file_of_the_repository(
    tmp_path: Path, target: str, why: str, *, staged: bool
) -> None:
    """They are findings about the file, and the others are read."""
    repo = Repo.begun(tmp_path)
    (repo.top / "data" / "remarks.yaml").unlink()
    (repo.top / "data" / "remarks.yaml").symlink_to(target)
    repo.commit()
    repository = found(repo)
    revision = repository.staged() if staged else repository.revision("HEAD")
    then = repository.snapshot(revision)
    told = Finding("file-unreadable", Place("remarks.yaml"), {"why": why})
    assert (then.refused, len(then.texts)) == ((told,), 36)


def test_a_folder_of_readings_may_be_a_link(tmp_path: Path) -> None:
    """On disk it is followed too, unlike any other folder."""
    repo = Repo.begun(tmp_path)
    data = repo.top / "data"
    (data / "readings").rename(repo.top / "series")
    (data / "readings").symlink_to("../series")
    repo.commit()
    repository = found(repo)
    then = repository.snapshot(repository.revision("HEAD"))
    assert then.texts == read_folder(data).texts


def test_readings_in_another_repository(tmp_path: Path) -> None:
    """They are in no revision of this one, and that is told."""
    repo = Repo.begun(tmp_path)
    series = repo.top / "data" / "readings"
    repo.git("init", "-q", str(series))
    repo.git("-C", str(series), "add", "-A")
    repo.git("-C", str(series), "commit", "-qm", "x")
    repo.commit()
    repository = found(repo)
    told = (Finding("file-unreadable", Place("readings"), {"why": "repository"}),)
    for revision in (repository.revision("HEAD"), repository.staged()):
        assert repository.listing(revision).refused == told


@pytest.mark.parametrize("staged", [False, True])
def test_a_folder_that_was_renamed_since(tmp_path: Path, *, staged: bool) -> None:
    """It is the one that holds the same plan."""
    repo = Repo.begun(tmp_path)
    repo.commit()
    (repo.top / "data").rename(repo.top / "方案数据")
    repository = found(repo, "方案数据")
    revision = repository.staged() if staged else repository.revision("HEAD")
    listing = repository.listing(revision)
    assert (listing.folder, len(listing.blobs)) == ("data", 37)


def test_of_several_folders_the_one_most_alike(tmp_path: Path) -> None:
    """Copies of the plan lie about; what is left of the present one tells."""
    repo = Repo.begun(tmp_path)
    copy = repo.top / "copies" / "data"
    (copy / "readings").mkdir(parents=True)
    (copy / "plan.yaml").write_bytes((repo.top / "data" / "plan.yaml").read_bytes())
    repo.commit()
    repo.git("mv", "data", "now")
    repo.commit()
    repository = found(repo, "now")
    assert repository.listing(repository.revision("HEAD~1")).folder == "data"
