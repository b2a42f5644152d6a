"""What changed in one record: its keys one by one, its goals, planned values and parts one by one.

What a key holds is one fact: a title in both languages, a due date with its words, all leads in
their order. Of what a list holds each is one: a goal, a planned value, a part, a section, a band.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import Any

from fjdex.plan.records import Goal
from fjdex.review.change import Change, Deed, Steps, Subject
from fjdex.review.pairing import Key, chosen, paired
from fjdex.review.renames import Renames


@dataclass(frozen=True, slots=True)
class _Listed:
    """How the members of a list are known, and what one of them is called."""

    thing: str
    surely: tuple[Key[Any], ...]
    perhaps: tuple[Key[Any], ...] = ()


def _by(*names: str) -> Key[Any]:
    def known(one: object) -> Hashable:
        return tuple(getattr(one, name) for name in names)

    return known


_LISTS: Mapping[str, _Listed] = MappingProxyType(
    {
        "goals": _Listed("goal", (_by("area", "decided"),), (_by("area", "value", "state"),)),
        "path": _Listed("path", (_by("date"),), (_by("value", "state"),)),
        "parts": _Listed("part", (_by("id"),), (_by("name"),)),
        "sections": _Listed("section", (_by("list", "id"),), (_by("list", "name"),)),
        "classes": _Listed("class", (_by("id"),), (_by("name"),)),
    }
)
_BANDS = "bands"
# What a record's id is told by: that it came, went or was renamed.
_UNTOLD = frozenset({"id"})


@dataclass(frozen=True, slots=True)
class _Comparing:
    """The two sides of one record, and where in it the comparison has come to."""

    subject: Subject
    renames: Renames
    of: Goal | None = None

    def same(self, before: object, after: object) -> bool:
        """Whether two facts are one, by the ids of then or those of now."""
        return before == after or self.renames.followed(before) == after

    def change(
        self, thing: str, deed: Deed, sides: tuple[object, object], steps: tuple[Steps, Steps]
    ) -> Change:
        """Answer the change of a fact that stands at `steps` on either side."""
        before, after = sides
        return Change(
            subject=self.subject,
            thing=thing,
            deed=deed,
            before=before,
            after=after,
            of=self.of,
            slot=steps[0],
            steps_before=None if deed is Deed.ADDED else steps[0],
            steps_after=None if deed is Deed.REMOVED else steps[1],
        )


def record_changes(
    subject: Subject, before: object, after: object, renames: Renames
) -> Iterator[Change]:
    """Answer what changed between two states of one record, in the order of its keys."""
    comparing = _Comparing(subject, renames)
    # A reference is told by its key, so the record is followed as a whole.
    then = renames.followed(before)
    for one in fields(before):  # type: ignore[arg-type]  # every record is a dataclass
        name = one.name
        if name in _UNTOLD and subject.table != "plan":
            continue
        sides = (getattr(before, name), getattr(after, name))
        if name in _LISTS:
            yield from _of_list(comparing, _LISTS[name], sides, ((name,), (name,)))
        elif name == _BANDS:
            yield from _of_bands(comparing, *sides)
        elif sides[0] != sides[1] and getattr(then, name) != sides[1]:
            yield comparing.change(name, _deed(*sides), sides, ((name,), (name,)))


def _deed(before: object, after: object) -> Deed:
    if _nothing(before):
        return Deed.ADDED
    return Deed.REMOVED if _nothing(after) else Deed.REVISED


def _nothing(value: object) -> bool:
    return value is None or value == ()


def _of_bands(
    comparing: _Comparing, before: Mapping[Any, object], after: Mapping[Any, object]
) -> Iterator[Change]:
    for rating in dict.fromkeys((*after, *before)):
        if before.get(rating) != after.get(rating):
            sides = _band(before, rating), _band(after, rating)
            steps = (_BANDS, rating.value)
            yield comparing.change("band", _deed(*sides), sides, (steps, steps))


def _band(bands: Mapping[Any, object], rating: object) -> object:
    return {rating: bands[rating]} if rating in bands else None


def _of_list(
    comparing: _Comparing,
    listed: _Listed,
    sides: tuple[Sequence[Any], Sequence[Any]],
    steps: tuple[Steps, Steps],
) -> Iterator[Change]:
    before, after = sides
    then = comparing.renames.followed(tuple(before))
    pairs = paired(then, after, listed.surely, listed.perhaps)
    for b, a in pairs:
        at = (steps[0] if b is None else (*steps[0], b), steps[1] if a is None else (*steps[1], a))
        was, now = chosen(before, b), chosen(after, a)
        if isinstance(was, Goal) and isinstance(now, Goal):
            yield from _of_goal(comparing, was, now, at)
        elif was is None or now is None or not comparing.same(was, now):
            yield comparing.change(listed.thing, _deed(was, now), (was, now), at)


def _of_goal(
    comparing: _Comparing, before: Goal, after: Goal, steps: tuple[Steps, Steps]
) -> Iterator[Change]:
    """A goal is one fact, each value planned on the way to it another."""
    bare = replace(before, path=()), replace(after, path=())
    if not comparing.same(*bare):
        yield comparing.change("goal", Deed.REVISED, bare, steps)
    inside = replace(comparing, of=bare[1])
    paths = ((*steps[0], "path"), (*steps[1], "path"))
    yield from _of_list(inside, _LISTS["path"], (before.path, after.path), paths)
