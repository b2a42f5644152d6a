"""The bulletin as Markdown: every value is said here, the template only lays it out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fjdex.assess.item import Flag, Item
from fjdex.bulletin.quarterly import BehindPart, Bulletin, ListPart
from fjdex.messages import Voice
from fjdex.plan.records import Due, Source, Target
from fjdex.plan.terms import ListName, Rating
from fjdex.render.items import (
    agency_said,
    expected_said,
    goal_said,
    lead_said,
    pace_said,
    rating_said,
    rests_said,
    unit_of,
)
from fjdex.render.numbers import day_said, said
from fjdex.render.sources import published_said

_SPECIAL = re.compile(r"([\\`*_\[\]|~])")
# What begins a heading, a list or a rule, were it to stand first on a line. A negative number or
# a date begins none of them.
_OPENING = re.compile(r"(?:#{1,6}|[-+]|[0-9]{1,9}(?=[.)]))(?=[.)]?(?: |$))|-(?=[- ]*$)|=(?==*$)")
# Flags that the notes explain; days past due stand beside each rating.
_NOTED = tuple(flag for flag in Flag if flag is not Flag.OVERDUE)
_BLANKS = re.compile(r"\n{3,}")


def md(text: str) -> str:
    """Escape a text so that Markdown shows it as it is, in a table cell and first on a line too."""
    escaped = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    opening = _OPENING.match(escaped)
    if opening:
        # A digit cannot be escaped, so what stands after it is.
        at = opening.end() if opening[0].isdecimal() else 0
        escaped = f"{escaped[:at]}\\{escaped[at:]}"
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def bulletin_markdown(bulletin: Bulletin, voice: Voice) -> str:
    """Write a bulletin as Markdown; the same bulletin gives the same bytes."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 (only here)

    environment = Environment(
        loader=PackageLoader("fjdex", "bulletin/templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 (Markdown; `md` escapes)
    )
    template = environment.get_template("quarterly.md.jinja")
    text = template.render(**_context(_Words(bulletin, voice)), t=voice, md=md)
    return _BLANKS.sub("\n\n", text).rstrip("\n") + "\n"


@dataclass(frozen=True)
class _Words:
    """A bulletin in one language."""

    bulletin: Bulletin
    voice: Voice

    def name(self, item: Item) -> str:
        return self.bulletin.plan.records[item.id].title.in_(self.voice.language)

    def lead(self, item: Item) -> str:
        return lead_said(self.bulletin.plan, item, self.voice)

    def agency(self, id_: str) -> str:
        return agency_said(self.bulletin.plan, id_, self.voice)

    def reading(self, item: Item) -> str:
        if item.reading is None:
            return ""
        value = said(item.reading, unit_of(self.bulletin.plan, item), self.voice)
        return f"{value} ({day_said(item.reading, self.voice)})"

    def cited(self, item: Item) -> str:
        number = self.bulletin.number_of(item.reading.source) if item.reading else None
        return f" [{number}]" if number else ""

    def rests(self, item: Item) -> str:
        if item.list is ListName.TARGETS:
            return self.reading(item)
        return rests_said(self.bulletin.plan, item, self.voice)

    def undated(self, due: Due) -> str:
        """Say why there is no day: the plan's own words, which English has no wording of."""
        return due.text if self.voice.language == "zh" else self.voice("terms.rating.ongoing")

    def row(self, item: Item) -> dict[str, object]:
        plan, voice = self.bulletin.plan, self.voice
        record = plan.records[item.id]
        due = item.due.isoformat() if item.due else ""
        return {
            "name": self.name(item),
            "rating": rating_said(item, voice),
            "reading": self.reading(item),
            "cited": self.cited(item),
            "expected": expected_said(plan, item, voice),
            "pace": pace_said(plan, item, voice),
            "goal": goal_said(item.goal, unit_of(plan, item), voice),
            "rests": self.rests(item),
            "due": due if isinstance(record, Target) else due or self.undated(record.due),
            "lead": self.lead(item),
        }


def _context(words: _Words) -> Mapping[str, object]:
    bulletin, voice = words.bulletin, words.voice
    rows = {name: [words.row(item) for item in bulletin.assessment.of(name)] for name in ListName}
    return {
        "title": bulletin.plan.header.title.in_(voice.language),
        "quarter": _quarter_said(words),
        "as_of": bulletin.as_of.isoformat(),
        "start": bulletin.plan.header.start.isoformat(),
        "published": _published(bulletin, voice),
        "class_names": [one.name.in_(voice.language) for one in bulletin.plan.header.classes],
        "lists": [_list(words, part) for part in bulletin.lists],
        "ratings": list(_ratings(words)),
        "behind": [
            {**words.row(one.item), "remarks": _remarks(one, voice)} for one in bulletin.behind
        ],
        "open": [_open(words, name, items) for name, items in bulletin.open.items() if items],
        "targets": rows[ListName.TARGETS],
        "deliverables": [
            {
                "name": voice(f"report.{name.one}"),
                "heading": voice(f"report.{name.value}"),
                "rows": rows[name],
            }
            for name in (ListName.OUTCOMES, ListName.TASKS)
        ],
        "agencies": list(_agencies(words)),
        "notes": list(_notes(words)),
        "sources": [_source(one, voice) for one in bulletin.sources],
    }


def _ratings(words: _Words) -> Iterator[tuple[str, list[int]]]:
    """Answer the ratings that occur, each with its count in every list."""
    lists = words.bulletin.lists
    for rating in Rating:
        counts = [part.ratings.get(rating, 0) for part in lists]
        if any(counts):
            yield words.voice(f"terms.rating.{rating.value}"), counts


def _remarks(part: BehindPart, voice: Voice) -> list[Mapping[str, str]]:
    pairs = ((one.reason, one.action) for one in part.remarks)
    language = voice.language
    return [{"reason": a.in_(language), "action": b.in_(language)} for a, b in pairs]


def _open(words: _Words, name: ListName, items: Sequence[Item]) -> Mapping[str, object]:
    """Say what of one list is due and not settled: each item that has something on file."""
    voice, bare = words.voice, [item for item in items if item.rating is Rating.NO_READING]
    names = voice("status.semicolon").join(md(words.name(item)) for item in bare)
    counts = {"list": voice(f"terms.list.{name.value}"), "count": len(items)}
    return {
        "sentence": voice("report.open", **counts),
        "rows": [words.row(item) for item in items if item not in bare],
        "nothing": voice("report.open-nothing", count=len(bare), names=names) if bare else "",
    }


def _published(bulletin: Bulletin, voice: Voice) -> str:
    if bulletin.known_by is not None:
        return voice("report.known", day=bulletin.known_by.isoformat())
    until = bulletin.published_until
    undated = sum(one.published is None for one in bulletin.sources)
    said = voice("report.published", day=until.isoformat()) if until else ""
    return said + (voice("report.undated", count=undated) if undated else "")


def _quarter_said(words: _Words) -> str:
    start = words.bulletin.quarter.start
    return words.voice("report.quarter", year=start.year, number=(start.month + 2) // 3)


def _list(words: _Words, part: ListPart) -> Mapping[str, object]:
    voice = words.voice
    classes = [
        voice("report.class", name=md(one.of.name.in_(voice.language)), count=one.count)
        for one in part.classes
        if one.count
    ]
    return {
        "name": voice(f"terms.list.{part.name.value}"),
        "count": len(part.items),
        "counts": [one.count for one in part.classes],
        "classes": voice("status.comma").join(classes),
    }


def _agencies(words: _Words) -> Iterator[Mapping[str, str]]:
    voice = words.voice
    for part in words.bulletin.agencies:
        leads = " / ".join(str(part.leads[name]) for name in ListName)
        shares = " / ".join(str(part.shares[name]) for name in ListName)
        behind = voice("status.semicolon").join(map(words.name, part.behind))
        yield {
            "name": words.agency(part.agency.id),
            "leads": leads,
            "shares": shares,
            "behind": behind,
        }


def _notes(words: _Words) -> Iterator[str]:
    """Say what a reader must know of the figures before relying on them."""
    voice, items = words.voice, words.bulletin.assessment.items.values()
    for flag in _NOTED:
        named = [words.name(item) for item in items if flag in item.flags]
        if named:
            yield voice(f"report.note.{flag.value}", names=voice("status.semicolon").join(named))
    for name in ListName:
        alike = [
            one for one in words.bulletin.assessment.of(name) if one.rating is Rating.NO_READING
        ]
        beside = [one for one in alike if one.beside]
        listed = voice(f"terms.list.{name.value}")
        if alike:
            key = f"report.note.no-reading.{name.value}"
            yield voice(key, list=listed, count=len(alike))
        if beside:
            names = voice("status.semicolon").join(map(words.name, beside))
            yield voice("report.note.beside", list=listed, names=names)
    for item in items:
        note = item.reading.note if item.reading else None
        if note is not None:
            title = words.name(item)
            yield voice("report.note.reading", name=title, note=note.in_(voice.language))


def _source(source: Source, voice: Voice) -> str:
    """Say a source; its address goes in brackets that make it a link as it is."""
    parts = [
        source.publisher or "",
        source.title.in_(voice.language) if source.title else "",
        published_said(source, voice),
        voice(f"terms.source.{source.kind.value}"),
    ]
    text = voice("report.stop").join(filter(None, parts)) + f" ({source.id})"
    return f"{md(text)} <{source.url}>" if source.url and _plain_url(source.url) else md(text)


_plain_url = re.compile(r"https?://[^\s<>]+").fullmatch
