"""What is wrong within the braces and brackets of one line: what is missing, and what is too much.

A text that YAML cannot take is told with the quotes that it needs; where it ends in braces is
where the next key of the format begins.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fjdex.plan.amounts import means_nothing, number_meant
from fjdex.plan.quantities import plain
from fjdex.plan.terms import Operator, Qualifier, Rating
from fjdex.plan.vocabulary import term_meant
from fjdex.yamlio.inquotes import outside_quotes, quotes, without_quoted
from fjdex.yamlio.lines import in_quotes
from fjdex.yamlio.outline import dull
from fjdex.yamlio.signs import NAMES, TEXTS

MAX_LINE = 4_000
MAX_SHOWN = 80
# The slips of a table that was pasted: its rows, and what stands above them.
TABLE, HEADING = "table", "heading"
_CLOSERS = {"{": "}", "[": "]"}
# The keys of records, and of `bands` in plan.yaml.
KEY = f"(?:{'|'.join(sorted({*NAMES, *Rating}, reverse=True))})"
_comma_missing = re.compile(rf"(?<=[^\s,{{\[-])\s+({KEY}):(?= )").search
_colon_missing = re.compile(rf"[{{,][ \t]*({KEY})([ \t]+)(?=[\[{{\"'])").search
_colon_within = re.compile(r"([a-z_]+): ((?![\"'{\[])[^,{}\[\]]*?: [^,{}\[\]]*)").search
_doubled = re.compile(r"(,)[ \t]*,|(?<=[a-z])(:)[ \t]*:(?=[ \t])").search
_opened_twice = re.compile(r"\{[ \t]*(\{)").search
_words_open = re.compile(rf"{KEY}: (?=zh: )").search
_special = re.compile(rf"({KEY}):[ \t]+(?=[@`%&*!|>]|\?[ ,}}\]])").search
_value_end = re.compile(rf"[ \t]*(?:,[ \t]*{KEY}[ \t]*:[ \t]|[}}\]][ \t]*(?:[,}}\]#]|$))").search
_marked = re.compile(
    rf"(?<=[{{,])[ \t]*({KEY}): +([^\s\"'\[{{,}}#][^\s\[\]{{}},]*)"
    r"([ \t]*\[[^\[\]{},]*\])(?=[ \t]*[,}])"
).finditer
_text_begins = re.compile(
    rf"(?<=[{{,])[ \t]*(?:{'|'.join(sorted(TEXTS, reverse=True))}): +(?![\"'_#])"
).finditer
_keys_begin = re.compile(rf"[ \t]*{KEY}[ \t]*:[ \t]").match
_before_key = re.compile(rf"{KEY}[ \t]*: ").match
_in_both = re.compile(r"\{ *(?:zh|en) *:").match
_key_before = re.compile(r"([a-z_]+)[ \t]*:[ \t]*$").search
_entry = re.compile(r"(?:-[ \t]*)?\{[ \t]*[a-z_]+[ \t]*[:：]").match
_compared = re.compile(r"[<>=≥≤＜＞＝]+").match


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A slip in a line: its columns, which slip it is, and the word, sign or line to name.

    `meant` is the whole line as it was meant, None where that is not certain.
    """

    column: int
    end_column: int
    why: str
    text: str = ""
    meant: str | None = None


def text_meant(written: str) -> str:
    """Answer the text that somebody put in quotes, quotes of its own within them or none."""
    first, last = written[:1], written[-1:]
    if first in {"'", '"'} and first == last and len(written) > 1:
        inner = written[1:-1]
        if first == "'" or '"' not in inner:
            return inner.replace("''", "'") if first == "'" else inner
    return written


def diagnose_flow(line: str) -> Diagnosis | None:
    """Answer the first slip within the braces and brackets of a line."""
    signs = list(outside_quotes(line))
    if not any(sign in "{[" for _, sign in signs) and not line.rstrip().endswith("}"):
        never = signs and signs[-1][1] in "\"'"
        return _never_closed(line, signs[-1][0]) if never else None
    return (
        _in_quoted(line)
        or _footnote(line)
        or _brackets_in_text(line)
        or (_never_closed(line, signs[-1][0]) if signs and signs[-1][1] in "\"'" else None)
        or _too_many_or_few(line, without_quoted(line, signs))
        or _between(line, without_quoted(line, signs))
        or _in_brackets(line, signs)
    )


def _in_quoted(line: str) -> Diagnosis | None:
    """Answer a quote that is closed before its text is at an end."""
    for at, close in quotes(line):
        rest = line[close + 1 :].lstrip() if close >= 0 else ""
        if not rest or rest[0] in ",}]:#":
            continue
        if end_of_value(line, at + 1) < close:
            return _never_closed(line, at)
        return to_quote(line, at, end_of_value(line, close + 1), "quoted")
    return None


def _footnote(line: str) -> Diagnosis | None:
    """Answer a mark in brackets behind a value that is no text: value: 71000[1]."""
    for match in _marked(dull(line)):
        if match[1] not in TEXTS:
            start, end = match.span(3)
            text = f"{match[1]}: {match[2]}"
            return Diagnosis(start + 1, end + 1, "footnote", text, line[:start] + line[end:])
    return None


def _brackets_in_text(line: str) -> Diagnosis | None:
    """Answer a text with brackets in it, or after the one it begins with: note: 见[附件1]."""
    for match in _text_begins(dull(line)):
        start = match.end()
        end = end_of_text(line, start)
        if end is not None:
            return to_quote(line, start, end, "brackets")
    return None


def end_of_text(line: str, start: int) -> int | None:
    """Answer where a text with brackets in it ends, None where it has none or is all in them."""
    opened, seen, closed = 0, False, -1
    for at, sign in enumerate(line[start:], start=start):
        ends = sign in "}]" or (sign == "," and _value_end(line, at))
        if not opened and ends:
            break
        opened += (sign in _CLOSERS) - (sign in "}]")
        seen = seen or sign in _CLOSERS
        closed = at + 1 if sign in "}]" and not opened and closed < 0 else closed
    else:
        at = len(line.rstrip())
    whole = line[start] in _CLOSERS and not line[closed:at].strip() if start < len(line) else True
    words = _in_both(line, start)
    return None if opened or not seen or whole or words else at


def end_of_value(line: str, start: int) -> int:
    """Answer where a value in braces ends: before the next key, or the bracket that closes."""
    found = _value_end(line, start)
    return found.start() if found else len(line.rstrip())


def to_quote(line: str, start: int, end: int, why: str) -> Diagnosis:
    """Answer that a stretch of a line is a text that needs quotes."""
    written = line[start:end]
    key = _key_before(line[:start])
    quoted = in_quotes(text_meant(written))
    shown = quoted if len(quoted) <= MAX_SHOWN else '"…"'
    text = f"{key[1]}: {shown}" if key else shown
    return Diagnosis(start + 1, end + 1, why, text, line[:start] + quoted + line[end:])


def _never_closed(line: str, at: int) -> Diagnosis:
    """Answer a quote that nothing closes; where its text ends, if what follows shows it."""
    if _before_key(line, at + 1):
        return Diagnosis(at + 1, at + 2, "stray-quote", "", line[:at] + line[at + 1 :])
    end = end_of_value(line, at + 1)
    text = line[at + 1 : end]
    key = _key_before(line[:at])
    quoted = in_quotes(text)
    known = key is not None and 0 < len(text) <= MAX_SHOWN
    meant = line[:at] + quoted + line[end:] if text else None
    return Diagnosis(
        at + 1, at + 2, "unquoted", f"{key[1]}: {quoted}" if known and key else "", meant
    )


def _too_many_or_few(line: str, bare: str) -> Diagnosis | None:
    """Answer a comma or colon that stands twice, or `{` missing before a text in two languages."""
    if match := _doubled(bare):
        start, end = match.span()
        sign = match[1] or match[2]
        return Diagnosis(start + 1, end + 1, "doubled", sign, line[: start + 1] + line[end:])
    if bare.count("{") > bare.count("}") and (match := _opened_twice(bare)):
        at = match.start(1)
        return Diagnosis(at + 1, at + 2, "doubled", "{", line[:at] + line[at + 1 :])
    if bare.count("{") < bare.count("}") and (match := _words_open(bare)):
        at = match.end()
        return Diagnosis(at + 1, at + 2, "open", "{", f"{line[:at]}{{{line[at:]}")
    return None


def _between(line: str, bare: str) -> Diagnosis | None:
    """Answer a slip between two values: a comma or colon that is missing, or is not one."""
    if match := _colon_missing(bare):
        start, end = match.span(1)
        meant = f"{line[:end]}: {line[match.end() :]}"
        return Diagnosis(start + 1, end + 1, "key", f"{match[1]}: …", meant)
    if match := _special(bare):
        return of_sign(line, match[1], match.end(), end_of_value(line, match.end()))
    if match := _comma_missing(bare):
        start, end = match.span(1)
        before = len(line[:start].rstrip(" \t;；、"))
        return Diagnosis(start + 1, end + 1, "comma", match[1], f"{line[:before]}, {line[start:]}")
    if match := _colon_within(bare):
        start = match.start(2)
        return to_quote(line, start, end_of_value(line, match.end(2) - 1), "text")
    return None


def of_sign(line: str, key: str, start: int, end: int) -> Diagnosis:
    """Answer a value that begins with a sign which has a meaning of its own in YAML."""
    written = line[start:end]
    term = _term(key, written)
    if term:
        meant = line[:start] + term + line[end:]
        return Diagnosis(start + 1, end + 1, "sign", f"{key}: {term}", meant)
    if key in TEXTS:
        return to_quote(line, start, end, "sign")
    if means_nothing(written):
        return Diagnosis(start + 1, end + 1, "nothing", key)
    return Diagnosis(start + 1, end + 1, "sign", _figure(key, written))


def _figure(key: str, written: str) -> str:
    """Write what to type for a figure with a sign before it: >7万 in no unit is 70000 and more."""
    entered = number_meant(written, "")
    if entered is None or entered.value is None:
        return f'{key}: "…"'
    number = "…" if entered.printed else plain(entered.value)
    exact = entered.qualifier is Qualifier.EXACT
    return f"{key}: {number}" + ("" if exact else f", qualifier: {entered.qualifier}")


def _term(key: str, written: str) -> str:
    """Answer the operator or qualifier that a sign stands for, as it is to be written."""
    compared = _compared(written)
    if key == "operator" and compared:
        term = term_meant(compared[0], [one.value for one in Operator])
        return f'"{term}"' if term else ""
    return term_meant(written, [one.value for one in Qualifier]) if key == "qualifier" else ""


def _in_brackets(line: str, signs: Sequence[tuple[int, str]]) -> Diagnosis | None:
    still_open: list[tuple[int, str]] = []
    for at, sign in signs:
        if sign in _CLOSERS:
            still_open.append((at, sign))
            continue
        opened, opener = still_open.pop() if still_open else (at, "")
        if _CLOSERS.get(opener) != sign:
            return _of_another_kind(line, opened, at) or Diagnosis(at + 1, at + 2, "unopened", sign)
        if not still_open and (after := _after(line, at + 1)):
            return after
    end = len(line.rstrip()) + 1
    return Diagnosis(end, end + 1, "unclosed", _CLOSERS[still_open[-1][1]]) if still_open else None


def _of_another_kind(line: str, opened: int, closed: int) -> Diagnosis | None:
    """Answer a `[` that opens keys with their values, or a `]` that closes them."""
    if not _keys_begin(line, opened + 1) or line[opened] == line[closed]:
        return None
    at, sign = (closed, "}") if line[opened] == "{" else (opened, "{")
    meant = line[:at] + sign + line[at + 1 :]
    return Diagnosis(at + 1, at + 2, "bracket-kind", sign, meant)


def _after(line: str, at: int) -> Diagnosis | None:
    """Answer what stands behind the bracket that closes all; a comment wants a blank before it."""
    rest = line[at:]
    said = rest.strip(" \t\r\u3000\u00a0")
    if not said or said[0] in "}]" or re.match(r"[ \t]+#", rest):
        return None
    start = at + rest.index(said)
    if said.startswith(("#", "＃")):
        comment = f"  # {said[1:].lstrip()}"
        return Diagnosis(at + 1, start + 2, "comment", comment.strip(), line[:at] + comment)
    why = "second" if _entry(said) else "after"
    return Diagnosis(start + 1, start + len(said) + 1, why, said[:MAX_SHOWN], line[:at])
