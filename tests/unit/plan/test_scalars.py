"""Numbers, days, ids and texts as a file writes them."""

from collections.abc import Callable
from datetime import date

import pytest

from fjdex.plan.scalars import (
    Malformed,
    parse_count,
    parse_day,
    parse_name_id,
    parse_number,
    parse_percent,
    parse_slug,
    parse_text,
    shown,
    visible,
)


@pytest.mark.parametrize("text", ["0", "-0", "7", "-7.50", "0.1", "80000", "1" * 40])
def test_numbers_are_exact_decimals(text: str) -> None:
    """Digits go in and come out as they are, trailing zeros included."""
    assert str(parse_number(text)) == text


@pytest.mark.parametrize(
    "text",
    ["", "+5", "05", "5.", ".5", "1e3", "1_000", "80,000", "８", "٣", "1 ", "NaN", "0x1", "1" * 41],
)
def test_what_is_no_number(text: str) -> None:
    """No sign of plus, no leading zero, no separator, no exponent, no other digits."""
    with pytest.raises(Malformed) as raised:
        parse_number(text)
    assert raised.value.code == "number-malformed"


@pytest.mark.parametrize("text", ["1900-01-01", "2022-12-31", "2024-02-29", "2200-12-31"])
def test_days_are_calendar_days(text: str) -> None:
    """Leap days exist where the calendar has them."""
    assert parse_day(text) == date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2022-13-30", "month"),
        ("2022-00-10", "month"),
        ("2022-02-29", "day"),
        ("2022-09-31", "day"),
        ("2022-09-00", "day"),
        ("1900-02-29", "day"),
        ("1899-12-31", "year"),
        ("2022-9-30", "form"),
        ("20220930", "form"),
        ("2022/09/30", "form"),
        ("2022-09-30T00:00", "form"),
        ("２０２２-09-30", "form"),
        ("2022-W01-1", "form"),
        ("", "form"),
        ("2022-09-30\n", "form"),
    ],
)
def test_why_a_day_is_malformed(text: str, why: str) -> None:
    """A sentence needs to know whether the form, the year, the month or the day is wrong."""
    with pytest.raises(Malformed) as raised:
        parse_day(text)
    assert (raised.value.code, raised.value.arguments["why"]) == ("date-malformed", why)


@pytest.mark.parametrize("text", ["a", "5g-base-stations", "task-01", "a" * 64])
def test_slugs(text: str) -> None:
    """Lower-case letters, digits and single hyphens."""
    assert parse_slug(text) == text


@pytest.mark.parametrize(
    "text", ["", "A", "a--b", "-a", "a-", "a_b", "a b", "a.b", "a/b", "基站", "é", "a" * 65]
)
def test_what_is_no_slug(text: str) -> None:
    """An id is a file's name too, so it holds nothing that a path gives a meaning."""
    with pytest.raises(Malformed) as raised:
        parse_slug(text)
    assert (raised.value.code, raised.value.arguments["form"]) == ("id-malformed", "slug")


@pytest.mark.parametrize("text", ["省科技厅", "人行福州中心支行", "平潭（实验区）", "a·b-c"])
def test_ids_that_are_names(text: str) -> None:
    """An agency's id is its Chinese name."""
    assert parse_name_id(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", "省 厅", "省,厅", "省\u200b厅", "省\u202e厅", "省\ufeff", "省\n厅", "a/b", "省" * 65),
        *("省\u200d厅", "省\u2060厅", "省\xad厅", "省\u3164厅", "\u115f", "省\ufe0f厅", "省\x1b厅"),
        *("\uf9d1厅", "e\u0301"),
    ],
)
def test_what_is_no_name(text: str) -> None:
    """Nothing that cannot be seen or that turns the writing, no second form of one letter."""
    with pytest.raises(Malformed) as raised:
        parse_name_id(text)
    assert (raised.value.code, raised.value.arguments["form"]) == ("id-malformed", "name")


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\t"])
def test_a_blank_text_is_empty(text: str) -> None:
    """White space of any width says nothing."""
    with pytest.raises(Malformed) as raised:
        parse_text(text)
    assert raised.value.code == "value-empty"


@pytest.mark.parametrize(
    ("parse", "code"),
    [
        (parse_number, "number-malformed"),
        (parse_day, "date-malformed"),
        (parse_slug, "id-malformed"),
        (parse_name_id, "id-malformed"),
        (parse_text, "text-expected"),
    ],
)
@pytest.mark.parametrize("value", [[], {}, ["1"]])
def test_a_list_or_a_mapping_is_no_scalar(
    parse: Callable[[object], object], code: str, value: object
) -> None:
    """What is no text at all is malformed in the field's own way."""
    with pytest.raises(Malformed) as raised:
        parse(value)
    assert raised.value.code == code


@pytest.mark.parametrize(
    ("value", "quoted"), [("a" * 40, "a" * 40), ("a" * 41, "a" * 39 + "…"), (None, ""), ([], "")]
)
def test_what_a_sentence_quotes_is_short(value: object, quoted: str) -> None:
    """Forty characters at most, the last an ellipsis where something was left out."""
    assert shown(value) == quoted


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("指标 a-1（😀）", "指标 a-1（😀）"),
        ("\x1b[31mx", "<U+001B>[31mx"),
        ("\u200e2022", "<U+200E>2022"),
        ("a\u3000b\nc", "a<U+3000>b<U+000A>c"),
        ("a\udcffb", "a<U+DCFF>b"),
    ],
)
def test_what_cannot_be_seen_is_named(text: str, seen: str) -> None:
    """In what a sentence quotes every sign is seen, and none reaches the terminal as an order."""
    assert (visible(text), shown(text)) == (seen, seen)


@pytest.mark.parametrize(
    ("parse", "text", "why"),
    [
        (parse_percent, "100.1", "percent"),
        (parse_percent, "-0.1", "percent"),
        (parse_percent, "5%", ""),
        (parse_count, "-3", "count"),
        (parse_count, "9.5", "count"),
        (parse_count, "九", ""),
    ],
)
def test_what_is_no_percent_and_no_count(
    parse: Callable[[object], object], text: str, why: str
) -> None:
    """A number out of its bounds is another fault than what is no number at all."""
    with pytest.raises(Malformed) as raised:
        parse(text)
    assert (raised.value.code, raised.value.arguments.get("why", "")) == ("number-malformed", why)


def test_the_ends_of_percents_and_counts_belong_to_them() -> None:
    """Nothing, all of it, and a whole number however it is written."""
    percents = [str(parse_percent(text)) for text in ("0", "2.5", "100")]
    counts = [str(parse_count(text)) for text in ("0", "32", "9.0")]
    assert (percents, counts) == (["0", "2.5", "100"], ["0", "32", "9.0"])
