"""Wording in both languages."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from fjdex.plan.scalars import TEXT, Text

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Words:
    """The same thing said in Chinese and in English."""

    zh: Text
    en: Text

    def in_(self, language: Language) -> str:
        """Answer the wording in one language."""
        return self.zh if language == "zh" else self.en


def parse_remark(written: object) -> object:
    """Let one string stand for both languages; a mapping goes on as it is."""
    return {"zh": written, "en": written} if isinstance(written, str) else written


class _OneOrBoth:
    """Says that a field takes `{zh, en}` or one string that is not translated."""

    def __get_pydantic_core_schema__(
        self, source: type[Words], handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        from pydantic_core import core_schema  # noqa: PLC0415 (only the boundary needs it)

        return core_schema.no_info_before_validator_function(parse_remark, handler(source))

    def __get_pydantic_json_schema__(
        self, source: "CoreSchema", handler: "GetJsonSchemaHandler"
    ) -> dict[str, object]:
        """Tell pydantic what editors are told: a text, or both."""
        return {"anyOf": [dict(TEXT), handler(source)]}


Note = Annotated[Words, _OneOrBoth()]
