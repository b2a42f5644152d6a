"""The bulletin in words: every value is said here, the template only lays it out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fjdex.assess.item import Item
from fjdex.bulletin.moves import Cause, Move
from fjdex.bulletin.quarterly import BehindPart, Bulletin, Count, ListPart
from fjdex.messages import Voice
from fjdex.plan.records import Due, Target
from fjdex.plan.terms import ListName, Rating
from fjdex.render.bulletin_notes import method_said, notes_said, source_said
from fjdex.render.escape import md
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
from fjdex.render.numbers import day_said, said, shares
from fjdex.render.periods import date_said, period_said
from fjdex.render.pictures import Pictures
from fjdex.yamlio.lines import quote


@dataclass(frozen=True)
class Words:
    """A bulletin in one language, with the digest of its data and its charts."""

    bulletin: Bulletin
    voice: Voice
    digest: str = ""
    pictures: Pictures = field(default_factory=Pictures)

    @property
    def lists(self) -> tuple[ListPart, ...]:
        """The lists that hold something to count."""
        return tuple(part for part in self.bulletin.lists if part.items)

    def name(self, item: Item) -> str:
        """Answer an item's title."""
        return self.bulletin.plan.records[item.id].title.in_(self.voice.language)

    def lead(self, item: Item) -> str:
        """Name the agency that leads an item."""
        return lead_said(self.bulletin.plan, item, self.voice)

    def agency(self, id_: str) -> str:
        """Name an agency."""
        return agency_said(self.bulletin.plan, id_, self.voice)

    def reading(self, item: Item) -> str:
        """Say the reading that a rating rests on, with its day; "" where there is none."""
        if item.reading is None:
            return ""
        value = said(item.reading, unit_of(self.bulletin.plan, item), self.voice)
        return f"{value} ({day_said(item.reading, self.voice)})"

    def cited(self, item: Item) -> str:
        """Answer the number of that reading's source in brackets; "" where there is none."""
        own = None if item.worst else item.reading
        number = self.bulletin.number_of(own.source) if own else None
        return f" [{number}]" if number else ""

    def rests(self, item: Item) -> str:
        """Say what a rating rests on."""
        if item.list is ListName.TARGETS:
            return self.reading(item)
        return rests_said(self.bulletin.plan, item, self.voice)

    def undated(self, due: Due) -> str:
        """Say why there is no day: the plan's own words, which English has no wording of."""
        return due.text if self.voice.language == "zh" else self.voice("terms.rating.ongoing")

    def row(self, item: Item) -> dict[str, object]:
        """Answer what a table or a list says of an item."""
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


def context_of(words: Words) -> Mapping[str, object]:
    """Answer what a template may use; docs/templates.md lists it."""
    return {**_heading(words), **_counts(words), **_tables(words), **_lists(words)}


def _heading(words: Words) -> Mapping[str, object]:
    bulletin, voice = words.bulletin, words.voice
    return {
        "front": _front(words),
        "title": bulletin.plan.header.title.in_(voice.language),
        "period": period_said(bulletin.period, voice),
        "lead": words.agency(bulletin.lead.id) if bulletin.lead else "",
        "as_of": date_said(bulletin.as_of, voice),
        "start": date_said(bulletin.plan.header.start, voice),
        "before": date_said(bulletin.before.as_of, voice) if bulletin.before else "",
        "published": _published(bulletin, voice),
        "pictures": words.pictures,
    }


def _counts(words: Words) -> Mapping[str, object]:
    bulletin, language = words.bulletin, words.voice.language
    return {
        "class_names": [one.name.in_(language) for one in bulletin.plan.header.classes],
        "lists": [_list(words, part) for part in words.lists],
        "ratings": list(_ratings(words)),
    }


def _tables(words: Words) -> Mapping[str, object]:
    bulletin, voice = words.bulletin, words.voice
    rows = {name: [words.row(item) for item in bulletin.of(name)] for name in ListName}
    return {
        "targets": rows[ListName.TARGETS],
        "deliverables": [
            {
                "name": voice(f"report.{name.one}"),
                "heading": voice(f"report.{name.value}"),
                "rows": rows[name],
            }
            for name in (ListName.OUTCOMES, ListName.TASKS)
        ],
        "shared": [words.row(item) for item in bulletin.shared],
        "agencies": [] if bulletin.lead else list(_agencies(words)),
        "next_quarter": period_said(bulletin.next_quarter, voice),
        "upcoming": [words.row(item) for item in bulletin.upcoming],
    }


def _lists(words: Words) -> Mapping[str, object]:
    bulletin, voice = words.bulletin, words.voice
    return {
        "moved": [_move(words, one) for one in bulletin.moved if one.cause is not Cause.TIME],
        "passed": list(_passed(words)),
        "behind": [
            {**words.row(one.item), "owed": one.owed, "remarks": _remarks(words, one)}
            for one in bulletin.behind
        ],
        "owed": [words.name(item) for item in bulletin.owed],
        "open": [_open(words, name, items) for name, items in bulletin.open.items() if items],
        "notes": list(notes_said(bulletin, words.name, voice)),
        "sources": [source_said(one, voice) for one in bulletin.sources],
        "method": list(method_said(bulletin, voice)),
    }


def _front(words: Words) -> list[tuple[str, str]]:
    """Answer the front matter: what was asked of which data."""
    bulletin, voice = words.bulletin, words.voice
    title = bulletin.plan.header.title.in_(voice.language)
    pairs = {
        "title": quote(title + voice("report.title", period=period_said(bulletin.period, voice))),
        "plan": bulletin.plan.header.id,
        "period": str(bulletin.period),
        "lead": bulletin.lead.id if bulletin.lead else "",
        "as_of": bulletin.as_of.isoformat(),
        "known_by": bulletin.known_by.isoformat() if bulletin.known_by else "",
        "language": voice.language,
        "data": words.digest,
    }
    return [(key, value) for key, value in pairs.items() if value]


def _list(words: Words, part: ListPart) -> Mapping[str, object]:
    voice = words.voice
    parts = shares([count.now for _, count in part.classes])
    classes = [
        {
            "name": of.name.in_(voice.language),
            "now": count.now,
            "share": share,
            "said": voice("report.share", count=count.now, share=share) if count.now else "0",
            "before": count.before,
        }
        for (of, count), share in zip(part.classes, parts, strict=True)
    ]
    named = [
        voice("report.class", **{**one, "name": md(str(one["name"]))})
        for one in classes
        if one["now"]
    ]
    listed = {"list": voice(f"terms.list.{part.name.value}"), "count": len(part.items)}
    sentence = voice("report.sentence", **listed, classes=voice("status.comma").join(named))
    return {
        "name": listed["list"],
        "count": listed["count"],
        "classes": classes,
        "sentence": sentence,
    }


def _ratings(words: Words) -> Iterator[tuple[str, list[Count]]]:
    """Answer the ratings that occur, each with its count in every list."""
    none = Count(0, None if words.bulletin.before is None else 0)
    for rating in Rating:
        counts = [part.ratings.get(rating, none) for part in words.lists]
        if any(one.now or one.before for one in counts):
            yield words.voice(f"terms.rating.{rating.value}"), counts


def _move(words: Words, move: Move) -> Mapping[str, str]:
    """Say what moved an item that did not move by time alone."""
    voice, item = words.voice, move.after
    goal = _goal_by(words, item)
    what = goal if move.cause is Cause.GOAL and not item.worst else words.rests(item)
    key = f"report.cause.{move.cause.value}" + (".worst" if item.worst else "")
    before, after = _ratings_of(move, voice)
    return {
        "name": words.name(item),
        "before": before,
        "after": after,
        "why": voice(key, said=what),
        "cited": "" if move.cause is Cause.GOAL else words.cited(item),
    }


def _goal_by(words: Words, item: Item) -> str:
    """Say the goal in force with the day on which it is due."""
    goal = goal_said(item.goal, unit_of(words.bulletin.plan, item), words.voice)
    return words.voice("report.goal-by", goal=goal, day=item.goal.due) if item.goal else goal


def _passed(words: Words) -> Iterator[Mapping[str, object]]:
    """Answer what moved by time alone, by the ratings before and after."""
    found: dict[tuple[str, str], list[str]] = {}
    for move in words.bulletin.moved:
        if move.cause is Cause.TIME:
            found.setdefault(_ratings_of(move, words.voice), []).append(words.name(move.after))
    for (before, after), names in found.items():
        listed = words.voice("status.semicolon").join(names)
        yield {"before": before, "after": after, "count": len(names), "names": listed}


def _ratings_of(move: Move, voice: Voice) -> tuple[str, str]:
    before, after = (move.before.rating.value, move.after.rating.value)
    return voice(f"terms.rating.{before}"), voice(f"terms.rating.{after}")


def _remarks(words: Words, part: BehindPart) -> list[Mapping[str, str]]:
    language = words.voice.language
    pairs = ((one.reason, one.action) for one in part.remarks)
    return [{"reason": a.in_(language), "action": b.in_(language)} for a, b in pairs]


def _open(words: Words, name: ListName, items: Sequence[Item]) -> Mapping[str, object]:
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
        return voice("report.known", day=date_said(bulletin.known_by, voice))
    until = bulletin.published_until
    undated = sum(one.published is None for one in bulletin.sources)
    said = voice("report.published", day=date_said(until, voice)) if until else ""
    return said + (voice("report.undated", count=undated) if undated else "")


def _agencies(words: Words) -> Iterator[Mapping[str, str]]:
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
