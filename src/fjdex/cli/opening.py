"""Whose return a sheet is, for which quarter, and when it came: by the options and by the sheet."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from fjdex.cli.quarters import quarter_asked
from fjdex.exchange.grid import Problem
from fjdex.exchange.items import Items
from fjdex.exchange.returns import return_id, return_of
from fjdex.exchange.rows import Opening, Word
from fjdex.plan.failures import Failure
from fjdex.plan.period import Period
from fjdex.plan.plan import Plan
from fjdex.plan.records import Agency, Source
from fjdex.plan.scalars import shown
from fjdex.plan.suggestions import day_meant, period_meant
from fjdex.plan.terms import SourceKind


@dataclass(frozen=True)
class Given:
    """The options of one `fjdex import`, understood; `prefix` stands before the data's files."""

    source: str | None = None
    agency: Agency | None = None
    quarter: Period | None = None
    received: date | None = None
    day: date | None = None
    correct: bool = False
    sure: bool = False
    prefix: str = ""

    def but(self, *, correct: bool, sure: bool) -> "Given":
        """Answer the same options with those that allow more."""
        return replace(self, correct=correct, sure=sure)


@dataclass
class Standing:
    """What holds for all rows of a sheet. What is missing for all of them is told once."""

    plan: Plan
    given: Given
    today: date
    opening: Opening | None
    told_source: bool = False
    told_quarter: bool = False

    @property
    def agency(self) -> Agency | None:
        """The agency whose return it is."""
        return self.given.agency or self._agency

    @property
    def quarter(self) -> Period | None:
        """The quarter that it is for."""
        return self.given.quarter or self._quarter

    @property
    def day(self) -> date | None:
        """The day of a value that names none."""
        return self.given.day or (self.quarter.end if self.quarter else None)

    @property
    def received(self) -> date:
        """The day on which it came: by the option, by the sheet, else today."""
        return self.given.received or self._returned or self.today

    @property
    def assumed(self) -> bool:
        """Whether nobody said when it came, so that it counts as come today."""
        return self.given.received is None and self._returned is None

    @cached_property
    def source(self) -> Source | None:
        """The return as a source, the one on the register where it is there already."""
        if self.agency is None or self.quarter is None:
            return None
        id_ = return_id(self.plan, self.agency, self.quarter)
        made = return_of(self.plan, self.agency, self.quarter, self.received)
        return self.plan.source.get(id_) or made

    def faults(self) -> Iterator[Problem]:
        """Tell what a sheet says of itself and cannot be, or contradicts the options."""
        faulty = (
            ("agency", self._agency, self.given.agency, "agency-unknown"),
            ("quarter", self._quarter, self.given.quarter, "quarter-malformed"),
            ("returned", self._returned, None, "date-malformed"),
        )
        for name, found, asked, code in faulty:
            word = self._word(name)
            if word is not None and found is None:
                near = Items(self.plan).near_agency(word.text) if name == "agency" else ""
                yield Problem(code, word.place, {"text": shown(word.text), "near": near})
            elif word is not None and asked is not None and asked != found:
                option = {"agency": "--lead", "quarter": "--quarter"}[name]
                yield Problem(
                    "said-otherwise", word.place, {"text": shown(word.text), "name": option}
                )
        yield from self._quarter_faults()
        word = self._word("returned")
        if word is not None and self._returned is not None and self._returned > self.today:
            arguments = {"text": self._returned.isoformat(), "today": self.today.isoformat()}
            yield Problem("day-ahead", word.place, arguments)
        if self.source is not None and self.source.kind is not SourceKind.RETURN and self.opening:
            yield Problem("return-taken", self.opening.place, {"id": self.source.id})

    def _quarter_faults(self) -> Iterator[Problem]:
        """Tell of a quarter before the plan, or still to come."""
        word = self._word("quarter")
        if word is None or self._quarter is None:
            return
        try:
            quarter_asked(self.plan, str(self._quarter), self.today)
        except Failure as failure:
            yield Problem(failure.code, word.place, failure.arguments)

    def _word(self, name: str) -> Word | None:
        return self.opening.words.get(name) if self.opening else None

    @cached_property
    def _agency(self) -> Agency | None:
        word = self._word("agency")
        return Items(self.plan).agency(word.text) if word else None

    @cached_property
    def _quarter(self) -> Period | None:
        word = self._word("quarter")
        period = period_meant(word.text) if word else None
        return period if period and "Q" in str(period) else None

    @cached_property
    def _returned(self) -> date | None:
        word = self._word("returned")
        return day_meant(word.text) if word else None
