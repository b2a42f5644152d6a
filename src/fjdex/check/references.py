"""Rules about links: whatever names another record names one that exists."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from operator import attrgetter

from fjdex.check.view import At, View, answered, told, unknown
from fjdex.load import HEADER
from fjdex.plan.findings import Finding, Place
from fjdex.plan.plan import Plan, part_of
from fjdex.plan.readings import Reading
from fjdex.plan.records import Agency, Outcome, Record, Target, Task
from fjdex.plan.scalars import Malformed, parse_name_id
from fjdex.plan.terms import ListName
from fjdex.yamlio.nodes import Step


@dataclass(frozen=True, slots=True)
class _Known:
    """What a reference may name: ids, and besides them whatever a damaged record may be called."""

    ids: Collection[str]
    named: Collection[str]


Known = Mapping[str, _Known]
Names = Mapping[str, Mapping[str, str]]
Reference = tuple[str, str, tuple[Step, ...]]


def unknown_references(view: View) -> Iterator[Finding]:
    """Whatever is named exists; of a register that holds nothing that is told, and once."""
    found = list(_unknown_references(view))
    named: dict[str, set[str]] = {}
    for one in found:
        named.setdefault(one.code, set()).add(one.arguments["text"])
    bare = {code for code, words in named.items() if len(words) > 1 and _is_bare(view, code)}
    for code in sorted(bare):
        arguments = {"why": "named", "count": str(len(named[code]))}
        yield Finding("file-empty", Place(_FILES[code][0]), arguments)
    meant = {code for code, words in named.items() if len(words) <= _unnamed(view, code)}
    yield from (one for one in found if one.code not in bare | meant)


def _unnamed(view: View, code: str) -> int:
    """Answer how many records there are whose own id cannot be read: one of them may be meant."""
    files = _FILES.get(code, ())
    return sum(not one.id for file in files for one in _records(view.plan, file))


def _is_bare(view: View, code: str) -> bool:
    """Whether the register in which something is to be looked up holds no record."""
    return code in _REGISTERS and not _records(view.plan, _FILES[code][0])


_REGISTERS = frozenset({"agency-unknown", "area-unknown", "source-unknown"})


def _unknown_references(view: View) -> Iterator[Finding]:
    """Agencies, areas, sections, sources, tasks, outcomes, parts and records exist.

    The members of a group are names: one that leads nothing by itself need not be an agency.
    """
    known = _known(view)
    names = _names(view.plan)
    lists = _lists(view.plan)
    for record, at in view.rated():
        yield from _judge(_of_record(record), at, known, names)
        yield from told(_section_elsewhere(record, at, lists))
    yield from _judge_others(view, known, names)
    for record, readings in view.series():
        for reading in readings:
            yield from _of_reading(view, record, reading, known, names)
    for id_ in view.plan.readings:
        if not _may_name(known, "record-unknown", id_):
            place = view.readings_file(id_)
            yield unknown("record-unknown", place, id_, known["record-unknown"].ids)


# Where the records stand that a reference may name.
_FILES = {
    "agency-unknown": ("agencies.yaml",),
    "area-unknown": ("areas.yaml",),
    "source-unknown": ("sources.yaml",),
    "task-unknown": ("tasks.yaml",),
    "outcome-unknown": ("outcomes.yaml",),
    "record-unknown": ("tasks.yaml", "outcomes.yaml", "targets.yaml"),
}


def _known(view: View) -> Known:
    """Answer what each kind of reference may name; a kind that nobody can judge is left out.

    A record with a fault of its own exists all the same.
    """
    loaded = view.loaded
    known: dict[str, _Known] = {}
    for code, files in _FILES.items():
        if all(file in loaded.named for file in files):
            own = {one.id for file in files for one in _records(view.plan, file)}
            named = frozenset().union(*(loaded.named[file] for file in files))
            known[code] = _Known({one for one in own if _is_id(one)}, named)
    for _, sections in answered(attrgetter("sections"), (view.plan.header,)):
        ids = {section.id for section in sections}
        # One that cannot be read may be the one that is named.
        if loaded.headed and "" not in ids:
            known["section-unknown"] = _Known(ids, ids | _said_in_header(view))
    return known


_words = re.compile(r"[\w-]+").findall


def _said_in_header(view: View) -> set[str]:
    """Answer every word of a plan.yaml with a slip in it: a section may stand where it is lost."""
    slips = any(one.place.file == HEADER for one in view.loaded.findings)
    return set(_words(view.loaded.places.texts.get(HEADER, ""))) if slips else set()


def _lists(plan: Plan) -> Mapping[str, ListName]:
    """Answer of which list each section is; one that stands twice is told as such."""
    found: dict[str, ListName] = {}
    for _, sections in answered(attrgetter("sections"), (plan.header,)):
        for section, of in answered(attrgetter("list"), sections):
            found.setdefault(section.id, of)
    return found


# So many sections of the right list are named.
_SHOWN = 6


def _section_elsewhere(record: Record, at: At, lists: Mapping[str, ListName]) -> Iterator[Finding]:
    """A task stands in a section of the tasks, an outcome in one of the outcomes."""
    own = ListName.TASKS if isinstance(record, Task) else ListName.OUTCOMES
    if isinstance(record, Target) or not record.section:
        return
    other = lists.get(record.section, own)
    if other is not own:
        near = ", ".join([id_ for id_, of in lists.items() if of is own][:_SHOWN])
        arguments = {"text": record.section, "near": near, "list": other.value}
        yield Finding("section-unknown", at("section"), {**arguments, "why": "list"})


def _records(plan: Plan, file: str) -> Sequence[Record]:
    held: Sequence[Record] = getattr(plan, file.removesuffix(".yaml"))
    return held


def _may_name(known: Known, code: str, word: str) -> bool:
    """Whether a word may name something: one that is listed, or one whose own name has a slip."""
    if code not in known or word in known[code].ids or word in known[code].named:
        return True
    slips = [one for one in known[code].named if not _is_id(one)]
    return bool(get_close_matches(word, slips, 1))


def _is_id(text: str) -> bool:
    try:
        parse_name_id(text)
    except Malformed:
        return False
    return not text.endswith("-")


def _names(plan: Plan) -> Names:
    """Answer what agencies and areas are called besides their ids, each with the id it means."""
    agencies: dict[str, str] = {}
    for agency, names in answered(_called, plan.agencies):
        for name in names:
            agencies.setdefault(name, agency.id)
    called = answered(lambda area: (area.name.zh, area.name.en), plan.areas)
    areas = {name: area.id for area, names in called for name in names}
    return {"agency-unknown": agencies, "area-unknown": areas}


def _called(agency: Agency) -> tuple[str, ...]:
    return (agency.name.zh, agency.name.en, *agency.aliases)


def _judge(
    references: Iterator[Reference], at: At, known: Known, names: Names
) -> Iterator[Finding]:
    for code, word, path in references:
        if word and not _may_name(known, code, word):
            yield unknown(code, at(*path), word, known[code].ids, names.get(code))


def _each(code: str, holder: object, key: str) -> Iterator[Reference]:
    """Answer the references of a list, none where the list cannot be read."""
    for _, words in answered(attrgetter(key), (holder,)):
        yield from ((code, word, (key, index)) for index, word in enumerate(words))


def _one(code: str, holder: object, key: str, *path: Step) -> Iterator[Reference]:
    """Answer the reference under a key of a record, or of what a path within it leads to."""
    for _, word in answered(attrgetter(key), (holder,)):
        if word is not None:
            yield code, word, (*path, key)


def _listed(holder: object, *keys: str) -> Iterator[tuple[str, int, object]]:
    """Answer what stands in lists of a record, each with its key and its number."""
    for key in keys:
        for _, held in answered(attrgetter(key), (holder,)):
            yield from ((key, index, one) for index, one in enumerate(held))


def _of_record(record: Record) -> Iterator[Reference]:
    yield from _each("agency-unknown", record, "leads")
    if isinstance(record, Task | Outcome):
        yield from _one("section-unknown", record, "section")
    if isinstance(record, Outcome | Target):
        yield from _each("task-unknown", record, "tasks")
        yield from _one("area-unknown", record, "area")
    if isinstance(record, Outcome):
        for key, index, part in _listed(record, "parts"):
            yield from _one("area-unknown", part, "area", key, index)
        for key, index, point in _listed(record, "path"):
            yield from _one("source-unknown", point, "source", key, index)
    if isinstance(record, Target):
        yield from _each("outcome-unknown", record, "outcomes")
        yield from _cited(record)


def _cited(target: Target) -> Iterator[Reference]:
    for key, index, goal in _listed(target, "goals"):
        yield from _one("source-unknown", goal, "source", key, index)
        yield from _one("area-unknown", goal, "area", key, index)
        for way, number, point in _listed(goal, "path"):
            yield from _one("source-unknown", point, "source", key, index, way, number)
    for key in ("next", "baseline"):
        for _, one in answered(attrgetter(key), (target,)):
            if one is not None:
                yield from _one("source-unknown", one, "source", key)


def _judge_others(view: View, known: Known, names: Names) -> Iterator[Finding]:
    for area, at in zip(view.plan.areas, view.at("areas.yaml"), strict=True):
        yield from _judge(_one("area-unknown", area, "parent"), at, known, names)
    for remark, at in zip(view.plan.remarks, view.at("remarks.yaml"), strict=True):
        yield from _judge(_one("record-unknown", remark, "id"), at, known, names)


def _of_reading(
    view: View, record: Record, reading: Reading, known: Known, names: Names
) -> Iterator[Finding]:
    def place(key: str) -> Place:
        return view.reading(record.id, reading, key)

    for code, key in (("area-unknown", "area"), ("source-unknown", "source")):
        for _, word in answered(attrgetter(key), (reading,)):
            if word is not None and not _may_name(known, code, word):
                yield unknown(code, place(key), word, known[code].ids, names.get(code))
    yield from told(_of_part(record, reading, place))


def _of_part(record: Record, reading: Reading, place: Callable[[str], Place]) -> Iterator[Finding]:
    if reading.part is not None and part_of(record, reading.part) is None:
        parts = [part.id for part in record.parts] if isinstance(record, Outcome) else []
        if "" in parts:
            # One that cannot be read may be the one that is named.
            return
        yield unknown("part-unknown", place("part"), reading.part, parts)
