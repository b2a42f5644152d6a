"""Where the labels of a chart stand: near what they name, and on nothing else if there is room."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fjdex.render.chart_canvas import EDGE, WIDTH, Canvas, cut, width_of
from fjdex.render.chart_library import Lines, Place

Segment = tuple[Place, Place]

# How high letters stand over their line, and how deep some reach under it.
_OVER, _UNDER = 11, 3
# How far a label stands from what it names: above and below it, then beside it, then further off.
_RISES = (-10, 20, -26, 36, -42, 52)
_BESIDE, _LEVEL = 11, 4.5
# What it costs to stand on a label, a dot, a line, or outside the axes; further off costs one each.
_ON_LABEL, _ON_DOT, _ON_LINE, _OUTSIDE = 1000, 40, 8, 400


@dataclass(frozen=True, slots=True)
class Area:
    """A piece of the page."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Area") -> bool:
        """Whether two pieces share a place."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def crossed_by(self, segment: Segment) -> bool:
        """Whether a straight line goes through."""
        (x, y), (to_x, to_y) = segment
        first, last = 0.0, 1.0
        sides = (
            (x - to_x, x - self.left),
            (to_x - x, self.right - x),
            (y - to_y, y - self.top),
            (to_y - y, self.bottom - y),
        )
        for step, room in sides:
            if step == 0:
                if room < 0:
                    return False
            elif step < 0:
                first = max(first, room / step)
            else:
                last = min(last, room / step)
        return first <= last


@dataclass(frozen=True, slots=True)
class Label:
    """Words with their place on the page."""

    words: str
    x: float
    y: float
    anchor: str
    area: Area

    def write(self, canvas: Canvas) -> None:
        """Write the words."""
        canvas.text(self.x, self.y, self.words, "halo strong", self.anchor)


class Labels:
    """The labels of one chart, found a place for one after the other."""

    def __init__(self, lines: Lines, dots: Iterable[Area], drawn: Sequence[Segment]) -> None:
        self._lines = lines
        self._dots = tuple(dots)
        self._drawn = drawn
        self._placed: list[Label] = []

    def add(self, canvas: Canvas, words: str, at: Place, *, needed: bool) -> None:
        """Write a label at the best of its places; one that is not needed only on free ground."""
        shown = cut(words, WIDTH - EDGE - self._lines.left)
        costs = [
            (self._cost(one) + number, number, one)
            for number, one in enumerate(_tries(shown, at, self._lines.left))
        ]
        cost, _, label = min(costs, key=lambda one: one[:2])
        if needed or cost < _ON_DOT:
            self._placed.append(label)
            label.write(canvas)

    def _cost(self, label: Label) -> int:
        area, lines = label.area, self._lines
        outside = area.top < lines.top - 2 * _OVER or area.bottom > lines.bottom
        return (
            _ON_LABEL * sum(area.meets(one.area) for one in self._placed)
            + _ON_DOT * sum(map(area.meets, self._dots))
            + _ON_LINE * sum(map(area.crossed_by, self._drawn))
            + _OUTSIDE * outside
        )


def _tries(words: str, at: Place, left: float) -> Iterator[Label]:
    """Answer the places at which a label may stand, the better ones first."""
    x, y = at
    width = width_of(words)
    for rise in _RISES:
        yield _label(words, x - width / 2, y + rise, left)
        if rise == _RISES[1]:
            yield _label(words, x + _BESIDE, y + _LEVEL, left)
            yield _label(words, x - _BESIDE - width, y + _LEVEL, left)
        yield _label(words, x + 2, y + rise, left)
        yield _label(words, x - 2 - width, y + rise, left)


def _label(words: str, begin: float, y: float, left: float) -> Label:
    """Place a label from some point on, but within the axis and the page's edge."""
    width = width_of(words)
    end = WIDTH - EDGE
    area = Area(begin, y - _OVER, begin + width, y + _UNDER)
    if area.right > end:
        area = Area(end - width, area.top, end, area.bottom)
        return Label(words, end, y, "end", area)
    if area.left < left:
        area = Area(left, area.top, left + width, area.bottom)
        return Label(words, left, y, "start", area)
    return Label(words, (area.left + area.right) / 2, y, "middle", area)


def dot_area(place: Place, ways: Sequence[int]) -> Area:
    """Answer what a dot takes up, with its arrows up and down."""
    x, y = place
    return Area(x - 6, y - (15 if 1 in ways else 5), x + 6, y + (15 if -1 in ways else 5))


def segments(places: Sequence[Place]) -> list[Segment]:
    """Answer the straight pieces of a line."""
    return list(pairwise(places))
