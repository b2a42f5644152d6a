"""What was worked out, as a decimal: exact where it has few digits, else rounded half up."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

_DIGITS = 12
_FIRST = Context(prec=_DIGITS, rounding=ROUND_HALF_UP)


def decimal_of(value: Fraction, bounds: Sequence[Fraction] = ()) -> Decimal:
    """Answer a fraction to 12 significant digits, with no zeros at its end.

    More of them where it would else lie on the other side of one of the bounds, which are decimals.
    """
    context = _FIRST
    while True:
        shown = context.divide(Decimal(value.numerator), Decimal(value.denominator))
        if not any((value < bound) != (Fraction(shown) < bound) for bound in bounds):
            break
        context = Context(prec=context.prec + _DIGITS, rounding=ROUND_HALF_UP)
    text = format(shown, "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)
