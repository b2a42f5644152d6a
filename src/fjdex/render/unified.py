"""What a change does to a file's lines, as git shows it."""

import difflib


def unified(name: str, before: str, after: str) -> str:
    """Answer a unified diff of a file; a side without a text is one without the file."""
    lines = difflib.unified_diff(
        _lines(before),
        _lines(after),
        f"a/{name}" if before else "/dev/null",
        f"b/{name}" if after else "/dev/null",
    )
    return "".join(line if line.endswith("\n") else f"{line}\n{_OPEN_END}" for line in lines)


_OPEN_END = "\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop().removesuffix("\n")
    return [*lines, last] if last else lines
