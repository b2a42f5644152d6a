"""`fjdex show --methods`: other published methods beside ours, and where they disagree."""

from collections.abc import Iterator

from fjdex.assess.methods import Method, other_methods
from fjdex.assess.rate import case_of
from fjdex.plan.records import Target
from fjdex.plan.terms import Rating
from fjdex.render.blocks import Block, Cell, Line, Table
from fjdex.render.items import pace_said
from fjdex.render.numbers import exact, ratio
from fjdex.render.page import Page

_WELL = frozenset(
    {Rating.MET, Rating.MET_LATE, Rating.MET_UNDATED, Rating.AHEAD, Rating.ON_SCHEDULE}
)


def methods_of(page: Page) -> tuple[Method, ...]:
    """Answer what other methods make of a page's record; nothing where it has no reading."""
    record, reading = page.record, page.item.reading
    case = case_of(page.plan, record, page.assessment.as_of) if isinstance(record, Target) else None
    if case is None or reading is None or reading.value is None:
        return ()
    return other_methods(case, reading, page.item.pace)


def method_blocks(page: Page) -> Iterator[Block]:
    """Answer the methods as a table, and a sentence for each that disagrees with our rating."""
    methods, voice = methods_of(page), page.voice
    yield Line()
    yield Line(voice("methods.title"), "bold")
    if not methods:
        yield Line(voice("methods.none"))
        return
    keys = ("method", "number", "class", "source")
    own = (
        voice("methods.ours"),
        pace_said(page.plan, page.item, voice) if page.item.pace else "",
        voice(f"terms.rating.{page.item.rating.value}"),
        voice("methods.ours.source"),
    )
    rows = [tuple(map(Cell, own)), *(_row(page, method) for method in methods)]
    head = tuple(voice(f"methods.column.{key}") for key in keys)
    yield Table(head, tuple(rows), right=frozenset({1}))
    well = page.item.rating in _WELL
    for method in methods:
        if method.favourable is not None and method.favourable != well:
            reason = "by-print" if _by_print(page) else f"{method.code}.why"
            name, why = voice(f"methods.{method.code}"), voice(f"methods.{reason}")
            yield Line(voice("methods.disagrees", name=name, why=why))


def _by_print(page: Page) -> bool:
    """Whether the printed number is at the goal, and its bound or the operator decides."""
    reading, goal = page.item.reading, page.item.goal
    return reading is not None and goal is not None and reading.value == goal.value


def _row(page: Page, method: Method) -> tuple[Cell, ...]:
    voice = page.voice
    return (
        Cell(voice(f"methods.{method.code}")),
        Cell(_number(method)),
        Cell(voice(f"methods.verdict.{method.verdict}")),
        Cell(voice(f"methods.{method.code}.source")),
    )


def _number(method: Method) -> str:
    return "" if method.number is None else ratio(method.number, (), 3)


def methods_json(page: Page) -> list[dict[str, object]]:
    """Answer the methods for scripts."""
    return [
        {
            "method": one.code,
            "number": None if one.number is None else exact(one.number),
            "class": one.verdict,
        }
        for one in methods_of(page)
    ]
