"""A table as a value: typed columns, and rows that are made anew whenever they are asked for."""

from fjdex.exchange.table import Column, Field, Type, held, table, worded
from fjdex.plan.words import Words


def test_rows_are_made_when_they_are_asked_for() -> None:
    """Twice the same, from one thing each."""
    fields: tuple[Field[str], ...] = (
        Field("sign", Type.TEXT, str.upper),
        Field("length", Type.COUNT, len),
    )
    made = table("invented", fields, lambda: iter(["a", "bc"]))

    assert made.columns == (Column("sign", Type.TEXT), Column("length", Type.COUNT))
    assert [list(made.rows()), list(made.rows())] == [[("A", 1), ("BC", 2)]] * 2
    assert list(made.values(1)) == [1, 2]


def test_what_is_worded_has_a_column_for_each_language() -> None:
    """Both are empty where there are no words."""
    fields = worded("note", lambda one: one)
    made = table("invented", fields, lambda: [Words("甲", "A"), None])

    assert [column.name for column in made.columns] == ["note_zh", "note_en"]
    assert list(made.rows()) == [("甲", "A"), (None, None)]


def test_what_is_not_held_is_nothing() -> None:
    """A thing without the key, and no thing at all, hold nothing under it."""
    words = Words("甲", "A")

    assert [held(words, "zh"), held(words, "fr"), held(None, "zh")] == ["甲", None, None]
