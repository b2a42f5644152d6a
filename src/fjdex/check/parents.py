"""Rules about how areas lie in each other: one whole, and no circle."""

from collections.abc import Iterator, Mapping
from operator import attrgetter

from fjdex.check.view import At, View, answered, told
from fjdex.plan.findings import Finding
from fjdex.plan.records import Area


def parent_faults(view: View) -> Iterator[Finding]:
    """Every area lies in the whole, the first one without a parent, directly or through others."""
    parents = answered(attrgetter("parent"), view.plan.area.values())
    circles = _circles({area.id: parent for area, parent in parents})
    for area, at in zip(view.plan.areas, view.at("areas.yaml"), strict=True):
        yield from told(_faults(view, area, at, circles))


def _faults(
    view: View, area: Area, at: At, circles: dict[str, tuple[str, ...]]
) -> Iterator[Finding]:
    if circle := circles.pop(area.id, None):
        chain = " → ".join((*circle, area.id))
        yield Finding("area-circular", at("parent"), {"text": area.id, "chain": chain})
    if area.parent is None and area.id != view.plan.whole:
        arguments = {"text": area.id, "whole": view.plan.whole}
        yield Finding("area-parentless", at("id"), arguments)


def _circles(parents: Mapping[str, str | None]) -> dict[str, tuple[str, ...]]:
    """Answer every circle by the one of its areas that is listed first, with which it begins."""
    circles: dict[str, tuple[str, ...]] = {}
    order = {area: number for number, area in enumerate(parents)}
    done: set[str] = set()
    for area in parents:
        way: dict[str, None] = {}
        above: str | None = area
        while above is not None and above not in done and above not in way:
            way[above] = None
            above = parents.get(above)
        if above is not None and above in way:
            passed = list(way)
            circle = passed[passed.index(above) :]
            start = circle.index(min(circle, key=order.__getitem__))
            circles[circle[start]] = (*circle[start:], *circle[:start])
        done.update(way)
    return circles
