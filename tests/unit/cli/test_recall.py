"""Which questions are answered again without the program, and which never are."""

from pathlib import Path

import pytest

from fjdex.cli.recall import tape_of


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FJDEX_CACHE", str(tmp_path / "cache"))


@pytest.mark.parametrize(
    "words",
    [
        "status",
        "status --json 5g-base-stations",
        "show t --methods",
        "check data --strict",
        "-C demo status",
        "-Cdemo status",
        "-C=demo status",
        "--lang zh check",
        "--lang=zh check",
        "--lang zh -C demo --lang=en show t",
        "-C record status",
        "--lang record status",
        "status record",
        "status -C demo --lang=zh",
        "status --revised",
    ],
)
def test_what_only_reads_the_data_is_kept(words: str) -> None:
    """Whatever stands before the command and after it."""
    expected = "--revised" not in words

    assert (tape_of(words.split()) is not None) is expected


@pytest.mark.parametrize(
    "words",
    [
        "",
        "record t 1 --note status",
        "record status 1",
        "remark t --reason status",
        "--note status",
        "due",
        "report 2022Q3",
        "export status",
        "diff status",
        "import check",
        "source list status",
        "fmt check",
        "-C status",
        "-C status record t 1",
        "-C",
        "--lang status",
        "--lang status record t 1",
        "-Cstatus record t 1",
        "--lang=status record t 1",
        "--version status",
        "--help status",
        "-h status",
        "-- status",
        "STATUS",
        "statuses",
        "stat",
        "--no-cache status",
        "status --no-cache",
        "status t --rev HEAD",
        "status --rev=HEAD~1",
        "show t --rev v1",
    ],
)
def test_what_may_write_or_asks_elsewhere_is_not_kept(words: str) -> None:
    """A word among the arguments is no command, and another revision is no data on the disk."""
    assert tape_of(words.split()) is None


def test_without_a_cache_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is off, and where there is no place for it."""
    monkeypatch.setenv("FJDEX_CACHE", "off")
    assert tape_of(["status"]) is None

    monkeypatch.delenv("FJDEX_CACHE")
    monkeypatch.delenv("HOME")
    assert tape_of(["status"]) is None


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_without_a_stream_nothing_is_kept(stream: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process may be started with one of them closed."""
    monkeypatch.setattr(f"sys.{stream}", None)

    assert tape_of(["status"]) is None


def test_in_a_folder_that_is_gone_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody can say where one is."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    (tmp_path / "here").rmdir()

    assert tape_of(["status"]) is None
