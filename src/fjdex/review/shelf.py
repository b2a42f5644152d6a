"""Readings that are equal on both sides of a comparison: read only if a rating needs them.

Of a plan of a million readings a comparison needs those of the records that the changes can move.
What is wrong with the rest is no business of the changes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from fjdex.load import READINGS, load, readings_file
from fjdex.plan.findings import Finding, Severity
from fjdex.plan.readings import Reading

_last = re.compile(r"- \{date: ([0-9]{4}-[0-9]{2}-[0-9]{2}), ").match


class Shelf(Mapping[str, Sequence[Reading]]):
    """The readings of a plan by record: those `held`, and those that stand in texts still.

    Two shelves of the same `read` and `faults` share what either has read. `faults` are the errors
    in the files that were needed.
    """

    def __init__(
        self,
        held: Mapping[str, Sequence[Reading]],
        texts: Mapping[str, str],
        read: dict[str, Sequence[Reading]],
        faults: list[Finding],
    ) -> None:
        self.held, self.texts, self.read, self.faults = held, texts, read, faults

    def __getitem__(self, id_: str) -> Sequence[Reading]:
        if id_ in self.held:
            return self.held[id_]
        if id_ not in self.read:
            self.read[id_] = self._read(id_)
        return self.read[id_]

    def _read(self, id_: str) -> Sequence[Reading]:
        file = readings_file(id_)
        loaded = load({file: self.texts[file]})
        own = (one for one in loaded.findings if one.place.file == file)
        self.faults += [one for one in own if one.severity is Severity.ERROR]
        return loaded.draft.readings[id_]

    def last_day(self, id_: str) -> date:
        """Answer the day of a record's last reading; of a file that waits still, by its end.

        A file that is not in the order of its days is told by `check`.
        """
        text = self.texts.get(readings_file(id_), "")
        if id_ in self.held or id_ in self.read or not text:
            return self._latest(id_)
        found = _last(text, text.rstrip().rfind("\n") + 1)
        try:
            return date.fromisoformat(found[1] if found else "")
        except ValueError:
            return self._latest(id_)

    def _latest(self, id_: str) -> date:
        return max((one.date for one in self[id_]), default=date.min)

    def __contains__(self, id_: object) -> bool:
        return id_ in self.held or (isinstance(id_, str) and readings_file(id_) in self.texts)

    def __iter__(self) -> Iterator[str]:
        yield from self.held
        ids = (file.removeprefix(READINGS).removesuffix(".yaml") for file in self.texts)
        yield from (id_ for id_ in ids if id_ not in self.held)

    def __len__(self) -> int:
        return sum(1 for _ in self)
