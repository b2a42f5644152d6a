"""What a change says, in one sentence: `fjdex diff` and `fjdex log` say it alike."""

from collections.abc import Mapping
from dataclasses import dataclass

from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.render.diff_apart import Units, apart, differences
from fjdex.render.diff_values import Teller
from fjdex.review.change import Change, Deed


@dataclass(frozen=True)
class Sides:
    """What a page needs to know of the two sides: plans, what they are called, file prefixes."""

    plans: tuple[Plan, Plan]
    names: tuple[str, str]
    prefixes: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """One change in words, and where it stands as `file:line`."""

    text: str
    place: str


# Changes that are told together though each is of another record.
REGISTERS = ("plan", "agencies", "areas", "sources", "readings")

# Of these it is told which keys differ.
_WITHIN = frozenset({Deed.REVISED, Deed.CORRECTED})


class Lines:
    """Puts changes into words, each with where it stands."""

    def __init__(self, sides: Sides, voice: Voice) -> None:
        self.sides, self.voice = sides, voice
        self.was, self.now = (Teller(plan, voice) for plan in sides.plans)

    def told(self, change: Change, key: str) -> Told:
        """Say a change below the heading of a record, or of the register `key`."""
        line = self._line(change)
        if key in REGISTERS and key != "plan" and not change.whole:
            line = self.voice("diff.of-record", id=change.id, line=line)
        if change.of is not None:
            decided = change.of.decided.isoformat()
            line = self.voice("diff.of-goal", line=line, decided=decided)
        return Told(line, self._place(change))

    def _line(self, change: Change) -> str:
        thing, units = self.thing(change), self._units(change)
        sides = (self.was, change.before), (self.now, change.after)
        what = self.now.known_by(change.after)
        if change.deed in _WITHIN and what:
            form = "corrected" if change.deed is Deed.CORRECTED else "revised-within"
            within = differences(*sides, units)
            what = self.was.known_by(change.before)
            return self.voice(f"diff.line.{form}", thing=thing, what=what, differences=within)
        pair = change.before, change.after
        before, after = apart(self.was, self.now, pair, change.thing, units)
        if before == after and change.deed is Deed.REVISED:
            # They differ in what is not said of the whole, such as a note.
            within = differences(*sides, units)
            return self.voice("diff.line.revised-keys", thing=thing, differences=within)
        return self.voice(f"diff.line.{change.deed.value}", thing=thing, before=before, after=after)

    def _units(self, change: Change) -> Units:
        """Answer the unit of a record's values on either side; of one that lacks it the other's."""
        was, now = self.was.unit(change.subject.former), self.now.unit(change.id)
        return was or now, now or was

    def teller(self, change: Change) -> tuple[Teller, str | None]:
        """Answer who says a change's value, and in which unit."""
        teller = self.was if change.after is None else self.now
        id_ = change.subject.former if change.after is None else change.id
        return teller, teller.unit(id_)

    def thing(self, change: Change) -> str:
        """Say what sort of fact it is; of a band, of which rating."""
        thing = self.voice(f"diff.key.{change.thing}")
        value = change.before if change.after is None else change.after
        if isinstance(value, Mapping):
            ratings = (self.voice(f"terms.rating.{one}") for one in value)
            what = self.voice("diff.list").join(ratings)
            return self.voice("diff.band", rating=what)
        return thing

    def _place(self, change: Change) -> str:
        before, after = self.sides.prefixes
        prefix = before if change.place_after is None else after
        place = change.place
        return f"{prefix}{place.file}:{place.line}" if place else ""
