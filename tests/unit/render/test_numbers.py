"""Numbers as people read them and as scripts do."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import reading_of
from fjdex.assess.pace import Lean
from fjdex.messages import Voice
from fjdex.plan.quantities import parse_quantity
from fjdex.render.numbers import (
    exact,
    grouped,
    leaning,
    measured,
    places_of,
    ratio,
    rounded,
    said,
    scale_of,
    shares,
)

ZH, EN = Voice("zh"), Voice("en")
BANDS = (Fraction(0), Fraction(3, 5), Fraction(1), Fraction(21, 20))


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        (Fraction(1, 2), 0, "1"),
        (Fraction(-1, 2), 0, "-1"),
        (Fraction(3, 2), 0, "2"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(1005, 1000), 2, "1.01"),
        (Fraction(1004, 1000), 2, "1.00"),
        (Fraction(-1005, 1000), 2, "-1.01"),
        (Fraction(2, 3), 4, "0.6667"),
        (Fraction(10**30 + 1, 2), 0, "500000000000000000000000000001"),
    ],
)
def test_rounding_is_half_up(value: Fraction, places: int, shown: str) -> None:
    """A half goes away from zero, in fractions, however large the number is."""
    assert format(rounded(value, places), "f") == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(9996, 10000), "0.9996"),
        (Fraction(99999, 100000), "0.99999"),
        (Fraction(1), "1.00"),
        (Fraction(10001, 10000), "1.00"),
        (Fraction(5999, 10000), "0.5999"),
        (Fraction(1049, 1000), "1.049"),
        (Fraction(105, 100), "1.05"),
        (Fraction(-1, 1000), "-0.001"),
        (Fraction(-22, 100), "-0.22"),
    ],
)
def test_a_pace_is_never_rounded_into_another_band(value: Fraction, shown: str) -> None:
    """0.9996 is not 1.00 where 1 is the least pace on schedule."""
    assert ratio(value, BANDS) == shown


@given(st.fractions(-2, 3, max_denominator=10**6))
@settings(max_examples=100)
def test_what_is_shown_lies_in_the_band_of_what_is_meant(value: Fraction) -> None:
    """Whatever the pace, the shown number falls on the same side of every bound."""
    shown = Fraction(ratio(value, BANDS))

    assert [shown < bound for bound in BANDS] == [value < bound for bound in BANDS]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("2.60"), "2.60"),
        (Decimal("1E+5"), "100000"),
        (Decimal("0.000001"), "0.000001"),
        (Fraction(1, 3), "0.333333333333"),
        (Fraction(2, 3), "0.666666666667"),
        (Fraction(100), "100"),
        (Fraction(12345678901234, 10), "1234567890120"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(0), "0"),
    ],
)
def test_scripts_get_twelve_digits(value: Decimal | Fraction, text: str) -> None:
    """A decimal keeps its digits, a fraction gets twelve significant ones, never an exponent."""
    assert exact(value) == text


@pytest.mark.parametrize(
    ("value", "places", "least", "most"),
    [
        (Fraction(10582, 10000), 2, "1.05", "1.06"),
        (Fraction(-10582, 10000), 2, "-1.06", "-1.05"),
        (Fraction(105, 100), 2, "1.05", "1.05"),
        (Fraction(0), 1, "0.0", "0.0"),
    ],
)
def test_what_is_at_least_so_much_is_never_shown_as_more(
    value: Fraction, places: int, least: str, most: str
) -> None:
    """Nor what is at most so much as less: both are rounded to the side that holds for certain."""
    found = [leaning(value, places, lean) for lean in (Lean.AT_LEAST, Lean.AT_MOST)]
    assert [format(one, "f") for one in found] == [least, most]
    assert leaning(value, 2, Lean.EITHER) == leaning(value, 2, None) == rounded(value, 2)


def test_a_bounded_pace_keeps_its_band() -> None:
    """Rounding up to the side that holds may not lift it into the next band."""
    assert ratio(Fraction(5996, 10000), BANDS, lean=Lean.AT_MOST) == "0.5996"
    assert ratio(Fraction(5972, 10000), BANDS, lean=Lean.AT_LEAST) == "0.59"


def test_places_are_the_most_that_any_value_has() -> None:
    """Values shown together share the digits of the most precise."""
    assert places_of([Decimal("2.3"), None, Decimal("2.65"), Decimal(2), Decimal("1E+3")]) == 2
    assert places_of([]) == 0


def test_thousands_are_grouped() -> None:
    """Commas stand between thousands, and no digit is lost."""
    assert [grouped(Decimal(text)) for text in ("71000", "1234567.80", "-1000")] == [
        "71,000",
        "1,234,567.80",
        "-1,000",
    ]


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        ("71000", "个", "7.1万个", "71,000"),
        ("47.6", "%", "47.6%", "47.6%"),
        ("2.6", "万亿元", "2.6万亿元", "2.6 trillion yuan"),
        ("0.46", "万亿元", "0.46万亿元", "460 billion yuan"),
        ("1000", "亿元", "1000亿元", "100 billion yuan"),
        ("2.35", "亿元", "2.35亿元", "0.235 billion yuan"),
        ("5", "万元", "5万元", "50 thousand yuan"),
        ("40", "Tbps", "40Tbps", "40 Tbps"),
        ("16.9", "个/万人", "16.9个/万人", "16.9 per 10,000 people"),
        ("7", None, "7", "7"),
    ],
)
def test_a_number_with_its_unit(value: str, unit: str | None, zh: str, en: str) -> None:
    """Units are said as each language says them, and the amount stays the same."""
    assert (measured(Decimal(value), unit, ZH), measured(Decimal(value), unit, EN)) == (zh, en)


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("10867", "个", "10,867个"),
        ("12345678", "个", "12,345,678个"),
        ("80000", "个", "8万个"),
        ("14500", "个", "1.45万个"),
        ("100000000", "个", "1亿个"),
        ("120000000", "个", "1.2亿个"),
        ("50000000", "户", "5000万户"),
        ("9999", "家", "9999家"),
        ("-71000", None, "-7.1万"),
        ("39000", "亿元", "3.9万亿元"),
        ("26000", "万元", "2.6亿元"),
        ("12000", "万千瓦时", "1.2亿千瓦时"),
        ("12345", "万千瓦时", "12,345万千瓦时"),
        ("26000", "万亿元", "26,000万亿元"),
        ("0", "个", "0个"),
    ],
)
def test_round_numbers_are_said_in_myriads(value: str, unit: str | None, written: str) -> None:
    """In Chinese, with two decimals at most and no digit more or less; 万 grows into 亿."""
    assert measured(Decimal(value), unit, ZH) == written


@pytest.mark.parametrize(
    ("values", "unit", "written"),
    [
        (("98000", "95000", "120000"), "户", ["9.8万户", "9.5万户", "12万户"]),
        (("71000", "69918", "80000"), "个", ["71,000个", "69,918个", "80,000个"]),
        (("8500", "20000"), "个", ["8500个", "20,000个"]),
        (("12000", "9000"), "万千瓦时", ["12,000万千瓦时", "9000万千瓦时"]),
        (("120000000", "50000000"), "户", ["12,000万户", "5000万户"]),
        (("0", "80000"), "个", ["0个", "8万个"]),
    ],
)
def test_a_row_has_one_scale(values: tuple[str, ...], unit: str, written: list[str]) -> None:
    """What stands side by side is all in 万, all in 亿, or all in full."""
    given_ = [Decimal(one) for one in values]
    scale = scale_of(given_, unit, ZH)

    assert [measured(one, unit, ZH, scale) for one in given_] == written
    assert scale_of(given_, unit, EN) == 0


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ([3, 2, 3, 5, 5], ["16.7", "11.1", "16.7", "27.8", "27.8"]),
        ([2, 2, 2], ["33.3", "33.3", "33.3"]),
        ([1, 7], ["12.5", "87.5"]),
        ([1, 1, 14], ["6.3", "6.3", "87.5"]),
        ([4, 0], ["100.0", "0.0"]),
        ([0, 0], ["0", "0"]),
    ],
)
def test_shares_are_rounded_each_by_itself(counts: list[int], found: list[str]) -> None:
    """Half up, so that equal counts have equal shares; nothing out of nothing."""
    assert shares(counts) == [Decimal(one) for one in found]


@pytest.mark.parametrize(
    ("unit", "base"),
    [
        ("亿个", "个"),
        ("亿户", "户"),
        ("万个", "个"),
        ("万户", "户"),
        ("万人", "人"),
        ("亿元", "元"),
        ("万元", "元"),
        ("万亿元", "元"),
    ],
)
def test_english_means_the_same_amount(unit: str, base: str) -> None:
    """What English says of a Chinese unit counts as many of its base as the Chinese does."""
    told = measured(Decimal("2.5"), unit, EN).removesuffix(" people")

    assert parse_quantity(told, base).value == parse_quantity(f"2.5{unit}", base).value


@pytest.mark.parametrize(
    ("written", "zh", "en"),
    [
        ("value: 8", "8个", "8"),
        ("value: 8, qualifier: at-least", "超8个", "over 8"),
        ("value: 8, qualifier: from", "8个以上", "8 or more"),
        ("value: 8, qualifier: just-under", "近8个", "nearly 8"),
        ("value: 8, qualifier: about", "约8个", "about 8"),
        ("state: delivered", "已完成", "delivered"),
        ("state: started, qualifier: by", "不晚于该日已启动", "started by then"),
    ],
)
def test_a_reading_is_said_with_its_bound(written: str, zh: str, en: str) -> None:
    """A reading says how exact it is, in both languages."""
    reading = reading_of(f"date: 2021-06-30, {written}, source: s")

    assert (said(reading, "个", ZH), said(reading, "个", EN)) == (zh, en)


def test_a_reading_of_another_measure_has_its_own_unit() -> None:
    """A reading's own unit goes before its record's."""
    reading = reading_of(
        "date: 2021-06-30, value: 17, measure: {zh: 密度, en: density}, unit: 个/万人,"
        " comparability: near, source: s"
    )

    assert said(reading, "个", ZH) == "17个/万人"
