"""One writer at a time, among real processes; a lock dies with its process."""

import errno
import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from fjdex.plan.failures import Failure
from fjdex.store.folder import read_folder
from fjdex.store.lock import locked
from unit.check.faults import checked, lay_down, sound_with

TESTS = Path(__file__).parents[2]
HOLDER = """
import sys
from pathlib import Path
from fjdex.store.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""
WRITER = """
import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from fjdex.plan.readings import Reading
from unit.store.test_filing import add
number = int(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
for count in range(5):
    day = date(2021, 7, 1) + timedelta(days=4 * count + number)
    add(Path(sys.argv[1]), Reading(date=day, value=Decimal(number), source="s"))
"""


@contextmanager
def process(program: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Run a program that says one line when it is ready; end it when it is no longer needed."""
    with subprocess.Popen(  # noqa: S603 (ourselves)
        [sys.executable, "-c", program, *arguments],
        cwd=TESTS,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        try:
            assert child.stdout is not None
            assert child.stdout.readline() in {"held\n", "ready\n"}
            yield child
        finally:
            if child.poll() is None:
                child.kill()


def is_free(folder: Path) -> bool:
    """Whether nobody holds a folder's lock now."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)
    return True


def test_a_lock_is_held_and_given_back(tmp_path: Path) -> None:
    """Within the block alone, and it leaves no file."""
    with locked(tmp_path):
        assert not is_free(tmp_path)
    assert (is_free(tmp_path), list(tmp_path.iterdir())) == (True, [])


def test_a_lock_is_given_back_when_something_goes_wrong(tmp_path: Path) -> None:
    """Whatever is raised within."""
    with pytest.raises(KeyError), locked(tmp_path):
        raise KeyError
    assert is_free(tmp_path)


def test_folders_are_locked_by_themselves(tmp_path: Path) -> None:
    """One plan's writer does not wait for another's."""
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    with locked(one):
        assert is_free(other)


def test_a_lock_is_held_against_other_processes_and_dies_with_its_own(tmp_path: Path) -> None:
    """A killed process keeps nobody waiting."""
    with process(HOLDER, str(tmp_path)) as holder:
        assert not is_free(tmp_path)
        holder.kill()
        holder.wait()
        assert is_free(tmp_path)


def test_a_folder_may_be_read_while_it_is_locked(tmp_path: Path) -> None:
    """Only writers wait."""
    lay_down(tmp_path, sound_with(), {})
    with process(HOLDER, str(tmp_path)):
        assert len(read_folder(tmp_path).texts) == len(sound_with())


def test_four_processes_record_into_one_file(tmp_path: Path) -> None:
    """Five readings each, at once: all twenty are there, none twice, and the file is sound."""
    lay_down(tmp_path, sound_with(), {})
    with ExitStack() as stack:
        writers = [
            stack.enter_context(process(WRITER, str(tmp_path), str(number))) for number in range(4)
        ]
        for writer in writers:
            assert writer.stdin is not None
            writer.stdin.write("go\n")
            writer.stdin.flush()
        codes = [writer.wait() for writer in writers]
    lines = (tmp_path / "readings" / "t.yaml").read_text("utf-8").splitlines()
    days = [date(2021, 7, 1) + timedelta(days=count) for count in range(20)]
    wanted = [
        f"- {{date: {day}, value: {number % 4}, source: s}}" for number, day in enumerate(days)
    ]
    assert (codes, lines[1:], checked(tmp_path)) == ([0] * 4, wanted, ())
    assert sorted(one.name for one in (tmp_path / "readings").iterdir()) == ["t.yaml"]


def test_a_folder_that_was_replaced_while_one_waited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lock is that of the folder which now has the name, not of one that is gone."""
    folder, gone = tmp_path / "data", tmp_path / "gone"
    folder.mkdir()
    real = fcntl.flock
    waits = 0

    def waited(descriptor: int, how: int) -> None:
        nonlocal waits
        waits += 1
        if waits == 1:
            folder.rename(gone)
            folder.mkdir()
        real(descriptor, how)

    with monkeypatch.context() as patch:
        patch.setattr(fcntl, "flock", waited)
        with locked(folder):
            patch.undo()
            assert (waits, is_free(gone), is_free(folder)) == (2, True, False)


def test_a_folder_that_went_while_one_waited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told as missing."""
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setattr(fcntl, "flock", lambda *_: folder.rmdir())
    with pytest.raises(Failure) as caught, locked(folder):
        pass
    told = ("folder-unreadable", {"path": str(folder), "why": "missing"})
    assert (caught.value.code, caught.value.arguments) == told


def test_a_disk_that_knows_no_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is done without one; the failure says so, and no descriptor stays open."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(Failure) as caught, locked(tmp_path):
        pass
    told = ("folder-unlockable", {"path": str(tmp_path), "why": "system"})
    assert (caught.value.code, caught.value.arguments) == told


def test_an_interruption_while_one_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C goes on its way, and the folder's descriptor is closed."""
    closed: list[int] = []
    opened: list[int] = []
    close = os.close

    def interrupt(descriptor: int, _: int) -> None:
        opened.append(descriptor)
        raise KeyboardInterrupt

    def closing(descriptor: int) -> None:
        closed.append(descriptor)
        close(descriptor)

    monkeypatch.setattr(fcntl, "flock", interrupt)
    monkeypatch.setattr(os, "close", closing)
    with pytest.raises(KeyboardInterrupt), locked(tmp_path):
        pass
    assert closed == opened
