"""An export as a whole: which tables there are, of which records, and what each key is called."""

from datetime import date

import pytest

from builders import folder, goal, lines, outcome, plan_of, target
from fjdex.assess.assessment import Assessment
from fjdex.exchange.export import TABLES, Export
from fjdex.exchange.export_registers import Asked
from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.plan.words import LANGUAGES, Language
from tables import export_of, rows_of

DAY = date(2022, 6, 30)


def _plan() -> Plan:
    return plan_of(
        folder(
            targets=target(goal(), key="t") + target(goal(), key="u"),
            outcomes=outcome("o"),
            readings={
                "t": lines("date: 2022-06-30, value: 1"),
                "u": lines("date: 2022-06-30, value: 2"),
            },
        )
    )


def test_every_table_stands_in_its_place() -> None:
    """Their names are those that may be asked for, in that order."""
    assert tuple(export_of(_plan(), DAY)) == TABLES


def test_only_the_records_that_are_asked_for() -> None:
    """In readings, ratings, records and goals; registers are whole."""
    tables = export_of(_plan(), DAY, "u")

    wanted = ("readings", "ratings", "records", "goals", "areas")
    assert [[row["id"] for row in rows_of(tables[name])] for name in wanted] == [
        ["u"],
        ["u"],
        ["u"],
        ["u"],
        ["虚构省", "东市", "西市"],
    ]


def test_nothing_is_rated_where_no_rating_is_asked_for() -> None:
    """A day before the plan has readings and no ratings."""

    def assess() -> Assessment:
        raise AssertionError

    plan = _plan()
    export = Export(Asked(plan, date(2020, 1, 1)), plan.records.keys(), assess)
    others = [name for name in TABLES if name != "ratings"]

    assert [one.name for one in export.tables(others)] == others
    with pytest.raises(AssertionError):
        export.tables(["ratings"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_head_has_words_of_its_own(language: Language) -> None:
    """No two columns of a table are called the same, nor two sheets."""
    voice = Voice(language)
    for table in export_of(_plan(), DAY).values():
        names = [column.name for column in table.columns]
        said = [
            voice(f"export.column.{name.removesuffix('_zh').removesuffix('_en')}")
            for name in names
            if not name.endswith("_en")
        ]
        assert sorted(said) == sorted(set(said)), table.name
    sheets = [voice(f"export.table.{name}") for name in TABLES]
    assert sorted(sheets) == sorted(set(sheets))
