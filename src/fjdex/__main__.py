"""`python -m fjdex`."""

import gc
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fjdex.cli.tape import Tape


_INTERRUPTED = 130


# Looking for circles of what is gone takes a twentieth of a short run, and finds next to none.
_OBJECTS = 100_000


def run() -> None:
    """Run the command line of this process."""
    gc.set_threshold(_OBJECTS)
    try:
        code = _code()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    sys.exit(code)


def _code() -> int:
    from fjdex.cli.recall import tape_of  # noqa: PLC0415 (nothing before it is needed)

    tape = tape_of(sys.argv[1:])
    code = tape.recall() if tape else None
    return _answer(tape) if code is None else code


def _answer(tape: "Tape | None") -> int:
    from fjdex.cli.environment import Environment  # noqa: PLC0415
    from fjdex.cli.main import main  # noqa: PLC0415

    code = main(sys.argv[1:], Environment.of_process(tape))
    if tape:
        tape.keep(code)
    return code


if __name__ == "__main__":
    run()
