"""One record that is no YAML, read as if its slips were none.

Each slip is told. What stands there is made good where its line shows how, else given up: a sign
that no file may hold takes its place, so that what rests on it is known to be unknown. An edit is
kept only where the parser then comes further than it came without.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from fjdex.plan.findings import Finding, Place
from fjdex.yamlio import remedies
from fjdex.yamlio.blockslips import diagnose_line
from fjdex.yamlio.diagnosis import MAX_LINE, Diagnosis, diagnose
from fjdex.yamlio.edits import Draft, Edit
from fjdex.yamlio.flowslips import HEADING, TABLE
from fjdex.yamlio.foreign import shape_of

# What is longer is no record that somebody typed: it is told once, and given up as a whole.
MAX_LINES = 400
# Nobody makes more slips in one record; what comes after is given up with it.
MAX_SLIPS = 40


class Attempt(Protocol):
    """What keeps a text from being read as it should, None where nothing does."""

    @property
    def tired(self) -> bool:
        """Whether so much was tried that no more is."""

    def __call__(self, text: str, /) -> Finding | None:
        """Answer what is wrong with a text."""


_BESIDE = "id: x"
_FROM_ITS_START = frozenset({"colonless", "quote", "brace", "bracket"})


@dataclass(frozen=True, slots=True)
class Repaired:
    """A record with its slips edited away, and what is told of them."""

    draft: Draft
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Try:
    """Edits, what is told if they help, and whether a line by itself shows that it is so."""

    edits: Sequence[Edit]
    finding: Finding
    shown: bool


@dataclass(frozen=True, slots=True)
class _Step:
    """One slip edited away, what is told of it, and what is wrong then."""

    draft: Draft
    finding: Finding
    left: Finding | None
    shown: bool


def repair(file: str, lines: Sequence[str], attempt: Attempt, *, listed: bool) -> Repaired:
    """Answer the lines of one record (of one key where the file is no list) without its slips."""
    draft = Draft(tuple(lines))
    failure = attempt(draft.text)
    told: list[Finding] = []
    guessed, last, slips = False, -1, 0
    while failure is not None:
        slips += 1
        if slips > MAX_SLIPS or attempt.tired or not _is_worth_it(draft, listed=listed):
            step = _given_up(draft, failure, listed=listed)
        else:
            step = _step(file, draft, failure, attempt, listed=listed)
        finding = replace(step.finding, place=_inside(draft.place(step.finding.place), lines))
        # What a line by itself does not show may only follow from what was given up before.
        beside = step.finding.arguments.get("why") in remedies.BESIDE
        follows = beside and (guessed or finding.place.line == last + 1)
        last = finding.place.line if beside else last
        shown = not follows and (step.shown or not guessed)
        known = any(one.place.line == finding.place.line for one in told) and not step.shown
        if not known and (shown or _alone(draft, failure, attempt, listed=listed)):
            told.append(finding)
        guessed = guessed or not step.shown
        draft, failure = step.draft, step.left
    return Repaired(draft, tuple(told))


def _inside(place: Place, lines: Sequence[str]) -> Place:
    """Answer a place that an edit has moved past the end of its line at that end."""
    end = len(lines[min(place.line, len(lines)) - 1]) + 1
    if place.column <= end:
        return place
    return replace(place, column=end, end_line=place.line, end_column=end + 1)


def _step(file: str, draft: Draft, failure: Finding, attempt: Attempt, *, listed: bool) -> _Step:
    """Edit one slip away: by the first of the ways to try by which the parser comes further."""
    for tries in _ways(file, draft, failure):
        best = _best(draft, failure, tries, attempt)
        if best is not None:
            return best
    return _given_up(draft, failure, listed=listed)


def _given_up(draft: Draft, failure: Finding, *, listed: bool) -> _Step:
    edited = draft.edited(remedies.whole(draft.lines, listed=listed))
    return _Step(edited, failure, None, shown=False)


def _is_worth_it(draft: Draft, *, listed: bool) -> bool:
    """Whether lines may be a record; of a mapping they begin with a key."""
    if len(draft.lines) > MAX_LINES or max(map(len, draft.lines)) > MAX_LINE:
        return False
    return listed or draft.text.lstrip()[:1] not in "-{["


def _best(draft: Draft, failure: Finding, tries: Iterable[_Try], attempt: Attempt) -> _Step | None:
    """Answer the first try that leaves nothing wrong, else the one that comes farthest."""
    best: _Step | None = None
    farthest = _reached(draft, failure)
    for one in tries:
        edited = draft.edited(one.edits)
        left = attempt(edited.text)
        step = _Step(edited, one.finding, left, one.shown)
        if left is None:
            return step
        if _reached(edited, left) > farthest:
            best, farthest = step, _reached(edited, left)
    return best


def _reached(draft: Draft, failure: Finding) -> tuple[int, int]:
    place = draft.place(failure.place)
    return place.line, place.column


def _ways(file: str, draft: Draft, failure: Finding) -> Iterator[Iterable[_Try]]:
    """Answer what is to be tried: good beside bad, certain beside guessed, small beside large."""
    lines = draft.lines
    yield (_Try(edits, finding, shown=True) for edits, finding in _strays(file, lines))
    order = _order(lines, failure)
    slips = {at: slip for at in order if (slip := _slip(file, lines, at))}
    yield (
        _Try(edits, _told(file, at + 1, better), shown=True)
        for at, slip in slips.items()
        if slip.why not in remedies.BESIDE or not remedies.stands_with_next(lines, at)
        for edits, better in remedies.made_good(at, lines[at], slip)
    )
    for give_up in (remedies.within_brackets, remedies.given_up):
        yield (
            _Try(edits, _told(file, at + 1, slip), shown=True)
            for at, slip in slips.items()
            for edits in give_up(lines, at, slip.column)
        )
    yield from _guesses(lines, failure, [at for at in order[:3] if at not in slips])


def _strays(file: str, lines: Sequence[str]) -> Iterator[tuple[Sequence[Edit], Finding]]:
    """Take out lines that begin with the record and say nothing of it, and rows of a table."""
    for at, line in enumerate(lines):
        litter = remedies.is_litter(line)
        stray = litter or (bool(at) and remedies.is_stray(line, lines[0]))
        slip = _slip(file, lines, at) if stray or not at else None
        table = slip if slip is not None and slip.why in {TABLE, HEADING} else None
        if stray or table:
            end = len(line.rstrip()) + 1
            other = ("litter", "") if litter else ("stray", shape_of(file))
            told = table or Diagnosis(1, end, *other)
            yield (Edit(at, 1, line, ""),), _told(file, at + 1, told)


def _guesses(
    lines: Sequence[str], failure: Finding, nearest: Sequence[int]
) -> Iterator[Iterable[_Try]]:
    """Answer what is to be tried where no line shows the slip."""
    here = failure.place.line - 1
    ways = (
        (edits for at in nearest for edits in remedies.moved(lines, at)),
        remedies.within_brackets(lines, here, failure.place.column) if here in nearest else (),
    )
    losses = [edits for at in nearest for edits in remedies.given_up(lines, at)]
    small = [edits for edits in losses if len(edits) == 1]
    for way in (*ways, small, (edits for edits in losses if len(edits) > 1)):
        yield (_Try(edits, failure, shown=False) for edits in way)


def _order(lines: Sequence[str], failure: Finding) -> list[int]:
    """Answer the lines in which the slip may lie, the likeliest first."""
    here = min(failure.place.line, len(lines)) - 1
    opened = failure.arguments.get("opened", "")
    start = int(opened) - 1 if opened else here
    above = next((at for at in range(here - 1, -1, -1) if lines[at].strip()), here)
    early = failure.arguments.get("why") in _FROM_ITS_START
    near = (start, here, above) if early else (here, above, start)
    return list(dict.fromkeys((*near, *range(here))))


def _slip(file: str, lines: Sequence[str], at: int) -> Diagnosis | None:
    """Answer the slip that a line shows; what begins a record is judged only where one begins."""
    if file == "plan.yaml":
        # Its keys stand in the first column, and beside one another.
        return diagnose_line(file, (_BESIDE, *lines), at + 1)
    alone = file.startswith("readings/") or (not at and lines[at].lstrip().startswith("{"))
    return (diagnose(lines[at]) if alone else None) or diagnose_line(file, lines, at)


def _told(file: str, line: int, slip: Diagnosis) -> Finding:
    place = Place(file, line, slip.column, line, slip.end_column)
    return Finding("yaml-syntax", place, {"why": slip.why, "text": slip.text})


def _alone(draft: Draft, failure: Finding, attempt: Attempt, *, listed: bool) -> bool:
    """Whether the line on which the parser gave up is no YAML by itself either."""
    line = draft.lines[min(failure.place.line, len(draft.lines)) - 1]
    start = line[: len(line) - len(line.lstrip())]
    entry = f"- {line.strip().removeprefix('- ')}"
    return "\t" in start or attempt(entry if listed else f"{_BESIDE[:3]}\n{entry}") is not None
