"""The table of readings holds every field of every reading, and what follows from it."""

from dataclasses import fields
from datetime import date
from decimal import Decimal

import builders
from builders import folder, goal, lines, outcome, plan_of, source, target
from fjdex.exchange.table import Table, Value
from fjdex.plan.period import parse_period
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.terms import Comparability, Qualifier, State, Status
from fjdex.plan.words import Words
from tables import export_of, rows_of

DAY = date(2022, 6, 30)
EVERYTHING = (
    "date: 2022-06-30, within: 2022-06, period: 2022H1, area: 东市, value: -3.50, "
    "qualifier: at-least, status: provisional, printed: 超-3.50, measure: {zh: 甲, en: A}, "
    "unit: 个/人, comparability: near, source: s, note: {zh: =1+1, en: one}"
)


def _plan(readings: str, **files: str) -> Plan:
    texts = folder(
        targets=target(goal(), unit="个"),
        outcomes=outcome("o", parts="[{id: p, name: {zh: 甲, en: A}, area: 西市}]"),
        readings={"t": readings, **files},
        sources=source("s", "2022-07-15"),
    )
    return plan_of({**texts, "plan.yaml": builders.HEADER})


def test_each_key_has_its_column() -> None:
    """What the file holds, then what follows: names, the area and unit meant, the day known."""
    table = export_of(_plan(lines(EVERYTHING)), DAY)["readings"]

    assert rows_of(table) == [
        {
            "id": "t",
            "date": DAY,
            "within": "2022-06",
            "period": "2022H1",
            "area": "东市",
            "value": Decimal("-3.50"),
            "qualifier": "at-least",
            "status": "provisional",
            "printed": "超-3.50",
            "measure_zh": "甲",
            "measure_en": "A",
            "unit": "个/人",
            "comparability": "near",
            "source": "s",
            "note_zh": "=1+1",
            "note_en": "one",
            "list": "target",
            "name_zh": "虚构",
            "name_en": "Invented",
            "area_read": "东市",
            "unit_read": "个/人",
            "published": date(2022, 7, 15),
            "line": 1,
        }
    ]


def test_what_is_left_out_is_told_apart_from_what_is_meant() -> None:
    """An area or a unit that the file does not name is empty, and stands in its second column."""
    plan = _plan(
        lines("date: 2022-06-30, value: 1"), o=lines("date: 2022-06-30, part: p, state: started")
    )
    wanted = ("id", "area", "area_read", "unit", "unit_read", "part", "value", "state")
    rows = [
        {key: row.get(key) for key in wanted} for row in rows_of(export_of(plan, DAY)["readings"])
    ]

    assert rows == [
        dict(zip(wanted, ("t", None, "虚构省", None, "个", None, Decimal(1), None), strict=True)),
        dict(zip(wanted, ("o", None, "西市", None, None, "p", None, "started"), strict=True)),
    ]


def _words(row: dict[str, Value], name: str) -> Words | None:
    zh, en = row.get(f"{name}_zh"), row.get(f"{name}_en")
    return Words(str(zh), str(en)) if zh else None


def _again(row: dict[str, Value]) -> Reading:
    """Make a reading of a row again, from its first eighteen columns alone."""
    within, period, state = row.get("within"), row.get("period"), row.get("state")
    plain = {key: row.get(key) for key in ("date", "area", "part", "value", "printed")}
    plain |= {key: row.get(key) for key in ("unit", "source")}
    return Reading(
        **plain,  # type: ignore[arg-type]  # the row's types are the columns'
        within=parse_period(within) if within else None,
        period=parse_period(period) if period else None,
        state=State(str(state)) if state else None,
        qualifier=Qualifier(str(row["qualifier"])),
        status=Status(str(row["status"])),
        comparability=Comparability(str(row["comparability"])),
        measure=_words(row, "measure"),
        note=_words(row, "note"),
    )


def readings_again(table: Table) -> list[tuple[str, Reading]]:
    """Make the readings of a table again."""
    return [(str(row["id"]), _again(row)) for row in rows_of(table)]


def test_no_field_of_a_reading_is_lost() -> None:
    """The columns that the file's keys have make the same readings again, area named or not."""
    bare, named = "date: 2022-06-30, value: 1", "date: 2022-07-31, area: 虚构省, value: 1, note: 甲"
    state = "date: 2022-06-30, part: p, state: delivered, qualifier: by"
    plan = _plan(lines(bare, named, EVERYTHING.replace("06-30", "12-31")), o=lines(state))

    expected = [(id_, one) for id_ in plan.records for one in plan.readings.get(id_, ())]
    assert readings_again(export_of(plan, DAY)["readings"]) == expected
    assert {one.name for one in fields(Reading)} - {"line"} <= {
        column.name.removesuffix("_zh") for column in export_of(plan, DAY)["readings"].columns
    }
