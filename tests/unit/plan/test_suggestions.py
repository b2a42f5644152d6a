"""What was meant by a text in another form is named where it is certain, and only there."""

from datetime import date

import pytest

from fjdex.plan.suggestions import (
    day_meant,
    day_written,
    is_to_date,
    lacks_year,
    period_about,
    period_meant,
    running_total,
    slug_meant,
    year_lacking,
)


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
        ("2022年三季度累计", "2022-01/2022-09"),
        ("2022年9月累计", "2022-01/2022-09"),
        ("2022年1月累计", "2022-01"),
        ("2022年上半年累计", "2022H1"),
        ("2022年累计", "2022"),
        ("2022年第3季当季", "2022Q3"),
        ("2022年三季度当季", "2022Q3"),
        ("2022Q3单季", "2022Q3"),
        ("2022年9月当月", "2022-09"),
        ("22Q3", "2022Q3"),
        ("22年三季度", "2022Q3"),
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
        "22-09",
        "本季",
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
    ("day", "total"),
    [("2022-06-30", "2022-01/2022-06"), ("2022-01-31", "2022-01"), ("2022-06-15", "None")],
)
def test_the_running_total_up_to_a_day(day: str, total: str) -> None:
    """From the start of its year, where the day ends a month."""
    assert str(running_total(date.fromisoformat(day))) == total
    assert [is_to_date(one) for one in ("累计", "YTD", "2022", "")] == [True, True, False, False]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("本季", "2024Q2"),
        ("当季度", "2024Q2"),
        ("本月", "2024-05"),
        ("今年", "2024"),
        ("今年上半年", "2024H1"),
        ("本年1—5月累计", "2024-01/2024-05"),
        ("二季度", "2024Q2"),
        ("去年", "None"),
        ("上季", "None"),
    ],
)
def test_a_period_beside_a_day(text: str, meant: str) -> None:
    """This quarter, month or year is the one in which the day lies."""
    assert str(period_about(text, date(2024, 5, 31))) == meant
