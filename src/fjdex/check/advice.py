"""What to type instead, where a finding's text says for certain what was meant.

Only here is known what such a text stands beside: the unit of its record, the keys of its reading.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from fjdex.check.view import View
from fjdex.check.written import Written
from fjdex.plan.findings import Finding, Place
from fjdex.plan.period import Period
from fjdex.plan.quantities import parse_quantity, plain
from fjdex.plan.scalars import Malformed, parse_day, parse_name_id
from fjdex.plan.suggestions import (
    beside_figure,
    day_meant,
    day_written,
    lacks_year,
    means_nothing,
    number_meant,
    period_meant,
    slug_meant,
    year_lacking,
)
from fjdex.plan.terms import Qualifier, Status
from fjdex.plan.vocabulary import key_meant, term_meant
from fjdex.yamlio.diagnosis import diagnose
from fjdex.yamlio.lines import in_quotes

Arguments = Mapping[str, str]


def advised(view: View, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Answer findings with what to type, under `near`, where that is certain.

    A key that is only written in another word is not told as missing besides.
    """
    meant: set[tuple[Place, str]] = set()
    swapped: set[tuple[Place, str]] = set()
    missing: list[tuple[Finding, Written]] = []
    for finding in findings:
        written = Written(view, finding)
        if finding.code == "key-missing":
            missing.append((finding, written))
            continue
        advise = _ADVICE.get(finding.code)
        arguments = {**finding.arguments, **(advise(written) if advise else {})}
        if arguments.get("why") == "swapped":
            both = (written.around(), arguments["near"])
            if both in swapped:
                continue
            swapped.add(both)
        if finding.code == "key-unknown":
            meant.add((written.around(), arguments.get("near", "")))
        yield replace(finding, arguments=arguments)
    for finding, written in missing:
        if not meant or (written.around(), written.key) not in meant:
            yield finding


def _number(written: Written) -> Arguments:
    if written.key == "lag" or written.arguments.get("why"):
        return {"why": written.arguments.get("why", "days")}
    if means_nothing(written.text):
        return {"why": "nothing" if written.of_reading else ""}
    if written.exchanged:
        return {"why": "swapped", "near": written.as_exchanged()}
    near = _figure(written)
    if near:
        return {"near": near}
    unit = written.unit()
    if unit and _of_another_unit(written.text, unit):
        return {"why": "unit", "unit": unit}
    return {}


def _figure(written: Written) -> str:
    """Write the keys that say what a figure says, "" where nobody can tell."""
    if pace := written.pace_in_percent:
        return f"{written.key}: {pace}"
    unit = written.unit()
    beside = beside_figure(written.text)
    entered = number_meant(beside[0] if beside else written.text, unit or "")
    if entered is None or entered.value is None or (unit is None and entered.printed):
        return ""
    typed = [f"{written.key}: {plain(entered.value)}"]
    if written.of_reading and entered.qualifier is not Qualifier.EXACT:
        typed += [] if written.beside("qualifier") else [f"qualifier: {entered.qualifier}"]
    if written.of_reading and entered.printed and entered.printed in written.text:
        typed += [] if written.beside("printed") else [f"printed: {_as_text(entered.printed)}"]
    if written.of_reading and beside:
        typed.append(_remark(written, beside[1]))
    return ", ".join(filter(None, typed))


def _remark(written: Written, text: str) -> str:
    """Write what stands in brackets behind a figure under the key where it belongs."""
    status = term_meant(text, [one.value for one in Status])
    if status and not written.beside("status"):
        return f"status: {status}"
    return "" if written.beside("note") else f"note: {_as_text(text)}"


def _as_text(text: str) -> str:
    return in_quotes(text) if "," in text else text


def _of_another_unit(text: str, unit: str) -> bool:
    try:
        parse_quantity(text, unit)
    except Malformed as error:
        return error.code == "quantity-of-another-unit"
    return False


def _day(written: Written) -> Arguments:
    if written.arguments.get("why") != "form":
        return {}
    if means_nothing(written.text):
        return {"why": "unknown" if written.key == "published" else "nothing"}
    if written.exchanged:
        return {"why": "swapped", "near": written.as_exchanged()}
    day = day_meant(written.text)
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
    period = period_meant(written.text, day.year if day else None)
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


def _shape(written: Written) -> Arguments:
    """One word, or several in a row, where a list belongs; no record where a reading does."""
    if written.of_reading and written.arguments.get("why") == "record":
        return {"known": "date: …, value: …, source: …"}
    if written.wrapped:
        return {"why": "wrapped", "text": written.wrapped}
    slip = diagnose(written.of_line(r"^(.*)$")) if written.of_reading else None
    if slip is not None and slip.why == "table":
        return {"why": "record", "known": _row(written, slip.text)[3:-1]}
    if written.key not in _LISTS or written.arguments.get("shape") != "list":
        return {}
    words = ", ".join(filter(None, _separators.split(written.text))) or written.listed
    return {"near": f"{written.key}: [{words}]", "why": "entries"} if words else {}


def _id(written: Written) -> Arguments:
    text = written.text or written.listed
    words = [one for one in _separators.split(text) if one]
    if len(words) > 1:
        form = "entries" if written.key in _LISTS else "several"
        return {"near": ", ".join(words), "form": form, "text": text}
    if words and not written.text:
        return {"near": words[0], "form": "meant", "text": text}
    if means_nothing(written.text):
        return {"form": "nothing"}
    if written.arguments.get("form") != "slug":
        name = "".join(written.text.split())
        return {"near": name, "form": "meant"} if name != written.text else {}
    slug = written.source_called or slug_meant(written.text)
    return {"near": slug, "form": "meant"} if slug else {}


def _text(written: Written) -> Arguments:
    """A text in both languages, or a list of one, where one text belongs."""
    if written.arguments.get("why") in {"words", "note", "length"} or not written.said:
        return {}
    return {"near": f"{written.key}: {_as_text(written.said)}"}


def _key(written: Written) -> Arguments:
    near = key_meant(written.key, written.arguments.get("known", "").split())
    return {"near": near} if near else {}


def _term(written: Written) -> Arguments:
    known = {one.strip('"'): one for one in written.arguments.get("known", "").split()}
    near = term_meant(written.text, known)
    return {"near": f"{written.key}: {known[near]}", "form": "meant"} if near else {}


def _syntax(written: Written) -> Arguments:
    """A value with a comma in it, in braces; a row of a table."""
    if written.arguments.get("why") == "table" and written.of_reading:
        return {"text": _row(written, written.text)}
    if written.arguments.get("why") != "parted-value":
        return {}
    near = _figure(written) if written.key in _NUMBERS else ""
    day = day_meant(written.text) if written.key in _DAYS else None
    if near or day:
        return {"why": "parted", "text": near or f"{written.key}: {day}"}
    if written.key in _IDS and all(map(_is_id, _separators.split(written.text))):
        return {"why": "parted-ids", "near": written.text}
    return {}


def _row(written: Written, typed: str) -> str:
    """Answer the line for a row of a table, its figure in the record's unit: 1.6万 as 16000."""
    unit = written.unit_of_record
    cells = written.of_line(r"^(.*)$").split("\t") if unit is not None else ()
    for cell in (one.strip() for one in cells):
        entered = number_meant(cell, unit or "") if not day_meant(cell) else None
        if entered is not None and entered.value is not None:
            printed = f", printed: {_as_text(entered.printed)}" if entered.printed else ""
            return typed.replace("value: …", f"value: {plain(entered.value)}{printed}")
    return typed


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


_ADVICE: Mapping[str, Callable[[Written], Arguments]] = {
    "number-malformed": _number,
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
