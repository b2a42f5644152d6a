"""Ratings by leading agency, as bars: a panel for each list, a row an agency."""

from collections.abc import Sequence
from fractions import Fraction

from fjdex.assess.assessment import Assessment
from fjdex.bulletin.groups import Group, by_lead
from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.plan.terms import ListName, Rating
from fjdex.render.chart_alt import alt_of_agencies
from fjdex.render.chart_canvas import EDGE, WIDTH, Canvas, width_of
from fjdex.render.chart_classes import classes_named, counts_of, draw_head, head_height
from fjdex.render.chart_library import Box, Frame, place_bars
from fjdex.render.items import agency_said

# A row holds a name and, under it, a bar.
_ROW, _NAME = 44, 13
_GAP, _FOOT = 12, 14


def draw_agencies(of: Assessment, voice: Voice) -> str:
    """Answer the picture of the leading agencies: a panel for each list, a row an agency."""
    groups = by_lead(of.plan, tuple(of.items.values()))
    lists = [name for name in ListName if of.of(name)]
    gone = any(item.rating is Rating.CANCELLED for item in of.items.values())
    named = classes_named(of.plan, voice, gone=gone)
    top = head_height(named, voice("charts.agencies")) + 24
    height = len(groups) * _ROW
    canvas = Canvas(top + height + _FOOT, voice("charts.agencies"), alt_of_agencies(of, voice))
    how = voice("charts.agencies.how", day=of.as_of.isoformat())
    draw_head(canvas, named, (voice("charts.agencies"), how))
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
        if row is not rows[0]:
            canvas.may_break(row.top - 1)
        words = agency_said(of.plan, group.id, voice) if group.id else voice("status.unassigned")
        canvas.within(EDGE, row.top + _NAME, words, WIDTH - 2 * EDGE, "halo")
    return canvas.written()


def _counts(plan: Plan, group: Group, name: ListName) -> list[int]:
    """Count a group's items of one list by class; last comes what is cancelled."""
    return counts_of(plan, (item for item in group.items if item.list is name))


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
            words, middle = str(rows[row][number]), box.left + box.width / 2
            room = width_of(words) + 1
            if room + 3 <= box.width:
                # On plain ground: among hatches, digits are hard to read.
                canvas.rect("ground", middle - room / 2, y + 2, room, height - 4)
                canvas.text(middle, y + 12, words, "strong", "middle")
    return bars.series[0]


def _under_name(row: Box) -> tuple[float, float]:
    """Answer where in its row a bar begins, under the name, and how high it is."""
    return row.top + _NAME + 5, row.height - _NAME - 5
