"""A picture as it is put together: shapes and texts on a page, written out as SVG at the end.

Texts stay texts, and no font of this machine is ever asked. Where it has to be known about how much
room one takes, a table of ours says how wide letters are, with room to spare for other fonts.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from xml.etree import ElementTree as ET

from fjdex.render.chart_style import FILLS, style_sheet

WIDTH = 720
EDGE = 16
# How wide letters are in hundredths of their size, about as in the sans serif of most systems;
# those that are not named are as wide as a digit.
_WIDTHS = {
    letter: width
    for width, letters in {
        25: "ijl'|",
        31: "!,./:;I[]ft\\ ",
        37: "()-r`",
        54: "Jcksvxyz",
        73: "ABEFKLPSTXYZ&",
        79: "CDHNRUw",
        85: "GOQ",
        92: "mM",
        100: "%W@",
    }.items()
    for letter in letters
}
_DIGIT, _FULL, _SIZE = 61, 105, 13
# Chinese begins here, but for the signs that it shares with the West.
_FIRST_WIDE, _WIDE = "\u2e80", frozenset("“”‘’…—·×")
_HATCHES = (None, "M0 3H6", "M0 3H6M3 0V6", "M0 0L6 6M6 0L0 6", "M3 0V6", "M0 6L6 0")
# A long picture may end here and go on upon the next page of a document.
BREAKS = "data-breaks"
_SIX = {"width": "6", "height": "6", "patternUnits": "userSpaceOnUse"}


class Canvas:
    """A page of some height, with a name and a description for those who cannot see it."""

    def __init__(self, height: float, title: str, described: str) -> None:
        size = {"width": str(WIDTH), "height": _n(height), "viewBox": f"0 0 {WIDTH} {_n(height)}"}
        role = {"role": "img", "class": "fjdex-chart"}
        self._root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, **role})
        self._add("title").text = title
        self._add("desc").text = described
        self._add("style").text = style_sheet()
        self._breaks: list[str] = []
        self.rect("ground", 0, 0, WIDTH, height)

    def may_break(self, y: float) -> None:
        """Let a page end at some height: nothing that belongs together lies on both its sides."""
        self._breaks.append(_n(y))

    def hatches(self, number: int) -> None:
        """Lay down what the first so many classes are filled with."""
        defs = self._add("defs")
        for one in range(min(number, FILLS)):
            pattern = ET.SubElement(defs, "pattern", {"id": fill_id(one), **_SIX})
            ET.SubElement(pattern, "rect", {"class": f"fill-{one}", "width": "6", "height": "6"})
            hatch = _HATCHES[one]
            if hatch is not None:
                ET.SubElement(pattern, "path", {"class": "hatch", "d": hatch})

    def text(self, x: float, y: float, words: str, style: str = "", anchor: str = "") -> None:
        """Write words; `anchor` is start, middle or end."""
        keys = {"x": _n(x), "y": _n(y), "class": style, "text-anchor": anchor}
        self._add("text", **{key: one for key, one in keys.items() if one}).text = words

    def within(self, x: float, y: float, words: str, width: float, style: str = "") -> None:
        """Write words that have so much room: what is too long is cut, and whole for the mouse."""
        shown = cut(words, width)
        self.text(x, y, shown, style)
        if shown != words:
            ET.SubElement(self._root[-1], "title").text = words

    def line(self, style: str, places: Sequence[tuple[float, float]]) -> None:
        """Draw a line through some places."""
        self.lines(style, [places])

    def lines(self, style: str, pieces: Iterable[Sequence[tuple[float, float]]]) -> None:
        """Draw a line in pieces, each through some places."""
        drawn = ("M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in places) for places in pieces)
        self._add("path", **{"class": style, "d": "".join(drawn)})

    def dot(self, style: str, x: float, y: float, radius: float = 4) -> None:
        """Draw a dot."""
        self._add("circle", **{"class": style, "cx": _n(x), "cy": _n(y), "r": _n(radius)})

    def rect(self, style: str, x: float, y: float, width: float, height: float) -> None:
        """Draw a rectangle."""
        place = {"x": _n(x), "y": _n(y), "width": _n(width), "height": _n(height)}
        self._add("rect", **{"class": style, **place})

    def bar(self, number: int, x: float, y: float, width: float, height: float) -> None:
        """Draw a rectangle filled as a class is."""
        self.rect("bar", x, y, width, height)
        self._root[-1].set("fill", f"url(#{fill_id(number)})")

    def written(self) -> str:
        """Write the picture."""
        if self._breaks:
            self._root.set(BREAKS, " ".join(self._breaks))
        ET.indent(self._root, "")
        return ET.tostring(self._root, encoding="unicode") + "\n"

    def _add(self, tag: str, **keys: str) -> ET.Element:
        return ET.SubElement(self._root, tag, keys)


def fill_id(number: int) -> str:
    """Name what a class is filled with."""
    return f"fjdex-fill-{number % FILLS}"


def cut(words: str, width: float) -> str:
    """Cut words to about a width."""
    if width_of(words) <= width:
        return words
    return words[: _fitting(words, width - width_of("…"))].rstrip() + "…"


def _fitting(words: str, width: float) -> int:
    """Answer how many characters of some words have room."""
    return sum(one <= width for one in accumulate(map(width_of, words)))


def folded(words: str, width: float) -> list[str]:
    """Fold words into lines of about a width, between words where there are any."""
    lines = []
    while width_of(words) > width:
        end = max(1, _fitting(words, width))
        space = words.rfind(" ", end // 2, end + 1)
        end = space if space > 0 else end
        lines.append(words[:end].rstrip())
        words = words[end:].lstrip()
    return [*lines, words]


def width_of(words: str) -> float:
    """Answer about how wide words are at 13 px."""
    return sum(map(_hundredths, words)) * _SIZE / 100


def _hundredths(letter: str) -> int:
    if letter >= _FIRST_WIDE or letter in _WIDE:
        return _FULL
    return _WIDTHS.get(letter, _DIGIT)


def _n(value: float) -> str:
    """Write a place on the page to a tenth of a pixel."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
