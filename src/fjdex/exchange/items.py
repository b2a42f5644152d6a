"""Which record, and which part of one, the words of a row mean: exactly, or nearest named."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from fjdex.exchange.columns import bare
from fjdex.plan.likeness import likest
from fjdex.plan.plan import Plan
from fjdex.plan.records import Agency, Outcome, Record

_NEAR = 3


@dataclass(frozen=True)
class Items:
    """The records of a plan by id and by name in either language."""

    plan: Plan

    def named(self, text: str) -> tuple[str, ...]:
        """Answer the records that an id or a name stands for; more than one share a name."""
        if text in self.plan.records:
            return (text,)
        return self._by_name.get(bare(text), ())

    def near(self, text: str) -> str:
        """Answer the ids nearest to an unknown word, by id or by name."""
        word = bare(text)
        holding = [name for name in self._by_name if word in name or name in word]
        words = [*holding, *likest(word, self._by_name, 2 * _NEAR)]
        ids = dict.fromkeys(id_ for one in words for id_ in self._by_name[one])
        return ", ".join([*ids][:_NEAR] or [*self.plan.records][:_NEAR])

    def agency(self, text: str) -> Agency | None:
        """Answer the agency with an id, a name or an alias."""
        return self._agencies.get(bare(text))

    def near_agency(self, text: str) -> str:
        """Answer the agencies nearest to an unknown word."""
        word = bare(text)
        holding = [name for name in self._agencies if word in name or name in word]
        words = [*holding, *likest(word, self._agencies, 2 * _NEAR)]
        ids = dict.fromkeys(self._agencies[one].id for one in words)
        return ", ".join([*ids][:_NEAR] or [*self.plan.agency][:_NEAR])

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for record in self.plan.records.values():
            for name in dict.fromkeys(map(bare, (record.id, record.title.zh, record.title.en))):
                found[name] = (*found.get(name, ()), record.id)
        return found

    @cached_property
    def _agencies(self) -> Mapping[str, Agency]:
        found: dict[str, Agency] = {}
        for agency in self.plan.agencies:
            for name in (agency.id, agency.name.zh, agency.name.en, *agency.aliases):
                found.setdefault(bare(name), agency)
        return found


def part_named(record: Record, text: str) -> str:
    """Answer the id of the part that a text names; a text that names none stands for itself."""
    parts = record.parts if isinstance(record, Outcome) else ()
    for part in parts:
        if bare(text) in {bare(one) for one in (part.id, part.name.zh, part.name.en)}:
            return part.id
    return text
