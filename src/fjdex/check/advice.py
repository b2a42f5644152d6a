"""What to type instead, where a finding's text says for certain what was meant.

Only here is known what such a text stands beside: the unit of its record, the keys of its reading.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from fjdex.check.figures import Arguments, as_text, figure_meant, number_advice, row_meant
from fjdex.check.view import View
from fjdex.check.written import Written
from fjdex.plan.amounts import means_nothing, misread, trimmed
from fjdex.plan.findings import Finding, Place
from fjdex.plan.likeness import likest
from fjdex.plan.period import Period
from fjdex.plan.scalars import Malformed, parse_day, parse_name_id
from fjdex.plan.suggestions import (
    day_meant,
    day_written,
    is_to_date,
    lacks_year,
    period_about,
    period_meant,
    running_total,
    slug_meant,
    year_lacking,
)
from fjdex.plan.terms import BANDS, State
from fjdex.plan.vocabulary import key_meant, term_meant
from fjdex.yamlio.diagnosis import diagnose


def advised(view: View, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Answer findings with what to type, under `near`, where that is certain.

    A key that is only written in another word is not told as missing besides, and several such keys
    of one record are told at the first.
    """
    return _together(_advised(view, findings))


def _together(found: Iterator[tuple[Finding, Place]]) -> Iterator[Finding]:
    listed = list(found)
    words: dict[Place, list[Finding]] = {}
    for one, around in listed:
        if one.arguments.get("form") == "word":
            words.setdefault(around, []).append(one)
    for one, around in listed:
        own = words.get(around, []) if one.arguments.get("form") == "word" else []
        if len(own) <= 1:
            yield one
        elif one is own[0]:
            told = {key: ", ".join(each.arguments[key] for each in own) for key in ("key", "near")}
            yield replace(one, arguments={**one.arguments, **told, "form": "words"})


def _advised(view: View, findings: Sequence[Finding]) -> Iterator[tuple[Finding, Place]]:
    """Answer findings with what to type, and the place of the mapping in which each stands."""
    meant: set[tuple[Place, str]] = set()
    swapped: set[tuple[Place, str]] = set()
    missing = [(one, Written(view, one)) for one in findings if one.code == "key-missing"]
    for finding in findings:
        if finding.code == "key-missing":
            continue
        written = Written(view, finding)
        advise = _ADVICE.get(finding.code)
        advice = advise(written) if advise else {}
        arguments = {**finding.arguments, **advice}
        if arguments.get("why") == "swapped":
            both = (written.around(), arguments["near"])
            if both in swapped:
                continue
            swapped.add(both)
        if finding.code == "key-unknown" and not advice:
            arguments["near"] = _rather(finding, missing, written.around())
        if finding.code == "key-unknown":
            meant.add((written.around(), arguments.get("near", "")))
        around = written.around() if finding.code == "key-unknown" else finding.place
        yield replace(finding, arguments=arguments), around
    for finding, written in missing:
        if not meant or (written.around(), written.key) not in meant:
            yield finding, finding.place


def _rather(finding: Finding, missing: Sequence[tuple[Finding, Written]], around: Place) -> str:
    """Answer the key that is missing beside an unknown one, where that is no less like it."""
    key, near = finding.arguments["key"], finding.arguments.get("near", "")
    lacking = [one.key for _, one in missing if one.around() == around]
    likely = likest(key, lacking, 1)
    return likely[0] if likely and _likeness(key, likely[0]) >= _likeness(key, near) else near


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _day(written: Written) -> Arguments:
    if written.arguments.get("why") != "form":
        return {}
    if means_nothing(written.text):
        return {"why": "unknown" if written.key == "published" else "nothing"}
    if written.exchanged:
        return {"why": "swapped", "near": written.as_exchanged()}
    forms = (written.text, misread(written.text), trimmed(written.text))
    day = next(filter(None, map(day_meant, forms)), None)
    if day is not None:
        return {"near": f"{written.key}: {day.isoformat()}"}
    if period := period_meant(written.text):
        return {"why": "period", "near": _within(written, period)}
    return {"why": _wrong_day(written.text)}


def _within(written: Written, period: Period) -> str:
    if written.of_reading and not written.beside("within"):
        return f"date: {period.end.isoformat()}, within: {period}"
    return f"published_note: {period}" if written.key == "published" else ""


def _wrong_day(text: str) -> str:
    """Answer why what is meant for a day is none: no year, or there is no such day."""
    try:
        parse_day(day_written(text))
    except Malformed as error:
        lacking = year_lacking(text) or ("yearless" if lacks_year(text) else "")
        return lacking or error.arguments["why"]
    return "form"


def _period(written: Written) -> Arguments:
    if means_nothing(written.text):
        return {"why": "nothing"}
    day = day_meant(written.beside("date"))
    if day and is_to_date(written.text):
        total = running_total(day)
        return {"near": f"{written.key}: {total}"} if total else {}
    period = period_about(written.text, day) if day else period_meant(written.text)
    if period is None:
        forms = (misread(written.text), trimmed(written.text))
        period = next(filter(None, map(period_meant, forms)), None)
    if period is not None:
        return {"near": f"{written.key}: {period}"}
    if lacks_year(written.text):
        return {"why": "yearless"}
    first, slash, last = written.text.partition("/")
    if slash and (period := period_meant(f"{last}/{first}")):
        return {"why": "reversed", "near": f"{written.key}: {period}"}
    return {"why": "day"} if day_meant(written.text) else {}


_LISTS = frozenset({"aliases", "leads", "members", "outcomes", "ratings", "tasks"})
_separators = re.compile(r"\s*[、，,；;]\s*")
_loosely = re.compile(r"\s*[、，,；;/／|]\s*|\s+")


def _shape(written: Written) -> Arguments:
    """One word, or several in a row, where a list belongs; no record where a reading does."""
    if written.key == "bands":
        return {"shape": "keys", "known": ", ".join(f"{band}: …" for band in BANDS)}
    if written.wrapped:
        return {"why": "wrapped", "text": written.wrapped}
    if written.arguments.get("why") == "record":
        return _record(written)
    if written.key not in _LISTS or written.arguments.get("shape") not in {"list", "one"}:
        return {}
    words = ", ".join(filter(None, _separators.split(written.text))) or written.listed
    near = f"{written.key}: [{words}]"
    return {"near": near, "shape": "", "why": "entries"} if words else {}


def _record(written: Written) -> Arguments:
    """A row of a table, or quotes around it, where a record belongs."""
    if record := written.of_line(r"""^ *- +["'](\{[^"']*\})["'] *$"""):
        return {"why": "in-quotes", "near": f"- {record}"}
    slip = diagnose(written.of_line(r"^(.*)$")) if written.of_reading else None
    if slip is not None and slip.why == "table":
        return {"known": row_meant(written, slip.text)[3:-1]}
    return {"known": "date: …, value: …, source: …"} if written.of_reading else {}


def _id(written: Written) -> Arguments:
    if written.called:
        return {"near": written.called, "form": "meant"}
    text = written.text or written.listed
    words = [one for one in _separators.split(text) if one]
    apart = _loosely.split(text)
    if written.key in _LISTS and written.are_named(apart):
        words = apart
    if len(words) > 1:
        form = "entries" if written.key in _LISTS else "several"
        return {"near": ", ".join(words), "form": form, "text": text}
    if words and not written.text:
        return {"near": words[0], "form": "meant", "text": text}
    return {"form": "nothing"} if means_nothing(written.text) else _one_id(written)


def _one_id(written: Written) -> Arguments:
    if written.arguments.get("form") != "slug":
        name = "".join(written.text.split()).rstrip("，。；、,;.：:")
        return {"near": name, "form": "meant"} if name != written.text else {}
    slug = slug_meant(written.text) or slug_meant(trimmed(written.text))
    if not slug and written.key in _LISTED_BY:
        return {"form": written.key}
    return {"near": slug, "form": "meant"} if slug else {}


def _text(written: Written) -> Arguments:
    """A text in both languages, or a list of one, where one text belongs."""
    if written.arguments.get("why") in {"words", "note", "length"} or not written.said:
        return {}
    return {"near": f"{written.key}: {as_text(written.said)}"}


def _key(written: Written) -> Arguments:
    if written.of_bands:
        near = term_meant(written.key, BANDS) or "".join(likest(written.key, BANDS, 1))
        return {"near": near, "known": " ".join(BANDS)}
    near = key_meant(written.key, written.arguments.get("known", "").split())
    return {"near": near, "form": "word"} if near else {}


def _term(written: Written) -> Arguments:
    known = {one.strip('"'): one for one in written.arguments.get("known", "").split()}
    near = term_meant(written.text, known) or term_meant(trimmed(written.text), known)
    if written.key == "state" and written.takes == "value" and near != State.CANCELLED:
        return {"why": "value"}
    typed = known.get(near, "") if written.key in _LISTS else f"{written.key}: {known.get(near)}"
    return {"near": typed, "form": "meant"} if near else {}


def _syntax(written: Written) -> Arguments:
    """A value with a comma in it, in braces; a row of a table."""
    key = written.text.partition(":")[0]
    if written.arguments.get("why") == "sign" and key in _LISTED_BY:
        return {"why": f"sign-{key}"}
    if written.arguments.get("why") in {"keyless", "table"}:
        return _row(written) if written.of_reading else {}
    return _parted(written) if written.arguments.get("why") == "parted-value" else {}


def _row(written: Written) -> Arguments:
    if written.arguments["why"] == "table":
        return {"text": row_meant(written, written.text)}
    slip = diagnose("\t".join(written.of_line(r"\{(.*)\}").split(",")))
    return {"text": row_meant(written, slip.text)} if slip and slip.why == "table" else {}


def _parted(written: Written) -> Arguments:
    near = figure_meant(written) if written.key in _NUMBERS else ""
    day = day_meant(written.text) if written.key in _DAYS else None
    if near or day:
        return {"why": "parted", "text": near or f"{written.key}: {day}"}
    if written.key in _IDS and all(map(_is_id, _separators.split(written.text))):
        return {"why": "parted-ids", "near": written.text}
    return {}


def _is_id(text: str) -> bool:
    try:
        return bool(parse_name_id(text))
    except Malformed:
        return False


def _empty(written: Written) -> Arguments:
    """Nothing after a key: without a figure there is no reading; `>` alone begins a text."""
    if written.key == "leads":
        return {"why": "leads", "near": written.an_agency}
    if written.key == "operator" and (sign := written.of_line(r"operator:\s*([<>]=?)\s*$")):
        return {"why": "sign", "near": f'operator: "{sign}"'}
    return {"why": "reading"} if written.key == "value" and written.of_reading else {}


_NUMBERS = frozenset({"value", "total", "about"})
_DAYS = frozenset({"date", "due", "decided", "of", "published", "start", "end"})
_IDS = frozenset({"area", "parent", "part", "section", "source"})


# Keys whose ids a command lists.
_LISTED_BY = frozenset({"source"})


_ADVICE: Mapping[str, Callable[[Written], Arguments]] = {
    "number-malformed": number_advice,
    "date-malformed": _day,
    "period-malformed": _period,
    "id-malformed": _id,
    "shape-unexpected": _shape,
    "key-unknown": _key,
    "term-unknown": _term,
    "text-expected": _text,
    "value-empty": _empty,
    "yaml-syntax": _syntax,
}
