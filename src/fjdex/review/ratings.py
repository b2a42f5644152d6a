"""Which ratings moved between two states of a plan, both rated as of one day, and why.

A record that rests on others moved because one of these did, and that one is named. What only the
time that has passed moved is answered apart.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, cast

from fjdex.assess.assessment import assess, rate_alone, roll_up
from fjdex.assess.item import Item
from fjdex.plan.plan import Plan
from fjdex.plan.terms import Rating
from fjdex.review.applied import applied, followed
from fjdex.review.causes import cause
from fjdex.review.change import ONE, RATED, READING, Change, Deed
from fjdex.review.family import about, below, dated_within, family, only, touched
from fjdex.review.renames import Renames

if TYPE_CHECKING:
    from fjdex.plan.readings import Reading

CHILD, TOGETHER, TIME, UNKNOWN = "child", "together", "time", "unknown"
# What else of a record is likely to move it, the likeliest first.
_LIKELY = ("goal", "baseline", "path", "due", "kind", "part", "area")
_LINKS = frozenset({"tasks", "outcomes"})


@dataclass(frozen=True, slots=True)
class Cause:
    """What brought a new rating about: changes, children that moved themselves, or time.

    `kind` is the sort of the one change, `child`, `time`, or `together` where several are needed;
    `unknown` where only all that changed, or more, explains it.
    """

    kind: str
    changes: tuple[Change, ...] = ()
    children: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """A record that is rated otherwise; None where a side does not have it."""

    id: str
    former: str
    before: Rating | None
    after: Rating | None
    cause: Cause


@dataclass(frozen=True, slots=True)
class _Candidate:
    """What may have moved a rating: one change, or that one child moved.

    With a child all that it rests on (`settled`) is as it is now, by whatever that came about.
    """

    changes: tuple[Change, ...]
    child: str | None = None
    settled: frozenset[str] = frozenset()


def moved(
    before: Plan, after: Plan, changes: Sequence[Change], renames: Renames, as_of: date
) -> tuple[Moved, ...]:
    """Answer the ratings that changes moved, targets first; a side must be ratable on the day."""
    was = followed(replace(before, readings={}), renames)
    own = touched(before, after, changes)
    ids = family(was, own) | family(after, own)
    ids = below(was, ids) | below(after, ids)
    old = {new: one for one, new in renames.of.get("rated", {}).items()}
    then = only(before, {old.get(id_, id_) for id_ in ids})
    sides = followed(then, renames), only(after, ids)
    return _Moves(sides, changes, own, as_of, _as_cited(then, renames)).answer(old)


def _as_cited(plan: Plan, renames: Renames) -> Plan | None:
    """Answer a plan with its sources' own ids where these are others now, None where none is.

    Between two figures of one day that nothing else tells apart the source's id decides.
    """
    if not renames.of.get("sources"):
        return None
    return followed(plan, Renames({**renames.of, "sources": {}}))


class _Moves:
    """The ratings of a part of two plans, and what moved them."""

    def __init__(
        self,
        sides: tuple[Plan, Plan],
        changes: Sequence[Change],
        own: frozenset[str],
        as_of: date,
        cited: Plan | None = None,
    ) -> None:
        (self.was, self.now), self.changes, self.as_of = sides, changes, as_of
        self.alone_now = rate_alone(self.now, as_of)
        # What nothing touched is by itself as it is now, and need not be rated again.
        untouched = {id_: item for id_, item in self.alone_now.items() if id_ not in own}
        self.alone_then = rate_alone(self.was, as_of, untouched)
        self.then = roll_up(self.was, as_of, self.alone_then).items
        self.today = roll_up(self.now, as_of, self.alone_now).items
        self.before = assess(cited, as_of).items if cited else self.then
        ids = dict.fromkeys((*self.today, *self.then))
        self.ids = [id_ for id_ in ids if _rating(self.before, id_) is not _rating(self.today, id_)]

    @cached_property
    def own(self) -> Mapping[str, tuple[Change, ...]]:
        """The changes of each record and its readings."""
        found: dict[str, list[Change]] = {}
        for change in self.changes:
            if change.table in RATED or change.thing == READING:
                found.setdefault(change.id, []).append(change)
        return {id_: tuple(found.get(id_, ())) for id_ in {*self.then, *self.today}}

    @cached_property
    def every(self) -> tuple[Change, ...]:
        """The changes that can move any record: of a band, of a source, of the areas."""
        return tuple(about(self.changes, ()))

    def _of(self, ids: Iterable[str]) -> tuple[Change, ...]:
        return tuple(one for id_ in sorted(ids) for one in self.own.get(id_, ()))

    def _rated(self, part: Plan, id_: str, candidates: Sequence[_Candidate]) -> Rating:
        """Rate a record of a part of the old plan, some changes made and some children settled.

        What it rests on is by itself as it was or as it is now, and never in between: a band moves
        a parent through its children only.
        """
        made = {id(one): one for candidate in candidates for one in candidate.changes}
        settled = {one for candidate in candidates for one in candidate.settled}
        plan = applied(part, made.values())
        known = {one: self._settled(one, settled) for one in plan.records if one != id_}
        own = {id(one) for one in (*self.own[id_], *self.every)}
        alone = self.alone_then if own.isdisjoint(made) else None
        alone = self.alone_now if own and own <= made.keys() else alone
        if alone and id_ in alone:
            known[id_] = alone[id_]
        return roll_up(plan, self.as_of, rate_alone(plan, self.as_of, known)).items[id_].rating

    def _settled(self, id_: str, settled: Collection[str]) -> Item:
        """Answer a record by itself as it is now, or as it was where it moved and is not settled.

        One that did not move is as now, so that nothing that made up for a change is missed.
        """
        waits = id_ in self.moving and id_ not in settled
        first, other = self.alone_now, self.alone_then
        if waits and id_ in self.then:
            first, other = other, first
        return first[id_] if id_ in first else other[id_]

    def answer(self, former: Mapping[str, str]) -> tuple[Moved, ...]:
        """Answer what moved; `former` has the old id of what was renamed."""
        return tuple(
            Moved(
                id_,
                former.get(id_, id_),
                _rating(self.before, id_),
                _rating(self.today, id_),
                self._cause(id_),
            )
            for id_ in self.ids
        )

    def _cause(self, id_: str) -> Cause:
        own = (*self.own[id_], *self.every)
        came = next((one for one in own if one.whole and _is_new(one, id_)), None)
        if came is not None:
            return Cause(came.thing, (came,))
        part, wanted = only(self.was, self._below(id_)), self.today[id_].rating
        if self.then[id_].rating is wanted:
            return self._cited(id_)

        def enough(candidates: Sequence[_Candidate]) -> bool:
            return self._rated(part, id_, candidates) is wanted

        return _cause_of(cause(enough, self._candidates(id_)))

    def _cited(self, id_: str) -> Cause:
        """Answer the cause of what moved by a source's new id, or through what it rests on."""
        child = next((one.child for one in self._moved_children(id_)), None)
        if child:
            return Cause(CHILD, (), (child,))
        cited = {one.source for one in self.now.readings.get(id_, ())}
        renamed = [one for one in self.every if one.deed is Deed.RENAMED and one.id in cited]
        return _cause_of([_Candidate((one,)) for one in renamed])

    @cached_property
    def moving(self) -> frozenset[str]:
        """The records that are rated otherwise now."""
        return frozenset(self.ids)

    def _below(self, id_: str) -> frozenset[str]:
        return below(self.was, {id_}) | below(self.now, {id_})

    def _candidates(self, id_: str) -> list[_Candidate]:
        ids = self._below(id_)
        own = sorted((*self.own[id_], *self.every), key=lambda one: self._likelihood(id_, one))
        if len(ids) == 1:
            return [_Candidate((one,)) for one in own]
        links = [one for one in self._of(ids) if one.whole or one.thing in _LINKS]
        single = {id(one): one for one in (*own, *links)}
        return [*self._moved_children(id_), *(_Candidate((one,)) for one in single.values())]

    def _moved_children(self, id_: str) -> Iterator[_Candidate]:
        """Answer the children that moved themselves, the one that decides first."""
        worst = [items[id_].worst for items in (self.today, self.then)]
        ids = self._below(id_) - {id_}
        children = [one for one in self.ids if one in ids]
        for child in sorted(children, key=lambda one: worst.index(one) if one in worst else 2):
            if child in self.then and child in self.today:
                under = self._below(child)
                made = (one for one in self._of(under) if not _links_up(one, child))
                yield _Candidate(tuple(made), child, under)

    def _likelihood(self, id_: str, change: Change) -> tuple[int, int]:
        """Order the changes of a record by how likely they move it, the likeliest first."""
        if change.thing == READING:
            rests = (self.today[id_].reading, change.after), (self.then[id_].reading, change.before)
            if any(one is not None and one == other for one, other in rests):
                return 0, 0
            reading = cast("Reading", change.after or change.before)
            return 2, -reading.date.toordinal()
        if change.id == id_ and change.thing in _LIKELY:
            return 1, _LIKELY.index(change.thing)
        return 3, 0


def _rating(items: Mapping[str, Item], id_: str) -> Rating | None:
    return items[id_].rating if id_ in items else None


def _links_up(change: Change, child: str) -> bool:
    """Whether a change says what a child belongs to, rather than what it is rated by."""
    return change.thing in _LINKS and (change.id == child or change.thing == "tasks")


def _is_new(change: Change, id_: str) -> bool:
    return change.table in RATED and change.id == id_ and change.deed is not Deed.RENAMED


def _cause_of(found: Sequence[_Candidate]) -> Cause:
    if not found:
        return Cause(UNKNOWN)
    children = tuple(one.child for one in found if one.child)
    changes = tuple(change for one in found if not one.child for change in one.changes)
    if len(found) > 1:
        return Cause(TOGETHER, changes, children)
    return Cause(CHILD, (), children) if children else Cause(_sort(changes[0]), changes)


def _sort(change: Change) -> str:
    """Answer what sort a change is: of a register's record, that record's."""
    return ONE[change.table] if change.table in {"areas", "sources"} else change.thing


def moved_by_time(plan: Plan, since: date, as_of: date) -> tuple[Moved, ...]:
    """Answer the ratings of one plan that are others now than on an earlier day.

    Only what has a day in between can be another one: no rating rests on today's date itself.
    """
    first = max(since, plan.header.start)
    if first >= as_of:
        return ()
    part = only(plan, family(plan, dated_within(plan, first, as_of)))
    then, now = assess(part, first).items, assess(part, as_of).items
    return tuple(
        Moved(id_, id_, then[id_].rating, item.rating, Cause(TIME))
        for id_, item in now.items()
        if then[id_].rating is not item.rating
    )
