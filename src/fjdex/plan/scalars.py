"""How single values are written in a file: numbers, days, ids, texts.

Each parser takes the text as it stands and answers the value, or raises `Malformed` with the code
of the finding and its arguments. `Written` ties a parser to a type, so that the type of a field
alone says how it is read; pydantic asks it, and nothing here imports pydantic before that.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
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
_NULL = "null"
FIRST_YEAR = 1900
LAST_YEAR = 2200
MAX_DAYS = 3660


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


def parse_slug(text: object) -> str:
    """Answer an id of lower-case letters, digits and single hyphens, at most 64 long."""
    if not isinstance(text, str) or len(text) > MAX_ID or not _slug(text) or text == _NULL:
        raise Malformed("id-malformed", text=shown(text), form="slug")
    return text


def parse_name_id(text: object) -> str:
    """Answer an id that may be a Chinese name: letters and digits of any script, and （）()-·.

    Signs that cannot be seen or that turn the direction of writing are no letters, so that two
    ids which look the same are the same.
    """
    if isinstance(text, str) and 0 < len(text) <= MAX_ID and _is_name(text):
        return text
    raise Malformed("id-malformed", text=shown(text), form="name")


def _is_name(text: str) -> bool:
    dull = text.lower() == _NULL or text.startswith("-")
    return not dull and all(sign.isalnum() or sign in "（）()-·" for sign in text)


def parse_text(text: object) -> str:
    """Answer a text that is not blank."""
    if isinstance(text, str) and text.strip():
        return text
    raise Malformed("value-empty" if isinstance(text, str | None) else "text-expected")


def shown(value: object) -> str:
    """Shorten what a file holds to what a sentence can quote."""
    text = value if isinstance(value, str) else ""
    return text if len(text) <= MAX_NUMBER else text[: MAX_NUMBER - 1] + "…"


@dataclass(frozen=True)
class Written:
    """Says that a field is read by `parse`, from the file's own text."""

    parse: Callable[[object], object]
    pattern: str = ""

    def __get_pydantic_core_schema__(
        self, source: object, handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        """Tell pydantic to call the parser and nothing else."""
        from pydantic_core import core_schema  # noqa: PLC0415 (only the boundary needs it)

        return core_schema.no_info_plain_validator_function(
            self.parse,
            json_schema_input_schema=core_schema.str_schema(pattern=self.pattern or None),
        )


Number = Annotated[Decimal, Written(parse_number, NUMBER)]
Day = Annotated[date, Written(parse_day, DAY)]
Days = Annotated[int, Written(parse_days, NUMBER)]
Slug = Annotated[str, Written(parse_slug, SLUG)]
NameId = Annotated[str, Written(parse_name_id)]
Text = Annotated[str, Written(parse_text)]
