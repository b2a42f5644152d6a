"""Words for keys and terms in Chinese or otherwise, told only where they are known."""

from dataclasses import fields, is_dataclass
from enum import EnumType

import pytest

from fjdex.plan import records, terms, vocabulary
from fjdex.plan.readings import Reading
from fjdex.plan.vocabulary import key_meant, term_meant
from fjdex.plan.words import Words

KEYS = [one.name for one in fields(Reading)]
TYPES = (Reading, Words, *(one for one in vars(records).values() if isinstance(one, type)))


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("日期", "date"),
        ("数值", "value"),
        ("状态", "state"),
        ("数据状态", "status"),
        ("单位", "unit"),
        ("来源", "source"),
        ("备注", "note"),
        ("Date", "date"),
        ("ｖａｌｕｅ", "value"),
        ("VALUE", "value"),
        ("牵头单位", ""),
        ("无此键", ""),
    ],
)
def test_a_key_in_other_words(word: str, meant: str) -> None:
    """In Chinese, in capitals or full-width; a key of another record is none here."""
    assert key_meant(word, KEYS) == meant


@pytest.mark.parametrize(
    ("word", "vocabulary", "meant"),
    [
        ("已完成", terms.State, "delivered"),
        ("已完成", terms.Rating, "met"),
        ("在建", terms.State, "started"),
        ("暂行", terms.Status, "provisional"),
        ("初步核算", terms.Status, "provisional"),
        ("超过", terms.Qualifier, "at-least"),
        ("at_least", terms.Qualifier, "at-least"),
        ("At Least", terms.Qualifier, "at-least"),
        ("≥", terms.Operator, ">="),
        ("比重", terms.Kind, "ratio"),
        ("转载", terms.SourceKind, "reprint"),
        ("季度", terms.Interval, "quarter"),
        ("已完成", terms.Status, ""),
        ("无此词", terms.State, ""),
    ],
)
def test_a_term_in_other_words(word: str, vocabulary: type[terms.State], meant: str) -> None:
    """The same word may mean one thing as a state and another as a rating."""
    assert term_meant(word, [one.value for one in vocabulary]) == meant


def test_every_word_means_a_key_or_term_that_exists() -> None:
    """Nobody is told to type what the format does not know."""
    keys = {one.name for of in TYPES if is_dataclass(of) for one in fields(of)}
    enums = [of for of in vars(terms).values() if isinstance(of, EnumType)]
    words = {str(word) for of in enums for word in list[str](of)}
    meant = [
        {line.partition(": ")[0] for line in table.splitlines()}
        for table in (vocabulary._KEYS, vocabulary._TERMS)  # noqa: SLF001 (the tables themselves)
    ]
    assert (meant[0] - keys, meant[1] - words) == (set(), set())
