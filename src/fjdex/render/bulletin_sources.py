"""Where a bulletin's figures come from, in words."""

import re

from fjdex.messages import Voice
from fjdex.plan.records import Source
from fjdex.render.bulletin_words import Words
from fjdex.render.escape import md
from fjdex.render.sources import published_said


def published_said_of(words: Words) -> str:
    """Say up to when the figures used were published, and how many sources do not say when."""
    bulletin, voice = words.bulletin, words.voice
    if bulletin.known_by is not None:
        return voice("report.known", day=words.day(bulletin.known_by))
    until = bulletin.published_until
    undated = sum(one.published is None for one in bulletin.sources)
    said = voice("report.published", day=words.day(until)) if until else ""
    return said + (voice("report.undated", count=undated) if undated else "")


def source_said(words: Words, source: Source) -> str:
    """Say a source; its address goes in brackets that make it a link as it is."""
    voice, language = words.voice, words.voice.language
    when = words.day(source.published) or published_said(source, voice)
    parts = [
        _named(words.full(source.publisher), voice) if source.publisher else "",
        _named(_titled(source.title.in_(language), voice), voice) if source.title else "",
        "" if source.publisher or source.title else voice("report.unnamed"),
        when or voice("report.no-day"),
        voice(f"terms.source.{source.kind.value}"),
    ]
    listed = voice("report.stop").join(filter(None, parts))
    text = md(voice("report.source", said=listed, id=source.id))
    return f"{text} <{source.url}>" if source.url and _plain_url(source.url) else text


def _named(name: str, voice: Voice) -> str:
    """Write a name with the signs of the language; in English say of a Chinese one that it is."""
    if not _chinese(name):
        return name
    if voice.language == "en":
        return voice("report.in-chinese", name=name)
    return _brackets(r"（\1）", name).replace(", ", "，")


_chinese = re.compile("[\u4e00-\u9fff]").search
_brackets = re.compile(r" *\(([^()]*)\)").sub


def _titled(title: str, voice: Voice) -> str:
    """Mark a title as one, as each language does; one that is marked already stays as it is."""
    return title if title.startswith("《") else voice("report.titled", title=title)


# An address that holds no sign which would have to be written otherwise in one.
_plain_url = re.compile(r'https?://[^\s<>|`\\^{}"]+').fullmatch
