"""Ratings by leading agency, and the progress of all targets, as bars."""

from collections.abc import Sequence
from fractions import Fraction

from fjdex.assess.assessment import Assessment
from fjdex.assess.item import Item
from fjdex.bulletin.groups import Group, by_lead
from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.plan.terms import ListName
from fjdex.render.chart_alt import alt_of_agencies, alt_of_progress, share_said
from fjdex.render.chart_canvas import EDGE, WIDTH, Canvas, width_of
from fjdex.render.chart_library import Box, Frame, place_bars
from fjdex.render.items import agency_said, goal_said, unit_of
from fjdex.render.numbers import figure, said

_HEAD = 60
_LEGEND_STEP, _LEGEND_LINE = 229, 22
# The room under the legend for the mark's own line and the ticks.
_KEY = 42
# A row holds a name and, under it, a bar.
_ROW, _NAME = 44, 13
_GAP, _FOOT = 12, 14
# What a target comes to stands beside its bar.
_ASIDE = 324
_LIST_HEAD, _LIST_LINE, _INDENT = 34, 20, 12
# Shares beyond these are drawn up to them, with a sign that the bar goes on.
_LEAST, _MOST = Fraction(-1), Fraction(3, 2)
_TICKS = tuple(Fraction(one, 2) for one in range(-2, 4))


def draw_agencies(of: Assessment, voice: Voice) -> str:
    """Answer the picture of the leading agencies: a panel for each list, a row an agency."""
    groups = by_lead(of.plan, tuple(of.items.values()))
    lists = [name for name in ListName if of.of(name)]
    top = _HEAD + _legend_height(of.plan) + 24
    height = len(groups) * _ROW
    canvas = Canvas(top + height + _FOOT, voice("charts.agencies"), alt_of_agencies(of, voice))
    _head(canvas, of, voice, "charts.agencies")
    if not groups:
        return canvas.written()
    counts = [[_counts(of.plan, group, name) for group in groups] for name in lists]
    most = max(sum(row) for rows in counts for row in rows)
    width = (WIDTH - 2 * EDGE - _GAP * (len(lists) - 1)) // len(lists)
    rows: tuple[Box, ...] = ()
    for number, name in enumerate(lists):
        frame = Frame(EDGE + number * (width + _GAP), top, width, height)
        words = voice(f"terms.list.{name.value}")
        rows = _panel(canvas, frame, counts[number], most, words)
    for row, group in zip(rows, groups, strict=True):
        words = agency_said(of.plan, group.id, voice) if group.id else voice("status.unassigned")
        canvas.within(EDGE, row.top + _NAME, words, WIDTH - 2 * EDGE, "halo")
    return canvas.written()


def _head(canvas: Canvas, of: Assessment, voice: Voice, key: str) -> None:
    """Write what a page of bars is of, for which day, and what its fillings mean."""
    classes = of.plan.header.classes
    canvas.text(EDGE, 28, voice(key), "head")
    canvas.text(EDGE, 48, voice(f"{key}.how", day=of.as_of.isoformat()), "muted")
    # One more, for ratings that no class gathers.
    canvas.hatches(len(classes) + 1)
    for number, one in enumerate(classes):
        x = EDGE + number % 3 * _LEGEND_STEP
        y = _HEAD + 14 + number // 3 * _LEGEND_LINE
        canvas.bar(number, x, y - 11, 22, 13)
        canvas.within(x + 29, y, one.name.in_(voice.language), _LEGEND_STEP - 34)


def _legend_height(plan: Plan) -> int:
    return -(-len(plan.header.classes) // 3) * _LEGEND_LINE


def _counts(plan: Plan, group: Group, name: ListName) -> list[int]:
    """Count a group's items of one list by class; last come those that no class gathers."""
    ratings = [item.rating for item in group.items if item.list is name]
    counts = [sum(one in each.ratings for one in ratings) for each in plan.header.classes]
    return [*counts, len(ratings) - sum(counts)]


def _panel(
    canvas: Canvas, frame: Frame, rows: Sequence[Sequence[int]], most: int, name: str
) -> tuple[Box, ...]:
    """Draw one list's bars, all lists to one scale; answer where the rows are."""
    series = [[Fraction(one) for one in column] for column in zip(*rows, strict=True)]
    bars = place_bars(frame, series, (Fraction(0), Fraction(max(1, most))), [Fraction(0)])
    x = bars.ticks[0]
    canvas.text(x, frame.top - 6, name, "muted")
    for box in bars.series[0]:
        y, height = _under_name(box)
        canvas.line("grid axis", [(x, y - 2), (x, y + height + 2)])
    for number, column in enumerate(bars.series):
        for row, box in enumerate(column):
            if not rows[row][number]:
                continue
            y, height = _under_name(box)
            canvas.bar(number, box.left, y, box.width, height)
            words = str(rows[row][number])
            if width_of(words) + 4 <= box.width:
                canvas.text(box.left + box.width / 2, y + 12, words, "halo strong", "middle")
    return bars.series[0]


def _under_name(row: Box) -> tuple[float, float]:
    """Answer where in its row a bar begins, under the name, and how high it is."""
    return row.top + _NAME + 5, row.height - _NAME - 5


def draw_progress(of: Assessment, voice: Voice) -> str:
    """Answer the picture of all targets' progress; those without a share are listed under it."""
    items = of.of(ListName.TARGETS)
    drawn = [item for item in items if item.share is not None]
    read = [item for item in items if item.share is None and item.reading is not None]
    rest = [item for item in items if item.share is None and item.reading is None]
    top = _HEAD + _legend_height(of.plan) + _KEY
    height = len(drawn) * _ROW
    lists = [("charts.other", read), ("charts.nothing", rest)]
    listed = sum(_LIST_HEAD + len(one) * _LIST_LINE for _, one in lists if one)
    canvas = Canvas(
        top + height + listed + _FOOT, voice("charts.progress"), alt_of_progress(of, voice)
    )
    _head(canvas, of, voice, "charts.progress")
    y = _HEAD + _legend_height(of.plan) + 12
    canvas.line("mark", [(EDGE + 11, y - 10), (EDGE + 11, y + 3)])
    canvas.text(EDGE + 29, y, voice("charts.progress.mark"))
    if drawn:
        _progress(canvas, of, drawn, voice, Frame(EDGE, top, WIDTH - 2 * EDGE - _ASIDE, height))
    y = top + height
    for key, some in lists:
        if some:
            canvas.text(EDGE, y + 20, voice(key, count=len(some)), "strong")
            _listed(canvas, of, some, voice, y + _LIST_HEAD)
            y += _LIST_HEAD + len(some) * _LIST_LINE
    return canvas.written()


def _listed(canvas: Canvas, of: Assessment, items: Sequence[Item], voice: Voice, y: float) -> None:
    """Name items in lines of their own, with their rating and what was read of them."""
    for number, item in enumerate(items):
        words = [voice(f"terms.rating.{item.rating.value}")]
        if item.reading is not None:
            words.append(said(item.reading, unit_of(of.plan, item), voice))
        name = of.plan.records[item.id].title.in_(voice.language)
        text = voice("charts.named", name=name, words=voice("charts.comma").join(words))
        at = y + number * _LIST_LINE + 10
        canvas.within(EDGE + _INDENT, at, text, WIDTH - 2 * EDGE - _INDENT, "muted")


def _progress(
    canvas: Canvas, of: Assessment, items: Sequence[Item], voice: Voice, frame: Frame
) -> None:
    shares = [_held(item.share or Fraction(0)) for item in items]
    dues = [_due_share(item) for item in items]
    known = [Fraction(0), Fraction(1), *shares, *(one for one in dues if one is not None)]
    span = (min(known), max(known))
    ticks = [one for one in _TICKS if span[0] <= one <= span[1]]
    bars = place_bars(frame, [shares], span, ticks)
    for tick, x in zip(ticks, bars.ticks, strict=True):
        canvas.line("grid axis" if tick in {0, 1} else "grid", [(x, bars.top), (x, bars.bottom)])
        words = voice("charts.percent", share=tick * 100)
        canvas.text(x, bars.top - 5, words, "muted", "middle" if tick else "start")
    due = place_bars(frame, [[one or Fraction(0) for one in dues]], span, ticks)
    for number, (item, row) in enumerate(zip(items, bars.series[0], strict=True)):
        _row(canvas, of, item, voice, row)
        share = dues[number]
        if share is not None:
            mark, (y, high) = due.series[0][number], _under_name(row)
            x = mark.left if share < 0 else mark.right
            canvas.line("mark", [(x, y - 3), (x, y + high + 3)])


def _row(canvas: Canvas, of: Assessment, item: Item, voice: Voice, row: Box) -> None:
    """Draw one target's bar under its name, and say beside it what it means."""
    y, height = _under_name(row)
    share, aside = item.share or Fraction(0), WIDTH - EDGE - _ASIDE + 16
    number = _class_of(of.plan, item)
    canvas.bar(number, row.left, y, row.width, height)
    if share != _held(share):
        x, tip = (row.right, 7) if share > 0 else (row.left, -7)
        canvas.line(f"fill-{number}", [(x, y), (x + tip, y + height / 2), (x, y + height)])
    name = of.plan.records[item.id].title.in_(voice.language)
    canvas.within(EDGE, row.top + _NAME, name, WIDTH - 2 * EDGE - _ASIDE + 8, "halo")
    rating = voice(f"terms.rating.{item.rating.value}")
    words = voice("charts.progress.rating", share=share_said(item, voice), rating=rating)
    canvas.within(aside, row.top + _NAME, words, _ASIDE - 16)
    words = voice(
        "charts.progress.row",
        value=_bare(of, item, voice),
        goal=goal_said(item.goal, unit_of(of.plan, item), voice),
    )
    # The smaller type has room for a twelfth more.
    canvas.within(aside, y + 11, words, (_ASIDE - 16) * 13 / 12, "muted small")


def _bare(of: Assessment, item: Item, voice: Voice) -> str:
    """Say a reading as its goal is said, whose unit stands beside it in English."""
    unit = unit_of(of.plan, item)
    if item.reading is None or item.reading.value is None:
        return ""
    if voice.language == "zh":
        return said(item.reading, unit, voice)
    value = figure(item.reading.value, unit, voice)
    return voice(f"terms.qualified.{item.reading.qualifier.value}", value=value)


def _held(share: Fraction) -> Fraction:
    return min(max(share, _LEAST), _MOST)


def _due_share(item: Item) -> Fraction | None:
    """Answer what was due on the reading's day, as a share of the goal; None if far off."""
    if item.pace is None or item.goal is None or not item.goal.value:
        return None
    share = item.pace.expected / Fraction(item.goal.value)
    return share if share == _held(share) else None


def _class_of(plan: Plan, item: Item) -> int:
    classes = plan.header.classes
    found = (number for number, one in enumerate(classes) if item.rating in one.ratings)
    return next(found, len(classes))
