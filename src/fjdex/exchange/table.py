"""A table as a value: its columns with their types, and its rows, made one by one when asked for.

Rows are never held all together: a plan may have a million readings.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, TypeVar

from fjdex.plan.words import Words

T = TypeVar("T")
Value = str | Decimal | int | date | bool | tuple[str, ...] | None
Row = tuple[Value, ...]


class Type(StrEnum):
    """What a column holds; `CODE` is a word of a closed vocabulary, `LIST` several ids or texts."""

    ID = "id"
    CODE = "code"
    TEXT = "text"
    NUMBER = "number"
    COUNT = "count"
    DAY = "day"
    PERIOD = "period"
    TRUTH = "truth"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Column:
    """A column's key and type."""

    name: str
    type: Type


@dataclass(frozen=True, slots=True)
class Table:
    """Named columns and the rows under them; `rows` answers them anew whenever it is called."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[], Iterator[Row]]

    def values(self, at: int) -> Iterator[Value]:
        """Answer the values of one column."""
        return (row[at] for row in self.rows())


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """A column of a table of things, and what it holds for one of them."""

    name: str
    type: Type
    of: Callable[[T], Value]


def worded(name: str, of: Callable[[T], Words | None]) -> tuple[Field[T], Field[T]]:
    """Answer the two columns of what is worded in both languages."""
    return (
        Field(f"{name}_zh", Type.TEXT, lambda one: words.zh if (words := of(one)) else None),
        Field(f"{name}_en", Type.TEXT, lambda one: words.en if (words := of(one)) else None),
    )


def table(name: str, fields: tuple[Field[T], ...], things: Callable[[], Iterable[T]]) -> Table:
    """Answer the table that has a row for each of some things."""
    columns = tuple(Column(one.name, one.type) for one in fields)
    getters = tuple(one.of for one in fields)

    def rows() -> Iterator[Row]:
        return (tuple(get(thing) for get in getters) for thing in things())

    return Table(name, columns, rows)


def held(thing: object, name: str) -> Any:
    """Answer what a thing holds under a key; None where there is no such key, or no thing."""
    return getattr(thing, name, None)
