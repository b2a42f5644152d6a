"""How a rating came about, step by step, with the file and line of every input."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from fjdex.assess.duepath import Due, Origin, Point
from fjdex.assess.item import Flag, Forecast, Item
from fjdex.assess.series import rivals_of, why_preferred
from fjdex.load import Loaded, readings_file
from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Target
from fjdex.plan.terms import Kind
from fjdex.render.blocks import Block, Line
from fjdex.render.items import bounds_of, goal_said, pace_said, unit_of
from fjdex.render.numbers import exact, grouped, measured, places_of, ratio, rounded, said, shift_of

_INDENT = 2


@dataclass(frozen=True)
class Steps:
    """One item's way from its inputs to its rating."""

    plan: Plan
    loaded: Loaded
    item: Item
    prefix: str
    voice: Voice

    def blocks(self) -> Iterator[Block]:
        """Answer a line for each step."""
        if self.item.reading is not None:
            yield self._line("reading", value=self._said(self.item.reading), at=self._at_reading())
            yield from self._rivals(self.item.reading)
        yield from self._start()
        if self.item.goal is not None:
            goal = goal_said(self.item.goal, unit_of(self.plan, self.item), self.voice)
            due = self.item.goal.due.isoformat()
            yield self._line("goal", value=goal, due=due, at=self._at_goal())
        yield from self._pace()
        yield from self._outlook()
        word = self.voice(f"terms.rating.{self.item.rating.value}")
        why = self.voice(f"show.because.{self.item.rating.value}", **self._because())
        yield self._line("verdict", rating=word, why=why)

    def _line(self, key: str, **arguments: str) -> Line:
        return Line(self.voice(f"show.step.{key}", **arguments), indent=_INDENT)

    def _said(self, reading: Reading) -> str:
        day = reading.date.isoformat()
        return f"{said(reading, unit_of(self.plan, self.item), self.voice)} ({day})"

    def _at_reading(self, reading: Reading | None = None) -> str:
        one = reading or self.item.reading
        return f"{self.prefix}{readings_file(self.item.id)}:{one.line if one else 1}"

    def _at_goal(self, *path: str | int) -> str:
        target = self.plan.records[self.item.id]
        if not isinstance(target, Target) or self.item.goal is None:
            return ""
        return self._at(target, "goals", target.goals.index(self.item.goal), *path)

    def _at(self, target: Target, *path: str | int) -> str:
        index = self.loaded.understood["targets.yaml"][self.plan.targets.index(target)]
        place = self.loaded.places.of("targets.yaml", index, *path)
        return f"{self.prefix}{place.file}:{place.line}"

    def _rivals(self, reading: Reading) -> Iterator[Block]:
        """Say why this one was taken where several readings are for its day."""
        rivals = rivals_of(self.plan, self.plan.records[self.item.id], reading)
        if reading.value is None:
            return
        for one in rivals:
            reason = why_preferred(self.plan, reading, one)
            why = self.voice(f"show.preferred.{reason}")
            key = "disputing" if one in self.item.disputing else "rival"
            yield self._line(key, value=self._said(one), why=why, at=self._at_reading(one))

    def _outlook(self) -> Iterator[Block]:
        """Say where the item stands within its year, what it needs, and where it is heading."""
        outlook = self.item.outlook
        if outlook is None:
            return
        if outlook.year is not None:
            year = ratio(outlook.year, bounds_of(self.plan))
            behind = Flag.YEAR_BEHIND in self.item.flags
            yield self._line("year-behind" if behind else "year", pace=year)
        if outlook.needed is not None:
            needed, so_far = map(self._rate, (outlook.needed.per_month, outlook.needed.so_far))
            yield self._line("needed", needed=needed, so_far=so_far)
        if outlook.forecast is not None:
            yield from self._forecast(outlook.forecast)

    def _forecast(self, forecast: Forecast) -> Iterator[Block]:
        due = self.item.due.isoformat() if self.item.due else ""
        when = forecast.reaches.isoformat() if forecast.reaches else ""
        key = "forecast" if when else "forecast-never"
        yield self._line(key, due=due, value=self._number(forecast.projected), day=when)
        if forecast.contradicts(self.item.rating):
            yield self._line("contradicts-more" if forecast.enough else "contradicts-less", due=due)

    def _rate(self, value: Fraction) -> str:
        places = places_of((self._reading_value(), self._goal_value())) + 1
        shift = shift_of(self._unit, self.voice)
        return grouped(rounded(value * Fraction(10) ** shift, max(1, places - shift)))

    def _start(self) -> Iterator[Block]:
        start, target = self.item.start, self.plan.records[self.item.id]
        if start is None or not isinstance(target, Target):
            return
        if start.reading is not None:
            at = self._at_reading(start.reading)
            yield self._line("derived", value=self._said(start.reading), at=at)
        else:
            value = measured(rounded(start.value, 12).normalize(), self._unit, self.voice)
            at = self._at(target, "baseline")
            yield self._line("baseline", value=f"{value} ({start.date.isoformat()})", at=at)

    def _pace(self) -> Iterator[Block]:
        pace, reading = self.item.pace, self.item.reading
        if pace is None or reading is None:
            return
        expected = self._number(pace.expected)
        yield self._line(
            "due", day=reading.date.isoformat(), sum=self._due(pace.due), value=expected
        )
        if pace.elapsed is not None:
            share = ratio(pace.elapsed, (), 3)
            yield self._line("elapsed", share=share, value=expected)
        if pace.ratio is not None:
            base = self._number(self.item.start.value if self.item.start else Fraction(0))
            base = "0" if pace.elapsed is not None else base
            value = self._number(Fraction(reading.value or 0))
            said_ = pace_said(self.plan, self.item, self.voice)
            yield self._line("pace", value=value, base=base, expected=expected, pace=said_)

    def _due(self, due: Due) -> str:
        if due.before == due.after:
            return self._point(due.before)
        elapsed = (self._day() - due.before.date).days
        span = (due.after.date - due.before.date).days
        first, last = self._number(due.before.value), self._number(due.after.value)
        ends = f"{self._point(due.before)} → {self._point(due.after)}"
        return f"{first} + ({last} − {first}) × {elapsed}/{span}, {ends}"

    def _day(self) -> date:
        """Answer the day for which the due value was reckoned."""
        target, reading = self.plan.records[self.item.id], self.item.reading
        assert reading is not None  # noqa: S101 (there is a pace)
        flow = isinstance(target, Target) and target.kind is Kind.FLOW
        if not flow or reading.period is None:
            return reading.date
        end = reading.period.end
        last = date(end.year, 12, 31)
        return end if reading.period.full_year else min(last, self.item.due or last)

    def _point(self, point: Point) -> str:
        word = self.voice(f"show.origin.{point.origin.value}")
        text = f"{word} {self._number(point.value)} ({point.date.isoformat()})"
        path = ("path", point.index) if point.origin is Origin.PATH else ()
        return text if point.origin is Origin.BASELINE else f"{text} {self._at_goal(*path)}"

    @property
    def _unit(self) -> str | None:
        return unit_of(self.plan, self.item)

    def _number(self, value: Fraction) -> str:
        """Write a number of the sums, in the digits of reading and goal or one more."""
        shift = shift_of(self._unit, self.voice)
        value *= Fraction(10) ** shift
        places = max(0, places_of((self._reading_value(), self._goal_value())) - shift)
        whole = rounded(value, places)
        return grouped(whole) if Fraction(whole) == value else grouped(rounded(value, places + 1))

    def _reading_value(self) -> Decimal | None:
        return self.item.reading.value if self.item.reading else None

    def _goal_value(self) -> Decimal | None:
        return self.item.goal.value if self.item.goal else None

    def _because(self) -> dict[str, str]:
        bands = {rating.value: str(least) for rating, least in self.plan.header.bands.items()}
        least = bands.get(self.item.rating.value, "")
        above = sorted(bounds_of(self.plan))
        pace = self.item.pace.ratio if self.item.pace else None
        over = next((bound for bound in above if pace is not None and pace < bound), None)
        return {
            "least": least,
            "most": exact(over) if over is not None else "",
            "due": self.item.due.isoformat() if self.item.due else "",
            "worst": self.plan.records[self.item.worst].title.in_(self.voice.language)
            if self.item.worst
            else "",
        }
