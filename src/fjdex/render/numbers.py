"""Numbers as people read them, and as scripts do.

Rounding is half up, but of a number that is at least or at most so much to the side that is surely
true: 1.058 or more is not shown as 1.06 or more. And a ratio never rounds into another band:
0.9996 is not shown as 1.00 where 1 is the least pace on schedule.
"""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from fjdex.assess.exact import decimal_of
from fjdex.assess.pace import Lean
from fjdex.messages import Voice
from fjdex.plan.readings import Reading
from fjdex.render.periods import period_said

_EXACT = Context(prec=60, rounding=ROUND_HALF_UP)


def rounded(value: Fraction, places: int) -> Decimal:
    """Round a fraction half up (away from zero) to a number of decimal places."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(-whole if value < 0 else whole).scaleb(-places, _EXACT)


def leaning(value: Fraction, places: int, lean: Lean | None) -> Decimal:
    """Round a fraction so that no more is said than "at least" or "at most" so much holds of."""
    scaled = value * 10**places
    if lean is Lean.AT_LEAST:
        return rounded(Fraction(scaled // 1, 10**places), places)
    if lean is Lean.AT_MOST:
        return rounded(Fraction(-(-scaled // 1), 10**places), places)
    return rounded(value, places)


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


def ratio(
    value: Fraction, bounds: Sequence[Fraction], places: int = 2, lean: Lean | None = None
) -> str:
    """Write a pace with as many digits as keep it on its side of every bound."""
    shown = leaning(value, places, lean)
    crosses = any((value < bound) != (Fraction(shown) < bound) for bound in bounds)
    return ratio(value, bounds, places + 1, lean) if crosses else format(shown, "f")


def shares(counts: Sequence[int]) -> list[Decimal]:
    """Answer the percentage that each count is of all, each rounded by itself to one place.

    Equal counts have equal shares; their sum may then differ a little from 100.
    """
    total = sum(counts)
    return [rounded(Fraction(100 * count, total), 1) if total else Decimal(0) for count in counts]


def exact(value: Decimal | Fraction, bounds: Sequence[Fraction] = ()) -> str:
    """Write a value for scripts: all digits of a decimal, 12 significant ones of a fraction.

    More of a fraction where it would else lie on the other side of one of the bounds.
    """
    if isinstance(value, Decimal):
        return format(value, "f")
    return format(decimal_of(value, bounds), "f")


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


def measured(value: Decimal, unit: str | None, voice: Voice, scale: int | None = None) -> str:
    """Write a number with its unit: 7.1万个, 47.6%, 2.6万亿元; 71,000 and 2.6 trillion yuan.

    `scale` is that of the item that it is about, None for a number that stands alone; what is not
    short in that scale is written by itself.
    """
    if voice.language == "en" and unit == _LARGE and 0 < abs(value) < 1:
        return measured(moved(value, 4), _SMALLER, voice)
    alone = scale is None or (scale and not _short(value, scale))
    power = scale_of((value,), unit, voice) if alone else scale or 0
    held = next((one for one in _HELD if (unit or "").startswith(one)), "")
    if not held or not power:
        return _with_unit(figure(value, unit, voice, power), unit, voice)
    number = figure(moved(value, -power), None, voice, 0)
    return _with_unit(number, _HELD[held] + (unit or "")[len(held) :], voice)


# Less than a trillion yuan is told in billions: 0.46万亿元 is 460 billion yuan.
_LARGE, _SMALLER = "万亿元", "亿元"
# 万 and 亿, largest first; a unit that begins with one of them grows into the next.
_MYRIADS = {8: "亿", 4: "万"}
_HELD = {"万亿": "", "万": "亿", "亿": "万亿"}
_FINEST = 2
_GROUPED_FROM = 10_000


def scale_of(values: Iterable[Decimal], unit: str | None, voice: Voice) -> int:
    """Answer the power of ten by which all of some values are short in Chinese, 0 for none.

    7.1万 and 8万 both take two decimals at most in 万; 69,918 does not, so beside it neither is
    written so.
    """
    if voice.language != "zh":
        return 0
    told = [value for value in values if value]
    held = next((one for one in _HELD if (unit or "").startswith(one)), "")
    powers: Iterable[int] = _MYRIADS if not held else (4,) if _HELD[held] else ()
    return next((power for power in powers if told and all(_short(one, power) for one in told)), 0)


def _short(value: Decimal, power: int) -> bool:
    """Whether a value takes two decimals at most, and is no fraction, in such a power of ten."""
    short = moved(value, -power)
    return abs(short) >= 1 and _places(short) <= _FINEST


def figure(value: Decimal, unit: str | None, voice: Voice, scale: int | None = None) -> str:
    """Write the number alone, as it is shown before its unit, with no digit more than it has."""
    if voice.language != "zh":
        return grouped(moved(value, shift_of(unit, voice)))
    held = (unit or "").startswith(("万", "亿"))
    power = (0 if held else scale_of((value,), unit, voice)) if scale is None else scale
    short = moved(value, -power)
    number = grouped(short) if abs(short) >= _GROUPED_FROM else format(short, "f")
    return number + _MYRIADS[power] if power and value else number


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


def said(reading: Reading, unit: str | None, voice: Voice, scale: int | None = None) -> str:
    """Say a reading's value or state with its qualifier: 超2.3万亿元, nearly 50%."""
    if reading.value is None:
        value = voice(f"terms.state.{reading.state}")
    else:
        value = measured(reading.value, reading.unit or unit, voice, scale)
    return voice(f"terms.qualified.{reading.qualifier.value}", value=value)


def day_said(reading: Reading, voice: Voice) -> str:
    """Say a reading's day; of one whose source prints none, the month or year it lies in."""
    if reading.within is None:
        return reading.date.isoformat()
    return voice("terms.within", period=period_said(reading.within, voice))
