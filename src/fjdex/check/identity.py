"""Rules about what things are called: ids, aliases, the register of sources, what lists repeat."""

from collections.abc import Iterator, Sequence

from fjdex.check.view import At, View
from fjdex.plan.findings import Finding, Place
from fjdex.plan.records import Agency, Outcome, Record, Target


def duplicate_ids(view: View) -> Iterator[Finding]:
    """Ids are unique: of tasks, outcomes and targets together, of every other list by itself."""
    yield from _twice([(record.id, at("id")) for record, at in view.rated()])
    for name in ("agencies", "areas", "sources"):
        records = getattr(view.plan, name)
        listed = zip(records, view.at(f"{name}.yaml"), strict=True)
        yield from _twice([(record.id, at("id")) for record, at in listed])
    for name in ("sections", "classes"):
        ids = [one.id for one in getattr(view.plan.header, name)]
        yield from _twice([(id_, view.header(name, at, "id")) for at, id_ in enumerate(ids)])
    for outcome, place in zip(view.plan.outcomes, view.at("outcomes.yaml"), strict=True):
        parts = enumerate(outcome.parts)
        yield from _twice([(part.id, place("parts", at, "id")) for at, part in parts])


def _twice(places: list[tuple[str, Place]]) -> Iterator[Finding]:
    first: dict[str, Place] = {}
    for id_, place in places:
        earlier = first.setdefault(id_, place)
        if earlier is not place:
            arguments = {"text": id_, "first": f"{earlier.file}:{earlier.line}"}
            yield Finding("id-duplicated", place, arguments)


def unused_sources(view: View) -> Iterator[Finding]:
    """A source is cited by something; what cannot be read may cite it too."""
    if not view.loaded.sound:
        return
    cited = {one.source for readings in view.plan.readings.values() for one in readings}
    for target in view.plan.targets:
        for goal in target.goals:
            cited |= {goal.source, *(point.source for point in goal.path)}
        cited |= {one.source for one in (target.next, target.baseline) if one}
    cited |= {point.source for outcome in view.plan.outcomes for point in outcome.path}
    for source, at in zip(view.plan.sources, view.at("sources.yaml"), strict=True):
        if source.id not in cited:
            yield Finding("source-unused", at("id"), {"text": source.id})


def taken_aliases(view: View) -> Iterator[Finding]:
    """What an agency is also called, no other agency is: `--lead` could not tell them apart."""
    agencies = list(zip(view.plan.agencies, view.at("agencies.yaml"), strict=True))
    owners: dict[str, str] = {}
    for agency, _ in agencies:
        for name in (agency.id, agency.name.zh, agency.name.en):
            owners.setdefault(name, agency.id)
    for agency, at in agencies:
        yield from _taken(agency, at, owners)


def _taken(agency: Agency, at: At, owners: dict[str, str]) -> Iterator[Finding]:
    for index, alias in enumerate(agency.aliases):
        owner = owners.setdefault(alias, agency.id)
        if owner != agency.id:
            arguments = {"text": alias, "owner": owner}
            yield Finding("alias-taken", at("aliases", index), arguments)


def repeated_entries(view: View) -> Iterator[Finding]:
    """A list names nothing twice: a child named twice would count twice."""
    for index, one in enumerate(view.plan.header.classes):
        for number in _again(one.ratings):
            arguments = {"key": "ratings", "text": one.ratings[number].value}
            place = view.header("classes", index, "ratings", number)
            yield Finding("entry-repeated", place, arguments)
    for agency, at in zip(view.plan.agencies, view.at("agencies.yaml"), strict=True):
        yield from _repeated(at, "aliases", agency.aliases)
        yield from _repeated(at, "members", agency.members)
    for record, at in view.rated():
        for key, words in _lists(record):
            yield from _repeated(at, key, words)


def _lists(record: Record) -> Iterator[tuple[str, Sequence[str]]]:
    yield "leads", record.leads
    if isinstance(record, Outcome | Target):
        yield "tasks", record.tasks
    if isinstance(record, Target):
        yield "outcomes", record.outcomes


def _repeated(at: At, key: str, words: Sequence[str]) -> Iterator[Finding]:
    for index in _again(words):
        yield Finding("entry-repeated", at(key, index), {"key": key, "text": words[index]})


def _again(words: Sequence[str]) -> Iterator[int]:
    """Answer the indices of the words that stand in a list before."""
    seen: set[str] = set()
    for index, word in enumerate(words):
        if word in seen:
            yield index
        seen.add(word)
