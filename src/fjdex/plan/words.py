"""Wording in both languages."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from fjdex.plan.scalars import Text

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
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

        words = handler(source)
        return core_schema.no_info_before_validator_function(
            parse_remark,
            words,
            json_schema_input_schema=core_schema.union_schema([core_schema.str_schema(), words]),
        )


Note = Annotated[Words, _OneOrBoth()]
