"""What takes more than a second says so at a terminal, and takes the line away again."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from stage import Stage


class _Fired:
    """A timer whose time has come as soon as it is started."""

    daemon = False

    def __init__(self, _: float, call: Callable[..., None], given: tuple[object, ...]) -> None:
        self._call, self._given = call, given

    def start(self) -> None:
        self._call(*self._given)

    def cancel(self) -> None:
        """Do nothing: it is over."""

    def join(self) -> None:
        """Do nothing: it is over."""


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "Writing the bulletin …"), ("zh", "正在编写通报……")]
)
def test_one_document_says_that_it_is_being_written(
    lang: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence stands on a line that is wiped before the answer, and never in the answer."""
    monkeypatch.setattr(threading, "Timer", _Fired)
    result = Stage.of("invented", tmp_path, lang=lang, terminal="yes").run(
        "report", "2024Q3", "--format", "html", answer=""
    )

    assert result.out == f"reports/2024Q3.{lang}.html\n"
    assert result.err == f"\r{said}\r\x1b[K"


def test_nobody_is_told_in_a_pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where stderr is no terminal nothing is written to it."""
    monkeypatch.setattr(threading, "Timer", _Fired)
    result = Stage.of("invented", tmp_path).run("report", "2024Q3", "--format", "html")

    assert result.err == ""
