"""Tables for tests: made of a few values, and whole plans as the tables of an export."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from fjdex.assess.assessment import assess
from fjdex.exchange.export import Export
from fjdex.exchange.export_registers import Asked
from fjdex.exchange.table import Column, Row, Table, Type, Value
from fjdex.plan.plan import Plan
from fjdex.plan.scalars import FIRST_YEAR, LAST_YEAR

# What a file of the data folder can hold: no controls but line breaks and tabs, no surrogates.
texts = st.text(
    st.one_of(
        st.characters(exclude_categories=["C", "Zl", "Zp"]), st.sampled_from("\n\t=+-@'\"＝，;_x")
    ),
    min_size=1,
    max_size=30,
).filter(str.strip)
numbers = st.from_regex(r"-?(?:0|[1-9][0-9]{0,25})(?:\.[0-9]{1,12})?", fullmatch=True).map(Decimal)
days = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


def table_of(types: Sequence[Type], rows: Sequence[Row], name: str = "invented") -> Table:
    """Answer a table of some columns, named by number."""
    columns = tuple(Column(f"column_{number}", type_) for number, type_ in enumerate(types))
    return Table(name, columns, lambda: iter(rows))


def export_of(plan: Plan, day: date, *ids: str) -> Mapping[str, Table]:
    """Answer the tables of a plan as of a day by name, of all records or of some."""
    asked = Asked(plan, day)
    export = Export(asked, ids or plan.records.keys(), lambda: assess(plan, day))
    return {one.name: one for one in export.tables()}


def rows_of(table: Table) -> list[dict[str, Value]]:
    """Answer the rows of a table with only what they hold."""
    names = [column.name for column in table.columns]
    pairs = (zip(names, row, strict=True) for row in table.rows())
    return [{name: value for name, value in row if value not in {None, ()}} for row in pairs]
