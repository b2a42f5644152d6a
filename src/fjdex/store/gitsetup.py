"""What makes plain `git diff` and `git merge` know what a data folder is; only `init --git` asks.

What somebody set otherwise is left as it is. A second run finds nothing to do.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from fjdex.plan.failures import Failure
from fjdex.store.folder import place_of
from fjdex.store.gitrun import Git, git_of
from fjdex.store.lock import locked
from fjdex.store.write import write_file

ATTRIBUTES = ".gitattributes"
DRIVER = "diff.fjdex.xfuncname"
# What the heading of a hunk names: the id of the record that its first line is in, or in plan.yaml
# the key. The id need not be a record's first key.
HEADINGS = r"^- *[{]? *id: *([^ ,}#]+)" "\n" r"^  id: *([^ ,}#]+)" "\n" r"^([a-z_]+):"
# Each line, and by which attribute of which file it is told whether that file has one already.
_LINES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "*.yaml text eol=lf": ("text", "targets.yaml"),
        "*.yaml diff=fjdex": ("diff", "targets.yaml"),
        "readings/*.yaml merge=union": ("merge", "readings/x.yaml"),
    }
)
_UNSET = "unspecified"
_NOBODYS = ("-c", f"core.attributesFile={os.devnull}")
# A name that no file has.
_NO_INDEX = ".no-such-index"


@dataclass(frozen=True)
class Laid:
    """What was missing and is there now: lines of .gitattributes, and whether the setting.

    `other` is what the setting says where somebody else had set it.
    """

    lines: tuple[str, ...]
    setting: bool
    other: str | None = None


def set_up(folder: Path, variables: Mapping[str, str], here: Path) -> Laid:
    """Lay down what is missing for a data folder in its repository; raises `Failure`."""
    git, _ = git_of(folder.resolve(), variables, here)
    lines = _add_lines(folder, tuple(_missing(git, folder.resolve())))
    now = git.line("config", "--get", DRIVER)
    if now is not None:
        return Laid(lines, setting=False, other=None if now == HEADINGS else now)
    git.must("config", "--local", DRIVER, HEADINGS)
    return Laid(lines, setting=True)


def repository_around(folder: Path, variables: Mapping[str, str], here: Path) -> None:
    """Make sure that a folder, or the nearest above it that is there, lies in a repository.

    Raises `Failure`.
    """
    there = next(one for one in (folder, *folder.parents) if one.is_dir())
    git_of(there.resolve(), variables, here)


def _missing(git: Git, folder: Path) -> Iterator[str]:
    # Without the index, of which git takes the attributes that were deleted from disk, and without
    # what this user or this machine has set for itself: in another clone it does not hold.
    only = {"GIT_INDEX_FILE": str(folder / _NO_INDEX), "GIT_ATTR_NOSYSTEM": "1"}
    on_disk = replace(git, variables={**git.variables, **only})
    for line, (attribute, file) in _LINES.items():
        said = on_disk.must(
            *_NOBODYS, "check-attr", "-z", attribute, "--", str(folder / file)
        ).split(b"\0")
        if said[2].decode() == _UNSET:
            yield line


def _add_lines(folder: Path, lines: tuple[str, ...]) -> tuple[str, ...]:
    if not lines:
        return ()
    with locked(folder):
        path = place_of(folder, ATTRIBUTES)
        try:
            before = path.read_bytes() if path.exists() else None
        except OSError as error:
            raise Failure("file-unwritable", path=str(path), why="permission") from error
        held = before or b""
        end = b"" if not held or held.endswith(b"\n") else b"\n"
        write_file(path, before, held + end + "".join(f"{one}\n" for one in lines).encode())
    return lines
