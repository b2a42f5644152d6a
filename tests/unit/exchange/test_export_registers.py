"""The tables of what records refer to."""

from datetime import date
from decimal import Decimal

from builders import HEADER, folder, plan_of
from fjdex.exchange.export_registers import Asked, register_tables, remarks_table
from fjdex.plan.plan import Plan
from tables import rows_of

SOURCES = (
    "- {id: s, kind: return, title: {zh: 甲, en: A}, publisher: 局, published: 2022-07-15, "
    "published_note: 记, url: 'https://example.org/a', confidence: low, note: 注}\n"
)
AGENCIES = (
    "- {id: 虚构局, name: {zh: 虚构局, en: Bureau}, kind: group, "
    "aliases: [甲局, 乙局], members: [丙局]}\n"
)
REMARKS = (
    "- {id: t, quarter: 2022Q2, reason: {zh: 因, en: why}, action: {zh: 做, en: do}, by: 局, "
    "date: 2022-07-20}\n"
    "- {id: u, quarter: 2022Q2, reason: 因, action: 做}\n"
)


def _plan() -> Plan:
    extra = (
        "sections: [{id: a, list: tasks, name: {zh: 一, en: I}, total: 3}]\n"
        "classes: [{id: c, name: {zh: 好, en: Good}, ratings: [met, ahead]}]\n"
    )
    header = HEADER.replace("classes: []\n", extra)
    texts = folder(header=header, sources=SOURCES)
    return plan_of({**texts, "agencies.yaml": AGENCIES, "remarks.yaml": REMARKS})


def test_registers() -> None:
    """Sources, agencies, areas, sections, classes, and the plan with what was asked."""
    asked = Asked(_plan(), date(2022, 9, 30), date(2022, 8, 1), "abc")

    assert {one.name: rows_of(one) for one in register_tables(asked)} == {
        "sources": [
            {
                "id": "s",
                "kind": "return",
                "title_zh": "甲",
                "title_en": "A",
                "publisher": "局",
                "published": date(2022, 7, 15),
                "published_note_zh": "记",
                "published_note_en": "记",
                "url": "https://example.org/a",
                "confidence": "low",
                "note_zh": "注",
                "note_en": "注",
            }
        ],
        "agencies": [
            {
                "id": "虚构局",
                "name_zh": "虚构局",
                "name_en": "Bureau",
                "kind": "group",
                "aliases": ("甲局", "乙局"),
                "members": ("丙局",),
            }
        ],
        "areas": [
            {"id": "虚构省", "name_zh": "虚构省", "name_en": "Invented province"},
            {"id": "东市", "name_zh": "东市", "name_en": "East", "parent": "虚构省"},
            {"id": "西市", "name_zh": "西市", "name_en": "West", "parent": "虚构省"},
        ],
        "sections": [
            {"id": "a", "list": "task", "name_zh": "一", "name_en": "I", "total": Decimal(3)}
        ],
        "classes": [{"id": "c", "name_zh": "好", "name_en": "Good", "ratings": ("met", "ahead")}],
        "plan": [
            {
                "id": "invented",
                "title_zh": "虚构的方案",
                "title_en": "An invented plan",
                "start": date(2021, 1, 1),
                "end": date(2022, 12, 31),
                "band_ahead": Decimal("1.05"),
                "band_on_schedule": Decimal(1),
                "band_behind": Decimal("0.60"),
                "band_far_behind": Decimal(0),
                "about": Decimal(5),
                "every": "quarter",
                "lag": 60,
                "as_of": date(2022, 9, 30),
                "known_by": date(2022, 8, 1),
                "revision": "abc",
            }
        ],
    }


def test_remarks() -> None:
    """Only those on the records that are asked for."""
    assert rows_of(remarks_table(_plan(), {"t"})) == [
        {
            "id": "t",
            "quarter": "2022Q2",
            "reason_zh": "因",
            "reason_en": "why",
            "action_zh": "做",
            "action_en": "do",
            "by": "局",
            "date": date(2022, 7, 20),
        }
    ]
