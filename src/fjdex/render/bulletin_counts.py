"""The overall position in words: counts, shares, and how they differ from before the period."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from fjdex.bulletin.quarterly import Count, ListPart
from fjdex.messages import Voice
from fjdex.plan.terms import Rating
from fjdex.render.bulletin_words import Words
from fjdex.render.escape import md
from fjdex.render.numbers import shares

_WHOLE = 100


def lists_said(words: Words) -> list[Mapping[str, object]]:
    """Answer each list with its classes, and a sentence that says them."""
    return [_list(words, part) for part in words.lists]


def _list(words: Words, part: ListPart) -> Mapping[str, object]:
    voice, language = words.voice, words.voice.language
    standing = [(of, part.standing(of, count)) for of, count in part.classes]
    classes = [
        {
            "name": of.name.in_(language),
            "now": count.now,
            "share": share,
            "said": _shared(count.now, share, voice),
            "before": count.before,
        }
        for (of, count), share in zip(standing, _class_shares(part), strict=True)
    ]
    name = voice(f"terms.list.{part.name.value}")
    named = [
        voice("report.class", **{**one, "name": md(str(one["name"]))})
        for one in classes
        if one["now"]
    ]
    return {
        "name": name,
        "count": len(part.items),
        "total": _total(len(part.items), part.cancelled.now, voice),
        "total_before": _total(len(part.items), part.cancelled.before or 0, voice),
        "classes": classes,
        "sentence": _sentence(part, name, named, voice) + _compared(words, part),
    }


def _sentence(part: ListPart, name: str, named: Sequence[str], voice: Voice) -> str:
    """Say how many items there are, what is cancelled of them, and the classes of the others."""
    total, gone = len(part.items), part.cancelled.now
    classes = voice("report.class-comma").join(named)
    key = "report.sentence" + ("" if not gone else ".cancelled" if named else ".all-cancelled")
    return voice(key, list=name, count=total, gone=gone, rest=total - gone, classes=classes)


def _total(count: int, gone: int, voice: Voice) -> str:
    return voice("report.with-cancelled", count=count, gone=gone) if gone else str(count)


def _compared(words: Words, part: ListPart) -> str:
    """Say which classes gained or lost items since the day before the period."""
    voice, before = words.voice, words.bulletin.before
    if before is None:
        return ""
    changes = [
        voice(
            "report.more" if count.now > count.before else "report.fewer",
            name=md(of.name.in_(voice.language)),
            count=abs(count.now - count.before),
        )
        for of, count in ((of, part.standing(of, count)) for of, count in part.classes)
        if count.before is not None and count.now != count.before
    ]
    gone = part.cancelled
    if gone.now != (gone.before or 0):
        key = "report.more" if gone.now > (gone.before or 0) else "report.fewer"
        count = abs(gone.now - (gone.before or 0))
        changes.append(voice(key, name=words.rating(Rating.CANCELLED), count=count))
    key = "report.compared" if changes else "report.compared.same"
    joined = voice("report.class-comma").join(changes)
    return voice(key, day=words.day(before.as_of), changes=joined)


def _shared(count: int, share: Decimal, voice: Voice) -> str:
    return voice("report.share", count=count, share=share) if count else "0"


def _class_shares(part: ListPart) -> list[Decimal]:
    """Answer the share of each class; what is cancelled is outside of them."""
    return shares([part.standing(of, count).now for of, count in part.classes])


def _rating_shares(part: ListPart) -> Mapping[Rating, Decimal]:
    """Answer the share of each rating but the cancelled."""
    counts = {one: count.now for one, count in part.ratings.items() if one is not Rating.CANCELLED}
    return dict(zip(counts, shares(list(counts.values())), strict=True))


def ratings_said(words: Words) -> Iterator[tuple[str, list[Mapping[str, object]]]]:
    """Answer the ratings that occur, each with its count and share in every list."""
    none = Count(0, None if words.bulletin.before is None else 0)
    found = [(part, _rating_shares(part)) for part in words.lists]
    for rating in Rating:
        counts = [(part.ratings.get(rating, none), of.get(rating)) for part, of in found]
        if any(one.now or one.before for one, _ in counts):
            cells = [_cell(count, share, words.voice) for count, share in counts]
            yield words.rating(rating), cells


def gathered_said(words: Words) -> str:
    """Say which ratings each class gathers."""
    voice = words.voice
    said = [
        voice(
            "report.gathers",
            name=md(of.name.in_(voice.language)),
            ratings=voice("report.gathers-comma").join(
                voice("report.quoted", text=words.rating(one))
                for one in of.ratings
                if one is not Rating.CANCELLED
            ),
        )
        for of in words.bulletin.plan.header.classes
    ]
    return voice("report.gathered", classes=voice("report.class-comma").join(said)) if said else ""


def _cell(count: Count, share: Decimal | None, voice: Voice) -> Mapping[str, object]:
    said = str(count.now) if share is None else _shared(count.now, share, voice)
    return {"now": count.now, "before": count.before, "said": said}


def rounding_said(words: Words) -> list[str]:
    """Say how shares are rounded, where they do not add up to 100, and what is outside of them."""
    voice = words.voice
    off = [*_off(words, "class", [_class_shares(part) for part in words.lists])]
    ratings = [list(_rating_shares(part).values()) for part in words.lists]
    off += _off(words, "rating", ratings)
    key = "report.rounding.off" if off else "report.rounding"
    said = [voice(key, sums=voice("report.class-comma").join(off))]
    cancelled = [
        voice(
            "report.counted", list=voice(f"terms.list.{part.name.value}"), count=part.cancelled.now
        )
        for part in words.lists
        if part.cancelled.now
    ]
    if cancelled:
        said.append(voice("report.cancelled", lists=voice("status.comma").join(cancelled)))
    return said


def _off(words: Words, kind: str, found: Sequence[Sequence[Decimal]]) -> Iterator[str]:
    """Say the sums of shares that rounding has kept from being 100."""
    for part, of in zip(words.lists, found, strict=True):
        total = sum(of, Decimal(0))
        if total not in {0, _WHOLE}:
            listed = words.voice(f"terms.list.{part.name.value}")
            yield words.voice(f"report.sum.{kind}", list=listed, sum=total)
