"""What a chart says, for those who cannot see it: one or two sentences."""

from collections.abc import Sequence
from fractions import Fraction

from fjdex.assess.assessment import Assessment
from fjdex.assess.item import Item
from fjdex.assess.series import series_of
from fjdex.bulletin.groups import by_lead
from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.terms import ListName, Qualifier
from fjdex.render.items import expected_said, goal_said, unit_of
from fjdex.render.numbers import (
    day_said,
    measured,
    places_of,
    ratio,
    rounded,
    rounded_or_one_more,
    said,
    shift_of,
)

# A series is told whole up to so many readings, else its first and its last two.
_WHOLE = 4
_WHOLE_PAGE = 4


def alt_of_target(of: Assessment, item: Item, voice: Voice) -> str:
    """Say what the chart of a target shows."""
    plan = of.plan
    record = plan.records[item.id]
    name, comma = record.title.in_(voice.language), voice("charts.comma")
    series = series_of(plan, record, of.as_of).values
    told = [_read(one, unit_of(plan, item), voice) for one in _chosen(series)]
    if len(series) > _WHOLE:
        told.insert(1, voice("charts.alt.more", count=len(series) - len(told)))
    words = told or [voice("charts.alt.nothing")]
    expected = expected_said(plan, item, voice)
    if expected:
        words.append(voice("charts.alt.due", value=expected))
    if item.goal is not None:
        goal = goal_said(item.goal, unit_of(plan, item), voice)
        words.append(voice("charts.alt.goal", goal=goal, due=item.goal.due.isoformat()))
    projected = projected_said(of, item, voice)
    if projected:
        words.append(voice("charts.alt.trend", value=projected))
    return voice("charts.alt.target", name=name, words=comma.join(words))


def _chosen(series: Sequence[Reading]) -> list[Reading]:
    return list(series) if len(series) <= _WHOLE else [series[0], *series[-2:]]


def _read(reading: Reading, unit: str | None, voice: Voice) -> str:
    plain = reading.qualifier in {Qualifier.EXACT, Qualifier.FROM}
    key = "charts.alt.read" if plain else "charts.alt.bounded"
    return voice(key, day=day_said(reading, voice), value=said(reading, unit, voice))


def projected_said(of: Assessment, item: Item, voice: Voice) -> str:
    """Say the value to which the readings point on the due date; "" where there is none."""
    forecast = item.outlook.forecast if item.outlook else None
    if forecast is None:
        return ""
    unit = unit_of(of.plan, item)
    values = [one.value for one in (item.reading, item.goal) if one is not None]
    shift = shift_of(unit, voice)
    places = max(0, places_of(values) - shift) + shift
    shown = rounded(forecast.projected, max(0, places))
    if item.goal is not None and Fraction(shown) == Fraction(item.goal.value or 0):
        shown = rounded_or_one_more(forecast.projected, max(0, places))
    return measured(shown, unit, voice)


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
    return voice("charts.alt.agencies", count=len(groups), lists=words)


def classes_said(plan: Plan, items: Sequence[Item], voice: Voice) -> str:
    """Say how many items fall into each class, leaving out those into which none falls."""
    counts = [
        (one.name.in_(voice.language), sum(item.rating in one.ratings for item in items))
        for one in plan.header.classes
    ]
    return voice("charts.comma").join(
        voice("charts.alt.class", name=name, count=count) for name, count in counts if count
    )


def alt_of_progress(of: Assessment, voice: Voice) -> str:
    """Say what the chart of all targets' progress shows."""
    items = of.of(ListName.TARGETS)
    drawn = [item for item in items if item.share is not None]
    if len(drawn) <= _WHOLE_PAGE:
        words = voice("charts.comma").join(
            voice(
                "charts.alt.share",
                name=of.plan.records[item.id].title.in_(voice.language),
                share=share_said(item, voice),
            )
            for item in drawn
        )
    else:
        words = classes_said(of.plan, drawn, voice)
    key = "charts.alt.progress" if drawn else "charts.alt.progress.none"
    rest = len(items) - len(drawn)
    text = voice(key, count=len(items), drawn=len(drawn), words=words)
    return text + voice("charts.alt.rest", count=rest) if rest and drawn else text


def share_said(item: Item, voice: Voice) -> str:
    """Say which share of its goal an item has reached, bounded as its reading is.

    Never 100% of one that has not reached it.
    """
    share = (item.share or Fraction(0)) * 100
    said = voice("charts.percent", share=ratio(share, [Fraction(100)], 0))
    bound = item.reading.qualifier.value if item.reading else "exact"
    return voice(f"terms.qualified.{bound}", value=said)
