"""Reading on after a slip: one bad line does not hide what else is wrong in a file.

A file is cut into its records (plan.yaml into its keys), and each that is no YAML is repaired by
itself; then the file is read as a whole.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from fjdex.plan.findings import Finding, Place, too_many
from fjdex.yamlio.diagnosis import MAX_LINE, Diagnosis, diagnose, diagnose_flow
from fjdex.yamlio.edits import Draft, Edit
from fjdex.yamlio.flowslips import HEADING, TABLE
from fjdex.yamlio.foreign import shape_of
from fjdex.yamlio.lines import read_lines
from fjdex.yamlio.mended import Mended
from fjdex.yamlio.reading import READINGS, Placed, R, Read, Reader, as_read
from fjdex.yamlio.remedies import still_open, whole
from fjdex.yamlio.repair import repair
from fjdex.yamlio.signs import NAMES

# plan.yaml is a mapping; all others are lists.
_MAPPING = "plan.yaml"
# So many faults are told of a file. What is tried to read on is bounded too, by the signs that the
# parser has seen: every comma may be a word more to it.
MAX_BAD = 2_000
MAX_EFFORT = 16 * 1024 * 1024
_COMMA = 10
_TEXT = 200
# So often is given up what parses by itself and not among the others.
_MOST_AMONG = 20


def by_record(file: str, text: str, reader: Reader[R], placed: Placed, read: R) -> R:
    """Read a text that is not what its file should hold, each of its records repaired."""
    readings = file.startswith(READINGS)
    if not (readings or _is_of_records(file)):
        read.findings[-1] = _where_it_was_opened(text, read.findings[-1], placed)
        return read
    cut = _Cut(file, tuple(text.split("\n")), listed=file != _MAPPING)
    draft, told = cut.repaired(reader, stray=read.failed)
    if not read.failed and not told:
        return read
    return cut.read(draft, told, reader, placed) or read


def _is_of_records(file: str) -> bool:
    return file.endswith(".yaml") and "/" not in file


@dataclass(frozen=True)
class _Cut:
    """A text cut into records."""

    file: str
    lines: tuple[str, ...]
    listed: bool

    def repaired(self, reader: Reader[R], *, stray: bool) -> tuple[Draft, list[Finding]]:
        """Repair each record by itself; answer the lines as they then are, and what is told."""
        attempt = _Attempt(self, reader, stray=stray)
        told: list[Finding] = []
        edits: list[Edit] = []
        for first, last in self._odd():
            lines = self.lines[first:last]
            if attempt.tired or len(told) > MAX_BAD:
                count = min(len(told), MAX_BAD)
                told[MAX_BAD:] = [too_many(self.file, first + 1, count)]
                edits += self._given_up(first)
                break
            done = repair(self.file, lines, attempt, listed=self.listed)
            told += [_below(one, first) for one in done.findings]
            edits += [replace(one, line=one.line + first) for one in done.draft.edits]
        return Draft(self.lines).edited(edits), told

    def read(
        self, draft: Draft, told: Sequence[Finding], reader: Reader[R], placed: Placed
    ) -> R | None:
        """Read repaired lines; a record that only among the others is none is given up too."""
        found = [replace(one, place=placed(one.place)) for one in told]
        for _ in range(_MOST_AMONG):
            read = reader(self.file, draft.text, _through(draft, placed))
            if not read.whole or (not read.failed and self.fits(read)):
                read.findings += found
                return read
            if not read.failed:
                return None
            failure = read.findings[-1]
            first, last = self._around(failure.place.line - 1)
            edits = whole(draft.lines[first:last], listed=self.listed)
            if not edits:
                return None
            found.append(failure)
            draft = draft.edited([replace(one, line=one.line + first) for one in edits])
        return None

    def fits(self, read: Read) -> bool:
        """Whether what was read has the shape of the file."""
        return read.listed if self.listed else read.mapped

    def is_beside(self, text: str) -> bool:
        """Whether a record does not begin as the others do, or a key of a mapping as no key."""
        said = next(filter(_is_said, text.split("\n")), "")
        if not self.listed:
            return said[:1] in {"-", "{", "["}
        body = said.lstrip(" ")
        if body[:1] not in {"", "-", "%"}:
            return self._margin >= 0
        return body[:2] == "- " and len(said) - len(body) > self._margin

    @cached_property
    def _margin(self) -> int:
        """How far from the left the records begin, -1 where none does."""
        starts = (len(line) - len(line.lstrip(" ")) for line in self.lines if _is_entry(line))
        return min(starts, default=-1)

    def _odd(self) -> Iterator[tuple[int, int]]:
        """Answer the records that are no canonical lines, which are quickly passed over."""
        for first, last in self._records():
            if read_lines("\n".join(self.lines[first:last])) is None:
                yield first, last

    def _records(self) -> Iterator[tuple[int, int]]:
        """Answer the lines that belong together, each from its first to the one after its last."""
        first, margin = 0, self._margin
        for number, line in enumerate(self.lines):
            if number > first and self._begins(line, self.lines[first], margin):
                yield first, number
                first = number
        yield first, len(self.lines)

    def _begins(self, line: str, above: str, margin: int) -> bool:
        """Whether a line begins a record; after one in braces that are closed any line does."""
        said = line.lstrip(" ")
        if not said.strip() or said.startswith("#"):
            return False
        blanks = len(line) - len(said)
        if not self.listed:
            return not blanks and _begins_a_key(said)
        if blanks <= margin and _is_entry(line):
            return True
        if above.lstrip(" ").startswith("- {") and not still_open(above):
            return True
        return self.file.startswith(READINGS) and not blanks and _is_row(line)

    def _around(self, line: int) -> tuple[int, int]:
        """Answer the record in which a line lies."""
        return next((one for one in self._records() if one[0] <= line < one[1]), (0, 0))

    def _given_up(self, start: int) -> list[Edit]:
        """Give up all that stands below a line."""
        return [
            replace(one, line=one.line + first)
            for first, last in self._odd()
            if first >= start
            for one in whole(self.lines[first:last], listed=self.listed)
        ]


class _Attempt:
    """Tells what keeps a record of a file from being one, until it is tired of trying.

    `stray`: a line that is no record may not stand among them either.
    """

    def __init__(self, cut: _Cut, reader: Reader[R], *, stray: bool) -> None:
        self._cut, self._reader, self._stray = cut, reader, stray
        self._spent = 0

    @property
    def tired(self) -> bool:
        """Whether so much was tried that no more is."""
        return self._spent > MAX_EFFORT

    def __call__(self, text: str) -> Finding | None:
        self._spent += len(text) + _COMMA * text.count(",") + _TEXT
        file = self._cut.file
        alone = self._reader(file, text, as_read)
        if alone.failed or not alone.whole:
            return alone.findings[-1]
        if self._cut.fits(alone) and not self._cut.is_beside(text):
            return None
        lines = text.split("\n")
        if not self._stray and not any(map(diagnose, lines)):
            return None
        at = next((at for at, line in enumerate(lines, start=1) if _is_said(line)), 1)
        place = Place(file, at, 1, at, len(lines[at - 1]) + 1)
        return Finding("yaml-syntax", place, {"why": "stray", "text": shape_of(file)})


def _is_said(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


_any_key = re.compile(r"""["']?[\w-]+["']?[ \t]*[:：]""").match
_word = re.compile("[a-z_]+").match


def _is_row(line: str) -> bool:
    """Whether a line is one of a table that was pasted: each is a record of its own."""
    slip = diagnose(line)
    return slip is not None and slip.why in {TABLE, HEADING}


def _begins_a_key(said: str) -> bool:
    word = _word(said)
    return bool(_any_key(said)) or (word is not None and word[0] in NAMES)


def _is_entry(line: str) -> bool:
    said = line.lstrip(" ")
    return said.startswith("-") and not said.startswith("---")


def _through(draft: Draft | Mended, placed: Placed) -> Placed:
    return lambda place: placed(draft.place(place))


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


def _below(finding: Finding, lines: int) -> Finding:
    """Tell of a file what was found in lines of it, so many below its beginning."""
    place, opened = finding.place, finding.arguments.get("opened")
    arguments = dict(finding.arguments)
    if opened:
        arguments["opened"] = str(int(opened) + lines)
    place = replace(place, line=place.line + lines, end_line=place.end_line + lines)
    return replace(finding, place=place, arguments=arguments)
