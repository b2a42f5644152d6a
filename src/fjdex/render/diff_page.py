"""What `fjdex diff` says, before it is known in which form: sentences, rows, places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fjdex.messages import Voice
from fjdex.plan.findings import Finding
from fjdex.plan.records import Goal
from fjdex.plan.scalars import visible
from fjdex.plan.terms import Rating
from fjdex.render.diff_lines import REGISTERS, Lines, Sides, Told
from fjdex.render.diff_summary import headline, reshaped_said
from fjdex.render.findings import headline as findings_headline
from fjdex.render.items import goal_said
from fjdex.review.change import RATED, READING, Change
from fjdex.review.ratings import CHILD, TIME, TOGETHER, UNKNOWN, Moved
from fjdex.review.review import Review

# So many causes of one move are named.
_FEW = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A rating that moved, in words."""

    before: Rating | None
    after: Rating | None
    name: str
    because: str
    lead: str
    id: str


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one record, or of one register."""

    heading: str
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Page:
    """Everything that is said of a comparison."""

    headline: str
    between: str
    notes: tuple[str, ...]
    rows: tuple[Row, ...]
    groups: tuple[Group, ...]
    by_time: tuple[Row, ...]
    since: str
    findings: tuple[Group, ...]


def page_of(review: Review, sides: Sides, voice: Voice) -> Page:
    """Answer what is said of a review."""
    return _Writer(review, sides, voice).page()


class _Writer:
    """Puts one review into words."""

    def __init__(self, review: Review, sides: Sides, voice: Voice) -> None:
        self.review, self.sides, self.voice = review, sides, voice
        self.lines = Lines(sides, voice)
        self.was, self.now = self.lines.was, self.lines.now

    def page(self) -> Page:
        review, voice = self.review, self.voice
        before, after = self.sides.names
        day = review.as_of.isoformat()
        return Page(
            headline=headline(review, self.sides.plans, self.sides.prefixes[1], voice),
            between=voice("diff.between", before=before, after=after, day=day),
            notes=tuple(self._notes()),
            rows=tuple(self._row(one) for one in review.moved),
            groups=() if review.comparison.whole else tuple(self._groups()),
            by_time=tuple(self._row(one) for one in review.by_time),
            since=review.since.isoformat() if review.since else "",
            findings=tuple(self._findings()),
        )

    def _notes(self) -> Iterator[str]:
        comparison = self.review.comparison
        if comparison.changes and comparison.reshaped:
            files, prefix = comparison.reshaped, self.sides.prefixes[1]
            yield reshaped_said("diff.also-reshaped", files, prefix, self.voice)
        if comparison.changes and not self.review.rated and not comparison.whole:
            faulty = comparison.before or comparison.after
            day = self.review.as_of.isoformat()
            yield self.voice("diff.unrated" if faulty else "diff.unrated-day", day=day)

    def _findings(self) -> Iterator[Group]:
        """Tell what either side cannot read, each side with its name."""
        sides = (self.review.comparison.before, self.review.comparison.after)
        keys = ("before", "after")
        for key, findings, name, prefix in zip(
            keys, sides, self.sides.names, self.sides.prefixes, strict=True
        ):
            if findings:
                told = tuple(self._finding(one, prefix) for one in findings)
                yield Group(self.voice(f"diff.findings.{key}", side=name), told)

    def _finding(self, finding: Finding, prefix: str) -> Told:
        text = f"{finding.severity.value}[{finding.code}] {findings_headline(finding, self.voice)}"
        place = finding.place
        return Told(text, f"{visible(prefix + place.file)}:{place.line}:{place.column}")

    def _row(self, moved: Moved) -> Row:
        teller = self.now if moved.id in self.now.plan.records else self.was
        return Row(
            moved.before,
            moved.after,
            teller.name(moved.id),
            self._because(moved),
            teller.lead(moved.id),
            moved.id,
        )

    def _because(self, moved: Moved) -> str:
        voice, cause = self.voice, moved.cause
        if cause.kind in {TIME, UNKNOWN}:
            return voice(f"diff.because.{cause.kind}")
        names = self._few([self._name(one) for one in cause.children], "list")
        children = voice("diff.because.child", names=names) if names else ""
        if cause.kind == CHILD:
            return children
        changes = [self._of(one, moved.id) for one in cause.changes]
        causes = self._few([one for one in (*changes, children) if one], "and")
        return voice("diff.because.together", causes=causes) if cause.kind == TOGETHER else causes

    def _few(self, words: Sequence[str], joint: str) -> str:
        """Say a few words; of more the first, and how many there are besides."""
        said = self.voice(f"diff.{joint}").join(words[:_FEW])
        more = len(words) - _FEW
        return self.voice("diff.because.more", causes=said, count=more) if more > 0 else said

    def _name(self, id_: str) -> str:
        return (self.now if id_ in self.now.plan.records else self.was).name(id_)

    def _of(self, change: Change, id_: str) -> str:
        """Name a change as the cause of a record's move; of another record, with its name."""
        what = self._shortly(change)
        if change.table == "plan" or (change.table in RATED and change.id == id_):
            return what
        return self.voice("diff.because.other", name=self._name(change.id), what=what)

    def _shortly(self, change: Change) -> str:
        """Say what changed, and which of its kind."""
        if change.whole:
            return self.voice(f"diff.because.{change.deed.value}")
        value = change.after or change.before
        teller, unit = self.lines.teller(change)
        what = teller.known_by(value)
        if isinstance(value, Goal):
            goal = goal_said(value, unit, self.voice)
            what = self.voice("diff.next", value=goal, date=value.due.isoformat())
        elif change.thing in {READING, "path"}:
            what = teller.whole(value, READING, unit)
        elif change.table not in RATED and change.table != "plan":
            return self.lines.thing(change)
        elif not what:
            what = teller.whole(value, change.thing, unit)
        return self.voice("diff.because.change", thing=self.lines.thing(change), what=what)

    def _groups(self) -> Iterator[Group]:
        found: dict[str, list[Change]] = {}
        for change in self.review.comparison.changes:
            key = change.table if change.table in REGISTERS else change.id
            found.setdefault(key, []).append(change)
        order = [*(one for one in found if one not in REGISTERS), *REGISTERS]
        for key in order:
            if key in found:
                told = tuple(self.lines.told(one, key) for one in found[key])
                yield Group(self._heading(key), told)

    def _heading(self, key: str) -> str:
        voice = self.voice
        if key in REGISTERS:
            return voice(f"diff.group.{key}")
        teller = self.now if key in self.now.plan.records else self.was
        form = "group.lead" if teller.lead(key) else "group"
        return voice(f"diff.{form}", name=teller.name(key), id=key, lead=teller.lead(key))
