"""Readings that are read only when somebody asks for them."""

from datetime import date

import builders as b
from fjdex.plan.ledger import Ledger, Rows, area_of, count_until, day_of, of_area, on_day, source_of
from fjdex.plan.readings import Reading
from fjdex.yamlio.ledger import ledger_of
from fjdex.yamlio.lines import read_lines

TEXT = "# 甲\n\n" + b.lines(
    "date: 2021-03-31, value: 1",
    "date: 2021-03-31, area: 东市, value: 2",
    "date: 2021-06-30, period: 2021H1, area: 虚构省, value: 3",
    'date: 2021-09-30, value: 4, note: "甲, area , 东市"',
)


def ledger() -> Ledger:
    found = ledger_of(TEXT)
    assert found is not None
    return found


def test_a_ledger_is_the_readings_of_its_text() -> None:
    """It has their number, their order and their lines, and equals them both ways."""
    readings = read_lines(TEXT)
    assert readings is not None

    assert (len(ledger()), tuple(ledger()), ledger()[-1]) == (4, readings, readings[-1])
    assert (ledger() == readings, readings == ledger(), ledger() == ledger()) == (True, True, True)
    assert (ledger() == readings[:3], ledger() == "text") == (False, False)
    assert [one.line for one in ledger()] == [3, 4, 5, 6]


def test_what_is_of_an_area_or_of_none() -> None:
    """Other areas' readings are left out, whatever a note says; lines keep their numbers."""
    assert [one.line for one in ledger().of_area("虚构省")] == [3, 5, 6]
    assert [one.line for one in ledger().of_area("东市")] == [3, 4, 6]
    assert of_area(tuple(ledger()), "东市") == tuple(ledger())


def test_only_the_readings_that_are_picked_are_made() -> None:
    """By their places among the readings, not by their lines."""
    assert [one.line for one in ledger().picked([3, 0])] == [6, 3]
    assert ledger().picked([]) == ()


def test_how_many_are_dated_until_a_day() -> None:
    """The day itself counts, and the order does not matter."""
    turned = "".join(f"{line}\n" for line in reversed(TEXT.splitlines()))
    found = ledger_of(turned)
    assert found is not None
    counts = [count_until(found, day) for day in ("2021-03-30", "2021-03-31", "2021-12-31")]

    assert counts == [0, 2, 4]
    assert count_until(tuple(found), "2021-06-30") == 3
    assert count_until((Reading(date=date(2021, 6, 30)),), "2021-06-29") == 0


def test_a_comment_cites_no_source() -> None:
    """A reading that was commented out is no reading, whatever it looks like."""
    found = ledger_of(
        "# - {date: 2021-03-31, value: 1, source: gone}\n"
        + b.lines('date: 2021-03-31, value: 1, source: one, note: "甲, note: 乙"')
        + b.lines("date: 2021-06-30, value: 2, source: two")
    )
    assert found is not None
    assert found.sources == {"one", "two"}


def test_the_readings_of_a_day_for_an_area() -> None:
    """Those that name it or none; other days are not made."""
    day = date(2021, 3, 31)
    assert [one.line for one in on_day(ledger(), "东市", day)] == [3, 4]
    assert [one.line for one in on_day(ledger(), "虚构省", day)] == [3]
    assert [one.line for one in on_day(tuple(ledger()), "虚构省", day)] == [3, 4]
    assert on_day(ledger(), "东市", date(2021, 3, 30)) == ()


def test_rows_say_when_without_making_readings() -> None:
    """Odd is a line that may say more than a plain value, or less."""
    text = b.lines(
        "date: 2021-03-31, period: 2021Q1, value: 1",
        "date: 2021-06-30, area: 东市, value: 2",
        "date: 2021-09-30, value: 3, qualifier: about",
        'date: 2021-12-31, note: "甲, value: 4"',
    )
    found = ledger_of(text)
    assert found is not None
    lines = [(at, line) for at, line in enumerate(text.splitlines(), start=1) if at != 2]
    assert found.rows("虚构省") == Rows(
        lines, ["2021-03-31", "2021-09-30", "2021-12-31"], ["2021Q1", "", ""], frozenset({1, 2})
    )
    assert [one.line for one in found.of(lines[1:2])] == [3]


def test_the_lines_of_other_areas() -> None:
    """Of some days, with their numbers; of each area the last up to a day, also out of order."""
    text = "# 甲\n" + b.lines(
        "date: 2021-03-31, value: 1, source: one",
        "date: 2021-06-30, area: 东市, value: 2, source: two, note: 甲",
        "date: 2021-09-30, area: 虚构省, value: 3",
        "date: 2021-12-31, area: 西市",
        "date: 2021-03-31, area: 东市, value: 1",
    )
    found = ledger_of(text)
    assert found is not None
    lines = found.others("虚构省")
    assert [one[0] for one in lines] == [3, 5, 6]
    assert [one[0] for one in found.others("虚构省", "2021-06-30", "2021-12-30")] == [3]
    assert [one[0] for one in found.others("西市")] == [3, 4, 6]
    assert [one[0] for one in found.latest_of_others("虚构省", "2021-12-31", 2)] == [3, 5]
    assert [one[0] for one in found.latest_of_others("虚构省", "2021-06-29", 2)] == [6]
    assert [(day_of(one), area_of(one), source_of(one)) for one in lines] == [
        ("2021-06-30", "东市", "two"),
        ("2021-12-31", "西市", ""),
        ("2021-03-31", "东市", ""),
    ]
    assert [found.others_citing("虚构省", one) for one in ("two", "one")] == [lines[:1], []]
    assert [one[0] for one in found.others_citing("西市", "two")] == [3]
