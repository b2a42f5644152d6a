"""A bulletin in one language: how it says an item, a reading, an agency and a day."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from fjdex.assess.item import Item
from fjdex.bulletin.quarterly import Bulletin, ListPart
from fjdex.messages import Voice
from fjdex.plan.plan import part_of
from fjdex.plan.readings import Reading
from fjdex.plan.records import Target
from fjdex.plan.terms import ListName, Qualifier, Rating
from fjdex.render.escape import md
from fjdex.render.items import (
    agency_said,
    awaited,
    expected_said,
    flags_said,
    goal_said,
    pace_said,
    rating_printed,
    scale_of_row,
    unit_of,
)
from fjdex.render.numbers import said
from fjdex.render.periods import date_said, period_said
from fjdex.render.pictures import Pictures

# So many names are listed one by one; each has its row in a table as well.
_MANY = 30
# How all of so many parts are called.
_WHOLE = {1: "one", 2: "both"}
# A quotation within one has the other marks; in English ’ is an apostrophe as well.
_NESTED = {"zh": str.maketrans("“”‘’", "‘’“”"), "en": str.maketrans("“”", "‘’")}


@dataclass(frozen=True)
class Words:
    """A bulletin in one language, with its charts and the digests of its data and templates."""

    bulletin: Bulletin
    voice: Voice
    digest: str = ""
    pictures: Pictures = field(default_factory=Pictures)
    templates: str = ""

    @property
    def lists(self) -> tuple[ListPart, ...]:
        """The lists that hold something to count."""
        return tuple(part for part in self.bulletin.lists if part.items)

    def day(self, day: date | None) -> str:
        """Say a day; "" where there is none."""
        return date_said(day, self.voice) if day else ""

    def title(self, id_: str) -> str:
        """Answer a record's title."""
        return self.bulletin.plan.records[id_].title.in_(self.voice.language)

    def name(self, item: Item) -> str:
        """Answer an item's title."""
        return self.title(item.id)

    def quoted(self, id_: str) -> str:
        """Answer a record's title as it stands between quotation marks."""
        return self.title(id_).translate(_NESTED[self.voice.language])

    def listed(self, names: Sequence[str]) -> str:
        """Write names one after the other; of very many the first, and how many there are."""
        text = self.voice("status.semicolon").join(names[:_MANY])
        if len(names) <= _MANY:
            return text
        return self.voice("report.among", names=text, count=len(names))

    def rating(self, rating: Rating) -> str:
        """Say a rating."""
        return rating_printed(rating, self.voice)

    def rated(self, item: Item) -> str:
        """Say an item's rating with its flags."""
        word, flags = self.rating(item.rating), flags_said(item, self.voice)
        return self.voice("status.flagged", rating=word, flags=flags) if flags else word

    def awaited(self, item: Item) -> str:
        """Say the rating of what falls due, with its flags and how much is still to come."""
        flags = flags_said(item, self.voice)
        return awaited(item, self.voice, self.rating(item.rating), flags)

    def agency(self, id_: str) -> str:
        """Name an agency as everywhere: by its short form in Chinese."""
        return agency_said(self.bulletin.plan, id_, self.voice)

    def full(self, id_: str) -> str:
        """Name an agency in full."""
        agency = self.bulletin.plan.agency.get(id_)
        return agency.name.in_(self.voice.language) if agency else id_

    def both(self, id_: str) -> str:
        """Name an agency by its short form, with its full name where that is another."""
        short, full = self.agency(id_), self.full(id_)
        return short if short == full else self.voice("report.in-full", short=short, full=full)

    def lead(self, item: Item) -> str:
        """Name the agency that leads an item, which is the first."""
        leads = self.bulletin.plan.records[item.id].leads
        return self.agency(leads[0]) if leads else ""

    def when(self, reading: Reading) -> str:
        """Say of when a reading is: the period that it covers, or its day."""
        if reading.period is not None and reading.value is not None:
            return period_said(reading.period, self.voice)
        if reading.within is not None:
            return self.voice("terms.within", period=period_said(reading.within, self.voice))
        return self.day(reading.date)

    def said(self, item: Item, reading: Reading) -> str:
        """Say a value or a state, without its day; another quantity has a scale of its own."""
        if reading.state is not None:
            return self.voice(f"terms.state.{reading.state.value}")
        scale = None if reading.measure else self.scale(item)
        return said(reading, unit_of(self.bulletin.plan, item), self.voice, scale)

    def scale(self, item: Item) -> int:
        """Answer the power of ten in which all of an item's values are written."""
        return scale_of_row(self.bulletin.plan, item, self.voice)

    def dated(self, item: Item, reading: Reading) -> str:
        """Say a value or a state with its day: 7.1万个（2022年9月30日）."""
        value = self.said(item, reading)
        if reading.state is not None and reading.qualifier is Qualifier.BY:
            return self.voice("report.state-by", state=value, when=self._by(reading))
        return self.voice("report.dated", value=value, when=self.when(reading))

    def _by(self, reading: Reading) -> str:
        """Say by when something was so: a day, or the end of the period that is known."""
        if reading.within is None:
            return self.day(reading.date)
        return self.voice("report.end-of", period=period_said(reading.within, self.voice))

    def reading(self, item: Item) -> str:
        """Say the reading that a rating rests on, with its day; "" where there is none."""
        if item.reading is None:
            return ""
        return self.dated(item, item.reading)

    def latest(self, item: Item) -> str:
        """Say, as Markdown, the last value that counts; "" where the rating rests on it."""
        return self.voice("report.later", said=self.last(item)) if item.latest else ""

    def last(self, item: Item) -> str:
        """Say the last reading that counts with its source, as Markdown."""
        reading = item.latest or item.reading
        if reading is None:
            return ""
        return md(self.dated(item, reading)) + self.number(reading.source)

    def number(self, source: str | None) -> str:
        """Answer the number of a source in brackets; "" where none is given."""
        number = self.bulletin.number_of(source)
        return self.voice("report.cited", number=number) if number else ""

    def cited(self, item: Item) -> str:
        """Answer the number of the source of an item's reading; "" where there is none."""
        own = None if item.worst else item.reading
        return self.number(own.source) if own else ""

    def goal(self, item: Item) -> str:
        """Say the goal in force."""
        unit = unit_of(self.bulletin.plan, item)
        return goal_said(item.goal, unit, self.voice, self.scale(item))

    def asked(self, item: Item) -> str:
        """Say what was asked for, after the reading that fell short of it; "" of no target."""
        goal, said = item.goal, self.goal(item)
        if goal is None or not said:
            return ""
        return self.voice("report.asked-state" if goal.state else "report.asked", goal=said)

    def rests(self, item: Item) -> str:
        """Say what a rating rests on."""
        if item.list is ListName.TARGETS:
            return self.reading(item)
        return self._worst(item) if item.worst is not None else self._progress(item)

    def _worst(self, item: Item) -> str:
        """Name the item that decided, with its rating, and say how many are not due yet."""
        assert item.worst is not None  # noqa: S101 (the caller has looked)
        total, waiting = sum(item.children.values()), item.children.get(Rating.NOT_DUE, 0)
        if waiting == total:
            key = "report.waiting-all" if total > 1 else "report.waiting-only"
            return self.voice(key, total=total)
        worst = self.bulletin.assessment.items[item.worst]
        key = "report.worst" if total > 1 else "report.worst.only"
        text = self.voice(key, name=self.quoted(item.worst), rating=self.rating(worst.rating))
        return text + (self.voice("report.waiting", total=total, count=waiting) if waiting else "")

    def _progress(self, item: Item) -> str:
        """Say how many parts are delivered, and the state that came last."""
        reading, state = item.reading, self.reading(item)
        if item.parts is None:
            return state
        done, total = item.parts
        if reading is None:
            return self.voice("report.no-part", total=total)
        key = "none" if not done else "some" if done < total else _WHOLE.get(total, "all")
        text = self.voice(f"report.parts.{key}", done=done, total=total)
        part = part_of(self.bulletin.plan.records[item.id], reading.part)
        if part is not None:
            name = part.name.in_(self.voice.language)
            return text + self.voice("report.latest.part", name=name, state=state)
        return text + self.voice("report.latest", state=state)

    def due(self, item: Item) -> str:
        """Say when an item is due: the day, else the plan's own words that there is none."""
        record = self.bulletin.plan.records[item.id]
        if item.due or isinstance(record, Target):
            return self.day(item.due)
        ongoing = self.voice("terms.rating.ongoing")
        return record.due.text if self.voice.language == "zh" else ongoing

    def row(self, item: Item) -> dict[str, str]:
        """Answer what a table or a list says of an item."""
        plan, voice = self.bulletin.plan, self.voice
        return {
            "name": self.name(item),
            "rating": self.rated(item),
            "reading": self.reading(item),
            "cited": self.cited(item),
            "latest": self.latest(item),
            "expected": expected_said(plan, item, voice),
            "pace": pace_said(plan, item, voice),
            "goal": self.goal(item),
            "asked": self.asked(item),
            "rests": self.rests(item),
            "due": self.due(item),
            "lead": self.lead(item),
        }
