"""Bringing a folder's files into canonical form, each by itself."""

import os
from pathlib import Path

import pytest

from fjdex.plan.failures import Failure
from fjdex.store.formatting import format_folder
from shapes import texts_with

LOOSE = "-  {date: 2021-03-31, value: 1, source: s}\n"
NEAT = "- {date: 2021-03-31, value: 1, source: s}\n"
READINGS = "readings/t.yaml"
AREAS = "areas.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in canonical form, but for its readings."""
    folder = tmp_path / "data"
    for file, text in texts_with(READINGS, LOOSE).items():
        write(folder, file, text)
    return folder


def write(folder: Path, file: str, text: str) -> None:
    """Write a file of a folder."""
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_bytes(text.encode())


def held(folder: Path) -> dict[str, bytes]:
    """Answer a folder's files with their bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*.yaml"))
    }


def test_what_changes_is_answered_and_written(folder: Path) -> None:
    """A file's text before and after is answered, and what is answered is on the disk."""
    before = held(folder)

    formatted = format_folder(folder, None, write=True)

    assert formatted.changes == ((READINGS, LOOSE, NEAT),)
    assert (formatted.faults, formatted.kept) == ((), ())
    assert held(folder) == {**before, READINGS: NEAT.encode()}


def test_with_write_off_the_answer_is_the_same(folder: Path) -> None:
    """What would be written is answered, and no byte is."""
    before = held(folder)

    asked = format_folder(folder, None, write=False)

    assert held(folder) == before
    assert format_folder(folder, None, write=True).changes == asked.changes


def test_a_second_time_there_is_nothing_left(folder: Path) -> None:
    """The canonical form of canonical files is themselves."""
    format_folder(folder, None, write=True)
    before = held(folder)

    assert format_folder(folder, None, write=True).changes == ()
    assert held(folder) == before


@pytest.mark.parametrize(
    ("only", "files"),
    [
        ((), []),
        ((READINGS,), [READINGS]),
        ((AREAS,), [AREAS]),
        ((AREAS, READINGS), [AREAS, READINGS]),
        (("tasks.yaml",), []),
    ],
)
def test_only_some_files_are_taken(only: tuple[str, ...], files: list[str], folder: Path) -> None:
    """The files that are not asked for are not looked at."""
    write(folder, AREAS, "-   {id: 虚构省, name: {zh: 虚构省, en: Invented province}}\n")

    formatted = format_folder(folder, only, write=True)

    assert sorted(file for file, _, _ in formatted.changes) == sorted(files)


def test_a_file_with_an_error_is_left_and_told(folder: Path) -> None:
    """What is not understood stays; the others are brought into form all the same."""
    wrong = "-   {id: 虚构省, name: {zh: 虚构省}}\n"
    write(folder, AREAS, wrong)

    formatted = format_folder(folder, None, write=True)

    assert [(one.code, one.place.file) for one in formatted.faults] == [("key-missing", AREAS)]
    assert [file for file, _, _ in formatted.changes] == [READINGS]
    assert held(folder)[AREAS] == wrong.encode()


def test_an_error_in_a_file_not_asked_for_is_not_told(folder: Path) -> None:
    """Only what is asked for is judged."""
    write(folder, AREAS, "-   {id: 虚构省}\n")

    formatted = format_folder(folder, (READINGS,), write=True)

    assert (formatted.faults, [file for file, _, _ in formatted.changes]) == ((), [READINGS])


def test_a_file_that_cannot_be_read_is_left_and_told(folder: Path) -> None:
    """Bytes that are no UTF-8 are an error of that file alone."""
    (folder / AREAS).write_bytes(b"- {id: \xb8\xa3}\n")

    formatted = format_folder(folder, None, write=True)

    assert [(one.code, one.place.file) for one in formatted.faults] == [("file-not-utf8", AREAS)]
    assert [file for file, _, _ in formatted.changes] == [READINGS]


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_marks_and_line_ends_are_changes(data: bytes, end: str, folder: Path) -> None:
    """A byte order mark and CRLF go, though the text that was read is the same."""
    (folder / READINGS).write_bytes(data + NEAT.replace("\n", end).encode())

    formatted = format_folder(folder, None, write=True)

    assert len(formatted.changes) == int(bool(data) or end == "\r\n")
    assert held(folder)[READINGS] == NEAT.encode()


def test_a_file_that_is_no_part_of_the_plan_is_left(folder: Path) -> None:
    """A YAML file that the plan does not know is nobody's to write anew."""
    write(folder, "stray.yaml", "-   a\n")

    formatted = format_folder(folder, None, write=True)

    assert ([file for file, _, _ in formatted.changes], formatted.kept) == ([READINGS], ())
    assert held(folder)["stray.yaml"] == b"-   a\n"


def test_leftovers_go_when_something_is_written(folder: Path) -> None:
    """What a command that was killed has left is cleared away."""
    leftover = folder / "readings" / ".t.yaml.fjdex-new"
    leftover.write_bytes(b"")

    format_folder(folder, None, write=True)

    assert sorted(one.name for one in (folder / "readings").iterdir()) == ["t.yaml"]


def test_a_folder_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    """Without a folder there is nothing to be brought into form."""
    with pytest.raises(Failure) as raised:
        format_folder(tmp_path / "nowhere", None, write=True)

    assert raised.value.code == "folder-unreadable"


def test_a_link_within_the_folder_is_written_through(folder: Path) -> None:
    """A link stays a link; what it leads to has the new text."""
    real = folder / "readings" / "real.txt"
    (folder / READINGS).rename(real)
    (folder / READINGS).symlink_to("real.txt")

    format_folder(folder, None, write=True)

    assert (os.readlink(folder / READINGS), real.read_bytes()) == ("real.txt", NEAT.encode())  # noqa: PTH115


def test_two_names_of_one_file_are_written_once(folder: Path) -> None:
    """Where a link leads to another file of the folder, that one is brought into form."""
    (folder / READINGS).rename(folder / "readings" / "u.yaml")
    (folder / READINGS).symlink_to("u.yaml")
    targets = (folder / "targets.yaml").read_text(encoding="utf-8")
    write(folder, "targets.yaml", targets + targets.replace("id: t", "id: u"))

    formatted = format_folder(folder, None, write=True)

    assert (formatted.faults, held(folder)["readings/u.yaml"]) == ((), NEAT.encode())
