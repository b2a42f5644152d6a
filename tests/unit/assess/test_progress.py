"""How far a target has come, as a share of its way, of its year or of its goal."""

from fractions import Fraction

import pytest

from builders import FROM_ZERO, assessed, folder, goal, lines, target
from fjdex.assess.progress import Progress, Way, progress_of
from fjdex.plan.records import Target

FROM_120 = "{value: 120, date: 2020-12-31}"


def progress(goals: str, reading: str, day: str = "2022-06-30", **keys: str) -> Progress | None:
    """Answer how far an invented target has come by one reading."""
    of = assessed(folder(targets=target(goals, **keys), readings={"t": lines(reading)}), day)
    record = of.plan.records["t"]
    assert isinstance(record, Target)
    return progress_of(record, of.items["t"])


def shown(progress: Progress | None) -> tuple[str, str, str, str] | None:
    """Answer a progress as texts."""
    if progress is None:
        return None
    due = "" if progress.due is None else str(progress.due)
    return progress.way.value, str(progress.share), due, progress.lean or ""


@pytest.mark.parametrize(
    ("goals", "reading", "keys", "told"),
    [
        (goal(), "value: 292", {"baseline": FROM_ZERO}, ("baseline", "2/5", "1/2", "")),
        (goal(), "value: 730", {"baseline": FROM_ZERO}, ("baseline", "1", "1/2", "")),
        (goal("40", "<="), "value: 100", {"baseline": FROM_120}, ("baseline", "1/4", "1/2", "")),
        (goal("40", "<="), "value: 130", {"baseline": FROM_120}, ("baseline", "-1/8", "1/2", "")),
        (goal("0", "<="), "value: 30", {"baseline": FROM_120}, ("baseline", "3/4", "1/2", "")),
        (goal("-50", "<="), "value: -25", {"baseline": FROM_ZERO}, ("baseline", "1/2", "1/2", "")),
        (goal("100"), "value: 110", {"baseline": FROM_120}, ("goal", "11/10", "", "")),
        (goal("100"), "value: 50", {}, ("goal", "1/2", "", "")),
        (goal("100"), "value: -5", {}, ("goal", "-1/20", "", "")),
        (goal("100", "<="), "value: 130", {}, None),
        (goal("150", "<="), "value: 130", {"baseline": FROM_120}, None),
        (goal("0"), "value: 1", {}, None),
        (goal(), "state: cancelled", {}, None),
    ],
)
def test_a_share_is_one_of_a_way(
    goals: str, reading: str, keys: dict[str, str], told: tuple[str, str, str, str] | None
) -> None:
    """From baseline to goal whichever is larger; of the goal only where more is better."""
    assert shown(progress(goals, f"date: 2021-12-31, {reading}", **keys)) == told


@pytest.mark.parametrize(
    ("goals", "base", "qualifier", "lean"),
    [
        (goal(), FROM_ZERO, "at-least", "at-least"),
        (goal(), FROM_ZERO, "just-under", "at-most"),
        (goal(), FROM_ZERO, "about", "either"),
        (goal("40", "<="), "{value: 730, date: 2020-12-31}", "from", "at-most"),
        (goal("40", "<="), "{value: 730, date: 2020-12-31}", "just-under", "at-least"),
    ],
)
def test_bounds_lean_as_the_share_would(goals: str, base: str, qualifier: str, lean: str) -> None:
    """A figure that is truly larger is further on the way up, and less far on the way down."""
    reading = f"date: 2021-12-31, value: 292, qualifier: {qualifier}"
    found = progress(goals, reading, baseline=base)

    assert found is not None
    assert found.lean == lean


def test_a_running_total_is_a_share_of_its_year() -> None:
    """Half a year's total stands beside what the whole year is to bring, of a cap what it may."""
    reading = "date: 2021-06-30, period: 2021H1, value: 30"
    base = "{value: 60, date: 2020-12-31}"
    more = progress(goal("100"), reading, kind="flow", baseline=base)
    less = progress(goal("40", "<="), reading, kind="flow", baseline=base)

    half = Fraction(181, 365)
    assert more == Progress(Way.YEAR, Fraction(30, 80), half, None, Fraction(80))
    assert less == Progress(Way.CAP, Fraction(30, 50), half, None, Fraction(50))


def test_a_total_of_a_year_without_a_path_has_no_share() -> None:
    """Without a baseline nobody knows what half a year of it is a share of."""
    reading = "date: 2021-06-30, period: 2021H1, value: 30"

    assert progress(goal("100"), reading, kind="flow") is None


def test_what_was_read_before_the_baseline_has_no_share() -> None:
    """A reading of the baseline's own day has gone no way."""
    assert progress(goal(), "date: 2020-12-31, value: 5", baseline=FROM_ZERO) is None
