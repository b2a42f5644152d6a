"""Whether two figures can both be true, and what a printed figure stands for."""

from fractions import Fraction

import pytest

import builders as b
from fjdex.plan.agreement import contradict, rounding_of

ABOUT = Fraction(5)


@pytest.mark.parametrize(
    ("written", "half"),
    [
        ("value: 71000", "0.5"),
        ("value: 47.6", "0.05"),
        ("value: 98.0", "0.05"),
        ("value: 71000, printed: 7.1万个", "500"),
        ("value: 71000, printed: 7.10万个", "50"),
        ("value: 70000, printed: 7万个", "5000"),
        ('value: 80000, printed: "80,000个"', "0.5"),
        ('value: 1234567.8, printed: "1,234,567.8"', "0.05"),
        ("value: 12000, printed: 1.2亿千瓦时", "500"),
        ("value: 2.6, printed: 26000亿元", "0.00005"),
        ('value: -0.4, printed: "-0.4%"', "0.05"),
        ('value: 98, printed: "98.0%"', "0.05"),
        ("value: 0", "0.5"),
        ("value: 0, printed: 0个", "0.5"),
        ("value: 0.0000001", "0.00000005"),
        ("value: 5, printed: 五个", "0.5"),
        ("value: 71000, printed: 七点一万个", "500"),
        ("value: 12000, printed: 一万二千", "500"),
        ("value: 85000, printed: 8万5千", "500"),
        ("value: 5, printed: 若干个", "0"),
        ("value: 2, printed: 第2个", "0.5"),
    ],
)
def test_a_figure_stands_for_half_its_last_digit_on_either_side(written: str, half: str) -> None:
    """In the reading's own unit, whatever unit the source printed; no digits, no rounding."""
    assert rounding_of(b.reading_of(f"date: 2021-06-30, {written}")) == Fraction(half)


SAME_TRUTH = [
    ("value: 100", "value: 100"),
    ("value: 100", "value: 101"),  # both may be 100.5
    ("value: 71000, printed: 7.1万", "value: 71499"),
    ("value: 2.6, printed: 2.6万亿元", "value: 2.61, printed: 26100亿元"),
    ("value: 100, qualifier: at-least", "value: 500"),
    ("value: 100, qualifier: from", "value: 100, qualifier: just-under"),
    ("value: 100, qualifier: at-least", "value: 90, qualifier: from"),
    ("value: 100, qualifier: just-under", "value: 1"),
    ("value: 100, qualifier: about", "value: 105"),
    ("value: 100, qualifier: about", "value: 95"),
    ("value: -100, qualifier: about", "value: -105"),
    ("value: 100, qualifier: about", "value: 110, qualifier: about"),
]
NOT_BOTH = [
    ("value: 100", "value: 102"),
    ("value: 71000, printed: 7.1万", "value: 71501"),
    ("value: 2.6, printed: 2.6万亿元", "value: 2.66, printed: 26600亿元"),
    ("value: 100, qualifier: at-least", "value: 90"),
    ("value: 100, qualifier: from", "value: 90, qualifier: just-under"),
    ("value: 100, qualifier: just-under", "value: 110"),
    ("value: 100, qualifier: about", "value: 106"),
    ("value: -100, qualifier: about", "value: -106"),
    ("value: 100, qualifier: about", "value: 120, qualifier: about"),
    ("value: 10", "value: -10"),
]


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [(*pair, False) for pair in SAME_TRUTH] + [(*pair, True) for pair in NOT_BOTH],
)
def test_two_figures_contradict_when_no_value_fits_both(
    one: str, other: str, *, wanted: bool
) -> None:
    """Whichever of the two is asked first."""
    first, second = (b.reading_of(f"date: 2021-06-30, {written}") for written in (one, other))
    asked = [contradict(first, second, ABOUT), contradict(second, first, ABOUT)]
    assert asked == [wanted, wanted]


def test_about_is_as_wide_as_it_is_said_to_be() -> None:
    """With 10 percent 左右100 and 109 agree, with 5 they do not."""
    pair = [b.reading_of(f"date: 2021-06-30, value: {one}") for one in ("100", "109")]
    about = b.reading_of("date: 2021-06-30, value: 100, qualifier: about")
    assert [contradict(about, pair[1], Fraction(width)) for width in (10, 5)] == [False, True]


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("date: 2021-06-30", "date: 2021-06-30", False),
        ("date: 2021-06-30", "date: 2021-07-01", True),
        ("date: 2021-06-30, within: 2021-06", "date: 2021-06-10", False),
        ("date: 2021-06-30, within: 2021-06", "date: 2021-05-31", True),
        ("date: 2021-06-30, qualifier: by", "date: 2020-01-01", False),
        ("date: 2021-06-30, qualifier: by", "date: 2021-07-01", True),
        ("date: 2021-06-30, qualifier: by", "date: 2021-07-31, qualifier: by", False),
    ],
)
def test_states_contradict_when_no_day_fits_both(one: str, other: str, *, wanted: bool) -> None:
    """A day, a stretch of days, or some day up to one."""
    keys = [written.partition(",") for written in (one, other)]
    first, second = (b.reading_of(f"{day}{_placed(rest)}") for day, _, rest in keys)
    asked = [contradict(first, second, ABOUT), contradict(second, first, ABOUT)]
    assert asked == [wanted, wanted]


def _placed(rest: str) -> str:
    """Put the state where its canonical line has it."""
    if "qualifier" in rest:
        return f", state: delivered,{rest}"
    return f",{rest}, state: delivered" if rest else ", state: delivered"
