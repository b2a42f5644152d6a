"""What a chart says, for those who cannot see it: one or two sentences."""

from collections.abc import Sequence
from fractions import Fraction

from fjdex.assess.assessment import Assessment
from fjdex.assess.item import Item
from fjdex.assess.progress import Progress, Way
from fjdex.assess.series import series_of
from fjdex.bulletin.groups import Group, by_lead
from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.records import RatingClass
from fjdex.plan.terms import ListName, Qualifier, Rating
from fjdex.render.chart_classes import classes_named, counts_of
from fjdex.render.chart_shares import Led, share_said, shares_of
from fjdex.render.items import (
    agency_said,
    expected_said,
    goal_said,
    on_its_side,
    scale_of_row,
    unit_of,
)
from fjdex.render.numbers import (
    day_said,
    measured,
    places_of,
    rounded,
    rounded_or_one_more,
    said,
)
from fjdex.render.periods import period_said

# A series is told whole up to so many readings, else its first and its last two.
_WHOLE = 4
_WHOLE_PAGE = 40


def alt_of_target(of: Assessment, item: Item, voice: Voice) -> str:
    """Say what the chart of a target shows."""
    plan = of.plan
    record = plan.records[item.id]
    name, comma = record.title.in_(voice.language), voice("charts.comma")
    series = series_of(plan, record, of.as_of).values
    unit, scale = unit_of(plan, item), scale_of_row(plan, item, voice)
    told = [_read(one, unit, voice, scale) for one in _chosen(series)]
    if len(series) > _WHOLE:
        told.insert(1, voice("charts.alt.more", count=len(series) - len(told)))
    words = told or [voice("charts.alt.nothing")]
    expected = expected_said(plan, item, voice)
    if expected:
        words.append(voice("charts.alt.due", value=expected))
    if item.goal is not None:
        goal = goal_said(item.goal, unit, voice, scale)
        words.append(voice("charts.alt.goal", goal=goal, due=item.goal.due.isoformat()))
    projected = projected_said(of, item, voice)
    if projected:
        words.append(voice("charts.alt.trend", value=projected))
    return voice("charts.alt.target", name=name, words=comma.join(words))


def _chosen(series: Sequence[Reading]) -> list[Reading]:
    return list(series) if len(series) <= _WHOLE else [series[0], *series[-2:]]


def _read(reading: Reading, unit: str | None, voice: Voice, scale: int) -> str:
    plain = reading.qualifier in {Qualifier.EXACT, Qualifier.FROM}
    key = "charts.alt.read" if plain else "charts.alt.bounded"
    return voice(key, day=_when(reading, voice), value=said(reading, unit, voice, scale))


def _when(reading: Reading, voice: Voice) -> str:
    """Say of when a value is: half a year's must not look like the fall of a whole year's."""
    if reading.period is not None:
        return period_said(reading.period, voice)
    return day_said(reading, voice)


def projected_said(of: Assessment, item: Item, voice: Voice) -> str:
    """Say the value to which the readings point on the due date; "" where there is none."""
    forecast = of.forecast(item)
    if forecast is None:
        return ""
    unit, goal = unit_of(of.plan, item), item.goal.value if item.goal else None
    value = forecast.projected
    shown = rounded(value, 0)
    if item.reading is not None:
        shown = on_its_side(value, item.reading, forecast.lean)
    if goal is not None and Fraction(shown) == Fraction(goal) != value:
        shown = rounded_or_one_more(value, places_of([goal, shown]))
    words = measured(shown, unit, voice, scale_of_row(of.plan, item, voice))
    return voice(f"terms.lean.{forecast.lean.value}", pace=words) if forecast.lean else words


def alt_of_agencies(of: Assessment, voice: Voice) -> str:
    """Say what the chart of the leading agencies shows."""
    items = tuple(of.items.values())
    groups = [one for one in by_lead(of.plan, items) if one.id is not None]
    lists = [
        voice(
            "charts.alt.list",
            list=voice(f"terms.list.{name.value}"),
            count=len(of.of(name)),
            classes=classes_said(of.plan, of.of(name), voice),
        )
        for name in ListName
        if of.of(name)
    ]
    words = voice("charts.semicolon").join(lists)
    text = voice("charts.alt.agencies", count=len(groups), lists=words)
    late = next((one for one in of.plan.header.classes if Rating.BEHIND in one.ratings), None)
    told = [_late(of.plan, one, late, voice) for one in groups] if late else []
    words = voice("charts.semicolon").join(filter(None, told))
    if late is None or not words:
        return text
    return text + voice("charts.alt.late", name=late.name.in_(voice.language), words=words)


def _late(plan: Plan, group: Group, late: RatingClass, voice: Voice) -> str:
    """Say how much of an agency's is in the class of what is behind, by list; "" of nothing."""
    counts = [
        (name, sum(item.list is name and item.rating in late.ratings for item in group.items))
        for name in ListName
    ]
    words = [
        voice("charts.alt.class", name=voice(f"terms.list.{name.value}"), count=count)
        for name, count in counts
        if count
    ]
    agency, joined = agency_said(plan, group.id or "", voice), voice("charts.comma").join(words)
    return voice("charts.named", name=agency, words=joined) if words else ""


def classes_said(plan: Plan, items: Sequence[Item], voice: Voice) -> str:
    """Say how many items fall into each class, leaving out those into which none falls."""
    gone = any(item.rating is Rating.CANCELLED for item in items)
    counts = zip(classes_named(plan, voice, gone=gone), counts_of(plan, items), strict=False)
    return voice("charts.comma").join(
        voice("charts.alt.class", name=name, count=count) for name, count in counts if count
    )


def alt_of_progress(of: Assessment, voice: Voice, led: Led | None = None) -> str:
    """Say what the chart of targets' progress shows: each with its figures if they are few."""
    chosen = of.of(ListName.TARGETS) if led is None else led.items
    panels = shares_of(of.plan, chosen)
    drawn = [item for panel in panels.values() for item, _ in panel]
    if len(drawn) <= _WHOLE_PAGE:
        told = (_panel_said(of.plan, way, panel, voice) for way, panel in panels.items())
        words = voice("charts.semicolon").join(told)
    else:
        words = classes_said(of.plan, drawn, voice)
    key = "charts.alt.progress" if drawn else "charts.alt.progress.none"
    rest = len(chosen) - len(drawn)
    key += ".of" if led else ""
    agency = led.agency if led else ""
    text = voice(key, agency=agency, count=len(chosen), drawn=len(drawn), words=words)
    return text + voice("charts.alt.rest", count=rest) if rest and drawn else text


def _panel_said(plan: Plan, way: Way, panel: Sequence[tuple[Item, Progress]], voice: Voice) -> str:
    words = voice("charts.comma").join(
        voice(
            "charts.alt.share",
            name=plan.records[item.id].title.in_(voice.language),
            share=share_said(progress, voice),
        )
        for item, progress in panel
    )
    return voice("charts.named", name=voice(f"charts.way.{way.value}"), words=words)
