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


def rounded_or_one_more(value: Fraction, places: int) -> Decimal:
    """Round to some places where that is exact, else to one more."""
    whole = rounded(value, places)
    return whole if Fraction(whole) == value else rounded(value, places + 1)


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


def shares(counts: Sequence[int]) -> list[Decimal]:
    """Answer the percentage that each count is of all, to one place, so that they add up to 100.

    What rounding down leaves over goes to the largest remainders, the first of equal ones first.
    """
    total = sum(counts)
    if not total:
        return [Decimal("0.0") for _ in counts]
    tenths = [count * 1000 // total for count in counts]
    rest = sorted(range(len(counts)), key=lambda at: -(counts[at] * 1000 % total))
    for at in rest[: 1000 - sum(tenths)]:
        tenths[at] += 1
    return [Decimal(one).scaleb(-1) for one in tenths]


def exact(value: Decimal | Fraction, bounds: Sequence[Fraction] = ()) -> str:
    """Write a value for scripts: all digits of a decimal, 12 significant ones of a fraction.

    More of a fraction where it would else lie on the other side of one of the bounds.
    """
    if isinstance(value, Decimal):
        return format(value, "f")
    context = _JSON
    while True:
        shown = context.divide(Decimal(value.numerator), Decimal(value.denominator))
        if not any((value < bound) != (Fraction(shown) < bound) for bound in bounds):
            break
        context = Context(prec=context.prec + _JSON_DIGITS, rounding=ROUND_HALF_UP)
    text = format(shown, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def shift_of(unit: str | None, voice: Voice) -> int:
    """Answer the power of ten by which a number of a unit is shown larger in a language.

    1,000亿元 is 100 billion yuan: English has no word for 亿.
    """
    return _ENGLISH_SHIFTS.get(unit or "", 0) if voice.language == "en" else 0


_ENGLISH_SHIFTS = {
    "亿元": -1,
    "万元": 1,
    "万千瓦时": 1,
    **dict.fromkeys(("万个", "万家", "万件", "万户", "万架", "万人"), 4),
    **dict.fromkeys(("亿个", "亿户", "亿件", "亿人"), 8),
}


def measured(value: Decimal, unit: str | None, voice: Voice) -> str:
    """Write a number with its unit: 7.1万个, 47.6%, 2.6万亿元; 71,000 and 2.6 trillion yuan."""
    return _with_unit(figure(value, unit, voice), unit, voice)


# 万 and 亿, largest first; a unit that begins with one of them takes no other.
_MYRIADS = (("亿", 8), ("万", 4))
_FINEST = 2


def _in_myriads(value: Decimal, unit: str | None) -> str | None:
    """Write a round number as Chinese does: 7.1万, 5000万, 1亿; None where it takes more digits."""
    if (unit or "").startswith(("万", "亿")):
        return None
    for word, power in _MYRIADS:
        short = moved(value, -power)
        if abs(short) >= 1 and _places(short) <= _FINEST:
            return f"{short:f}{word}"
    return None


def figure(value: Decimal, unit: str | None, voice: Voice) -> str:
    """Write the number alone, as it is shown before its unit, with no digit more than it has."""
    short = _in_myriads(value, unit) if voice.language == "zh" else None
    return short or grouped(moved(value, shift_of(unit, voice)))


def unit_said(unit: str | None, voice: Voice) -> str:
    """Say a unit alone; "" for one that English leaves unsaid."""
    return _with_unit("", unit, voice).strip()


def _with_unit(number: str, unit: str | None, voice: Voice) -> str:
    if not unit:
        return number
    key = f"terms.unit.{unit}"
    return voice(key if voice.holds(key) else "terms.unit", value=number, unit=unit)


def moved(value: Decimal, shift: int) -> Decimal:
    """Move a decimal point, with no digit more or less than it takes."""
    if not shift:
        return value
    result = value.scaleb(shift, _EXACT)
    return result.normalize(_EXACT) if shift < 0 else Decimal(format(result, "f"))


def said(reading: Reading, unit: str | None, voice: Voice) -> str:
    """Say a reading's value or state with its qualifier: 超2.3万亿元, nearly 50%."""
    if reading.value is None:
        value = voice(f"terms.state.{reading.state}")
    else:
        value = measured(reading.value, reading.unit or unit, voice)
    return voice(f"terms.qualified.{reading.qualifier.value}", value=value)


def day_said(reading: Reading, voice: Voice) -> str:
    """Say a reading's day; of one whose source prints none, the month or year it lies in."""
    if reading.within is None:
        return reading.date.isoformat()
    return voice("terms.within", period=reading.within)
