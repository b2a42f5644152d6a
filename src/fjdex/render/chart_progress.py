"""The progress of all targets on one page, as bars: each of the way that it has to go.

Not all shares are of the same kind, so each kind has a panel of its own under its own heading:
ways from a baseline to a goal, running totals of their year, shares of a goal. A target that has
no such share is named below, never drawn as 0.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from fjdex.assess.assessment import Assessment
from fjdex.assess.item import Item
from fjdex.assess.pace import Lean
from fjdex.assess.progress import Progress, Way
from fjdex.messages import Voice
from fjdex.plan.terms import ListName
from fjdex.render.chart_alt import alt_of_progress
from fjdex.render.chart_canvas import EDGE, WIDTH, Canvas
from fjdex.render.chart_classes import class_of, classes_named, draw_head, head_height
from fjdex.render.chart_library import Box, Frame, place_bars
from fjdex.render.chart_shares import Led, share_said, shares_of, values_said
from fjdex.render.items import goal_said, rating_printed, scale_of_row, unit_of
from fjdex.render.numbers import said

# A row holds a name and, under it, a bar.
_ROW, _NAME, _BAR = 44, 13, 19
# What a target comes to stands beside its bar.
_ASIDE = 352
_PANEL_HEAD, _PANEL_FOOT, _FOOT = 46, 12, 14
_KEY = 24
_LIST_HEAD, _LIST_LINE, _INDENT = 34, 20, 12
# Shares beyond these are drawn up to them, with a sign that the bar goes on.
_LEAST, _MOST = Fraction(-1), Fraction(3, 2)
_TICKS = tuple(Fraction(one, 2) for one in range(-2, 4))
_TIP, _CHEVRON = 7, 5
# Where the true share lies: to the left, to the right, or either.
_POINTING = {Lean.AT_MOST: (-1,), Lean.AT_LEAST: (1,), Lean.EITHER: (-1, 1)}

Drawn = Mapping[Way, Sequence[tuple[Item, Progress]]]


@dataclass(frozen=True)
class _Page:
    """What is drawn, on what, and over which shares the axes of all panels go."""

    canvas: Canvas
    of: Assessment
    voice: Voice
    span: tuple[Fraction, Fraction]

    @property
    def ticks(self) -> list[Fraction]:
        return [one for one in _TICKS if self.span[0] <= one <= self.span[1]]

    def name(self, item: Item) -> str:
        return self.of.plan.records[item.id].title.in_(self.voice.language)


def draw_progress(of: Assessment, voice: Voice, led: Led | None = None) -> str:
    """Answer the picture of all targets' progress, or of those that an agency leads."""
    chosen = of.of(ListName.TARGETS) if led is None else led.items
    key = "charts.progress" if led is None else "charts.progress.of"
    title = voice(key, agency=led.agency if led else "")
    drawn = shares_of(of.plan, chosen)
    shown = {item.id for panel in drawn.values() for item, _ in panel}
    others = [item for item in chosen if item.id not in shown]
    lists = {
        "charts.other": [item for item in others if item.reading is not None],
        "charts.nothing": [item for item in others if item.reading is None],
    }
    lists = {key: listed for key, listed in lists.items() if listed}
    named = classes_named(of.plan, voice)
    top = head_height(named, title) + _KEY
    height = top + sum(_panel_height(panel) for panel in drawn.values())
    height += sum(_LIST_HEAD + len(listed) * _LIST_LINE for listed in lists.values())
    described = alt_of_progress(of, voice, led)
    canvas = Canvas(height + _FOOT, title, described)
    page = _Page(canvas, of, voice, _span(drawn))
    draw_head(canvas, named, (title, voice("charts.progress.how", day=of.as_of.isoformat())))
    _key(page, top - _KEY + 12, leaning=_leans(drawn))
    y = top
    for way, panel in drawn.items():
        if y > top:
            canvas.may_break(y)
        _panel(page, way, panel, y)
        y += _panel_height(panel)
    for key, listed in lists.items():
        if y > top:
            canvas.may_break(y)
        canvas.text(EDGE, y + 20, voice(key, count=len(listed)), "strong")
        _listed(page, listed, y + _LIST_HEAD)
        y += _LIST_HEAD + len(listed) * _LIST_LINE
    return canvas.written()


def _panel_height(panel: Sequence[object]) -> int:
    return _PANEL_HEAD + len(panel) * _ROW + _PANEL_FOOT


def _span(drawn: Drawn) -> tuple[Fraction, Fraction]:
    """Answer the shares from which to which the axis of all panels goes."""
    shares = [one for panel in drawn.values() for _, one in panel]
    known = [Fraction(0), Fraction(1), *(_held(one.share) for one in shares)]
    known += [due for one in shares if (due := _due(one)) is not None]
    return min(known), max(known)


def _held(share: Fraction) -> Fraction:
    return min(max(share, _LEAST), _MOST)


def _due(progress: Progress) -> Fraction | None:
    """Answer what was due, if it lies on the axis."""
    due = progress.due
    return due if due is not None and due == _held(due) else None


def _leans(drawn: Drawn) -> bool:
    return any(one.lean is not None for panel in drawn.values() for _, one in panel)


def _key(page: _Page, y: float, *, leaning: bool) -> None:
    """Say what the mark means, and the arrows of bounded figures."""
    canvas, voice = page.canvas, page.voice
    canvas.line("mark", [(EDGE + 11, y - 10), (EDGE + 11, y + 3)])
    canvas.text(EDGE + 29, y, voice("charts.progress.mark"))
    if leaning:
        _chevron(canvas, EDGE + 246, y - 10, 12, 1)
        canvas.text(EDGE + 258, y, voice("charts.bounded"))


def _panel(page: _Page, way: Way, panel: Sequence[tuple[Item, Progress]], top: int) -> None:
    """Draw the bars of one kind under their heading."""
    canvas, ticks = page.canvas, page.ticks
    words = page.voice(f"charts.way.{way.value}")
    canvas.within(EDGE, top + 14, words, WIDTH - 2 * EDGE, "strong")
    frame = Frame(EDGE, top + _PANEL_HEAD, WIDTH - 2 * EDGE - _ASIDE, len(panel) * _ROW)
    shares = [_held(one.share) for _, one in panel]
    dues = [_due(one) for _, one in panel]
    bars = place_bars(frame, [shares], page.span, ticks)
    marks = place_bars(frame, [[one or Fraction(0) for one in dues]], page.span, ticks)
    # Beside the bars only: a line through the names above them would be read into these.
    beside = [(y - 2, y + high + 2) for y, high in map(_under_name, bars.series[0])]
    for tick, x in zip(ticks, bars.ticks, strict=True):
        pieces = [[(x, begin), (x, end)] for begin, end in beside]
        canvas.lines("grid axis" if tick in {0, 1} else "grid", pieces)
        words = page.voice("charts.percent", share=tick * 100)
        canvas.text(x, bars.top - 5, words, "muted", "middle" if tick else "start")
    for (item, progress), row, due, mark in zip(
        panel, bars.series[0], dues, marks.series[0], strict=True
    ):
        if row is not bars.series[0][0]:
            canvas.may_break(row.top - 1)
        _row(page, item, progress, row)
        if due is not None:
            x, (y, high) = mark.left if due < 0 else mark.right, _under_name(row)
            canvas.line("mark", [(x, y - 3), (x, y + high + 3)])


def _row(page: _Page, item: Item, progress: Progress, row: Box) -> None:
    """Draw one target's bar under its name, and say beside it what it means."""
    canvas, voice = page.canvas, page.voice
    _bar(page, item, progress, row)
    canvas.within(EDGE, row.top + _NAME, page.name(item), WIDTH - 2 * EDGE - _ASIDE, "halo")
    y, aside = _under_name(row)[0], WIDTH - EDGE - _ASIDE + 16
    rating = rating_printed(item.rating, voice)
    words = voice("charts.progress.rating", share=share_said(progress, voice), rating=rating)
    canvas.within(aside, row.top + _NAME, words, _ASIDE - 16)
    words = values_said(page.of.plan, item, progress, voice)
    # The smaller type has room for a twelfth more.
    canvas.within(aside, y + 11, words, (_ASIDE - 16) * 13 / 12, "muted small")


def _bar(page: _Page, item: Item, progress: Progress, row: Box) -> None:
    canvas, (y, height) = page.canvas, _under_name(row)
    number = class_of(page.of.plan, item)
    canvas.bar(number, row.left, y, row.width, height)
    share = progress.share
    # What stands beyond the bar's end stands to its left where the bar goes there.
    x, onward = (row.left, -1) if share < 0 else (row.right, 1)
    if share != _held(share):
        middle = (x + onward * _TIP, y + height / 2)
        canvas.line(f"fill-{number}", [(x, y), middle, (x, y + height)])
        x += onward * _TIP
    ways = (_POINTING[progress.lean] if progress.lean else ())[::onward]
    for at, way in enumerate(ways):
        back = _CHEVRON if way != onward else 0
        begin = x + onward * (3 + back + 2 * at * _CHEVRON)
        _chevron(canvas, begin, y + 3, height - 6, way)


def _chevron(canvas: Canvas, x: float, y: float, height: float, way: int) -> None:
    """Draw the sign that a true value lies to the right, or to the left."""
    tip = x + way * _CHEVRON
    canvas.line("bound", [(x, y), (tip, y + height / 2), (x, y + height)])


def _under_name(row: Box) -> tuple[float, float]:
    """Answer where in its row a bar begins, under the name, and how high it is."""
    return row.top + _NAME + 5, _BAR


def _listed(page: _Page, items: Sequence[Item], y: float) -> None:
    """Name items in lines of their own, with their rating and what was read of them."""
    voice, plan = page.voice, page.of.plan
    for number, item in enumerate(items):
        words = [rating_printed(item.rating, voice)]
        if item.reading is not None:
            unit, scale = unit_of(plan, item), scale_of_row(plan, item, voice)
            words.append(said(item.reading, unit, voice, scale))
            goal = goal_said(item.goal, unit, voice, scale)
            words += [voice("charts.its-goal", goal=goal)] if goal else []
        joined = voice("charts.comma").join(words)
        text = voice("charts.named", name=page.name(item), words=joined)
        at = y + number * _LIST_LINE + 10
        if number:
            page.canvas.may_break(at - _LIST_LINE + 5)
        page.canvas.within(EDGE + _INDENT, at, text, WIDTH - 2 * EDGE - _INDENT, "muted")
