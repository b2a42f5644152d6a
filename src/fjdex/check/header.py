"""Rules about plan.yaml: the plan's span, its bands, its classes, what its sections announce."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from fjdex.check.view import View, answered
from fjdex.plan.findings import Finding
from fjdex.plan.quantities import plain
from fjdex.plan.records import Outcome, Task
from fjdex.plan.terms import BANDS, Rating


def span_faults(view: View) -> Iterator[Finding]:
    """A plan ends on or after the day on which it starts."""
    header = view.plan.header
    if header.end < header.start:
        arguments = {"text": header.end.isoformat(), "start": header.start.isoformat()}
        yield Finding("span-reversed", view.header("end"), arguments)


def band_faults(view: View) -> Iterator[Finding]:
    """There are four bands, and none asks for more than the one above it."""
    bands = view.plan.header.bands
    known = " ".join(BANDS)
    for band in bands:
        if band not in BANDS:
            arguments = {"text": band.value, "known": known, "why": "unwanted"}
            yield Finding("band-unfit", view.header("bands", band.value, key=True), arguments)
    for band in BANDS:
        if band not in bands:
            arguments = {"text": band.value, "known": known, "why": "missing"}
            yield Finding("band-unfit", view.header("bands"), arguments)
    yield from _rising(view, [(band, bands[band]) for band in BANDS if band in bands])


def _rising(view: View, bands: list[tuple[Rating, Decimal]]) -> Iterator[Finding]:
    # Two equal bands are an office's way of doing without one of them.
    for (above, bound), (band, least) in pairwise(bands):
        if least > bound:
            arguments = {
                "text": band.value,
                "least": plain(least),
                "above": above.value,
                "bound": plain(bound),
                "why": "order",
            }
            yield Finding("band-unfit", view.header("bands", band.value), arguments)


def class_faults(view: View) -> Iterator[Finding]:
    """Every rating belongs to exactly one class, so that the classes add up to the whole."""
    held: dict[Rating, list[tuple[int, int]]] = {rating: [] for rating in Rating}
    for index, one in enumerate(view.plan.header.classes):
        for rating in dict.fromkeys(one.ratings):
            held[rating].append((index, one.ratings.index(rating)))
    for rating, found in held.items():
        if len(found) != 1:
            arguments = {"text": rating.value, "count": str(len(found))}
            arguments |= {} if found else {"why": "none"}
            path = ("classes", found[1][0], "ratings", found[1][1]) if found else ("classes",)
            yield Finding("class-uncovered", view.header(*path), arguments)


def section_totals(view: View) -> Iterator[Finding]:
    """A section holds as many items as its heading announces.

    Those whose section cannot be read or does not exist may be the ones that it lacks.
    """
    sections = view.plan.header.sections
    known = {(section.id, f"{section.list}.yaml") for section in sections}
    listed = [(one, at.file) for one, at in view.rated() if isinstance(one, Task | Outcome)]
    read = answered(lambda one: one[0].section, listed)
    counts = Counter((id_, file) for (_, file), id_ in read)
    sure: Counter[str] = Counter()
    for section_of, count in counts.items():
        sure[section_of[1]] += count if section_of in known else 0
    every = Counter(file for _, file in listed)
    for index, section in enumerate(sections):
        file = f"{section.list}.yaml"
        if section.total is None or file not in view.loaded.named:
            continue
        count = counts[section.id, file]
        if not count <= section.total <= count + every[file] - sure[file]:
            arguments = {"text": section.id, "total": str(section.total), "count": str(count)}
            arguments |= {"why": "one"} if section.total == 1 else {}
            yield Finding("section-total", view.header("sections", index, "total"), arguments)
