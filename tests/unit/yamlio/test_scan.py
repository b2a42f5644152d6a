"""What is refused before any parser sees a file."""

import pytest

from fjdex.plan.findings import Finding, Place
from fjdex.yamlio import scan as module
from fjdex.yamlio.scan import decode, holds_forbidden, place_at, scan


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf8_with_or_without_a_byte_order_mark(mark: bytes) -> None:
    """The mark is no part of the text."""
    assert decode("f", mark + "指标：😀\r\n".encode()) == "指标：😀\r\n"


@pytest.mark.parametrize(
    ("data", "column", "guess"),
    [
        ("ab\nname: 数字".encode("gbk"), 7, "GBK"),
        ("ab\n指标".encode() + "数".encode("gbk"), 3, ""),
        (b"ab\nx: \xff", 4, ""),
        (b"ab\n\xc0\xaf", 1, "GBK"),
        (b"ab\n\xed\xa0\x80", 1, ""),
    ],
)
def test_what_is_not_utf8_is_told_at_its_place(data: bytes, column: int, guess: str) -> None:
    """The first byte that cannot be read, in characters from 1, and what it most likely is."""
    found = decode("f", data)
    assert isinstance(found, Finding)
    place = Place("f", 2, column, 2, column + 1)
    assert (found.code, found.place, dict(found.arguments)) == (
        "file-not-utf8",
        place,
        {"guess": guess},
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_recognised(encoding: str) -> None:
    """By its mark it is named; without one its zero bytes are forbidden characters."""
    found = decode("f", "id: 指标\n".encode(encoding))
    if isinstance(found, Finding):
        told = (found.code, found.place.line, found.place.column)
        assert (told, found.arguments) == (("file-not-utf8", 1, 1), {"guess": "UTF-16"})
    else:
        assert [one.code for one in scan("f", found)] == ["character-forbidden"]


@pytest.mark.parametrize("encoding", ["utf-32", "utf-32-le", "utf-32-be"])
def test_utf32_is_not_taken_for_utf16(encoding: str) -> None:
    """What would be converted wrongly is not guessed at."""
    found = decode("f", "id: 指标\n".encode(encoding))
    if isinstance(found, Finding):
        assert (found.code, dict(found.arguments)) == ("file-not-utf8", {"guess": ""})
    else:
        assert [one.code for one in scan("f", found)] == ["character-forbidden"]


def test_a_byte_order_mark_does_not_move_the_columns() -> None:
    """The column of the first line counts from after the mark."""
    found = decode("f", b"\xef\xbb\xbfab\xff")
    assert isinstance(found, Finding)
    assert found.place == Place("f", 1, 3, 1, 4)


def test_a_file_too_large_is_not_even_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the limit a file is read, one byte above it is not."""
    monkeypatch.setattr(module, "MAX_BYTES", 4)
    found = decode("f", b"12345")
    assert isinstance(found, Finding)
    assert (decode("f", b"1234"), found.code, found.place) == ("1234", "file-too-large", Place("f"))


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("\0", "U+0000"),
        ("\x0b", "U+000B"),
        ("\x1b", "U+001B"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\u2028", "U+2028"),
        ("\u2029", "U+2029"),
        ("\ud800", "U+D800"),
        ("\ufeff", "U+FEFF"),
        ("\uffff", "U+FFFF"),
        ("\r", "U+000D"),
        ("\x9b", "U+009B"),
        ("\xad", "U+00AD"),
        ("\u180e", "U+180E"),
        ("\u200b", "U+200B"),
        ("\u202a", "U+202A"),
        ("\u202e", "U+202E"),
        ("\u2060", "U+2060"),
        ("\u2066", "U+2066"),
        ("\u2069", "U+2069"),
        ("\ufdd0", "U+FDD0"),
        ("\ufff9", "U+FFF9"),
        ("\U000e0041", "U+E0041"),
    ],
)
def test_forbidden_characters(sign: str, name: str) -> None:
    """Each is told by its number, at its place: columns count characters, wide or not."""
    found = scan("f", f"a: b\n指😀{sign}标\n")
    place = Place("f", 2, 3, 2, 4)
    assert found == (Finding("character-forbidden", place, {"sign": name}),)
    assert (holds_forbidden(f"x{sign}y"), holds_forbidden("xy")) == (name, None)


@pytest.mark.parametrize(
    "text", ["", "\n", "a:\tb\r\n", "\u3000\xa0", "指标😀", "\ue000", "👩\u200d💻", "❤\ufe0f"]
)
def test_what_is_allowed(text: str) -> None:
    """Tabs, CRLF, every visible character and the joiners within emoji pass."""
    assert scan("f", text) == ()


@pytest.mark.parametrize(
    ("marker", "width"),
    [
        ("<<<<<<< HEAD", 12),
        ("=======", 7),
        (">>>>>>> other branch", 20),
        ("||||||| merged common ancestors", 31),
        ("<<<<<<<", 7),
        ("|||||||", 7),
        (">>>>>>>", 7),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_conflict_markers(marker: str, width: int, newline: str) -> None:
    """A leftover of a merge is told at its whole line."""
    found = scan("f", newline.join(["- id: a", marker, "- id: b", ""]))
    assert [(one.code, one.place.line, one.place.column) for one in found] == [
        ("conflict-marker", 2, 1)
    ]
    assert found[0].place.end_column - 1 - (newline == "\r\n") <= width


@pytest.mark.parametrize(
    "text", ["a: =======\n", "  <<<<<<< HEAD\n", "========\n", "<<<<<<<<<< x\n", "======= x\n"]
)
def test_what_is_no_conflict_marker(text: str) -> None:
    """Only seven signs at the beginning of a line are."""
    assert scan("f", text) == ()


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (0, 0, Place("f", 1, 1, 1, 1)),
        (1, 2, Place("f", 1, 2, 1, 3)),
        (2, 3, Place("f", 1, 3, 2, 1)),
        (3, 6, Place("f", 2, 1, 2, 4)),
    ],
)
def test_places_count_from_one(start: int, end: int, place: Place) -> None:
    """Lines and columns, by characters; the end is the column after the last."""
    assert place_at("f", "指标\n😀ab", start, end) == place


def test_every_conflict_and_every_forbidden_sign_is_told() -> None:
    """Each at its own place, but for the signs of another encoding, which are everywhere."""
    half = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n"
    marks = [(one.code, one.place.line) for one in scan("", half + "c\n" + half)]
    signs = [(one.code, one.place.line) for one in scan("", "a\u200b\nb\nc\u200b\u202e\n")]
    nothing = [one.arguments["sign"] for one in scan("", "a\0b\0")]
    assert marks == [("conflict-marker", 1), ("conflict-marker", 7)]
    assert signs == [("character-forbidden", line) for line in (1, 3, 3)]
    assert nothing == ["U+0000"]
