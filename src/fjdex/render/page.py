"""What `fjdex show` has at hand for a record's page."""

from dataclasses import dataclass

from fjdex.assess.assessment import Assessment
from fjdex.assess.item import Item
from fjdex.load import Loaded
from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.plan.records import Record
from fjdex.plan.words import Words


@dataclass(frozen=True)
class Page:
    """What is to be shown of one record."""

    assessment: Assessment
    loaded: Loaded
    item: Item
    prefix: str
    voice: Voice

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.assessment.plan

    @property
    def record(self) -> Record:
        """The record itself."""
        return self.plan.records[self.item.id]

    def words(self, words: Words | None) -> str:
        """Say a wording in the page's language."""
        return words.in_(self.voice.language) if words else ""
