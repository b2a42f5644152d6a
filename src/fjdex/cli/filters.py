"""What the words of filters mean, as codes or as pages write them, and how a head repeats them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from fjdex.cli.desk import day_asked
from fjdex.messages import Voice, messages_of
from fjdex.plan.failures import Failure
from fjdex.plan.plan import Plan
from fjdex.plan.terms import Kind, ListName, Rating
from fjdex.plan.words import LANGUAGES

if TYPE_CHECKING:
    from fjdex.plan.records import RatingClass

_LISTS: Mapping[str, str] = {one.one: f"list.{one.value}" for one in ListName}
_KINDS: Mapping[str, str] = {one.value: f"kind.{one.value}" for one in Kind}
_RATINGS: Mapping[str, str] = {one.value: f"rating.{one.value}" for one in Rating}


def kind_asked(word: str) -> str:
    """Answer the list (`target`) or the kind (`stock`) that a word means; raises `Failure`."""
    known = {**_LISTS, **_KINDS}
    plural = word.removesuffix("s")
    return _code_of(plural, known) or _term_of(plural, known) or _refused("kind", word, known)


def section_asked(plan: Plan, word: str) -> str:
    """Answer the section with an id or a title; raises `Failure` that names all."""
    sections = plan.header.sections
    named = {name: one.id for one in sections for name in (one.name.en, one.name.zh, one.id)}
    if word not in named:
        raise Failure("section-unknown", text=word, known=_listed(one.id for one in sections))
    return named[word]


def ratings_asked(plan: Plan, word: str) -> frozenset[Rating]:
    """Answer the rating that a word means, or those of the class that it names.

    A page's own words are taken as they stand there: “Behind schedule” heads a class of four
    ratings, “behind schedule” is one of them. Raises `Failure` that names all.
    """
    of_class = _class_asked(plan, word)
    return frozenset(of_class.ratings if of_class else [Rating(_rating_asked(word))])


def _class_asked(plan: Plan, word: str) -> "RatingClass | None":
    if _code_of(word, _RATINGS):
        return None
    named = (one for one in plan.header.classes if word in (one.name.zh, one.name.en))
    return next(named, None)


def _rating_asked(word: str) -> str:
    known = _RATINGS
    return _code_of(word, known) or _term_of(word, known) or _refused("rating", word, known)


def _code_of(word: str, known: Mapping[str, str]) -> str:
    """Answer the code that a word is, or is on a page of either language; "" if none."""
    if word in known:
        return word
    languages = (messages_of(one, "terms") for one in LANGUAGES)
    return next((code for said in languages for code in known if said[known[code]] == word), "")


def _term_of(word: str, known: Mapping[str, str]) -> str:
    """Answer the code that people mean by a word, capitals and plurals included; "" if none."""
    from fjdex.plan.vocabulary import term_meant

    # Lists go by their plurals in the data, and by the word for one record here.
    plurals = [f"{one}s" for one in known if one in _LISTS]
    return term_meant(word, [*known, *plurals]).removesuffix("s")


def _refused(name: str, word: str, known: Mapping[str, str]) -> str:
    """Refuse a word; the ones to take are in the script in which it is written."""
    if word.isascii():
        raise Failure(f"{name}-unknown", text=word, known=_listed(known))
    said = messages_of("zh", "terms")
    raise Failure(f"{name}-unknown", text=word, known=_listed(said[key] for key in known.values()))


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def said(plan: Plan, voice: Voice, filters: Mapping[str, str | None]) -> Sequence[str]:
    """Answer each filter that is set in words of the page's language."""
    return [_SAID[name](plan, voice, word) for name, word in filters.items() if word]


def _kind_said(_plan: Plan, voice: Voice, word: str) -> str:
    code = kind_asked(word)
    return voice(f"terms.{({**_LISTS, **_KINDS})[code]}").lower()


def _section_said(plan: Plan, voice: Voice, word: str) -> str:
    id_ = section_asked(plan, word)
    return next(one.name.in_(voice.language) for one in plan.header.sections if one.id == id_)


def _rating_said(plan: Plan, voice: Voice, word: str) -> str:
    of_class = _class_asked(plan, word)
    if of_class:
        return of_class.name.in_(voice.language)
    return voice(f"terms.{_RATINGS[_rating_asked(word)]}")


def _as_typed(_plan: Plan, _voice: Voice, word: str) -> str:
    return word


def _before_said(_plan: Plan, voice: Voice, day: str) -> str:
    return voice("status.before", day=day_asked(day).isoformat())


_SAID = {
    "area": _as_typed,
    "kind": _kind_said,
    "section": _section_said,
    "lead": _as_typed,
    "rating": _rating_said,
    "due_before": _before_said,
}
