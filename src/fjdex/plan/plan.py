"""The plan itself: the whole data folder, loaded and immutable."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from fjdex.plan.readings import Reading
from fjdex.plan.records import (
    Agency,
    Area,
    Header,
    Outcome,
    Part,
    Record,
    Remark,
    Source,
    Target,
    Task,
)
from fjdex.plan.terms import ListName


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)
T = TypeVar("T")


def _by_id(records: Iterable[N]) -> Mapping[str, N]:
    found: dict[str, N] = {}
    for record in records:
        found.setdefault(record.id, record)
    return found


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    found: dict[str, tuple[T, ...]] = {}
    for parent, child in pairs:
        found[parent] = (*found.get(parent, ()), child)
    return found


@dataclass(frozen=True)
class Plan:
    """Every record and every reading of a data folder.

    Links may name what does not exist (`check` tells); look-ups here answer None or nothing then.
    """

    header: Header
    tasks: tuple[Task, ...]
    outcomes: tuple[Outcome, ...]
    targets: tuple[Target, ...]
    agencies: tuple[Agency, ...]
    areas: tuple[Area, ...]
    sources: tuple[Source, ...]
    remarks: tuple[Remark, ...]
    readings: Mapping[str, Sequence[Reading]]

    @cached_property
    def lists(self) -> Mapping[ListName, tuple[Record, ...]]:
        """The three lists of rated records."""
        return {
            ListName.TARGETS: self.targets,
            ListName.OUTCOMES: self.outcomes,
            ListName.TASKS: self.tasks,
        }

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """Every rated record by its id; of two with one id the first."""
        every = (record for records in self.lists.values() for record in records)
        return _by_id(every)

    @cached_property
    def agency(self) -> Mapping[str, Agency]:
        """The agencies by id."""
        return _by_id(self.agencies)

    @cached_property
    def area(self) -> Mapping[str, Area]:
        """The areas by id."""
        return _by_id(self.areas)

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """The sources by id."""
        return _by_id(self.sources)

    @cached_property
    def whole(self) -> str:
        """The id of the area that has no parent: the province; "" where there is none."""
        # An area that could not be read as a whole may lack the key.
        return next((one.id for one in self.areas if getattr(one, "parent", "") is None), "")

    @cached_property
    def constituents(self) -> frozenset[str]:
        """The areas that together make up the whole: those whose parent it is."""
        return frozenset(one.id for one in self.areas if one.parent == self.whole)

    def list_of(self, record: Record) -> ListName:
        """Answer the list in which a record stands."""
        if isinstance(record, Target):
            return ListName.TARGETS
        return ListName.OUTCOMES if isinstance(record, Outcome) else ListName.TASKS

    def area_of(self, record: Record, part: Part | None = None) -> str:
        """Answer the area that an absent `area` stands for: the part's, the record's, the whole."""
        own = None if isinstance(record, Task) else record.area
        return (part.area if part else None) or own or self.whole

    def area_read(self, record: Record, reading: Reading) -> str:
        """Answer the area that a reading is for."""
        return reading.area or self.area_of(record, part_of(record, reading.part))

    def targets_of(self, outcome: Outcome) -> tuple[Target, ...]:
        """Answer the targets that measure an outcome."""
        return self._targets_by_outcome.get(outcome.id, ())

    def children_of(self, task: Task) -> tuple[Outcome | Target, ...]:
        """Answer the outcomes and targets that name a task."""
        return self._children_by_task.get(task.id, ())

    def concerned(self, record: Record) -> tuple[str, ...]:
        """Answer the ids of what a record is rated from: its own, and all that are below it."""
        if isinstance(record, Target):
            return (record.id,)
        below: tuple[Outcome | Target, ...] = (
            self.targets_of(record) if isinstance(record, Outcome) else self.children_of(record)
        )
        return (record.id, *(id_ for one in below for id_ in self.concerned(one)))

    @cached_property
    def _targets_by_outcome(self) -> Mapping[str, tuple[Target, ...]]:
        return _grouped((parent, target) for target in self.targets for parent in target.outcomes)

    @cached_property
    def _children_by_task(self) -> Mapping[str, tuple[Outcome | Target, ...]]:
        children: tuple[Outcome | Target, ...] = (*self.outcomes, *self.targets)
        return _grouped((parent, child) for child in children for parent in child.tasks)


def part_of(record: Record, part: str | None) -> Part | None:
    """Answer the part of an outcome that has an id, else None."""
    parts = record.parts if isinstance(record, Outcome) else ()
    return next((one for one in parts if one.id == part), None)
