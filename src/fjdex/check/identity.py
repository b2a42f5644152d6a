"""Rules about what things are called: ids, aliases, the register of sources, what lists repeat."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import attrgetter

from fjdex.check.view import At, View, answered, told
from fjdex.load import is_readings
from fjdex.plan.findings import Finding, Place
from fjdex.plan.records import Agency, Outcome, RatingClass, Record, Target, Task


def duplicate_ids(view: View) -> Iterator[Finding]:
    """Ids are unique: of tasks, outcomes and targets together, of every other list by itself."""
    yield from _twice([(record.id, partial(at, "id")) for record, at in view.rated()])
    for name in ("agencies", "areas", "sources"):
        records = getattr(view.plan, name)
        listed = zip(records, view.at(f"{name}.yaml"), strict=True)
        yield from _twice([(record.id, partial(at, "id")) for record, at in listed])
    for name in ("sections", "classes"):
        for _, held in answered(attrgetter(name), (view.plan.header,)):
            ids = [one.id for one in held]
            places = (partial(view.header, name, at, "id") for at in range(len(ids)))
            yield from _twice(list(zip(ids, places, strict=True)))
    for outcome, place in zip(view.plan.outcomes, view.at("outcomes.yaml"), strict=True):
        for _, parts in answered(attrgetter("parts"), (outcome,)):
            yield from _twice(
                [(part.id, partial(place, "parts", at, "id")) for at, part in enumerate(parts)]
            )


def _twice(places: list[tuple[str, Callable[[], Place]]]) -> Iterator[Finding]:
    """Answer the ids that stand twice; where they stand is asked of these alone."""
    first: dict[str, Callable[[], Place]] = {}
    for id_, place in places:
        if id_ and first.setdefault(id_, place) is not place:
            earlier = first[id_]()
            arguments = {"text": id_, "first": f"{earlier.file}:{earlier.line}"}
            yield Finding("id-duplicated", place(), arguments)


def unused_sources(view: View) -> Iterator[Finding]:
    """A source is cited by something; what cannot be understood cites what it mentions."""
    plan, lost = view.loaded.draft, view.loaded.lost
    if lost:
        return
    cited: set[str | None] = set(view.clean.cited)
    judged = (given for id_, given in plan.readings.items() if id_ not in view.clean.records)
    cited |= {one.source for readings in judged for one in readings}
    for target in plan.targets:
        for goal in target.goals:
            cited |= {goal.source, *(point.source for point in goal.path)}
        cited |= {one.source for one in (target.next, target.baseline) if one}
    cited |= {point.source for outcome in plan.outcomes for point in outcome.path}
    for source, at in zip(view.plan.sources, view.at("sources.yaml"), strict=True):
        if source.id not in cited and not _mentioned(view, source.id):
            yield Finding("source-unused", at("id"), {"text": source.id})


def _mentioned(view: View, source: str) -> bool:
    """Whether something that cannot be understood may name a source, or nobody knows its id."""
    if not source or view.loaded.sound:
        return not source
    word = re.compile(rf"(?<![\w-]){re.escape(source)}(?![\w-])").search
    texts = view.loaded.places.texts
    return any(source in texts[file] and word(texts[file]) for file in _citing(texts))


def _citing(texts: Iterable[str]) -> Iterator[str]:
    return (file for file in texts if file in _CITING or is_readings(file))


_CITING = frozenset({"outcomes.yaml", "targets.yaml"})


def taken_aliases(view: View) -> Iterator[Finding]:
    """What an agency is also called, no other agency is: `--lead` could not tell them apart."""
    agencies = list(zip(view.plan.agencies, view.at("agencies.yaml"), strict=True))
    owners: dict[str, str] = {agency.id: agency.id for agency, _ in agencies}
    for agency, name in answered(attrgetter("name"), view.plan.agencies):
        for word in (name.zh, name.en):
            owners.setdefault(word, agency.id)
    for agency, at in agencies:
        yield from told(_taken(agency, at, owners))


def _taken(agency: Agency, at: At, owners: dict[str, str]) -> Iterator[Finding]:
    for index, alias in enumerate(agency.aliases):
        owner = owners.setdefault(alias, agency.id)
        if alias and owner != agency.id:
            arguments = {"text": alias, "owner": owner}
            yield Finding("alias-taken", at("aliases", index), arguments)


def repeated_entries(view: View) -> Iterator[Finding]:
    """A list names nothing twice: a child named twice would count twice."""
    for _, classes in answered(attrgetter("classes"), (view.plan.header,)):
        for index, one in enumerate(classes):
            yield from told(_rated_twice(view, index, one))
    for agency, at in zip(view.plan.agencies, view.at("agencies.yaml"), strict=True):
        for key in ("aliases", "members"):
            yield from _repeated(at, agency, key)
    for record, at in view.rated():
        for key in _LISTS[type(record)]:
            yield from _repeated(at, record, key)


_LISTS: Mapping[type[Record], Collection[str]] = {
    Task: ("leads",),
    Outcome: ("leads", "tasks"),
    Target: ("leads", "tasks", "outcomes"),
}


def _rated_twice(view: View, index: int, one: RatingClass) -> Iterator[Finding]:
    for number in _again(one.ratings):
        arguments = {"key": "ratings", "text": one.ratings[number].value}
        yield Finding("entry-repeated", view.header("classes", index, "ratings", number), arguments)


def _repeated(at: At, holder: object, key: str) -> Iterator[Finding]:
    for _, words in answered(attrgetter(key), (holder,)):
        for index in _again(words):
            yield Finding("entry-repeated", at(key, index), {"key": key, "text": words[index]})


def _again(words: Sequence[str]) -> Iterator[int]:
    """Answer the indices of the words that stand in a list before."""
    seen: set[str] = set()
    for index, word in enumerate(words):
        if word and word in seen:
            yield index
        seen.add(word)
