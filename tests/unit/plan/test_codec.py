"""Values go into JSON and come back the same; what is no such value makes nothing."""

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum, StrEnum
from fractions import Fraction
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fjdex.plan.codec import Codec, Json


class Colour(StrEnum):
    RED = "red"


class Size(Enum):
    SMALL = 1


@dataclass(frozen=True, slots=True)
class Leaf:
    colour: Colour
    day: date
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Tree:
    leaves: tuple[Leaf, ...]
    by_name: dict[str, object]
    share: Fraction | None = None


@dataclass(frozen=True)
class Strict:
    text: str

    def __post_init__(self) -> None:
        self.text.upper()


CODEC = Codec((Colour, Size, Leaf, Tree, Strict))
PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(),
    st.decimals(allow_nan=False),
    st.fractions(),
    st.dates(),
    st.sampled_from([Colour.RED, Size.SMALL]),
    st.builds(Leaf, st.just(Colour.RED), st.dates(), st.integers()),
)
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        st.lists(inner).map(tuple),
        st.dictionaries(st.text(), inner),
        st.builds(Tree, st.just(()), st.dictionaries(st.text(), inner), st.fractions()),
    ),
    max_leaves=8,
)


def there_and_back(value: object) -> object:
    """Write a value, through the text of JSON, and read it."""
    return CODEC.read(json.loads(json.dumps(CODEC.write(value))))


def shape(value: object) -> object:
    """Answer a value with what equality passes over: the types of numbers, signs, and lines."""
    return repr(value)


@settings(max_examples=100, deadline=None)
@given(VALUES)
def test_what_was_written_is_read(value: object) -> None:
    """Digits, signs and types too: 1.50 is not 1.5, and 1 is not True."""
    assert shape(there_and_back(value)) == shape(value)


def test_what_equality_passes_over_is_kept() -> None:
    """A reading's line does not count when readings are compared, and still is told."""
    tree = Tree((Leaf(Colour.RED, date(2022, 9, 30), 7),), {"a": Decimal("1.50")})
    again = there_and_back(tree)

    assert again == tree
    assert isinstance(again, Tree)
    assert (again.leaves[0].line, str(again.by_name["a"])) == (7, "1.50")


def test_a_mapping_of_any_kind_becomes_one() -> None:
    """A view that cannot be written to is written as what it shows, in its order."""
    view = MappingProxyType({Colour.RED: 2, Size.SMALL: 1})

    assert list(there_and_back(view).items()) == list(view.items())  # type: ignore[attr-defined]  # a mapping


class Shouted(str):
    """A text that is more than a text."""

    __slots__ = ()


@pytest.mark.parametrize(
    "value",
    [1.5, b"a", {1}, [1], Shouted("a"), datetime(2022, 9, 30, tzinfo=UTC), object(), Colour],
)
def test_what_the_codec_does_not_know_is_not_written(value: object) -> None:
    """Nothing comes back as something less than it was."""
    for whole in (value, (value,), {"a": value}):
        with pytest.raises(ValueError):  # noqa: PT011 (only its type is promised)
            CODEC.write(whole)


TREE = CODEC.write(Tree((), {}))
assert isinstance(TREE, list)


@pytest.mark.parametrize(
    "written",
    [
        [],
        [99],
        ["os.system", "true"],
        [None],
        [[0]],
        [1, "x"],
        [1, 5],
        [1],
        [1, "1", "2"],
        [2, "2022-13-01"],
        [2, 20220930],
        [3, "1/0"],
        [3, "1e999999999"],
        [3, "1/2/3"],
        [3, "1.5"],
        [4, "a"],
        [4, [0, "a"], ["b"], "c"],
        [5, "blue"],
        [5, [0]],
        [5],
        [7, "red"],
        TREE[:-1],
        [*TREE, 1],
        [9, 1],
        [0, [0, [99]]],
    ],
)
def test_what_is_no_value_is_refused(written: Json) -> None:
    """Wherever it stands, and quickly: a size in an exponent is not worked out."""
    wholes: tuple[Json, ...] = (written, [0, "a", written], [4, "a", written])
    for whole in wholes:
        with pytest.raises(ValueError):  # noqa: PT011 (only its type is promised)
            CODEC.read(whole)
