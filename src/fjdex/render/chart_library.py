"""The one door to the drawing library, pygal: values in, places on the page out.

The library scales, spaces and stacks. What it would write around that (its scripts, its style
sheet, its tooltips, a random id, its version and today's date) is left behind; `chart_svg` writes
the picture. So the same values give the same bytes, whichever XML library it finds.

Here alone numbers become floats, and only once they are shares of their axis.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

Pair = tuple[Fraction, Fraction]
Place = tuple[float, float]
_START = re.compile(r"M(-?[0-9.]+) (-?[0-9.]+)")
_MOVED = re.compile(r"translate\((-?[0-9]+), (-?[0-9]+)\)")


@dataclass(frozen=True, slots=True)
class Frame:
    """Where on the page a chart's axes lie: its left upper corner, its width and height."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Box:
    """A bar as it lies on the page."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width


@dataclass(frozen=True, slots=True)
class Lines:
    """Points of some series on the page, and where the ticks of the two axes are."""

    series: tuple[tuple[Place, ...], ...]
    across: tuple[float, ...]
    up: tuple[float, ...]
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars on the page, by series and row from the top, and where the ticks of their axis are."""

    series: tuple[tuple[Box, ...], ...]
    ticks: tuple[float, ...]
    top: float
    bottom: float


def place_lines(
    frame: Frame,
    series: Sequence[Sequence[Pair]],
    across: Sequence[Fraction],
    up: Sequence[Fraction],
) -> Lines:
    """Place the points of some series, and ticks on both axes; all lie between 0 and 1 on each."""
    chart = _pygal().XY(
        **_plain(frame),
        stroke=False,
        xrange=(0, 1),
        range=(0, 1),
        x_labels=[{"label": "", "value": float(one)} for one in across],
        y_labels=[{"label": "", "value": float(one)} for one in up],
    )
    # The corners of the axes are a series too, so that there is always one.
    for one in (*series, [(Fraction(0), Fraction(0)), (Fraction(1), Fraction(1))]):
        chart.add("", [(float(x), float(y)) for x, y in one])
    tree = chart.render_tree()
    origin = _origin(frame, tree)
    groups = [_dots(tree, number, origin) for number in range(len(series) + 1)]
    (left, bottom), (right, top) = groups[-1]
    return Lines(
        series=tuple(groups[:-1]),
        across=tuple(x for x, _ in _guides(tree, "x", origin)),
        up=tuple(y for _, y in _guides(tree, "y", origin)),
        left=left,
        right=right,
        top=top,
        bottom=bottom,
    )


def place_bars(
    frame: Frame, series: Sequence[Sequence[Fraction]], span: Pair, ticks: Sequence[Fraction]
) -> Bars:
    """Place horizontal bars, those of the later series after those of the earlier in each row."""
    rows = len(series[0])
    chart = _pygal().HorizontalStackedBar(
        **_plain(frame),
        range=(float(span[0]), float(span[1])),
        x_labels=[""] * rows,
        y_labels=[{"label": "", "value": float(one)} for one in ticks],
    )
    for one in series:
        # The library's first row is the lowest.
        chart.add("", [float(value) for value in reversed(one)])
    tree = chart.render_tree()
    origin = _origin(frame, tree)
    boxes = tuple(_boxes(tree, number, origin) for number in range(len(series)))
    top, height = origin[1], _size(tree)[1]
    across = tuple(x for x, _ in _guides(tree, "x", origin))
    return Bars(boxes, across, top, top + height)


def _pygal() -> Any:
    """Answer the library.

    Its import hook for map plugins, which we have no use for, is taken out again: it is of a kind
    that Python 3.11 warns of at every import that finds nothing.
    """
    import pygal  # noqa: PLC0415 (only who draws needs it)

    sys.meta_path[:] = [
        one for one in sys.meta_path if type(one).__module__.partition(".")[0] != "pygal"
    ]
    return pygal


def _plain(frame: Frame) -> dict[str, Any]:
    """Answer the settings that all charts share: nothing is written, everything is placed."""
    size = {"width": frame.width, "height": frame.height}
    bare = {"js": (), "css": (), "margin": 0, "spacing": 0, "show_legend": False}
    return size | bare | {"no_prefix": True}


def _origin(frame: Frame, tree: Any) -> Place:
    """Answer where on the page the library's own counting begins."""
    plot = next(one for one in tree.iter("g") if one.get("class") == "plot")
    moved = _MOVED.fullmatch(plot.get("transform"))
    assert moved is not None  # noqa: S101 (the library writes it so)
    return frame.left + float(moved[1]), frame.top + float(moved[2])


def _size(tree: Any) -> Place:
    plot = next(one for one in tree.iter("g") if one.get("class") == "plot")
    ground = plot.find("rect")
    return float(ground.get("width")), float(ground.get("height"))


def _guides(tree: Any, axis: str, origin: Place) -> Iterator[Place]:
    """Answer where the lines of an axis' ticks begin."""
    for one in tree.iter("g"):
        if one.get("class", "").split()[:2] == ["axis", axis]:
            for path in one.findall("g/path"):
                start = _START.match(path.get("d"))
                assert start is not None  # noqa: S101 (the library writes it so)
                yield origin[0] + float(start[1]), origin[1] + float(start[2])


def _dots(tree: Any, number: int, origin: Place) -> tuple[Place, ...]:
    return tuple(
        (origin[0] + float(one.get("cx")), origin[1] + float(one.get("cy")))
        for group in tree.iter("g")
        if group.get("class") == f"series serie-{number} color-{number}"
        for one in group.iter("circle")
    )


def _boxes(tree: Any, number: int, origin: Place) -> tuple[Box, ...]:
    """Answer a series' bars, the highest first; the library leaves out what is zero."""
    boxes = [
        Box(
            origin[0] + float(one.get("x", 0)),
            origin[1] + float(one.get("y", 0)),
            float(one.get("width", 0)),
            float(one.get("height", 0)),
        )
        for group in tree.iter("g")
        if group.get("class") == f"series serie-{number} color-{number}"
        for one in group.iter("rect")
    ]
    return tuple(reversed(boxes))
