"""How single values are written in a file: numbers, days, ids, texts.

Each parser takes the text as it stands and answers the value, or raises `Malformed` with the code
of the finding and its arguments. `Written` ties a parser to a type, so that the type of a field
alone says how it is read; pydantic asks it, and nothing here imports pydantic before that.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

# [0-9] and never \d, which takes full-width and Arabic digits too.
NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"

_number = re.compile(NUMBER).fullmatch
_day = re.compile(DAY).fullmatch
_slug = re.compile(SLUG).fullmatch

MAX_NUMBER = 40
MAX_ID = 64
MAX_TEXT = 65_536
_NULL = "null"
# Letters by their kind that show nothing: the fillers of Korean syllables.
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")
FIRST_YEAR = 1900
LAST_YEAR = 2200
MAX_DAYS = 3660
PERCENT = 100


class Malformed(ValueError):  # noqa: N818 (it says what the text is)
    """A text that is not what its field asks for: a finding's code and its arguments."""

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(code)
        self.code = code
        self.arguments = arguments


def parse_number(text: object) -> Decimal:
    """Answer the exact decimal that a file's text writes; no exponent, no sign +, no separators."""
    if not isinstance(text, str) or len(text) > MAX_NUMBER or not _number(text):
        raise Malformed("number-malformed", text=shown(text))
    return Decimal(text)


def parse_day(text: object) -> date:
    """Answer the day that YYYY-MM-DD writes; a year outside 1900–2200 is taken for a slip."""
    if not isinstance(text, str) or not _day(text):
        raise Malformed("date-malformed", text=shown(text), why="form")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        month = int(text[5:7])
        why = "day" if 1 <= month <= 12 else "month"  # noqa: PLR2004 (a year's months)
        raise Malformed("date-malformed", text=text, why=why) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Malformed("date-malformed", text=text, why="year")
    return day


def parse_days(text: object) -> int:
    """Answer a whole number of days, up to ten years."""
    number = parse_number(text)
    if number != int(number) or not 0 <= number <= MAX_DAYS:
        raise Malformed("number-malformed", text=shown(text))
    return int(number)


def parse_percent(text: object) -> Decimal:
    """Answer a number from 0 to 100."""
    number = parse_number(text)
    if not 0 <= number <= PERCENT:
        raise Malformed("number-malformed", text=shown(text), why="percent")
    return number


def parse_count(text: object) -> Decimal:
    """Answer a whole number, 0 or more."""
    number = parse_number(text)
    if number != int(number) or number < 0:
        raise Malformed("number-malformed", text=shown(text), why="count")
    return number


def parse_slug(text: object) -> str:
    """Answer an id of lower-case letters, digits and single hyphens, at most 64 long."""
    if not isinstance(text, str) or len(text) > MAX_ID or not _slug(text) or text == _NULL:
        raise Malformed("id-malformed", text=shown(text), form="slug")
    return text


def parse_name_id(text: object) -> str:
    """Answer an id that may be a Chinese name: letters and digits of any script, and （）()-·.

    Signs that cannot be seen or that turn the direction of writing are no letters, and a letter
    stands in its normal form, so that two ids which look the same are the same.
    """
    if isinstance(text, str) and 0 < len(text) <= MAX_ID and _is_name(text):
        return text
    raise Malformed("id-malformed", text=shown(text), form="name")


def _is_name(text: str) -> bool:
    if text.lower() == _NULL or text.startswith("-") or not _FILLERS.isdisjoint(text):
        return False
    normal = unicodedata.is_normalized("NFC", text)
    return normal and all(sign.isalnum() or sign in "（）()-·" for sign in text)


def parse_text(text: object) -> str:
    """Answer a text that is not blank, and of a length that a table can hold."""
    if isinstance(text, str) and len(text) > MAX_TEXT:
        raise Malformed("text-expected", why="length", limit=f"{MAX_TEXT:,}")
    if isinstance(text, str) and text.strip():
        return text
    raise Malformed("value-empty" if isinstance(text, str | None) else "text-expected")


def shown(value: object) -> str:
    """Shorten what a file holds to what a sentence can quote, every sign of it to be seen."""
    text = value if isinstance(value, str) else ""
    return visible(text if len(text) <= MAX_NUMBER else text[: MAX_NUMBER - 1] + "…")


def visible(text: str) -> str:
    """Name the signs that cannot be seen, that move the cursor or that colour a terminal."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else f"<U+{ord(sign):04X}>" for sign in text)


@dataclass(frozen=True)
class Written:
    """Says that a field is read by `parse`, from the file's own text.

    `schema` is what JSON Schema says of it. An editor gives a plain word a type of its own, so
    where we read a text it may see a number; patterns speak of strings alone.
    """

    parse: Callable[[object], object]
    schema: Mapping[str, object] = field(compare=False)

    def __get_pydantic_core_schema__(
        self, source: object, handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        """Tell pydantic to call the parser and nothing else."""
        from pydantic_core import core_schema  # noqa: PLC0415 (only the boundary needs it)

        return core_schema.no_info_plain_validator_function(self.parse)

    def __get_pydantic_json_schema__(self, source: object, handler: object) -> dict[str, object]:
        """Tell pydantic what editors are told."""
        return dict(self.schema)


# An editor gives a plain word a type of its own: 2022 is a number to it, and true a truth value.
ID_TYPES = ("string", "integer", "boolean")


def _schema(*types: str, pattern: str, **more: object) -> Mapping[str, object]:
    return {"type": list(types) if len(types) > 1 else types[0], "pattern": pattern, **more}


# Years from the first to the last, for an editor that is to say what the parsers say.
YEARS = "(?:19|2[01])[0-9]{2}|2200"
_EDITED_DAY = f"^(?:{YEARS})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"
_EDITED_DAYS = "^(?:[0-9]|[1-9][0-9]{1,2}|[12][0-9]{3}|3[0-5][0-9]{2}|36[0-5][0-9]|3660)$"
_DAYS = {"minimum": 0, "maximum": MAX_DAYS}
_ID = {"minimum": 0, "maxLength": MAX_ID}
# What stands in no name, as far as the patterns of all editors can say it: blanks and signs.
_SIGNS = r"""\s!"#$%&'*+,./:;<=>?@\[\\\]^_`{|}~，、；：。！？“”‘’《》【】｛｝［］—…"""
_NAME = rf"^(?![nN][uU][lL][lL]$)[^-{_SIGNS}][^{_SIGNS}]*$"
Number = Annotated[
    Decimal,
    Written(parse_number, _schema("number", "string", pattern=f"^{NUMBER}$", maxLength=MAX_NUMBER)),
]
Day = Annotated[date, Written(parse_day, _schema("string", pattern=_EDITED_DAY, format="date"))]
Days = Annotated[
    int, Written(parse_days, _schema("integer", "string", pattern=_EDITED_DAYS, **_DAYS))
]
_EDITED_PERCENT = r"^(?:100(?:\.0+)?|(?:[0-9]|[1-9][0-9])(?:\.[0-9]+)?)$"
_EDITED_COUNT = r"^(?:0|[1-9][0-9]*)(?:\.0+)?$"
Percent = Annotated[
    Decimal,
    Written(
        parse_percent,
        _schema(
            "number",
            "string",
            pattern=_EDITED_PERCENT,
            minimum=0,
            maximum=PERCENT,
            maxLength=MAX_NUMBER,
        ),
    ),
]
Count = Annotated[
    Decimal,
    Written(
        parse_count,
        _schema("integer", "string", pattern=_EDITED_COUNT, minimum=0, maxLength=MAX_NUMBER),
    ),
]
Slug = Annotated[
    str, Written(parse_slug, _schema(*ID_TYPES, pattern=f"^(?!{_NULL}$){SLUG}$", **_ID))
]
NameId = Annotated[str, Written(parse_name_id, _schema(*ID_TYPES, pattern=_NAME, **_ID))]
TEXT = _schema("string", "number", "boolean", pattern="\\S", maxLength=MAX_TEXT)
Text = Annotated[str, Written(parse_text, TEXT)]
