"""The tables of what records refer to: the plan itself, sections, sources, agencies, areas."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from fjdex.exchange.table import Field, Table, Type, Value, table, worded
from fjdex.plan.plan import Plan
from fjdex.plan.records import Agency, Area, RatingClass, Remark, Section, Source
from fjdex.plan.terms import Rating


@dataclass(frozen=True, slots=True)
class Asked:
    """The plan with what was asked: as of a day, known by one, as it stood in a revision."""

    plan: Plan
    as_of: date
    known_by: date | None = None
    revision: str | None = None

    def band(self, rating: Rating) -> Value:
        """Answer the least pace of a rating."""
        return self.plan.header.bands.get(rating)


def _ratings(one: RatingClass) -> Value:
    return tuple(rating.value for rating in one.ratings)


_PLAN: tuple[Field[Asked], ...] = (
    Field("id", Type.ID, lambda one: one.plan.header.id),
    *worded("title", lambda one: one.plan.header.title),
    *worded("issuer", lambda one: one.plan.header.issuer),
    Field("start", Type.DAY, lambda one: one.plan.header.start),
    Field("end", Type.DAY, lambda one: one.plan.header.end),
    Field("band_ahead", Type.NUMBER, lambda one: one.band(Rating.AHEAD)),
    Field("band_on_schedule", Type.NUMBER, lambda one: one.band(Rating.ON_SCHEDULE)),
    Field("band_behind", Type.NUMBER, lambda one: one.band(Rating.BEHIND)),
    Field("band_far_behind", Type.NUMBER, lambda one: one.band(Rating.FAR_BEHIND)),
    Field("about", Type.NUMBER, lambda one: one.plan.header.about),
    Field("every", Type.CODE, lambda one: one.plan.header.every),
    Field("lag", Type.COUNT, lambda one: one.plan.header.lag),
    Field("as_of", Type.DAY, lambda one: one.as_of),
    Field("known_by", Type.DAY, lambda one: one.known_by),
    Field("revision", Type.TEXT, lambda one: one.revision),
)
_SECTION: tuple[Field[Section], ...] = (
    Field("id", Type.ID, lambda one: one.id),
    Field("list", Type.CODE, lambda one: one.list.one),
    *worded("name", lambda one: one.name),
    Field("total", Type.NUMBER, lambda one: one.total),
)
_CLASS: tuple[Field[RatingClass], ...] = (
    Field("id", Type.ID, lambda one: one.id),
    *worded("name", lambda one: one.name),
    Field("ratings", Type.LIST, _ratings),
)
_SOURCE: tuple[Field[Source], ...] = (
    Field("id", Type.ID, lambda one: one.id),
    Field("kind", Type.CODE, lambda one: one.kind),
    *worded("title", lambda one: one.title),
    Field("publisher", Type.TEXT, lambda one: one.publisher),
    Field("published", Type.DAY, lambda one: one.published),
    *worded("published_note", lambda one: one.published_note),
    Field("url", Type.TEXT, lambda one: one.url),
    Field("confidence", Type.CODE, lambda one: one.confidence),
    *worded("note", lambda one: one.note),
)
_AGENCY: tuple[Field[Agency], ...] = (
    Field("id", Type.ID, lambda one: one.id),
    *worded("name", lambda one: one.name),
    Field("kind", Type.CODE, lambda one: one.kind),
    Field("aliases", Type.LIST, lambda one: one.aliases),
    Field("members", Type.LIST, lambda one: one.members),
)
_AREA: tuple[Field[Area], ...] = (
    Field("id", Type.ID, lambda one: one.id),
    *worded("name", lambda one: one.name),
    Field("parent", Type.ID, lambda one: one.parent),
)
_REMARK: tuple[Field[Remark], ...] = (
    Field("id", Type.ID, lambda one: one.id),
    Field("quarter", Type.PERIOD, lambda one: str(one.quarter)),
    *worded("reason", lambda one: one.reason),
    *worded("action", lambda one: one.action),
    Field("by", Type.TEXT, lambda one: one.by),
    Field("date", Type.DAY, lambda one: one.date),
)


def register_tables(asked: Asked) -> tuple[Table, ...]:
    """Answer what is the same whichever records are asked for."""
    plan = asked.plan
    return (
        table("sources", _SOURCE, lambda: plan.sources),
        table("agencies", _AGENCY, lambda: plan.agencies),
        table("areas", _AREA, lambda: plan.areas),
        table("sections", _SECTION, lambda: plan.header.sections),
        table("classes", _CLASS, lambda: plan.header.classes),
        table("plan", _PLAN, lambda: (asked,)),
    )


def remarks_table(plan: Plan, ids: Container[str]) -> Table:
    """Answer the remarks on the records with some ids."""
    chosen = [one for one in plan.remarks if one.id in ids]
    return table("remarks", _REMARK, lambda: chosen)
