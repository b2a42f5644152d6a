"""What git leaves in a file where it cannot join two changes: both, between lines of markers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from fjdex.plan.findings import Finding, Place, too_many

# So many are told of one file.
_MOST = 2_000
# The third is the ancestor's, which git writes where it is told to (diff3).
_MARKER = re.compile(r"^(?:<{7}|={7}(?=\r?$)|\|{7}|>{7})(?: .*|\r?$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Marker:
    """A line of a conflict, from 1: its first sign, and the column after its last."""

    line: int
    sign: str
    end_column: int


def markers(text: str) -> Iterator[Marker]:
    """Answer the markers of a text in their order."""
    line, begin = 1, 0
    for match in _MARKER.finditer(text):
        line += text.count("\n", begin, match.start())
        begin = match.start()
        yield Marker(line, match[0][0], len(match[0]) + 1)


def conflict_findings(file: str, text: str) -> tuple[Finding, ...]:
    """Tell each conflict at the first of its markers that is left."""
    groups = list(islice(_groups(markers(text)), _MOST + 1))
    found = [_told(file, group[0]) for group in groups[:_MOST]]
    if len(groups) > _MOST:
        found.append(too_many(file, groups[_MOST][0].line, _MOST))
    return tuple(found)


def _told(file: str, marker: Marker) -> Finding:
    place = Place(file, marker.line, 1, marker.line, marker.end_column)
    return Finding("conflict-marker", place)


def _groups(found: Iterator[Marker]) -> Iterator[Sequence[Marker]]:
    """Answer the markers of each conflict, also of one of which some are deleted."""
    group: list[Marker] = []
    for marker in found:
        if group and (marker.sign == "<" or group[-1].sign == ">"):
            yield group
            group = []
        group.append(marker)
    if group:
        yield group


def one_side(text: str, *, other: bool = False) -> str:
    """Answer a text without markers and with one side of each conflict, on the same lines.

    Where not all markers of a conflict are left nobody can say which lines are of which side: all.
    """
    groups = list(_groups(markers(text)))
    if not groups:
        return text
    lines = text.split("\n")
    for group in groups:
        _blank(lines, [(one.line, one.line + 1) for one in group])
        signs = "".join(one.sign for one in group)
        if signs in {"<=>", "<|=>"}:
            begin, *ancestor, middle, end = (one.line for one in group)
            first = (begin, ancestor[0] if ancestor else middle)
            _blank(lines, [(line, middle) for line in ancestor])
            _blank(lines, [first if other else (middle, end)])
    return "\n".join(lines)


def _blank(lines: list[str], stretches: Sequence[tuple[int, int]]) -> None:
    for first, last in stretches:
        lines[first - 1 : last - 1] = [""] * (last - first)


def other_lines(text: str) -> frozenset[int]:
    """Answer the lines of the other sides of a text's conflicts, which `one_side` leaves out."""
    return frozenset(
        line
        for group in _groups(markers(text))
        if "".join(one.sign for one in group) in {"<=>", "<|=>"}
        for line in range(group[-2].line + 1, group[-1].line)
    )
