"""One target's series against its path and goal, as a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from fjdex.assess.assessment import Assessment
from fjdex.assess.bounds import value_of
from fjdex.assess.duepath import due_points
from fjdex.assess.item import Item
from fjdex.assess.pace import Pace, pace_of, running_total
from fjdex.assess.series import series_of
from fjdex.messages import Voice
from fjdex.plan.readings import Reading
from fjdex.plan.records import Target
from fjdex.plan.terms import Kind
from fjdex.render.chart_alt import alt_of_target, projected_said
from fjdex.render.chart_canvas import EDGE, WIDTH, Canvas, cut, folded, width_of
from fjdex.render.chart_library import Frame, Lines, Pair, Place, place_lines
from fjdex.render.chart_scale import Days, Scale, days_of, scale_of
from fjdex.render.items import goal_said, unit_of
from fjdex.render.numbers import figure, rounded, said, unit_said

_TOP, _HEIGHT, _FOOT = 92, 264, 30
_DIGIT = 7.8
_STEP = 137
_HEAD_LINE = 20
# How far a label stands from what it names, the places being tried in turn.
_OFFSETS = (-10, 20, -26, 36, -42, 52)
_LINE = 14


@dataclass(frozen=True, slots=True)
class _Dot:
    day: date
    reading: Reading
    # A running total is judged by what was due of its year so far.
    pace: Pace | None
    # Whether it is of a year that is not over.
    total: bool


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
    def path(self) -> list[tuple[date, Fraction]]:
        """The due path, where it has at least two ends."""
        goal = self.item.goal
        points = due_points(self.item.start, goal) if goal else ()
        return [(one.date, one.value) for one in points] if len(points) > 1 else []

    @property
    def aim(self) -> tuple[date, Fraction] | None:
        goal = self.item.goal
        return (goal.due, Fraction(goal.value)) if goal and goal.value is not None else None

    @property
    def trend(self) -> tuple[date, Fraction] | None:
        """Where the readings point: a value on the due date."""
        forecast = self.item.outlook.forecast if self.item.outlook else None
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
    canvas = Canvas(_TOP + _HEIGHT + _FOOT + extra, name, alt_of_target(of, item, voice))
    _head(canvas, picture, head)
    _legend(canvas, picture, 70 + extra)
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
    total = any(one.total for one in picture.dots)
    whole = any(not one.total for one in picture.dots)
    shown = {
        "reading": whole,
        "total": total,
        "due": bool(picture.path or picture.asked),
        "goal": picture.aim is not None,
        "trend": picture.trend is not None,
    }
    for number, key in enumerate(key for key, is_shown in shown.items() if is_shown):
        x = EDGE + number * _STEP
        if key in {"reading", "total"}:
            canvas.dot("reading" if key == "reading" else "reading open", x + 5, y - 4)
        else:
            canvas.line(key, [(x, y - 4), (x + 26, y - 4)])
        start = x + (16 if key in {"reading", "total"} else 33)
        words = picture.voice(f"charts.legend.{key}")
        canvas.within(start, y, words, _STEP - (start - x) - 4, "muted")


def _plot(canvas: Canvas, picture: _Picture, top: int) -> None:
    voice = picture.voice
    days = days_of([day for day, _ in picture.points()])
    scale = scale_of([value for _, value in picture.points()])
    labels = [figure(rounded(one, scale.places), picture.unit, voice) for one in scale.ticks]
    room = round(max(map(len, labels)) * _DIGIT)
    frame = Frame(EDGE + room, top, WIDTH - 2 * EDGE - room, _HEIGHT)

    def placed(points: Sequence[tuple[date, Fraction]]) -> list[Pair]:
        return [(days.share(day), scale.share(value)) for day, value in points]

    read = [(one.day, value_of(one.reading)) for one in picture.dots]
    aim = [picture.aim] if picture.aim else []
    level = [(day, value) for _, value in aim for day in (days.first, days.last)]
    trend = [*picture.leading, picture.trend] if picture.trend else []
    series = [placed(one) for one in (read, picture.path, level, aim, trend, picture.asked)]
    ticks = [days.share(day) for day, _ in days.ticks()]
    lines = place_lines(frame, series, ticks, [scale.share(one) for one in scale.ticks])
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
        canvas.line("due", [(x - 10, y), (x + 10, y)])
    for dot, (x, y) in zip(picture.dots, read, strict=True):
        canvas.dot("reading open" if dot.total else "reading", x, y)


def _labels(canvas: Canvas, picture: _Picture, lines: Lines) -> None:
    """Say the goal, the last reading and the trend's end, and the first reading if there is room.

    Each stands at the first of some places where it touches nothing that was said before.
    """
    read, _, _, aim, trend, _ = lines.series
    item, unit, voice = picture.item, picture.unit, picture.voice
    told: list[tuple[str, Place]] = []
    if aim and item.goal is not None:
        goal, due = goal_said(item.goal, unit, voice), item.goal.due.isoformat()
        told.append((voice("charts.goal", goal=goal, due=due), aim[0]))
    told.append((said(picture.dots[-1].reading, unit, voice), read[-1]))
    if trend:
        value = projected_said(picture.of, item, voice)
        told.append((voice("charts.trend", value=value), trend[-1]))
    needed = len(told)
    if len(read) > 1:
        told.append((said(picture.dots[0].reading, unit, voice), read[0]))
    taken = [_Label("", x - 6, x + 6, y + 4, "", free=False) for x, y in read]
    for number, (words, at) in enumerate(told):
        label = _label_at(words, at, lines, taken)
        if label.free or number < needed:
            taken.append(label)
            label.write(canvas)


@dataclass(frozen=True, slots=True)
class _Label:
    words: str
    left: float
    right: float
    y: float
    anchor: str
    # Whether it touches no other.
    free: bool

    def clears(self, left: float, right: float, y: float) -> bool:
        return abs(self.y - y) >= _LINE or left >= self.right or right <= self.left

    def write(self, canvas: Canvas) -> None:
        middle = (self.left + self.right) / 2
        x = {"start": self.left, "end": self.right}.get(self.anchor, middle)
        canvas.text(x, self.y, self.words, "halo strong", self.anchor)


def _label_at(words: str, at: Place, lines: Lines, taken: Sequence[_Label]) -> _Label:
    """Find room for a label above or below a place, within the axes and the page's edge."""
    edge = lines.left - 4
    words = cut(words, WIDTH - EDGE - edge)
    width = width_of(words)
    left = at[0] - width / 2
    anchor = "middle"
    if left + width > WIDTH - EDGE:
        left, anchor = WIDTH - EDGE - width, "end"
    if left < edge:
        left, anchor = edge, "start"
    tries = [at[1] + offset for offset in _OFFSETS]
    free = [
        y
        for y in tries
        if lines.top - _LINE < y < lines.bottom + 4
        and all(one.clears(left, left + width, y) for one in taken)
    ]
    return _Label(words, left, left + width, (free or tries)[0], anchor, bool(free))
