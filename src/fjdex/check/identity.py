"""Rules about the plan as a whole: ids, sections, classes, the register of sources."""

from collections.abc import Iterator

from fjdex.check.view import View
from fjdex.plan.findings import Finding, Place
from fjdex.plan.records import Outcome, Task
from fjdex.plan.terms import Rating


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


def class_faults(view: View) -> Iterator[Finding]:
    """Every rating belongs to exactly one class, so that the classes add up to the whole."""
    held = [rating for one in view.plan.header.classes for rating in one.ratings]
    for rating in Rating:
        if held.count(rating) != 1:
            arguments = {"text": rating.value, "count": str(held.count(rating))}
            yield Finding("class-uncovered", view.header("classes"), arguments)
    bands = {Rating.AHEAD, Rating.ON_SCHEDULE, Rating.BEHIND, Rating.FAR_BEHIND}
    for rating in sorted(bands ^ set(view.plan.header.bands)):
        arguments = {"text": rating.value, "why": "bands"}
        yield Finding("class-uncovered", view.header("bands"), arguments)


def section_totals(view: View) -> Iterator[Finding]:
    """A section holds as many items as its heading announces."""
    items = [one.section for one, _ in view.rated() if isinstance(one, Task | Outcome)]
    for index, section in enumerate(view.plan.header.sections):
        count = items.count(section.id)
        if section.total is not None and section.total != count:
            arguments = {"text": section.id, "total": str(section.total), "count": str(count)}
            yield Finding("section-total", view.header("sections", index, "total"), arguments)


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
