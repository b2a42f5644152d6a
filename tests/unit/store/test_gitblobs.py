"""Contents by their ids: read once, refused as on disk, told where they are lost."""

from pathlib import Path

import pytest

from fjdex.plan.failures import Failure
from fjdex.plan.findings import Finding, Place
from fjdex.store import gitblobs
from fjdex.store.gitblobs import Blobs, contents, reading
from fjdex.store.gitrun import Git, git_of
from repositories import VARIABLES, Repo


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Git in a repository with two files."""
    repo = Repo.begun(tmp_path, "none")
    (repo.top / "a.yaml").write_bytes("- 甲\n".encode())
    (repo.top / "b.yaml").write_bytes(b"\n" * 9)
    repo.commit()
    return git_of(repo.top, VARIABLES, repo.top)[0]


def id_of(git: Git, name: str) -> str:
    """Answer the id of a file's content."""
    return git.lines("rev-parse", f"HEAD:{name}")[0]


def test_contents_come_in_the_order_asked(git: Git) -> None:
    """Line ends and bytes as they are, one after the other."""
    ids = [id_of(git, name) for name in ("b.yaml", "a.yaml", "b.yaml")]
    assert list(contents(git, ids)) == [b"\n" * 9, "- 甲\n".encode(), b"\n" * 9]


def test_what_is_too_large_is_passed_over(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without being held, and what comes after it is read."""
    monkeypatch.setattr(gitblobs, "MAX_BYTES", 8)
    large, small = id_of(git, "b.yaml"), id_of(git, "a.yaml")
    blobs = Blobs(git)
    blobs.fetch([large, small])
    told = Finding("file-too-large", Place("b.yaml"), {"limit": "64 MiB"})
    assert (blobs.text("b.yaml", large), blobs.text("a.yaml", small)) == (told, "- 甲\n")


@pytest.mark.parametrize("lost", ["0" * 40, "HEAD:nothing.yaml"])
def test_a_lost_content_is_told(git: Git, lost: str) -> None:
    """By its id or name."""
    with pytest.raises(Failure) as caught:
        list(contents(git, [lost]))
    assert (caught.value.code, caught.value.arguments) == ("object-missing", {"text": lost})


def test_a_content_is_read_once(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    """And is the same text again, without asking git."""
    blob, blobs = id_of(git, "a.yaml"), Blobs(git)
    first = blobs.text("a.yaml", blob)
    monkeypatch.setattr(Git, "talk", None)
    assert blobs.text("other.yaml", blob) is first


def test_a_reader_of_histories_answers_the_same(git: Git) -> None:
    """Text by text, for as long as it is held."""
    with reading(git) as read:
        texts = [read(name, id_of(git, name)) for name in ("a.yaml", "b.yaml", "a.yaml")]
    assert texts == ["- 甲\n", "\n" * 9, "- 甲\n"]
