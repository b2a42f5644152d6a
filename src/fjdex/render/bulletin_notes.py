"""What a reader must know of a bulletin's figures before relying on them."""

from collections.abc import Iterable, Iterator, Sequence

from fjdex.assess.item import Flag, Item
from fjdex.assess.series import why_preferred
from fjdex.bulletin.quarterly import Bulletin
from fjdex.messages import Voice
from fjdex.plan.period import quarter_of
from fjdex.plan.terms import ListName, Rating
from fjdex.render.bulletin_words import Words
from fjdex.render.escape import md

# Flags that the notes explain; what is said of the due day stands beside each rating, and what is
# disputed is told with its figures.
_NOTED = tuple(flag for flag in Flag if flag not in {Flag.OVERDUE, Flag.EARLY, Flag.DISPUTED})
# Flags that are about the reading itself, which is then told with its source.
_OF_READING = frozenset({Flag.BOUNDED, Flag.PROVISIONAL, Flag.SELF_REPORTED, Flag.STALE})


def notes_said(words: Words) -> Iterator[str]:
    """Say what a reader must know of the figures, as Markdown."""
    items = words.bulletin.items
    for flag in _NOTED:
        named = [_flagged(words, item, flag) for item in items if flag in item.flags]
        if named:
            yield words.voice(f"report.note.{flag.value}", names=words.listed(named))
    for item in items:
        if item.disputing:
            yield _disputed(words, item)
    yield from _unread(words)
    for item in items:
        note = item.reading.note if item.reading and item.worst is None else None
        if note is not None:
            text = md(note.in_(words.voice.language))
            yield words.voice(
                "report.note.reading", name=md(words.name(item)), note=text
            ) + words.cited(item)


def _joined(voice: Voice, texts: Iterable[str]) -> str:
    return voice("status.semicolon").join(texts)


def _flagged(words: Words, item: Item, flag: Flag) -> str:
    """Name an item, with the reading that a flag is about."""
    name = md(words.name(item))
    if flag is Flag.FELL_BACK:
        return words.voice("report.note.fallen", name=name, said=words.last(item))
    if flag not in _OF_READING or item.reading is None or item.reading.value is None:
        return name
    said = words.voice("report.note.figure", name=name, said=md(words.reading(item)))
    return said + words.cited(item)


def _disputed(words: Words, item: Item) -> str:
    """Say which figures of one day cannot both be true, and why one of them was taken."""
    taken = item.reading
    assert taken is not None  # noqa: S101 (nothing is disputed without a reading)
    others = [md(words.dated(item, one)) + words.number(one.source) for one in item.disputing]
    why = why_preferred(words.bulletin.plan, taken, item.disputing[0])
    return words.voice(
        "report.note.disputed",
        name=md(words.name(item)),
        taken=md(words.dated(item, taken)) + words.cited(item),
        others=_joined(words.voice, others),
        why=words.voice(f"report.preferred.{why}"),
    )


def _unread(words: Words) -> Iterator[str]:
    """Say how many items of each list nothing comparable is on file about."""
    bulletin, voice = words.bulletin, words.voice
    for name in ListName:
        alike = [one for one in bulletin.of(name) if one.rating is Rating.NO_READING]
        if alike:
            key = f"report.note.no-reading.{name.value}" + (".known" if bulletin.known else "")
            yield voice(key, count=len(alike), day=words.day(bulletin.known_by))


def left_out_said(words: Words) -> Iterator[str]:
    """Say what does not count because it was not known yet, and of which items; as Markdown."""
    bulletin, voice = words.bulletin, words.voice
    known = bulletin.known
    if known is None:
        return
    ids = {item.id for item in (*bulletin.items, *bulletin.shared)}
    until = bulletin.as_of
    found: dict[str, Sequence[str]] = {
        "later": [id_ for id_, one in known.published_later if id_ in ids and one.date <= until],
        "undated": [id_ for id_, one in known.undatable if id_ in ids and one.date <= until],
        "goals": [id_ for id_, one in known.decided_later if id_ in ids and one.decided <= until],
        "remarks": [
            one.id
            for one in known.remarked_later
            if one.id in ids and one.quarter == quarter_of(until)
        ],
    }
    for key, held in found.items():
        if held:
            named = [id_ for id_ in bulletin.plan.records if id_ in held]
            names = words.listed([md(words.title(id_)) for id_ in named])
            day = words.day(known.day)
            yield voice(f"report.left-out.{key}", count=len(held), names=names, day=day)
    if not any(found.values()):
        yield voice("report.left-out.nothing", day=words.day(known.day))


def issued_by_said(bulletin: Bulletin, voice: Voice) -> str:
    """Say who issues the bulletin, or leave room for it where plan.yaml does not; as Markdown."""
    issuer = bulletin.plan.header.issuer
    if issuer is None:
        return voice("report.issued-by")
    return voice("report.issued-by.named", name=md(issuer.in_(voice.language)))


def method_said(bulletin: Bulletin, voice: Voice) -> Iterator[str]:
    """Say in five lines how ratings are made, with the plan's own bands."""
    header = bulletin.plan.header
    bands = (f"{one:f}" for one in sorted(header.bands.values(), reverse=True))
    named = dict(zip(("ahead", "on", "behind", "far"), bands, strict=False))
    for number in range(1, 6):
        yield voice(f"report.method.{number}", about=f"{header.about:f}", **named)
