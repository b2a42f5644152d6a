"""Progress at a terminal for what takes more than a second."""

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from fjdex.cli.desk import Desk

T = TypeVar("T")
_PATIENCE = 1.0
_OFTEN = 1000


def told(desk: Desk, things: Sequence[T]) -> Iterator[T]:
    """Answer things one by one; at a terminal, after a second, say how many are done.

    The line stays until it is wiped, which is to be done before anything is answered.
    """
    stderr = desk.environment.stderr
    begun, shown = time.monotonic(), False
    for number, thing in enumerate(things):
        if stderr.isatty() and time.monotonic() - begun > _PATIENCE:
            shown = True
            stderr.write(f"\r\x1b[K{number}/{len(things)}")
            stderr.flush()
        yield thing
    if shown:
        wipe(desk)


def counted(desk: Desk, name: str, things: Iterable[T]) -> Iterator[T]:
    """Answer things one by one; at a terminal, after a second, say how many have gone by.

    The line stays until it is wiped.
    """
    stderr = desk.environment.stderr
    shown = time.monotonic()
    for number, thing in enumerate(things):
        if number % _OFTEN == 0 and stderr.isatty() and time.monotonic() - shown > _PATIENCE:
            shown = time.monotonic()
            stderr.write(f"\r{name} {number:,}")
            stderr.flush()
        yield thing


@contextmanager
def patience(desk: Desk, sentence: str) -> Iterator[None]:
    """Let one thing take its time; at a terminal, after a second, say what is being done."""
    if not desk.environment.stderr.isatty():
        yield
        return
    from threading import Timer

    timer = Timer(_PATIENCE, _say, (desk, sentence))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        wipe(desk)


def _say(desk: Desk, sentence: str) -> None:
    desk.environment.stderr.write(f"\r{sentence}")
    desk.environment.stderr.flush()


def wipe(desk: Desk) -> None:
    """Take the line of progress away; where nobody watches there is none."""
    if desk.environment.stderr.isatty():
        desk.environment.stderr.write("\r\x1b[K")
        desk.environment.stderr.flush()
