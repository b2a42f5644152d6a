"""The part of a file that is about one record, so that a thousand versions are read in a moment.

What is left out is left blank, line for line: places are those of the whole file. Where a file has
another shape than the usual one nothing is left out, and the answer is the same, only later.
"""

import re
from collections.abc import Callable, Collection, Sequence

_BLOCK = re.compile(r"^(?=- )", re.MULTILINE)
_one_reading = re.compile(r"(?:- \{.*\})? *(?:#.*)?\r?").fullmatch
_NO_RECORDS = "[]\n"


def own_part(text: str, ids: Collection[str]) -> str:
    """Answer the blocks of a file that are of a record with one of some ids, wherever they stand.

    Two files with the same part say the same of these records.
    """
    is_of = _naming(ids)
    return "".join(block for block in _BLOCK.split(text) if is_of(block))


def records_cut(before: str, after: str, ids: Collection[str]) -> tuple[str, str]:
    """Answer two versions of a file of records with only the blocks that not both hold.

    Those of the records with one of some ids are kept too. What one side has under another id is
    in neither side's common blocks, so that it is known again as in the whole files.
    """
    is_of = _naming(ids) if ids else _never
    was, now = _BLOCK.split(before), _BLOCK.split(after)
    common = frozenset(was) & frozenset(now)
    return _without(was, common, is_of), _without(now, common, is_of)


def _without(blocks: Sequence[str], common: Collection[str], keep: Callable[[str], object]) -> str:
    kept = (
        "\n" * block.count("\n") if block in common and not keep(block) else block
        for block in blocks
    )
    whole = "".join(kept)
    return whole if whole.strip() else _NO_RECORDS


def readings_cut(before: str, after: str) -> tuple[str, str]:
    """Answer two versions of a file of readings with only the lines that not both hold."""
    was, now = before.split("\n"), after.split("\n")
    if not all(map(_one_reading, (*was, *now))):
        return before, after
    common = frozenset(was) & frozenset(now)
    return _lines_without(was, common), _lines_without(now, common)


def lines_of(text: str) -> frozenset[str] | None:
    """Answer the lines of a file of one reading a line, None for one of another shape."""
    lines = text.split("\n")
    return frozenset(lines) if all(map(_one_reading, lines)) else None


def _lines_without(lines: Sequence[str], common: Collection[str]) -> str:
    return "\n".join("" if line in common else line for line in lines)


def _never(_block: str) -> None:
    return None


def _naming(ids: Collection[str]) -> Callable[[str], object]:
    named = "|".join(map(re.escape, sorted(ids)))
    key = rf"""\bid["']?\s*:\s*["']?(?:{named})["']?\s*(?:[,}}#]|$)"""
    holds = re.compile(key, re.MULTILINE).search
    return lambda block: any(one in block for one in ids) and holds(block)
