"""Quantities as people paste them are understood exactly, or refused."""

from decimal import Decimal

import pytest

from fjdex.plan.quantities import Entered, parse_quantity, parse_state, plain, same_unit
from fjdex.plan.scalars import Malformed

# docs/commands.md, and what comes with it: text, unit, value, qualifier
UNDERSTOOD = [
    ("8万", "个", "80000", "exact"),
    ("2.6万亿", "万亿元", "2.6", "exact"),
    ("2.6万亿元", "万亿元", "2.6", "exact"),
    ("80,000", "个", "80000", "exact"),
    ("８００００", "个", "80000", "exact"),
    ("71000个", "个", "71000", "exact"),
    ("15%", "%", "15", "exact"),
    ("１５％", "%", "15", "exact"),
    ("40Tbps", "Tbps", "40", "exact"),
    ("1.2亿", "个", "120000000", "exact"),
    ("1.2亿户", "户", "120000000", "exact"),
    ("3900亿元", "万亿元", "0.39", "exact"),
    ("2.6万亿元", "亿元", "26000", "exact"),
    ("超2.6万亿元", "万亿元", "2.6", "at-least"),
    ("超过2.6万亿元", "万亿元", "2.6", "at-least"),
    ("突破5万件", "件", "50000", "at-least"),
    ("8万多个", "个", "80000", "at-least"),
    ("8万余个", "个", "80000", "at-least"),
    ("近50%", "%", "50", "just-under"),
    ("接近50%", "%", "50", "just-under"),
    ("nearly 50%", "%", "50", "just-under"),
    ("约8万个", "个", "80000", "about"),
    ("8万个左右", "个", "80000", "about"),
    ("约8万个左右", "个", "80000", "about"),
    ("about 80,000", "个", "80000", "about"),
    ("8万个以上", "个", "80000", "from"),
    ("不低于60%", "%", "60", "from"),
    ("at least 60%", "%", "60", "from"),
    ("≥60%", "%", "60", "from"),
    (">=60%", "%", "60", "from"),
    (">60%", "%", "60", "at-least"),
    ("达到5万件", "件", "50000", "exact"),
    ("达2.6万亿元以上", "万亿元", "2.6", "from"),
    ("40000Gbps", "Tbps", "40", "exact"),
    ("7.1", "万个", "7.1", "exact"),
    ("71000个", "万个", "7.1", "exact"),
    ("16.9个/万人", "个/万人", "16.9", "exact"),
    ("-3.5%", "%", "-3.5", "exact"),
    ("  8 万 个 ", "个", "80000", "exact"),
    ("2.6 trillion yuan", "万亿元", "2.6", "exact"),
    ("50 percent", "%", "50", "exact"),
    ("5 million", "户", "5000000", "exact"),
    ("0.0000001", "万亿元", "0.0000001", "exact"),
    ("0", "个", "0", "exact"),
    ("八万", "个", "80000", "exact"),
    ("八万", "万人", "8", "exact"),
    ("近八万", "个", "80000", "just-under"),
    ("八万余个", "个", "80000", "at-least"),
    ("七点一万个", "个", "71000", "exact"),
    ("一亿二千万元", "亿元", "1.2", "exact"),
    ("8万5千", "个", "85000", "exact"),
    ("百分之五十三点三", "%", "53.3", "exact"),
    ("超过百分之50", "%", "50", "at-least"),
    ("71 000", "个", "71000", "exact"),
    ("71_000个", "个", "71000", "exact"),
    ("1.2e5", "个", "120000", "exact"),
    (".5", "万亿元", "0.5", "exact"),
    ("０.５", "万亿元", "0.5", "exact"),
    ("5.", "个", "5", "exact"),
    ("+5", "个", "5", "exact"),
    ("−5", "%", "-5", "exact"),
    ("“71000”", "个", "71000", "exact"),
]


@pytest.mark.parametrize(("text", "unit", "value", "qualifier"), UNDERSTOOD)
def test_what_is_understood(text: str, unit: str, value: str, qualifier: str) -> None:
    """The value comes in the target's unit, exactly, with what the words around it say."""
    entered = parse_quantity(text, unit)
    found = (entered.value, entered.state, entered.qualifier.value)
    assert found == (Decimal(value), None, qualifier)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("7.1万个", "7.1万个"),
        ("超7.1万个", "7.1万个"),
        ("７.1万", "7.1万"),
        ("71000", None),
        ("八万", "八万"),
        ("近八万个", "八万个"),
        ("71 000", None),
        ("1e3", None),
        ("十二", None),
    ],
)
def test_the_printed_figure_is_kept_where_it_says_more(text: str, printed: str | None) -> None:
    """The figure as written, without the word that became the qualifier."""
    assert parse_quantity(text, "个").printed == printed


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "个",
        "many",
        "1,23",
        "1,2345",
        "12,34,567",
        "1.2.3",
        "0x10",
        "1/2",
        "½",
        "5-6",
        "5~6万",
        "NaN",
        "inf",
        "--5",
        "三四万",
        "一万二",
        "71 00",
        "1e99",
        "超",
        "近",
        "左右",
        "不到8万",
        "#REF!",
        "9" * 41,
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    """What cannot be understood whole is refused whole."""
    with pytest.raises(Malformed) as raised:
        parse_quantity(text, "个")
    assert raised.value.code == "quantity-malformed"


@pytest.mark.parametrize("text", ["71000¹", "71000²", "71000①", "10⁴", "7₁000"])
def test_a_footnote_mark_is_no_digit(text: str) -> None:
    """A figure pasted with its footnote mark must not grow tenfold."""
    with pytest.raises(Malformed) as raised:
        parse_quantity(text, "个")
    assert raised.value.code == "quantity-malformed"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("8万台", "个"),
        ("15%", "个"),
        ("8万个", "%"),
        ("40Gbps", "个"),
        ("40T", "Tbps"),
        ("5亿美元", "亿元"),
        ("5个百分点", "%"),
    ],
)
def test_a_unit_of_another_dimension_is_refused(text: str, unit: str) -> None:
    """The unit that was written is not the target's."""
    with pytest.raises(Malformed) as raised:
        parse_quantity(text, unit)
    assert (raised.value.code, raised.value.arguments["unit"]) == (
        "quantity-of-another-unit",
        unit,
    )


@pytest.mark.parametrize(
    ("text", "unit", "written"),
    [("0.5万", "万亿元", "0.000000005"), ("1亿", "万亿元", "0.0001"), ("1.50万", "个", "15000")],
)
def test_a_value_is_written_without_an_exponent(text: str, unit: str, written: str) -> None:
    """However far the decimal point moved, a file holds all the digits and no more."""
    value = parse_quantity(text, unit).value
    assert value is not None
    assert plain(value) == written


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("delivered", "delivered"),
        ("Delivered", "delivered"),
        ("已完成", "delivered"),
        (" 已完成 ", "delivered"),
        ("started", "started"),
        ("已启动", "started"),
        ("planned", "planned"),
        ("cancelled", "cancelled"),
        ("已取消", "cancelled"),
        ("未完成", None),
        ("80000", None),
        ("", None),
    ],
)
def test_a_state_in_either_language(word: str, state: str | None) -> None:
    """A word of a state is taken in Chinese or English, and nothing else is."""
    assert parse_state(word) == state


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("%", "percent", True),
        ("亿元", "亿元", True),
        ("亿元", "万亿元", False),
        ("个", "家", False),
        ("Tbps", "Gbps", False),
    ],
)
def test_units_of_the_same_size(one: str, other: str, *, same: bool) -> None:
    """Another spelling is the same unit, another power of ten is not."""
    assert same_unit(one, other) is same


def test_what_was_entered_defaults_to_nothing() -> None:
    """An entry of nothing is exact and empty."""
    assert (Entered().value, Entered().state, Entered().qualifier.value) == (None, None, "exact")


@pytest.mark.parametrize("text", ["1亿亿亿亿亿", "1" + "万" * 10])
def test_a_value_longer_than_a_file_may_hold_is_refused(text: str) -> None:
    """What is understood is written, so what cannot be written is not understood."""
    with pytest.raises(Malformed) as raised:
        parse_quantity(text, "个")
    assert raised.value.code == "quantity-malformed"
