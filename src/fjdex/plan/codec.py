"""Frozen values as JSON and back, exactly: for what is kept from one run to the next.

Nothing that is read can do more than make values of the types that the reader names; what is no
such value raises `ValueError`. It is no format for anybody else: types stand in it by number.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

Json = str | int | bool | list["Json"] | None
_TUPLE, _DECIMAL, _DATE, _FRACTION, _MAPPING = range(5)
_FIRST = 5
_PLAIN: Mapping[type, int] = {Decimal: _DECIMAL, date: _DATE, Fraction: _FRACTION}


class Codec:
    """Writes and reads values that are made of some dataclasses and enums, and of plain values."""

    def __init__(self, types: Sequence[type]) -> None:
        self._tags = {of: tag for tag, of in enumerate(types, start=_FIRST)}
        self._names: dict[type, list[str]] = {
            of: [one.name for one in fields(of)] for of in types if is_dataclass(of)
        }
        self._readers: list[Callable[[list[Json]], object]] = [
            lambda held: tuple(map(self.read, held)),
            lambda held: Decimal(_text(held)),
            lambda held: date.fromisoformat(_text(held)),
            # Its own parser takes exponents too, of any size.
            lambda held: Fraction(*map(int, _text(held).split("/"))),
            self._read_mapping,
            *(self._reader(of) for of in types),
        ]

    def write(self, value: object) -> Json:
        """Answer a value as JSON; raises `ValueError` for what is made of other types."""
        of = type(value)
        if value is None or of in {str, int, bool}:
            return value  # type: ignore[return-value]  # of one of these types
        if of in self._tags:
            held = self._held(value)
            return [self._tags[of], *map(self.write, held)]
        if isinstance(value, Mapping):
            pairs = [self.write(one) for pair in value.items() for one in pair]
            return [_MAPPING, *pairs]
        if of is tuple:
            return [_TUPLE, *map(self.write, value)]  # type: ignore[call-overload]  # a tuple
        if of in _PLAIN:
            return [_PLAIN[of], str(value)]
        raise ValueError(of.__name__)

    def _held(self, value: object) -> Iterator[object]:
        if isinstance(value, Enum):
            return iter((value.value,))
        return (getattr(value, name) for name in self._names[type(value)])

    def read(self, written: Json) -> object:
        """Answer the value that JSON stands for; raises `ValueError`."""
        if not isinstance(written, list):
            return written
        try:
            return self._readers[written[0]](written[1:])  # type: ignore[index]  # else it raises
        except (ArithmeticError, AttributeError, LookupError, TypeError) as error:
            raise ValueError(str(error)) from error

    def _read_mapping(self, held: list[Json]) -> object:
        values = list(map(self.read, held))
        return dict(zip(values[::2], values[1::2], strict=True))

    def _reader(self, of: type) -> Callable[[list[Json]], object]:
        if issubclass(of, Enum):
            members = {one.value: one for one in of}
            return lambda held: members[held[0]]
        names, read = self._names[of], self.read
        return lambda held: of(**dict(zip(names, map(read, held), strict=True)))


def _text(held: list[Json]) -> str:
    (text,) = held
    if not isinstance(text, str):
        raise TypeError(text)
    return text
