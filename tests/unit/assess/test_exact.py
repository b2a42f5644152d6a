"""What was worked out, as a decimal of twelve digits."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fjdex.assess.exact import decimal_of


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(1, 3), "0.333333333333"),
        (Fraction(2, 3), "0.666666666667"),
        (Fraction(-2, 3), "-0.666666666667"),
        (Fraction(5, 2), "2.5"),
        (Fraction(1200), "1200"),
        (Fraction(10**15), "1000000000000000"),
        (Fraction(0), "0"),
    ],
)
def test_twelve_digits_and_no_zeros_behind(value: Fraction, text: str) -> None:
    """Half away from zero, never with an exponent."""
    assert str(decimal_of(value)) == text


def test_never_on_the_other_side_of_a_bound() -> None:
    """More digits where twelve would move a pace into the next band."""
    below = Fraction(1) - Fraction(1, 10**14)

    assert [decimal_of(below), decimal_of(below, [Fraction(1)])] == [
        Decimal(1),
        Decimal("0.99999999999999"),
    ]


@given(
    st.fractions(-1000, 1000, max_denominator=10**6),
    st.decimals(-1000, 1000, places=4).map(Fraction),
)
@settings(deadline=None, max_examples=100)
def test_bounds_part_what_they_parted(value: Fraction, bound: Fraction) -> None:
    """A decimal lies on the side of a bound on which the fraction does."""
    assert (Fraction(decimal_of(value, [bound])) < bound) == (value < bound)
