"""What was meant by a text in another form is named where it is certain, and only there."""

import pytest

from fjdex.plan.suggestions import day_meant, number_meant, period_meant, slug_meant


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
        "一亿二千万",
        "1e",
        "—",
    ],
)
def test_a_number_that_nobody_can_tell(text: str) -> None:
    """Groups of other lengths, ranges, what is no number at all."""
    assert number_meant(text, "") is None


@pytest.mark.parametrize(
    "text",
    [
        "2022/9/30",
        "2022.9.30",
        "2022年9月30日",
        "2022 年 9 月 30 日",
        "2022-9-30",
        "20220930",
        "２０２２－０９－３０",
        "“2022-09-30”",
        "2022-09-30T00:00:00",
        "2022-09-30 00:00",
        "30.9.2022",
        "9/30/2022",
        "44834",
    ],
)
def test_a_day_that_is_certain(text: str) -> None:
    """In the forms of offices, of spreadsheets and of other countries."""
    assert str(day_meant(text)) == "2022-09-30"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3/4/2022",
        "2022-13-30",
        "2022-02-30",
        "22-09-30",
        "2022-09",
        "20221330",
        "99999",
        "13/13/2022",
    ],
)
def test_a_day_that_nobody_can_tell(text: str) -> None:
    """Day and month that might be exchanged, days that do not exist, periods."""
    assert day_meant(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2022-Q3", "2022Q3"),
        ("2022q3", "2022Q3"),
        ("2022 Q3", "2022Q3"),
        ("Q3 2022", "2022Q3"),
        ("２０２２Ｑ３", "2022Q3"),
        ("2022年三季度", "2022Q3"),
        ("2022年第3季度", "2022Q3"),
        ("2022年上半年", "2022H1"),
        ("2022下半年", "2022H2"),
        ("2022h1", "2022H1"),
        ("2022年前三季度", "2022-01/2022-09"),
        ("2022年前9个月", "2022-01/2022-09"),
        ("2022年1—9月", "2022-01/2022-09"),
        ("2022年1月至9月", "2022-01/2022-09"),
        ("2022-01~2022-09", "2022-01/2022-09"),
        ("2022-1/2022-9", "2022-01/2022-09"),
        ("2022年9月", "2022-09"),
        ("2022-9", "2022-09"),
        ("2022/09", "2022-09"),
        ("202209", "2022-09"),
        ("2022年", "2022"),
    ],
)
def test_a_period_that_is_certain(text: str, meant: str) -> None:
    """A year, half, quarter, month or running total as offices write them."""
    assert str(period_meant(text)) == meant


@pytest.mark.parametrize(
    "text", ["", "2022Q5", "2022年五季度", "2022-13", "三季度", "2022-09-30", "2022-9/2022-1"]
)
def test_a_period_that_nobody_can_tell(text: str) -> None:
    """Without a year, out of range, or the wrong way round."""
    assert period_meant(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("FJCA-2022-09", "fjca-2022-09"),
        ("5G base_stations", "5g-base-stations"),
        ("ｓ１", "s1"),
        ("“s”", "s"),
        ("通信管理局", None),
        ("", None),
    ],
)
def test_an_id_in_small_letters_and_hyphens(text: str, meant: str | None) -> None:
    """Capitals, spaces and underscores become what an id may hold."""
    assert slug_meant(text) == meant
