"""Reading on after a slip: one bad sign or line does not hide what else is wrong in a file."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from fjdex.plan.findings import Finding, Place
from fjdex.yamlio.diagnosis import MAX_LINE, Diagnosis, diagnose, diagnose_flow
from fjdex.yamlio.lines import read_lines
from fjdex.yamlio.signs import Mended, find_slips, findings_of, outside

# Files of readings hold a record on each line; only there can the good ones be told from the bad.
_READINGS = "readings/"
MAX_BAD = 2000
# Nobody types more than this by hand; looking at every sign of it would take long.
MOST = 4 * 1024 * 1024
MAX_ODD = 2000

Placed = Callable[[Place], Place]


class Read(Protocol):
    """What was read of a text, and where in it texts stand: without quotes, and in any."""

    findings: list[Finding]
    texts: list[Place]
    quoted: list[Place]
    whole: bool

    @property
    def failed(self) -> bool:
        """Whether the parser gave up."""

    @property
    def listed(self) -> bool:
        """Whether it is a list, or nothing."""


R = TypeVar("R", bound=Read)
Reader = Callable[[str, str, Placed], R]


def read_on(file: str, text: str, reader: Reader[R]) -> R:
    """Read a text; where signs in it are slips, as if they were none, with a finding for them."""
    if len(text) > MOST:
        return reader(file, text, _as_read)
    read = _by_line(file, text, reader, _as_read)
    slips = find_slips(text) if read.whole else ()
    if not read.failed:
        slips = outside(slips, read.texts, read.quoted)
    while slips:
        mended = Mended(text, slips)
        read = _by_line(file, mended.text, reader, mended.place)
        real = slips if read.failed else outside(slips, read.texts, read.quoted)
        if not real or len(real) == len(slips):
            read.findings += findings_of(file, text, slips)
            break
        slips = real
    return read


def _as_read(place: Place) -> Place:
    return place


def _by_line(file: str, text: str, reader: Reader[R], placed: Placed) -> R:
    """Read a text; where some lines of a file of readings are none, all the others."""
    read = reader(file, text, placed)
    if read.failed:
        read.findings[-1] = _where_it_was_opened(text, read.findings[-1], placed)
    if not file.startswith(_READINGS) or (read.listed and not read.failed) or not read.whole:
        return read
    lines = text.split("\n")
    found: list[Finding] = []
    # Canonical lines are quickly passed over; of others only so many are read one by one.
    odd = [one for one in _records(lines) if read_lines("\n".join(lines[slice(*one)])) is None]
    for first, last in odd[:MAX_ODD]:
        fault = _fault(file, lines[first:last], reader, stray=read.failed)
        if fault is not None:
            found.append(replace(fault, place=placed(_below(fault.place, first))))
            lines[first:last] = [""] * (last - first)
    if not found or len(found) > MAX_BAD:
        return read
    rest = reader(file, "\n".join(lines), placed)
    if rest.failed or not rest.listed:
        return read
    rest.findings += found
    return rest


def _where_it_was_opened(text: str, finding: Finding, placed: Placed) -> Finding:
    """Say of a bracket what its own line shows, where the parser gave up lines below it."""
    opened = finding.arguments.get("opened", "")
    if finding.arguments.get("why") not in {"brace", "bracket"} or not opened:
        return finding
    line = text.split("\n")[int(opened) - 1]
    diagnosis = diagnose_flow(line) if len(line) <= MAX_LINE else None
    if diagnosis is None:
        return finding
    told = _told(finding.place.file, int(opened), diagnosis, placed)
    return replace(finding, place=told.place) if diagnosis.why == "unclosed" else told


def _told(file: str, line: int, slip: Diagnosis, placed: Placed) -> Finding:
    place = placed(Place(file, line, slip.column, line, slip.end_column))
    return Finding("yaml-syntax", place, {"why": slip.why, "text": slip.text})


def _records(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Answer the lines that belong together, each from its first to the one after its last.

    What begins in the first column begins a record, and so does what follows a record in braces.
    """
    first = 0
    for number, line in enumerate(lines):
        begins = line[:1].strip() or (lines[first].startswith("- {") and line.strip())
        if begins and number > first:
            yield first, number
        if begins:
            first = number
    yield first, len(lines)


def _fault(file: str, lines: Sequence[str], reader: Reader[R], *, stray: bool) -> Finding | None:
    """Answer what is wrong with the lines of one record, None where nothing is.

    `stray`: a line that is no record may not stand among them either.
    """
    alone = reader(file, "\n".join(lines), _as_read)
    if alone.listed and not alone.failed and lines[0][:1].strip():
        return None
    for number, line in enumerate(lines, start=1):
        if diagnosis := diagnose(line):
            return _told(file, number, diagnosis, _as_read)
    if alone.failed:
        return alone.findings[-1]
    whole = Diagnosis(1, len(lines[0]) + 1, "stray")
    return _told(file, 1, whole, _as_read) if stray and not alone.listed else None


def _below(place: Place, lines: int) -> Place:
    return replace(place, line=place.line + lines, end_line=place.end_line + lines)
