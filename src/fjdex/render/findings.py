"""Findings in their four forms: full, concise, github, json (docs/commands.md, check).

Place, severity word and code are never translated: editors and CI match on them.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from rich.cells import cell_len

from fjdex.messages import Voice
from fjdex.plan.findings import Finding, Severity
from fjdex.plan.scalars import visible

# What moves a cursor, colours a terminal or turns the direction of writing.
_HIDDEN = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_UNSEEN = re.compile(f"[\x00-\x1f]|{_HIDDEN.pattern}")


def headline(finding: Finding, voice: Voice) -> str:
    """Say what is wrong."""
    return _said(finding, voice, "")


def label(finding: Finding, voice: Voice) -> str:
    """Say why, for under the carets; "" where the headline says all."""
    return _said(finding, voice, ".label")


def help_of(finding: Finding, voice: Voice, prefix: str = "") -> str:
    """Say what to type instead; `prefix` stands before the names of files."""
    return _said(finding, voice, ".help", prefix)


_VARIANTS = ("why", "shape", "feature", "form", "guess")


def _said(finding: Finding, voice: Voice, part: str, prefix: str = "") -> str:
    arguments = {"file": visible(prefix + finding.place.file), **_listed(finding, voice)}
    near = "near" if arguments.get("near") else ""
    variants = [arguments.get(name, "") for name in _VARIANTS]
    for variant in (*filter(None, variants), near, ""):
        key = f"finding.{finding.code}{part}" + (f".{variant}" if variant else "")
        if voice.holds(key):
            return voice(key, **arguments)
    return ""


def _listed(finding: Finding, voice: Voice) -> Mapping[str, str]:
    """Answer the arguments; ids and numbers of lines are joined as a language does it."""
    named = {"near", "known"} if finding.code.endswith("-unknown") else set[str]()
    comma = voice("status.comma")
    return {
        key: comma.join(text.split(", ")) if key in named | {"lines"} else text
        for key, text in finding.arguments.items()
    }


# So wide is the stretch of a longer line that is shown, in columns of the screen.
_MOST = 400
_LEAST = 30


def full(
    findings: Sequence[Finding],
    texts: Mapping[str, str],
    prefix: str,
    voice: Voice,
    width: int = _MOST,
) -> str:
    """Write findings with the line that each is about and carets under the place.

    Of a line that is wider than `width` the stretch around the place is shown: carets under a line
    that a terminal folds would stand under nothing.
    """
    return "\n".join(_one_full(finding, texts, prefix, voice, width) for finding in findings)


def _one_full(
    finding: Finding, texts: Mapping[str, str], prefix: str, voice: Voice, width: int
) -> str:
    place = finding.place
    lines = [
        f"{finding.severity.value}[{finding.code}]: {headline(finding, voice)}",
        f"  --> {visible(prefix + place.file)}:{place.line}:{place.column}",
    ]
    source = texts.get(place.file)
    if source is not None:
        lines += _excerpt(finding, _line_of(source, place.line), voice, width)
    advice = help_of(finding, voice, prefix)
    if advice:
        lines.append(f"help: {advice}")
    return "\n".join(lines) + "\n"


@lru_cache(maxsize=1)
def _starts(source: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", source))]


def _line_of(source: str, number: int) -> str:
    starts = _starts(source)
    if number > len(starts):
        return ""
    end = starts[number] - 1 if number < len(starts) else len(source)
    return source[starts[number - 1] : end].removesuffix("\r")


def _excerpt(finding: Finding, line: str, voice: Voice, width: int) -> list[str]:
    place = finding.place
    number = str(place.line)
    gutter = " " * (len(number) + 2)
    start = min(place.column - 1, len(line))
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    room = max(_LEAST, min(_MOST, width - len(gutter) - 2))
    before, under, after = _stretch(_shown_line(line), start, max(start, end), room)
    carets = " " * cell_len(before) + "^" * max(1, cell_len(under))
    return [
        f"{gutter}|",
        f" {number} | {before}{under}{after}".rstrip(),
        f"{gutter}| {carets} {label(finding, voice)}".rstrip(),
    ]


def _shown_line(line: str) -> str:
    return _UNSEEN.sub("\ufffd", line.replace("\t", " "))


def _stretch(line: str, start: int, end: int, room: int) -> tuple[str, str, str]:
    """Answer what is shown before a place, of it and after it; … stands for what is left out."""
    before, under, after = line[:start], line[start:end], line[end:]
    if len(line) <= room and cell_len(line) <= room:
        return before, under, after
    shown = _fitting(under, room - 2)
    # What follows a place that is cut would seem to follow its beginning.
    under, after = shown, after if shown == under else ""
    left = room - cell_len(under)
    # The place stands in the middle, unless there is less on one side than fits.
    beside = (left + 1) // 2
    ahead = min(left - beside, cell_len(after[:room]))
    before = _fitting(before[::-1][: room + 1], left - ahead)[::-1]
    return before, under, _fitting(after[: room + 1], left - cell_len(before))


def _fitting(text: str, room: int) -> str:
    """Answer a text, or as much of it as fits with a … behind it."""
    if cell_len(text) <= room:
        return text
    used = 0
    for at, sign in enumerate(text):
        used += cell_len(sign)
        if used >= room:
            return f"{text[:at]}…" if room > 0 else ""
    return text


def concise(
    findings: Sequence[Finding], texts: Mapping[str, str], prefix: str, voice: Voice
) -> str:
    """Write one line a finding, the same grammar in every language."""
    del texts
    return "".join(
        f"{visible(prefix + one.place.file)}:{one.place.line}:{one.place.column}: "
        f"{one.severity.value}[{one.code}] {headline(one, voice)}\n"
        for one in findings
    )


def github(findings: Sequence[Finding], texts: Mapping[str, str], prefix: str, voice: Voice) -> str:
    """Write the annotations that GitHub shows beside the lines of a change."""
    del texts
    return "".join(_annotation(one, prefix, voice) for one in findings)


def _annotation(finding: Finding, prefix: str, voice: Voice) -> str:
    place = finding.place
    where = (
        f"file={_property(visible(prefix + place.file))},line={place.line},endLine={place.end_line}"
    )
    if place.line == place.end_line:
        where += f",col={place.column},endColumn={max(place.column, place.end_column - 1)}"
    says = filter(
        None, (headline(finding, voice), label(finding, voice), help_of(finding, voice, prefix))
    )
    text = voice("check.joint").join(says)
    for sign, escaped in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(sign, escaped)
    return f"::{finding.severity.value} {where},title=fjdex ({finding.code})::{text}\n"


def _property(text: str) -> str:
    return text.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


def as_json(
    findings: Sequence[Finding], texts: Mapping[str, str], prefix: str, voice: Voice
) -> str:
    """Write findings for scripts."""
    del texts
    items = [
        {
            "code": one.code,
            "severity": one.severity.value,
            "message": headline(one, voice),
            "label": label(one, voice),
            "help": help_of(one, voice, prefix),
            "file": prefix + one.place.file,
            "line": one.place.line,
            "column": one.place.column,
            "end_line": one.place.end_line,
            "end_column": one.place.end_column,
            "arguments": dict(one.arguments),
        }
        for one in findings
    ]
    whole = {"schema": "fjdex.check/1", "findings": items}
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    return _HIDDEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text) + "\n"


Format = Callable[[Sequence[Finding], Mapping[str, str], str, Voice], str]
FORMATS: Mapping[str, Format] = {
    "full": full,
    "concise": concise,
    "github": github,
    "json": as_json,
}


def summary(findings: Sequence[Finding], voice: Voice) -> str:
    """Say how many errors and warnings there are, in how many files."""
    errors = sum(one.severity is Severity.ERROR for one in findings)
    files = len({one.place.file for one in findings})
    if not findings:
        return voice("check.clean")
    return voice("check.summary", errors=errors, warnings=len(findings) - errors, files=files)
