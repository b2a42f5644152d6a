"""Chinese numerals are read where they say one thing, and left alone where they may say two."""

import pytest

from fjdex.plan.numerals import begun_in_digits, dated_in_digits


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("八万", "8万"),
        ("七点一万个", "7.1万个"),
        ("两万亿元", "2万亿元"),
        ("三百亿", "300亿"),
        ("十五万三千", "153000"),
        ("一万二千三百户", "12300户"),
        ("一万零五百", "10500"),
        ("一亿二千万", "120000000"),
        ("二万亿", "2万亿"),
        ("八万千瓦时", "8万千瓦时"),
        ("一百一十二", "112"),
        ("一百十二", "112"),
        ("一百零二", "102"),
        ("一千零二十四", "1024"),
        ("二〇二二", "2022"),
        ("零点五", "0.5"),
        ("五十三点三%", "53.3%"),
        ("8万5千个", "85000个"),
        ("1亿2千万元", "120000000元"),
    ],
)
def test_a_numeral_that_says_one_number(text: str, digits: str) -> None:
    """A 万 or 亿 after all else stays: it may be the unit's."""
    assert begun_in_digits(text) == digits


@pytest.mark.parametrize(
    "text",
    [
        "三四万",
        "七八百",
        "一百二",
        "一万二",
        "8万5",
        "2.5万3千",
        "百万",
        "千兆",
        "半",
        "几万",
        "",
        "一千二千",
        "二万三万",
        "71000个",
        "7.1万",
        "007",
        "25十万",
        "一亿一亿",
        "〇一万二",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    """三四万 is either, 一百二 is 120 or 102; and what is in digits already."""
    assert begun_in_digits(text) == text


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("二〇二二年九月三十日", "2022年9月30日"),
        ("二零二二年十二月二十一日", "2022年12月21日"),
        ("前三季度", "前3季度"),
        ("一至九月", "1至9月"),
        ("十十月", "十十月"),
    ],
)
def test_the_numerals_of_a_date(text: str, digits: str) -> None:
    """A year is said digit by digit, a month and a day as numbers."""
    assert dated_in_digits(text) == digits
