"""What the codes of the core say to people, in Chinese and in English.

A message is looked up as `domain.code`; each domain is one module in each language, imported when
it is first needed. Both languages hold the same codes with the same arguments; a test keeps that.
"""

from collections.abc import Mapping
from importlib import import_module

from fjdex.plan.words import Language


def messages_of(language: Language, domain: str) -> Mapping[str, str]:
    """Answer the messages of one domain in one language."""
    module = import_module(f"fjdex.messages.{language}.{domain}")
    messages: Mapping[str, str] = module.MESSAGES
    return messages


class Voice:
    """Says messages in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._domains: dict[str, Mapping[str, str]] = {}

    def __call__(self, key: str, /, **arguments: object) -> str:
        """Answer the message of `domain.code` with its arguments put in."""
        domain, _, code = key.partition(".")
        return self._of(domain)[code].format(**arguments)

    def holds(self, key: str) -> bool:
        """Whether there is such a message."""
        domain, _, code = key.partition(".")
        return code in self._of(domain)

    def _of(self, domain: str) -> Mapping[str, str]:
        if domain not in self._domains:
            self._domains[domain] = messages_of(self.language, domain)
        return self._domains[domain]
