"""Full-width signs and wide spaces where YAML needs plain ones, found and thought away.

A Chinese keyboard writes `{date：2022-09-30，value：71000}`. To YAML that is one long word, and
what it says of it helps nobody. Such signs are told at their place, and the text is read as if the
plain ones stood there, so that nothing which only follows from them is told besides, and nothing
else that is wrong in the file is hidden. A colon without the blank after it is such a slip too.

Within a text such signs are right, and notes are full of them: a sign counts only where a key, a
bracket or an entry of a list makes it part of the structure.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from types import MappingProxyType

from fjdex.plan import records
from fjdex.plan.findings import Finding, Place
from fjdex.plan.readings import Reading
from fjdex.plan.terms import Rating
from fjdex.yamlio.mended import Mended, Slip

# Nobody types a line or a file of this length; there the parser's own words have to do.
MAX_LINE = 4_000
MAX_TEXT = 4_000_000
# A line that is longer is not repeated as what to type.
MAX_SHOWN = 160
# The keys of texts, within which every sign is right.
TEXTS = frozenset(
    {"action", "by", "content", "en", "measure", "name", "note", "printed", "published_note"}
    | {"publisher", "reason", "ref", "text", "title", "unit", "url", "zh"}
)
_LISTS = "aliases|leads|members|outcomes|ratings|tasks"
# Every key that a file can hold.
_TYPES = (Reading, *(one for one in vars(records).values() if is_dataclass(one)))
NAMES = {"zh", "en", *(one.name for of in _TYPES for one in fields(of))} - {"line"}
# Longer ones first, so that `published` does not stand for the half of `published_note`.
# And those of `bands` in plan.yaml.
_KEYS = sorted({*NAMES, *Rating}, reverse=True)
_KEY = f"(?:{'|'.join(_KEYS)})"
_WIDE = "\u3000\u00a0"
_BLANK = f"[ \\t{_WIDE}]*"
_START = f"^{_BLANK}(?:[-－]{_BLANK})*"

_PLAIN = MappingProxyType(
    {
        "：": ":",
        "，": ",",
        "、": ",",
        "｛": "{",
        "｝": "}",
        "［": "[",
        "］": "]",
        "【": "[",
        "】": "]",
    }
    | {"＃": "#", "－": "-", "“": '"', "”": '"', "\u3000": "  ", "\u00a0": " "}
)
_hint = re.compile(
    f"[{''.join(_PLAIN)}ａ-ｚ]|(?:^|[ {{,-]){_KEY}(?::[^\\s,}}]|[ \\t]*[=＝])|: *[(（] *(?:zh|en)",
    re.MULTILINE,
).search
# Compiled when a line is looked at closely, which in a sound file none is.
_QUOTED = r"""(?<=[ \[{,:：，［｛])(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_COMMENT = "(?:^|[ \\t])#.*"
# A text ends at the wide comma before a key too: with a colon and a blank within it it is none.
_next_key = rf"，{_BLANK}{_KEY}{_BLANK}: "
_TEXT_VALUE = (
    rf"(?:{'|'.join(sorted(TEXTS, reverse=True))}): +"
    rf"((?!{_next_key})[^\[{{,}}\s](?:(?!{_next_key})[^,}}])*)"
)
_LOOSE = rf"{_START}\w+{_BLANK}(：)"
# Where a sign is part of the structure; the group is the sign, or a run of wide spaces.
_PATTERNS = (
    rf"{_START}{_KEY}{_BLANK}(：)",
    rf"[{{｛,，]{_BLANK}{_KEY}{_BLANK}(：)",
    rf"[{{｛]{_BLANK}\w+{_BLANK}(：)",
    rf"(，)(?={_BLANK}{_KEY}{_BLANK}[:：=＝])",
    rf"(?:{_START}|[{{｛,，;；|]{_BLANK}){_KEY}([ \t]*[=＝][ \t]*)(?=[^\s=])",
    rf"([ \t]*[;；|][ \t]*)(?={_KEY}{_BLANK}[=＝])",
    rf"(?:{_START}|[:：\[［,，]{_BLANK})([｛［【])",
    rf"([｝］】])(?={_BLANK}(?:[,，}}｝\]］】]|$))",
    f"^{_BLANK}(＃)",
    f"^{_BLANK}(－)(?={_BLANK}[\\w{{｛])",
    f"^ *([{_WIDE}][ {_WIDE}]*)(?=\\S)",
    f"^{_BLANK}-([{_WIDE}]+)",
    rf"{_KEY}[:：]([{_WIDE}]+)",
    rf"([{_WIDE}]+)(?=[,}}\]])",
    rf"[,，]([{_WIDE}]+)(?={_KEY}{_BLANK}[:：])",
    rf"(?:^ *(?:- +)*|[{{,] *){_KEY}(:)(?=[^\s,}}:{_WIDE}])",
)
_LIST = rf"(?:{_LISTS}){_BLANK}[:：]{_BLANK}[\[［【]([^\[［【\]］】]*)"
# A key in full-width letters: with it the letters and digits of a whole line are written so.
_WIDE_KEY = rf"(?:{_START}|[{{｛,，]{_BLANK})[ａ-ｚ＿]+{_BLANK}[:：]"
_WORD = "[０-９Ａ-Ｚａ-ｚ＿]"
_WIDE_WORD = f"{_WORD}(?:[０-９Ａ-Ｚａ-ｚ＿－．／]*{_WORD})?"
_FOLDED = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_separator = re.compile("[，、]")
# What a value begins with that is no text for certain.
_opened = re.compile(f"[:：]{_BLANK}[“｛（(]").search
# Words in both languages, in other brackets than braces.
_BOTH = rf"[:：]{_BLANK}([｛（(])({_BLANK}(?:zh|en){_BLANK}[:：][^(){{}}（）｛｝]*)([)}}）｝])"
_OUTER = rf"{_START}[(（]"
_OTHERS = {"=": ": ", "＝": ": "} | dict.fromkeys(";；|", ", ")
_OTHERS |= dict.fromkeys("(（", "{") | dict.fromkeys(")）", "}")
_IN_QUOTES = (
    rf"{_KEY}[:：]{_BLANK}(“)(?:(?![:：] |[\[\]{{}},]| #)[^“”])*(?:[:：] |[\[\]{{}},]| #)[^“”]*(”)"
)


def findings_of(file: str, text: str, slips: Sequence[Slip]) -> list[Finding]:
    """Tell slips, those of one kind on one line together at the first, with the line to type."""
    lines = Mended(text, slips).text.split("\n")
    equated = {slip.line for slip in slips if slip.kind == "equals"}
    groups: dict[tuple[int, str], list[Slip]] = {}
    for slip in slips:
        kind = "equals" if slip.line in equated else slip.kind
        groups.setdefault((slip.line, kind), []).append(slip)
    return [_finding(file, kind, own, lines[line - 1]) for (line, kind), own in groups.items()]


def _finding(file: str, kind: str, slips: Sequence[Slip], line: str) -> Finding:
    first = slips[0]
    place = Place(file, first.line, first.column, first.line, first.column + len(first.written))
    whole = line.strip()
    near = whole if len(slips) > 1 and len(whole) <= MAX_SHOWN else ""
    if kind in {"equals", "parens"}:
        pair = _pair_at(line, first.column)
        text = near or (pair if pair[-2:] not in {"", ": "} else whole[:MAX_SHOWN])
        return Finding("yaml-syntax", place, {"why": kind, "text": text})
    if kind == "colon":
        near = near or _pair_at(line, first.column)
        why = "blank-line" if near else "blank"
        return Finding("yaml-syntax", place, {"why": why, "near": near})
    signs = dict.fromkeys(sign for slip in slips for sign in slip.written if sign in _PLAIN)
    said = (
        "".join(signs) or first.written
        if kind == "sign"
        else " ".join(f"U+{ord(sign):04X}" for sign in signs)
    )
    plain = "".join(dict.fromkeys(_PLAIN[sign] for sign in signs)) or first.meant
    why = "blank" if kind == "blank" else ("line" if near else "")
    return Finding(
        "sign-fullwidth", place, {"sign": said, "plain": plain, "why": why, "near": near}
    )


def _pair_at(line: str, column: int) -> str:
    """Answer the key before the colon in a column, and the word or text after it."""
    key = re.search(rf"{_KEY}$", line[: column - 1])
    value = re.match(r": +([^,{}\[\]]*)", line[column - 1 :])
    said = f"{key[0]}: {value[1].strip()}" if key and value else ""
    return said if len(said) <= MAX_SHOWN else ""


def find_slips(text: str) -> tuple[Slip, ...]:
    """Answer the signs of a text that may stand where YAML needs others, in their order."""
    if len(text) > MAX_TEXT or not _hint(text):
        return ()
    lines = text.split("\n")
    slips = [
        _aligned(slip, lines)
        for number, line in enumerate(lines, start=1)
        if len(line) <= MAX_LINE and _hint(line)
        for slip in _of_line(number, line)
    ]
    return tuple(slips)


def _aligned(slip: Slip, lines: Sequence[str]) -> Slip:
    """Let a line that wide blanks indent begin where one of those beside it does.

    Some editors write two blanks for a wide one, and some people one.
    """
    if slip.kind != "blank" or lines[slip.line - 1][: slip.column - 1].strip():
        return slip
    beside = (lines[at] for at in (slip.line - 2, slip.line) if 0 <= at < len(lines))
    starts = {len(one) - len(one.lstrip(" -")) for one in beside}
    most = len(slip.meant)
    fits = (one for one in range(most, -1, -1) if slip.column - 1 + one in starts)
    return replace(slip, meant=" " * next(fits, most))


def _of_line(number: int, line: str) -> list[Slip]:
    words = _wide_words(number, line)
    for word in words:
        at = word.column - 1
        line = line[:at] + word.meant + line[at + len(word.written) :]
    return sorted([*words, *_signs_of(number, line)], key=lambda slip: slip.column)


def _wide_words(number: int, line: str) -> list[Slip]:
    """Answer the full-width letters and digits of a line with such a key."""
    found = re.finditer(_WIDE_WORD, line) if re.search(_WIDE_KEY, line) else ()
    return [Slip(number, one.start() + 1, one[0], one[0].translate(_FOLDED)) for one in found]


def _signs_of(number: int, line: str) -> list[Slip]:
    found = {match.start(group): (match, group, other) for match, group, other in _matches(line)}
    return [
        Slip(
            number,
            at + 1,
            match[group],
            _meant(match[group], line[match.end(group) :]),
            other,
            match.re.pattern == _LOOSE,
        )
        for at, (match, group, other) in sorted(found.items())
    ]


def _matches(line: str) -> Iterator[tuple[re.Match[str], int, int]]:
    """Answer what matches, the group that is the sign, and the column of its other half or 0."""
    bare = re.sub(_COMMENT, _hidden, re.sub(_QUOTED, _hidden, line))
    opened = _opened(bare)
    if opened and not re.search(_OUTER, bare):
        for match in re.finditer(_BOTH, bare):
            yield from ((match, group, 0) for group in (1, 3) if match[group] != "}")
        bare = re.sub(_BOTH, _in_braces, bare)
    if opened:
        for match in re.finditer(_IN_QUOTES, bare):
            yield match, 1, match.start(2) + 1
            yield match, 2, match.start(1) + 1
        bare = re.sub(_IN_QUOTES, _hidden, bare)
    bare = re.sub(_TEXT_VALUE, _hidden_value, bare)
    if not _hint(bare):
        return
    for pattern in (_LOOSE, *_PATTERNS):
        yield from ((match, 1, 0) for match in re.finditer(pattern, bare))
    for match in re.finditer(_LIST, bare):
        yield from ((one, 0, 0) for one in _separator.finditer(bare, *match.span(1)))


def _in_braces(match: re.Match[str]) -> str:
    return f"{match[0][: match.start(1) - match.start()]}{{{match[2]}}}"


def _hidden(match: re.Match[str]) -> str:
    return "\x00" * len(match[0])


def _hidden_value(match: re.Match[str]) -> str:
    return match[0][: match.start(1) - match.start()] + "\x00" * len(match[1])


def _meant(written: str, after: str) -> str:
    """Answer what belongs in the place of a sign, with the blank that YAML wants after it."""
    if other := _OTHERS.get(written.strip(" \t")):
        return other
    plain = "".join(_PLAIN.get(sign, sign) for sign in written)
    blank = plain in {":", ",", "-"} and after and after[0] not in f" \r{_WIDE}"
    return f"{plain} " if blank else plain


def outside(
    slips: Sequence[Slip], texts: Sequence[Place], quoted: Sequence[Place]
) -> tuple[Slip, ...]:
    """Answer the slips that stand in none of these texts, quotes where either of them does not."""
    within = _Texts(sorted(texts), sorted(quoted))
    return tuple(
        slip
        for slip in slips
        if not within.holds(slip, slip.column)
        or (slip.other and not within.holds(slip, slip.other))
    )


@dataclass(frozen=True)
class _Texts:
    """Where texts stand, in order: those without quotes, and those in quotes or in blocks."""

    plain: Sequence[Place]
    quoted: Sequence[Place]

    def holds(self, slip: Slip, column: int) -> bool:
        at = (slip.line, column)
        text = _last_before(self.quoted, at)
        if text and (text.line, text.column) < at < (text.end_line, text.end_column - 1):
            return True
        text = _last_before(self.plain, at)
        # What a text takes in of the lines below it was not meant as a part of it if it has a key.
        return bool(
            text
            and at < (text.end_line, text.end_column)
            and (text.line == slip.line or slip.loose)
        )


def _last_before(places: Sequence[Place], at: tuple[int, int]) -> Place | None:
    index = bisect_right(places, at, key=lambda one: (one.line, one.column))
    return places[index - 1] if index else None
