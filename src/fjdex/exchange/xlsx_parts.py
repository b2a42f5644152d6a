"""What a workbook says of itself: its sheets, the texts of its cells, how its numbers are shown.

XML goes in piece by piece, so that a part is never in memory whole.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.parsers import expat

from fjdex.exchange.grid import Broken

Attributes = Mapping[str, str]

# No part of a workbook comes near to it.
_DEEPEST = 64


@dataclass(frozen=True)
class Workbook:
    """The sheets of a workbook: name, relation to its part, whether it is hidden; its day one."""

    sheets: tuple[tuple[str, str, bool], ...]
    from_1904: bool


class PartReader:
    """Feeds XML to the methods of a subclass, under the elements' names without a prefix."""

    def __init__(self) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._starts
        parser.EndElementHandler = self._ends
        parser.CharacterDataHandler = self._reads
        # A document that defines its own entities can grow without end.
        parser.StartDoctypeDeclHandler = self._refuses
        self._parser = parser
        self._text: list[str] | None = None
        self._depth = 0

    def feed(self, chunks: Iterable[bytes]) -> Iterator[None]:
        """Read a part; comes back after each piece. Raises `Broken`."""
        try:
            for chunk in chunks:
                self._parser.Parse(chunk, False)  # noqa: FBT003 (not the last one; it takes no name)
                yield
            self._parser.Parse(b"", True)  # noqa: FBT003 (the last one)
        except expat.ExpatError as error:
            raise Broken from error
        yield

    def read(self, chunks: Iterable[bytes]) -> None:
        """Read a part whole."""
        for _ in self.feed(chunks):
            pass

    def _starts(self, name: str, attributes: dict[str, str]) -> None:
        # The parser remembers every element that is open.
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Broken
        self.start(name.rpartition(":")[2], attributes)

    def _ends(self, name: str) -> None:
        self._depth -= 1
        self.end(name.rpartition(":")[2])

    def _reads(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _refuses(self, *_arguments: object) -> None:
        raise Broken

    def listen(self) -> None:
        """Take what is written from here on."""
        self._text = []

    def heard(self) -> str:
        """Answer what was written, and listen no more."""
        text, self._text = "".join(self._text or ()), None
        return text

    def start(self, name: str, attributes: Attributes) -> None:
        """Meet the beginning of an element."""

    def end(self, name: str) -> None:
        """Meet the end of an element."""


class _Elements(PartReader):
    """Gathers the attributes of some elements."""

    def __init__(self, *names: str) -> None:
        super().__init__()
        self.found: list[tuple[str, Attributes]] = []
        self._names = names

    def start(self, name: str, attributes: Attributes) -> None:
        if name in self._names:
            plain = {key.rpartition(":")[2]: value for key, value in attributes.items()}
            # A sheet has an id of its own beside that of its relation, r:id.
            relation = next((v for k, v in attributes.items() if k.endswith(":id")), "")
            self.found.append((name, plain | {"relation": relation}))


def truth(word: str | None) -> bool:
    """Whether an attribute says yes."""
    return word in {"1", "true", "on"}


def read_workbook(chunks: Iterable[bytes]) -> Workbook:
    """Answer what a workbook says of its sheets; raises `Broken`."""
    reader = _Elements("sheet", "workbookPr")
    reader.read(chunks)
    sheets = [
        (one.get("name", ""), one["relation"], one.get("state", "visible") != "visible")
        for name, one in reader.found
        if name == "sheet"
    ]
    first = [truth(one.get("date1904")) for name, one in reader.found if name == "workbookPr"]
    return Workbook(tuple(sheets), from_1904=any(first))


@dataclass(frozen=True)
class Relation:
    """A part that another is related to; `kind` is the last word of the relation's type."""

    id: str
    kind: str
    target: str


def read_relations(chunks: Iterable[bytes]) -> tuple[Relation, ...]:
    """Answer the parts that a part is related to; raises `Broken`."""
    reader = _Elements("Relationship")
    reader.read(chunks)
    return tuple(
        Relation(one.get("Id", ""), one.get("Type", "").rpartition("/")[2], one.get("Target", ""))
        for _, one in reader.found
    )


_escaped = re.compile("_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """Answer a text with the signs that XML cannot hold, which are written as _x000D_."""
    return _escaped.sub(lambda sign: chr(int(sign[1], 16)), text) if "_x" in text else text


class _Strings(PartReader):
    """Gathers texts: their runs put together, without what says how they are pronounced."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._parts: list[str] = []
        self._said = False

    def start(self, name: str, attributes: Attributes) -> None:
        del attributes
        if name == "rPh":
            self._said = True
        elif name == "t" and not self._said:
            self.listen()

    def end(self, name: str) -> None:
        if name == "t" and not self._said:
            self._parts.append(self.heard())
        elif name == "rPh":
            self._said = False
        elif name == "si":
            self.found.append(unescaped("".join(self._parts)))
            self._parts = []


def read_strings(chunks: Iterable[bytes]) -> Sequence[str]:
    """Answer the texts that cells refer to by number; raises `Broken`."""
    reader = _Strings()
    reader.read(chunks)
    return reader.found


class _Styles(PartReader):
    """Gathers the number format of every cell style."""

    def __init__(self) -> None:
        super().__init__()
        self.codes: dict[str, str] = {}
        self.formats: list[str] = []
        self._inside = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            self.codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            self.formats.append(attributes.get("numFmtId", "0"))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False


# Formats that need no code of their own; from 27 on those of East Asian versions.
_DAYS = frozenset(map(str, [14, 15, 16, 22, *range(28, 32), 51, 53, 54, 58]))
_MONTHS = frozenset(("17", "27", "36", "50", "52", "57"))
_PERCENT = frozenset({"9", "10"})
_OF_ITS_OWN: Mapping[str, str] = {
    **dict.fromkeys(_DAYS, "date"),
    **dict.fromkeys(_MONTHS, "month"),
    **dict.fromkeys(_PERCENT, "percent"),
}
# What stands before words that a format shows beside a number.
BESIDE = '"'
_words = re.compile(r'"[^"]*"|[\\!].').findall
_beside = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


def read_styles(chunks: Iterable[bytes]) -> Sequence[str]:
    """Answer of every cell style whether it shows a "date", a "month" or a "percent".

    Of any other: the words that it shows beside the number, behind `BESIDE`; "" for none.
    """
    reader = _Styles()
    reader.read(chunks)
    return [_shows(one, reader.codes.get(one)) for one in reader.formats]


def _shows(number: str, code: str | None) -> str:
    if code is None:
        return _OF_ITS_OWN.get(number, "")
    signs = _beside.sub("", code.split(";")[0]).lower()
    if "%" in signs:
        return "percent"
    if "general" in signs:
        return _beside_number(code)
    if "y" in signs and "m" in signs and not set("dh") & set(signs):
        return "month"
    day = "y" in signs or "d" in signs
    if day or ("m" in signs and not set("hs") & set(signs)):
        return "date"
    return "" if set("hs") & set(signs) else _beside_number(code)


def _beside_number(code: str) -> str:
    """Answer the words that a format puts beside a number, without what is no letter."""
    words = "".join(one.strip('"\\!') for one in _words(code.split(";", maxsplit=1)[0]))
    return BESIDE + words.strip() if any(sign.isalpha() for sign in words) else ""
