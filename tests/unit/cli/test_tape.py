"""What was said is said again to the same question, of the same data, by the same program."""

import sys
from collections.abc import Callable
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from unittest import mock

import pytest

import builders as b
from fjdex.cli import tape as module
from fjdex.cli.tape import Heard, Tape
from fjdex.store.files import Contents, contents_now
from rerun import lay

QUESTION = ("status", "--json")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path / "data", b.folder())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "program", lambda: b"program")


def now() -> Contents:
    """Answer what the data folder holds."""
    found = contents_now(None, str(Path.cwd()))
    assert found is not None
    return found


def tape(*question: str) -> Tape:
    """Answer the tape of a question."""
    return Tape(question or QUESTION, str(Path.cwd() / "cache"))


def said(code: int = 0) -> Tape:
    """Say something to both streams, of the data that there is, and keep it."""
    one = tape()
    one.reads(None, now())
    out, beside = one.heard(1, StringIO()), one.heard(2, StringIO())
    out.write("第一\n")
    beside.writelines(["but ", "\udcff\n"])
    out.write("")
    out.write("last\n")
    one.keep(code)
    return one


def recalled(one: Tape | None = None) -> tuple[int | None, list[tuple[str, bytes]]]:
    """Answer exit code and what is said again, in its order."""
    heard: list[tuple[str, bytes]] = []

    class Listening(BytesIO):
        def __init__(self, name: str) -> None:
            super().__init__()
            self.of = name

        def write(self, data: object) -> int:
            assert isinstance(data, bytes)
            heard.append((self.of, data))
            return len(data)

    with (
        mock.patch.object(sys, "stdout", TextIOWrapper(Listening("out"))),
        mock.patch.object(sys, "stderr", TextIOWrapper(Listening("err"))),
    ):
        code = (one or tape()).recall()
    return code, heard


def test_what_was_said_is_said_again() -> None:
    """On the same streams, in the same order, with the same exit code."""
    for code in (0, 1):
        said(code)
        assert recalled() == (
            code,
            [
                ("out", "第一\n".encode()), ("err", b"but "), ("err", b"?\n"), ("out", b""),
                ("out", b"last\n"),
            ],
        )  # fmt: skip


def test_a_stream_that_is_heard_is_the_stream() -> None:
    """It passes on what is written, and is it in all else."""
    stream = StringIO()
    heard = Heard(1, stream, [])

    assert heard.write("ab") == 2
    assert (stream.getvalue(), heard.isatty(), heard.getvalue()) == ("ab", False, "ab")  # type: ignore[operator]  # the stream's own


@pytest.mark.parametrize("code", [2, 130, -1])
def test_what_could_not_be_answered_is_not_kept(code: int) -> None:
    """It may be answered the next time."""
    said(code)

    assert recalled() == (None, [])


def test_what_was_made_of_no_data_is_not_kept() -> None:
    """Help, a version; and data of which some could not be read, or that nobody read on."""
    one = tape()
    one.heard(1, StringIO()).write("help")
    one.keep(0)
    assert recalled() == (None, [])

    one.reads(None, now())
    one.reads(None, None)
    one.keep(0)
    assert recalled() == (None, [])


def test_another_question_is_not_answered() -> None:
    """Each word counts, and where it ends."""
    said()

    for other in (("status",), ("--json", "status"), ("status--json",), ("status", "--json", "")):
        assert recalled(tape(*other)) == (None, [])


def _midnight(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(module.time, "strftime", lambda _: "2099-01-01")  # type: ignore[attr-defined]  # a module of ours


def _another_program(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(module, "program", lambda: b"another")


def _no_program(patch: pytest.MonkeyPatch) -> None:
    def unreadable() -> bytes:
        raise OSError

    patch.setattr(module, "program", unreadable)


def _another_folder(patch: pytest.MonkeyPatch) -> None:
    Path("elsewhere").mkdir()
    patch.chdir("elsewhere")


CHANGES = [_midnight, _another_program, _no_program, _another_folder]


@pytest.mark.parametrize("change", CHANGES)
def test_what_changed_while_it_was_said(
    change: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An answer to two questions is an answer to none: nothing is kept of it."""
    one = tape()
    one.reads(None, now())
    one.heard(1, StringIO()).write("said")
    change(monkeypatch)
    one.keep(0)

    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("change", [_midnight, _another_program, _another_folder])
def test_what_changed_since(
    change: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another day, another program and another folder to ask in: another question."""
    said()
    change(monkeypatch)

    assert recalled() == (None, [])


def test_the_data_is_looked_at_again() -> None:
    """What was found is handed on, so that it is not read twice."""
    said()
    Path("data/tasks.yaml").write_text("[ ]")
    one = tape()

    assert recalled(one) == (None, [])
    assert one.now is not None
    assert one.now.raw == now().raw
