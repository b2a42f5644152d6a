"""What takes long says at a terminal how far it is, and in a pipe nothing."""

import time
from io import StringIO
from pathlib import Path

import pytest

from fjdex.cli.desk import Desk
from fjdex.cli.environment import Environment
from fjdex.cli.progress import counted, wipe
from stage import Terminal


def desk_with(stderr: StringIO) -> Desk:
    """Answer a desk that narrates there."""
    return Desk(Environment({}, Path("/"), StringIO(), StringIO(), stderr), lang="en")


@pytest.mark.parametrize(
    ("stream", "told"),
    [(StringIO, ""), (Terminal, "\rrows 1,000\rrows 2,000\r\x1b[K")],
)
def test_rows_are_counted_after_a_second(
    stream: type[StringIO], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once in a thousand rows, and never before a second has gone by."""
    clock = iter([0, 0, 2, 2, 4, 4])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    desk = desk_with(stderr := stream())

    assert list(counted(desk, "rows", range(3000))) == list(range(3000))
    wipe(desk)

    assert stderr.getvalue() == told
