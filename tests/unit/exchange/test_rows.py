"""From the rows of a sheet to entries."""

from collections.abc import Sequence

import builders as b
from fjdex.exchange.grid import Cell, CellKind, CellPlace, Remarked, Row, Sheet
from fjdex.exchange.items import Items
from fjdex.exchange.rows import Entry, Event, Opening, read_book
from fjdex.plan.plan import Plan


def plan() -> Plan:
    """Answer a plan with a target of 万个 and one of states."""
    targets = b.target(b.goal(), key="first", unit="万个")
    targets += b.target(b.state_goal(), key="second", kind="deliverable")
    return b.plan_of(b.folder(targets=targets))


def sheet(*texts: str, name: str | None = "表", typed: bool = False) -> Sheet:
    """Make a sheet of rows whose cells are parted by bars."""
    rows = [
        Row(at, {n: Cell(one) for n, one in enumerate(text.split("|"), start=1) if one})
        for at, text in enumerate(texts, start=1)
    ]
    return Sheet(name, [row for row in rows if row.cells], typed=typed)


def events(*sheets: Sheet) -> list[Event]:
    """Answer what sheets say."""
    return list(read_book(Items(plan()), "a.xlsx", sheets))


def told(found: Sequence[Event]) -> list[str]:
    """Answer events in short: codes with their cells, entries with their words."""
    lines = []
    for one in found:
        if isinstance(one, Entry):
            words = " ".join(f"{name}={word.text}" for name, word in sorted(one.words.items()))
            lines.append(f"{one.record.id}: {words}")
        elif isinstance(one, Opening):
            lines.append("opening")
        else:
            lines.append(f"{one.code} {one.place.column}{one.place.row}")
    return lines


HEADS = "编号|名称|数值|单位|备注|原因"


def test_a_row_says_something_of_its_record() -> None:
    """Its cells by field; an item by its id or its name; its place is kept."""
    rows = ("first||5", "|second|已完成||注", "", "|third|5", "first||||注|晚")
    found = events(sheet(HEADS, *rows))

    assert told(found) == [
        "opening",
        "first: id=first value=5",
        "second: name=second note=注 value=已完成",
        "item-unknown B5",
        "first: id=first note=注 reason=晚",
    ]
    assert isinstance(found[1], Entry)
    assert found[1].words["value"].place == CellPlace("a.xlsx", "表", 2, "C")


def test_a_column_of_units_converts() -> None:
    """What is not understood in its unit stays as it is."""
    rows = ("first||50000|个", "first||近6|亿个", "first||x|个", "first||5|万个", "first||5|")
    assert told(events(sheet(HEADS, *rows)))[1:] == [
        "first: id=first unit=个 value=50000个",
        "first: id=first qualifier=just-under unit=亿个 value=6亿个",
        "first: id=first unit=个 value=x",
        "first: id=first unit=万个 value=5",
        "first: id=first value=5",
    ]


def test_a_unit_in_the_head_converts_too() -> None:
    """Where the row has none of its own."""
    found = events(sheet("编号|数值（个）", "first|50000"))
    assert told(found)[1:] == ["first: id=first value=50000个"]


def test_totals_repeated_heads_and_silent_rows_are_passed_over() -> None:
    """Only what would be lost with them is told."""
    rows = ("合计||9", "一、小计||9", HEADS, "first", "first|||个", "first||||注", "注：|||", "||9")
    assert told(events(sheet(HEADS, *rows)))[1:] == [
        "total-passed 2",
        "total-passed 3",
        "value-missing E7",
        "item-missing 9",
    ]


def test_an_id_and_a_name_must_be_of_one_item() -> None:
    """A name that is of no item says nothing against an id; one of two items asks for the id."""
    texts = (HEADS, "first|second|5", "first|虚构|5", "first|nothing|5", "|虚构|5")
    assert told(events(sheet(*texts)))[1:] == [
        "item-mismatch B2",
        "first: id=first name=虚构 value=5",
        "first: id=first name=nothing value=5",
        "item-ambiguous B5",
    ]


def test_a_value_and_a_state_are_one_too_many() -> None:
    """Either is the value."""
    texts = ("id|value|state", "first|5|", "second||done", "first|5|done")
    assert told(events(sheet(*texts)))[1:] == [
        "first: id=first value=5",
        "second: id=second value=done",
        "value-twice C4",
    ]


def test_what_is_hidden_is_in_doubt() -> None:
    """A sheet, a row, and a column once."""
    rows = [
        Row(1, {1: Cell("id"), 2: Cell("value")}),
        Row(2, {1: Cell("first"), 2: Cell("5", CellKind.NUMBER)}, hidden=True),
        Row(3, {1: Cell("first"), 2: Cell("6", CellKind.NUMBER)}),
    ]
    hidden = Sheet("表", rows, hidden=True, hidden_columns=frozenset({2}), typed=True)
    assert told(events(hidden)) == [
        "sheet-hidden 0",
        "opening",
        "row-hidden 2",
        "column-hidden B0",
        "first: id=first value=5",
        "first: id=first value=6",
    ]


def test_sheets_without_heads_are_told_where_all_are_such() -> None:
    """Beside one that has heads they are noted; our own register and empty ones are not."""
    good, other, register = sheet("id|value"), sheet("x", name="二"), sheet("id", name="Sources")
    empty = Sheet("三", [])
    assert told(events(good, other, register, empty)) == ["opening", "sheet-passed 0"]
    assert told(events(other, empty)) == ["heads-missing 0"]
    assert told(events(empty)) == ["sheet-empty 0"]


def test_faulty_cells_are_told_and_the_rest_is_kept() -> None:
    """The entry knows which of its fields were told."""
    rows = [
        Row(1, {1: Cell("id"), 2: Cell("value"), 3: Cell("date")}),
        Row(2, {1: Cell("first"), 2: Cell("#REF!", CellKind.ERROR), 3: Cell("2022-09-30")}),
    ]
    found = events(Sheet("表", rows, typed=True))
    assert told(found)[1:] == ["cell-error B2", "first: date=2022-09-30 id=first"]
    assert isinstance(found[-1], Entry)
    assert found[-1].faulty == {"value"}


def test_another_table_of_an_export_is_passed_over_by_name() -> None:
    """Its values are what is planned, not what was read."""
    found = events(sheet("id|area|decided|date|value", "first|||2022-12-31|5"))
    assert found == [Remarked("table-passed", CellPlace("a.xlsx", "表"), {"text": "path"})]


def test_a_unit_above_the_heads_converts() -> None:
    """In one cell or two; the name of an agency behind 单位 is none."""
    for above in ("情况表||单位：个", "计量单位|个"):
        assert told(events(sheet(above, "编号|数值", "first|50000")))[1:] == [
            "first: id=first value=50000个"
        ]
    agency = plan().agencies[0].id
    assert told(events(sheet(f"单位：{agency}", "编号|数值", "first|5")))[1:] == [
        "first: id=first value=5"
    ]


def test_words_and_a_column_that_contradict_each_other_are_told() -> None:
    """Where they agree, or one says nothing, they are taken."""
    rows = ("first|超40|准确", "first|超40|超", "first|40|超", "first|超40|")
    found = told(events(sheet("编号|数值|数值性质", *rows)))
    assert [one for one in found if "twice" in one] == ["qualifier-twice C2"]


def test_a_unit_that_only_a_format_shows_is_told() -> None:
    """Unless it is the one in which the value is counted."""
    rows = [Row(1, {1: Cell("id"), 2: Cell("value")})]
    rows += [
        Row(at, {1: Cell("first"), 2: Cell("5", CellKind.NUMBER, unit=unit)})
        for at, unit in ((2, "个"), (3, "万个"))
    ]
    found = told(events(Sheet("表", rows, typed=True)))
    assert [one for one in found if "unit-shown" in one] == ["unit-shown B2"]


def test_a_row_without_a_value_that_says_how_exact_or_when_is_in_doubt() -> None:
    """A value may have been forgotten."""
    rows = ("first||近", "first|||2022-09-30", "first||||s")
    found = events(sheet("编号|数值|数值性质|日期|来源", *rows))
    assert told(found)[1:] == [
        "value-forgotten C2",
        "value-forgotten D3",
        "value-forgotten E4",
    ]
