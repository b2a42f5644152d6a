"""`fjdex diff` for scripts: facts as the files write them, ids and codes never translated."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from fjdex.plan.findings import Finding, Place
from fjdex.plan.period import Period
from fjdex.plan.scalars import visible
from fjdex.review.change import Change
from fjdex.review.ratings import Moved
from fjdex.review.review import Review


def diff_json(review: Review, prefixes: tuple[str, str]) -> dict[str, object]:
    """Answer a review; `prefixes` stand before the names of the files of either side."""
    comparison = review.comparison
    numbers = {id(one): number for number, one in enumerate(comparison.changes)}
    return {
        "schema": "fjdex.diff/1",
        "as_of": review.as_of.isoformat(),
        "changes": [change_json(one, prefixes) for one in comparison.changes],
        "ratings": [_moved(one, numbers) for one in review.moved],
        "rated": review.rated,
        "since": review.since.isoformat() if review.since else None,
        "by_time": [_moved(one, numbers) for one in review.by_time],
        "reshaped": [prefixes[1] + one for one in comparison.reshaped],
        "findings": [
            _finding(one, side, prefix)
            for side, prefix in zip(("before", "after"), prefixes, strict=True)
            for one in (comparison.before if side == "before" else comparison.after)
        ],
    }


def change_json(change: Change, prefixes: tuple[str, str]) -> dict[str, object]:
    """Answer a change; `prefixes` stand before the names of the files of either side."""
    before, after = change.place_before, change.place_after
    place, prefix = (after, prefixes[1]) if after else (before, prefixes[0])
    return {
        "id": change.id,
        "change": change.code,
        "table": change.table,
        "former_id": change.subject.former,
        "before": written(change.before),
        "after": written(change.after),
        "file": prefix + place.file if place else None,
        "line": place.line if place else None,
        "before_file": prefixes[0] + before.file if before else None,
        "before_line": before.line if before else None,
    }


def _moved(moved: Moved, numbers: Mapping[int, int]) -> dict[str, object]:
    return {
        "id": moved.id,
        "former_id": moved.former,
        "before": moved.before.value if moved.before else None,
        "after": moved.after.value if moved.after else None,
        "cause": {
            "kind": moved.cause.kind,
            "changes": [numbers[id(one)] for one in moved.cause.changes],
            "children": list(moved.cause.children),
        },
    }


def _finding(finding: Finding, side: str, prefix: str) -> dict[str, object]:
    place: Place = finding.place
    return {
        "side": side,
        "code": finding.code,
        "severity": finding.severity.value,
        "file": visible(prefix + place.file),
        "line": place.line,
        "column": place.column,
    }


def written(value: object) -> object:
    """Answer a fact as its file writes it: texts, numbers as texts, lists and mappings."""
    if value == ():
        return None
    for sort, write in _WRITE.items():
        if isinstance(value, sort):
            return write(value)
    return _mapping(value) if is_dataclass(value) else value


_WRITE: Mapping[type, Callable[[Any], object]] = MappingProxyType(
    {
        StrEnum: lambda one: one.value,
        Decimal: lambda one: format(one, "f"),
        date: str,
        Period: str,
        Mapping: lambda one: {str(written(key)): written(held) for key, held in one.items()},
        tuple: lambda one: [written(held) for held in one],
    }
)


def _mapping(value: object) -> dict[str, object]:
    """Leave out what a file leaves out: what is nothing, and what is the default."""
    return {
        one.name: written(held)
        for one in fields(value)  # type: ignore[arg-type]  # whoever calls has made sure
        if one.compare and (held := getattr(value, one.name)) is not None and held != one.default
        if held != ()
    }
