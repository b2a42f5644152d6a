"""What was meant by a number in another form is named where it is certain, and only there."""

import pytest

from fjdex.plan.amounts import (
    in_brackets,
    means_nothing,
    misread,
    number_meant,
    of_another_unit,
    trimmed,
)


@pytest.mark.parametrize(
    ("text", "unit", "meant"),
    [
        ("７１０００", "", "71000"),
        ("71,000", "", "71000"),
        ("71，000", "", "71000"),
        ("71 000", "", "71000"),
        ("1 234 567.5", "", "1234567.5"),
        ("71_000", "", "71000"),
        ("7.1万", "个", "71000"),
        ("7.1万个", "个", "71000"),
        ("7.1 万个", "个", "71000"),
        ("2.6万亿", "万亿元", "2.6"),
        ("八万", "个", "80000"),
        ("八万", "万人", "8"),
        ("一百二十", "", "120"),
        ("一千零五个", "个", "1005"),
        ("十二", "", "12"),
        ("三点五万", "个", "35000"),
        ("两万", "", "20000"),
        ("百分之十五", "%", "15"),
        ("15％", "%", "15"),
        ("1e3", "", "1000"),
        ("2.5E-2", "", "0.025"),
        ("+5", "", "5"),
        ("−5", "", "-5"),
        (".5", "", "0.5"),
        ("-.5", "", "-0.5"),
        ("5.", "", "5"),
        ("0123", "", "123"),
        ("“71000”", "", "71000"),
        ("超7.1万", "个", "71000"),
        ("7万2", "个", "72000"),
        ("7千3", "", "7300"),
        ("7300个。", "个", "7300"),
        ("7300；", "", "7300"),
        ("7300*", "", "7300"),
        ("7300个①", "个", "7300"),
        ("￥3900亿", "亿元", "3900"),
        ("¥3900亿元", "亿元", "3900"),
    ],
)
def test_a_number_that_is_certain(text: str, unit: str, meant: str) -> None:
    """In full-width digits, with separators, Chinese numerals, an exponent or a bare point."""
    entered = number_meant(text, unit)
    assert entered is not None
    assert str(entered.value) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "71,00",
        "7,1000",
        "71 00",
        "5-8",
        "NaN",
        ".inf",
        "0x1F",
        "1:30",
        "十百",
        "十几个",
        "三四万",
        "1e",
        "—",
        "(71000)",
        "￥7300",
        "7万23",
        "73O0",
        "。",
    ],
)
def test_a_number_that_nobody_can_tell(text: str) -> None:
    """Groups of other lengths, ranges, what is no number at all."""
    assert number_meant(text, "") is None


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("无", True),
        ("N/A", True),
        ("ｎ／ａ", True),
        ("—", True),
        ("待补充", True),
        ("TBD", True),
        ("", False),
        ("0", False),
        ("无何岛", False),
        ("-5", False),
    ],
)
def test_a_word_for_nothing(text: str, *, nothing: bool) -> None:
    """What people write where they have no figure, no day and no name."""
    assert means_nothing(text) == nothing


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("73O0", "7300"),
        ("l2", "12"),
        ("2022-O9-3o", "2022-09-30"),
        ("2O22年l2月31日", "2022年12月31日"),
        ("2024Ql", "2024Q1"),
        ("7300", ""),
        ("OK", ""),
        ("1Oob", ""),
    ],
)
def test_letters_like_digits(text: str, digits: str) -> None:
    """Are read as digits where nothing but digits and signs stands beside them."""
    assert misread(text) == digits


@pytest.mark.parametrize(
    ("text", "figure"), [("(71000)", "71000"), ("（7.1）", "7.1"), ("71000)", ""), ("(初步)", "")]
)
def test_a_figure_in_brackets(text: str, figure: str) -> None:
    """Nobody can say whether it is below zero."""
    assert in_brackets(text) == figure


@pytest.mark.parametrize(
    ("text", "unit", "another"),
    [
        ("7300元", "个", True),
        ("￥7300", "个", True),
        ("￥7300", "元", False),
        ("7300", "个", False),
        ("x", "个", False),
    ],
)
def test_a_figure_of_another_unit(text: str, unit: str, *, another: bool) -> None:
    """A sign of money before it is a unit too."""
    assert of_another_unit(text, unit) == another


@pytest.mark.parametrize(
    "text", ["7300,", "7300。", "7300 // 待核", "7300＃待核", "7300<br>", "7300（初步）", "=7300"]
)
def test_what_is_no_part_of_a_value(text: str) -> None:
    """A sign behind it, a remark, a formula's sign before it."""
    assert trimmed(text) == "7300"
