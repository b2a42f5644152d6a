"""What is looked at before any parser sees a file: its bytes, its size, its characters.

A general parser may crash, loop or count lines otherwise than an editor on what is refused here.
"""

import re
from itertools import islice

from fjdex.plan.findings import Finding, Place

# So many of a kind are told of one file.
_MOST = 100
MAX_BYTES = 64 * 1024 * 1024
_BOM = "\ufeff"

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
# Of a merge; the third is the ancestor's, which git writes where it is told to (diff3).
_CONFLICT = re.compile(r"^(?:<{7}|={7}(?=\r?$)|\|{7}|>{7})(?: .*|\r?$)", re.MULTILINE)


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
    """Answer what forbids parsing a text: conflict markers and forbidden characters."""
    conflicts = list(islice(_CONFLICT.finditer(text), _MOST))
    if conflicts:
        begun = [one for one in conflicts if one[0].startswith("<")]
        told = begun or conflicts[:1]
        return tuple(Finding("conflict-marker", place_at(file, text, *one.span())) for one in told)
    signs = list(islice(_FORBIDDEN.finditer(text), _MOST))
    if signs and signs[0][0] in "\0\r":
        # Another encoding or another way to end lines brings them, and then they are everywhere.
        del signs[1:]
    return tuple(_forbidden(file, text, sign) for sign in signs)


def _forbidden(file: str, text: str, sign: re.Match[str]) -> Finding:
    name = f"U+{ord(sign[0]):04X}"
    return Finding("character-forbidden", place_at(file, text, *sign.span()), {"sign": name})


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
