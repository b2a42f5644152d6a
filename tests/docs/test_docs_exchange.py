"""docs/exchange.md names every table and column of an export, in their order, with their types."""

import re
from datetime import date
from pathlib import Path

import pytest

from builders import folder, plan_of
from fjdex.exchange.export import TABLES
from tables import export_of

PAGE = (Path(__file__).parents[2] / "docs" / "exchange.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^### (\w+)\n(.*?)(?=^### |\Z)", PAGE, re.MULTILINE | re.DOTALL))


def test_every_table_has_its_section() -> None:
    """In the order in which they are written."""
    assert tuple(SECTIONS) == TABLES


@pytest.mark.parametrize("name", TABLES)
def test_every_column_has_its_row(name: str) -> None:
    """The keys in a row share one type, or have one each."""
    rows = re.findall(r"^\| (`.*`) \| ([a-z, ]+) \|", SECTIONS[name], re.MULTILINE)
    said = []
    for keys, types in rows:
        names, kinds = re.findall(r"`(\w+)`", keys), types.split(", ")
        said += list(zip(names, kinds if len(kinds) > 1 else kinds * len(names), strict=True))

    columns = export_of(plan_of(folder()), date(2022, 1, 1))[name].columns
    assert said == [(one.name, one.type.value) for one in columns]
