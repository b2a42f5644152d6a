"""How far targets have come, in words, in the order in which it is drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from fjdex.assess.item import Item
from fjdex.assess.progress import Progress, Way, progress_of
from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.plan.records import Target
from fjdex.render.items import goal_said, scale_of_row, unit_of
from fjdex.render.numbers import figure, measured, places_of, ratio, rounded, said


@dataclass(frozen=True, slots=True)
class Led:
    """An agency in words, and the targets that it leads."""

    agency: str
    items: Sequence[Item]


def shares_of(plan: Plan, items: Sequence[Item]) -> Mapping[Way, list[tuple[Item, Progress]]]:
    """Answer the targets that have come some share of a way, by the kind of way."""
    found: dict[Way, list[tuple[Item, Progress]]] = {way: [] for way in Way}
    for item in items:
        target = plan.records[item.id]
        progress = progress_of(target, item) if isinstance(target, Target) else None
        if progress is not None:
            found[progress.way].append((item, progress))
    return {way: some for way, some in found.items() if some}


def share_said(progress: Progress, voice: Voice) -> str:
    """Say a share, bounded as its figures are, beside what was due.

    It never rounds to the whole or to what was due where it lies on another side of it.
    """
    due = progress.due
    bounds = [Fraction(0), Fraction(100), *([] if due is None else [due * 100])]
    words = voice("charts.percent", share=ratio(progress.share * 100, bounds, 0, progress.lean))
    if progress.lean is not None:
        words = voice(f"terms.lean.{progress.lean.value}", pace=words)
    if progress.way is Way.CAP:
        words = voice("charts.used", share=words)
    if due is None:
        return words
    key = "charts.allowed" if progress.way is Way.CAP else "charts.due"
    return voice(key, share=words, due=voice("charts.percent", share=rounded(due * 100, 0)))


def values_said(plan: Plan, item: Item, progress: Progress, voice: Voice) -> str:
    """Say of which figures a share is one, all in one scale."""
    if item.reading is None or item.reading.value is None:
        return ""
    unit, scale = unit_of(plan, item), scale_of_row(plan, item, voice)
    places = places_of([item.reading.value])
    whole = progress.whole if progress.whole is not None else item.start and item.start.value
    known = rounded(whole or Fraction(0), places)
    value, shown = said(item.reading, unit, voice, scale), measured(known, unit, voice, scale)
    if progress.way is Way.BASELINE and voice.language == "en":
        # In English the unit of all three stands beside the goal.
        bare = figure(item.reading.value, unit, voice)
        value = voice(f"terms.qualified.{item.reading.qualifier.value}", value=bare)
        shown = figure(known, unit, voice)
    return voice(
        f"charts.values.{progress.way.value}",
        value=value,
        goal=goal_said(item.goal, unit, voice, scale),
        whole=shown,
    )
