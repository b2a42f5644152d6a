"""A unit's return as a source: what readings cite that nobody has published.

One return an agency and quarter: the same sheet, sent in again, is the same source.
"""

import re
from datetime import date

from fjdex.plan.period import Period
from fjdex.plan.plan import Plan
from fjdex.plan.records import Agency, Source
from fjdex.plan.scalars import MAX_ID
from fjdex.plan.terms import SourceKind
from fjdex.plan.words import Words

_RETURN = "return"
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "the"})
_words = re.compile("[a-z0-9]+").findall


def return_id(plan: Plan, agency: Agency, quarter: Period) -> str:
    """Answer the id of an agency's return for a quarter: return-<its English name>-2022q3."""
    end = f"-{str(quarter).lower()}"
    room = MAX_ID - len(_RETURN) - 1 - len(end)
    slugs: dict[str, str] = {}
    for one in plan.agencies:
        slug, number = _slug(one.name.en, room), 1
        while slug in slugs.values():
            # Two that begin alike: the later one of the list is told apart by a number.
            number += 1
            slug = f"{_slug(one.name.en, room - len(str(number)) - 1)}-{number}"
        slugs[one.id] = slug
    return f"{_RETURN}-{slugs[agency.id]}{end}"


def _slug(name: str, room: int) -> str:
    """Answer as many whole words of a name as there is room for."""
    slug = ""
    for word in _words(name.lower()):
        if word in _SMALL:
            continue
        longer = f"{slug}-{word}" if slug else word[:room]
        if len(longer) > room:
            break
        slug = longer
    return slug or "agency"


def return_of(plan: Plan, agency: Agency, quarter: Period, received: date) -> Source:
    """Answer the return itself, as received on a day."""
    title = Words(f"{agency.id}{quarter}填报表", f"Return of {agency.name.en} for {quarter}")
    return Source(
        id=return_id(plan, agency, quarter),
        kind=SourceKind.RETURN,
        title=title,
        publisher=agency.id,
        published=received,
    )
