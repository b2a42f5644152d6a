"""Runs of lines: those that belong elsewhere, and those that no rule has to look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from fjdex.plan.findings import Finding, Place
from fjdex.yamlio.mended import Slip
from fjdex.yamlio.outline import Line, dull

# plan.yaml is a mapping; all others are lists.
_MAPPING = "plan.yaml"


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that belong elsewhere, up to an index: what they are to be, and what is told."""

    end: int
    slips: tuple[Slip, ...] = ()
    told: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Outline:
    """The lines of a file, and what each of them shows."""

    file: str
    lines: Sequence[str]
    said: Sequence[Line]

    def moved(self, first: int, end: int, right: int) -> Run:
        """Answer that lines belong elsewhere, so that the leftmost begins in a column."""
        lines = self.said[first:end]
        left = min(one.start for one in lines)
        by, was = max(right - left, 0), " " * max(left - right, 0)
        slips = tuple(Slip(one.at + 1, 1, was, " " * by) for one in lines)
        head, last = lines[0], lines[-1]
        one, many = ("too-shallow", "shallow-lines") if by else ("too-deep", "deep-lines")
        arguments = {"why": one, "text": str(right + 1)}
        if len(lines) > 1:
            numbers = {"first": str(head.at + 1), "last": str(last.at + 1)}
            arguments = {"why": many, "count": str(by or len(was)), **numbers}
        return Run(end, slips, (self.finding(head, arguments),))

    @cached_property
    def margin(self) -> int:
        """Where the records of a list begin, -1 where no line has one."""
        return min((one.start for one in self.said if one.dash), default=-1)

    @property
    def listed(self) -> bool:
        """Whether the file is a list of records."""
        return self.file != _MAPPING

    def finding(self, line: Line, arguments: dict[str, str]) -> Finding:
        """Tell something of a line, at its dash and key, or its text."""
        end = line.column + (len(line.key) if line.key else 1)
        end = len(self.lines[line.at].rstrip()) if line.is_text else end
        place = Place(self.file, line.at + 1, line.start + 1, line.at + 1, end + 1)
        return Finding("yaml-syntax", place, arguments)


def quoted(outline: Outline, at: int) -> Run | None:
    """Pass over a text in quotes of several lines: nothing in it is a key."""
    head = outline.said[at]
    quote = head.rest[:1]
    if not head.key or quote not in {'"', "'"} or quote in head.rest[1:]:
        return None
    below = range(at + 1, len(outline.said))
    closed = (one for one in below if quote in outline.lines[outline.said[one].at])
    return Run(next(closed, at) + 1)


def braced(outline: Outline, at: int) -> Run | None:
    """Pass over what stands in braces of several lines: there every column is right."""
    if not {"{", "["} & set(outline.lines[outline.said[at].at]):
        return None
    opened, end = _opened(outline, at), at + 1
    if opened <= 0:
        return None
    while opened > 0 and end < len(outline.said):
        one = outline.said[end]
        if one.dash and one.start <= outline.margin:
            break
        opened += _opened(outline, end)
        end += 1
    return Run(end)


def _opened(outline: Outline, at: int) -> int:
    """Answer how many brackets a line opens more than it closes."""
    line = dull(outline.lines[outline.said[at].at])
    return sum(line.count(one) for one in "{[") - sum(line.count(one) for one in "}]")
