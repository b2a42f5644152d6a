"""Other published methods: the worked vectors to their digits, and why a method gives no number."""

from datetime import date
from fractions import Fraction

import pytest

import builders as b
from fjdex.assess.assessment import assess
from fjdex.assess.methods import Method, other_methods
from fjdex.assess.rate import case_of
from fjdex.plan.terms import Rating
from fjdex.render.numbers import rounded

DAY = "2021-12-31"


def methods(written: str, reading: str, day: str = "") -> dict[str, Method]:
    """Answer what the methods make of one reading, by method, as of its day."""
    as_of = date.fromisoformat(day or reading.removeprefix("date: ")[:10])
    plan = b.plan_of(b.folder(written, readings={"t": b.lines(reading)}))
    item = assess(plan, as_of).items["t"]
    case = case_of(plan, plan.targets[0], as_of)
    assert case is not None
    assert item.reading is not None
    return {one.code: one for one in other_methods(case, item.reading, item.pace)}


def stock(base: str, goal: str, value: str, operator: str = ">=") -> dict[str, Method]:
    """Answer the methods for a plan of two years, read at half time."""
    written = b.target(b.goal(goal, operator), baseline=f"{{value: {base}, date: 2020-12-31}}")
    return methods(written, f"date: {DAY}, value: {value}")


def said(method: Method) -> tuple[str | None, str]:
    """Answer a method's number with three digits, and its class."""
    return (None if method.number is None else str(rounded(method.number, 3))), method.verdict


def test_the_rising_count_of_the_worked_vectors() -> None:
    """22,000 to 80,000, and 50,000 at half time."""
    found = {code: said(one) for code, one in stock("22000", "80000", "50000").items()}
    assert found == {
        "attained": ("0.625", "partial-marks"),
        "growth-ratio": ("1.403", "on-track"),
        "projection": ("1.580", "on-track"),
    }


def test_the_share_of_the_worked_vectors() -> None:
    """45 to 50, and 46.5 at half time."""
    found = {code: said(one) for code, one in stock("45", "50", "46.5").items()}
    assert found == {
        "attained": ("0.930", "partial-marks"),
        "growth-ratio": ("0.616", "accelerate"),
        "projection": ("0.610", "fair"),
    }


@pytest.mark.parametrize(
    ("base", "goal", "value", "pace"), [("22000", "80000", "50000", 966), ("45", "50", "46.5", 600)]
)
def test_the_paces_of_the_worked_vectors(base: str, goal: str, value: str, pace: int) -> None:
    """Our own pace on the straight line is the one that the vectors give."""
    written = b.target(b.goal(goal), baseline=f"{{value: {base}, date: 2020-12-31}}")
    item = b.rate(written, b.lines(f"date: {DAY}, value: {value}"), DAY)
    found = b.pace(item)
    assert found is not None
    assert (item.rating, rounded(found, 3)) == (Rating.BEHIND, rounded(Fraction(pace, 1000), 3))


def test_a_falling_goal_grows_the_other_way() -> None:
    """From 120 down to 40: 70 at half time; the cap over what was used."""
    found = {code: said(one) for code, one in stock("120", "40", "70", "<=").items()}
    assert found == {
        "attained": ("0.571", "partial-marks"),
        "growth-ratio": ("0.986", "on-track"),
        "projection": ("0.990", "on-track"),
    }


def test_going_back_is_a_deterioration() -> None:
    """Less than the baseline where more is wanted, and more where less is."""
    rising, falling = stock("50", "80", "40"), stock("50", "20", "60", "<=")
    classes = [[one.verdict for one in found.values()] for found in (rising, falling)]
    assert classes == [["partial-marks", "deterioration", "stagnation"]] * 2


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        ("109.51", "on-track"),
        ("109.49", "accelerate"),
        ("106.01", "accelerate"),
        ("105.99", "limited"),
        ("100", "limited"),
        ("99.9", "deterioration"),
    ],
)
def test_the_classes_of_the_ratio_of_growth_rates(value: str, verdict: str) -> None:
    """0.95, 0.60 and 0 of the 10 percent a year that lead from 100 to 121."""
    assert stock("100", "121", value)["growth-ratio"].verdict == verdict


@pytest.mark.parametrize(
    ("value", "verdict"), [("109.6", "on-track"), ("109.5", "fair"), ("101.1", "fair")]
)
def test_the_classes_of_the_projection(value: str, verdict: str) -> None:
    """0.95 and 0.10 of the way from 100 to 121, carried on to the due date."""
    assert stock("100", "121", value)["projection"].verdict == verdict


def test_too_little_growth_is_stagnation() -> None:
    """At 101 half way a tenth of the way is not in sight."""
    assert said(stock("100", "121", "101")["projection"]) == ("0.096", "stagnation")


@pytest.mark.parametrize("base", ["50", "0", "-50"])
def test_a_goal_that_is_reached_is_achieved_whatever_the_trend(base: str) -> None:
    """Both methods look at that first, so they need no growth rate for it."""
    found = stock(base, "100", "100")
    classes = {code: (one.verdict, one.favourable) for code, one in found.items()}
    assert classes == {
        "attained": ("full-marks", True),
        "growth-ratio": ("achieved", True),
        "projection": ("achieved", True),
    }


def test_a_goal_of_zero_that_is_reached_has_full_marks() -> None:
    """Met is full marks, though nothing can be divided by nothing."""
    assert stock("46", "0", "0", "<=")["attained"].verdict == "full-marks"


def test_a_goal_of_zero_that_is_not_reached_has_no_marks() -> None:
    """Zero over what was used is zero."""
    assert said(stock("46", "0", "23", "<=")["attained"]) == ("0.000", "partial-marks")


def test_from_nothing_the_ratio_of_growth_rates_puts_a_thousandth() -> None:
    """Statistics Canada replaces a zero by 0.001, and the ratio is 190 and means nothing."""
    found = stock("0", "100", "60")["growth-ratio"]
    assert found.number is not None
    assert (str(rounded(found.number, 0)), found.verdict) == ("190", "on-track")


def test_negative_values_of_one_sign_are_rated_by_growth() -> None:
    """From -100 to -50, -70 at half time: the sign is turned where the base is negative."""
    assert said(stock("-100", "-50", "-70")["growth-ratio"]) == ("1.024", "on-track")


def test_a_change_of_sign_has_no_growth_rate() -> None:
    """Base and reading of opposite signs are not rated, and the method says so."""
    found = stock("-10", "10", "5")
    assert (said(found["growth-ratio"]), found["growth-ratio"].favourable) == (
        (None, "no-growth"),
        None,
    )


def test_a_baseline_equal_to_the_goal_requires_no_growth() -> None:
    """There is nothing to divide by."""
    assert said(stock("50", "50", "49")["growth-ratio"]) == (None, "no-growth")


@pytest.mark.parametrize(
    ("base", "goal", "value"), [("-10", "10", "5"), ("50", "50", "49"), ("0", "100", "60")]
)
def test_a_projection_that_cannot_be_made_says_why(base: str, goal: str, value: str) -> None:
    """The method stands in the list with its reason, and without a number."""
    assert said(stock(base, goal, value)["projection"]) == (None, "no-growth")


@pytest.mark.parametrize(("goal", "value"), [("100", "-5"), ("-100", "5")])
def test_opposite_signs_have_no_ratio_to_the_goal(goal: str, value: str) -> None:
    """A share below zero is no share."""
    operator = ">=" if value == "-5" else "<="
    assert said(stock("0", goal, value, operator)["attained"]) == (None, "no-ratio")


def test_without_a_baseline_the_growth_methods_say_why_they_do_not_apply() -> None:
    """None of them copes with a missing baseline; each is named and has no number."""
    found = methods(b.target(b.goal("100")), f"date: {DAY}, value: 50")
    numbers = {code: one.number for code, one in found.items()}
    assert numbers == {"attained": Fraction(1, 2), "growth-ratio": None, "projection": None}


def test_a_rate_of_growth_is_not_rated_by_its_growth() -> None:
    """The methods say that growth-rate series are not rated by growth."""
    written = b.target(b.goal("15"), kind="growth")
    found = methods(written, f"date: {DAY}, period: 2021, value: 12")
    numbers = {code: one.number for code, one in found.items()}
    assert numbers == {"attained": Fraction(4, 5), "growth-ratio": None, "projection": None}


def test_of_a_running_total_the_other_methods_say_that_the_year_is_not_over() -> None:
    """Half a year is no share of a year's goal, and no growth since a whole one."""
    written = b.target(b.goal("150"), kind="flow", baseline="{value: 90, date: 2020-12-31}")
    found = methods(written, "date: 2021-06-30, period: 2021H1, value: 50")
    assert {code: said(one) for code, one in found.items()} == {
        "attained": (None, "no-year"),
        "growth-ratio": (None, "no-year"),
        "projection": (None, "no-year"),
    }


@pytest.mark.parametrize(
    ("value", "operator", "day", "favourable"),
    [
        ("90", ">=", DAY, None),
        ("90", ">=", "2023-01-31", False),
        ("110", ">=", DAY, True),
        ("110", "<=", "2023-01-31", False),
    ],
)
def test_part_of_the_marks_is_no_verdict_before_the_due_date(
    *, value: str, operator: str, day: str, favourable: bool | None
) -> None:
    """Nobody need be there before the goal is due."""
    read = DAY if day == DAY else "2022-12-31"
    written = b.target(b.goal("100", operator), baseline=b.FROM_ZERO)
    found = methods(written, f"date: {read}, value: {value}", day)["attained"]
    assert found.favourable == favourable


def test_where_a_path_is_planned_the_straight_line_stands_beside() -> None:
    """65 at half time is the planned 65, and 1.3 of the straight line's 50."""
    written = b.target(
        b.goal("100", path=f"[{{date: {DAY}, value: 65}}]"), baseline="{value: 0, date: 2020-12-31}"
    )
    found = methods(written, f"date: {DAY}, value: 65")["straight-line"]
    assert found == Method("straight-line", Fraction(13, 10), "on-line", favourable=True)


def test_short_of_the_straight_line_and_not_of_the_path() -> None:
    """A path that starts slowly, and the verdict that takes no notice of it."""
    written = b.target(b.goal("100", path=f"[{{date: {DAY}, value: 20}}]"), baseline=b.FROM_ZERO)
    found = methods(written, f"date: {DAY}, value: 20")["straight-line"]
    assert found == Method("straight-line", Fraction(2, 5), "below-line", favourable=False)


@pytest.mark.parametrize(
    ("due", "base", "read"),
    [
        ("2022-01-10", "2021-12-31", "2022-01-10"),
        ("2021-12-31", "2021-12-31", "2022-01-10"),
        ("2021-12-31", "2022-12-31", "2023-01-10"),
        ("2022-01-10", "2021-12-31", "2022-12-31"),
    ],
    ids=["collapse on the due day", "no span", "due before the baseline", "long after"],
)
def test_no_method_fails_on_spans_that_are_short_or_none(due: str, base: str, read: str) -> None:
    """A value that collapses in ten days, and a goal due no later than its baseline."""
    written = b.target(b.goal("900", due=due), baseline=f"{{value: 1000, date: {base}}}")
    codes = list(methods(written, f"date: {read}, value: 1"))
    assert codes == ["attained", "growth-ratio", "projection"]
