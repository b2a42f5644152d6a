"""What is looked at before any parser sees a file: its bytes, its size, its characters.

A general parser may crash, loop or count lines otherwise than an editor on what is refused here.
"""

import re
import unicodedata
from collections.abc import Iterator

from fjdex.plan.findings import Finding, Place, too_many
from fjdex.yamlio.conflicts import conflict_findings, one_side
from fjdex.yamlio.edits import HOLE, Draft, Edit

# So many of a kind are told of one file.
_MOST = 2_000
MAX_BYTES = 64 * 1024 * 1024
_BOM = "\ufeff"
# Another encoding or another way to end lines brings these, and then they are everywhere.
_EVERYWHERE = re.compile("\0|\r(?!\n)")

# Control characters (tab, line feed and the carriage return before one apart), the line and
# paragraph separators that only some parsers break lines at, surrogates and non-characters; and
# what cannot be seen and makes a text another than the one that is read: signs that turn the
# direction of writing, soft hyphens, blanks and joints of no width, hidden tags. The joiners of
# emoji and of some scripts (U+200C, U+200D), their marks of direction (U+200E, U+200F, U+061C) and
# the choice between forms of a sign (U+FE0F) are part of how texts are spelt, and stay.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u180e\u200b\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
    "|\r(?!\n)"
)


def decode(file: str, data: bytes) -> str | Finding:
    """Answer the text of a file without its byte order mark, or why there is none."""
    if len(data) > MAX_BYTES:
        limit = f"{MAX_BYTES // 1024 // 1024} MiB"
        return Finding("file-too-large", Place(file), {"limit": limit})
    try:
        return data.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        begin = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[begin : error.start].decode("utf-8").removeprefix(_BOM)) + 1
        place = Place(file, line, column, line, column + 1)
        return Finding("file-not-utf8", place, {"guess": _guess(data, error.start)})


def _guess(data: bytes, wrong: int) -> str:
    """Name the encoding that people who do not write UTF-8 most likely wrote.

    "" where nobody can say: where UTF-8 stands before what is wrong, the file is damaged, and to
    convert it would damage the rest.
    """
    if data[:4] == b"\xff\xfe\0\0" or not data[:wrong].isascii():
        return ""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GBK"


def scan(file: str, text: str) -> tuple[Finding, ...]:
    """Answer what no text of a data folder may hold: forbidden characters, conflict markers."""
    return (*conflict_findings(file, text), *_of_signs(file, text))


def _of_signs(file: str, text: str) -> Iterator[Finding]:
    """Tell forbidden characters; of those that come with another encoding the first alone."""
    told, everywhere, other = 0, False, _is_of_another_kind(text)
    line, begin = 1, 0
    for sign in _FORBIDDEN.finditer(text):
        if everywhere and (sign[0] in "\0\r" or other):
            continue
        everywhere = everywhere or other or sign[0] in "\0\r"
        line += text.count("\n", begin, sign.start())
        begin = sign.start()
        if told == _MOST:
            yield too_many(file, line, _MOST)
            return
        told += 1
        column = begin - text.rfind("\n", 0, begin)
        place = Place(file, line, column, line, column + 1)
        yield Finding("character-forbidden", place, {"sign": f"U+{ord(sign[0]):04X}"})


def readable(text: str) -> Draft | None:
    """Answer a text in which nothing is forbidden, one side of each conflict; None if it is none.

    What cannot be seen is taken out, as who wrote it would; what damages a value takes it away.
    """
    if _is_of_another_kind(text):
        return None
    draft = Draft(tuple(one_side(text).split("\n")))
    edits = [
        Edit(at, sign.start() + 1, sign[0], _instead(line, sign))
        for at, line in enumerate(draft.lines)
        for sign in reversed(list(_FORBIDDEN.finditer(line.removesuffix("\r"))))
    ]
    return draft.edited(edits)


def _is_of_another_kind(text: str) -> bool:
    """Whether a text is in another encoding, or ends its lines otherwise."""
    return len(_EVERYWHERE.findall(text)) > max(text.count("\n"), 1)


def _instead(line: str, sign: re.Match[str]) -> str:
    """Answer what is read in the place of a forbidden character."""
    if sign[0] == "\r":
        return HOLE if line[sign.end() :].strip("\r") else ""
    return HOLE if unicodedata.category(sign[0]) in {"Cc", "Cn", "Cs"} else ""


def place_at(file: str, text: str, start: int, end: int) -> Place:
    """Answer the place of a stretch of text, given by its first index and the one after."""
    line, column = _position(text, start)
    end_line, end_column = _position(text, end)
    return Place(file, line, column, end_line, end_column)


def _position(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def holds_forbidden(text: str) -> str | None:
    """Answer the name of the first forbidden character of a value, else None.

    An escape can bring in what the file itself does not hold.
    """
    sign = _FORBIDDEN.search(text)
    return f"U+{ord(sign[0]):04X}" if sign else None
