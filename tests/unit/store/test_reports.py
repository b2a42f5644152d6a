"""Bulletins are written beside the data folder, over the ones that were there."""

import errno
import os
from datetime import date
from pathlib import Path

import pytest

from fjdex.plan.failures import Failure
from fjdex.plan.period import parse_period
from fjdex.store.reports import Place, write_report


@pytest.mark.parametrize(
    ("period", "ending", "lead", "known", "page", "pictures"),
    [
        ("2022Q3", "md", None, None, "2022Q3.zh.md", "2022Q3.zh/"),
        ("2022", "html", None, None, "2022.zh.html", "2022.zh/"),
        ("2022-01/2022-09", "md", None, None, "2022-01_2022-09.zh.md", "2022-01_2022-09.zh/"),
        ("2022Q3", "md", "省局", None, "2022Q3.zh/省局.md", ""),
        (
            "2022Q3",
            "md",
            None,
            date(2022, 12, 1),
            "2022Q3.known-by-2022-12-01.zh.md",
            "2022Q3.known-by-2022-12-01.zh/",
        ),
    ],
)
def test_where_a_bulletin_goes(  # noqa: PLR0913, PLR0917 (what sets one apart from another)
    period: str, ending: str, lead: str | None, known: date | None, page: str, pictures: str
) -> None:
    """One file a period, language and agency, with the charts in a folder of its name."""
    place = Place.of(Path("/p/reports"), parse_period(period), "zh", ending, lead, known)
    assert place == Place(Path("/p/reports") / page, pictures)


def test_a_page_that_is_asked_for_by_its_path() -> None:
    """Its charts lie in a folder beside it that is called as it is."""
    assert Place.at(Path("/p/通报.md")) == Place(Path("/p/通报.md"), "通报/")


def test_a_bulletin_is_written_and_written_over(tmp_path: Path) -> None:
    """The folder is made when it is first needed; the text is UTF-8 with its own line ends."""
    path = tmp_path / "p" / "reports" / "2022Q3.zh.md"
    write_report({path: "通报\n".encode()})
    first = path.read_bytes()
    write_report({path: "通报二\n".encode()})
    assert (first, path.read_bytes()) == ("通报\n".encode(), "通报二\n".encode())
    assert [one.name for one in path.parent.iterdir()] == ["2022Q3.zh.md"]


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    """Where no file can be, the failure says so."""
    (tmp_path / "2022Q3.zh.md").mkdir()
    with pytest.raises(Failure) as caught:
        write_report({tmp_path / "2022Q3.zh.md": b"x"})
    assert (caught.value.code, caught.value.arguments["why"]) == ("file-unwritable", "folder")


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    """It stays as it is."""
    (tmp_path / "reports").write_bytes(b"mine")
    with pytest.raises(Failure) as caught:
        write_report({tmp_path / "reports" / "2022Q3.zh.md": b"x"})
    told = (caught.value.code, caught.value.arguments["why"])
    assert told == ("file-unwritable", "not-folder")
    assert (tmp_path / "reports").read_bytes() == b"mine"


def test_what_a_killed_report_left_is_cleared(tmp_path: Path) -> None:
    """The next bulletin in the folder takes it away."""
    (tmp_path / ".1.fjdex-new").touch()
    (tmp_path / ".mine").touch()
    write_report({tmp_path / "2022Q3.zh.md": b"x"})
    assert sorted(one.name for one in tmp_path.iterdir()) == [".mine", "2022Q3.zh.md"]


@pytest.mark.parametrize(
    ("code", "why"), [(errno.ENOSPC, "full"), (errno.EDQUOT, "quota"), (errno.EROFS, "read-only")]
)
def test_a_bulletin_that_finds_no_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, why: str
) -> None:
    """The one that was there stays, and no folder is left that was made for it."""
    write_report({tmp_path / "2022Q3.zh.md": b"x"})

    def refuse(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(Failure) as caught:
        write_report({tmp_path / "2022Q3.zh.md": b"y"})
    assert (caught.value.code, caught.value.arguments["why"]) == ("file-unwritable", why)
    with pytest.raises(Failure):
        write_report({tmp_path / "p" / "reports" / "2022Q3.zh.md": b"y"})
    assert [one.read_text("utf-8") for one in tmp_path.iterdir()] == ["x"]
