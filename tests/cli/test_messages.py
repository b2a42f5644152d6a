"""Every code says the same thing in both languages, and no code is without a sentence."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import fjdex
import fjdex.messages.en
import fjdex.messages.zh
from fjdex.assess.item import Flag
from fjdex.assess.pace import Lean
from fjdex.messages import Voice, messages_of
from fjdex.plan import terms
from fjdex.plan.failures import Failure
from fjdex.plan.findings import CODES, Severity
from fjdex.render.findings import headline, help_of, label
from fjdex.yamlio.tree import compose

SOURCE = Path(fjdex.__file__).parent
DOMAINS = sorted(one.name for one in pkgutil.iter_modules(fjdex.messages.en.__path__))


def _arguments(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_domains() -> None:
    """What is said in one language is said in the other, domain by domain."""
    assert sorted(one.name for one in pkgutil.iter_modules(fjdex.messages.zh.__path__)) == DOMAINS


@pytest.mark.parametrize("domain", DOMAINS)
def test_both_languages_have_the_same_codes(domain: str) -> None:
    """A code of one language is a code of the other, in the same order.

    Units are the exception: they are Chinese words, and only English has to say them otherwise.
    """
    en = [code for code in messages_of("en", domain) if not code.startswith("unit.")]

    assert list(messages_of("zh", domain)) == en


@pytest.mark.parametrize("domain", DOMAINS)
def test_both_languages_take_the_same_arguments(domain: str) -> None:
    """Where a sentence needs an argument in one language, it needs it in the other."""
    zh, en = messages_of("zh", domain), messages_of("en", domain)
    differing = {
        code: (_arguments(zh[code]), _arguments(en[code]))
        for code in zh
        if code in en and _arguments(zh[code]) != _arguments(en[code])
    }

    assert differing == {}


@pytest.mark.parametrize("domain", DOMAINS)
def test_chinese_is_chinese(domain: str) -> None:
    """No sentence of more than one English word stands untranslated in the Chinese catalogue."""
    zh, en = messages_of("zh", domain), messages_of("en", domain)
    same = [code for code in zh if zh[code] == en.get(code) and re.search(r"[a-z]{3}", zh[code])]

    assert [code for code in same if not _is_all_placeholders(zh[code])] == []


def _is_all_placeholders(text: str) -> bool:
    """Whether nothing of a message is words: commands, options, ids and arguments are none."""
    bare = re.sub(r"\{[a-z]+\}|fjdex [^\n]*", "", text)
    return re.search(r"[a-z]{3,} [a-z]{3,}", bare) is None


def _sources() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        if "messages" not in path.parts:
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def _texts(node: ast.expr) -> Iterator[str]:
    """Answer the texts that an expression may be, or the beginning of one that is put together."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)
    elif isinstance(node, ast.JoinedStr):
        first = node.values[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value + "*"


def _asked() -> Iterator[tuple[str, str]]:
    """Answer every key that the source asks a voice for, with the file that does."""
    domains = set(DOMAINS)
    for path, tree in _sources():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            for key in _texts(node.args[0]):
                if key.split(".")[0] in domains and "." in key and " " not in key:
                    yield key, path.name


def test_every_key_that_the_source_asks_for_exists() -> None:
    """A key written in the source is in the catalogue; one put together has a beginning there."""
    missing = []
    for key, file in _asked():
        domain, _, code = key.partition(".")
        held = messages_of("en", domain)
        known = any(one.startswith(code[:-1]) for one in held) if code[-1:] == "*" else code in held
        if not known:
            missing.append((key, file))

    assert missing == []


def _failures() -> Iterator[str]:
    names = {Failure.__name__, *(one.__name__ for one in Failure.__subclasses__())}
    for path, tree in _sources():
        names = {*names, "Malformed"} if path.parent.name == "plan" else names - {"Malformed"}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id in names and node.args:
                yield from (text for text in _texts(node.args[0]) if not text.endswith("*"))


def test_every_failure_has_a_sentence() -> None:
    """Whatever can keep a command from going on is said in a sentence."""
    failures = messages_of("en", "failure")
    findings = messages_of("en", "finding")

    assert [one for one in _failures() if one not in failures and one not in findings] == []


@pytest.mark.parametrize("code", CODES)
def test_every_finding_has_a_headline_and_help(code: str) -> None:
    """Every code of a finding has a headline in both languages, and says what to do."""
    for language in ("zh", "en"):
        held = messages_of(language, "finding")
        assert code in held
        assert any(one == f"{code}.help" or one.startswith(f"{code}.help.") for one in held)


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\nb\n",
        "- @a\n",
        "- &a a\n  b: 1\n",
        "- {a: 1\nb",
        "- [a\n",
        '- "a\n',
        "a: b: c\n",
        "a: 1\n b: 2\n",
        "-\ta: 1\n\tb: 2\n",
        "a: |x\n",
        "]\n",
        "--- a\n--- b: c: d\n",
        "? :\n-",
    ],
)
def test_whatever_the_parser_says_can_be_said(text: str) -> None:
    """Its slips come with no more than the line where something was opened."""
    _, findings = compose("f", text)
    for voice in (Voice("zh"), Voice("en")):
        for one in findings:
            assert headline(one, voice) != ""
            assert help_of(one, voice) != ""
            assert "{" not in label(one, voice).replace("`{`", "").replace("“{”", "")


def test_no_sentence_is_about_a_finding_that_does_not_exist() -> None:
    """The catalogue of findings holds no code that the program does not know."""
    assert {one.split(".")[0] for one in messages_of("en", "finding")} == set(CODES)


TERMS = [
    ("rating", terms.Rating),
    ("flag", Flag),
    ("list", terms.ListName),
    ("kind", terms.Kind),
    ("state", terms.State),
    ("comparability", terms.Comparability),
    ("status", terms.Status),
    ("source", terms.SourceKind),
    ("confidence", terms.Confidence),
    ("qualified", terms.Qualifier),
    ("operator", terms.Operator),
    ("lean", Lean),
    ("severity", Severity),
]


@pytest.mark.parametrize(("group", "members"), TERMS, ids=[group for group, _ in TERMS])
def test_every_term_has_a_word(group: str, members: type[terms.Rating]) -> None:
    """Every word of a closed vocabulary has one that people read, and none is left over."""
    for language in ("zh", "en"):
        held = messages_of(language, "terms")
        said = {one.split(".", 1)[1] for one in held if one.split(".")[0] == group}
        assert said == {one.value for one in members}


def test_ratings_read_as_the_design_says() -> None:
    """The Chinese words for ratings are the offices' own."""
    said = messages_of("zh", "terms")

    assert {code: said[f"rating.{code}"] for code in RATINGS} == RATINGS


RATINGS = {
    "cancelled": "已取消",
    "ongoing": "持续推进",
    "met": "已完成",
    "met-late": "逾期完成",
    "met-undated": "已完成，时间待核",
    "missed": "到期未完成",
    "undecided": "无法判定",
    "unconfirmed": "到期待确认",
    "not-due": "未到期",
    "no-reading": "无数据",
    "no-baseline": "缺基期",
    "ahead": "超序时进度",
    "on-schedule": "达到序时进度",
    "behind": "慢于序时进度",
    "far-behind": "严重滞后",
    "reversing": "倒退",
}


def test_messages_are_in_modules_of_their_own() -> None:
    """Each domain is one module in each language, and each holds messages alone."""
    for language in ("zh", "en"):
        for domain in DOMAINS:
            module = importlib.import_module(f"fjdex.messages.{language}.{domain}")
            assert [name for name in vars(module) if name.isupper()] == ["MESSAGES"]
