"""What `fjdex show` has at hand for a page: its item, the places and the numbers of its sums."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from fjdex.assess.assessment import Assessment
from fjdex.assess.item import Item
from fjdex.load import Loaded, readings_file
from fjdex.messages import Voice
from fjdex.plan.plan import Plan, part_of
from fjdex.plan.readings import Reading
from fjdex.plan.records import Record, Target
from fjdex.plan.words import Words
from fjdex.render.blocks import Line
from fjdex.render.items import unit_of
from fjdex.render.numbers import (
    day_said,
    grouped,
    measured,
    places_of,
    rounded,
    rounded_or_one_more,
    said,
    shift_of,
)

_INDENT = 2
# How wide the words are that the steps begin with.
_HANG = {"en": 10, "zh": 8}


@dataclass(frozen=True)
class Page:
    """What is to be shown of one record; `rev` says of which commit it is, where of one."""

    assessment: Assessment
    loaded: Loaded
    item: Item
    prefix: str
    voice: Voice
    rev: str = ""

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.assessment.plan

    @property
    def as_of(self) -> date:
        """The day asked about."""
        return self.assessment.as_of

    @property
    def record(self) -> Record:
        """The record itself."""
        return self.plan.records[self.item.id]

    def words(self, words: Words | None) -> str:
        """Say a wording in the page's language."""
        return words.in_(self.voice.language) if words else ""

    def area_said(self, id_: str | None) -> str:
        """Say an area's name, or its id where the plan does not know it."""
        area = self.plan.area.get(id_ or "")
        return self.words(area.name) if area else id_ or ""

    @property
    def unit(self) -> str | None:
        """The unit of the item's values."""
        return unit_of(self.plan, self.item)

    def line(self, key: str, **arguments: str) -> Line:
        """Answer a line of the arithmetic."""
        text = self.voice(f"show.step.{key}", **arguments)
        return Line(text, indent=_INDENT, hang=_HANG[self.voice.language])

    def number(self, value: Fraction) -> str:
        """Write a number of a sum, in the digits of reading and goal or one more."""
        shift = shift_of(self.unit, self.voice)
        value *= Fraction(10) ** shift
        return grouped(rounded_or_one_more(value, self._places()))

    def amount(self, value: Fraction) -> str:
        """Write a number with its unit, rounded up to the digits of reading and goal.

        Up, because what is still needed must be enough.
        """
        places = self._places() + shift_of(self.unit, self.voice)
        scale = Fraction(10) ** max(0, places)
        whole = Fraction(-((-value * scale) // 1)) / scale
        shown = rounded(whole, max(0, places))
        if self.unit == "%":
            return self.voice("terms.points", value=grouped(shown))
        return measured(shown, self.unit, self.voice)

    def rate(self, value: Fraction) -> str:
        """Write what a month brings, with a digit more than the values have."""
        shift = shift_of(self.unit, self.voice)
        shown = rounded_or_one_more(value, max(0, self._places() + shift))
        if self.unit == "%":
            return self.voice("terms.points", value=grouped(shown))
        return measured(shown, self.unit, self.voice)

    def _places(self) -> int:
        values = [one.value for one in (self.item.reading, self.item.goal) if one is not None]
        return max(0, places_of(values) - shift_of(self.unit, self.voice))

    def said(self, reading: Reading) -> str:
        """Say a reading with its day, and with its part where it is of one."""
        part = part_of(self.record, reading.part)
        words = [part.name.in_(self.voice.language)] if part else []
        text = " ".join([*words, said(reading, self.unit, self.voice)])
        return f"{text} ({day_said(reading, self.voice)})"

    def at_reading(self, reading: Reading) -> str:
        """Answer the file and line of a reading."""
        return f"{self.prefix}{readings_file(self.item.id)}:{reading.line}"

    def at_goal(self, *path: str | int) -> str:
        """Answer the file and line of the goal in force, or of something in it."""
        target = self.record
        if not isinstance(target, Target) or self.item.goal is None:
            return ""
        return self.at_target(target, "goals", target.goals.index(self.item.goal), *path)

    def at_target(self, target: Target, *path: str | int) -> str:
        """Answer the file and line of something in a target's record."""
        ids = [one.id for one in self.loaded.draft.targets]
        index = self.loaded.understood["targets.yaml"][ids.index(target.id)]
        place = self.loaded.places.of("targets.yaml", index, *path)
        return f"{self.prefix}{place.file}:{place.line}"
