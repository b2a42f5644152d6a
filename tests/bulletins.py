"""Bulletins of small plans for tests, in the words of either language."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import builders as b
from fjdex.assess.known import known_by
from fjdex.bulletin.quarterly import bulletin
from fjdex.load import load
from fjdex.messages import Voice
from fjdex.plan.period import parse_period
from fjdex.plan.plan import Plan
from fjdex.plan.records import Remark
from fjdex.plan.words import LANGUAGES, Language
from fjdex.plan.words import Words as Wording
from fjdex.render.bulletin import Words, context_of
from stage import PLANS

CLASSES = """\
classes:
  - {id: done, name: {zh: 已完成, en: Completed}, ratings: [met, met-late, met-undated]}
  - {id: ahead, name: {zh: 超进度, en: Ahead}, ratings: [ahead]}
  - {id: on, name: {zh: 达进度, en: On schedule}, ratings: [on-schedule]}
  - {id: behind, name: {zh: 欠进度, en: Behind}, ratings: [behind, far-behind, reversing, missed]}
  - id: other
    name: {zh: 其它, en: Other}
    ratings: [undecided, unconfirmed, not-due, ongoing, no-baseline, no-reading, cancelled]
"""
HEADER = b.HEADER.replace("classes: []\n", CLASSES)


def plan_of(readings: Mapping[str, str] | None = None, **texts: str) -> Plan:
    """Load a small plan that counts in the five classes, with readings by their records' ids."""
    return b.plan_of(b.folder(**texts, header=HEADER, readings=readings))


@cache
def invented_words() -> Words:
    """Answer a quarter of the invented plan in English, to be laid out by some template."""
    folder = PLANS["invented"]
    names = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.yaml")}
    loaded = load({name: path.read_bytes().decode() for name, path in names.items()})
    assert loaded.plan is not None
    return Words(bulletin(loaded.plan, parse_period("2024Q3")), Voice("en"))


def remarked(plan: Plan, id_: str, quarter: str, *, en: str = "", by: str = "") -> Plan:
    """Add a remark in Chinese, and in English where that is given."""
    words = Wording("原因", en or "原因")
    day = date(2021, 7, 5) if by else None
    one = Remark(
        id=id_, quarter=parse_period(quarter), reason=words, action=words, by=by or None, date=day
    )
    return replace(plan, remarks=(*plan.remarks, one))


def words_of(
    plan: Plan, period: str, language: Language = "zh", known: str = "", lead: str = ""
) -> Words:
    """Answer the bulletin of a period in one language."""
    held = known_by(plan, date.fromisoformat(known)) if known else None
    agency = plan.agency[lead] if lead else None
    made = bulletin(held.plan if held else plan, parse_period(period), held, agency)
    return Words(made, Voice(language))


def context(
    plan: Plan, period: str, language: Language = "zh", known: str = ""
) -> Mapping[str, Any]:
    """Answer what a template may use of the bulletin of a period."""
    return context_of(words_of(plan, period, language, known))


def both(plan: Plan, period: str, key: str, known: str = "") -> tuple[Any, Any]:
    """Answer what a template may use under one name, in Chinese and in English."""
    zh, en = (context(plan, period, language, known)[key] for language in LANGUAGES)
    return zh, en
