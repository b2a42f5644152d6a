"""What pages of bars have in common: their head, and the classes that fill their bars."""

from fjdex.assess.item import Item
from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.render.chart_canvas import EDGE, WIDTH, Canvas, folded

_TITLE, _LINE = 28, 20
_LEGEND_STEP, _LEGEND_LINE = 229, 22


def draw_head(canvas: Canvas, plan: Plan, voice: Voice, head: tuple[str, str]) -> None:
    """Write what a page of bars is of and how it is to be read, and what its fillings mean."""
    classes, (title, how) = plan.header.classes, head
    lines = _folded(title)
    for number, words in enumerate(lines):
        canvas.text(EDGE, _TITLE + number * _LINE, words, "head")
    top = _TITLE + len(lines) * _LINE
    canvas.text(EDGE, top, how, "muted")
    # One more, for ratings that no class gathers.
    canvas.hatches(len(classes) + 1)
    for number, one in enumerate(classes):
        x = EDGE + number % 3 * _LEGEND_STEP
        y = top + 26 + number // 3 * _LEGEND_LINE
        canvas.bar(number, x, y - 11, 22, 13)
        canvas.within(x + 29, y, one.name.in_(voice.language), _LEGEND_STEP - 34)


def head_height(plan: Plan, title: str) -> int:
    """Answer how much room the head of a page takes, with the classes."""
    classes = -(-len(plan.header.classes) // 3) * _LEGEND_LINE
    return len(_folded(title)) * _LINE + 40 + classes


def _folded(title: str) -> list[str]:
    # A head is written larger than what is measured.
    return folded(title, (WIDTH - 2 * EDGE) * 13 / 16)


def class_of(plan: Plan, item: Item) -> int:
    """Answer the number of the class that an item's rating is in, after all where it is in none."""
    classes = plan.header.classes
    found = (number for number, one in enumerate(classes) if item.rating in one.ratings)
    return next(found, len(classes))
