"""What was answered before, said again while the data has the same bytes.

What was asked is everything that can change the words: the arguments, the folder they are typed in,
the day, the language, the terminal (`store/answers.py` keeps the answers).
"""

import os
import sys
import time

from fjdex.store.answers import Answer, find, keep
from fjdex.store.files import Contents, contents_now
from fjdex.store.shelf import key_of, program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from fjdex.store.answers import Chunk

_VARIABLES = ("COLORTERM", "COLUMNS", "FORCE_COLOR", "LANG", "LC_ALL", "LC_MESSAGES", "LINES")
_MORE = ("NO_COLOR", "TERM", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "TZ")
_STREAMS = {1: "stdout", 2: "stderr"}


class Tape:
    """A question and what was said to it, kept when the command has come to its end."""

    def __init__(self, arguments: "Sequence[str]", folder: str) -> None:
        self.arguments = arguments
        self.folder = folder
        self.made_by = program()
        self.key = key_of(_question(arguments), self.made_by)
        self.chunks: list[Chunk] = []
        self.named = ""
        self.read: Contents | None = None
        self.now: Contents | None = None

    def reads(self, named: str | None, contents: Contents | None) -> None:
        """Learn of the data that the answer is made from; None where some could not be read."""
        self.named, self.read = named or "", contents

    def heard(self, number: int, stream: "TextIO") -> "TextIO":
        """Answer a stream that passes on what is written, and remembers it."""
        heard: object = Heard(number, stream, self.chunks)
        return heard  # type: ignore[return-value]  # it is the stream in everything that it is asked

    def keep(self, code: int) -> None:
        """Keep what was said, if it is an answer, and one to this question still."""
        if self.read is None or code not in {0, 1}:
            return
        try:
            same = key_of(_question(self.arguments), program()) == self.key
        except OSError:
            return
        if same:
            keep(self.folder, self.key, Answer(self.named, _state(self.read), code, self.chunks))

    def recall(self) -> int | None:
        """Say again what was said before, and answer its exit code; None where it does not hold."""
        found = find(self.folder, self.key)
        if found is None:
            return None
        self.now = contents_now(found.named or None, os.getcwd())
        if self.now is None or _state(self.now) != found.state:
            return None
        try:
            for number, data in found.chunks:
                _say(number, data)
        except BrokenPipeError:
            _forget_streams()
            return 0
        except OSError:
            # The command says what keeps it from being written.
            return None
        return found.code


class Heard:
    """A stream that remembers what is written to it."""

    def __init__(self, number: int, stream: "TextIO", chunks: "list[Chunk]") -> None:
        self.number, self.stream, self.chunks = number, stream, chunks

    def write(self, text: str) -> int:
        """Write and remember."""
        self.chunks.append((self.number, text.encode(errors="replace")))
        return self.stream.write(text)

    def writelines(self, lines: "Iterable[str]") -> None:
        """Write and remember each line."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> object:
        """Be the stream in everything else."""
        return getattr(self.stream, name)


def _question(arguments: "Sequence[str]") -> "list[str]":
    own = sorted(name for name in os.environ if name.startswith("FJDEX_"))
    names = (name for name in (*_VARIABLES, *_MORE, *own) if name in os.environ)
    variables = [f"{name}={os.environ[name]}" for name in names]
    terminals = [str(os.isatty(number)) for number in range(3)]
    width = [str(os.get_terminal_size(1))] if os.isatty(1) else []
    today = time.strftime("%Y-%m-%d")
    # An argument may be a path, and a link may lead elsewhere by now.
    led = [os.path.realpath(one) for one in arguments if os.path.lexists(one)]
    return [os.getcwd(), today, *variables, *terminals, *width, "", *arguments, "", *led]


def _state(contents: Contents) -> str:
    """Answer a fingerprint of a data folder: what it holds, and where it was found and lies."""
    folder = contents.folder
    places = (os.path.normpath(folder), os.path.realpath(folder))
    return key_of((*places, contents.digest), b"")


def _say(number: int, data: bytes) -> None:
    stream = getattr(sys, _STREAMS[number])
    stream.flush()
    stream.buffer.write(data)
    stream.buffer.flush()


def _forget_streams() -> None:
    """Let the interpreter's last flush go nowhere: whoever read has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for number in _STREAMS:
        os.dup2(nowhere, number)
