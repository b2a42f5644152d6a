"""What a reader must know of a bulletin's figures, and where they come from."""

import re
from collections.abc import Callable, Iterator

from fjdex.assess.item import Flag, Item
from fjdex.bulletin.quarterly import Bulletin
from fjdex.messages import Voice
from fjdex.plan.records import Source
from fjdex.plan.terms import ListName, Rating
from fjdex.render.escape import md
from fjdex.render.sources import published_said

# Flags that the notes explain; days past due stand beside each rating.
_NOTED = tuple(flag for flag in Flag if flag is not Flag.OVERDUE)


def notes_said(bulletin: Bulletin, name: Callable[[Item], str], voice: Voice) -> Iterator[str]:
    """Say what a reader must know of the figures before relying on them."""
    items = bulletin.items
    for flag in _NOTED:
        named = [name(item) for item in items if flag in item.flags]
        if named:
            yield voice(f"report.note.{flag.value}", names=voice("status.semicolon").join(named))
    for list_ in ListName:
        alike = [one for one in bulletin.of(list_) if one.rating is Rating.NO_READING]
        beside = [one for one in alike if one.beside]
        listed = voice(f"terms.list.{list_.value}")
        if alike:
            key = f"report.note.no-reading.{list_.value}"
            yield voice(key, list=listed, count=len(alike))
        if beside:
            names = voice("status.semicolon").join(map(name, beside))
            yield voice("report.note.beside", list=listed, names=names)
    for item in items:
        note = item.reading.note if item.reading else None
        if note is not None:
            title = name(item)
            yield voice("report.note.reading", name=title, note=note.in_(voice.language))


def source_said(source: Source, voice: Voice) -> str:
    """Say a source; its address goes in brackets that make it a link as it is."""
    parts = [
        source.publisher or "",
        source.title.in_(voice.language) if source.title else "",
        published_said(source, voice),
        voice(f"terms.source.{source.kind.value}"),
    ]
    text = voice("report.stop").join(filter(None, parts)) + f" ({source.id})"
    return f"{md(text)} <{source.url}>" if source.url and _plain_url(source.url) else md(text)


# An address that holds no sign which would have to be written otherwise in one.
_plain_url = re.compile(r'https?://[^\s<>|`\\^{}"]+').fullmatch


def method_said(bulletin: Bulletin, voice: Voice) -> Iterator[str]:
    """Say in five lines how ratings are made, with the plan's own bands."""
    header = bulletin.plan.header
    bands = (f"{one:f}" for one in sorted(header.bands.values(), reverse=True))
    named = dict(zip(("ahead", "on", "behind", "far"), bands, strict=False))
    for number in range(1, 6):
        yield voice(f"report.method.{number}", about=f"{header.about:f}", **named)
