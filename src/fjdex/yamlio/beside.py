"""Lines of a record that do not begin where the others of it do, and records beside the others."""

from collections.abc import Sequence

from fjdex.yamlio.mended import Slip
from fjdex.yamlio.nesting import Below, below
from fjdex.yamlio.outline import Line
from fjdex.yamlio.runs import Outline, Run
from fjdex.yamlio.signs import NAMES

_STEP = 2
# The keys with which records begin.
_FIRST = frozenset({"date", "id"})


def record_beside(outline: Outline, at: int) -> Run | None:
    """Answer a record that begins right of where the others do, with the lines that go along."""
    lines, line = outline.said, outline.said[at + 1]
    if not outline.listed or not line.dash or line.first != "id" or line.start <= outline.margin:
        return None
    above = (one for one in reversed(lines[: at + 1]) if one.start < line.start)
    parent = next(above, None)
    under = below(parent.key) if parent and parent.opens else None
    if under is not None and under.listed and "id" in under.keys:
        return None
    if parent and (_waits(outline, parent, under) or _has_beside(lines, at, line)):
        # A key that is not known for what it is: what stands below belongs to it.
        return None
    end = at + 2
    while end < len(lines) and lines[end].start >= line.column:
        end += 1
    entry = parent is not None and parent.dash and parent.first == "id" != parent.key
    beside = parent.start if parent and entry else outline.margin
    return outline.moved(at + 1, end, beside)


def _waits(outline: Outline, line: Line, under: Below | None) -> bool:
    """Whether a line ends with a colon, and nobody knows what may stand below it."""
    return under is None and outline.lines[line.at].rstrip().endswith((":", "："))


def _has_beside(lines: Sequence[Line], at: int, line: Line) -> bool:
    """Whether an entry in braces stands above one that is in braces too."""
    above = lines[at]
    return not line.key and above.dash and not above.key and above.start == line.start


def dash_too_many(outline: Outline, at: int) -> Run | None:
    """Answer a dash before a key of plan.yaml, whose others have none."""
    head, line = outline.said[at], outline.said[at + 1]
    if outline.listed or not head.dash or head.start or head.key not in NAMES:
        return None
    if line.dash or line.start or not line.key:
        return None
    slip = Slip(head.at + 1, 1, outline.lines[head.at][: head.column], "")
    arguments = {"why": "nodash", "key": outline.file}
    return Run(at + 1, (slip,), (outline.finding(head, arguments),))


def keys_beside(outline: Outline, at: int) -> Run | None:
    """Answer keys that begin left or right of where those above them do."""
    head, line = outline.said[at], outline.said[at + 1]
    if line.dash or line.key not in NAMES or line.start == head.column:
        return None
    if not head.key or not head.rest or head.opens or head.opens_text:
        return None
    if head.dash and head.key in _FIRST and _STEP <= line.start < head.column:
        # Its dash stands too far right for the rest of the record.
        return outline.moved(at, at + 1, line.start - _STEP)
    if line.start > head.column:
        return _deep(outline, at) if _is_right(outline.said, at) else None
    return _shallow(outline, at) if _may_not_begin(outline.said, at) else None


def _is_right(lines: Sequence[Line], at: int) -> bool:
    """Whether a line begins where another of its record does, or its record."""
    head = lines[at]
    if head.dash:
        return True
    above = next((one for one in reversed(lines[:at]) if one.start <= head.start), None)
    return above is None or above.column == head.column


def _deep(outline: Outline, at: int) -> Run:
    lines, start = outline.said, outline.said[at + 1].start
    end = at + 1
    while end < len(lines) and lines[end].start >= start:
        end += 1
    return outline.moved(at + 1, end, outline.said[at].column)


def _may_not_begin(lines: Sequence[Line], at: int) -> bool:
    """Whether a line begins left of the record of the line above it, in a column of nobody's."""
    head, line = lines[at], lines[at + 1]
    columns = set[int]()
    for one in reversed(lines[: at + 1]):
        columns.add(one.column)
        if one.start < line.start:
            break
    return line.start not in columns and _is_right(lines, at) and _has_record(lines, at, line, head)


def _has_record(lines: Sequence[Line], at: int, line: Line, head: Line) -> bool:
    """Whether the keys of the record begin where the line above does, right of a line."""
    begun = next((one for one in reversed(lines[: at + 1]) if one.dash and one.first == "id"), None)
    return begun is not None and begun.column == head.column > line.start


def _shallow(outline: Outline, at: int) -> Run:
    lines, head = outline.said, outline.said[at]
    end = at + 1
    while end < len(lines):
        line = lines[end]
        own = line.start < head.column and not line.dash and line.key in NAMES
        opened = end > at + 1 and lines[end - 1].opens and line.start > lines[end - 1].start
        # What stands right already below a key that is to be moved stays where it is.
        if not own and not (opened and line.start <= head.column):
            break
        end += 1
    return outline.moved(at + 1, end, head.column)


def dash_lost(outline: Outline, at: int) -> Run | None:
    """Answer the first line of a record that stands in the dash's place."""
    for one in (at, at + 1) if not at else (at + 1,):
        line = outline.said[one]
        if line.key == "id" and not line.dash and outline.listed and line.start == outline.margin:
            slip = Slip(line.at + 1, line.start + 1, "", "- ")
            return Run(one + 1, (slip,), (outline.finding(line, {"why": "dash", "text": ""}),))
    return None


def dash_doubled(outline: Outline, at: int) -> Run | None:
    """Answer a second dash before an entry: no list of the format holds lists."""
    line = outline.said[at + 1]
    start = line.start + _STEP
    between = outline.lines[line.at][start : line.column]
    if not line.dash or "-" not in between or line.first not in NAMES:
        return None
    slip = Slip(line.at + 1, start + 1, between, "")
    arguments = {"why": "doubled", "text": "-"}
    return Run(at + 2, (slip,), (outline.finding(line, arguments),))


def head_doubled(outline: Outline, at: int) -> Run | None:
    """Answer the first line of a record that stands there twice."""
    head, line = outline.said[at], outline.said[at + 1]
    said = outline.lines[line.at]
    if not head.dash or head.key != "id" or head.start != outline.margin:
        return None
    if outline.lines[head.at].split() != said.split():
        return None
    # Two records of nothing but an id are two, however alike.
    if not any(one.start > line.start for one in outline.said[at + 2 : at + 3]):
        return None
    slip = Slip(line.at + 1, 1, said.rstrip("\r"), "")
    arguments = {"why": "doubled", "text": said.strip()}
    return Run(at + 1, (slip,), (outline.finding(line, arguments),))
