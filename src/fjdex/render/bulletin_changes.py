"""What came and what moved in a bulletin's period, in words."""

from collections.abc import Iterator, Mapping, Sequence

from fjdex.assess.item import Item
from fjdex.bulletin.crowds import Crowd
from fjdex.bulletin.moves import Cause, Move
from fjdex.bulletin.news import Decision, Figure
from fjdex.load import readings_file
from fjdex.plan.plan import part_of
from fjdex.plan.records import Goal
from fjdex.plan.terms import Comparability
from fjdex.render.bulletin_words import Words
from fjdex.render.items import goal_said, scale_of_row, unit_of
from fjdex.render.periods import this_period
from fjdex.render.sources import published_said


def figures_said(words: Words) -> str:
    """Say how many figures are of the period; the same from another source is no other figure."""
    figures = words.bulletin.figures
    return _counted(words, "report.figures" if figures else "report.no-figures", figures)


def earlier_said(words: Words) -> str:
    """Say how many figures of days before the period were published in it; "" where none were."""
    figures = words.bulletin.earlier
    return _counted(words, "report.earlier", figures) if figures else ""


def _counted(words: Words, key: str, figures: Sequence[Figure | Crowd]) -> str:
    bulletin, voice = words.bulletin, words.voice
    many = sum(one.count if isinstance(one, Crowd) else not one.copy for one in figures)
    copies = sum(isinstance(one, Figure) and one.copy for one in figures)
    this = this_period(bulletin.period, voice)
    said = voice(key + (".known" if bulletin.known else ""), this=this, count=many)
    return said + (voice("report.copies", count=copies) if copies else "")


def figure_row(words: Words, figure: Figure | Crowd) -> Mapping[str, str]:
    """Answer what a table says of a reading, or of many areas' together."""
    if isinstance(figure, Crowd):
        return _crowd_row(words, figure)
    source = words.bulletin.plan.source.get(figure.reading.source or "")
    published = ""
    if source is not None:
        published = words.day(source.published) or published_said(source, words.voice)
    of = _what(words, figure)
    value = words.said(figure.item, figure.reading)
    return {
        "name": words.name(figure.item),
        "said": words.voice("report.of-part", name=of, state=value) if of else value,
        "when": _when(words, figure),
        "published": published or words.voice("report.no-day"),
        "use": words.voice(f"report.use.{_use(words, figure)}"),
        "cited": words.number(figure.reading.source),
    }


def _crowd_row(words: Words, crowd: Crowd) -> Mapping[str, str]:
    file = readings_file(crowd.item.id)
    days = [words.day(one) for one in dict.fromkeys((crowd.first, crowd.last))]
    return {
        "name": words.name(crowd.item),
        "said": words.voice("report.crowd", count=crowd.count, areas=crowd.areas, file=file),
        "when": words.voice("report.until").join(days),
        "published": "",
        "use": words.voice("report.use.area"),
        "cited": "",
    }


def _when(words: Words, figure: Figure) -> str:
    reading = figure.reading
    by = reading.state is not None and reading.qualifier.value == "by"
    return words.voice("report.no-later", when=words.when(reading)) if by else words.when(reading)


def _what(words: Words, figure: Figure) -> str:
    """Say of which area, part or measure a figure is, where it is not the record's own whole."""
    plan, reading, language = words.bulletin.plan, figure.reading, words.voice.language
    record = plan.records[figure.item.id]
    part = part_of(record, reading.part)
    area = plan.area.get(reading.area or "")
    own = plan.area_of(record, part) == reading.area
    found = (
        part.name if part else None,
        area.name if area and not own else None,
        reading.measure,
    )
    return words.voice("status.comma").join(one.in_(language) for one in found if one)


def _use(words: Words, figure: Figure) -> str:
    """Answer whether a figure may rate its item, and why not where it may not."""
    if figure.counts and figure.reading in figure.item.disputing:
        return "disputed"
    if figure.copy:
        return "copy"
    if figure.counts:
        return "beaten" if figure.beaten else "rates"
    return _reference(words, figure)


def _reference(words: Words, figure: Figure) -> str:
    """Answer why a figure is only for reference."""
    plan, reading = words.bulletin.plan, figure.reading
    if reading.comparability is not Comparability.SAME:
        return reading.comparability.value
    if reading.measure is not None:
        return "near"
    record = plan.records[figure.item.id]
    if plan.area_read(record, reading) != plan.area_of(record):
        return "area"
    return "part" if reading.part else "unfit"


def decision_said(words: Words, decision: Decision) -> Mapping[str, str]:
    """Say which goal was decided, when, in place of which."""
    goal, before, voice = decision.goal, decision.before, words.voice
    area = words.bulletin.plan.area.get(goal.area or "")
    name = words.name(decision.item)
    if area is not None:
        name = voice("report.of-area", name=name, area=area.name.in_(voice.language))
    new, old = _goal(words, decision, goal), _goal(words, decision, before)
    said = {
        "day": words.day(goal.decided),
        "goal": new,
        "due": words.day(goal.due),
        "old": old,
        "old_due": words.day(before.due) if before else "",
    }
    key = "both"
    if before is None:
        key = "set"
    elif before.due == goal.due:
        key = "path" if old == new else "value"
    elif old == new:
        key = "due"
    decided = voice(f"report.decided.{key}", **said)
    return {"name": name, "said": decided, "cited": words.number(goal.source)}


def _goal(words: Words, decision: Decision, goal: Goal | None) -> str:
    plan, item, voice = words.bulletin.plan, decision.item, words.voice
    return goal_said(goal, unit_of(plan, item), voice, scale_of_row(plan, item, voice))


def move_said(words: Words, move: Move) -> Mapping[str, str]:
    """Say what moved an item that did not move by time alone."""
    voice, item = words.voice, move.after
    what = _goal_by(words, item) if move.cause is Cause.GOAL and not item.worst else None
    key = f"report.cause.{move.cause.value}" + (".worst" if item.worst else "")
    return {
        "name": words.name(item),
        "before": words.rating(move.before.rating),
        "after": words.rating(item.rating),
        "why": voice(key, said=words.rests(item) if what is None else what),
        "cited": words.cited(item) if what is None else _goal_cited(words, item),
    }


def _goal_cited(words: Words, item: Item) -> str:
    return words.number(item.goal.source) if item.goal else ""


def _goal_by(words: Words, item: Item) -> str:
    """Say the goal in force with the day on which it is due."""
    if item.goal is None:
        return ""
    return words.voice("report.goal-by", goal=words.goal(item), day=words.day(item.goal.due))


def passed_said(words: Words) -> Iterator[Mapping[str, object]]:
    """Answer what moved by time alone, by the ratings before and after."""
    found: dict[tuple[str, str], list[str]] = {}
    for move in words.bulletin.moved:
        if move.cause is Cause.TIME:
            ratings = words.rating(move.before.rating), words.rating(move.after.rating)
            found.setdefault(ratings, []).append(words.name(move.after))
    for (before, after), names in found.items():
        yield {
            "before": before,
            "after": after,
            "count": len(names),
            "names": words.listed(names),
        }
