"""What a change does to a file's lines, as git shows it."""

import difflib


def unified(name: str, before: str, after: str) -> str:
    """Answer a unified diff of a file; a side without a text is one without the file."""
    lines = difflib.unified_diff(
        before.splitlines(keepends=True),
        after.splitlines(keepends=True),
        f"a/{name}" if before else "/dev/null",
        f"b/{name}" if after else "/dev/null",
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
