"""What was meant by a text in another form is named where it is certain, and only there."""

from datetime import date

import pytest

from fjdex.plan.suggestions import (
    day_meant,
    day_written,
    is_to_date,
    lacks_year,
    means_nothing,
    number_meant,
    period_meant,
    running_total,
    slug_meant,
    year_lacking,
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
        "二〇二二年九月三十日",
        "22年9月30日",
        "2022年9月底",
        "2022年9月末",
        "截至2022年9月30日",
        "2022 09 30",
        "2022-09-30T00:00:00+08:00",
        "30 September 2022",
        "Sept. 30, 2022",
        "30th of Sep 2022",
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
        "9月30日",
        "2022年9月30日前",
        "September 2022",
        "30 Sep 30 2022",
        "年底",
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
        ("2022年前二季度", "2022-01/2022-06"),
        ("2022年前两季度", "2022-01/2022-06"),
        ("2022年第一至第三季度", "2022-01/2022-09"),
        ("2022Q1-Q2", "2022-01/2022-06"),
        ("2022.1-6", "2022-01/2022-06"),
        ("2022-01/06", "2022-01/2022-06"),
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
        ("2022", "2022"),
        ("2022全年", "2022"),
        ("二〇二二年三季度", "2022Q3"),
        ("3Q2022", "2022Q3"),
        ("2022年一至三季度", "2022-01/2022-09"),
        ("2022年前九个月", "2022-01/2022-09"),
        ("2022年1-9月累计", "2022-01/2022-09"),
        ("third quarter of 2022", "2022Q3"),
        ("the first half of 2022", "2022H1"),
        ("Sep 2022", "2022-09"),
        ("January to September 2022", "2022-01/2022-09"),
    ],
)
def test_a_period_that_is_certain(text: str, meant: str) -> None:
    """A year, half, quarter, month or running total as offices write them."""
    assert str(period_meant(text)) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2022-1-6",
        "2022/1/6",
        "2022.1.6",
        "2022Q5",
        "2022年五季度",
        "2022-13",
        "三季度",
        "2022-09-30",
        "2022-9/2022-1",
    ],
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


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("三季度", "2022Q3"),
        ("前三季度", "2022-01/2022-09"),
        ("上半年", "2022H1"),
        ("1—9月", "2022-01/2022-09"),
        ("全年", "2022"),
        ("Q3", "2022Q3"),
        ("2021年三季度", "2021Q3"),
    ],
)
def test_a_period_without_its_year(text: str, meant: str) -> None:
    """Is certain beside a date; alone it lacks the year."""
    assert (str(period_meant(text, 2022)), lacks_year(text)) == (meant, "2021" not in text)


def test_a_bare_number_is_no_month() -> None:
    """Of 9 nobody can say what it counts."""
    assert (period_meant("9", 2022), lacks_year("9")) == (None, False)


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("9月30日", "yearless"),
        ("9/30", "yearless"),
        ("9月底", "yearless"),
        ("22-09-30", "short"),
        ("22/9/30", "short"),
        ("2022-09-30", ""),
        ("7300", ""),
        ("", ""),
    ],
)
def test_a_day_without_its_year(text: str, lacks: str) -> None:
    """None at all, or one of two digits, of which nobody can say which of the three it is."""
    assert year_lacking(text) == lacks


@pytest.mark.parametrize(
    ("text", "day"),
    [("2022年2月30日", "2022-02-30"), ("2022/13/1", "2022-13-01"), ("2022-09", ""), ("", "")],
)
def test_a_day_that_does_not_exist_is_written_all_the_same(text: str, day: str) -> None:
    """So that it can be told which part of it is wrong."""
    assert day_written(text) == day


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
    ("day", "total"),
    [("2022-06-30", "2022-01/2022-06"), ("2022-01-31", "2022-01"), ("2022-06-15", "None")],
)
def test_the_running_total_up_to_a_day(day: str, total: str) -> None:
    """From the start of its year, where the day ends a month."""
    assert str(running_total(date.fromisoformat(day))) == total
    assert [is_to_date(one) for one in ("累计", "YTD", "2022", "")] == [True, True, False, False]
