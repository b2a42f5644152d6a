"""What a fact says, in words: a reading, a goal, a due date, a title."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import (
    Agency,
    Area,
    Baseline,
    Clause,
    Due,
    Goal,
    NextGoal,
    Outcome,
    Part,
    PathPoint,
    RatingClass,
    Remark,
    Section,
    Source,
    Target,
    Task,
)
from fjdex.plan.terms import Comparability, Status
from fjdex.plan.words import Words
from fjdex.render.items import agency_said, goal_said
from fjdex.render.numbers import day_said, grouped, measured, said

# The keys that hold ids of agencies, and an area's, which are said by name.
_AGENCIES = frozenset({"leads", "members"})
_AREAS = frozenset({"area", "parent"})


class Teller:
    """Says the facts of one side of a comparison, in one language."""

    def __init__(self, plan: Plan, voice: Voice) -> None:
        self.plan, self.voice = plan, voice

    def name(self, id_: str) -> str:
        """Name a record, by its id where the side does not have it."""
        record = self.plan.records.get(id_)
        return record.title.in_(self.voice.language) if record else id_

    def lead(self, id_: str) -> str:
        """Name the agency that leads a record; "" where none does."""
        record = self.plan.records.get(id_)
        return (
            agency_said(self.plan, record.leads[0], self.voice) if record and record.leads else ""
        )

    def unit(self, id_: str) -> str | None:
        """Answer the unit of a record's values."""
        record = self.plan.records.get(id_)
        return record.unit if isinstance(record, Target) else None

    def whole(self, value: object, key: str, unit: str | None) -> str:
        """Say a fact; `key` is what holds it, `unit` that of the record's values."""
        if value is None or value == ():
            return self.voice("diff.nothing")
        for sort, say in _SAY.items():
            if isinstance(value, sort):
                return say(self, value, key, unit)
        return str(value)

    def known_by(self, value: object) -> str:
        """Say which of its kind a fact is: a reading's day, a goal's, a part's id."""
        if isinstance(value, Reading):
            area = self.area(value.area) if value.area else ""
            part = self.voice("diff.reading.part", text=value.part) if value.part else ""
            measure = self.words(value.measure) if value.measure else ""
            words = (day_said(value, self.voice), area, part, measure, value.source)
            return self.voice("diff.list").join(filter(None, words))
        if isinstance(value, Goal):
            return self.voice("diff.decided", date=value.decided.isoformat())
        if isinstance(value, PathPoint | Baseline):
            return value.date.isoformat()
        if isinstance(value, Remark):
            return str(value.quarter)
        return str(getattr(value, "id", ""))

    def names(self, value: object, key: str) -> Mapping[str, str]:
        """Answer by its id how each agency or area is called that a fact names."""
        if key in _AGENCIES and isinstance(value, tuple):
            return {str(one): agency_said(self.plan, str(one), self.voice) for one in value}
        if key in _AREAS and isinstance(value, str):
            return {value: self.area(value)}
        return {}

    def words(self, words: Words) -> str:
        """Say words in the run's language."""
        return words.in_(self.voice.language)

    def area(self, id_: str) -> str:
        """Name an area."""
        area = self.plan.area.get(id_)
        return self.words(area.name) if area else id_


def _reading(teller: Teller, value: Reading, _key: str, unit: str | None) -> str:
    voice = teller.voice
    words = {
        "period": str(value.period or ""),
        "area": teller.area(value.area) if value.area else "",
        "part": value.part or "",
        "measure": teller.words(value.measure) if value.measure else "",
        "status": ""
        if value.status is Status.FINAL
        else voice(f"terms.status.{value.status.value}"),
        "comparability": ""
        if value.comparability is Comparability.SAME
        else voice(f"terms.comparability.{value.comparability.value}"),
        "source": value.source or "",
    }
    beside = [voice(f"diff.reading.{name}", text=text) for name, text in words.items() if text]
    own = voice("diff.reading", day=day_said(value, voice), value=said(value, unit, voice))
    return _beside(own, beside, voice)


def _beside(text: str, beside: list[str], voice: Voice) -> str:
    said_beside = voice("diff.list").join(filter(None, beside))
    return voice("status.flagged", rating=text, flags=said_beside) if said_beside else text


def _goal(teller: Teller, value: Goal, _key: str, unit: str | None) -> str:
    voice, goal = teller.voice, goal_said(value, unit, teller.voice)
    due, decided = value.due.isoformat(), value.decided.isoformat()
    area = teller.area(value.area) if value.area else ""
    text = voice("diff.goal", value=goal, due=due, decided=decided)
    return _beside(text, [area, _cited(value.source, voice)], voice)


def _cited(source: str | None, voice: Voice) -> str:
    return voice("diff.reading.source", text=source) if source else ""


def _dated(teller: Teller, value: PathPoint | Baseline, _key: str, unit: str | None) -> str:
    voice = teller.voice
    state = value.state if isinstance(value, PathPoint) else None
    figure = voice(f"terms.state.{state.value}") if state else _number(value.value, unit, voice)
    text = voice("diff.dated", date=value.date.isoformat(), value=figure)
    return _beside(text, [_cited(value.source, voice)], voice)


def _number(value: Decimal | None, unit: str | None, voice: Voice) -> str:
    return voice("diff.nothing") if value is None else measured(value, unit, voice)


def _next(teller: Teller, value: NextGoal, _key: str, unit: str | None) -> str:
    voice = teller.voice
    figure = measured(value.value, unit, voice)
    text = voice("diff.next", value=figure, date=value.due.isoformat())
    return _beside(text, [_cited(value.source, voice)], voice)


def _due(teller: Teller, value: Due, _key: str, _unit: str | None) -> str:
    form = "due" if value.date else "due.open"
    return teller.voice(f"diff.{form}", text=value.text, date=value.date)


def _clause(teller: Teller, value: Clause, _key: str, _unit: str | None) -> str:
    return teller.voice("diff.clause", ref=value.ref, text=value.text)


def _remark(teller: Teller, value: Remark, _key: str, _unit: str | None) -> str:
    reason, action = teller.words(value.reason), teller.words(value.action)
    return teller.voice("diff.remark", quarter=value.quarter, reason=reason, action=action)


def _named(
    teller: Teller,
    value: Part | Section | RatingClass | Agency | Area,
    _key: str,
    _unit: str | None,
) -> str:
    return teller.voice("diff.listed", id=value.id, name=teller.words(value.name))


def _record(teller: Teller, value: Target | Outcome | Task, _key: str, _unit: str | None) -> str:
    return teller.voice("diff.listed", id=value.id, name=teller.words(value.title))


def _source(teller: Teller, value: Source, _key: str, _unit: str | None) -> str:
    title = teller.words(value.title) if value.title else value.publisher or ""
    return teller.voice("diff.source", id=value.id, title=title).strip()


# Keys whose words have sentences of their own.
_SPOKEN = frozenset({"kind", "state", "status", "comparability", "confidence", "rating"})


def _term(teller: Teller, value: StrEnum, key: str, _unit: str | None) -> str:
    """Say a word of a closed vocabulary; a code that has no words stays as it is."""
    code, key = value.value, "rating" if key == "ratings" else key
    domains = [f"diff.term.{code}"]
    if key in _SPOKEN:
        domains = [f"terms.{key}.{code}", f"terms.source.{code}", *domains]
    found = next((one for one in domains if teller.voice.holds(one)), None)
    return teller.voice(found) if found else code


def _band(teller: Teller, value: Mapping[Any, Decimal], _key: str, _unit: str | None) -> str:
    return teller.voice("diff.list").join(map(grouped, value.values()))


def _several(teller: Teller, value: tuple[object, ...], key: str, unit: str | None) -> str:
    if key in _AGENCIES:
        return teller.voice("diff.list").join(teller.names(value, key).values())
    return teller.voice("diff.list").join(teller.whole(one, key, unit) for one in value)


def _decimal(teller: Teller, value: Decimal, key: str, unit: str | None) -> str:
    return measured(value, unit, teller.voice) if key == "value" else grouped(value)


def _id(teller: Teller, value: str, key: str, _unit: str | None) -> str:
    return teller.area(value) if key in _AREAS else value


Say = Callable[[Teller, Any, str, str | None], str]
_SAY: Mapping[type, Say] = MappingProxyType(
    {
        Words: lambda teller, value, _key, _unit: teller.words(value),
        Reading: _reading,
        Goal: _goal,
        PathPoint: _dated,
        Baseline: _dated,
        NextGoal: _next,
        Due: _due,
        Clause: _clause,
        Remark: _remark,
        Target: _record,
        Outcome: _record,
        Task: _record,
        Source: _source,
        Part: _named,
        Section: _named,
        RatingClass: _named,
        Agency: _named,
        Area: _named,
        StrEnum: _term,
        Mapping: _band,
        tuple: _several,
        Decimal: _decimal,
        date: lambda _teller, value, _key, _unit: value.isoformat(),
        str: _id,
    }
)
