"""A plan with some of the changes to another one made: what would be so had only these been made.

Only what a rating can rest on is changed; agencies, remarks, sections and classes stay.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from types import MappingProxyType
from typing import Any, cast

from fjdex.plan.plan import Plan
from fjdex.plan.records import Goal
from fjdex.review.change import RATED, READING, Change, Deed, Step, Steps
from fjdex.review.renames import Renames

_TABLES = ("targets", "outcomes", "tasks", "areas", "sources")
# By what the members of a list are put in order where one is new.
_ORDER: Mapping[str, str] = MappingProxyType(
    {"goals": "decided", "path": "date", "parts": "id", "readings": "date"}
)
# What only is shown.
_SHOWN = frozenset({"sections", "classes"})


def followed(plan: Plan, renames: Renames) -> Plan:
    """Answer a plan with every record under the id that it goes by now."""
    if not renames:
        return plan
    lists: dict[str, Any] = {
        table: tuple(_followed(one, table, renames) for one in getattr(plan, table))
        for table in _TABLES
    }
    readings = {
        renames.new("rated", id_): renames.followed(given) for id_, given in plan.readings.items()
    }
    return replace(plan, readings=readings, **lists)


def _followed(record: Any, table: str, renames: Renames) -> Any:
    sort = "rated" if table in RATED else table
    return replace(renames.followed(record), id=renames.new(sort, record.id))


def applied(plan: Plan, changes: Iterable[Change]) -> Plan:
    """Answer a plan, its renames followed, with these changes made."""
    by_record: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        by_record.setdefault((change.table, change.id), []).append(change)
    lists: dict[str, Any] = {}
    readings = dict(plan.readings)
    header = plan.header
    for (table, id_), given in by_record.items():
        if table == "plan":
            header = _record(header, given)
        elif table in _TABLES:
            lists[table] = _listed(lists.get(table, getattr(plan, table)), id_, given)
        read = [one for one in given if one.thing == READING]
        if read:
            slots = [(one.slot[1:], one) for one in read]
            readings[id_] = _members(readings.get(id_, ()), "readings", slots)
    return replace(plan, header=header, readings=readings, **lists)


def _listed(records: Sequence[Any], id_: str, changes: Sequence[Change]) -> tuple[Any, ...]:
    whole = next((one for one in changes if one.whole), None)
    if whole is not None and whole.deed is Deed.ADDED:
        return (*records, whole.after)
    if whole is not None and whole.deed is Deed.REMOVED:
        return tuple(one for one in records if one.id != id_)
    return tuple(_record(one, changes) if one.id == id_ else one for one in records)


def _record(record: Any, changes: Sequence[Change]) -> Any:
    """Make changes to a record: key by key, and member by member of what is a list."""
    facts = [one for one in changes if one.thing != READING and not one.whole]
    made: dict[str, Any] = {}
    for name in dict.fromkeys(str(one.slot[0]) for one in facts):
        given = [one for one in facts if one.slot[0] == name]
        if name == "bands":
            made[name] = _bands(record.bands, given)
        elif name in _ORDER:
            made[name] = _members(
                getattr(record, name), name, [(one.slot[1:], one) for one in given]
            )
        elif name not in _SHOWN:
            made[name] = given[0].after
    return replace(record, **made)


def _bands(bands: Mapping[Any, Any], changes: Sequence[Change]) -> Mapping[Any, Any]:
    held = dict(bands)
    for change in changes:
        held |= cast("Mapping[Any, Any]", change.after or {})
        for rating in cast("Mapping[Any, Any]", {} if change.after else change.before):
            del held[rating]
    return held


def _members(
    given: Sequence[Any], name: str, changes: Sequence[tuple[Steps, Change]]
) -> tuple[Any, ...]:
    """Change the members of a list; `changes` say where in it they are, () what is new in it."""
    kept: dict[Step, Any] = dict(enumerate(given))
    inside: dict[Step, list[tuple[Steps, Change]]] = {}
    for slot, change in changes:
        if len(slot) > 1:
            inside.setdefault(slot[0], []).append((slot[2:], change))
    for at, within in inside.items():
        kept[at] = replace(kept[at], path=_members(kept[at].path, "path", within))
    for slot, change in changes:
        if len(slot) == 1:
            kept[slot[0]] = _member(kept[slot[0]], change.after)
    members = [one for one in kept.values() if one is not None]
    new = [change.after for slot, change in changes if not slot]
    return tuple(sorted((*members, *new), key=attrgetter(_ORDER[name])) if new else members)


def _member(before: object, after: object) -> object:
    """Answer a member as it is now; a goal keeps its path, of which every value is a fact."""
    if isinstance(before, Goal) and isinstance(after, Goal):
        return replace(after, path=before.path)
    return after
