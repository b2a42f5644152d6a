"""What pages of bars have in common: their head, and the classes that fill their bars."""

from collections import Counter
from collections.abc import Iterable, Sequence

from fjdex.assess.item import Item
from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.plan.terms import Rating
from fjdex.render.chart_canvas import EDGE, WIDTH, Canvas, folded

_TITLE, _LINE = 28, 20
_LEGEND_STEP, _LEGEND_LINE = 229, 22


def classes_named(plan: Plan, voice: Voice, *, gone: bool = False) -> list[str]:
    """Name the classes that bars are filled by, at last what is cancelled where some is."""
    named = [one.name.in_(voice.language) for one in plan.header.classes]
    return [*named, voice(f"terms.rating.{Rating.CANCELLED.value}")] if gone else named


def counts_of(plan: Plan, items: Iterable[Item]) -> list[int]:
    """Count items by class; the last count is of what is cancelled, which no class counts."""
    found = Counter(class_of(plan, item) for item in items)
    return [found[number] for number in range(len(plan.header.classes) + 1)]


def draw_head(canvas: Canvas, named: Sequence[str], head: tuple[str, str]) -> None:
    """Write what a page of bars is of and how it is to be read, and what its fillings mean."""
    title, how = head
    lines = _folded(title)
    for number, words in enumerate(lines):
        canvas.text(EDGE, _TITLE + number * _LINE, words, "head")
    top = _TITLE + len(lines) * _LINE
    canvas.text(EDGE, top, how, "muted")
    # One more, for what no class gathers.
    canvas.hatches(len(named) + 1)
    for number, name in enumerate(named):
        x = EDGE + number % 3 * _LEGEND_STEP
        y = top + 26 + number // 3 * _LEGEND_LINE
        canvas.bar(number, x, y - 11, 22, 13)
        canvas.within(x + 29, y, name, _LEGEND_STEP - 34)


def head_height(named: Sequence[str], title: str) -> int:
    """Answer how much room the head of a page takes, with the classes."""
    classes = -(-len(named) // 3) * _LEGEND_LINE
    return len(_folded(title)) * _LINE + 40 + classes


def _folded(title: str) -> list[str]:
    # A head is written larger than what is measured.
    return folded(title, (WIDTH - 2 * EDGE) * 13 / 16)


def class_of(plan: Plan, item: Item) -> int:
    """Answer the number of the class that an item counts in, after all where it is in none."""
    classes = plan.header.classes
    if item.rating is Rating.CANCELLED:
        return len(classes)
    found = (number for number, one in enumerate(classes) if item.rating in one.ratings)
    return next(found, len(classes))
