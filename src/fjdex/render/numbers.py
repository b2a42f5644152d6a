"""Numbers as people read them, and as scripts do.

Rounding is half up, and a ratio never rounds into another band: 0.9996 is not shown as 1.00 where
1 is the least pace on schedule.
"""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from fjdex.messages import Voice
from fjdex.plan.readings import Reading

_JSON_DIGITS = 12
_EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
_JSON = Context(prec=_JSON_DIGITS, rounding=ROUND_HALF_UP)


def rounded(value: Fraction, places: int) -> Decimal:
    """Round a fraction half up (away from zero) to a number of decimal places."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(-whole if value < 0 else whole).scaleb(-places, _EXACT)


def places_of(values: Iterable[Decimal | None]) -> int:
    """Answer the most decimal places that any of some values is written with."""
    return max((_places(value) for value in values if value is not None), default=0)


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def grouped(value: Decimal) -> str:
    """Write a decimal with commas between thousands and all its digits."""
    return format(value, ",f")


def ratio(value: Fraction, bounds: Sequence[Fraction], places: int = 2) -> str:
    """Write a pace with as many digits as keep it on its side of every bound."""
    shown = rounded(value, places)
    crosses = any((value < bound) != (Fraction(shown) < bound) for bound in bounds)
    return ratio(value, bounds, places + 1) if crosses else format(shown, "f")


def exact(value: Decimal | Fraction) -> str:
    """Write a value for scripts: all digits of a decimal, 12 significant ones of a fraction."""
    if isinstance(value, Decimal):
        return format(value, "f")
    shown = _JSON.divide(Decimal(value.numerator), Decimal(value.denominator))
    text = format(shown, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def with_unit(value: str, unit: str | None, voice: Voice) -> str:
    """Write a number with its unit: 71,000个, 47.6%, 71,000 个 in English."""
    if not unit:
        return value
    return f"{value} {unit}" if voice.language == "en" and unit != "%" else f"{value}{unit}"


def said(reading: Reading, unit: str | None, voice: Voice) -> str:
    """Say a reading's value or state with its qualifier: 超2.3万亿元, nearly 50%."""
    if reading.value is None:
        value = voice(f"terms.state.{reading.state}")
    else:
        value = with_unit(grouped(reading.value), reading.unit or unit, voice)
    return voice(f"terms.qualified.{reading.qualifier.value}", value=value)
