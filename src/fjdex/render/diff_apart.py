"""In what two facts differ, said so that they differ in what is said too."""

from collections.abc import Collection, Mapping
from dataclasses import Field, fields, is_dataclass
from decimal import Decimal
from typing import Any

from fjdex.messages import Voice
from fjdex.plan.readings import Reading
from fjdex.plan.words import LANGUAGES, Words
from fjdex.render.diff_values import Teller

# The unit of a record's values on either side.
Units = tuple[str | None, str | None]


def differences(before: tuple[Teller, object], after: tuple[Teller, object], units: Units) -> str:
    """Say in what two facts differ, key by key."""
    (was, old), (now, new) = before, after
    units = _own(old, units[0]), _own(new, units[1])
    voice = now.voice
    told = []
    for one in _fields(new):
        pair = getattr(old, one.name), getattr(new, one.name)
        if pair[0] != pair[1] or _digits(pair[0]) != _digits(pair[1]):
            said_before, said_after = apart(was, now, pair, one.name, units)
            deed = ".added" if pair[0] is None else ".removed" if pair[1] is None else ""
            arguments = {"before": said_before, "after": said_after}
            told.append(
                voice(f"diff.difference{deed}", key=voice(f"diff.key.{one.name}"), **arguments)
            )
    return voice("status.semicolon").join(told)


def _own(value: object, unit: str | None) -> str | None:
    """Answer the unit of a fact's value: of a reading of another measure its own."""
    return (value.unit or unit) if isinstance(value, Reading) else unit


def _fields(value: object) -> list["Field[Any]"]:
    if not is_dataclass(value):
        return []
    return [one for one in fields(value) if one.compare and one.name != "path"]


def _digits(value: object) -> str:
    return str(value) if isinstance(value, Decimal) else ""


def apart(
    was: Teller, now: Teller, pair: tuple[object, object], key: str, units: Units
) -> tuple[str, str]:
    """Say two facts that differ so that they differ in what is said too.

    Where only the other language's words differ, those are said; of what is called alike, the ids.
    """
    before, after = pair
    if isinstance(before, Words) and isinstance(after, Words):
        languages = [now.voice.language, *LANGUAGES]
        differ = next(one for one in languages if before.in_(one) != after.in_(one))
        return before.in_(differ), after.in_(differ)
    names = was.names(before, key), now.names(after, key)
    alike = _alike(*names)
    if alike:
        said = [_with_ids(one, alike, now.voice) for one in names]
        return said[0], said[1]
    return was.whole(before, key, units[0]), now.whole(after, key, units[1])


def _alike(was: Mapping[str, str], now: Mapping[str, str]) -> frozenset[str]:
    """Answer the ids that share one name with another id on either side."""
    ids: dict[str, set[str]] = {}
    for id_, name in (*was.items(), *now.items()):
        ids.setdefault(name, set()).add(id_)
    return frozenset(one for shared in ids.values() if len(shared) > 1 for one in shared)


def _with_ids(names: Mapping[str, str], alike: Collection[str], voice: Voice) -> str:
    """Say names, and beside one that is another id's too its own."""
    said = (
        voice("status.flagged", rating=name, flags=id_) if id_ in alike and id_ != name else name
        for id_, name in names.items()
    )
    return voice("diff.list").join(said) or voice("diff.nothing")
