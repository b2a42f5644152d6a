"""Which questions are answered again as they were before, without the program being imported.

Only commands that do nothing but read one data folder are recalled.
"""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from fjdex.cli.tape import Tape

COMMANDS = frozenset({"status", "show", "check"})
# What is told about other data than the folder's own, or not to be kept.
_NOT_KEPT = ("--rev", "--no-cache")


def tape_of(arguments: "Sequence[str]") -> "Tape | None":
    """Answer the tape of a question whose answer may be kept, None for every other."""
    if _command(arguments) not in COMMANDS:
        return None
    if any(one.startswith(_NOT_KEPT) for one in arguments):
        return None
    from fjdex.cli.tape import Tape
    from fjdex.store.shelf import cache_folder

    folder = cache_folder(os.environ)
    # A process may be given no stdout or stderr at all.
    if folder is None or sys.stdout is None or sys.stderr is None:
        return None
    try:
        return Tape(arguments, folder)
    except OSError:
        return None


def _command(arguments: "Sequence[str]") -> str | None:
    """Answer the first word that is no option of the program's own."""
    words = iter(arguments)
    for word in words:
        if word in {"-C", "--lang"}:
            next(words, None)
        elif not word.startswith(("-C", "--lang=")):
            return word
    return None
