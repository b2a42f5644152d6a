"""Bulletins are written beside the data folder, over the ones that were there."""

import errno
import os
from pathlib import Path

import pytest

from fjdex.plan.failures import Failure
from fjdex.plan.period import parse_period
from fjdex.store.reports import report_path, write_report


def test_where_a_bulletin_goes() -> None:
    """One file a quarter and language."""
    quarter = parse_period("2022Q3")
    found = [report_path(Path("/p/data"), quarter, language) for language in ("zh", "en")]
    assert found == [Path("/p/reports/2022Q3.zh.md"), Path("/p/reports/2022Q3.en.md")]


def test_a_bulletin_is_written_and_written_over(tmp_path: Path) -> None:
    """The folder is made when it is first needed; the text is UTF-8 with its own line ends."""
    path = tmp_path / "p" / "reports" / "2022Q3.zh.md"
    write_report(path, "通报\n")
    first = path.read_bytes()
    write_report(path, "通报二\n")
    assert (first, path.read_bytes()) == ("通报\n".encode(), "通报二\n".encode())
    assert [one.name for one in path.parent.iterdir()] == ["2022Q3.zh.md"]


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    """Where no file can be, the failure says so."""
    (tmp_path / "2022Q3.zh.md").mkdir()
    with pytest.raises(Failure) as caught:
        write_report(tmp_path / "2022Q3.zh.md", "x")
    assert (caught.value.code, caught.value.arguments["why"]) == ("file-unwritable", "folder")


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    """It stays as it is."""
    (tmp_path / "reports").write_bytes(b"mine")
    with pytest.raises(Failure) as caught:
        write_report(tmp_path / "reports" / "2022Q3.zh.md", "x")
    told = (caught.value.code, caught.value.arguments["why"])
    assert told == ("file-unwritable", "not-folder")
    assert (tmp_path / "reports").read_bytes() == b"mine"


def test_what_a_killed_report_left_is_cleared(tmp_path: Path) -> None:
    """The next bulletin in the folder takes it away."""
    (tmp_path / ".1.fjdex-new").touch()
    (tmp_path / ".mine").touch()
    write_report(tmp_path / "2022Q3.zh.md", "x")
    assert sorted(one.name for one in tmp_path.iterdir()) == [".mine", "2022Q3.zh.md"]


@pytest.mark.parametrize(
    ("code", "why"), [(errno.ENOSPC, "full"), (errno.EDQUOT, "quota"), (errno.EROFS, "read-only")]
)
def test_a_bulletin_that_finds_no_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, why: str
) -> None:
    """The one that was there stays, and no folder is left that was made for it."""
    write_report(tmp_path / "2022Q3.zh.md", "x")

    def refuse(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(Failure) as caught:
        write_report(tmp_path / "2022Q3.zh.md", "y")
    assert (caught.value.code, caught.value.arguments["why"]) == ("file-unwritable", why)
    with pytest.raises(Failure):
        write_report(tmp_path / "p" / "reports" / "2022Q3.zh.md", "y")
    assert [one.read_text("utf-8") for one in tmp_path.iterdir()] == ["x"]
