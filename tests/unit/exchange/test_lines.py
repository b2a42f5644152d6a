"""Tables as lines of text, read back with the standard library."""

import csv
import json
from datetime import date
from decimal import Decimal
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st

from fjdex.exchange.cells import plainly
from fjdex.exchange.lines import csv_lines, json_lines
from fjdex.exchange.table import Type
from tables import table_of, texts

TYPES = (Type.TEXT, Type.NUMBER, Type.DAY, Type.TRUTH, Type.LIST, Type.COUNT)
ROWS = (
    ("=1", Decimal("-3.50"), date(2024, 9, 30), True, ("甲", "乙"), 3),
    (None, None, None, None, (), None),
)


def test_comma_separated_values() -> None:
    """A head, a row each, and nothing where there is nothing."""
    assert "".join(csv_lines(table_of(TYPES, ROWS), "\n")) == (
        "column_0,column_1,column_2,column_3,column_4,column_5\n"
        "'=1,-3.50,2024-09-30,true,甲; 乙,3\n"
        ",,,,,\n"
    )


def test_an_object_a_line() -> None:
    """Decimals are texts, lists are lists, and every key is there."""
    lines = list(json_lines(table_of(TYPES, ROWS)))

    assert [json.loads(line) for line in lines] == [
        {
            "column_0": "=1",
            "column_1": "-3.50",
            "column_2": "2024-09-30",
            "column_3": True,
            "column_4": ["甲", "乙"],
            "column_5": 3,
        },
        {**dict.fromkeys((f"column_{number}" for number in range(6)), None), "column_4": []},
    ]
    assert all(line.endswith("}\n") for line in lines)


@given(st.lists(st.tuples(texts, texts), max_size=5))
@settings(deadline=None, max_examples=100)
def test_every_text_comes_back(rows: list[tuple[str, str]]) -> None:
    """Commas, quotes, line breaks and what begins like a formula included."""
    table = table_of((Type.TEXT, Type.TEXT), rows)

    for end in ("\n", "\r\n"):
        read = list(csv.reader(StringIO("".join(csv_lines(table, end)), newline="")))
        assert [tuple(map(plainly, row)) for row in read[1:]] == rows
    objects = [json.loads(line) for line in json_lines(table)]
    assert [tuple(one.values()) for one in objects] == rows
