"""Which records a command is about: its ids and filters, checked against the plan."""

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from fjdex.assess.item import Item
from fjdex.cli.desk import day_asked
from fjdex.cli.filters import kind_asked, ratings_asked, section_asked
from fjdex.plan.failures import Failure
from fjdex.plan.plan import Plan
from fjdex.plan.records import Agency, Record, Target
from fjdex.plan.terms import Kind, ListName

Test = Callable[[Plan, Item], bool]


@dataclass(frozen=True)
class Choice:
    """The tests that an item must pass; none of them: everything is chosen.

    `named` is whether records were asked for by id or rating, so that each is to be listed.
    """

    tests: tuple[Test, ...]
    named: bool

    def among(self, plan: Plan, items: Iterable[Item]) -> tuple[Item, ...]:
        """Answer the items that pass every test."""
        return tuple(item for item in items if all(test(plan, item) for test in self.tests))

    @classmethod
    def of(
        cls,
        plan: Plan,
        *,
        ids: Sequence[str] | None,
        due_before: str | None,
        filters: Mapping[str, str | None],
    ) -> "Choice":
        """Check what was asked for; raises `Failure` naming what is nearest to an unknown word."""
        tests: list[Test] = []
        if ids:
            wanted = {record_asked(plan, one).id for one in ids}
            tests.append(lambda _, item: item.id in wanted)
        if due_before:
            limit = day_asked(due_before)
            tests.append(lambda _, item: item.due is not None and item.due < limit)
        tests += [_FILTERS[name](plan, word) for name, word in filters.items() if word]
        return cls(tuple(tests), named=bool(ids or filters.get("rating")))


def record_asked(plan: Plan, text: str) -> Record:
    """Answer the record with an id; raises `Failure` that names the nearest three."""
    record = plan.records.get(text)
    if record is None:
        raise Failure("record-unknown", text=text, near=_nearest(text, _names(plan)))
    return record


def _names(plan: Plan) -> Mapping[str, str]:
    """Answer every word by which somebody may look for a record, with its id."""
    named = {
        title: one.id for one in plan.records.values() for title in (one.title.zh, one.title.en)
    }
    return {**named, **{id_: id_ for id_ in plan.records}}


def _nearest(text: str, names: Mapping[str, str]) -> str:
    found = difflib.get_close_matches(text, names, n=6, cutoff=0.3)
    holding = [name for name in names if text in name]
    ids = dict.fromkeys(names[name] for name in (*holding, *found))
    return ", ".join([*ids][:3] or [*dict.fromkeys(names.values())][:3])


def _by_kind(_plan: Plan, word: str) -> Test:
    asked = kind_asked(word)
    if asked in {one.one for one in ListName}:
        return lambda _, item: item.list.one == asked
    return lambda plan, item: _kind_of(plan.records[item.id]) == asked


def _kind_of(record: Record) -> str:
    return record.kind.value if isinstance(record, Target) else Kind.DELIVERABLE.value


def _by_section(plan: Plan, word: str) -> Test:
    section = section_asked(plan, word)
    return lambda plan, item: section in _sections_of(plan, plan.records[item.id])


def _sections_of(plan: Plan, record: Record) -> set[str]:
    """Answer a record's section; a target stands in those of its outcomes and tasks."""
    if not isinstance(record, Target):
        return {record.section}
    above = (plan.records.get(id_) for id_ in (*record.tasks, *record.outcomes))
    return {one.section for one in above if one is not None and not isinstance(one, Target)}


def _by_lead(plan: Plan, word: str) -> Test:
    leads = leads_asked(plan, word)
    return lambda plan, item: bool(leads & set(plan.records[item.id].leads))


def leads_asked(plan: Plan, word: str) -> set[str]:
    """Answer the agencies that a name stands for: the one so called, and groups it belongs to."""
    names = _agencies(plan)
    groups = {one.id for one in plan.agencies if {word, names.get(word)} & set(one.members)}
    if word not in names and not groups:
        raise Failure("agency-unknown", text=word, near=_nearest(word, names))
    return groups | ({names[word]} if word in names else set())


def agency_asked(plan: Plan, word: str) -> Agency:
    """Answer the agency with an id, a name or an alias; raises `Failure` that names the nearest."""
    names = _agencies(plan)
    if word not in names:
        raise Failure("agency-unknown", text=word, near=_nearest(word, names))
    return plan.agency[names[word]]


def _agencies(plan: Plan) -> dict[str, str]:
    names: dict[str, str] = {}
    for agency in plan.agencies:
        for name in (agency.id, agency.name.zh, agency.name.en, *agency.aliases):
            names.setdefault(name, agency.id)
    return names


def area_asked(plan: Plan, word: str) -> str:
    """Answer the area with an id or a name; raises `Failure` that names the nearest."""
    names = {name: one.id for one in plan.areas for name in (one.id, one.name.zh, one.name.en)}
    if word not in names:
        raise Failure("area-unknown", text=word, near=_nearest(word, names))
    return names[word]


def _by_rating(plan: Plan, word: str) -> Test:
    wanted = ratings_asked(plan, word)
    return lambda _, item: item.rating in wanted


_FILTERS: Mapping[str, Callable[[Plan, str], Test]] = {
    "kind": _by_kind,
    "section": _by_section,
    "lead": _by_lead,
    "rating": _by_rating,
}
