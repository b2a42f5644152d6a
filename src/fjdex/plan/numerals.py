"""Chinese numerals in digits: 八万 as 8万, 一万二千三百 as 12300, 二〇二二 as 2022.

What may be read in two ways is not read at all: 三四万 is either, 一百二 is 120 to some and 102 to
others.
"""

import re

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_ALL = "".join(_DIGITS)
_SMALL = {"十": 10, "百": 100, "千": 1_000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_token = re.compile(rf"[0-9]+|[{_ALL}十百千万亿]").findall
_begun = re.compile(rf"[0-9{_ALL}十百千万亿]+").match
_simple = re.compile(rf"([{_ALL}十百千]+)([万亿]*)").fullmatch
_run = re.compile(rf"[{_ALL}十]+")
_goes_on = re.compile(rf"[0-9{_ALL}十百]|千(?!\w)").match
_spoken = re.compile(rf"点([{_ALL}]+)").match
_numeral = re.compile(rf"[{_ALL}十]|[0-9].*[十百千万亿].*[0-9{_ALL}]").match


def begun_in_digits(text: str) -> str:
    """Write the numeral with which a text begins in digits; the text itself where there is none.

    The longest beginning that is a number counts: of 八万千瓦时 that is 八万. Of 一万二 none is.
    """
    found = _begun(text) if _numeral(text) else None
    for end in range(found.end() if found else 0, 0, -1):
        written = _in_digits(text[:end])
        if written is None:
            continue
        rest = text[end:]
        if spoken := _spoken(rest):
            return f"{written}.{_each(spoken[1])}{rest[spoken.end() :]}"
        return text if _goes_on(rest) else written + rest
    return text


def _in_digits(numeral: str) -> str | None:
    """Answer a numeral in digits; a 万 or 亿 after all else stays for the unit's sake."""
    if simple := _simple(numeral):
        number = number_of(simple[1])
        return None if number is None else f"{number}{simple[2]}"
    number = None if numeral.isascii() else number_of(numeral)
    return None if number is None else str(number)


def dated_in_digits(text: str) -> str:
    """Write every numeral of a date in digits: 二〇二二年九月三十日 as 2022年9月30日."""
    return _run.sub(lambda match: _of_date(match[0]), text)


def _of_date(numeral: str) -> str:
    if "十" not in numeral:
        return _each(numeral)
    number = number_of(numeral)
    return numeral if number is None else str(number)


def _each(numeral: str) -> str:
    return "".join(str(_DIGITS[sign]) for sign in numeral)


def number_of(numeral: str) -> int | None:
    """Answer the number that a numeral alone stands for, None where that is not certain."""
    if set(numeral) <= set(_DIGITS):
        # 二〇二二 is said digit by digit; 七八 is seven or eight.
        sure = len(numeral) == 1 or not {"〇", "零"}.isdisjoint(numeral)
        return int(_each(numeral)) if numeral and sure else None
    sum_ = _Sum()
    return sum_.total() if all(map(sum_.take, _token(numeral))) else None


class _Sum:
    """Adds a numeral up, token by token; `take` answers whether it still is one."""

    def __init__(self) -> None:
        self._whole, self._section = 0, 0
        self._digit: int | None = None
        self._zero = False
        self._small, self._large, self._last = 10_000, 10**12, 1

    def take(self, token: str) -> bool:
        if token in _SMALL:
            return self._by_small(_SMALL[token])
        if token in _LARGE:
            return self._by_large(_LARGE[token])
        digit = _DIGITS.get(token)
        if digit == 0:
            self._zero = True
            return self._digit is None
        taken = self._digit is None
        self._digit = int(token) if digit is None else digit
        return taken

    def _by_small(self, power: int) -> bool:
        # 十 alone may stand for 一十; 百 and 千 without a digit belong to a unit.
        right = power < self._small and (self._digit is not None or power == _SMALL["十"])
        self._section += (1 if self._digit is None else self._digit) * power
        self._small = self._last = power
        self._digit, self._zero = None, False
        return right

    def _by_large(self, power: int) -> bool:
        section = self._section + (self._digit or 0)
        if not section and self._last in _LARGE.values() and power > self._last:
            self._whole *= power  # 二万亿
        else:
            self._whole += section * power
            if not section or power >= self._large:
                return False
        self._section, self._digit, self._zero = 0, None, False
        self._small, self._large, self._last = 10_000, power, power
        return True

    def total(self) -> int | None:
        """Answer the sum, None where nobody can say of which power the last digit is."""
        hanging = self._digit is not None and self._last > _SMALL["十"] and not self._zero
        return None if hanging else self._whole + self._section + (self._digit or 0)
