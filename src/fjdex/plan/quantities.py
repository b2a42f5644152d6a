"""Quantities as people write and paste them, read exactly (docs/commands.md, record).

`8万`, `2.6万亿元`, `80,000`, `80 000`, `８００００`, `八万`, `71000个`, `15%`, `百分之十五`,
`1.2亿`, `3900亿元`, `40Tbps`, `7.1e4`, with the words around them that say how exact a figure is:
超, 近, 约, 左右, 以上, "nearly 50%".
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from fjdex.plan.numerals import begun_in_digits
from fjdex.plan.scalars import MAX_NUMBER, Malformed, shown
from fjdex.plan.terms import Qualifier, State

# Powers of ten. Only whole words multiply: 千兆 is no number here, and 万人 is 万 of 人.
_CHINESE = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_ENGLISH = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_METRIC = {"": 0, "k": 3, "K": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18}

# Other spellings of a unit's base, to the one spelling under which they are compared.
_SPELLINGS = MappingProxyType(
    {
        "人民币": "元",
        "yuan": "元",
        "rmb": "元",
        "cny": "元",
        "percent": "%",
        "per cent": "%",
        "bit/s": "bps",
    }
)
# What one P or E of computing power is called; flops is the base of them all.
_COMPUTE = {"P": "Pflops", "E": "Eflops", "T": "Tflops"}
_COMPUTE_BASES = {"flops", "FLOPS", "Flops", "FLOP/s"}

# Full-width forms alone are folded: compatibility forms such as ² or ① are no digits of a figure.
_FOLDED = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_QUOTES = "“”‘’「」\"'` \t\u00a0"
_DASHES = dict.fromkeys(map(ord, "−–—‐‑"), "-")

_QUALIFIERS: tuple[tuple[str, Qualifier], ...] = (
    (r"(.*[0-9十百千万亿])[多余](.*)", Qualifier.AT_LEAST),
    (r"(?:不少于|不低于|at least|>=|≥)\s*(.+)", Qualifier.FROM),
    (r"(?:超过?|突破|逾|大于|more than|over|>)\s*(.+)", Qualifier.AT_LEAST),
    (r"(.+?)(?:及|或)?以上", Qualifier.FROM),
    (r"(.+?)\s*(?:or more|and above|\+)", Qualifier.FROM),
    (r"(?:将近|接近|近|nearly|almost|just under|close to)\s*(.+)", Qualifier.JUST_UNDER),
    (r"(?:大约|约|about|around|some|~)\s*(.+?)(?:左右)?", Qualifier.ABOUT),
    (r"(.+?)\s*(?:左右|上下)", Qualifier.ABOUT),
)
_qualified = tuple(
    (re.compile(pattern, re.IGNORECASE).fullmatch, qualifier) for pattern, qualifier in _QUALIFIERS
)
_reached = re.compile(r"^(?:已?达到?|为)\s*")
_number = re.compile(r"([+-]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?\s*(.*)").fullmatch
_groups = re.compile(r"(?<![0-9.])([0-9]{1,3})((?:[ _'’\u00a0\u2009\u202f][0-9]{3})+)(?![0-9])")
_no_whole = re.compile(r"^([+-]?)\.(?=[0-9])")
_no_fraction = re.compile(r"^([+-]?[0-9]+)\.(?![0-9.])")
_exponent = re.compile(r"([+-]?[0-9]+(?:\.[0-9]+)?)[eE]([+-]?[0-9]{1,2})").fullmatch
_of_hundred = re.compile(r"百分之(.+)").fullmatch

_STATES = MappingProxyType(
    {
        State.PLANNED: "planned 计划 规划中 已规划 未开工 未启动",
        State.STARTED: "started 已启动 启动 已开工 开工 在建 建设中 进行中 推进中",
        State.DELIVERED: "delivered done 已完成 完成 已建成 建成 已交付 交付 已出台 已印发 已上线",
        State.CANCELLED: "cancelled canceled 已取消 取消 已终止 终止",
    }
)
_state_words = {word: state for state, words in _STATES.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Entered:
    """What somebody entered, as understood: a value in the target's unit, or a state."""

    value: Decimal | None = None
    state: State | None = None
    qualifier: Qualifier = Qualifier.EXACT
    printed: str | None = None


def parse_state(text: str) -> State | None:
    """Answer the state that a word of either language names, or None."""
    return _state_words.get(folded(text).lower())


def folded(text: str) -> str:
    """Answer a text with full-width letters, digits and signs as their plain forms."""
    return text.translate(_FOLDED).strip()


def bare(text: str) -> str:
    """Answer a text folded, without the quotes around it, every dash a plain one."""
    return folded(text).strip(_QUOTES).translate(_DASHES)


def parse_quantity(text: str, unit: str) -> Entered:
    """Answer the value that a text writes, in a unit, exactly.

    A number without a word of its own is taken in the unit; one with 万 or 亿 counts the unit's
    base (2.6万亿 of 万亿元 is 2.6). `printed` is the figure as written where it says more than the
    number. Raises `Malformed`: `quantity-malformed`, or `quantity-of-another-unit`.
    """
    if len(text) > 2 * MAX_NUMBER:
        raise Malformed("quantity-malformed", text=shown(text))
    figure, qualifier = _split_qualifier(_reached.sub("", bare(text)))
    match = _number(_in_digits(figure))
    if match is None or len(figure) > MAX_NUMBER:
        raise Malformed("quantity-malformed", text=shown(text))
    sign, whole, fraction, rest = match.groups(default="")
    if not all(one.isalpha() or one in "%/ " for one in rest):
        raise Malformed("quantity-malformed", text=shown(text))
    number = Decimal(sign + whole.replace(",", "") + fraction)
    shift = _shift(rest.strip(), unit, text)
    printed = figure if rest.strip() else None
    return Entered(_scaled(number, shift), qualifier=qualifier, printed=printed)


def _in_digits(figure: str) -> str:
    """Write the number with which a figure begins as a number is written: 71 000, .5, 1e3, 八万."""
    said = _groups.sub(lambda match: match[1] + re.sub("[^0-9]", "", match[2]), figure)
    said = _no_fraction.sub(r"\1", _no_whole.sub(r"\g<1>0.", said))
    if match := _exponent(said):
        return plain(Decimal(f"{match[1]}E{match[2]}"))
    if match := _of_hundred(said):
        said = match[1] + "%"
    return begun_in_digits(said)


def _split_qualifier(text: str) -> tuple[str, Qualifier]:
    for matches, qualifier in _qualified:
        if match := matches(text):
            return "".join(match.groups()).strip(), qualifier
    return text, Qualifier.EXACT


def _shift(written: str, unit: str, text: str) -> int:
    """Answer the power of ten from what was written to the unit."""
    own_power, own_base = _taken_apart(unit)
    power, base = _taken_apart(written)
    if not written:
        return 0
    if base not in {"", own_base}:
        raise Malformed("quantity-of-another-unit", text=shown(text), unit=unit, written=written)
    return power - own_power


def _taken_apart(unit: str) -> tuple[int, str]:
    """Answer a unit's power of ten and its base: 万亿元 is 12 and 元, Tbps is 12 and bps."""
    power, base = _multiplier(unit)
    base = base.strip()
    base = _SPELLINGS.get(base.lower(), base)
    base = _COMPUTE.get(base, base)
    for prefix, exponent in _METRIC.items():
        if base == prefix + "bps":
            return power + exponent, "bps"
        if base.removeprefix(prefix) in _COMPUTE_BASES and base.startswith(prefix):
            return power + exponent, "flops"
    return power, base


def _multiplier(unit: str) -> tuple[int, str]:
    power = 0
    rest = unit.strip()
    while rest and rest[0] in _CHINESE:
        power += _CHINESE[rest[0]]
        rest = rest[1:]
    first, _, tail = rest.partition(" ")
    if first.lower() in _ENGLISH:
        return power + _ENGLISH[first.lower()], tail
    return power, rest


def _scaled(number: Decimal, shift: int) -> Decimal:
    """Move the decimal point without rounding; an exponent never shows."""
    sign, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int):
        raise Malformed("quantity-malformed", text=str(number))
    moved = plain(Decimal((sign, digits, exponent + shift)))
    if len(moved) > MAX_NUMBER:
        raise Malformed("quantity-malformed", text=shown(moved))
    return Decimal(moved.rstrip("0").rstrip(".") if shift < 0 and "." in moved else moved)


def plain(value: Decimal) -> str:
    """Write a decimal with all its digits and no exponent, as a file holds it."""
    return format(value, "f")


def same_unit(one: str, other: str) -> bool:
    """Whether two units measure the same thing in the same size."""
    return _taken_apart(one) == _taken_apart(other)
