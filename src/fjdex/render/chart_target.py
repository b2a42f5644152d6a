"""One target's series against its path and goal, as a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from fjdex.assess.assessment import Assessment
from fjdex.assess.bounds import value_of
from fjdex.assess.duepath import due_points
from fjdex.assess.item import Item
from fjdex.assess.pace import Pace, pace_of, running_total, ways_of
from fjdex.assess.series import series_of
from fjdex.messages import Voice
from fjdex.plan.readings import Reading
from fjdex.plan.records import Target
from fjdex.plan.terms import Kind
from fjdex.render.chart_alt import alt_of_target, projected_said
from fjdex.render.chart_canvas import EDGE, WIDTH, Canvas, folded, width_of
from fjdex.render.chart_labels import Labels, dot_area, segments
from fjdex.render.chart_library import Frame, Lines, Pair, Place, place_lines
from fjdex.render.chart_scale import Days, Scale, days_of, scale_of
from fjdex.render.items import goal_said, scale_of_row, unit_of
from fjdex.render.numbers import figure, rounded, said, unit_said

_TOP, _HEIGHT, _FOOT = 92, 264, 30
_HEAD_LINE = 20
_LEGEND_LINE, _LEGEND_GAP = 20, 22
# So many readings are each told their value, if there is room.
_FEW = 8
_CHEVRON = 4
# Half of how long the line is that says what was due of a running total.
_ASKED = 10


@dataclass(frozen=True, slots=True)
class _Dot:
    day: date
    reading: Reading
    # A running total is judged by what was due of its year so far.
    pace: Pace | None
    # Whether it is of a year that is not over.
    total: bool

    @property
    def ways(self) -> tuple[int, ...]:
        """Where its true value may lie: up, down, both."""
        return ways_of(self.reading.qualifier)


@dataclass(frozen=True)
class _Picture:
    """Everything that is drawn, as values."""

    of: Assessment
    item: Item
    voice: Voice
    dots: tuple[_Dot, ...]

    @property
    def unit(self) -> str | None:
        return unit_of(self.of.plan, self.item)

    @property
    def scale(self) -> int:
        return scale_of_row(self.of.plan, self.item, self.voice)

    @property
    def path(self) -> list[tuple[date, Fraction]]:
        """The due path, where it has at least two ends."""
        goal = self.item.goal
        points = due_points(self.item.start, goal) if goal else ()
        return [(one.date, one.value) for one in points] if len(points) > 1 else []

    @property
    def aim(self) -> tuple[date, Fraction] | None:
        goal = self.item.goal
        return (goal.due, Fraction(goal.value)) if goal and goal.value is not None else None

    @cached_property
    def trend(self) -> tuple[date, Fraction] | None:
        """Where the readings point: a value on the due date."""
        forecast = self.of.forecast(self.item)
        return (self.aim[0], forecast.projected) if forecast and self.aim else None

    @property
    def asked(self) -> list[tuple[date, Fraction]]:
        """What was due of a running total's year, on the total's day."""
        return [
            (one.day, one.pace.expected)
            for one in self.dots
            if one.pace is not None and one.pace.elapsed is not None
        ]

    @property
    def leading(self) -> list[tuple[date, Fraction]]:
        """The last reading that the trend rests on: of a flow that of a whole year."""
        whole = [one for one in self.dots if not one.total]
        return [(one.day, value_of(one.reading)) for one in whole[-1:]]

    def points(self) -> list[tuple[date, Fraction]]:
        """Everything that has to find room on the axes."""
        ends = [one for one in (self.aim, self.trend) if one is not None]
        read = [(one.day, value_of(one.reading)) for one in self.dots]
        return [*read, *self.path, *self.asked, *ends]


def draw_target(of: Assessment, item: Item, voice: Voice) -> str | None:
    """Answer a target's picture; None where it has no counting value."""
    target = of.plan.records[item.id]
    if not isinstance(target, Target):
        return None
    readings = series_of(of.plan, target, of.as_of).values
    if not readings:
        return None
    dots = tuple(_dot(item, target.kind, one) for one in readings)
    picture = _Picture(of, item, voice, dots)
    name = target.name.in_(voice.language)
    head = folded(name, (WIDTH - 2 * EDGE) * 13 / 16)
    extra = (len(head) - 1) * _HEAD_LINE
    legend = 70 + extra
    extra += _legend_height(picture)
    canvas = Canvas(_TOP + _HEIGHT + _FOOT + extra, name, alt_of_target(of, item, voice))
    _head(canvas, picture, head)
    _legend(canvas, picture, legend)
    _plot(canvas, picture, _TOP + extra)
    return canvas.written()


def _dot(item: Item, kind: Kind, reading: Reading) -> _Dot:
    flow, yearly = kind is Kind.FLOW, kind in {Kind.FLOW, Kind.GROWTH}
    day = reading.period.end if flow and reading.period else reading.date
    pace = pace_of(item.start, item.goal, reading, flow=flow) if item.goal else None
    return _Dot(day, reading, pace, total=yearly and running_total(reading))


def _head(canvas: Canvas, picture: _Picture, lines: Sequence[str]) -> None:
    voice, day = picture.voice, picture.of.as_of.isoformat()
    for number, words in enumerate(lines):
        canvas.text(EDGE, 28 + number * _HEAD_LINE, words, "head")
    unit = unit_said(picture.unit, voice)
    key = "charts.of-unit" if unit else "charts.as-of"
    y = 28 + len(lines) * _HEAD_LINE
    canvas.text(EDGE, y, voice(key, unit=unit, day=day), "muted")


def _legend(canvas: Canvas, picture: _Picture, y: float) -> None:
    """Name what is drawn, each beside a sample of it."""
    x: float = EDGE
    for key, words, width in _named(picture):
        if x + width > WIDTH - EDGE:
            x, y = EDGE, y + _LEGEND_LINE
        if key in _DOTS:
            canvas.dot(_DOTS[key], x + 5, y - 4)
        elif key == "bounded":
            _chevron(canvas, (x + 5, y + 6), 1)
        else:
            canvas.line(key, [(x, y - 4), (x + 26, y - 4)])
        canvas.text(x + _sample(key), y, words, "muted")
        x += width + _LEGEND_GAP


_DOTS = {"reading": "reading", "total": "reading open"}


def _sample(key: str) -> int:
    return 16 if key in {*_DOTS, "bounded"} else 33


def _named(picture: _Picture) -> list[tuple[str, str, float]]:
    """Answer what the legend names, in words, and how much room each takes."""
    shown = {
        "reading": any(not one.total for one in picture.dots),
        "total": any(one.total for one in picture.dots),
        "bounded": any(one.ways for one in picture.dots),
        "due": bool(picture.path or picture.asked),
        "goal": picture.aim is not None,
        "trend": picture.trend is not None,
    }
    keys = [key for key, is_shown in shown.items() if is_shown]
    words = [picture.voice(f"charts.legend.{key}") for key in keys]
    return [(key, one, _sample(key) + width_of(one)) for key, one in zip(keys, words, strict=True)]


def _legend_height(picture: _Picture) -> int:
    """Answer how much more room the legend takes than its first line."""
    x, lines = float(EDGE), 0
    for _, _, width in _named(picture):
        if x + width > WIDTH - EDGE:
            x, lines = EDGE, lines + 1
        x += width + _LEGEND_GAP
    return lines * _LEGEND_LINE


def _plot(canvas: Canvas, picture: _Picture, top: int) -> None:
    voice = picture.voice
    days = days_of([day for day, _ in picture.points()])
    scale = scale_of([value for _, value in picture.points()])
    ticks = [rounded(one, scale.places) for one in scale.ticks]
    labels = [figure(one, picture.unit, voice, picture.scale) for one in ticks]
    room = round(max(map(width_of, labels))) + 6
    frame = Frame(EDGE + room, top, WIDTH - 2 * EDGE - room, _HEIGHT)

    def placed(points: Sequence[tuple[date, Fraction]]) -> list[Pair]:
        return [(days.share(day), scale.share(value)) for day, value in points]

    read = [(one.day, value_of(one.reading)) for one in picture.dots]
    aim = [picture.aim] if picture.aim else []
    level = [(day, value) for _, value in aim for day in (days.first, days.last)]
    trend = [*picture.leading, picture.trend] if picture.trend else []
    series = [placed(one) for one in (read, picture.path, level, aim, trend, picture.asked)]
    days_told = [days.share(day) for day, _ in days.ticks()]
    lines = place_lines(frame, series, days_told, [scale.share(one) for one in scale.ticks])
    _axes(canvas, lines, labels, days, scale)
    _marks(canvas, picture, lines)
    _labels(canvas, picture, lines)


def _axes(canvas: Canvas, lines: Lines, labels: list[str], days: Days, scale: Scale) -> None:
    left, right = lines.left - 8, lines.right + 8
    for tick, y, words in zip(scale.ticks, lines.up, labels, strict=True):
        canvas.line("grid axis" if tick == 0 else "grid", [(left, y), (right, y)])
        canvas.text(left - 6, y + 4.5, words, "muted", "end")
    for (_, words), x in zip(days.ticks(), lines.across, strict=True):
        canvas.line("grid axis", [(x, lines.bottom), (x, lines.bottom + 6)])
        canvas.text(x, lines.bottom + 22, words, "muted", "middle")


def _marks(canvas: Canvas, picture: _Picture, lines: Lines) -> None:
    read, path, level, aim, trend, asked = lines.series
    for style, places in (("goal", level), ("due", path), ("trend", trend)):
        if places:
            canvas.line(style, places)
    for x, y in aim:
        canvas.line("goal", [(x, y - 6), (x, y + 6)])
    for x, y in asked:
        canvas.line("due", [(x - _ASKED, y), (x + _ASKED, y)])
    whole = [at for dot, at in zip(picture.dots, read, strict=True) if not dot.total]
    if len(whole) > 1:
        canvas.line("series", whole)
    for dot, (x, y) in zip(picture.dots, read, strict=True):
        for way in dot.ways:
            _chevron(canvas, (x, y), way)
        canvas.dot("reading open" if dot.total else "reading", x, y)


def _chevron(canvas: Canvas, at: Place, way: int) -> None:
    """Draw over or under a dot that the true value lies up there, or down."""
    x, y = at
    foot, tip = y - way * 8, y - way * (8 + _CHEVRON)
    canvas.line("bound", [(x - _CHEVRON, foot), (x, tip), (x + _CHEVRON, foot)])


def _labels(canvas: Canvas, picture: _Picture, lines: Lines) -> None:
    """Say the goal, the last reading and the trend's end, and other readings if there is room."""
    read, path, level, aim, trend, asked = lines.series
    item, unit, voice = picture.item, picture.unit, picture.voice
    drawn = [one for places in (path, level, trend) for one in segments(places)]
    drawn += [((x - _ASKED, y), (x + _ASKED, y)) for x, y in asked]
    dots = (dot_area(at, dot.ways) for dot, at in zip(picture.dots, read, strict=True))
    labels = Labels(lines, dots, drawn)
    if aim and item.goal is not None:
        goal, due = goal_said(item.goal, unit, voice, picture.scale), item.goal.due.isoformat()
        labels.add(canvas, voice("charts.goal", goal=goal, due=due), aim[0], needed=True)
    last = said(picture.dots[-1].reading, unit, voice, picture.scale)
    labels.add(canvas, last, read[-1], needed=True)
    if trend:
        value = projected_said(picture.of, item, voice)
        labels.add(canvas, voice("charts.trend", value=value), trend[-1], needed=True)
    for dot, at in zip(picture.dots[:-1], read[:-1], strict=True):
        if dot.reading is picture.dots[0].reading or len(read) <= _FEW:
            value = said(dot.reading, unit, voice, picture.scale)
            labels.add(canvas, value, at, needed=False)
