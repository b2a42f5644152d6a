"""Rules about links: whatever names another record names one that exists."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from fjdex.check.view import At, View, unknown
from fjdex.load import Loaded
from fjdex.plan.findings import Finding, Place
from fjdex.plan.plan import Plan, part_of
from fjdex.plan.readings import Reading
from fjdex.plan.records import Outcome, Record, Target, Task
from fjdex.yamlio.nodes import Step

Known = Mapping[str, Collection[str]]
Names = Mapping[str, Mapping[str, str]]
Reference = tuple[str, str, tuple[Step, ...]]


def unknown_references(view: View) -> Iterator[Finding]:
    """Agencies, areas, sections, sources, tasks, outcomes, parts and records exist.

    The members of a group are names: one that leads nothing by itself need not be an agency.
    """
    known = _known(view.loaded)
    names = _names(view.plan)
    for record, at in view.rated():
        yield from _judge(_of_record(record), at, known, names)
    yield from _judge_others(view, known, names)
    for record, readings in view.series():
        for reading in readings:
            yield from _of_reading(view, record, reading, known, names)
    for id_ in view.plan.readings:
        if id_ not in known.get("record-unknown", view.plan.readings):
            place = view.readings_file(id_)
            yield unknown("record-unknown", place, id_, known["record-unknown"])


# Where the records stand that a reference may name.
_FILES = {
    "agency-unknown": ("agencies.yaml",),
    "area-unknown": ("areas.yaml",),
    "source-unknown": ("sources.yaml",),
    "task-unknown": ("tasks.yaml",),
    "outcome-unknown": ("outcomes.yaml",),
    "record-unknown": ("tasks.yaml", "outcomes.yaml", "targets.yaml"),
}


def _known(loaded: Loaded) -> Known:
    """Answer what each kind of reference may name; a kind that nobody can judge is left out.

    A record with a fault of its own exists all the same.
    """
    known: dict[str, Collection[str]] = {}
    for code, files in _FILES.items():
        if all(file in loaded.named for file in files):
            known[code] = {id_ for file in files for id_ in loaded.named[file]}
    if loaded.plan is not None:
        known["section-unknown"] = {section.id for section in loaded.plan.header.sections}
    return known


def _names(plan: Plan) -> Names:
    """Answer what agencies and areas are called besides their ids, each with the id it means."""
    agencies: dict[str, str] = {}
    for agency in plan.agencies:
        for name in (agency.name.zh, agency.name.en, *agency.aliases):
            agencies.setdefault(name, agency.id)
    areas = {name: area.id for area in plan.areas for name in (area.name.zh, area.name.en)}
    return {"agency-unknown": agencies, "area-unknown": areas}


def _judge(
    references: Iterator[Reference], at: At, known: Known, names: Names
) -> Iterator[Finding]:
    for code, word, path in references:
        if code in known and word not in known[code]:
            yield unknown(code, at(*path), word, known[code], names.get(code))


def _each(code: str, words: Sequence[str], *path: Step) -> Iterator[Reference]:
    return ((code, word, (*path, index)) for index, word in enumerate(words))


def _one(code: str, word: str | None, *path: Step) -> Iterator[Reference]:
    return iter(() if word is None else ((code, word, path),))


def _of_record(record: Record) -> Iterator[Reference]:
    yield from _each("agency-unknown", record.leads, "leads")
    if isinstance(record, Task | Outcome):
        yield from _one("section-unknown", record.section, "section")
    if isinstance(record, Outcome | Target):
        yield from _each("task-unknown", record.tasks, "tasks")
        yield from _one("area-unknown", record.area, "area")
    if isinstance(record, Outcome):
        for index, part in enumerate(record.parts):
            yield from _one("area-unknown", part.area, "parts", index, "area")
        for index, point in enumerate(record.path):
            yield from _one("source-unknown", point.source, "path", index, "source")
    if isinstance(record, Target):
        yield from _each("outcome-unknown", record.outcomes, "outcomes")
        yield from _cited(record)


def _cited(target: Target) -> Iterator[Reference]:
    for index, goal in enumerate(target.goals):
        yield from _one("source-unknown", goal.source, "goals", index, "source")
        yield from _one("area-unknown", goal.area, "goals", index, "area")
        for number, point in enumerate(goal.path):
            path = ("goals", index, "path", number, "source")
            yield from _one("source-unknown", point.source, *path)
    if target.next:
        yield from _one("source-unknown", target.next.source, "next", "source")
    if target.baseline:
        yield from _one("source-unknown", target.baseline.source, "baseline", "source")


def _judge_others(view: View, known: Known, names: Names) -> Iterator[Finding]:
    for area, at in zip(view.plan.areas, view.at("areas.yaml"), strict=True):
        yield from _judge(_one("area-unknown", area.parent, "parent"), at, known, names)
    for remark, at in zip(view.plan.remarks, view.at("remarks.yaml"), strict=True):
        yield from _judge(_one("record-unknown", remark.id, "id"), at, known, names)


def _of_reading(
    view: View, record: Record, reading: Reading, known: Known, names: Names
) -> Iterator[Finding]:
    def place(key: str) -> Place:
        return view.reading(record.id, reading, key)

    for code, key, word in (
        ("area-unknown", "area", reading.area),
        ("source-unknown", "source", reading.source),
    ):
        if word is not None and code in known and word not in known[code]:
            yield unknown(code, place(key), word, known[code], names.get(code))
    if reading.part is not None and part_of(record, reading.part) is None:
        parts = [part.id for part in record.parts] if isinstance(record, Outcome) else []
        yield unknown("part-unknown", place("part"), reading.part, parts)
