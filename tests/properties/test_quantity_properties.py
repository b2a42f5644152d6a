"""Quantities: never anything but Malformed, and never a digit lost."""

from collections.abc import Mapping
from decimal import Decimal, localcontext

from hypothesis import assume, example, given
from hypothesis import strategies as st

from fjdex.plan.findings import CODES
from fjdex.plan.period import parse_period
from fjdex.plan.quantities import Entered, parse_quantity, parse_state, plain
from fjdex.plan.scalars import (
    Malformed,
    parse_day,
    parse_name_id,
    parse_number,
    parse_slug,
    parse_text,
)

UNITS = ["个", "万亿元", "亿元", "%", "Tbps", "P", "户", "个/万人", ""]
MULTIPLIERS = {
    "": 0,
    "百": 2,
    "千": 3,
    "万": 4,
    "十万": 5,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "万亿": 12,
    " million": 6,
    " trillion": 12,
}
PIECES = [
    "万",
    "亿",
    "元",
    "%",
    "超",
    "近",
    "约",
    "左右",
    "以上",
    ",",
    ".",
    "-",
    "+",
    " ",
    "个",
    "Tbps",
]
PIECES += ["1", "0", "25", "000", "８", "²", "①", "多", ">", "=", "P", "trillion", "\n", "½", "٣"]

texts = st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
digits = st.from_regex(r"(0|[1-9][0-9]{0,11})(\.[0-9]{1,8})?", fullmatch=True)
full_width = {ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789."}


@given(texts, st.sampled_from(UNITS))
@example("１" * 50, "个")
@example("1" + "亿" * 39, "万亿元")
def test_any_text_is_understood_or_malformed(text: str, unit: str) -> None:
    """Whatever is pasted, the answer is a value or a finding's code."""
    try:
        entered = parse_quantity(text, unit)
    except Malformed as malformed:
        code = malformed.code
    else:
        assert isinstance(entered.value, Decimal)
        code = "" if entered.value.is_finite() else "infinite"
    assert code in {"", "quantity-malformed", "quantity-of-another-unit"}


@given(texts, st.sampled_from(UNITS))
@example("1亿亿亿亿亿亿", "个")
def test_what_is_understood_can_be_written(text: str, unit: str) -> None:
    """A value that was taken is one that a file may hold: the write must not fail afterwards."""
    try:
        value = parse_quantity(text, unit).value
    except Malformed:
        return
    assert value is not None
    assert parse_number(plain(value)) == value


@given(texts)
def test_every_parser_answers_or_says_malformed(text: str) -> None:
    """No text makes a parser of single values fail in any other way."""
    codes = set()
    for parse in (parse_number, parse_day, parse_slug, parse_name_id, parse_text, parse_period):
        try:
            parse(text)
        except Malformed as malformed:
            codes.add(malformed.code)
    parse_state(text)
    assert codes <= set(CODES)


@given(
    digits,
    st.sampled_from(sorted(MULTIPLIERS)),
    st.sampled_from(sorted(MULTIPLIERS)),
    st.sampled_from(["", "元"]),
    st.sampled_from([{}, full_width]),
)
def test_numbers_and_multipliers_are_exact(
    number: str,
    written: str,
    own: str,
    base: str,
    digits_as: Mapping[int, int],
) -> None:
    """A number of 万亿 in a unit of 亿元 is that number times ten thousand, to the last digit."""
    assume(not own.startswith(" "))
    unit = f"{own}元"
    assume(not (base and written.startswith(" ")))
    entered = parse_quantity(f"{number.translate(digits_as)}{written}{base}", unit)
    shift = MULTIPLIERS[written] - MULTIPLIERS[own] if written or base else 0
    with localcontext() as context:
        context.prec = 100
        assert entered.value == Decimal(number).scaleb(shift)


@given(st.integers(0, 10**15))
def test_separators_of_thousands_make_no_difference(number: int) -> None:
    """80,000 is 80000."""
    assert parse_quantity(f"{number:,}", "个") == Entered(value=Decimal(number))
