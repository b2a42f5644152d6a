"""The bulletin in words: every value is said here, the template only lays it out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count

from fjdex.assess.item import Item
from fjdex.bulletin.moves import Cause
from fjdex.bulletin.quarterly import AgencyPart, BehindPart, Bulletin
from fjdex.messages import Voice
from fjdex.plan.terms import ListName, Rating
from fjdex.plan.words import Words as Wording
from fjdex.render.bulletin_changes import (
    decision_said,
    earlier_said,
    figure_row,
    figures_said,
    move_said,
    passed_said,
)
from fjdex.render.bulletin_counts import (
    gathered_said,
    lists_said,
    ratings_said,
    rounding_said,
)
from fjdex.render.bulletin_notes import issued_by_said, left_out_said, method_said, notes_said
from fjdex.render.bulletin_sources import published_said_of, source_said
from fjdex.render.bulletin_words import Words
from fjdex.render.escape import md
from fjdex.render.periods import period_said, spoken_period, this_period
from fjdex.yamlio.lines import quote

__all__ = ["Words", "context_of"]


def context_of(words: Words) -> Mapping[str, object]:
    """Answer what a template may use; docs/templates.md lists it."""
    return {
        **_heading(words),
        **_counts(words),
        **_tables(words),
        **_changes(words),
        **_lists(words),
        **_annex(words),
    }


def _heading(words: Words) -> Mapping[str, object]:
    bulletin, voice = words.bulletin, words.voice
    section, subsection = _numbered(voice)
    return {
        "front": _front(words),
        "title": bulletin.plan.header.title.in_(voice.language),
        "period": spoken_period(bulletin.period, voice),
        "this": this_period(bulletin.period, voice),
        "lead": words.full(bulletin.lead.id) if bulletin.lead else "",
        "as_of": words.day(bulletin.as_of),
        "start": words.day(bulletin.plan.header.start),
        "before": words.day(bulletin.before.as_of) if bulletin.before else "",
        "published": published_said_of(words),
        "interim": _interim(words),
        "left_out": list(left_out_said(words)),
        "pictures": words.pictures,
        "section": section,
        "subsection": subsection,
    }


def _numbered(voice: Voice) -> tuple[Callable[[str], str], Callable[[str], str]]:
    """Answer what numbers headings, in the order in which a template writes them."""
    sections = count(1)
    at = [0, 0]

    def section(heading: str) -> str:
        at[:] = [next(sections), 0]
        return voice("report.section", number=_numeral(at[0], voice), heading=heading)

    def subsection(heading: str) -> str:
        at[1] += 1
        chinese = voice.language == "zh"
        number = _numeral(at[1], voice) if chinese else f"{at[0]}.{at[1]}"
        return voice("report.subsection", number=number, heading=heading)

    return section, subsection


def _numeral(number: int, voice: Voice) -> str:
    """Write the number of a heading: 一 to 十九 in Chinese, as offices number them."""
    tens, ones = divmod(number, 10)
    if voice.language != "zh" or tens > 1:
        return str(number)
    return ("十" if tens else "") + (voice(f"report.numeral.{ones}") if ones else "")


def _interim(words: Words) -> str:
    """Say that nothing on file speaks of the period's end yet; "" where something does."""
    bulletin = words.bulletin
    if not bulletin.interim:
        return ""
    latest = bulletin.published_until
    key = "report.interim" if latest else "report.interim.nothing"
    return words.voice(key, end=words.day(bulletin.as_of), latest=words.day(latest))


def _counts(words: Words) -> Mapping[str, object]:
    bulletin, language = words.bulletin, words.voice.language
    return {
        "class_names": [one.name.in_(language) for one in bulletin.plan.header.classes],
        "lists": lists_said(words),
        "ratings": list(ratings_said(words)),
        "gathered": gathered_said(words),
        "rounding": rounding_said(words),
        "short_names": _short_names(words),
    }


def _short_names(words: Words) -> str:
    """Say what the short names of agencies stand for; "" where none is shorter, as in English."""
    bulletin, voice = words.bulletin, words.voice
    named = [id_ for id_ in _agencies_named(bulletin) if words.agency(id_) != words.full(id_)]
    if not named or bulletin.lead is None:
        return voice("report.short-names", heading=voice("report.agencies")) if named else ""
    names = words.listed([words.both(id_) for id_ in named])
    return voice("report.short-names.lead", names=md(names))


def _agencies_named(bulletin: Bulletin) -> Iterator[str]:
    """Answer the agencies that a page may name, in the plan's order."""
    told = [*bulletin.items, *bulletin.shared]
    told += [bulletin.assessment.items[item.worst] for item in told if item.worst]
    ids = {id_ for item in told for id_ in bulletin.plan.records[item.id].leads[:1]}
    ids |= {one.by for part in bulletin.behind for one in part.remarks if one.by}
    return (one.id for one in bulletin.plan.agencies if one.id in ids)


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
        "upcoming": [
            words.row(item) | {"rating": words.awaited(item)} for item in bulletin.upcoming
        ],
    }


def _changes(words: Words) -> Mapping[str, object]:
    bulletin = words.bulletin
    return {
        "figures_sentence": figures_said(words),
        "figures": [figure_row(words, one) for one in bulletin.figures],
        "earlier_sentence": earlier_said(words),
        "earlier": [figure_row(words, one) for one in bulletin.earlier],
        "decided": [decision_said(words, one) for one in bulletin.decided],
        "moved": [move_said(words, one) for one in bulletin.moved if one.cause is not Cause.TIME],
        "passed": list(passed_said(words)),
    }


def _lists(words: Words) -> Mapping[str, object]:
    bulletin = words.bulletin
    return {
        "behind": [_behind(words, one) for one in bulletin.behind],
        "owed": [words.name(item) for item in bulletin.owed],
        "owed_names": md(words.listed([words.name(item) for item in bulletin.owed])),
        "open": [_open(words, name, items) for name, items in bulletin.open.items() if items],
    }


def _annex(words: Words) -> Mapping[str, object]:
    bulletin = words.bulletin
    return {
        "notes": list(notes_said(words)),
        "aside": [figure_row(words, one) for one in bulletin.aside],
        "sources": [source_said(words, one) for one in bulletin.sources],
        "method": list(method_said(bulletin, words.voice)),
        "issued_by": issued_by_said(bulletin, words.voice),
    }


def _front(words: Words) -> list[tuple[str, str]]:
    """Answer the front matter: what was asked of which data."""
    bulletin, voice = words.bulletin, words.voice
    title = bulletin.plan.header.title.in_(voice.language)
    title += voice("report.title", period=spoken_period(bulletin.period, voice))
    if bulletin.lead:
        title += voice("report.of-agency", name=words.full(bulletin.lead.id))
    pairs = {
        "title": quote(title),
        "plan": bulletin.plan.header.id,
        "period": str(bulletin.period),
        "lead": bulletin.lead.id if bulletin.lead else "",
        "as_of": bulletin.as_of.isoformat(),
        "known_by": bulletin.known_by.isoformat() if bulletin.known_by else "",
        "language": voice.language,
        "data": words.digest,
        "templates": words.templates,
    }
    return [(key, value) for key, value in pairs.items() if value]


def _behind(words: Words, part: BehindPart) -> Mapping[str, object]:
    """Say what is behind, why, and what is done about it, or where that is to be found."""
    item, row = part.item, _row_with_remarks(words, part.item)
    explained = "" if part.remarks or part.owed else _explained(words, item)
    return {**row, "owed": part.owed, "explained": explained}


def _row_with_remarks(words: Words, item: Item) -> dict[str, object]:
    remarks = [
        {
            "reason": _in_language(words, one.reason),
            "action": _in_language(words, one.action),
            "signed": _signed(words, one.by, words.day(one.date)),
        }
        for one in words.bulletin.remarks_on(item)
    ]
    return {**words.row(item), "remarks": remarks}


def _in_language(words: Words, text: Wording) -> str:
    """Say a remark, and that it is in Chinese where nobody has put it into English."""
    said = text.in_(words.voice.language)
    untranslated = words.voice.language == "en" and text.zh == text.en and not said.isascii()
    return words.voice("report.untranslated", text=said) if untranslated else said


def _signed(words: Words, by: str | None, day: str) -> str:
    """Say who made a remark and when, as far as is known."""
    who = words.agency(by) if by else ""
    return words.voice("report.signed-comma").join(filter(None, (who, day)))


def _explained(words: Words, item: Item) -> str:
    """Say under which item the reason stands of one that is behind only as that one is."""
    if item.worst is None:
        return ""
    worst = words.bulletin.assessment.items[item.worst]
    return words.voice("report.explained", name=words.quoted(worst.id), lead=words.lead(worst))


def _open(words: Words, name: ListName, items: Sequence[Item]) -> Mapping[str, object]:
    """Say what of one list is due and not settled: each item that has something on file."""
    voice, bare = words.voice, [item for item in items if item.rating is Rating.NO_READING]
    names = words.listed([md(words.name(item)) for item in bare])
    counts = {"list": voice(f"terms.list.{name.value}"), "count": len(items)}
    return {
        "sentence": voice("report.open", **counts),
        "rows": [_row_with_remarks(words, item) for item in items if item not in bare],
        "nothing": voice("report.open-nothing", count=len(bare), names=names) if bare else "",
    }


def _agencies(words: Words) -> Iterator[Mapping[str, str]]:
    """Answer a row for each agency, and a last one that adds them up."""
    parts, voice = words.bulletin.agencies, words.voice
    for part in parts:
        yield {
            "name": words.both(part.agency.id),
            "leads": _numbers([part.leads[name] for name in ListName]),
            "shares": _numbers([part.shares[name] for name in ListName]),
            "behind": words.listed([words.name(item) for item in part.behind]),
        }
    if parts:
        yield _sum(parts, voice)


def _sum(parts: Sequence[AgencyPart], voice: Voice) -> Mapping[str, str]:
    return {
        "name": voice("report.total"),
        "leads": _numbers([sum(one.leads[name] for one in parts) for name in ListName]),
        "shares": _numbers([sum(one.shares[name] for one in parts) for name in ListName]),
        "behind": voice("report.items", count=sum(len(one.behind) for one in parts)),
    }


def _numbers(counts: Sequence[int]) -> str:
    return " / ".join(map(str, counts))
