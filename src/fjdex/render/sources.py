"""The register of sources, for people and for scripts."""

from collections import Counter
from collections.abc import Mapping, Sequence

from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.plan.records import Source
from fjdex.plan.words import LANGUAGES, Words
from fjdex.render.blocks import Block, Cell, Table


def citations(plan: Plan) -> Mapping[str, int]:
    """Count how often each source is cited: by readings, goals, planned values, baselines."""
    cited = [one.source for readings in plan.readings.values() for one in readings]
    for target in plan.targets:
        cited += [goal.source for goal in target.goals]
        cited += [point.source for goal in target.goals for point in goal.path]
        cited += [one.source for one in (target.next, target.baseline) if one]
    cited += [point.source for outcome in plan.outcomes for point in outcome.path]
    return Counter(source for source in cited if source)


def mentions(source: Source, text: str) -> bool:
    """Whether a text occurs in a source's words, whatever the case of its letters."""
    both = (source.title, source.published_note, source.note)
    words = [source.id, source.kind.value, source.publisher, source.url]
    words += [one.in_(language) for one in both if one for language in LANGUAGES]
    words.append(source.published.isoformat() if source.published else None)
    return any(text.lower() in word.lower() for word in words if word)


def source_blocks(plan: Plan, sources: Sequence[Source], voice: Voice) -> list[Block]:
    """Answer the register as a table."""
    count = citations(plan)
    rows = tuple(
        (
            Cell(one.id),
            Cell(voice(f"terms.source.{one.kind.value}")),
            Cell(one.publisher or (one.title.in_(voice.language) if one.title else "")),
            Cell(published_said(one, voice)),
            Cell(str(count.get(one.id, 0))),
            Cell(one.url or ""),
        )
        for one in sources
    )
    keys = ("id", "kind", "publisher", "published", "cited", "url")
    head = tuple(voice(f"source.column.{key}") for key in keys)
    return [Table(head, rows, right=frozenset({4}))]


def published_said(source: Source, voice: Voice) -> str:
    """Say when a source was published, or what is known of it."""
    if source.published:
        return source.published.isoformat()
    return source.published_note.in_(voice.language) if source.published_note else ""


def sources_json(plan: Plan, sources: Sequence[Source]) -> dict[str, object]:
    """Answer the register for scripts."""
    count = citations(plan)
    return {
        "schema": "fjdex.source-list/1",
        "sources": [
            {
                "id": one.id,
                "kind": one.kind.value,
                "title": _both(one.title),
                "publisher": one.publisher,
                "published": one.published.isoformat() if one.published else None,
                "published_note": _both(one.published_note),
                "url": one.url,
                "confidence": one.confidence.value if one.confidence else None,
                "cited": count.get(one.id, 0),
            }
            for one in sources
        ],
    }


def _both(words: Words | None) -> dict[str, str] | None:
    return {"zh": words.zh, "en": words.en} if words else None
