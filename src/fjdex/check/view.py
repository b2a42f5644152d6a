"""What a rule sees: the plan, and where everything in it stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import TypeVar

from fjdex.check.clean import NOTHING_CLEAN, Clean
from fjdex.load import HEADER, Loaded, readings_file
from fjdex.plan.findings import Finding, Place
from fjdex.plan.likeness import likest
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import Record, Target
from fjdex.plan.terms import Kind
from fjdex.yamlio.nodes import Step

T = TypeVar("T")
A = TypeVar("A")


@dataclass(frozen=True)
class At:
    """A record with its file and its index there, so that a rule can point into it."""

    loaded: Loaded
    file: str
    index: int

    def __call__(self, *path: Step, key: bool = False) -> Place:
        """Answer the place of what a path within the record leads to."""
        return self.loaded.places.of(self.file, self.index, *path, key=key)


@dataclass(frozen=True)
class View:
    """A plan with its places; `today` is None where nobody says what day it is."""

    plan: Plan
    loaded: Loaded
    today: date | None = None
    clean: Clean = NOTHING_CLEAN

    def header(self, *path: Step, key: bool = False) -> Place:
        """Answer the place of what a path within plan.yaml leads to."""
        return self.loaded.places.of(HEADER, *path, key=key)

    def at(self, file: str) -> Iterator[At]:
        """Answer where the records of a file stand, in the order in which the plan holds them."""
        held = getattr(self.plan, file.removesuffix(".yaml"))
        return (At(self.loaded, file, index) for index in range(len(held)))

    def rated(self) -> Iterator[tuple[Record, At]]:
        """Answer every task, outcome and target with its place."""
        for name, records in self.plan.lists.items():
            yield from zip(records, self.at(f"{name.value}.yaml"), strict=True)

    def series(self) -> Iterator[tuple[Record, Sequence[Reading]]]:
        """Answer the records whose readings are to be judged, as they stand in the file.

        Those that are known to be clean are left out.
        """
        for id_, readings in self.plan.readings.items():
            record = self.plan.records.get(id_)
            if record is not None and id_ not in self.clean.records:
                yield record, readings

    def reading(self, record: str, reading: Reading, key: str) -> Place:
        """Answer the place of a reading's key."""
        return self.loaded.places.of_reading(readings_file(record), reading, key)

    def readings_file(self, record: str) -> Place:
        """Answer the place of a record's readings file."""
        return Place(readings_file(record))


def takes_numbers(record: Record) -> bool:
    """Whether a record's readings are numbers, and not states."""
    return isinstance(record, Target) and record.kind is not Kind.DELIVERABLE


def an_agency(plan: Plan) -> str:
    """Answer the id of some agency, for an example of what to type."""
    return next((one.id for one in plan.agencies), "…")


def told(found: Iterator[T]) -> Iterator[T]:
    """Answer what is found, up to where a key is asked for that could not be read.

    Such a key is not set (`yamlio/halves.py`), and of what rests on it nothing can be told.
    """
    try:
        yield from found
    except AttributeError as error:
        if not _is_unread(error):
            raise


def answered(ask: Callable[[T], A], things: Iterable[T]) -> Iterator[tuple[T, A]]:
    """Answer each thing with its answer, those left out that lack what is asked for."""
    for thing in things:
        try:
            answer = ask(thing)
        except AttributeError as error:
            if not _is_unread(error):
                raise
            continue
        yield thing, answer


def _is_unread(error: AttributeError) -> bool:
    """Whether what was asked for is a key of a record, and not something that never was."""
    holder = error.obj
    return is_dataclass(holder) and error.name in {one.name for one in fields(holder)}


def unknown(
    code: str, place: Place, word: str, known: Iterable[str], names: Mapping[str, str] | None = None
) -> Finding:
    """Answer the finding that a word names nothing, with the three known ones most like it.

    Where none is like it and only few are known, all are named.

    `names` maps what things are called besides to their ids: such a word means that id.
    """
    if names and word in names:
        return Finding(code, place, {"text": word, "near": names[word], "why": "name"})
    among = sorted(known)
    arguments = {"text": word, "near": ", ".join(likest(word, among, 3))}
    if code in _SHORT and not arguments["near"] and 0 < len(among) <= _FEW:
        arguments |= {"known": ", ".join(among), "why": "few"}
    return Finding(code, place, arguments)


# Lists that are short by nature, and how many are all named where none is like what is written.
_SHORT = frozenset({"area-unknown", "part-unknown", "section-unknown"})
_FEW = 12
